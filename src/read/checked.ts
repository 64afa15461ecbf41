// The gate over what is staged, and over commits that are made.
import { GUARD_KINDS } from '../core/config/documents.ts';
import { readDecisions } from '../core/decisions/decisions.ts';
import { readTemplates } from '../core/decisions/templates.ts';
import { decisionsAfter } from '../core/gate/answer.ts';
import { judgeGate } from '../core/gate/judge.ts';
import { findCollided, judgeRange, type RangeAnswer, type RangeGate } from '../core/gate/range.ts';
import type { PassedOver } from '../core/guards/added.ts';
import { guardFaults, guardsInForce, inForce, listGuards } from '../core/guards/force.ts';
import { parseMessage } from '../core/message/index.ts';
import type { ProblemText } from '../core/problem.ts';
import type { Commit, Finding } from '../core/types.ts';
import { describeUnreadSettings } from '../core/wording/gate.ts';
import { readObjects } from '../git/blobs.ts';
import { type CommitBatches, startNameBatches } from '../git/log.ts';
import { type Repository, readCommitId } from '../git/repository.ts';
import { countSpan, cutBases, type Span } from '../git/span.ts';
import { readOne, withGuarded } from './change.ts';
import { readDocumentsAt, readDocumentsOf, readWorkDocuments } from './documents.ts';
import { gateFiles, judgeSpan, passedIn } from './gates.ts';
import { guardBook, recordsAmong } from './judge.ts';
import type { HookProject } from './project.ts';
import { readGateSettings } from './settings.ts';

export type CheckReport = {
  readonly commits: number;
  /** Where none was checked: how many there are that are older than the baseline. */
  readonly older?: number;
  readonly findings: readonly Finding[];
  /** What passes only because of other commits of the range. */
  readonly excused: readonly Finding[];
  readonly waivers: readonly { readonly sha: string | null; readonly reason: string }[];
  /** Files that guards look at by their path, and did not read. */
  readonly passedOver?: readonly PassedOver[];
};

/** Throws Problem (3). */
export async function checkStaged(project: HookProject, commit: Commit): Promise<CheckReport> {
  const { place, gateConfig: config, settings } = project;
  const all =
    readCommitId(place, 'HEAD') === null
      ? []
      : readDocumentsAt(place, 'HEAD', { config, kinds: GUARD_KINDS });
  const head = recordsAmong(all, config);
  const guards = guardBook(guardsInForce(all, config));
  const decisions = readDecisions(head);
  const context = { config, settings, decisions, templates: () => readTemplates(head), guards };
  const wanted = withGuarded(gateFiles(config), guards.inForce);
  const change = await readOne(commit, wanted, async (names) => readObjects(place, names));
  const gate = judgeGate(change, parseMessage(commit.message), context);
  const collided = findCollided(context.decisions, decisionsAfter(change, context), null);
  const { invalid } = listGuards(readWorkDocuments(project, GUARD_KINDS), config);
  const faults = guardFaults(invalid, guards.inForce, guards.slow);
  const findings = [...gate.findings, ...collided, ...faults];
  const passedOver = passedIn(change, context);
  return { ...summarize(1, { findings, excused: [] }, [{ sha: null, gate }]), passedOver };
}

/** `baseline`: older commits are not checked. Throws Problem (3). */
export async function checkSpan(
  repository: Repository,
  span: Span,
  baseline: string | null,
): Promise<CheckReport> {
  const revisions = [...span.revisions, ...(baseline === null ? [] : [`^${baseline}`])];
  // git walks the span while its ends are looked at.
  const started = startNameBatches(repository.place, revisions);
  const notice = span.watch?.();
  try {
    const { first, commits } = await withFirst(started.commits);
    await notice?.(first);
    const { context, collided, invalid, unread } = await readEnds(repository, span);
    const listed = { commits, revisions };
    const readBases = () => cutBases(repository.place, span, baseline);
    const judged = await judgeSpan(repository, listed, context, { tip: span.tip, readBases });
    const { gates, passedOver } = judged;
    const answer = judgeRange(gates, judged.answers);
    const faults = guardFaults(invalid, context.guards.inForce, context.guards.slow);
    const findings = [
      ...answer.findings,
      ...collided,
      ...unread,
      ...faults.map((fault) => ({ ...fault, sha: span.tip })),
    ];
    const older = judged.commits === 0 && baseline !== null ? countSpan(repository.place, span) : 0;
    return { ...summarize(judged.commits, { ...answer, findings }, gates), older, passedOver };
  } finally {
    started.stop();
  }
}

/** The first of the commits, for which git has looked at all of them, and the same commits again. */
async function withFirst(batches: CommitBatches) {
  const all = batches[Symbol.asyncIterator]();
  const found = all.next();
  // What git cannot list is a problem of who reads it.
  const first = await found
    .then((next) => (next.done === true ? undefined : next.value[0]))
    .catch(() => undefined);
  async function* again() {
    for (let next = await found; next.done !== true; next = await all.next()) yield next.value;
  }
  return { first, commits: again() };
}

async function readEnds({ place, isShallow }: Repository, { readBase, tip }: Span) {
  const base = readBase();
  const { config, settings, fault } = await readGateSettings(place, base ?? tip);
  const { fault: after } = base === null ? { fault } : await readGateSettings(place, tip);
  // They can be judged by older ones where those are known, and where the range puts them right.
  if (fault !== null && (after !== null || isShallow)) throw fault;
  const ends = base === null ? [tip] : [tip, base];
  const [atTip = [], all = []] = readDocumentsOf(place, ends, { config, kinds: GUARD_KINDS });
  const documents = recordsAmong(all, config);
  const decisions = readDecisions(documents);
  const listed = listGuards(all, config);
  // Mostly they are the same, and are read once.
  const isSame = JSON.stringify(all) === JSON.stringify(atTip);
  const atEnd = isSame ? decisions : readDecisions(recordsAmong(atTip, config));
  return {
    context: {
      config,
      settings,
      decisions,
      templates: () => readTemplates(documents),
      standing: atEnd,
      guards: guardBook(inForce(listed)),
    },
    collided: findCollided(decisions, atEnd, tip),
    unread: fault === null && after !== null ? [settingsFinding(tip, after.text)] : [],
    invalid: isSame ? listed.invalid : listGuards(atTip, config).invalid,
  };
}

const settingsFinding = (sha: string, text: ProblemText): Finding => ({
  sha,
  rule: 'settings-invalid',
  level: 'error',
  path: null,
  line: null,
  ...describeUnreadSettings(text),
});

function summarize(commits: number, answer: RangeAnswer, gates: readonly RangeGate[]): CheckReport {
  const waivers = gates.flatMap(({ sha, gate: { waiver } }) =>
    waiver === null ? [] : [{ sha, reason: waiver }],
  );
  return { commits, ...answer, waivers };
}
