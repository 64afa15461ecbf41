// Reads a context file: which part plays which role, where its log is, how it dates itself, which language it
// speaks.

import { datingOf } from '../dates/dating.ts';
import type { Dating } from '../dates/day.ts';
import { isWithin, type Outline, readOutline } from '../markdown/outline.ts';
import { memoize } from '../memo.ts';
import { findHeaderDates, type HeaderDate } from './header.ts';
import { findLog, type Log } from './log.ts';
import { type Language, NAMES, type Role } from './names.ts';
import { copyFrom, findPlaces, type Place } from './places.ts';
import { roleOfTitle } from './roles.ts';

export type Context = {
  readonly text: string;
  readonly outline: Outline;
  readonly language: Language;
  /** How it writes dates. */
  readonly dating: Dating;
  /** Parts with a role, in the order of the text; none of them inside a log entry. */
  readonly places: readonly Place[];
  readonly log: Log | null;
  readonly headerDates: readonly HeaderDate[];
};

const LANGUAGES = Object.keys(NAMES) as Language[];

/** Total: any text has a context, if an empty one. The last texts are kept, for a draft looks at the same
 * ones again. */
export const readContext = memoize(parseContext, 4);

function parseContext(text: string): Context {
  const outline = readOutline(text);
  const language = languageOf(outline);
  const dating = datingOf(text, language);
  const log = findLog(outline, dating);
  const [isPast, copy] = [pastEntries(log), copyFrom(outline)];
  const places = findPlaces(outline, (index) => index >= copy || isPast(index));
  return { text, outline, language, dating, places, log, headerDates: findHeaderDates(outline, dating) };
}

/** The newest day that its header and its log name, in milliseconds; 0: none is sure. */
export const newestDay = ({ headerDates, log }: Context): number =>
  [...headerDates, ...(log?.entries ?? [])].reduce(
    (newest, { date }) => (date?.isSure ? Math.max(newest, date.value) : newest),
    0,
  );

/** Places of a role that bear a name of it, in the order of the text. */
export const placesOf = (context: Context, role: Role): Place[] =>
  context.places.filter((place) => place.role === role && place.isLoose !== true);

// What past entries say is past. Where each session is a document of its own (`# Session 17/06/2026`, below
// it the same sections again), the newest says what holds now.
function pastEntries(log: Log | null): (index: number) => boolean {
  if (log === null) return () => false;
  const isStacked = log.entries.some(({ level }) => level === 1);
  const current = isStacked ? log.entries.at(log.order === 'newest-first' ? 0 : -1) : undefined;
  return isWithin(log.entries.filter((entry) => entry !== current));
}

// Letters that tell languages apart which share their names or have none here.
const LETTERS: readonly (readonly [Language, string])[] = [
  ['ko', '\\p{Script=Hangul}'],
  ['ja', '\\p{Script=Hiragana}\\p{Script=Katakana}'],
  ['uk', 'іїєґІЇЄҐ'],
  ['ru', '\\p{Script=Cyrillic}'],
  ['zh', '\\p{Script=Han}'],
  ['pt', 'ãõÃÕ'],
  ['es', 'ñ¿¡Ñ'],
  ['pl', 'ąęłśźżĄĘŁŚŹŻ'],
  ['de', 'äöüßÄÖÜ'],
  ['fr', 'êèàçœÊÈÀÇŒ'],
];

// Of languages that we have no names for: Vietnamese, Turkish, Czech, Romanian, Hungarian, Danish, Swedish.
const UNKNOWN = 'ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỷỹđơưğışİěřůțșőűåøæ';

// The language that knows the most of the names; among equals, and where no name is known, the letters tell.
function languageOf({ sections, lines }: Outline): Language {
  const titles = [
    ...new Map(sections.map(({ title }) => [roleOfTitle(title)?.words, roleOfTitle(title)])).values(),
  ];
  const counts = new Map<Language, number>();
  for (const language of titles.flatMap((named) => named?.languages ?? []))
    counts.set(language, (counts.get(language) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const likely = LANGUAGES.filter((language) => most > 0 && counts.get(language) === most);
  if (likely.includes('en')) return 'en';
  const start = lines
    .slice(0, 200)
    .map(({ content }) => content)
    .join(' ');
  const count = (those: string) => start.match(new RegExp(`[${those}]`, 'gu'))?.length ?? 0;
  if (most === 0 && count(UNKNOWN) > start.length / 200) return 'en';
  const written = LETTERS.find(
    ([language, those]) => (most === 0 || likely.includes(language)) && count(those) > start.length / 200,
  );
  return written?.[0] ?? likely[0] ?? 'en';
}
