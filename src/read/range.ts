// Commits that a user names: one, several, or ranges; and how far the reading of them has come.
import { once } from '../core/memo.ts';
import { describeProgress } from '../core/wording/progress.ts';
import { isAnswerShown, startProgress } from '../effects/progress.ts';
import { type CommitAt, type CommitBatches, countCommits, readCommitBatches } from '../git/log.ts';
import { refuseUnknown } from '../git/repository.ts';
import type { GitPlace } from '../git/run.ts';

/** A range such as `main..HEAD`, or all that leads up to a revision; oldest first. Throws Problem (2) where
 * it is not here. */
export function readRange(place: GitPlace, range: string): CommitBatches {
  refuseUnknown(place, range);
  const revisions = revisionsOf(range);
  return showProgress(readCommitBatches(place, revisions), place, revisions);
}

/** Each revision, and each range with all its commits, oldest first. Throws Problem (2) for one that is not
 * here, before the first is read. */
export async function* readNamed(
  place: GitPlace,
  words: readonly string[],
): AsyncGenerator<readonly CommitAt[]> {
  for (const word of words) refuseUnknown(place, word);
  for (const word of words) {
    const revisions = word.includes('..') ? revisionsOf(word) : ['--no-walk', '--end-of-options', word];
    const commits = readCommitBatches(place, revisions);
    // Lines that pass on the same terminal say themselves how far it has come.
    yield* isAnswerShown() ? commits : showProgress(commits, place, revisions);
  }
}

const MOST_TOUCHING = 5;

/** The newest commits of HEAD that changed any of these files, whole, oldest first. Paths are relative to the
 * top level. */
export const readTouching = (place: GitPlace, paths: readonly string[]): CommitBatches =>
  readCommitBatches(
    place,
    [`--max-count=${MOST_TOUCHING}`, '--full-diff', '--reverse', '--end-of-options', 'HEAD'],
    paths.map((path) => `:(top,literal)${path}`),
  );

const revisionsOf = (range: string): readonly string[] => [
  '--reverse',
  '--topo-order',
  '--end-of-options',
  range,
];

/** The same commits, with a line at the terminal when they take long. `revisions` are those of the
 * commits. */
export async function* showProgress(
  commits: CommitBatches,
  place: GitPlace,
  revisions: readonly string[],
): AsyncGenerator<readonly CommitAt[]> {
  let total: number | null = null;
  const count = once(async () => {
    total = await countCommits(place, revisions).catch(() => null);
  });
  const progress = startProgress((done) => {
    void count();
    return describeProgress(done, total);
  });
  try {
    for await (const batch of commits) {
      progress.advance(batch.length);
      yield batch;
    }
  } finally {
    progress.end();
  }
}
