// A quick look at a text for words without which it cannot say what a reader looks for: most texts have none
// of them, and are read no further. It may stop at too many texts, never at too few.

import { isLetterCode } from './index-of.ts';

/** Words by their longest run of letters, in lower case, and which lengths begin with which letter. */
export type Trips = {
  readonly anywhere: ReadonlySet<string>;
  /** Of names that stand before a colon or a dash, or at the end of a line, by their last run of letters. */
  readonly names: ReadonlySet<string>;
  readonly lengths: Uint32Array;
};

const runsIn = (word: string): string[] => word.toLowerCase().match(RUNS) ?? [];
const RUNS = /[a-z\u00df-\u024f\u0370-\u052f]+/g;

const longest = (runs: readonly string[]): string =>
  runs.reduce((long, one) => (one.length > long.length ? one : long), '');

const LETTERS = 0x530;
/** Longer runs count as if they were as long. */
const MOST = 31;

export function tripsOf(words: readonly string[], names: readonly string[] = []): Trips {
  const anywhere = new Set(words.map((word) => longest(runsIn(word))));
  const ends = new Set(names.map((name) => runsIn(name).at(-1) ?? ''));
  const lengths = new Uint32Array(LETTERS);
  for (const run of [...anywhere, ...ends]) {
    const first = run.charCodeAt(0);
    if (run !== '') lengths[first] = (lengths[first] ?? 0) | (1 << Math.min(MOST, run.length));
  }
  return { anywhere, names: ends, lengths };
}

/** Languages written without spaces are always read. */
const isUnspaced = (code: number): boolean => code >= 0x3040 && code <= 0xd7af;

/** Whether a text has one of the words, or one of the names where a label or a heading has its name. */
export function isTripped({ anywhere, names, lengths }: Trips, text: string): boolean {
  const folded = text.toLowerCase();
  const { length } = folded;
  for (let at = 0; at < length; ) {
    const code = folded.charCodeAt(at);
    if (!isLetterCode(code)) {
      if (isUnspaced(code)) return true;
      at += 1;
      continue;
    }
    const start = at;
    while (at < length && isLetterCode(folded.charCodeAt(at))) at += 1;
    if (((lengths[code] ?? 0) & (1 << Math.min(MOST, at - start))) === 0) continue;
    const run = folded.slice(start, at);
    if (anywhere.has(run) || (names.has(run) && endsName(folded, at))) return true;
  }
  return false;
}

const NAME_ENDS = ':\uff1a-\u2013\u2014\n\r';

function endsName(folded: string, from: number): boolean {
  for (let at = from; at < folded.length; at += 1) {
    if (NAME_ENDS.includes(folded.charAt(at))) return true;
    if (isLetterCode(folded.charCodeAt(at))) return false;
  }
  return true;
}
