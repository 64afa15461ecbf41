// Keeps the context file up: drafts the update when the commit that was just made calls for one.
import { orProblem, Problem } from '../../core/problem.ts';
import { applyEffects } from '../../effects/apply.ts';
import { readOperation } from '../../effects/operation.ts';
import { type LoggedCommit, readCommit, readLastLogged } from '../../git/log.ts';
import { readCommitId } from '../../git/repository.ts';
import { rememberRewrites } from '../facts/memory.ts';
import { openHookProject } from '../facts/project.ts';
import { record } from '../facts/record.ts';
import { findSkippedGate } from '../facts/skipped.ts';
import type { Hook } from '../session.ts';

export const run: Hook = async (session) => {
  const project = await orProblem(openHookProject(session));
  // commit-msg has said it.
  if (project instanceof Problem) return 0;
  const commit = readLastLogged(project.place) ?? readCommit(project.place, 'HEAD');
  if (commit === null || isPick(commit) || readOperation(project.gitDir) !== null) return 0;
  const notice = await findSkippedGate(project, commit);
  if (!isOrdinary(commit) || project.fault !== null) return applyEffects(notice, project);
  if (isAmend(commit))
    await rememberRewrites(project, [`${readCommitId(project.place, 'HEAD@{1}')} ${commit.sha}`]);
  return applyEffects([...notice, ...(await record(session, project, commit.sha))], project);
};

// A rebase makes many; post-rewrite follows them all.
const isPick = ({ action }: LoggedCommit): boolean => action.startsWith('rebase') || action.startsWith('am');

// Of git's own order: post-rewrite, which is told of the old id, runs behind this hook.
const isAmend = ({ action }: LoggedCommit): boolean => action.startsWith('commit (amend)');

// Not a cherry-pick or a revert. Where reflogs are off there is no action to go by.
const isOrdinary = ({ action }: LoggedCommit): boolean => action === '' || action.startsWith('commit');
