// What the history says that a context file does not account for. Derived from git each time.

import type { RecentCommit } from '../core/drift/facts.ts';
import { parseMessage } from '../core/message/index.ts';
import type { OwedCommit } from '../core/types.ts';
import { type JudgeFacts, judgeChange } from '../core/verdict/judge.ts';
import { readRecordedIds } from '../core/verdict/paid.ts';
import { decideVerdict } from '../core/verdict/verdict.ts';
import type { ReadObjects } from '../git/blobs.ts';
import {
  type CommitAt,
  collectCommits,
  countCommits,
  parseRange,
  rangeArguments,
  readCommitBatches,
  readCommits,
} from '../git/log.ts';
import type { Told } from '../git/told.ts';
import { readChange } from './change.ts';
import { commitsBehind, findLastUpdate, type Known, type LastUpdate, type Update } from './last-update.ts';
import type { Memory } from './memory.ts';
import type { Project } from './project.ts';
import { showProgress } from './range.ts';

/** Commits that a hook and a brief look at, at most: they are waited for. Who is told of a draft is told when there are more. */
const MOST_PASSED = 200;

/** What the history says of a context file. */
export type Account = {
  /** The last commit that changed the context file itself; null: none did. */
  readonly lastUpdate: Update | null;
  /** Nothing up to this commit is owed; null: everything is. */
  readonly start: string | null;
  /** Commits since then, whatever they weigh, oldest first. */
  readonly recent: readonly RecentCommit[];
  /** How many there are; more than are listed when there are more than were looked at. Null: so, and nobody counted. */
  readonly passed: number | null;
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

export type Reach = {
  /** A revision to start behind, instead of the last update. */
  readonly since?: string | undefined;
  /** Spares the search for the last update, where a plain line of commits leads on from there. */
  readonly known?: Known | null;
  /** The newest commits that are looked at; `Infinity` for all. */
  readonly most?: number;
  /** Whether those that are not are counted, for which git takes as long as for a log. */
  readonly isCounted?: boolean;
};

type Source = Pick<Project, 'place' | 'objects'> & { readonly told?: Told | null };

/** What git is asked for the commits that may be owed. */
export const revisionsSince = ({ start }: Known, { baseline }: Pick<Memory, 'baseline'>): readonly string[] =>
  newestBehind([start, baseline], MOST_PASSED);

// What is named here may have been rewritten, and collected since.
const newestBehind = (from: From, most: number): string[] => [
  '--reverse',
  ...(most === Number.POSITIVE_INFINITY ? [] : [`--max-count=${most}`]),
  ...allBehind(from),
];
const allBehind = (from: From): string[] => [
  '--ignore-missing',
  'HEAD',
  ...from.flatMap((id) => (id ? [`^${id}`] : [])),
];

/** Works in a bare repository too. Throws GitProblem. */
export async function readAccount(
  source: Source,
  kept: Kept,
  { known = null, since, most = MOST_PASSED, isCounted = false }: Reach = {},
): Promise<Account> {
  const isKnown = known?.path === kept.context.path && since === undefined;
  const passed =
    (isKnown ? await readOn(source, kept, { known, most }) : null) ??
    (await readFrom(source, kept, { since, most }));
  const { commits, from } = passed;
  const isWhole = from === null || commits.length < most;
  const [account, counted] = await Promise.all([
    judgePassed(source, kept, passed),
    isWhole ? commits.length : isCounted ? countCommits(source.place, allBehind(from)) : null,
  ]);
  return { ...account, passed: counted };
}

type Passed = {
  /** Oldest first. */
  readonly commits: readonly CommitAt[];
  /** What they lie behind; null: these are surely all. */
  readonly from: From | null;
  readonly last: LastUpdate | null;
};

async function readFrom(
  source: Source,
  kept: Kept,
  { since, most }: { readonly since: string | undefined; readonly most: number },
): Promise<Passed> {
  const last = await readLastUpdate(source, kept);
  const from = since === undefined ? [last?.start, kept.memory.baseline] : [since];
  return { commits: await readBehind(source, from, most), from, last };
}

/** From where the last update was known to be; null where that does not lead here. */
async function readOn(
  source: Source,
  kept: Kept,
  { known, most }: { readonly known: Known; readonly most: number },
): Promise<Passed | null> {
  const from = [known.start, kept.memory.baseline];
  const all = await readBehind(source, from, most);
  const line = commitsBehind(all, known);
  if (line === null) return null;
  const last = await findLastUpdate(line.reverse(), searchedIn(source, kept), known);
  if (last.start === known.start) return { commits: all, from, last };
  const commits = all.slice(all.findIndex(({ sha }) => sha === last.start) + 1);
  const isOnLine = commits.length <= line.length && commits.length < all.length;
  return isOnLine ? { commits, from: null, last } : null;
}

const readLastUpdate = (source: Source, kept: Kept): Promise<LastUpdate | null> =>
  findLastUpdate(readCommits(source.place, ['HEAD'], [kept.context.path]), searchedIn(source, kept), null);

const searchedIn = ({ objects: { read } }: Source, { memory: { drafts }, context: { path } }: Kept) => ({
  path,
  drafts,
  read,
});

type From = readonly (string | null | undefined)[];

async function readBehind(source: Source, from: From, most: number): Promise<readonly CommitAt[]> {
  const { place } = source;
  const revisions = newestBehind(from, most);
  const told = await readTold(source, revisions);
  return told ?? collectCommits(showProgress(readCommitBatches(place, revisions), place, revisions));
}

/** Null: nobody has asked for them, or git failed, which has nothing to say either. */
async function readTold({ told }: Source, revisions: readonly string[]): Promise<readonly CommitAt[] | null> {
  if (told?.range?.asked !== rangeArguments(revisions)) return null;
  const commits = await parseRange(told.range.output);
  const head = told.objects.get('HEAD')?.id;
  const isWhole = commits.length === 0 ? revisions.includes(`^${head}`) : commits.at(-1)?.sha === head;
  return isWhole ? commits : null;
}

async function judgePassed(
  { objects: { read } }: Source,
  { facts, memory, context }: Kept,
  { commits, last }: Passed,
): Promise<Omit<Account, 'passed'>> {
  const isCommitted = readRecordedIds(context.committed, memory.rewritten);
  const isDrafted = readRecordedIds(context.text);
  const recent: RecentCommit[] = [];
  const open: OwedCommit[] = [];
  for (const commit of commits) {
    const isPaid = isCommitted(commit.sha) || memory.never.includes(commit.sha);
    const one = isPaid ? null : await judgeOwed(commit, facts, read);
    recent.push({ commit, message: one?.message ?? parseMessage(commit.message) });
    if (one !== null) open.push(one);
  }
  const owed = open.filter(({ commit }) => !isDrafted(commit.sha));
  const sum = owed.reduce((before, { verdict }) => before + verdict.weight, 0);
  const weight = Math.round(sum * 100) / 100;
  return {
    lastUpdate: last?.commit ?? null,
    start: last?.start ?? null,
    recent,
    open,
    owed,
    weight,
  };
}

/** Null: nothing to record about it. */
async function judgeOwed(commit: CommitAt, facts: JudgeFacts, read: ReadObjects): Promise<OwedCommit | null> {
  const change = await readChange(commit, facts.config, read);
  const judged = judgeChange(change, facts);
  if (judged.isSettled || judged.weight <= 0) return null;
  const verdict = decideVerdict(judged, { weight: 0, limit: facts.config.debt.limit });
  return { commit, message: judged.message, verdict, documents: change.documents };
}
