// Which day a date means. Every date that is read anywhere is read here.
import { letters, lettersIn, withoutAccents } from '../letters.ts';
import { memoize, once } from '../memo.ts';
import type { Language } from '../words/index.ts';
import { MONTHS } from '../words/months.ts';

/** How a file writes dates in numbers. */
export type Dating = {
  readonly language: Language;
  /** Null where no date of the file decides it. */
  readonly order: 'day-first' | 'month-first' | null;
  /** Whether another date decides it: one that has one reading, or that only one reading is near to. */
  readonly isSure: boolean;
};

/** Of a text by itself. */
export const UNDATED: Dating = { language: 'en', order: null, isSure: false };

export type Day = {
  /** Offsets into the text, of the day alone. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** ISO 8601, such as `2025-11-08`. */
  readonly day: string;
  /** `02/01/2026` may be one of two days where no other date of the file decides it. */
  readonly isSure: boolean;
};

type Fields = readonly [year: string, month: string, day: string];
type Shape = {
  readonly pattern: RegExp;
  readonly read: (groups: readonly string[], dating: Dating) => Fields;
};

// The letters of the languages whose dates have words in them. \p{L}{3,12} takes milliseconds to compile.
const LETTER = 'A-Za-z\\u00c0-\\u02af\\u0400-\\u04ff';
export const WORD = `[${LETTER}]{3,12}`;

const SHAPES: readonly Shape[] = [
  {
    pattern: lettersIn(
      '(?<![\\w./-])(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d|_[\\p{L}\\d]|-\\p{L})',
      'gu',
    ),
    read: ([year = '', , month = '', day = '']) => [year, month, day],
  },
  {
    pattern: /(?<![\w./-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!_?[A-Za-z0-9])/g,
    read: ([first = '', mark = '', second = '', year = ''], dating) =>
      isDayFirst(first, mark, second, dating) ? [year, second, first] : [year, first, second],
  },
  {
    pattern: /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/g,
    read: ([year = '', month = '', day = '']) => [year, month, day],
  },
  {
    pattern: new RegExp(`(?<![${LETTER}])(${WORD})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'g'),
    read: ([word = '', day = '', year = '']) => [year, String(monthOf(word) ?? 0), day],
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th)? (?:de )?(${WORD})\\.?(?: de|,)? (\\d{4})(?!\\d)`,
      'g',
    ),
    read: ([day = '', word = '', year = '']) => [year, String(monthOf(word) ?? 0), day],
  },
];

/** Of a file's name. */
const COMPACT: Shape = {
  pattern: /(?<!\w)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/g,
  read: ([year = '', month = '', day = '']) => [year, month, day],
};

/** The first day in a text; null where there is none. */
export const findDay = (text: string, dating: Dating): Day | null =>
  daysIn(text, dating).next().value ?? null;

/** The day that a text starts with. `20260118` is one there. */
export function leadingDay(text: string, dating: Dating): Day | null {
  const isAtStart = (day: Day | undefined) => day?.start === 0;
  return (
    [...SHAPES, COMPACT].map((shape) => ofShape(shape, text, dating).next().value).find(isAtStart) ?? null
  );
}

/** In the order of the text, none inside another. */
export function* daysIn(text: string, dating: Dating): Generator<Day, undefined> {
  if (!/\d{4}/.test(text)) return;
  const found = SHAPES.flatMap((shape) => [...ofShape(shape, text, dating)]);
  let end = 0;
  for (const day of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (day.start < end) continue;
    end = day.end;
    yield day;
  }
}

function* ofShape({ pattern, read }: Shape, text: string, dating: Dating): Generator<Day, undefined> {
  for (const match of text.matchAll(pattern)) {
    const day = isoDay(read(match.slice(1), dating));
    if (day === null) continue;
    const isSure = dating.isSure || !mayBeEither(match[0]);
    yield { start: match.index, end: match.index + match[0].length, text: match[0], day, isSure };
  }
}

function isoDay([year, month, day]: Fields): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  const isReal = date.getUTCMonth() === m - 1 && date.getUTCDate() === d && m > 0;
  return isReal ? `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` : null;
}

const isDayFirst = (first: string, mark: string, second: string, dating: Dating): boolean =>
  Number(first) > 12 || (Number(second) <= 12 && prefersDayFirst(mark, dating));

/** What nothing else decides: `02/01/2026` is in February where the file is English, `02.01.2026` in
 * January. */
export const prefersDayFirst = (mark: string, { order, language }: Dating): boolean =>
  order === null ? language !== 'en' || mark !== '/' : order === 'day-first';

/** Whether a date in numbers can be read in two ways. */
export function mayBeEither(text: string): boolean {
  const [, first, second] = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}$/.exec(text) ?? [];
  return (
    first !== undefined && Number(first) !== Number(second) && Number(first) <= 12 && Number(second) <= 12
  );
}

const CLOCK =
  /^(?:t|,? ?(?:@|at|à|às|a las|alle|um|o|в|о|-|–|—)? ?)(\d{1,2})[:h](\d{2})(?::(\d{2})(?:\.\d{3})?)?(?: ?([ap])\.?m\b\.?)?(?!\d)/;

export type Clock = { readonly length: number; readonly milliseconds: number };

/** The clock time that stands behind a day; of length 0 where there is none. */
export function clockAfter(text: string): Clock {
  const [whole = '', hour = '0', minute = '0', second = '0', half] =
    CLOCK.exec(text.slice(0, 40).toLowerCase()) ?? [];
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0);
  return { length: whole.length, milliseconds: ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000 };
}

/** What may stand around the day: the rest of a range such as `–10`, a weekday in brackets, a weekday's
 * word. */
export const RANGE = letters`^ ?[-–—~/] ?\d{1,2}(?![\d:.\p{L}])`;
export const WEEKDAY_AFTER = letters`^ ?[(（]\p{L}+[)）]`;
export const WEEKDAY_BEFORE = new RegExp(`(?<![${LETTER}])${WORD},? $`);

// Which month a word names: whole or cut short, with accents or without, as dates write it.
const months = once(() => Object.values(MONTHS).map((names) => withoutAccents(names ?? '').split('|')));

const SHORTEST = 3;

/** 1 to 12; null where the word is not a month's. */
const monthOf = memoize((word: string): number | null => {
  const folded = withoutAccents(word.toLowerCase());
  if (folded.length < SHORTEST) return null;
  for (const names of months()) {
    const month = names.findIndex((name) => name.startsWith(folded));
    if (month >= 0) return month + 1;
  }
  return null;
}, 500);
