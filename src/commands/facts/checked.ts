// The gate over what is staged, and over commits that are made.
import { readConfig } from '../../core/config/config.ts';
import type { Config } from '../../core/config/defaults.ts';
import { readDecisions } from '../../core/decisions/decisions.ts';
import { readTemplates } from '../../core/decisions/templates.ts';
import { decisionsAfter, mayAnswer } from '../../core/gate/answer.ts';
import { findCollided } from '../../core/gate/collided.ts';
import { type GateContext, judgeChange, judgeGate } from '../../core/gate/judge.ts';
import { judgeRange, type RangeAnswer, type RangeGate } from '../../core/gate/range.ts';
import { mayConcern, needsText } from '../../core/gate/triggers.ts';
import { parseMessage, trailersNamed } from '../../core/message/index.ts';
import type { Change, Commit, Decision, Finding, Gate } from '../../core/types.ts';
import { openObjects, type ReadObjects, readObjects } from '../../git/blobs.ts';
import { type CommitAt, readCommitNames } from '../../git/log.ts';
import { type Repository, readCommitId } from '../../git/repository.ts';
import type { GitPlace } from '../../git/run.ts';
import { refuseGrafted, type Span } from '../../git/span.ts';
import { readDocumentChanges } from './change.ts';
import { readDocumentsAt } from './documents.ts';
import { type HookProject, readConfigTextsAt } from './project.ts';

export type Checked = {
  readonly commits: number;
  readonly findings: readonly Finding[];
  /** What passes only because of other commits of the range. */
  readonly excused: readonly Finding[];
  readonly waivers: readonly { readonly sha: string | null; readonly reason: string }[];
};

/** Throws Problem (3). */
export async function checkStaged(project: HookProject, commit: Commit): Promise<Checked> {
  const { place, gateConfig: config } = project;
  const head = readCommitId(place, 'HEAD') === null ? [] : readDocuments(place, 'HEAD', config);
  const context = { config, decisions: readDecisions(head), templates: () => readTemplates(head) };
  const change = await readGateChange(commit, config, async (names) => readObjects(place, names));
  const gate = judgeGate(change, parseMessage(commit.message), context);
  const collided = findCollided(context.decisions, decisionsAfter(change, context), null);
  return summarize(1, { findings: [...gate.findings, ...collided], excused: [] }, [{ sha: null, gate }]);
}

/** `baseline`: older commits are not checked. Throws Problem (3). */
export async function checkSpan(
  repository: Repository,
  span: Span,
  baseline: string | null,
): Promise<Checked> {
  const { place } = repository;
  const config = await readConfig(readConfigTextsAt(place, span.base ?? span.tip));
  const documents = span.base === null ? [] : readDocuments(place, span.base, config);
  const context = { config, decisions: readDecisions(documents), templates: () => readTemplates(documents) };
  const revisions = [...span.revisions, ...(baseline === null ? [] : [`^${baseline}`])];
  const { commits, gates } = await judgeCommits(repository, revisions, context);
  const standing = readDecisions(readDocuments(place, span.tip, config));
  const answer = judgeRange(gates, { perCommit: config.gate.perCommit, standing });
  const collided = findCollided(context.decisions, standing, span.tip);
  return summarize(commits, { ...answer, findings: [...answer.findings, ...collided] }, gates);
}

type Judged = { readonly commits: number; readonly gates: readonly RangeGate[] };

async function judgeCommits(
  repository: Repository,
  revisions: readonly string[],
  context: GateContext,
): Promise<Judged> {
  const { place } = repository;
  const { read, close } = openObjects(place);
  const isConcerned = createInterest(context);
  const gates: RangeGate[] = [];
  let commits = 0;
  try {
    for await (const commit of readCommitNames(place, revisions)) {
      commits++;
      refuseGrafted(repository, commit);
      if (!isConcerned(commit)) continue;
      const gate = await judgeCommit({ place, read }, commit, context);
      if (gate.findings.length > 0 || gate.decision !== null || gate.waiver !== null)
        gates.push({ sha: commit.sha, gate });
    }
  } finally {
    close();
  }
  return { commits, gates };
}

// Most commits of a long range touch nothing that the gate looks at, and the same paths come again and again.
function createInterest(context: GateContext): (commit: Commit) => boolean {
  const known = new Map<string, boolean>();
  const concerns = (path: string): boolean => {
    const answer = known.get(path) ?? mayConcern(path, context);
    known.set(path, answer);
    return answer;
  };
  return ({ message, files }) =>
    mayAnswer(message) || files.some(({ path, from = path }) => concerns(path) || concerns(from));
}

type Reading = { readonly place: GitPlace; readonly read: ReadObjects };

// Which decisions stood when it was made matters only to a commit that cites one.
async function judgeCommit({ place, read }: Reading, commit: CommitAt, context: GateContext): Promise<Gate> {
  const { config } = context;
  const message = parseMessage(commit.message);
  const isCiting = trailersNamed(message, 'decision').length > 0;
  const before = isCiting ? readBefore(place, commit, config) : context.decisions;
  return judgeChange(await readGateChange(commit, config, read), message, { ...context, decisions: before });
}

const readBefore = (place: GitPlace, { parents: [parent] }: CommitAt, config: Config): Decision[] =>
  parent === undefined ? [] : readDecisions(readDocuments(place, parent, config));

const readDocuments = (place: GitPlace, revision: string, config: Config) =>
  readDocumentsAt(place, revision, { config, kinds: ['decisions', 'context'] });

async function readGateChange(commit: Commit, config: Config, read: ReadObjects): Promise<Change> {
  const files = commit.files.filter(
    ({ path, from = path, mode }) =>
      mode !== SUBMODULE && (needsText(path, config) || needsText(from, config)),
  );
  return { commit, documents: await readDocumentChanges(commit, files, read) };
}

const SUBMODULE = '160000';

function summarize(commits: number, answer: RangeAnswer, gates: readonly RangeGate[]): Checked {
  const waivers = gates.flatMap(({ sha, gate: { waiver } }) =>
    waiver === null ? [] : [{ sha, reason: waiver }],
  );
  return { commits, ...answer, waivers };
}
