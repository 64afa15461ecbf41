// What a draft adds to what commits say, in the language of the file.
import { withoutAccents } from '../letters.ts';
import { type Language, type Says, WORDS } from '../words/index.ts';

export type Words = Says;

/** `isBare`: without accents, as some files are written throughout. */
export function wordsOf(language: Language, isBare = false): Words {
  const { says } = WORDS[language];
  if (!isBare) return says;
  return Object.fromEntries(Object.entries(says).map(([key, word]) => [key, withoutAccents(word)])) as Words;
}

export const phaseDone = ({ phaseDone }: Words, id: string): string => phaseDone.replace('#', () => id);
