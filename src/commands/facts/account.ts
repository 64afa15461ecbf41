// What the history says that a context file does not account for. Derived from git each time.
import type { RecentCommit } from '../../core/drift/drift.ts';
import { parseMessage } from '../../core/message/index.ts';
import type { OwedCommit } from '../../core/types.ts';
import { type JudgeFacts, judgeChange } from '../../core/verdict/judge.ts';
import { hasSubstance, readRecordedIds } from '../../core/verdict/paid.ts';
import { decideVerdict } from '../../core/verdict/verdict.ts';
import type { ReadObjects } from '../../git/blobs.ts';
import {
  type CommitAt,
  type CommitBatches,
  countCommits,
  parseRange,
  rangeArguments,
  readCommitBatches,
  readCommits,
} from '../../git/log.ts';
import type { Told } from '../../git/told.ts';
import { readChange } from './change.ts';
import type { Memory } from './memory.ts';
import type { Project } from './project.ts';
import { showProgress } from './range.ts';

/** Commits looked at, at most; `status` says so when there are more. */
export const MOST_PASSED = 5000;

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

type Kept = {
  readonly facts: JudgeFacts;
  readonly memory: Memory;
  /** `text` as it is now, `committed` as HEAD has it. */
  readonly context: { readonly path: string; readonly text: string; readonly committed: string };
};

/** Where the last update was found, as of a HEAD. */
export type Known = { readonly head: string; readonly path: string; readonly start: string };

export type Reach = {
  /** A revision to start behind, instead of the last update. */
  readonly since?: string | undefined;
  /** Spares the search for the last update, where nothing since then can be one. */
  readonly known?: Known | null;
  /** The newest commits that are looked at. */
  readonly most?: number;
};

type Source = Pick<Project, 'place' | 'objects'> & { readonly told?: Told | null };

/** git's arguments for the commits that may be owed, as long as nobody updates the context file. */
export const askedNext = ({ start }: Known, baseline: string | null): string =>
  rangeArguments(newestBehind([start, baseline], MOST_PASSED));

// What is named here may have been rewritten, and collected since.
const newestBehind = (from: From['from'], most: number): string[] => [
  '--reverse',
  `--max-count=${most}`,
  ...allBehind(from),
];
const allBehind = (from: From['from']): string[] => [
  '--ignore-missing',
  'HEAD',
  ...from.flatMap((id) => (id ? [`^${id}`] : [])),
];

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
  source: Source,
  kept: Kept,
  { from, most = MOST_PASSED }: From,
): Promise<Omit<Account, 'lastUpdate' | 'start'>> {
  const { recent, open } = await readPassed(source, kept, newestBehind(from, most));
  const passed = recent.length < most ? recent.length : countCommits(source.place, allBehind(from));
  const isDrafted = readRecordedIds(kept.context.text);
  const owed = open.filter(({ commit }) => !isDrafted(commit.sha));
  const sum = owed.reduce((before, { verdict }) => before + verdict.weight, 0);
  return { recent, passed, open, owed, weight: Math.round(sum * 100) / 100 };
}

async function readPassed(source: Source, { facts, memory, context }: Kept, revisions: readonly string[]) {
  const isCommitted = readRecordedIds(context.committed, memory.rewritten);
  const recent: RecentCommit[] = [];
  const open: OwedCommit[] = [];
  for await (const commits of readRange(source, revisions))
    for (const commit of commits) {
      const isPaid = isCommitted(commit.sha) || memory.never.includes(commit.sha);
      const one = isPaid ? null : await judgeOwed(commit, facts, source.objects.read);
      recent.push({ commit, message: one?.message ?? parseMessage(commit.message) });
      if (one !== null) open.push(one);
    }
  return { recent, open };
}

async function* readRange({ place, told }: Source, revisions: readonly string[]): CommitBatches {
  const range = told?.range ?? null;
  const isAsked = range?.asked === rangeArguments(revisions);
  const commits = range !== null && isAsked ? await parseRange(range.output) : [];
  // Where git failed, the shell has nothing to tell.
  if (commits.length > 0 && commits.at(-1)?.sha === told?.objects.get('HEAD')?.id) yield commits;
  else yield* showProgress(readCommitBatches(place, revisions), place, revisions);
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
