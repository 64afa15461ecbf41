// Judges the commit that is being made, and stops it when it changes the architecture without a decision.
import { planGate } from '../../core/gate/plan.ts';
import { cleanMessage } from '../../core/message/index.ts';
import { describeFailedHook, orProblem, Problem } from '../../core/problem.ts';
import type { Commit, Effect, ExitCode, Gate } from '../../core/types.ts';
import { judgeChange } from '../../core/verdict/judge.ts';
import { applyEffects } from '../../effects/apply.ts';
import { readHeadId, readMessageFile } from '../../effects/gitdir.ts';
import { readState } from '../../effects/state.ts';
import { readObjects } from '../../git/blobs.ts';
import { readCommentMark, readIndexTree } from '../../git/head.ts';
import { readChange } from '../facts/change.ts';
import { findContextFiles, readDocumentsAt } from '../facts/documents.ts';
import { judgeFacts } from '../facts/judge.ts';
import { readMemory } from '../facts/memory.ts';
import { leavePlan, readJudged } from '../facts/plan.ts';
import { type HookProject, openHookProject } from '../facts/project.ts';
import { readRoom } from '../facts/record.ts';
import { readStagedCommit } from '../facts/staged.ts';
import type { Hook, Session } from '../session.ts';

export const run: Hook = async (session, [messageFile = '']) => {
  const project = await openHookProject(session);
  const commit = readStagedCommit(session, project, readMessage(session, project, messageFile));
  const gate = await judgeStaged(project, commit);
  const mark = { parent: commit.parents[0] ?? null, tree: readIndexTree(project.place) };
  await leave(tellFault(project), project);
  const code = await leave(planGate(gate, mark), project);
  await catchUp(session, project, mark.parent);
  return code;
};

/** Counts anew what is owed at HEAD, so that post-commit can count on; only where that is not known, as after a checkout. */
async function catchUp(session: Session, project: HookProject, head: string | null): Promise<void> {
  const { gitDir, repository } = project;
  if (head === null || head !== readHeadId(repository) || readJudged(gitDir) === head) return;
  const room = await orProblem(readRoom(session, project));
  if (typeof room !== 'number') return;
  await orProblem(leavePlan(project, { sha: head, parent: null, authoredAt: 0, files: null, room }));
}

// What cannot be remembered opens no gate: post-commit judges the commit itself then, and says what cannot be written.
async function leave(effects: readonly Effect[], project: HookProject): Promise<ExitCode> {
  const done = await orProblem(applyEffects(effects, project));
  return done instanceof Problem ? 0 : done;
}

/** Said once for as long as it stays the same. */
function tellFault({ gitDir, fault }: HookProject): readonly Effect[] {
  const text = fault === null ? null : describeFailedHook(fault.text);
  if (readState(gitDir, 'fault') === text) return [];
  if (text === null) return [{ kind: 'forget', name: 'fault' }];
  return [
    { kind: 'say', text },
    { kind: 'remember', name: 'fault', value: text },
  ];
}

function readMessage({ cwd, env }: Session, { place }: HookProject, file: string): string {
  const hasEditor = env.GIT_EDITOR !== ':';
  return cleanMessage(readMessageFile(cwd, file), {
    hasEditor,
    commentChar: hasEditor ? readCommentMark(place) : '#',
  });
}

async function judgeStaged(project: HookProject, commit: Commit): Promise<Gate> {
  const { place, config, gateConfig } = project;
  const read = async (names: readonly string[]) => readObjects(place, names);
  const documents = () =>
    readDocumentsAt(place, 'HEAD', { config: gateConfig, kinds: ['decisions', 'context'] });
  const contextPath = findContextFiles(project)[0] ?? null;
  const facts = judgeFacts({
    config,
    gateConfig,
    contextPath,
    memory: readMemory(project.repository),
    documents,
  });
  return judgeChange(await readChange(commit, gateConfig, read), facts).gate;
}
