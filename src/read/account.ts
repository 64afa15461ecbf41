// What the history says that a context file does not account for. Derived from git and the file's own text
// each time.

import { revertedIn, takenBackBy } from '../core/claims/index.ts';
import { archivesOf } from '../core/draft/archive.ts';
import { isPaper } from '../core/draft/range.ts';
import { isMerge, isSilent } from '../core/draft/tell.ts';
import type { RecentCommit } from '../core/drift/facts.ts';
import { parseMessage } from '../core/message/index.ts';
import type { OwedCommit } from '../core/types.ts';
import { type JudgeFacts, judgeChange } from '../core/verdict/judge.ts';
import { readNamingLines, readRecordedIds } from '../core/verdict/recorded.ts';
import { type Candidate, findTwins, idsInQuestion } from '../core/verdict/twins.ts';
import { decideVerdict } from '../core/verdict/verdict.ts';
import type { ReadObjects } from '../git/blobs.ts';
import { type CommitAt, countCommits, readIds } from '../git/log.ts';
import { readChange } from './change.ts';
import { touches, type Update } from './last-update.ts';
import {
  type Commits,
  commitsBefore,
  isPlainLine,
  type Kept,
  listCommits,
  type Reach,
  type Source,
} from './listing.ts';
import { readForeign } from './reachable.ts';

/** What the history says of a context file. */
export type Account = {
  /** The last commit that changed the context file; null: none did. */
  readonly lastUpdate: Update | null;
  /** Nothing up to this commit is owed; null: that is not known of any. */
  readonly start: string | null;
  /** The baseline that this was found behind, or which it is. */
  readonly baseline: string | null;
  /** The commits that were looked at, oldest first. */
  readonly listed: readonly CommitAt[];
  /** Whether they are all that may be owed. */
  readonly isWhole: boolean;
  /** Those since the last update, whatever they weigh, oldest first. */
  readonly recent: readonly RecentCommit[];
  /** How many there are; more than are listed when there are more than were looked at. Null: so, and nobody
   * counted. */
  readonly passed: number | null;
  /** Commits that HEAD's file does not account for, those of a pending draft included; oldest first. */
  readonly open: readonly OwedCommit[];
  /** Commits that weigh nothing and that no update came after: told where an entry is made anyway. */
  readonly light: readonly OwedCommit[];
  /** Those of `open` that no draft tells of either. */
  readonly owed: readonly OwedCommit[];
  /** Summed weight of the owed commits. */
  readonly weight: number;
};

/** Works in a bare repository too. Throws GitProblem. */
export async function readAccount(source: Source, kept: Kept, reach: Reach = {}): Promise<Account> {
  const commits = await listCommits(source, kept, reach);
  const { listed, isWhole, last } = commits;
  const lastUpdate = last.commit;
  const { judged, open, light, reverts } = await judgeListed(source, kept, commits);
  const isDrafted = readRecordedIds(kept.context.text);
  const isAny = open.some(({ commit }) => isDrafted(commit.sha));
  const gone = takenBackBy(reverts, isDrafted);
  const owed = open.filter(
    (one) => !isDrafted(one.commit.sha) && !gone.has(one.commit.sha) && !(isAny && isSilent(one)),
  );
  const sum = owed.reduce((before, { verdict }) => before + verdict.weight, 0);
  const recent = since(judged, lastUpdate, listed);
  const isRecent = new Set(recent.map(({ commit }) => commit.sha));
  const isAll = isWhole || recent.length < listed.length;
  return {
    lastUpdate,
    ...verifiedStart(commits, kept, { open, light, known: reach.known }),
    listed,
    isWhole,
    recent,
    passed: isAll || lastUpdate === null ? recent.length : await countSince(source, lastUpdate, reach),
    open,
    // The last of them may have carried an earlier draft along.
    light: light.filter(({ commit }) => isRecent.has(commit.sha) || commit.sha === lastUpdate?.sha),
    owed,
    weight: Math.round(sum * 100) / 100,
  };
}

/** Nothing is said of the commits since a file that git does not keep. */
function since(
  judged: readonly RecentCommit[],
  lastUpdate: Update | null,
  listed: readonly CommitAt[],
): readonly RecentCommit[] {
  if (lastUpdate === null) return [];
  // Commits of other directories are between them.
  const before = commitsBefore(listed, [lastUpdate.sha]);
  return judged.filter(({ commit }) => !before.has(commit.sha));
}

const countSince = (
  { place }: Source,
  { sha }: Update,
  { isCounted = false }: Reach,
): Promise<number | null> =>
  isCounted ? countCommits(place, ['--ignore-missing', 'HEAD', `^${sha}`]) : Promise.resolve(null);

type Start = Pick<Account, 'start' | 'baseline'>;

/** The last update up to which all is recorded, so that the next search need not go back further. */
function verifiedStart(
  { listed, last, isWhole, isSince }: Commits,
  { context: { path }, memory: { baseline } }: Kept,
  { open, light, known }: Pick<Account, 'open' | 'light'> & { readonly known: Reach['known'] },
): Start {
  const before = last.start === known?.start ? (known?.baseline ?? null) : last.start;
  const end =
    open[0] === undefined ? listed.length : listed.findIndex(({ sha }) => sha === open[0]?.commit.sha);
  const isSure = isWhole && !isSince && isPlainLine(listed);
  const found = isSure ? listed.slice(0, end).findLast((commit) => touches(commit, path)) : undefined;
  if (found === undefined) return { start: last.start, baseline: before };
  // One that carried a draft along, and weighs nothing itself, is yet to be told.
  const isLight = light.some(({ commit }) => commit.sha === found.sha);
  return { start: (isLight ? found.parents[0] : undefined) ?? found.sha, baseline };
}

