// Objects that this clone does not have: a partial clone fetches them when it can, and a damaged one lacks
// them.
import { GitProblem } from './run.ts';

/** From 2.39.4 on git then says `missing` where it would have asked a server, and ended because there was
 * none. */
export const UNFETCHED = { GIT_NO_LAZY_FETCH: '1' } as const;

const MISSING =
  /promisor remote|lazy fetching|missing (?:blob|tree|object)|unable to (?:read|stream)|cannot read|bad object|(?:is|are) corrupt|could not (?:get|read) object/i;

/** Whether git ended because of what is not here; `fatal: could not fetch 0acc9de… from promisor remote`. */
export const isMissing = (error: unknown): error is GitProblem =>
  error instanceof GitProblem && error.failure.status !== null && MISSING.test(error.failure.stderr);

const gone = new Set<string>();

/** Remembers what could not be read: an object's id, or a word for what git would have needed it for. */
export const addMissing = (name: string): void => {
  gone.add(name);
};

export const missingObjects = (): ReadonlySet<string> => gone;
