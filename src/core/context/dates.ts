// Reads the dates that stand in a text, in whatever format and language, so that a new one can be written alike.
// A format is accepted only if date-fns writes back with it exactly what it read.

import type { Locale } from 'date-fns';
import { addMinutes } from 'date-fns/addMinutes';
import { format } from 'date-fns/format';
import { parse } from 'date-fns/parse';
import { letters } from '../letters.ts';
import { memoize } from '../memo.ts';
import { localeOf, SPELLINGS, type Spelling } from './calendar.ts';
import { type Language, NAMES } from './names.ts';
import { patternsOf } from './patterns.ts';

export type DateStyle = {
  /** date-fns' pattern, such as `yyyy-MM-dd, h:mmaaa`. */
  readonly pattern: string;
  readonly language: Language;
  readonly spelling: Spelling;
  /** Where a zone stands behind the time: its text. */
  readonly zone: string;
};

export type FoundDate = {
  /** Offsets into the text; the clock time and its zone belong to it, and the rest of a range such as `–10`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** All that would write the text back, the likeliest first; never empty. */
  readonly styles: readonly DateStyle[];
  /** Milliseconds; good for comparing dates of one file only. */
  readonly value: number;
};

export const ISO_DAY: DateStyle = { pattern: 'yyyy-MM-dd', language: 'en', spelling: 'plain', zone: '' };

// The letters of the languages whose dates have words in them. \p{L}{3,12} takes milliseconds to compile.
const WORD = '[A-Za-z\\u00c0-\\u02af\\u0400-\\u04ff]{3,12}';

const SHAPES: readonly RegExp[] = [
  letters`(?<![\w./-])\d{4}([-/.])\d{1,2}\1\d{1,2}(?![\d_]|-\p{L})`,
  /(?<![\w./-])\d{1,2}([-/.])\d{1,2}\1\d{4}(?![\w])/,
  /\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]/,
  new RegExp(`(?:${WORD},? )?${WORD}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}(?!\\d)`),
  new RegExp(
    `(?:${WORD},? )?(?<!\\d)\\d{1,2}(?:\\.|st|nd|rd|th)? (?:de )?${WORD}\\.?(?: de|,)? \\d{4}(?!\\d)`,
  ),
];
const CLOCK =
  /^(?:t|,? ?(?:@|at|à|às|a las|alle|um|o|в|о|-|–|—)? ?)\d{1,2}(?:[:h]\d{2})(?::\d{2}(?:\.\d{3})?)?(?: ?[ap]\.?m\b\.?)?(?!\d)/;
const ZONE = /^ ?(?:Z\b|[A-Z]{3,4}\b|[+-]\d{2}:?\d{2})/;
const RANGE = letters`^ ?[-–—~/] ?\d{1,2}(?![\d:.\p{L}])`;
const WEEKDAY = letters`^ ?[(（]\p{L}+[)）]`;

/** Minutes east of UTC of the zones that files name; another name is left out of what is written. */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  IST: 330,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  BRT: -180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** The first date in a text; null where there is none that date-fns can read. */
export const findDate = (text: string, language: Language = 'en'): FoundDate | null => known[language](text);

// A long log is read several times for one draft, and each of its dates is tried in several ways.
const known = Object.fromEntries(
  (Object.keys(NAMES) as Language[]).map((language) => [
    language,
    memoize<string, FoundDate | null>((text) => searchDate(text, language)),
  ]),
) as Readonly<Record<Language, (text: string) => FoundDate | null>>;

function searchDate(text: string, language: Language): FoundDate | null {
  const spans = SHAPES.flatMap((shape) => {
    const match = shape.exec(text);
    return match === null ? [] : [{ start: match.index, day: match[0] }];
  }).sort((a, b) => a.start - b.start || b.day.length - a.day.length);
  for (const { start, day } of spans) {
    const found = readAt(text, start, day, language);
    if (found !== null) return found;
  }
  return null;
}

