// Looks words of a table up in a text without an expression: one of thousands of words takes V8 long to be
// ready.
import { memoize } from '../memo.ts';

/** Words of a table, between bars; and those that begin with a character, where that was asked, the longest
 * first: `in progress` before `in`. */
export type WordIndex = { readonly all: string; readonly under: Map<string, readonly string[]> };

/** `entries`: words, or several between bars. Only what a text may have of them is taken apart. */
export const indexWords = (entries: readonly (string | null)[]): WordIndex => ({
  all: `|${entries.join('|')}|`,
  under: new Map([
    ['', NONE],
    ['|', NONE],
  ]),
});

const NONE: readonly string[] = [];

function wordsUnder({ all, under }: WordIndex, first: string): readonly string[] {
  const known = under.get(first);
  if (known !== undefined) return known;
  const words = new Set<string>();
  for (let at = all.indexOf(`|${first}`); at >= 0; at = all.indexOf(`|${first}`, at + 1))
    words.add(all.slice(at + 1, all.indexOf('|', at + 1)));
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  under.set(first, longestFirst);
  return longestFirst;
}

/** A letter of a language written with spaces, in lower case. */
export function isLetterCode(code: number): boolean {
  if (code < 128) return code > 96 && code < 123;
  return (code >= 0xdf && code <= 0x24f) || (code >= 0x370 && code <= 0x52f);
}

/** A letter, digit or `_`. */
const isWordCode = (code: number): boolean => isLetterCode(code) || (code > 47 && code < 58) || code === 95;

// Other white space counts as a blank; every character keeps its place.
const blank = memoize((text: string): string => text.replace(/\s/g, ' '), 16);

/** The offset behind the longest word at `at`, where it ends there; -1 where none does. Texts are folded. */
export function wordEnd(index: WordIndex, text: string, at: number): number {
  const words = wordsUnder(index, text.charAt(at));
  if (words.length === 0) return -1;
  const plain = blank(text);
  for (const word of words) {
    const end = at + word.length;
    if (
      plain.startsWith(word, at) &&
      !(isWordCode(word.charCodeAt(word.length - 1)) && isWordCode(text.charCodeAt(end)))
    )
      return end;
  }
  return -1;
}

const HYPHEN = 45;
const isUpper = (code: number): boolean => code > 64 && code < 91;

export type Found = { readonly start: number; readonly end: number };

/** The words of a table in a text, each as a word of its own, in their order; the longest where several
 * begin. */
export function* findAll(index: WordIndex, text: string): Generator<Found> {
  let before = 0;
  for (let start = 0; start < text.length; start++) {
    const isInside = isWordCode(before) || before === HYPHEN || isUpper(before);
    before = text.charCodeAt(start);
    if (isInside && isWordCode(before)) continue;
    if (wordsUnder(index, text.charAt(start)).length === 0) continue;
    const end = wordEnd(index, text, start);
    if (end >= 0) yield { start, end };
  }
}

/** Where a text has one of the words first, as a word of its own; -1 where it has none. */
export function findIndexed(index: WordIndex, text: string): number {
  const first = findAll(index, text).next();
  return first.done === true ? -1 : first.value.start;
}
