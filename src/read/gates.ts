// The gate of each commit of a span, and whether one of them decides for the others.
import type { Config } from '../core/config/defaults.ts';
import { readDecisions } from '../core/decisions/decisions.ts';
import { mayAnswer, mayDecide, readAnswer } from '../core/gate/answer.ts';
import type { GateContext } from '../core/gate/context.ts';
import { judgeChange } from '../core/gate/judge.ts';
import { excusable, isAmong, isAnswer, type RangeGate } from '../core/gate/range.ts';
import { mayConcern, needsText } from '../core/gate/triggers.ts';
import { findPassedOver, type PassedOver } from '../core/guards/added.ts';
import { memoize } from '../core/memo.ts';
import { parseMessage, trailersNamed } from '../core/message/index.ts';
import type { Change, Commit, Decision, Document, Message } from '../core/types.ts';
import { openObjects, type ReadObjects } from '../git/blobs.ts';
import { type CommitAt, type CommitBatches, readNameBatches } from '../git/log.ts';
import type { Repository } from '../git/repository.ts';
import type { GitPlace } from '../git/run.ts';
import { refuseGrafted } from '../git/span.ts';
import { readChanges, type Wanted, withGuarded } from './change.ts';
import { readDocumentsAt } from './documents.ts';
import { type Ends, judgeNet } from './net.ts';
import { showProgress } from './range.ts';

export type SpanContext = GateContext & {
  /** The decisions at the end of the span. */
  readonly standing: readonly Decision[];
};

export type SpanGates = {
  readonly commits: number;
  /** Of those commits alone that have something to say. */
  readonly gates: readonly RangeGate[];
  /** What its commits decide or cite and what stands at its end, as far as something depends on it. */
  readonly answers: readonly Decision[];
  readonly passedOver: readonly PassedOver[];
};

/** `revisions` are those of the commits, as for `readCommits`. */
export type CommitList = { readonly commits: CommitBatches; readonly revisions: readonly string[] };

/** Throws Problem (3). */
export async function judgeSpan(
  repository: Repository,
  listed: CommitList,
  context: SpanContext,
  ends: Ends,
): Promise<SpanGates> {
  const { read, close } = openObjects(repository.place);
  try {
    return await judgeAll({ repository, read, context: { ...context, isLazy: true } }, listed, ends);
  } finally {
    close();
  }
}

/** Documents that the gate looks at; never a submodule. */
export const gateFiles =
  (config: Config): Wanted =>
  ({ files }) =>
    files.filter(
      ({ path, from = path, mode }) =>
        mode !== SUBMODULE && (needsText(path, config) || needsText(from, config)),
    );

const SUBMODULE = '160000';

/** The documents that may hold decisions. */
export const readDecisionDocuments = (place: GitPlace, revision: string, config: Config): Document[] =>
  readDocumentsAt(place, revision, { config, kinds: ['decisions', 'context'] });

type Course = { readonly repository: Repository; readonly read: ReadObjects; readonly context: SpanContext };

const wantedOf = ({ config, guards }: GateContext): Wanted =>
  withGuarded(gateFiles(config), guards?.inForce ?? []);

async function judgeAll(course: Course, listed: CommitList, ends: Ends): Promise<SpanGates> {
  const { read, context } = course;
  const gates: RangeGate[] = [];
  const deciding: string[] = [];
  const passed = new Map<string, PassedOver>();
  let commits = 0;
  const all = readConcerned(course, listed, (read) => {
    commits += read;
  });
  for await (const changes of readChanges(all, wantedOf(context), course.read))
    for (const change of changes) {
      const { message, context } = caseOf(course, change);
      const gate = judgeChange(change, message, context);
      const { sha } = change.commit;
      for (const one of passedIn(change, context)) passed.set(one.path, one);
      if (gate.findings.length > 0 || gate.decision !== null || gate.waiver !== null)
        gates.push({ sha, gate });
      if (gate.decision === null && mayDecide(change, message, context.config)) deciding.push(sha);
    }
  const scene = { place: course.repository.place, read, context, wanted: wantedOf(context) };
  if (commits > 0) gates.push(...(await judgeNet(scene, ends, gates)));
  const answers = await readAnswers(course, gates, deciding);
  return { commits, gates, answers, passedOver: [...passed.values()] };
}

/** Files of a change that guards look at by their path, and did not read. */
export const passedIn = ({ commit, documents }: Change, { guards }: GateContext): PassedOver[] =>
  findPassedOver(
    commit.files.flatMap(({ path, status, mode }) => (status === 'D' || mode === SUBMODULE ? [] : [path])),
    guards?.inForce ?? [],
    documents.flatMap(({ path, after }) => (after === null ? [] : [{ path, text: after }])),
  );

/** Most commits of a long range touch nothing that the gate looks at; `pass` is told how many there are of
 * all. */
async function* readConcerned(
  { repository, context }: Course,
  { commits: all, revisions }: CommitList,
  pass: (commits: number) => void,
): AsyncGenerator<readonly CommitAt[]> {
  const concerns = memoize((path: string) => mayConcern(path, context));
  const isConcerned = ({ message, files }: Commit) =>
    mayAnswer(message) || files.some(({ path, from = path }) => concerns(path) || concerns(from));
  for await (const commits of showProgress(all, repository.place, revisions)) {
    pass(commits.length);
    for (const commit of commits) refuseGrafted(repository, commit);
    yield commits.filter(isConcerned);
  }
}

type Case = { readonly message: Message; readonly context: GateContext };

// Which decisions stood when it was made matters only to a commit that cites one.
function caseOf({ repository: { place }, context }: Course, { commit }: Change): Case {
  const message = parseMessage(commit.message);
  if (trailersNamed(message, 'decision').length === 0) return { message, context };
  const [parent] = commit.parents;
  const documents = parent === undefined ? [] : readDecisionDocuments(place, parent, context.config);
  return { message, context: { ...context, decisions: readDecisions(documents) } };
}

/** Ids that fit on a command line. */
const MOST_NAMED = 200;

// Reading what a commit decides takes long, so it is done when something depends on it.
async function readAnswers(
  course: Course,
  gates: readonly RangeGate[],
  deciding: readonly string[],
): Promise<readonly Decision[]> {
  const { repository, read, context } = course;
  const open = excusable(gates);
  if (context.config.gate.perCommit || open.length === 0) return [];
  const standing = (decision: Decision | null) =>
    decision !== null && isAmong(context.standing, decision) ? [decision] : [];
  const answers = gates.flatMap(({ gate }) => standing(gate.decision));
  const isEnough = () => open.every((finding) => answers.some((one) => isAnswer(finding, one)));
  for (let at = 0; at < deciding.length && !isEnough(); at += MOST_NAMED) {
    const commits = readNameBatches(repository.place, ['--no-walk', ...deciding.slice(at, at + MOST_NAMED)]);
    for await (const changes of readChanges(commits, gateFiles(context.config), read))
      answers.push(...changes.flatMap((change) => standing(decisionOf(course, change))));
  }
  return answers;
}

function decisionOf(course: Course, change: Change): Decision | null {
  const { message, context } = caseOf(course, change);
  return readAnswer(change, message, context).decision;
}
