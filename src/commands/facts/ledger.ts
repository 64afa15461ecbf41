// What the context file does not account for yet. Derived from git each time; only the blob ids of our own drafts,
// and the commits that a person never wants recorded, are remembered.
import { mapCommitIds } from '../../core/draft/index.ts';
import type { OwedCommit } from '../../core/types.ts';
import { type JudgeFacts, judgeChange } from '../../core/verdict/judge.ts';
import { hasSubstance, readRecordedIds } from '../../core/verdict/paid.ts';
import { decideVerdict } from '../../core/verdict/verdict.ts';
import { readText } from '../../effects/files.ts';
import { openObjects, type ReadObjects, readObjects } from '../../git/blobs.ts';
import { type CommitAt, readCommits } from '../../git/log.ts';
import { readChange } from './change.ts';
import { readDocuments } from './documents.ts';
import { judgeFacts } from './judge.ts';
import { type Memory, readMemory } from './memory.ts';
import type { Project } from './project.ts';

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

export type Ledger = {
  readonly context: ContextText;
  /** The last commit that changed the context file itself; null: none did. */
  readonly lastUpdate: CommitAt | null;
  /** Commits that HEAD's file does not account for, those of a pending draft included; oldest first. */
  readonly open: readonly OwedCommit[];
  /** Those of them that no draft tells of either. */
  readonly owed: readonly OwedCommit[];
  /** Summed weight of the owed commits. */
  readonly weight: number;
  /** Commits since the last update, whatever they weigh. */
  readonly passed: number;
  readonly memory: Memory;
};

/** `since`: a revision to start behind, instead of the last update. Throws Problem (3): the context file is no text. */
export async function readLedger(project: Project, contextPath: string, since?: string): Promise<Ledger> {
  const memory = readMemory(project.repository);
  const objects = openObjects(project.place);
  try {
    const last = await readLastUpdate(project, contextPath, { memory, read: objects.read });
    const context = readContextText(project, contextPath, memory);
    const documents = () => readDocuments(project, ['decisions', 'context']);
    const facts = judgeFacts({ config: project.config, contextPath, memory, documents });
    const from = since === undefined ? [last?.start, memory.baseline] : [since];
    const { open, owed, passed } = await readOwed(project, {
      from,
      facts,
      context,
      memory,
      read: objects.read,
    });
    const weight = owed.reduce((sum, { verdict }) => sum + verdict.weight, 0);
    return { context, lastUpdate: last?.commit ?? null, open, owed, weight, passed, memory };
  } finally {
    objects.close();
  }
}

function readContextText({ place, top }: Project, path: string, { rewritten }: Memory): ContextText {
  const onDisk = readText(top, path) ?? '';
  const committed = readObjects(place, [`HEAD:${path}`])[0] ?? onDisk;
  return { path, onDisk, text: mapCommitIds(onDisk, rewritten, committed), committed };
}

type Search = {
  readonly from: readonly (string | null | undefined)[];
  readonly facts: JudgeFacts;
  readonly context: ContextText;
  readonly memory: Memory;
  readonly read: ReadObjects;
};

async function readOwed(project: Project, { from, facts, context, memory, read }: Search) {
  const [isCommitted, isDrafted] = [readRecordedIds(context.committed), readRecordedIds(context.text)];
  const excluded = from.flatMap((id) => (id ? [`^${id}`] : []));
  const open: OwedCommit[] = [];
  let passed = 0;
  const range = ['--reverse', `--max-count=${MOST_PASSED}`, 'HEAD', ...excluded];
  for await (const commit of readCommits(project.place, range)) {
    passed++;
    if (isCommitted(commit.sha) || memory.never.includes(commit.sha)) continue;
    const one = await judgeOwed(commit, facts, read);
    if (one !== null) open.push(one);
  }
  return { open, owed: open.filter(({ commit }) => !isDrafted(commit.sha)), passed };
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
  { place }: Project,
  contextPath: string,
  { memory, read }: { readonly memory: Memory; readonly read: ReadObjects },
): Promise<LastUpdate | null> {
  let carried: string | null = null;
  for await (const commit of readCommits(place, ['HEAD'], [contextPath])) {
    const blobs = commit.files.find(({ path }) => path === contextPath)?.blobs ?? [];
    const draft = memory.drafts.find(({ blob }) => blob === blobs[1]);
    carried ??= draft?.head ?? null;
    if (draft !== undefined) continue;
    const [before = null, after = null] = await read(blobs);
    if (hasSubstance(before, after)) return { commit, start: carried ?? commit.sha };
  }
  return carried === null ? null : { commit: null, start: carried };
}