/** The style that fits the most of several dates; the first of the first where they agree in nothing. */
export function commonStyle(dates: readonly FoundDate[]): DateStyle | null {
  const counts = new Map<string, { style: DateStyle; count: number }>();
  for (const style of dates.flatMap((date) => date.styles)) {
    const key = JSON.stringify(style);
    counts.set(key, { style, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [best] = [...counts.values()].sort((a, b) => b.count - a.count);
  return best?.style ?? null;
}

/** `now` is ISO 8601 with an offset; what is written is that offset's wall clock, or the style's zone's. */
export function writeDate(now: string, style: DateStyle): string {
  const wall = parse(now.slice(0, 19), "yyyy-MM-dd'T'HH:mm:ss", 0);
  const zone = minutesOf(style.zone.trim());
  const date = zone === null ? wall : addMinutes(wall, zone - (minutesOf(now.slice(19)) ?? 0));
  return format(date, style.pattern, localized(style)) + (zone === null ? '' : style.zone);
}

/** Whether a date that was found is the day of `now`, as its author's wall showed it. */
export const isSameDay = ({ value }: FoundDate, now: string): boolean =>
  format(value, 'yyyy-MM-dd') === now.slice(0, 10);

/** Whether a word names a time zone: `UTC`. */
export const isZone = (word: string): boolean => Object.hasOwn(ZONES, word);

function minutesOf(zone: string): number | null {
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (offset === null) return ZONES[zone] ?? null;
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
}

// Node's Intl takes 20 ms to wake up; a pattern of numbers, or of English names, needs none of it.
function localized({ pattern, language, spelling }: DateStyle): { readonly locale?: Locale } {
  const isPlain = !/MMM|EEE/.test(pattern) || (language === 'en' && spelling === 'plain');
  return isPlain ? {} : { locale: localeOf(language, spelling) };
}

type Reading = { readonly start: number; readonly read: string; readonly zone: string };

// The longest that can be read: with a weekday in brackets or the clock time, the bare day, without a first word.
function readAt(text: string, start: number, day: string, language: Language): FoundDate | null {
  const behind = text.slice(start + day.length, start + day.length + 40);
  const clock = behind.slice(0, CLOCK.exec(behind.toLowerCase())?.[0].length ?? 0);
  const zone = clock === '' ? '' : (ZONE.exec(behind.slice(clock.length))?.[0] ?? '');
  const shorter = day.replace(letters`^\p{L}+,? (?=\p{L}|\d)`, '');
  const readings: Reading[] = [
    { start, read: day + (WEEKDAY.exec(behind)?.[0] ?? clock), zone },
    { start, read: day, zone: '' },
    { start: start + day.length - shorter.length, read: shorter, zone: '' },
  ];
  for (const reading of readings) {
    const styles = stylesOf(reading.read, reading.zone, language);
    if (styles.length > 0) return found(text, reading, styles);
  }
  return null;
}

function found(text: string, { start, read, zone }: Reading, styles: readonly DateStyle[]): FoundDate {
  const end = start + read.length + zone.length;
  const range = RANGE.exec(text.slice(end, end + 8))?.[0] ?? '';
  const value = styles[0] === undefined ? 0 : timeOf(read, styles[0]);
  return { start, end: end + range.length, text: read + zone, styles, value };
}

const timeOf = (text: string, style: DateStyle): number =>
  parse(text, style.pattern, 0, localized(style)).getTime();

function stylesOf(text: string, zone: string, hint: Language): DateStyle[] {
  const patterns = patternsOf(text, hint);
  const hasWords = patterns.some((pattern) => /MMM|EEE/.test(pattern));
  const languages = hasWords ? new Set([hint, 'en', ...Object.keys(NAMES)] as Language[]) : [hint];
  for (const language of languages) {
    for (const spelling of hasWords ? SPELLINGS : SPELLINGS.slice(0, 1)) {
      const styles = patterns
        .map((pattern) => ({ pattern, language, spelling, zone }))
        .filter((style) => writesBack(text, style));
      if (styles.length > 0) return styles;
    }
  }
  return [];
}

function writesBack(text: string, style: DateStyle): boolean {
  const date = parse(text, style.pattern, 0, localized(style));
  return !Number.isNaN(date.getTime()) && format(date, style.pattern, localized(style)) === text;
}
