// Tells, in the next hook that runs, of the commits that were made while git ran none.
import { formatProblem, orProblem, Problem } from '../../core/problem.ts';
import type { Effect } from '../../core/types.ts';
import { describeHookless } from '../../core/wording/hookless.ts';
import { writeNote } from '../../effects/state.ts';
import { readHookless } from '../../read/hookless.ts';
import type { HookProject } from '../../read/project.ts';

/** By the hook of `sha`, which is seen from now on. What cannot be told costs nobody a hook. */
export async function tellHookless(project: HookProject, sha: string): Promise<readonly Effect[]> {
  const told = await describeMade(project, { but: sha });
  await orProblem(leaveSeen(project.gitDir, sha));
  return told;
}

/** `tip`: where HEAD was. */
export async function describeMade(
  { repository }: HookProject,
  wanted: Parameters<typeof readHookless>[1],
): Promise<readonly Effect[]> {
  const found = await orProblem(readHookless(repository, wanted));
  if (found instanceof Problem || found.commits.length === 0) return [];
  return [{ kind: 'say', text: formatProblem(describeHookless(found)) }];
}

// Throws Problem (3).
const leaveSeen = async (gitDir: string, sha: string): Promise<void> => writeNote(gitDir, 'seen', `${sha}\n`);
