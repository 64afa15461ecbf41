// Which month a word names: whole or cut short, with accents or without, as dates write it.
import { withoutAccents } from '../letters.ts';
import { memoize, once } from '../memo.ts';
import { MONTHS } from '../words/months.ts';

const months = once(() => Object.values(MONTHS).map((names) => withoutAccents(names ?? '').split('|')));

const SHORTEST = 3;

/** 1 to 12; null where the word is not a month's. */
export const monthOf = memoize((word: string): number | null => {
  const folded = withoutAccents(word.toLowerCase());
  if (folded.length < SHORTEST) return null;
  for (const names of months()) {
    const month = names.findIndex((name) => name.startsWith(folded));
    if (month >= 0) return month + 1;
  }
  return null;
}, 500);
