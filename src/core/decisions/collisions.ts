// Two decisions under one number, as two branches make them: a citation of it means neither.
import { groupBy } from '../groups.ts';
import type { Decision } from '../types.ts';
import { isDateId, numberOf } from './identity.ts';
import { logOf } from './paths.ts';
import { wordsOnly } from './placeholders.ts';

export type Collision = { readonly id: string; readonly decisions: readonly Decision[] };

/**
 * Numbers that are given twice `after` and were not `before`. A log that counts anew again and again has
 * none.
 */
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
