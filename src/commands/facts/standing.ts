// How the context file stands to the history: its last update, and the commits since.
import type { RecentCommit } from '../../core/drift/drift.ts';
import type { Document, OwedCommit } from '../../core/types.ts';
import { judgeChange } from '../../core/verdict/judge.ts';
import { hasSubstance, readRecordedIds } from '../../core/verdict/paid.ts';
import { decideVerdict, isUrgent } from '../../core/verdict/verdict.ts';
import { openObjects, type ReadObjects } from '../../git/blobs.ts';
import { type CommitAt, readCommits } from '../../git/log.ts';
import { readChange } from './change.ts';
import type { Reader } from './reader.ts';

export type Standing = {
  /** The last commit that changed the context file itself; null: none did. */
  readonly lastUpdate: CommitAt | null;
  /** Since then, newest first; at most MOST_PASSED. */
  readonly recent: readonly RecentCommit[];
  /** Those of them that are to be recorded. */
  readonly owed: readonly OwedCommit[];
  readonly isDue: boolean;
};

export const NO_STANDING: Standing = { lastUpdate: null, recent: [], owed: [], isDue: false };

const MOST_PASSED = 500;

export async function readStanding(reader: Reader, { path: contextPath, text }: Document): Promise<Standing> {
  const { place } = reader.repository;
  const objects = openObjects(place);
  try {
    const lastUpdate = await readLastUpdate(reader, contextPath, objects.read);
    const since = lastUpdate === null ? [] : [`^${lastUpdate.sha}`];
    const recent: RecentCommit[] = [];
    const owed: OwedCommit[] = [];
    const isRecorded = readRecordedIds(text);
    for await (const commit of readCommits(place, [`--max-count=${MOST_PASSED}`, 'HEAD', ...since])) {
      const change = await readChange(commit, reader.config, objects.read);
      const judged = judgeChange(change, reader.facts);
      recent.push({ commit, message: judged.message });
      if (judged.isSettled || judged.weight <= 0 || isRecorded(commit.sha)) continue;
      const verdict = decideVerdict(judged, { weight: 0, limit: reader.config.debt.limit });
      owed.push({ commit, message: judged.message, verdict, documents: change.documents });
    }
    const weight = owed.reduce((sum, { verdict }) => sum + verdict.weight, 0);
    const isDue = weight > reader.config.debt.limit || owed.some(({ verdict }) => isUrgent(verdict));
    return { lastUpdate, recent, owed, isDue };
  } finally {
    objects.close();
  }
}

async function readLastUpdate(
  { repository, facts }: Reader,
  contextPath: string,
  read: ReadObjects,
): Promise<CommitAt | null> {
  for await (const commit of readCommits(repository.place, ['HEAD'], [contextPath])) {
    const blobs = commit.files.find(({ path }) => path === contextPath)?.blobs ?? [];
    if (facts.draftBlobs.has(blobs[1] ?? '')) continue;
    const [before = null, after = null] = await read(blobs);
    if (hasSubstance(before, after)) return commit;
  }
  return null;
}
