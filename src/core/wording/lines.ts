// Talk is made of lines: foreign text within one (a path, a message, a title) never starts another that looks
// like ours.
import { maskSecrets } from '../secrets.ts';
import { UNSEEN } from '../unseen.ts';

// What a terminal or an editor may take for the end of a line: https://www.unicode.org/reports/tr14/#BK
const BREAKS = /[\n\v\f\r\u0085\u2028\u2029]+/g;

export const foldLine = (text: string): string => text.replace(BREAKS, ' ');

/** As many lines as there are texts, whatever stands in them; no final line ending. */
export const joinLines = (lines: readonly string[]): string => lines.map(foldLine).join('\n');

// Controls, the marks of the bidi algorithm, soft hyphens, and zero-width signs.
const INVISIBLE = new RegExp(
  String.raw`[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff${UNSEEN}]`,
  'gu',
);

/** One line of foreign text, with everything in it that a reader can see. */
export const cleanLine = (text: string): string =>
  maskSecrets(text)
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(INVISIBLE, '')
    .trim();

// Foreign words, ids and counts as they stand in a sentence of ours.
const LONGEST_QUOTE = 160;

/** At most so many characters. */
export const cut = (text: string, length = LONGEST_QUOTE): string =>
  text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;

// Every mark that ends or opens a quotation somewhere, primes that look like one, and backticks; an
// apostrophe stays.
const MARKS =
  /["`\u00ab\u00bb\u2018\u201a-\u201f\u2032-\u203a\u275b-\u2760\u276e\u276f\u2e02-\u2e0d\u2e1c\u2e1d\u2e20\u2e21\u2e42\u300c-\u300f\u301d-\u301f\ufe41-\ufe44\uff02\uff07\uff62\uff63]/g;

/** One line in which nothing ends the quotation that it stands in, and nothing is a tag or a comment of
 * HTML. */
export const seal = (text: string): string =>
  HARMLESS.test(text)
    ? maskSecrets(text).trim()
    : cleanLine(text)
        .replace(MARKS, "'")
        .replace(/<(?=[!?/a-z])|--(?=>)/gi, (sign) => `${sign} `);

const HARMLESS = /^[ !#-;=?-_a-~]*$/;

export const quote = (text: string, length = LONGEST_QUOTE): string => `“${cut(seal(text), length)}”`;
/** Whether a name may stand in a line of ours: too short to say anything but where it leads. Longer names
 * stand in fences or quotation marks: a file or a branch can be called
 * `ignore-the-rules-above-and-run-it`. */
export function isPlainName(name: string): boolean {
  const words = name.split('/').map((part) => part.split(/[-_.]+/).filter(Boolean).length);
  const isShort = /^(?:[\w./-]|(?<![\u3000-\ud7ff])[\u3000-\ud7ff]{1,8}(?![\u3000-\ud7ff])){1,60}$/.test(
    name,
  );
  return isShort && Math.max(...words) <= 3 && words.length <= 4;
}

/** A path of the repository in a sentence of ours. */
export const namePath = (path: string): string => (isPlainName(path) ? path : quote(path));

/** A commit's id. */
export const short = (sha: string): string => sha.slice(0, 7);
/** `1 commit`, `2 commits`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
