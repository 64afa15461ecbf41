// Finds words in texts. Texts are folded to lower case and letters are a few ranges: an expression with
// `\p{L}` and the flags `iu` takes milliseconds to compile, and there are dozens of them in a hook. Every
// repetition is bounded.
import { memoize } from '../memo.ts';
import type { Evidence } from '../types.ts';
import { WORD } from '../words/lexicon.ts';

export { WORD };

/** A letter of a language written with spaces, in lower case, for use in a list. */
export const L = '[a-z\\u00df-\\u024f\\u0370-\\u052f]';

/** Whole words or phrases in lower case, separated by `|`; line breaks in the list are for the reader. */
export const anyOf = (list: string, flags = ''): RegExp =>
  new RegExp(`(?<!${WORD})(?:${alternatives(list)})(?!${WORD})`, `g${flags}`);

/** The same anywhere in a text: for signs, and for languages written without spaces. */
export const anywhere = (list: string): RegExp => new RegExp(alternatives(list), 'g');

export const either = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'g');

const alternatives = (list: string): string => list.replace(/\n\s*/g, '').trim();

/** Where a pattern is first in a text; -1 where it is not. */
export const firstOf = (text: string, pattern: RegExp): number => fold(text).search(pattern);

export const has = (text: string, pattern: RegExp): boolean => firstOf(text, pattern) >= 0;

/** What a pattern finds, in lower case, in order. */
export const findAll = (text: string, pattern: RegExp): string[] => fold(text).match(pattern) ?? [];

/** How many different words of a pattern a text uses. */
export const countWords = (text: string, pattern: RegExp): number => new Set(findAll(text, pattern)).size;

// U+0130 is the one letter that grows when it is put in lower case, and would move what stands behind it.
// A commit's few texts are asked for dozens of times.
const fold = memoize((text: string): string => text.replaceAll('\u0130', 'i').toLowerCase(), 8);

const LONGEST_QUOTE = 80;
const BEFORE_MATCH = 24;

/** The first match with the words around it, from its own line; null: there is none. */
export const quote = (text: string, pattern: RegExp): Evidence | null =>
  quoteAt(text, firstOf(text, pattern));

/** The words around an offset, from its own line; null where it is -1. */
export function quoteAt(text: string, at: number): Evidence | null {
  if (at < 0) return null;
  const from = text.lastIndexOf('\n', at) + 1;
  const behind = text.indexOf('\n', at + 1);
  const line = text.slice(from, behind < 0 ? undefined : behind);
  const start = Math.max(0, at - from - BEFORE_MATCH);
  const end = start + LONGEST_QUOTE;
  const part = line.slice(start, end);
  const whole = start > 0 ? part.slice(part.search(/\s/) + 1) : part;
  return { kind: 'quote', text: whole.trim(), isCut: [start > 0, end < line.length] };
}

/** A whole text as evidence. */
export const quoted = (text: string): Evidence => ({ kind: 'quote', text });
