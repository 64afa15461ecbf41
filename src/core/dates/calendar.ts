// Month and weekday names of other languages as date-fns locales, made of what Node's own Intl knows:
// date-fns' locale files would add 10 KB each to what a hook loads.

import type { Locale } from 'date-fns';
import { enUS } from 'date-fns/locale/en-US';
import { withoutAccents } from '../letters.ts';
import { once } from '../memo.ts';
import { LANGUAGES, type Language } from '../words/index.ts';

/** How a file spells names: `Mai`, `mai` or `MAI`; with accents or without (`fevrier`). */
export type Spelling = 'plain' | 'capital' | 'upper' | 'bare' | 'bare-capital' | 'bare-upper';

export const SPELLINGS: readonly Spelling[] = [
  'plain',
  'capital',
  'upper',
  'bare',
  'bare-capital',
  'bare-upper',
];

type Widths = { readonly wide: readonly string[]; readonly abbreviated: readonly string[] };
type Width = { readonly width?: string | number };

const locales = new Map<string, Locale>();

/** Names only: ordinals and am/pm stay English. */
export function localeOf(language: Language, spelling: Spelling): Locale {
  const key = `${language} ${spelling}`;
  const locale = locales.get(key) ?? makeLocale(language, spelling);
  locales.set(key, locale);
  return locale;
}

/** Whether a word names a month or a weekday as any language and spelling of ours writes it. */
export const isName = (word: string): boolean => english().has(word) || all().has(word);

const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

const namesIn = ({ localize }: Locale): string[] =>
  (['wide', 'abbreviated'] as const).flatMap((width) => [
    ...MONTHS.map((month) => localize.month(month, { width })),
    ...DAYS.map((day) => localize.day(day, { width })),
  ]);

// Intl takes 20 ms to activate, which English names need none of.
const english = once(() => new Set(namesIn(enUS)));
const all = once(
  () =>
    new Set(
      LANGUAGES.flatMap((language) => SPELLINGS.flatMap((spelling) => namesIn(localeOf(language, spelling)))),
    ),
);

function makeLocale(language: Language, spelling: Spelling): Locale {
  // Formatted with a day beside it, a Slavic month stands in the case that dates use.
  const months = namesOf(language, spelling, 'month', (index) => new Date(2024, index, 3), 12);
  // 7 January 2024 was a Sunday, date-fns' day 0.
  const days = namesOf(language, spelling, 'weekday', (index) => new Date(2024, 0, 7 + index), 7);
  return {
    ...enUS,
    localize: { ...enUS.localize, month: write(months), day: write(days) },
    match: { ...enUS.match, month: read(months), day: read(days) },
  } as Locale;
}

function namesOf(
  language: Language,
  spelling: Spelling,
  field: 'month' | 'weekday',
  dateOf: (index: number) => Date,
  count: number,
): Widths {
  const list = (width: 'long' | 'short') => {
    const formatter = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', [field]: width });
    return Array.from({ length: count }, (_, index) => {
      const part = formatter.formatToParts(dateOf(index)).find(({ type }) => type === field);
      return spell((part?.value ?? '').replace(/\.$/, ''), spelling);
    });
  };
  return { wide: list('long'), abbreviated: list('short') };
}

function spell(name: string, spelling: Spelling): string {
  const bare = spelling.startsWith('bare') ? withoutAccents(name) : name;
  if (spelling.endsWith('upper')) return bare.toUpperCase();
  return spelling.endsWith('capital') ? bare.charAt(0).toUpperCase() + bare.slice(1) : bare;
}

const chosen = (names: Widths, { width }: Width) => (width === 'wide' ? names.wide : names.abbreviated);

const write =
  (names: Widths) =>
  (value: number, options: Width = {}) =>
    chosen(names, options)[value] ?? '';

const read =
  (names: Widths) =>
  (text: string, options: Width = {}) => {
    const listed = chosen(names, options);
    const value = listed.findIndex((name) => name !== '' && text.startsWith(name));
    return value < 0 ? null : { value, rest: text.slice(listed[value]?.length ?? 0) };
  };