/** All of them with their messages, and those that the committed file does not account for. */
async function judgeListed(
  source: Source,
  kept: Kept,
  commits: Commits,
): Promise<{
  readonly judged: readonly RecentCommit[];
  readonly open: readonly OwedCommit[];
  readonly light: readonly OwedCommit[];
  /** Each revert and what it takes back; none where nothing is owed. */
  readonly reverts: ReadonlyMap<RecentCommit, RecentCommit>;
}> {
  const { facts, memory, context, part } = kept;
  const isNamed = readRecordedIds(context.committed);
  const isTold = (sha: string) => isNamed(sha) || commits.settled.has(sha) || memory.never.includes(sha);
  const isPassed = passedBy(commits, isNamed, context.path);
  const judged: RecentCommit[] = [];
  const work: OwedCommit[] = [];
  const light: OwedCommit[] = [];
  for (const commit of commits.listed.flatMap((one) => part(one) ?? [])) {
    const one = isTold(commit.sha) ? null : await judgeOwed(commit, facts, source.objects.read);
    judged.push({ commit, message: one?.message ?? parseMessage(commit.message) });
    if (one !== null && !isPassed(one)) (one.verdict.weight > 0 ? work : light).push(one);
  }
  const reverts = revertedIn(work.length + light.length === 0 ? [] : judged);
  const gone = takenBackBy(reverts, isTold);
  const isLeft = ({ commit }: OwedCommit) => !gone.has(commit.sha);
  const young = work.length === 0 ? work : await withoutOld(source, commits, work.filter(isLeft));
  const open =
    young.length === 0 ? young : await withoutTwins(source, kept, { commits, judged, work: young });
  return { judged, open, light: light.filter(isLeft), reverts };
}

/** Whether there is nothing to tell of a commit, and the file was written after it: it names a later one, or
 * a draft was committed that had no documents of it to read. */
function passedBy(
  { listed, updates }: Commits,
  isNamed: (sha: string) => boolean,
  path: string,
): (owed: OwedCommit) => boolean {
  const idsOf = (is: (commit: CommitAt) => boolean) =>
    commitsBefore(
      listed,
      listed.filter(is).map(({ sha }) => sha),
    );
  const named = idsOf(({ sha }) => isNamed(sha));
  const drafted = idsOf(({ sha }) => (updates.get(sha)?.naming.length ?? 0) > 0);
  const isCode = ({ commit: { files } }: OwedCommit) =>
    files.every((file) => file.path === path || !isPaper(file.path));
  return (one) =>
    (named.has(one.commit.sha) || (drafted.has(one.commit.sha) && isCode(one))) && isSilent(one);
}

/** The baseline limits what is owed. */
async function withoutOld(
  { place }: Source,
  { olderThan, revisions }: Commits,
  work: readonly OwedCommit[],
): Promise<readonly OwedCommit[]> {
  if (olderThan === null) return work;
  const young = readIds(place, [...revisions, `^${olderThan}`]);
  return work.filter(({ commit }) => young.has(commit.sha));
}

type Judged = {
  readonly commits: Commits;
  readonly judged: readonly RecentCommit[];
  /** Nothing in the committed file has their ids. */
  readonly work: readonly OwedCommit[];
};

async function withoutTwins(
  source: Source,
  { context }: Kept,
  { commits, judged, work }: Judged,
): Promise<readonly OwedCommit[]> {
  const archives = await source.objects.read(archivesOf(context).map((path) => `HEAD:${path}`));
  const text = [context.committed, ...archives.filter((one) => one !== null)].join('\n');
  const isNamed = readRecordedIds(text);
  const left = work.filter(({ commit }) => !isNamed(commit.sha));
  const isWork = new Set(left.map(({ commit }) => commit.sha));
  const candidates = judged.flatMap(({ commit, message }): Candidate[] => {
    const update = commits.updates.get(commit.sha) ?? null;
    const isPart = isWork.has(commit.sha) || (update !== null && commit.files.length === 1);
    return isPart ? [{ sha: commit.sha, message, update, isWork: isWork.has(commit.sha) }] : [];
  });
  const unrecorded = { candidates, lines: readNamingLines(text) };
  const isForeign = await readForeign(source, idsInQuestion(unrecorded), commits.listed);
  const recorded = findTwins(unrecorded, isForeign);
  return left.filter(({ commit }) => !recorded.has(commit.sha));
}

/** Null: nothing to record about it. What a merge has below its subject, such as the title of a request, is
 * looked at beside the others. */
async function judgeOwed(commit: CommitAt, facts: JudgeFacts, read: ReadObjects): Promise<OwedCommit | null> {
  const change = await readChange(commit, facts.config, read);
  const judged = judgeChange(change, facts);
  const { message } = judged;
  const isTitled = isMerge(commit) && message.kind === 'merge' && message.body.trim() !== '';
  if (judged.needsNoRecord && !isTitled) return null;
  const verdict = decideVerdict(judged, { weight: 0, limit: facts.config.debt.limit });
  return isTitled
    ? { commit, message, verdict: { ...verdict, weight: 0 }, documents: [] }
    : { commit, message, verdict, documents: change.documents };
}
