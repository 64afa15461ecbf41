// Commits that a user names: one, several, or ranges.
import { type CommitAt, type CommitBatches, readCommitBatches } from '../../git/log.ts';
import { refuseUnknown } from '../../git/repository.ts';
import type { GitPlace } from '../../git/run.ts';

/** A range such as `main..HEAD`, or all that leads up to a revision; oldest first. Throws Problem (2) where it is not here. */
export function readRange(place: GitPlace, range: string): CommitBatches {
  refuseUnknown(place, range);
  return readCommitBatches(place, ['--reverse', '--topo-order', '--end-of-options', range]);
}

/** Each revision, and each range with all its commits, oldest first. Throws Problem (2) for one that is not here, before the first is read. */
export async function* readNamed(
  place: GitPlace,
  words: readonly string[],
): AsyncGenerator<readonly CommitAt[]> {
  for (const word of words) refuseUnknown(place, word);
  for (const word of words) {
    if (word.includes('..')) yield* readRange(place, word);
    else yield* readCommitBatches(place, ['--no-walk', '--end-of-options', word]);
  }
}
