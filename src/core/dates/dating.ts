// How a file writes dates in numbers: whether 02/01/2026 is in January or in February is decided by its other
// dates.
import type { Language } from '../words/index.ts';
import { type Dating, daysIn, mayBeEither, UNDATED } from './day.ts';

const NUMERIC = /(?<![\w./-])(\d{1,2})([-/.])(\d{1,2})\2\d{4}(?!_?[A-Za-z0-9])/g;

/** Of a whole file; more dates than these decide nothing new. */
const MOST_DATES = 500;

/** `language`: of its headings, where they are known. */
export function datingOf(text: string, language: Language = 'en'): Dating {
  const numeric = [...text.matchAll(NUMERIC)].slice(0, MOST_DATES);
  if (numeric.length === 0) return { ...UNDATED, language };
  const dayFirst = numeric.filter(([, first]) => Number(first) > 12).length;
  const monthFirst = numeric.filter(([, , , second]) => Number(second) > 12).length;
  if (dayFirst !== monthFirst)
    return { language, order: dayFirst > monthFirst ? 'day-first' : 'month-first', isSure: true };
  const unclear = numeric.map(([date]) => date).filter(mayBeEither);
  const near = nearer(unclear, text, language);
  const order = near.order ?? (isForeign(text) ? 'day-first' : null);
  return { language, ...near, order };
}

// Letters that English lacks: who writes them puts the day first, whatever the language of the headings.
const isForeign = (text: string): boolean => {
  const start = text.slice(0, 20_000);
  return (start.match(/[\u00df-\u02af\u0370-\u052f]/g)?.length ?? 0) > start.length / 200;
};

// A file's dates are near to one another.
function nearer(unclear: readonly string[], text: string, language: Language): Omit<Dating, 'language'> {
  const read = (order: 'day-first' | 'month-first') =>
    daysOf(unclear.join('\n'), { language, order, isSure: false });
  const known = daysOf(text, { ...UNDATED, language }, true);
  const far = (days: readonly number[]) =>
    known.length > 0
      ? Math.max(...days.map((day) => Math.min(...known.map((one) => Math.abs(one - day)))))
      : Math.max(...days) - Math.min(...days);
  const [asDayFirst, asMonthFirst] = [far(read('day-first')), far(read('month-first'))];
  if (asDayFirst === asMonthFirst || unclear.length === 0) return { order: null, isSure: false };
  return { order: asDayFirst < asMonthFirst ? 'day-first' : 'month-first', isSure: known.length > 0 };
}

const daysOf = (text: string, dating: Dating, isSure = false): number[] =>
  [...daysIn(text, dating)]
    .filter((day) => !isSure || day.isSure)
    .slice(0, MOST_DATES)
    .map(({ day }) => Date.parse(day));
