// The languages that are known, each in a file of its own: a language is added by its file, its line here and
// in months.ts.
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { Language } from './months.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import type { Words } from './words.ts';
import { zh } from './zh.ts';

export type { Language } from './months.ts';
export type { Clauses, LabelKind, Role, Says, Statuses, Unit, Words } from './words.ts';

export const WORDS: Readonly<Record<Language, Words>> = { en, fr, es, pt, de, it, pl, uk, ru, ko, zh, ja };

export const LANGUAGES = Object.keys(WORDS) as readonly Language[];

/** The alternatives of one entry of a table. */
export const alternatives = (entry: string | null): readonly string[] => entry?.split('|') ?? [];

/** What all languages say for one thing, each alternative once. */
export const everywhere = (pick: (words: Words) => string | null): readonly string[] => [
  ...new Set(LANGUAGES.flatMap((language) => alternatives(pick(WORDS[language])))),
];
