// How far something is, by the words and marks that say it: the one table of what is done, running or still to come.
import { withoutAccents } from '../letters.ts';
import { memoize, once } from '../memo.ts';
import { everywhere, type Statuses } from '../words/index.ts';
import { fold, hasWord, matchAt, take, wordsAt, wordsIn } from '../words/lexicon.ts';

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

/** The status that a mark says; the marks are those that `marksIn` finds. */
const valueOfMark = (mark: string): StatusValue =>
  VALUES.find((value) => new RegExp(`^(?:${MARKS[value]})$`).test(mark)) ?? 'pending';

export const marksIn = (text: string): Status[] =>
  [...text.matchAll(MARK)].map(({ index, 0: mark }) => ({
    value: valueOfMark(mark),
    start: index,
    end: index + mark.length,
  }));

const listed = (keys: readonly (keyof Statuses)[]): string[] =>
  keys.flatMap((key) => everywhere(({ statuses }) => statuses[key]));
const bothWays = (words: readonly string[]): string[] => [
  ...new Set(words.flatMap((word) => [word, withoutAccents(word)])),
];
const over = () => everywhere(({ clauses }) => clauses.over);
const begun = () => everywhere(({ clauses }) => clauses.begun);

// What a cell, a bracket or a clause says that is a status and nothing else.
const whole = once(
  () =>
    new Map<string, StatusValue>([
      ...bothWays(listed(['open'])).map((word) => [word, 'pending'] as const),
      ...bothWays([...listed(['running', 'active']), ...begun()]).map((word) => [word, 'running'] as const),
      ...bothWays([...listed(['done', 'closed']), ...over()]).map((word) => [word, 'done'] as const),
    ]),
);

const said = once(() =>
  wordsAt([...whole().keys()].filter((word) => word.length > 2 || /[^\x00-\x7f]/.test(word))),
);
const doneIn = once(() => wordsIn(bothWays([...listed(['done', 'closed']).filter(isLong), ...over()])));
const isLong = (word: string): boolean => word.length > 2;
const DONE_ENDS = once(() => new RegExp(`(?:${doneIn().source})[^\\p{L}\\p{N}]*$`, 'u'));
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

/** What is said right behind a name, in its own clause: a status, a share, a mark; null where nothing is, or part of it. */
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
  const end = matchAt(said(), text, start);
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
  const at = text.search(DONE_ENDS());
  const before = text.slice(0, Math.max(0, at));
  if (at < 0 || hasWord('parts', before) || hasWord('limits', before) || hasWord('doubts', before))
    return null;
  const start = at + (/^[^\p{L}]*/u.exec(text.slice(at))?.[0].length ?? 0);
  return { value: 'done', start, end: text.trimEnd().length };
}

const endsWith = (words: readonly string[]): RegExp =>
  new RegExp(
    `(?:${wordsIn(bothWays(words)).source})(?:\\s(?:${everywhere(({ clauses }) => clauses.articles).join('|')}))?[\\s*_]*$`,
  );
const insideBefore = once(() =>
  endsWith([
    ...listed(['inside']),
    ...everywhere(({ clauses }) => clauses.begins),
    'starting',
    'beginning',
    'started',
  ]),
);
const doneBefore = once(() => endsWith(listed(['closed']).filter((word) => word.length > 2)));
const readyBefore = once(() =>
  endsWith([
    'ready to start',
    'ready to begin',
    'ready for',
    'next',
    'next up',
    'to start',
    'to begin',
    ...listed(['open']),
  ]),
);

const NEAR = 80;

/** What is said right before a name in its own clause: `Currently in`, `Completed`, a mark. */
export function statusBefore(text: string): Status | null {
  const from = Math.max(0, text.length - NEAR);
  const near = text.slice(from);
  const mark = marksIn(near).at(-1);
  if (mark !== undefined && /^[\s*_]*$/.test(near.slice(mark.end)))
    return { ...mark, start: from + mark.start, end: from + mark.end };
  const folded = fold(near);
  const [pattern, value] =
    [
      [readyBefore(), 'pending'] as const,
      [insideBefore(), 'running'] as const,
      [doneBefore(), 'done'] as const,
    ].find(([one]) => one.test(folded)) ?? [];
  if (pattern === undefined || value === undefined) return null;
  if (value === 'done' && (hasWord('doubts', folded) || hasWord('limits', folded))) return null;
  const at = folded.search(pattern);
  return { value, start: from + at, end: from + folded.trimEnd().length };
}

// `almost complete`, `80% done`, `3/5 done`, `complete the form`, `未完成` do not say that it is.
const GUARD = `(?<!not |in|\\d ?% |(?:partially|partly|half|mostly|almost|nearly|until|once|when|to be) |(?:of|/) ?\\d{1,3} )(?<![未没])(?<!미)`;
const OBJECTS = '(?! (?:the|a|an|all|any|our|this|these|its|remaining) )';
const finished = once(() => new RegExp(`✅|✔|✓|☑|(?<!\\d)100 ?%|${GUARD}(?:${doneIn().source})${OBJECTS}`));
const mended = once(() => wordsIn(bothWays(listed(['fixed']))));
const runs = once(() =>
  wordsIn(
    bothWays([
      ...listed(['running', 'open', 'active', 'inside']),
      ...begun(),
      ...everywhere(({ clauses }) => clauses.begins),
      'starting',
      'beginning',
    ]),
  ),
);

/** Whether a text says anywhere that something is finished. */
export const isFinished = memoize((text: string): boolean => finished().test(fold(text)), 2000);

/** Whether a text says anywhere that something runs, or is next. */
export const isBegun = memoize(
  (text: string): boolean => /🔄|🚧|⏳/u.test(text) || runs().test(fold(text)),
  2000,
);

const LONGEST_END = 100;
const SHOUTED = /(?<!NOT |\p{L})(?:DONE|FIXED|COMPLETED?|RESOLVED|CLOSED|SHIPPED)[^\p{L}]*$/u;
// `Which queue to take RESOLVED: the one of the database`
const SETTLED = /^.{0,100}(?<!NOT |\p{L})(?:RESOLVED|FIXED|CLOSED)(?=:|\s[—–-]\s)/u;
const closedEnd = once(
  () =>
    new RegExp(
      `(?:[—:|✅✔☑-]|\\*\\*)\\s*\\**(?:${finished().source}|${mended().source})[^\\p{L}]{0,4}(?:\\([^()]*\\))?[^\\p{L}]*$`,
      'u',
    ),
);
const closedStart = once(() => new RegExp(`^[^\\p{L}]*(?:${finished().source}|${mended().source})`, 'u'));

/** Whether a point says that it is behind us: by its first mark, or by its last words. */
export const isClosed = (text: string): boolean =>
  /^\s*[✅✔✓☑]/u.test(text) ||
  SHOUTED.test(text.slice(-LONGEST_END)) ||
  SETTLED.test(text) ||
  closedEnd().test(fold(text.slice(-LONGEST_END)));

/** Of what a status says: `Fixed in main (commit 7420df4)`. */
export const startsClosed = (text: string): boolean => closedStart().test(fold(text));
