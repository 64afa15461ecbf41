// Keeps the context file up: drafts the update when the commit that was just made calls for one.
import { isUpdateMessage } from '../../core/draft/landing.ts';
import { formatProblem, orProblem, Problem } from '../../core/problem.ts';
import type { Effect } from '../../core/types.ts';
import { describeAmendedUpdate } from '../../core/wording/record.ts';
import { applyEffects } from '../../effects/apply.ts';
import { readLastAction } from '../../effects/gitdir.ts';
import { readOperation } from '../../effects/operation.ts';
import type { Head } from '../../git/head.ts';
import { readCommit, readLastLogged } from '../../git/log.ts';
import { readCommitId } from '../../git/repository.ts';
import { type HookProject, openHookProject } from '../../read/project.ts';
import { describeMade, leaveSeen } from '../acts/hookless.ts';
import { type JudgedHead, leavePlan } from '../acts/plan.ts';
import { type RecordOutcome, record } from '../acts/record.ts';
import { rememberRewrites } from '../acts/rewrites.ts';
import { findSkippedGate } from '../acts/skipped.ts';
import type { Hook } from '../session.ts';

export const run: Hook = async (session) => {
  const project = await orProblem(openHookProject(session));
  // commit-msg has said it.
  if (project instanceof Problem) return 0;
  const { head, place, gitDir } = project;
  if (head === null || readOperation(gitDir) !== null) return 0;
  const action = readLastAction(gitDir, head.sha) ?? readLastLogged(place)?.action ?? '';
  if (isPick(action)) return 0;
  const notice = [
    ...(await describeMade(project, { but: head.sha })),
    ...(await findSkippedGate(session, project, head)),
  ];
  // Before what may be refused: the commit was seen.
  await applyEffects(notice, project);
  await leaveSeen(project, head.sha);
  if (!isOrdinary(action) || project.fault !== null) return 0;
  if (isAmend(action)) await rememberRewrites(project, [`${readCommitId(place, 'HEAD@{1}')} ${head.sha}`]);
  const amended = isAmend(action) ? tellAmendedUpdate(project) : [];
  const recorded = await record(session, project, head.sha);
  const code = await applyEffects([...amended, ...recorded.effects], project);
  // What cannot be left behind costs the next commit a start of node.
  if (recorded.room !== null)
    await orProblem(leavePlan(project, judgedAs(project, head, { ...recorded, room: recorded.room })));
  return code;
};

/** Where a draft lands in a commit of its own, an amend meant for the commit before changes that one. */
function tellAmendedUpdate({ place }: HookProject): readonly Effect[] {
  const [before, now] = ['HEAD@{1}', 'HEAD'].map((revision) => readCommit(place, revision));
  const path = before?.files.length === 1 ? before.files[0]?.path : undefined;
  if (path === undefined || !isUpdateMessage(before?.message ?? '')) return [];
  const others = now?.files.flatMap((file) => (file.path === path ? [] : file.path)) ?? [];
  return others.length === 0
    ? []
    : [{ kind: 'say', text: formatProblem(describeAmendedUpdate(path, others)) }];
}

// A draft that landed in a commit of its own is HEAD now.
function judgedAs(
  { place }: HookProject,
  head: Head,
  { effects, files, room, since }: RecordOutcome & { room: number },
): JudgedHead {
  const made = effects.some(({ kind }) => kind === 'commit') ? readCommitId(place, 'HEAD') : head.sha;
  if (made !== null && made !== head.sha)
    return { sha: made, parent: head.sha, files: [], room, since: null };
  const [parent = null] = head.parents;
  return { sha: head.sha, parent, files, room, since };
}

// A rebase makes many; post-rewrite follows them all.
const isPick = (action: string): boolean => action.startsWith('rebase') || action.startsWith('am');

// Of git's own order: post-rewrite, which is told of the old id, runs behind this hook.
const isAmend = (action: string): boolean => action.startsWith('commit (amend)');

// Not a cherry-pick or a revert. Where reflogs are off there is no action to go by.
const isOrdinary = (action: string): boolean => action === '' || action.startsWith('commit');
