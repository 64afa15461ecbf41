// Inline Markdown: what a reader sees of it, and foreign text made safe to stand in it.
import { allLetters } from '../letters.ts';
import { UNSEEN } from '../unseen.ts';

/** The words without emphasis, code marks, links' targets and escapes. */
export function plainText(text: string): string {
  if (!SIGNS.test(text)) return text.trim();
  const linked = text
    .replace(CODE, literal)
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/~~|`+/g, '');
  const plain = linked.includes('*') ? withoutStars(linked) : linked;
  const bare = plain.replace(allLetters`(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])`, '');
  return bare.replace(/\\([!-/:-@[-`{-~])/g, '$1').trim();
}

// In code a backslash is one: `C:\Users\ada\.config`.
const CODE = /`[^`\n]*\\[^`\n]*`/g;
const literal = (code: string): string => code.replaceAll('\\', '\\\\');

// Most lines have none of Markdown's.
const SIGNS = /[[~`*_\\]/;

// Emphasis goes, `A* search`, `src/**/*.ts` and `2 * 3` stay. A word may end in its mark (`**Label**:`), not
// begin in it.
const EMPHASIS = allLetters`(?<![\p{L}\p{N}/*])(\*{1,3})(?=[^\s*/])([^*\n]{0,2000}[^\s*])\1(?!\*)`;
const withoutStars = (text: string): string =>
  text
    .replace(EMPHASIS, '$2')
    .replace(EMPHASIS, '$2')
    .replace(/(?<![/*])\*{2,}(?![/*])|^\*(?=\p{L})/gu, '');

// C0 and C1 controls, line and paragraph separators, bidirectional marks and overrides, zero-width
// characters.
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/g;

/** One line of plain words: no line breaks, no control or bidirectional characters. */
export const oneLine = (text: string): string =>
  text.replace(HIDDEN, '').replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
const HIDDEN = new RegExp(`[${UNSEEN}]`, 'gu');

/** Foreign text as it may stand behind a list mark, a label or in a table's cell: code spans and emphasis
 * stay, what would open a block, an HTML tag or comment, a table cell, an image, a link definition or a link
 * that is neither of the web nor relative is escaped. */
export function escapeInline(text: string): string {
  const line = oneLine(text);
  const pieces = splitCode(line);
  const safe = pieces.map(({ text: piece, isCode }) => (isCode ? piece : escapeOutsideCode(piece))).join('');
  return escapeStart(safe);
}

type Piece = { readonly text: string; readonly isCode: boolean };

// Code spans have as many backticks behind as in front; those without a partner are escaped like any other
// mark.
function splitCode(text: string): Piece[] {
  const runs = [...text.matchAll(/`+/g)].map((match) => ({ at: match.index, size: match[0].length }));
  const partners = partnersOf(runs.map(({ size }) => size));
  const pieces: Piece[] = [];
  let at = 0;
  for (let index = 0; index < runs.length; index++) {
    const partner = partners[index] ?? -1;
    const [open, close] = [runs[index], runs[partner]];
    if (open === undefined || close === undefined) continue;
    const end = close.at + close.size;
    pieces.push(
      { text: text.slice(at, open.at), isCode: false },
      { text: text.slice(open.at, end), isCode: true },
    );
    at = end;
    index = partner;
  }
  return [...pieces, { text: text.slice(at), isCode: false }];
}

// For each run the index of the next one as long; -1 where there is none.
function partnersOf(sizes: readonly number[]): number[] {
  const seen = new Map<number, number>();
  const partners: number[] = new Array(sizes.length).fill(-1);
  for (let index = sizes.length - 1; index >= 0; index--) {
    partners[index] = seen.get(sizes[index] ?? 0) ?? -1;
    seen.set(sizes[index] ?? 0, index);
  }
  return partners;
}

// A link's target with a scheme that runs or reads something: `[x](javascript:…)`, `[x](<file:…>)`,
// `[x](data&#58;…)`.
const LIVE_LINK = /\](?=\(\s?<?(?!https?:|mailto:)[^\s()/?#<>:&\\]{0,40}[:&\\])/gi;

const escapeOutsideCode = (text: string): string =>
  text
    .replace(/`/g, '\\`')
    .replace(allLetters`<(?=[\p{L}/!?])`, '\\<')
    .replace(/!\[/g, '!\\[')
    .replace(LIVE_LINK, '\\]');

// What only matters where a block could start: headings, quotes, list marks, rules, fences, checkboxes,
// definitions.
function escapeStart(text: string): string {
  if (/^\d{1,9}[.)](?:\s|$)/.test(text)) return text.replace(/[.)]/, '\\$&');
  return /^(?:#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|~{3}|={2,}|[-_*](?:\s?[-_*]){2,}\s*$|\[[^\]]*\](?::|\s|$)|\|)/.test(
    text,
  )
    ? `\\${text}`
    : text;
}

/** Text cut to at most `longest` characters: at the end of a clause, before an open bracket, else at a word,
 * where `…` says so. A comma ends no clause: `with clear, loud and short words`. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const open = Math.min(...BRACKETS.map(([from, to]) => openAt(cut, from, to)));
  const clauses = CLAUSE_ENDS.map((mark) => cut.slice(0, open).lastIndexOf(mark));
  const clause = Math.max(/\s[(（]$/.test(cut.slice(0, open + 1)) ? open : -1, ...clauses);
  if (clause > longest / 2) return cut.slice(0, clause).replace(/(?<![\s,;:.—–-])[\s,;:.—–-]+$/, '');
  // `y ∈ […`: what stands before an interval or a list says nothing without it.
  const word = open > longest / 2 && open < longest ? open : cut.lastIndexOf(' ');
  return `${cut.slice(0, word > 0 ? word : longest - 1).trimEnd()}…`;
}

/** Text cut to at most `longest` characters: at the end of a sentence, else at a word, where `…` says so. */
export function cutSentence(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = text.slice(0, longest + 1).search(/[.!?。！？](?=\s[^.!?。！？]*$)/);
  if (end > longest / 2) return text.slice(0, end + 1);
  const word = text.lastIndexOf(' ', longest - 1);
  return `${text.slice(0, word > 0 ? word : longest - 1).replace(/(?<![\s,;:.—–-])[\s,;:.—–-]+$/, '')}…`;
}

const CLAUSE_ENDS = [' — ', ' – ', ' - ', '; ', '. '];
const BRACKETS = ['()', '[]', '{}', '（）'] as const;
const openAt = (cut: string, from = '', to = ''): number =>
  cut.lastIndexOf(from) > cut.lastIndexOf(to) ? cut.lastIndexOf(from) : cut.length;
