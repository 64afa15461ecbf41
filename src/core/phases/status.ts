// How far something is, by the words and marks that say it: the one table of what is done, running or still
// to come.
import { letters, withoutAccents } from '../letters.ts';
import { once } from '../memo.ts';
import { alternatives, everywhere, type Language, type Statuses, WORDS } from '../words/index.ts';
import { findAll, indexWords, type WordIndex, wordEnd } from '../words/index-of.ts';
import { fold, hasWord, matchAt, take } from '../words/lexicon.ts';

export type StatusValue = 'done' | 'running' | 'pending';

/** `start`, `end`: offsets of the words or the mark that say it. */
export type Status = { readonly value: StatusValue; readonly start: number; readonly end: number };

const MARKS: Readonly<Record<StatusValue, string>> = {
  done: '✅|✔️|✔|✓|☑️|☑|\\[[xX]\\]',
  running: '⏳|🔄|🚧|🟡|🟠',
  pending: '🔜|⬜|📋|⏸️|⏸|🔲|◻️|☐|\\[ \\]',
};
const MARK = new RegExp(Object.values(MARKS).join('|'), 'g');
const VALUES: readonly StatusValue[] = ['done', 'running', 'pending'];

/** What we write where an open mark was. */
export const DONE_MARK = '✅';

/** The status that a mark says; the marks are those that `marksIn` finds. */
export const valueOfMark = (mark: string): StatusValue =>
  VALUES.find((value) => new RegExp(`^(?:${MARKS[value]})$`).test(mark)) ?? 'pending';

export const marksIn = (text: string): Status[] =>
  [...text.matchAll(MARK)].map(({ index, 0: mark }) => ({
    value: valueOfMark(mark),
    start: index,
    end: index + mark.length,
  }));

export const listed = (keys: readonly (keyof Statuses)[]): string[] =>
  keys.flatMap((key) => everywhere(({ statuses }) => statuses[key]));
export const bothWays = (words: readonly string[]): string[] => [
  ...new Set(words.flatMap((word) => [word, withoutAccents(word)])),
];
const over = () => everywhere(({ clauses }) => clauses.over);
export const begun = () => everywhere(({ clauses }) => clauses.begun);

// What a cell, a bracket or a clause says that is a status and nothing else.
const whole = once(
  () =>
    new Map<string, StatusValue>([
      ...bothWays(listed(['open'])).map((word) => [word, 'pending'] as const),
      ...bothWays([...listed(['running', 'active']), ...begun()]).map((word) => [word, 'running'] as const),
      ...bothWays([...listed(['done', 'closed']), ...over()]).map((word) => [word, 'done'] as const),
    ]),
);

const isLong = (word: string): boolean => word.length > 2;
const said = once(() =>
  indexWords([...whole().keys()].filter((word) => isLong(word) || /[^\x00-\x7f]/.test(word))),
);
export const doneWords = (): string[] => bothWays([...listed(['done', 'closed']).filter(isLong), ...over()]);
export const done = once(() => indexWords(doneWords()));
const SHARE =
  /(?<![\d.,/])(\d{1,4})\s?(?:\/|of|von|de|di|из|з|z|sur)\s?(\d{1,4})(?![\d/.-])|(?<![\d.,])(\d{1,3})(?:[.,]\d)?\s?%/;

/** `9/9 tasks`, `3 of 7`, `100 %`: of how much of it is done. */
function shareIn(folded: string): Status | null {
  const match = SHARE.exec(folded);
  if (match === null) return null;
  const [part, all] = match[3] === undefined ? [Number(match[1]), Number(match[2])] : [Number(match[3]), 100];
  if (all === 0 || part > all) return null;
  const value = part === all ? 'done' : part === 0 ? 'pending' : 'running';
  return { value, start: match.index, end: match.index + match[0].length };
}

type Cell = { readonly text: string; readonly start: number };

