// What is said where a clone does not have all that git knows of.
import type { ProblemText } from '../problem.ts';

/** `count`: objects that were asked for in vain. */
export const describeMissing = (count: number): ProblemText => ({
  what: `${count === 1 ? 'one object is' : `${count} objects are`} missing in this clone, and what needs them was left out`,
  why: 'a partial clone that cannot reach its remote, or a damaged one',
  fix: 'run it again where git can fetch them; git fsck --connectivity-only shows what is damaged',
});
