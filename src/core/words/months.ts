// The names of the months alone: what reads dates on every commit needs none of the other words.
import { months as de } from './de.ts';
import { months as en } from './en.ts';
import { months as es } from './es.ts';
import { months as fr } from './fr.ts';
import { months as it } from './it.ts';
import { months as ja } from './ja.ts';
import { months as ko } from './ko.ts';
import { months as pl } from './pl.ts';
import { months as pt } from './pt.ts';
import { months as ru } from './ru.ts';
import { months as uk } from './uk.ts';
import { months as zh } from './zh.ts';

const ALL = {
  en,
  fr,
  es,
  pt,
  de,
  it,
  pl,
  uk,
  ru,
  ko,
  zh,
  ja,
} as const satisfies Readonly<Record<string, string | null>>;

/** A language that is known, by its code of ISO 639-1. */
export type Language = keyof typeof ALL;

/** From January on, parted by `|`; null where months are numbers. */
export const MONTHS: Readonly<Record<Language, string | null>> = ALL;
