// Builds the expressions that rules look for words with; every repetition in them is bounded.

/** Whole words or phrases of any script and case, separated by `|`; line breaks in the list are for the reader. */
export const anyOf = (list: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives(list)})(?![\\p{L}\\p{N}_])`, 'giu');

/** The same anywhere in a text: for signs, and for languages written without spaces. */
export const anywhere = (list: string): RegExp => new RegExp(`(?:${alternatives(list)})`, 'giu');

export const either = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'giu');

const alternatives = (list: string): string => list.replace(/\s*\n\s*/g, '').trim();

export const has = (text: string, pattern: RegExp): boolean => text.search(pattern) >= 0;

/** How many different words of a pattern a text uses. */
export const countWords = (text: string, pattern: RegExp): number =>
  new Set([...text.matchAll(pattern)].map(([word]) => word.toLowerCase())).size;

const LONGEST_QUOTE = 100;
const BEFORE_MATCH = 40;

/** The first match in the line around it, as a quotation cut to what fits; null: there is none. */
export function quote(text: string, pattern: RegExp): string | null {
  const match = text.matchAll(pattern).next().value;
  if (match === undefined) return null;
  const from = text.lastIndexOf('\n', match.index) + 1;
  const behind = text.indexOf('\n', match.index + match[0].length);
  const line = text.slice(from, behind < 0 ? undefined : behind);
  const start = Math.max(0, match.index - from - BEFORE_MATCH);
  const end = start + LONGEST_QUOTE;
  return quoted(`${start > 0 ? '…' : ''}${line.slice(start, end).trim()}${end < line.length ? '…' : ''}`);
}

/** A text as evidence, on one line. */
export const quoted = (text: string): string => `"${text.slice(0, LONGEST_QUOTE + 2).replace(/\s+/g, ' ')}"`;
