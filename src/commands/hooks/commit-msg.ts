// Judges the commit that is being made, and stops it when it changes the architecture without a decision.
import type { Config } from '../../core/config/defaults.ts';
import { GUARD_KINDS } from '../../core/config/documents.ts';
import { judgeGate } from '../../core/gate/judge.ts';
import { type GateMark, isBlocked, planPass, planStop } from '../../core/gate/plan.ts';
import type { Guard } from '../../core/guards/guard.ts';
import { once } from '../../core/memo.ts';
import { cleanMessage, parseMessage } from '../../core/message/index.ts';
import { describeFailedHook, orProblem, Problem } from '../../core/problem.ts';
import type { Commit, Document, Effect, ExitCode, Gate } from '../../core/types.ts';
import { applyEffects } from '../../effects/apply.ts';
import { stopClock } from '../../effects/clock.ts';
import { readMessageFile } from '../../effects/gitdir.ts';
import { readState, writeNote } from '../../effects/state.ts';
import { readCommentMark } from '../../git/head.ts';
import { readIndexTree } from '../../git/staged.ts';
import { readOne, relevantFiles, withGuarded } from '../../read/change.ts';
import { documentsTold, readDocumentsAt } from '../../read/documents.ts';
import { gateFacts } from '../../read/judge.ts';
import { readAffects, readKnownGuards, readKnownRecords } from '../../read/judged.ts';
import { type HookProject, openHookProject } from '../../read/project.ts';
import { readStagedCommit } from '../../read/staged.ts';
import type { Hook, Session } from '../session.ts';

export const run: Hook = async (session, [messageFile = '']) => {
  const project = await openHookProject(session);
  const { place, told } = project;
  const commit = readStagedCommit(session, project, readMessage(session, project, messageFile));
  const gate = await judgeStaged(project, commit);
  const mark = { parent: commit.parents[0] ?? null, tree: told?.tree ?? readIndexTree(place) };
  await leave(tellFault(project), project);
  const code = await leave(await planFor(session, project, { gate, mark, commit }), project);
  // What cannot be left behind costs post-commit a start of node.
  if (code === 0 && !gate.needed)
    await orProblem(leavePassed(project.gitDir, mark.parent, session.env.HANDOFF_PROCESS ?? ''));
  return code;
};

/** For the shell's post-commit: that the commit on `parent` needs no decision. Throws Problem (3). */
const leavePassed = async (gitDir: string, parent: string | null, process: string): Promise<void> =>
  writeNote(gitDir, 'passed', `${parent ?? '-'} open ${process}\n`);

type GateResult = { readonly gate: Gate; readonly mark: GateMark; readonly commit: Commit };

async function planFor({ env }: Session, project: HookProject, { gate, mark, commit }: GateResult) {
  if (!isBlocked(gate)) return planPass(gate, mark);
  // An answer that was given is not taken back because the machine is slow to end the process.
  stopClock(env);
  const { describeStopped } = await import('../acts/stopped.ts');
  return planStop(gate, describeStopped(env, project, commit));
}

// What cannot be remembered opens no gate: post-commit judges the commit itself then, and says what cannot be
// written.
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
  const { place, gitDir, gateConfig: config, settings, objects, told } = project;
  const parent = commit.parents[0] ?? null;
  const [affects, known] = [readAffects(gitDir, parent), readKnownGuards(gitDir, parent)];
  // Guards may stand in more documents than decisions do.
  const records = known === undefined ? undefined : readKnownRecords(gitDir, parent);
  const documents = once(
    () => documentsTold(told, records) ?? readDocumentsAt(place, 'HEAD', { config, kinds: GUARD_KINDS }),
  );
  const guards = known ?? (await readGuards(documents(), config));
  const facts = gateFacts({ config, settings, documents, affects, guards: () => guards });
  const wanted = withGuarded(relevantFiles(config), guards);
  const change = await readOne(commit, wanted, objects.read);
  return judgeGate(change, parseMessage(commit.message), facts);
}

// Much to load, and mostly known.
async function readGuards(documents: readonly Document[], config: Config): Promise<readonly Guard[]> {
  const { guardsInForce } = await import('../../core/guards/force.ts');
  return guardsInForce(documents, config);
}
