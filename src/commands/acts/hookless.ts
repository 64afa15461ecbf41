// Tells, in the next hook that runs, of the commits that were made while git ran none.
import { formatProblem, orProblem, Problem } from '../../core/problem.ts';
import type { Effect } from '../../core/types.ts';
import { describeHookless } from '../../core/wording/hookless.ts';
import { readNote, writeNote } from '../../effects/state.ts';
import { readHookless } from '../../read/hookless.ts';
import type { HookProject } from '../../read/project.ts';

/** `tip`: where HEAD was; `but`: the commit whose hook runs now. What cannot be told costs nobody a hook. */
export async function describeMade(
  { repository }: HookProject,
  wanted: Parameters<typeof readHookless>[1],
): Promise<readonly Effect[]> {
  const found = await orProblem(readHookless(repository, wanted));
  if (found instanceof Problem || found.commits.length === 0) return [];
  return [{ kind: 'say', text: formatProblem(describeHookless(found)) }];
}

/** That all up to this commit was told of. What cannot be left behind is told again. */
export const leaveSeen = async ({ gitDir }: HookProject, sha: string): Promise<unknown> =>
  orProblem((async () => writeNote(gitDir, 'seen', `${[...readSeen(gitDir), sha].join('\n')}\n`))());

const MOST_SEEN = 300;

const readSeen = (gitDir: string): string[] =>
  (readNote(gitDir, 'seen') ?? '').split('\n').filter(Boolean).slice(-MOST_SEEN);
