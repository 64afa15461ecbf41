// The names that sections and labels bear in real context files, by language and role.
import { LANGUAGES, type Language, type Role, WORDS } from '../words/index.ts';

export type { Language, Role };

type Names = Readonly<Record<Role, string>>;

/** Names are parted by `|`. */
export const NAMES = Object.fromEntries(
  LANGUAGES.map((language) => [language, WORDS[language].sections]),
) as Readonly<Record<Language, Names>>;
