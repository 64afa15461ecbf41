// Which decisions a citation means: by number, by date, or by the name of a record's file.

import { matchesGlob } from '../config/documents.ts';
import { groupBy } from '../groups.ts';
import type { Decision } from '../types.ts';
import { isDateId, meansId, numberIn, numberOf } from './identity.ts';
import { baseName, logOf } from './paths.ts';
import { wordsOnly } from './placeholders.ts';

export type Finder = (cited: string) => readonly Decision[];

const SLUG = /^(?:[a-z]{1,8}[-_])?\d[\d-]*[-_][a-z]/i;

/** Finds what `0005-use-redwood`, `20260105` or `ADR-5` cite; several where the citation fits several. */
export function createFinder(decisions: readonly Decision[]): Finder {
  const files = groupBy(decisions, ({ path }) => baseName(path).toLowerCase());
  const numbers = groupBy(decisions, ({ id }) => numberIn(id ?? ''));
  return (cited) => {
    const name = cited.trim().toLowerCase().replace(/\.md$/, '');
    const own = files.get(name);
    if (own !== undefined) return own;
    const id = SLUG.test(name) ? (/^\D*\d[\d-]*/.exec(name)?.[0] ?? '').replace(/-$/, '') : cited;
    const some = numbers.get(numberIn(id)) ?? [];
    return some.filter((one) => one.id !== null && meansId(id, one.id) && !isOtherFile(name, one));
  };
}

// A slug of another file means none of the records; in a log its number counts.
const isOtherFile = (name: string, { path }: Decision): boolean =>
  SLUG.test(name) && SLUG.test(baseName(path));

export const findCited = (cited: string, decisions: readonly Decision[]): readonly Decision[] =>
  createFinder(decisions)(cited);

// Which decisions govern a file: those that stand and name it, or a glob that it fits.
export const decisionsGoverning = (decisions: readonly Decision[], path: string): Decision[] =>
  decisions.filter(
    ({ affects, status }) => status === 'stands' && affects.some((glob) => matchesGlob(glob, path)),
  );

// Two decisions under one number, as two branches make them: a citation of it means neither.
type Collision = { readonly id: string; readonly decisions: readonly Decision[] };

/** Numbers that are given twice `after` and were not `before`. A log that counts anew again and again has
 * none. */
export function findCollisions(before: readonly Decision[], after: readonly Decision[]): Collision[] {
  const known = new Set(repeatedIn(before).map(keyOf));
  return repeatedIn(after).filter((collision) => !known.has(keyOf(collision)));
}

const keyOf = ({ id, decisions }: Collision): string =>
  `${id} ${decisions
    .map(({ path, title }) => `${path} ${title}`)
    .sort()
    .join()}`;

function repeatedIn(decisions: readonly Decision[]): Collision[] {
  return [...groupBy(decisions, ({ path }) => logOf(path)).values()].flatMap(repeatedInLog);
}

// Sessions that each start at 1 are no collisions: then most numbers repeat.
const MOST = 0.5;

function repeatedInLog(decisions: readonly Decision[]): Collision[] {
  const numbered = decisions.filter(({ id }) => id !== null && !isDateId(id));
  const groups = [...groupBy(numbered, ({ id }) => numberOf(id ?? '')).values()];
  const repeated = groups.filter((group) => new Set(group.map(({ title }) => wordsOnly(title))).size > 1);
  if (repeated.length > 1 && repeated.length / groups.length > MOST) return [];
  return repeated.map((group) => ({ id: group[0]?.id ?? '', decisions: group }));
}