// What stands between dashes, bars, colons, commas and brackets.
const BETWEEN = /\s[-–—]+(?=\s)|[–—|:：()（）[\],;*_`]+/g;

function cellsOf(folded: string): Cell[] {
  const ends = [...folded.matchAll(BETWEEN)];
  const starts = [0, ...ends.map(({ index, 0: mark }) => index + mark.length)];
  return starts.map((start, order) => ({ text: folded.slice(start, ends[order]?.index), start }));
}

const runs = once(() => indexWords(bothWays(listed(['running']))));

/** The first status that a line says as the whole of a cell or clause, or with a word of what runs: `it is in
 * progress`. */
export function statusWithin(line: string): Status | null {
  const folded = fold(line.slice(0, LONGEST_LINE));
  for (const { text, start } of cellsOf(folded)) {
    const core = letters`[\p{L}/].*[\p{L}/]|\p{L}`.exec(text);
    const value = whole().get(core?.[0] ?? '');
    const at = start + (core?.index ?? 0);
    if (core !== null && value !== undefined) return { value, start: at, end: at + core[0].length };
  }
  const [running] = findAll(runs(), folded);
  return running === undefined ? null : { value: 'running', ...running };
}

const LONGEST_LINE = 1000;

/** How a language says it of a unit. */
export const statusWord = (language: Language, value: 'done' | 'running'): string =>
  alternatives(WORDS[language].statuses[value])[0] ?? '';

const STATUSES = ['running', 'open', 'active', 'done', 'closed'] as const;

/** Whether a text is a status in that language. */
export const isStatusOf = (language: Language, text: string): boolean =>
  bothWays(STATUSES.flatMap((key) => alternatives(WORDS[language].statuses[key]))).includes(fold(text));

const MOST_WORDS = 4;

function behindCopulas(text: string): number {
  let at = matchAt(/[^\p{L}\p{N}]*/uy, text, 0);
  for (let count = 0; count < MOST_WORDS; count += 1) {
    const next = Math.max(take('copulas', text, at), take('adverbs', text, at));
    if (next < 0) break;
    at = matchAt(/\s*/y, text, next);
  }
  return at;
}

const OBJECT = /^\s+(?:the|a|an|all|any|our|this|these|its|remaining)\s/;

/** What is said right behind a name, in its own clause: a status, a share, a mark; null where nothing is, or
 * part of it. */
export function statusBehind(text: string): Status | null {
  const folded = fold(text);
  const cells = cellsOf(folded).slice(0, 12);
  for (const [order, cell] of cells.entries()) {
    const found = inCell(cell.text, order === 0);
    if (found === 'void') return null;
    if (found !== null) return { ...found, start: cell.start + found.start, end: cell.start + found.end };
  }
  return marksIn(text)[0] ?? null;
}

function inCell(text: string, isFirst: boolean): Status | 'void' | null {
  const start = behindCopulas(text);
  const end = wordEnd(said(), text, start);
  const rest = end < 0 ? '' : text.slice(end);
  if (end >= 0 && rest.replace(/[^\p{L}\p{N}]+/gu, '') === '')
    return { value: whole().get(text.slice(start, end)) ?? 'pending', start, end };
  const share = shareIn(text);
  if (share !== null && !hasWord('limits', text)) return share;
  if (isFirst && end >= 0 && !OBJECT.test(rest)) {
    if (hasWord('limits', rest) || hasWord('hedges', rest)) return 'void';
    return { value: whole().get(text.slice(start, end)) ?? 'pending', start, end };
  }
  return isFirst ? null : titled(text);
}

// `Core complete` behind a colon: the unit's title, and that it is done.
function titled(text: string): Status | null {
  const at = [...findAll(done(), text)].find(({ end }) => NO_LETTERS.test(text.slice(end)))?.start;
  const before = text.slice(0, at);
  if (at === undefined || hasWord('parts', before) || hasWord('limits', before) || hasWord('doubts', before))
    return null;
  return { value: 'done', start: at, end: text.trimEnd().length };
}

const NO_LETTERS = letters`^[^\p{L}\p{N}]*$`;

// `Currently in`, and an article behind it.
const BEFORE: readonly (readonly [StatusValue, () => WordIndex])[] = [
  [
    'pending',
    once(() =>
      indexWords(
        bothWays([
          ...['ready to start', 'ready to begin', 'ready for', 'next', 'next up', 'to start', 'to begin'],
          ...listed(['open']),
        ]),
      ),
    ),
  ],
  ['running', once(() => indexWords(bothWays([...listed(['inside']), ...begins(), 'started'])))],
  ['done', once(() => indexWords(bothWays(listed(['closed']).filter(isLong))))],
];
export const begins = () => [...everywhere(({ clauses }) => clauses.begins), 'starting', 'beginning'];

const startOf = (text: string, index: WordIndex): number | undefined =>
  [...findAll(index, text)].find(({ end }) => isLast(text.slice(end)))?.start;

function isLast(behind: string): boolean {
  const article = /^\s/.test(behind) ? take('articles', behind, 1) : -1;
  return BLANK_END.test(behind) || (article >= 0 && BLANK_END.test(behind.slice(article)));
}

const BLANK_END = /^[\s*_]*$/;

const NEAR = 80;

/** What is said right before a name in its own clause: `Currently in`, `Completed`, a mark. */
export function statusBefore(text: string): Status | null {
  const from = Math.max(0, text.length - NEAR);
  const near = text.slice(from);
  const mark = marksIn(near).at(-1);
  if (mark !== undefined && /^[\s*_]*$/.test(near.slice(mark.end)))
    return { ...mark, start: from + mark.start, end: from + mark.end };
  const folded = fold(near);
  for (const [value, index] of BEFORE) {
    const at = startOf(folded, index());
    if (at === undefined) continue;
    if (value === 'done' && (hasWord('doubts', folded) || hasWord('limits', folded))) return null;
    return { value, start: from + at, end: from + folded.trimEnd().length };
  }
  return null;
}
