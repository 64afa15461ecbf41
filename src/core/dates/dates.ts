// How dates are written, in whatever format and language, so that a new one can be written alike. A format is
// accepted only if date-fns writes back with it exactly what it read.

import type { Locale } from 'date-fns';
import { addMinutes } from 'date-fns/addMinutes';
import { format } from 'date-fns/format';
import { parse } from 'date-fns/parse';
import { memoize } from '../memo.ts';
import { LANGUAGES, type Language } from '../words/index.ts';
import { localeOf, SPELLINGS, type Spelling } from './calendar.ts';
import {
  clockAfter,
  type Dating,
  findDay,
  prefersDayFirst,
  RANGE,
  UNDATED,
  WEEKDAY_AFTER,
  WEEKDAY_BEFORE,
} from './day.ts';
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
  /** Offsets into the text; the clock time and its zone belong to it, and the rest of a range such as
   * `–10`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** ISO 8601, such as `2025-11-08`. */
  readonly day: string;
  /** Whether the day is certain: see `Day`. */
  readonly isSure: boolean;
  /** All that would write the text back, the likeliest first; none where a name is spelled in no way of
   * ours. */
  readonly styles: readonly DateStyle[];
  /** Milliseconds; good for comparing dates of one file only. */
  readonly value: number;
};

export const ISO_DAY: DateStyle = { pattern: 'yyyy-MM-dd', language: 'en', spelling: 'plain', zone: '' };

const ZONE = /^ ?(?:Z\b|[A-Z]{3,4}\b|[+-]\d{2}:?\d{2})/;

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

/** The first date in a text; null where there is none. */
export function findDate(text: string, dating: Dating = UNDATED): FoundDate | null {
  const key = `${dating.language} ${dating.order} ${dating.isSure}`;
  const find = finders.get(key) ?? memoize<string, FoundDate | null>((one) => readFirst(one, dating));
  finders.set(key, find);
  return find(text);
}

// A long log is read several times for one draft, and each of its dates is tried in several ways.
const finders = new Map<string, (text: string) => FoundDate | null>();

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
export const isSameDay = ({ day }: FoundDate, now: string): boolean => day === now.slice(0, 10);

function minutesOf(zone: string): number | null {
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (offset === null) return ZONES[zone] ?? null;
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
}

// Node's Intl takes 20 ms to activate up; a pattern of numbers, or of English names, needs none of it.
function localized({ pattern, language, spelling }: DateStyle): { readonly locale?: Locale } {
  const isPlain = !/MMM|EEE/.test(pattern) || (language === 'en' && spelling === 'plain');
  return isPlain ? {} : { locale: localeOf(language, spelling) };
}

type Reading = { readonly start: number; readonly read: string; readonly zone: string };

// The longest that can be written back: with a weekday or the clock time, else the bare day.
function readFirst(text: string, dating: Dating): FoundDate | null {
  const found = findDay(text, dating);
  if (found === null) return null;
  const { start, end, text: day, isSure } = found;
  const behind = text.slice(end, end + 40);
  const clock = clockAfter(behind);
  const time = behind.slice(0, clock.length);
  const zone = time === '' ? '' : (ZONE.exec(behind.slice(clock.length))?.[0] ?? '');
  const before = WEEKDAY_BEFORE.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  const after = WEEKDAY_AFTER.exec(behind)?.[0] ?? time;
  const readings: Reading[] = [
    { start: start - before.length, read: before + day + after, zone },
    { start, read: day + after, zone },
    { start: start - before.length, read: before + day, zone: '' },
    { start, read: day, zone: '' },
  ];
  let styles: readonly DateStyle[] = [];
  const written = readings.find((one) => {
    styles = stylesOf(one, found.day, dating);
    return styles.length > 0;
  });
  const reading = written ?? { start, read: day, zone: '' };
  const to = reading.start + reading.read.length + reading.zone.length;
  const range = RANGE.exec(text.slice(to, to + 8))?.[0] ?? '';
  const value = Date.parse(found.day) + (time !== '' && reading.read.endsWith(time) ? clock.milliseconds : 0);
  return {
    start: reading.start,
    end: to + range.length,
    text: reading.read + reading.zone,
    day: found.day,
    isSure,
    styles,
    value,
  };
}

function stylesOf({ read, zone }: Reading, day: string, dating: Dating): DateStyle[] {
  const hint = dating.language;
  const patterns = patternsOf(read, prefersDayFirst(/\d([-/.])\d/.exec(read)?.[1] ?? '', dating));
  const hasWords = patterns.some((pattern) => /MMM|EEE/.test(pattern));
  const languages = hasWords ? new Set<Language>([hint, 'en', ...LANGUAGES]) : [hint];
  for (const language of languages) {
    for (const spelling of hasWords ? SPELLINGS : SPELLINGS.slice(0, 1)) {
      const styles = patterns
        .map((pattern) => ({ pattern, language, spelling, zone }))
        .filter((style) => writesBack(read, day, style));
      if (styles.length > 0) return styles;
    }
  }
  return [];
}

function writesBack(text: string, day: string, style: DateStyle): boolean {
  const date = parse(text, style.pattern, 0, localized(style));
  return (
    !Number.isNaN(date.getTime()) &&
    format(date, 'yyyy-MM-dd') === day &&
    format(date, style.pattern, localized(style)) === text
  );
}
