// Talk is made of lines: foreign text within one (a path, a message, a title) never starts another that looks
// like ours.
import { maskSecrets } from '../secrets.ts';

// What a terminal or an editor may take for the end of a line: https://www.unicode.org/reports/tr14/#BK
const BREAKS = /[\n\v\f\r\u0085\u2028\u2029]+/g;

export const foldLine = (text: string): string => text.replace(BREAKS, ' ');

/** As many lines as there are texts, whatever stands in them; no final line ending. */
export const joinLines = (lines: readonly string[]): string => lines.map(foldLine).join('\n');

// Controls, the marks of the bidi algorithm, soft hyphens, zero-width signs, tags and the variation selectors
// that can carry hidden text. U+FE0F, which makes a sign an emoji, stays.
const INVISIBLE =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e01ef}]/gu;

/** One line of foreign text, with everything in it that a reader can see. */
export const cleanLine = (text: string): string =>
  maskSecrets(text)
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(INVISIBLE, '')
    .trim();
