// The commits that a context file may not account for, listed from where its author's own updates end.

import type { PartOf } from '../core/context/territories.ts';
import type { JudgeFacts } from '../core/verdict/judge.ts';
import type { FileUpdate } from '../core/verdict/recorded.ts';
import {
  type CommitAt,
  collectCommits,
  parseRange,
  rangeArguments,
  readCommitBatches,
  readCommits,
} from '../git/log.ts';
import type { Told } from '../git/told.ts';
import {
  commitsAfter,
  findLastUpdate,
  type Known,
  type LastUpdate,
  readUpdateOf,
  touches,
} from './last-update.ts';
import type { Memory } from './memory.ts';
import type { Project } from './project.ts';
import { showProgress } from './range.ts';

/** Commits that a hook and a brief look at, at most: they are waited for. Who is told of a draft is told when
 * there are more. */
const MOST_PASSED = 200;

export type Kept = {
  readonly facts: JudgeFacts;
  readonly memory: Pick<Memory, 'baseline' | 'never'>;
  /** What of a commit concerns the file. */
  readonly part: PartOf;
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
  /** Whether commits before the baseline are listed too, to be told of. */
  readonly isHistory?: boolean;
};

export type Source = Pick<Project, 'place' | 'objects'> & { readonly told?: Told | null };

export type Commits = {
  /** Oldest first. */
  readonly listed: readonly CommitAt[];
  /** What git was asked for them. */
  readonly revisions: readonly string[];
  /** Whether there are no more. */
  readonly isWhole: boolean;
  /** Whether they start behind a revision that was named. */
  readonly isSince: boolean;
  readonly last: LastUpdate;
  /** What those that touch the context file did to it, by id. */
  readonly updates: ReadonlyMap<string, FileUpdate>;
  /** Ids of the updates that their authors wrote, and of all before them. */
  readonly settled: ReadonlySet<string>;
  /** The baseline, where the list may hold commits before it. */
  readonly olderThan: string | null;
};

/** What git is asked for the commits that may be owed. */
export const revisionsSince = ({ start }: Known, baseline: string | null): readonly string[] =>
  newestBehind([start, baseline], MOST_PASSED);

// What is named here may have been rewritten, and collected since.
const newestBehind = (from: From, most: number): string[] => [
  '--reverse',
  ...(most === Number.POSITIVE_INFINITY ? [] : [`--max-count=${most}`]),
  '--ignore-missing',
  'HEAD',
  ...from.flatMap((id) => (id ? [`^${id}`] : [])),
];

/** Throws GitProblem. */
export async function listCommits(source: Source, kept: Kept, reach: Reach): Promise<Commits> {
  const isKnown = reach.known?.path === kept.context.path && reach.since === undefined;
  return (isKnown ? await listOn(source, kept, reach) : null) ?? listFrom(source, kept, reach);
}

async function listFrom(source: Source, kept: Kept, reach: Reach): Promise<Commits> {
  const { path } = kept.context;
  const last = await findLastUpdate(readCommits(source.place, ['HEAD'], [path]), {
    path,
    read: source.objects.read,
  });
  return list(source, kept, { reach, last });
}

/** From where the last update was known to be; null where that does not lead here. */
async function listOn(source: Source, kept: Kept, reach: Reach): Promise<Commits | null> {
  const { known } = reach;
  if (!known) return null;
  const commits = await list(source, kept, { reach, last: known });
  // Nothing is behind the start at it, and on what came before it.
  if (commits.listed.length === 0 && !(await isHead(source, known.head))) return null;
  const line = commitsAfter(commits.listed, known);
  // What was recorded by an id may be owed where that id went.
  if (line === null || line.some(({ sha }) => commits.updates.get(sha)?.hasLostIds)) return null;
  const commit = line.findLast((one) => touches(one, kept.context.path)) ?? known.commit;
  return {
    ...commits,
    last: { commit: commit && { sha: commit.sha, date: commit.date }, start: known.start },
  };
}

const isHead = async ({ told, objects }: Source, sha: string): Promise<boolean> =>
  (told?.objects.get('HEAD') ?? (await objects.find(['HEAD']))[0])?.id === sha;

type Listing = { readonly reach: Reach; readonly last: LastUpdate & Partial<Pick<Known, 'baseline'>> };

async function list(source: Source, kept: Kept, { reach, last }: Listing): Promise<Commits> {
  const { since, most = MOST_PASSED, isHistory = false } = reach;
  const { baseline } = kept.memory;
  const isSince = since !== undefined;
  const from = isSince ? [since] : isHistory ? [last.start] : [last.start, baseline];
  const revisions = newestBehind(from, most);
  const listed = await readListed(source, revisions);
  const updates = await readUpdates(source, kept, listed);
  const own = [...updates].flatMap(([sha, { isOwn }]) => (isOwn ? [sha] : []));
  const isInside = listed.some(({ sha }) => sha === baseline);
  const isYoung = last.start === baseline || (last.baseline === baseline && isPlainLine(listed));
  const olds = isHistory && isInside && baseline !== null ? [baseline] : [];
  return {
    listed,
    revisions,
    isWhole: listed.length < most,
    isSince,
    last,
    updates,
    settled: isSince ? new Set(own) : commitsBefore(listed, [...own, ...olds]),
    olderThan: isHistory && !isInside && !isYoung ? baseline : null,
  };
}

async function readUpdates(
  { objects: { read } }: Source,
  { context: { path } }: Kept,
  listed: readonly CommitAt[],
): Promise<ReadonlyMap<string, FileUpdate>> {
  const updates = new Map<string, FileUpdate>();
  for (const commit of listed) {
    const update = await readUpdateOf(commit, { path, read });
    if (update !== null) updates.set(commit.sha, update);
  }
  return updates;
}

/** Ids of those among the commits that the named ones have in their history, themselves included. */
export function commitsBefore(
  listed: readonly Pick<CommitAt, 'sha' | 'parents'>[],
  ids: readonly string[],
): ReadonlySet<string> {
  const parentsOf = new Map(listed.map(({ sha, parents }) => [sha, parents]));
  const found = new Set<string>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const parents = parentsOf.get(id);
    if (parents === undefined || found.has(id)) continue;
    found.add(id);
    waiting.push(...parents);
  }
  return found;
}

/** Oldest first, each on the one before. */
export const isPlainLine = (listed: readonly CommitAt[]): boolean =>
  listed.every(({ parents }, at) => parents.length <= 1 && (at === 0 || parents[0] === listed[at - 1]?.sha));

type From = readonly (string | null | undefined)[];

async function readListed(source: Source, revisions: readonly string[]): Promise<readonly CommitAt[]> {
  const { place } = source;
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
