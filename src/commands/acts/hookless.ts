// Tells, in the next hook that runs, of the commits that were made while git ran none.

import type { Territory } from '../../core/context/territories.ts';
import { formatProblem, orProblem, Problem } from '../../core/problem.ts';
import type { Effect, ExitCode } from '../../core/types.ts';
import { describeHookless } from '../../core/wording/hookless.ts';
import { describeContextChanged } from '../../core/wording/record.ts';
import { isAgentRun } from '../../effects/agent.ts';
import { applyEffects } from '../../effects/apply.ts';
import { say } from '../../effects/say.ts';
import { readNote, writeNote } from '../../effects/state.ts';
import { hasPathChanged } from '../../git/staged.ts';
import { readHookless } from '../../read/hookless.ts';
import { type HookProject, openHookProject } from '../../read/project.ts';
import { readTerritories } from '../../read/territories.ts';
import type { Session } from '../session.ts';
import { countOwed } from './count.ts';

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

// HEAD that came by no commit: whether it brought another context file, said in one line to an agent, and
// what is owed.
export async function noteNewHead(session: Session, before: string, after: string): Promise<ExitCode> {
  const project = await openHookProject(session);
  const hasChanged = ({ path }: Territory) => hasPathChanged(project.place, [before, after], path);
  const changed = isAgentRun(session.env) ? readTerritories(project).filter(hasChanged) : [];
  for (const { path } of changed) say(describeContextChanged(path));
  await applyEffects(await describeMade(project, { tip: before }), project);
  if (project.head !== null) await leaveSeen(project, project.head.sha);
  await countOwed(project);
  return 0;
}
