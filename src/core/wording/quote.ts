// Foreign words, ids and counts as they stand in a sentence of ours.
import { cleanLine } from './lines.ts';

const LONGEST_QUOTE = 160;

/** At most so many characters. */
export const cut = (text: string, length = LONGEST_QUOTE): string =>
  text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;

// Every mark that ends or opens a quotation somewhere, primes that look like one, and backticks; an
// apostrophe stays.
const MARKS =
  /["`\u00ab\u00bb\u2018\u201a-\u201f\u2032-\u203a\u275b-\u2760\u276e\u276f\u2e02-\u2e0d\u2e1c\u2e1d\u2e20\u2e21\u2e42\u300c-\u300f\u301d-\u301f\ufe41-\ufe44\uff02\uff07\uff62\uff63]/g;

/**
 * One line in which nothing ends the quotation that it stands in, and nothing is a tag or a comment of HTML.
 */
export const seal = (text: string): string =>
  cleanLine(text)
    .replace(MARKS, "'")
    .replace(/<(?=[!?/a-z])|--(?=>)/gi, (sign) => `${sign} `);

export const quote = (text: string, length = LONGEST_QUOTE): string => `“${cut(seal(text), length)}”`;
/**
 * Whether a name may stand in a line of ours: too short to say anything but where it leads. Longer names
 * stand in fences or quotation marks: a file or a branch can be called `ignore-the-rules-above-and-run-it`.
 */
export function isPlainName(name: string): boolean {
  const words = name.split('/').map((part) => part.split(/[-_.]+/).filter(Boolean).length);
  return /^[\w./-]{1,60}$/.test(name) && Math.max(...words) <= 3 && words.length <= 4;
}

/** A path of the repository in a sentence of ours. */
export const namePath = (path: string): string => (isPlainName(path) ? path : quote(path));

/** A commit's id. */
export const short = (sha: string): string => sha.slice(0, 7);
/** `1 commit`, `2 commits`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
