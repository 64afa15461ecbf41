// The trailers of a commit message: `Key: value` lines in its trailing paragraphs, a tool's footer
// notwithstanding (to git, a line above a footer's paragraph is none, and most agents sign their commits with
// one).
import { letters } from '../letters.ts';
import { type BlockLine, scanBlocks } from '../markdown/blocks.ts';
import type { Message, Trailer } from '../types.ts';

export type Trailers = {
  readonly trailers: readonly Trailer[];
  /** The text above without our own trailers and the tools' footers. */
  readonly rest: string;
};

// Keys whose value is a sentence: people and agents wrap it without indenting what goes on.
const SENTENCES = new Set([
  'gotcha',
  'blocker',
  'unblocked',
  'result',
  'deviation',
  'next',
  'decision-waiver',
  'breaking change',
  'breaking-change',
]);
const OTHER_OWN = new Set(['phase', 'decision', 'handoff']);

/** Every key that means something to us. */
export const OWN_KEYS: readonly string[] = [...SENTENCES, ...OTHER_OWN];

const TRAILER = /^(BREAKING CHANGE|[A-Za-z][A-Za-z0-9-]{0,40})[ \t]{0,3}:(?!\/\/)(.*)$/;
// 🤖 Generated with [Claude Code](…)   (cherry picked from commit 1a2b3c)   Closes #12   https://…   ---
const FOOTER =
  /^(?:\W{0,8}(?:generated|made|created|written|assisted)[ -](?:with|by|using|via)\b|\(cherry picked from |(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|refs?|see|part of)[ :]{1,2}[\w./-]{0,80}#\d[^.;!?]{0,120}\.?$|https?:\/\/\S{1,500}$|-{2,80}$)/i;
const TOOL_KEY = /^(?:co-authored-by|signed-off-by|generated-by|assisted-by|[a-z-]{1,30}-session)$/;

// A quick look, for most messages have neither.
const ANY_LINE = new RegExp(`${TRAILER.source}|${FOOTER.source}`, 'im');

/** One item of a trailing paragraph; `key` is null for a tool's footer that is no `Key: value`. */
type Item = { readonly key: string | null; readonly lines: string[] };

/** Reads what stands below the subject. Keys come in lower case, in the order of the text, several of
 * each. */
export function readTrailers(text: string): Trailers {
  if (text.trim() === '' || !ANY_LINE.test(text))
    return { trailers: [], rest: withoutBlankEnds(text.replace(/\r\n?/g, '\n')) };
  const lines = scanBlocks(text);
  const paragraphs: Item[][] = [];
  let end = lines.length;
  for (;;) {
    const from = startOfParagraph(lines, end);
    const read = from === null ? null : readParagraph(lines.slice(from, end));
    if (from === null || read === null) break;
    paragraphs.push(read);
    end = from;
  }
  const items = paragraphs.reverse().flat();
  const foreign = items.filter((item) => !isOwn(item.key) && !isTool(item.key)).flatMap((item) => item.lines);
  const above = lines.slice(0, end).map((line) => line.text);
  return { trailers: items.flatMap(trailerOf), rest: withoutBlankEnds([...above, ...foreign].join('\n')) };
}

// The first line keeps its indentation: it may be code.
const withoutBlankEnds = (text: string): string => text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();

/** Every value of one key, which is given in lower case. */
export const trailersNamed = (message: Message, key: string): string[] =>
  message.trailers.filter((trailer) => trailer.key === key).map((trailer) => trailer.value);

const isOwn = (key: string | null): boolean => key !== null && (SENTENCES.has(key) || OTHER_OWN.has(key));
const isTool = (key: string | null): boolean => key === null || TOOL_KEY.test(key);

// Above the blank lines and the paragraph that end at `end`; null: nothing stands there.
function startOfParagraph(lines: readonly BlockLine[], end: number): number | null {
  let at = end;
  while (lines[at - 1]?.kind === 'blank') at -= 1;
  if (at === 0) return null;
  while (at > 0 && lines[at - 1]?.kind !== 'blank') at -= 1;
  return at;
}

// Null when the paragraph is anything but trailers, what goes on from them, and footers.
function readParagraph(paragraph: readonly BlockLine[]): Item[] | null {
  const items: Item[] = [];
  for (const { kind, text } of paragraph) {
    if (kind === 'blank') continue;
    const last = items.at(-1);
    const key = TRAILER.exec(text)?.[1]?.toLowerCase();
    if (['code', 'fence', 'quote', 'comment', 'table', 'front'].includes(kind)) return null;
    if (FOOTER.test(text)) items.push({ key: null, lines: [text] });
    else if (key !== undefined) items.push({ key, lines: [text] });
    else if (last !== undefined && OTHER_LABEL.test(text)) items.push({ key: LABEL, lines: [text] });
    else if (last !== undefined && goesOn(last, text)) last.lines.push(text);
    else return null;
  }
  return items;
}

const goesOn = (item: Item, text: string): boolean =>
  !OPENS_LIST.test(text) && (/^\s/.test(text) || (item.key !== null && SENTENCES.has(item.key)));

/** In place of the key of a label that git knows no trailer by: it stays in the text above. */
const LABEL = ' ';

// `Nächster Schritt: …` below `Blocker: …`: no sentence goes on with a capital and a colon.
const OTHER_LABEL = letters`^(?:\p{Lu}[\p{L}'’-]{0,24}(?: [\p{L}'’-]{1,24}){0,3}|[\u3040-\ud7ff]{2,8})(?:\s?：|\s?:\s)\s*\S`;

// `Known issues:`, and a point below it: no sentence goes on like that.
const OPENS_LIST = /^\S.*[:：]\s*$|^\s*(?:[-*+•]|\d{1,2}[.)])\s/;

function trailerOf({ key, lines: [first = '', ...more] }: Item): Trailer[] {
  if (key === null || key === LABEL) return [];
  const value = [TRAILER.exec(first)?.[2] ?? '', ...more].map((line) => line.trim()).join(' ');
  return [{ key, value: value.trim() }];
}
