// Foreign words, ids and counts as they stand in a sentence of ours.
const LONGEST_QUOTE = 160;

/** At most so many characters. */
export const cut = (text: string, length = LONGEST_QUOTE): string =>
  text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
export const quote = (text: string): string => `“${cut(text)}”`;
/** A commit's id. */
export const short = (sha: string): string => sha.slice(0, 7);
/** `1 commit`, `2 commits`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
