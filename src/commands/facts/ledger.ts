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
import type { ReadObjects } from '../../git/blobs.ts';
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
  /** Its id in HEAD; null where git does not keep it. */
  readonly blob: string | null;
  /** The commit that HEAD is; null before the first one. */
  readonly head: string | null;
};

/** What the history says of a context file. */
export type Account = {
  /** The last commit that changed the context file itself; null: none did, or it was known where to start. */
  readonly lastUpdate: CommitAt | null;
  /** Nothing up to this commit is owed; null: everything is. */
  readonly start: string | null;
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

/** Throws Problem (3): the context file is no text. */
export async function readLedger(
  project: Project,
  contextPath: string,
  { affects, ...reach }: Pick<Reach, 'since' | 'known'> & Pick<JudgeFacts, 'affects'> = {},
): Promise<Ledger> {
  const memory = readMemory(project.repository);
  const context = await readContextText(project, contextPath, memory);
  const documents = () => readDocuments(project, ['decisions', 'context']);
  const facts = judgeFacts({ config: project.config, contextPath, memory, documents, affects });
  const account = await readAccount(project, { facts, memory, context }, reach);
  return { ...account, context, memory };
}

async function readContextText(
  { objects, top }: Project,
  path: string,
  { rewritten }: Memory,
): Promise<ContextText> {
  const onDisk = readText(top, path) ?? '';
  const [head = null, committed = null] = await objects.find(['HEAD', `HEAD:${path}`]);
  const known = committed?.kind === 'blob' ? committed : null;
  const text = mapCommitIds(onDisk, rewritten, known?.text ?? onDisk);
  return {
    path,
    onDisk,
    text,
    committed: known?.text ?? onDisk,
    blob: known?.id ?? null,
    head: head?.id ?? null,
  };
}

type Kept = {
  readonly facts: JudgeFacts;
  readonly memory: Memory;
  readonly context: Pick<ContextText, 'path' | 'text' | 'committed'>;
};

/** Where the last update was found, as of a HEAD. */
export type Known = { readonly head: string; readonly path: string; readonly start: string };

type Reach = {
  /** A revision to start behind, instead of the last update. */
  readonly since?: string | undefined;
  /** Spares the search for the last update, where nothing since then can be one. */
  readonly known?: Known | null;
  /** The newest commits that are looked at. */
  readonly most?: number;
};

/** What the next search is spared; null where there is nothing to start from. */
export const sinceOf = ({ context: { head, path }, start }: Ledger): Known | null =>
  head === null || start === null ? null : { head, path, start };

type Source = Pick<Project, 'place' | 'objects'>;

/** Works in a bare repository too. Throws GitProblem. */
export async function readAccount(source: Source, kept: Kept, reach: Reach = {}): Promise<Account> {
  const { known = null, since, ...rest } = reach;
  if (known !== null && known.path === kept.context.path) {
    const account = await readFrom(source, kept, { ...rest, from: [known.start, kept.memory.baseline] });
    if (isWithoutUpdate(account.recent, known)) return { ...account, lastUpdate: null, start: known.start };
  }
  const last = await readLastUpdate(source, kept);
  const from = since === undefined ? [last?.start, kept.memory.baseline] : [since];
  const account = await readFrom(source, kept, { ...rest, from });
  return { ...account, lastUpdate: last?.commit ?? null, start: last?.start ?? null };
}

/** Whether the commits behind the known HEAD follow one another, and none of them touches the context file. */
function isWithoutUpdate(recent: readonly RecentCommit[], { head, path, start }: Known): boolean {
  const at = recent.findIndex(({ commit }) => commit.sha === head);
  const later = recent.slice(at + 1).map(({ commit }) => commit);
  return (
    (at >= 0 || head === start) &&
    later.every(
      ({ parents, files }, index) =>
        parents.length === 1 &&
        parents[0] === (later[index - 1]?.sha ?? head) &&
        !files.some((file) => file.path === path || file.from === path),
    )
  );
}

type From = Omit<Reach, 'since' | 'known'> & { readonly from: readonly (string | null | undefined)[] };

async function readFrom(
  { place, objects: { read } }: Source,
  kept: Kept,
  { from, most = MOST_PASSED }: From,
): Promise<Omit<Account, 'lastUpdate' | 'start'>> {
  // What is named here may have been rewritten, and collected since.
  const range = ['--ignore-missing', 'HEAD', ...from.flatMap((id) => (id ? [`^${id}`] : []))];
  const { recent, open } = await readPassed(place, kept, { range, most, read });
  const passed = recent.length < most ? recent.length : countCommits(place, range);
  const isDrafted = readRecordedIds(kept.context.text);
  const owed = open.filter(({ commit }) => !isDrafted(commit.sha));
  const sum = owed.reduce((before, { verdict }) => before + verdict.weight, 0);
  return { recent, passed, open, owed, weight: Math.round(sum * 100) / 100 };
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
  { place, objects: { read } }: Source,
  { memory, context }: Kept,
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
