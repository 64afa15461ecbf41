// Words as hooks/lib/wires.awk sees them, which knows bytes alone: tokens between blanks. A run of letters is
// one, a run of digits, and each sign or letter of a language written without spaces; marks of Markdown and
// quotes are blanks.

const COLON = /\uff1a/g;
const BLANK =
  /[^a-z0-9%:>\u00c0-\u02bb\u02bd-\u1fff\u2040-\u2fff\u3040-\ufe0e\ufe10-\ufeff\uff10-\u{10ffff}]+/gu;
const APART = /[0-9]+|[%:>\u0800-\u{10ffff}]/gu;

/** Of a text whose letters of ASCII are in lower case; a blank before and behind each token. */
export const tokensOf = (text: string): string =>
  ` ${text.replace(COLON, ':').replace(BLANK, ' ').replace(APART, ' $& ')} `.replace(/ +/g, ' ');

/** The tokens of a word in all that it may come in: awk knows capitals of ASCII alone, and accents may be
 * apart. */
export function spellingsOf(word: string): readonly string[] {
  const cases = /^[ -~]*$/.test(word) ? [word] : [word, capitalized(word), titled(word), word.toUpperCase()];
  return cases
    .flatMap((one) => [one.normalize('NFC'), one.normalize('NFD')])
    .map((one) => tokensOf(lowerAscii(one)));
}

const capitalized = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
const titled = (words: string): string => words.split(' ').map(capitalized).join(' ');

export const lowerAscii = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
