// Of what each session wrote anew, the newest says what holds now.
import type { Context } from '../context/context.ts';
import { labelOf } from '../context/labels.ts';
import type { Role } from '../context/names.ts';
import type { Place } from '../context/places.ts';
import { foldName, roleOfLabel, roleOfTitle } from '../context/roles.ts';
import { findDate } from '../dates/dates.ts';
import { groupBy } from '../groups.ts';
import { lettersIn } from '../letters.ts';
import { isWithin, parentsOf, type Section } from '../markdown/outline.ts';
import { memoize } from '../memo.ts';

/** Without those inside a session, a sprint or a dated block that a newer one beside it has followed: what
 * blocked or came next then is past. */
export const withoutPast = (places: readonly Place[], context: Context): readonly Place[] =>
  placesOutside(pastBlocks(context), places);

// `## ÜBERHOLT: the three stores`, `## Plan (superseded)`, `## 旧・引き継ぎ`
const OBSOLETE_WORDS =
  'superseded|obsolete|outdated|deprecated|stale|legacy|überholt|veraltet|obsolet[oa]s?|obsol[eè]tes?|antigu[oa]s?|d[ée]pass[ée]e?s?|устарел\\p{L}*|неактуальн\\p{L}*|nieaktualn\\p{L}*';
const OBSOLETE = lettersIn(
  `^[^\\p{L}]*(?:(?:${OBSOLETE_WORDS}|old|ancien(?:ne)?s?|eski)(?!\\p{L})|旧|過去の|廃止|已过时|已废弃|过时的?)|[([（][^)）\\]]{0,20}?(?:${OBSOLETE_WORDS}|historical|历史纪录|歷史紀錄|历史记录|歷史)`,
);

export const isObsolete = (title: string): boolean => OBSOLETE.test(title.toLowerCase());

const obsoleteBlocks = memoize(
  ({ outline: { sections } }: Context): readonly Section[] =>
    sections.filter(({ level, title }) => level > 1 && isObsolete(title)),
  4,
);

/** Without those that stand where the file says that it holds no longer. */
export const withoutObsolete = (places: readonly Place[], context: Context): readonly Place[] =>
  placesOutside(obsoleteBlocks(context), places);

function placesOutside(blocks: readonly Section[], places: readonly Place[]): readonly Place[] {
  const isInside = isWithin(blocks);
  return places.filter(({ line }) => !isInside(line - 1));
}

/** Those that a newer one beside them has followed, and those that the file calls obsolete. */
export const pastBlocks = memoize((context: Context): readonly Section[] => {
  const ranked = context.outline.sections
    .filter(({ level }) => level > 0)
    .map((section) => ({ section, ...rankOf(section, context) }));
  const parents = parentsOf(context.outline.sections);
  const beside = groupBy(ranked, ({ section }) => `${section.level} ${parents.get(section)?.from}`);
  const older = [...beside.values()].flatMap((siblings) =>
    [...groupBy(withKinds(siblings), ({ kind }) => kind).values()].flatMap((group) => [
      ...olderBy(group, ({ day }) => day),
      ...olderBy(group, ({ session }) => session),
    ]),
  );
  return [...older, ...obsoleteBlocks(context)];
}, 4);

/** The newest of those that bear a day or a session's number; undefined: fewer than two do. */
export function newestOf(sections: readonly Section[], context: Context): Section | undefined {
  const ranked = sections.map((section) => ({ section, ...rankOf(section, context) }));
  return mostBy(ranked, ({ day }) => day) ?? mostBy(ranked, ({ session }) => session);
}

function mostBy(ranked: readonly Ranked[], value: (one: Ranked) => number | null): Section | undefined {
  const bearing = ranked.filter((one) => value(one) !== null);
  if (bearing.length < 2) return undefined;
  return bearing.reduce((best, one) => ((value(one) ?? 0) > (value(best) ?? 0) ? one : best)).section;
}

type Ranked = Rank & { readonly section: Section };

function olderBy(group: readonly Ranked[], value: (one: Ranked) => number | null): Section[] {
  const newest = group.reduce((most, one) => Math.max(most, value(one) ?? most), Number.NEGATIVE_INFINITY);
  return group.filter((one) => (value(one) ?? newest) < newest).map(({ section }) => section);
}

// `## Next step` behind each of the days of a file is of the day above it.
function withKinds(siblings: readonly Ranked[]): (Ranked & { readonly kind: string })[] {
  // Most headings of a file bear neither, and their names take long to read.
  if (siblings.every(isBare)) return [];
  const titles = groupBy(siblings, ({ section }) => foldName(section.title));
  let day: number | null = null;
  return siblings.map((one) => {
    day = one.day ?? day;
    const isRepeated = isBare(one) && (titles.get(foldName(one.section.title))?.length ?? 0) > 1;
    return isRepeated && day !== null ? { ...one, day, kind: '' } : { ...one, kind: kindOf(one.section) };
  });
}

const isBare = ({ day, session }: Rank): boolean => day === null && session === null;

/** Roles of what a session may be headed by. */
const BLOCKS: readonly Role[] = ['log', 'done', 'updated'];

// `## Status (2 May)` beside `## Next steps (1 May)` are two parts of one whole.
function kindOf({ title }: Section): string {
  const named = roleOfTitle(title);
  const role = named === null || named.isLoose === true ? 'log' : named.role;
  return BLOCKS.includes(role) ? '' : role;
}

const SESSION = /\b(?:session|sesi[oó]n|s[ée]ance|sitzung|day|sprint|iteration|week|build)\s*#?(\d{1,4})\b/i;
const VERSION = /\bv(\d{1,3})\.(\d{1,3})\b/i;

function numberIn(title: string): number | null {
  const session = SESSION.exec(title)?.[1];
  if (session !== undefined) return Number(session);
  const [, major, minor] = VERSION.exec(title) ?? [];
  return major === undefined ? null : Number(major) * 1000 + Number(minor);
}

type Rank = { readonly day: number | null; readonly session: number | null };

const dayIn = (text: string, { dating }: Context): number | null =>
  /\d{4}/.test(text) ? (findDate(text, dating)?.value ?? null) : null;

const rankOf = (section: Section, context: Context): Rank => ({
  day: dayIn(section.title, context) ?? dayBelow(section, context),
  session: numberIn(section.title),
});

/** Lines below a heading where its day may stand. */
const NEAR = 6;

// `**Date:** 2 May 2026`, or `## Date: 2 May 2026` below `# Move to the new queue`
function dayBelow({ from, to, level }: Section, context: Context): number | null {
  const near = level === 0 ? [] : context.outline.lines.slice(from + 1, Math.min(to, from + NEAR));
  const named = near.find(({ content }) => roleOfLabel(labelOf(content)?.name ?? '')?.role === 'updated');
  return named === undefined ? null : dayIn(named.content, context);
}
