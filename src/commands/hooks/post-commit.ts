// Keeps the context file up: drafts the update when the commit that was just made calls for one.
import { orProblem, Problem } from '../../core/problem.ts';
import { applyEffects } from '../../effects/apply.ts';
import { readHeadId } from '../../effects/gitdir.ts';
import { readOperation } from '../../effects/operation.ts';
import { type LoggedCommit, readCommit, readLastLogged } from '../../git/log.ts';
import { readCommitId } from '../../git/repository.ts';
import { rememberRewrites } from '../facts/memory.ts';
import { type Judged, leavePlan } from '../facts/plan.ts';
import { type HookProject, openHookProject } from '../facts/project.ts';
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
  const { effects, room } = await record(session, project, commit.sha);
  const code = await applyEffects([...notice, ...effects], project);
  if (room !== null) await leavePlan(project, judgedAs(project, commit, room));
  return code;
};

// A draft that lands in a commit of its own is HEAD now.
function judgedAs({ repository }: HookProject, commit: LoggedCommit, room: number): Judged {
  const head = readHeadId(repository) ?? commit.sha;
  const authoredAt = Math.floor(Date.parse(commit.date) / 1000);
  const [parent = null] = commit.parents;
  return head === commit.sha
    ? { sha: head, parent, authoredAt, files: commit.files, room }
    : { sha: head, parent: commit.sha, authoredAt: 0, files: [], room };
}

// A rebase makes many; post-rewrite follows them all.
const isPick = ({ action }: LoggedCommit): boolean => action.startsWith('rebase') || action.startsWith('am');

// Of git's own order: post-rewrite, which is told of the old id, runs behind this hook.
const isAmend = ({ action }: LoggedCommit): boolean => action.startsWith('commit (amend)');

// Not a cherry-pick or a revert. Where reflogs are off there is no action to go by.
const isOrdinary = ({ action }: LoggedCommit): boolean => action === '' || action.startsWith('commit');
