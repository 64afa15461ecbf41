// What the context file does not account for yet. Derived from git each time; only the blob ids of our own drafts,
// and the commits that a person never wants recorded, are remembered.
import { mapCommitIds } from '../../core/draft/index.ts';
import type { RecentCommit } from '../../core/drift/drift.ts';
import { parseMessage } from '../../core/message/index.ts';
import type { OwedCommit } from '../../core/types.ts';
import { type JudgeFacts, judgeChange } from '../../core/verdict/judge.ts';
import { hasSubstance, readRecordedIds } from '../../core/verdict/paid.ts';
import { decideVerdict } from '../../core/verdict/verdict.ts';
import { readText } from '../../effects/files.ts';
import { openObjects, type ReadObjects, readObjects } from '../../git/blobs.ts';
import { type CommitAt, countCommits, readCommitBatches, readCommits } from '../../git/log.ts';
import type { GitPlace } from '../../git/run.ts';
import { readChange } from './change.ts';
import { readDocuments } from './documents.ts';
import { judgeFacts } from './judge.ts';
import { type Memory, readMemory } from './memory.ts';
import type { Project } from './project.ts';
import { showProgress } from './range.ts';

/** Commits looked at, at most; `status` says so when there are more. */
export const MOST_PASSED = 5000;

export type ContextText = {
  readonly path: string;
  readonly onDisk: string;
  /** As on disk, with the ids of rewritten commits brought up to date. */
  readonly text: string;
  /** As HEAD has it; what is on disk, where git does not keep the file. */
  readonly committed: string;
};

/** What the history says of a context file. */
export type Account = {
  /** The last commit that changed the context file itself; null: none did. */
  readonly lastUpdate: CommitAt | null;
  /** Commits since then, whatever they weigh, oldest first. */
  readonly recent: readonly RecentCommit[];
  /** How many there are; more than are listed when there are more than were looked at. */
  readonly passed: number;
  /** Commits that HEAD's file does not account for, those of a pending draft included; oldest first. */
  readonly open: readonly OwedCommit[];
  /** Those of them that no draft tells of either. */
  readonly owed: readonly OwedCommit[];
  /** Summed weight of the owed commits. */
  readonly weight: number;
};

export type Ledger = Account & { readonly context: ContextText; readonly memory: Memory };

/** `since`: a revision to start behind, instead of the last update. Throws Problem (3): the context file is no text. */
export async function readLedger(project: Project, contextPath: string, since?: string): Promise<Ledger> {
  const memory = readMemory(project.repository);
  const context = readContextText(project, contextPath, memory);
  const documents = () => readDocuments(project, ['decisions', 'context']);
  const facts = judgeFacts({ config: project.config, contextPath, memory, documents });
  const account = await readAccount(project.place, { facts, memory, context }, { since });
  return { ...account, context, memory };
}

function readContextText({ place, top }: Project, path: string, { rewritten }: Memory): ContextText {
  const onDisk = readText(top, path) ?? '';
  const committed = readObjects(place, [`HEAD:${path}`])[0] ?? onDisk;
  return { path, onDisk, text: mapCommitIds(onDisk, rewritten, committed), committed };
}

type Kept = {
  readonly facts: JudgeFacts;
  readonly memory: Memory;
  readonly context: Omit<ContextText, 'onDisk'>;
};

type Reach = {
  /** A revision to start behind, instead of the last update. */
  readonly since?: string | undefined;
  /** The newest commits that are looked at. */
  readonly most?: number;
};

/** Works in a bare repository too. Throws GitProblem. */
export async function readAccount(
  place: GitPlace,
  kept: Kept,
  { since, most = MOST_PASSED }: Reach = {},
): Promise<Account> {
  const { read, close } = openObjects(place);
  try {
    const last = await readLastUpdate(place, kept, read);
    const from = since === undefined ? [last?.start, kept.memory.baseline] : [since];
    // What is named here may have been rewritten, and collected since.
    const range = ['--ignore-missing', 'HEAD', ...from.flatMap((id) => (id ? [`^${id}`] : []))];
    const { recent, open } = await readPassed(place, kept, { range, most, read });
    const passed = recent.length < most ? recent.length : countCommits(place, range);
    const isDrafted = readRecordedIds(kept.context.text);
    const owed = open.filter(({ commit }) => !isDrafted(commit.sha));
    const sum = owed.reduce((before, { verdict }) => before + verdict.weight, 0);
    const weight = Math.round(sum * 100) / 100;
    return { lastUpdate: last?.commit ?? null, recent, passed, open, owed, weight };
  } finally {
    close();
  }
}

type Search = { readonly range: readonly string[]; readonly most: number; readonly read: ReadObjects };

async function readPassed(place: GitPlace, { facts, memory, context }: Kept, { range, most, read }: Search) {
  const isCommitted = readRecordedIds(context.committed, memory.rewritten);
  const recent: RecentCommit[] = [];
  const open: OwedCommit[] = [];
  const revisions = ['--reverse', `--max-count=${most}`, ...range];
  for await (const commits of showProgress(readCommitBatches(place, revisions), place, revisions))
    for (const commit of commits) {
      const isPaid = isCommitted(commit.sha) || memory.never.includes(commit.sha);
      const one = isPaid ? null : await judgeOwed(commit, facts, read);
      recent.push({ commit, message: one?.message ?? parseMessage(commit.message) });
      if (one !== null) open.push(one);
    }
  return { recent, open };
}

/** Null: nothing to record about it. */
async function judgeOwed(commit: CommitAt, facts: JudgeFacts, read: ReadObjects): Promise<OwedCommit | null> {
  const change = await readChange(commit, facts.config, read);
  const judged = judgeChange(change, facts);
  if (judged.isSettled || judged.weight <= 0) return null;
  const verdict = decideVerdict(judged, { weight: 0, limit: facts.config.debt.limit });
  return { commit, message: judged.message, verdict, documents: change.documents };
}

/** `start`: nothing up to here is owed. */
type LastUpdate = { readonly commit: CommitAt | null; readonly start: string };

/** A commit that merely carried our draft accounts for what the draft was computed from, not for itself. */
async function readLastUpdate(
  place: GitPlace,
  { memory, context }: Kept,
  read: ReadObjects,
): Promise<LastUpdate | null> {
  let carried: string | null = null;
  for await (const commit of readCommits(place, ['HEAD'], [context.path])) {
    const blobs = commit.files.find(({ path }) => path === context.path)?.blobs ?? [];
    const draft = memory.drafts.find(({ blob }) => blob === blobs[1]);
    carried ??= draft?.head ?? null;
    if (draft !== undefined) continue;
    const [before = null, after = null] = await read(blobs);
    if (hasSubstance(before, after)) return { commit, start: carried ?? commit.sha };
  }
  return carried === null ? null : { commit: null, start: carried };
}
