// The words and marks by which files say how far something is, and what they say once it is done.
import { letters, lettersIn } from '../letters.ts';
import { LANGUAGES, type Language, WORDS } from '../words/index.ts';
import { foldName } from './roles.ts';

export type Statuses = {
  /** Words that mean "under way" wherever they stand. */
  readonly running: readonly string[];
  /** Words that mean "not done" where they are all that a cell, bracket or clause says. */
  readonly open: readonly string[];
  /** What stands there once it is done. */
  readonly done: string;
  /** What else means done. */
  readonly closed: readonly string[];
};

const list = (words: string): string[] => words.split('|');

export const STATUSES = Object.fromEntries(
  LANGUAGES.map((language) => [language, listed(WORDS[language].statuses)]),
) as Readonly<Record<Language, Statuses>>;

/** Marks of what is not done, and of what is. */
export const OPEN_MARKS: readonly string[] = [
  '⏳',
  '🔄',
  '🚧',
  '🔜',
  '⬜',
  '🟡',
  '🟠',
  '📋',
  '⏸️',
  '🔲',
  '◻️',
  '☐',
];
export const DONE_MARK = '✅';

function listed({ running, open, done, closed }: (typeof WORDS)['en']['statuses']): Statuses {
  return { running: list(running), open: list(open), done, closed: list(closed) };
}

export type FoundStatus = { readonly start: number; readonly end: number; readonly isDone: boolean };

const LONGEST_LINE = 1000;
// What stands between dashes, bars, colons, commas and brackets.
const CLAUSE = /(?:(?!\s[-–—]+\s)[^|:：()（）[\],;])+/gu;

/** The first status that a line states in one of the languages; null where it states none. */
export function findStatus(line: string, languages: readonly Language[]): FoundStatus | null {
  const text = line.slice(0, LONGEST_LINE);
  const known = languages.map((language) => STATUSES[language]);
  const running = known.flatMap((statuses) => statuses.running);
  const open = new Set([...running, ...known.flatMap((statuses) => statuses.open)].map(foldName));
  const done = new Set(known.flatMap((statuses) => [statuses.done, ...statuses.closed]).map(foldName));
  for (const match of text.matchAll(CLAUSE)) {
    const core = letters`[\p{L}/].*[\p{L}/]|\p{L}`.exec(match[0]);
    const words = foldName(core?.[0] ?? '');
    const start = match.index + (core?.index ?? 0);
    if (open.has(words) || done.has(words))
      return { start, end: start + (core?.[0].length ?? 0), isDone: done.has(words) };
  }
  return findRunning(text, running);
}

// "is in progress", in the middle of a sentence.
function findRunning(text: string, words: readonly string[]): FoundStatus | null {
  const found = lettersIn(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu').exec(text);
  return found === null ? null : { start: found.index, end: found.index + found[0].length, isDone: false };
}
