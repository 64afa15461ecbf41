// Numbers that were given twice, as findings.
import { findCollisions } from '../decisions/collisions.ts';
import type { Decision, Finding } from '../types.ts';
import { describeCollision } from '../wording/gate.ts';

/** `sha`: the commit that has both, null for the index. */
export const findCollided = (
  before: readonly Decision[],
  after: readonly Decision[],
  sha: string | null,
): Finding[] =>
  findCollisions(before, after).map(({ id, decisions }) => {
    const newest = decisions.at(-1);
    const places = decisions.map(({ path, line }) => `${path}:${line}`);
    return {
      sha,
      rule: 'decision-number',
      level: 'error',
      path: newest?.path ?? null,
      line: newest?.line ?? null,
      ...describeCollision(id, places),
    };
  });
