// The bytes that a word may come in: the hooks' shell knows capitals of ASCII alone.

/** The word in lower case, at the start of a sentence and in capitals, with its accents in one letter and apart. */
export function spellingsOf(word: string): readonly string[] {
  const cases = /^[ -~]*$/.test(word) ? [word] : [word, capitalized(word), word.toUpperCase()];
  return cases.flatMap((one) => [lowerAscii(one.normalize('NFC')), lowerAscii(one.normalize('NFD'))]);
}

const capitalized = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

const lowerAscii = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
