// Commits that a user names: one, several, or ranges.
import { type CommitAt, readCommits } from '../../git/log.ts';
import type { GitPlace } from '../../git/run.ts';

/** A range such as `main..HEAD`, or all that leads up to a revision; oldest first. Throws GitProblem. */
export const readRange = (place: GitPlace, range: string): AsyncGenerator<CommitAt> =>
  readCommits(place, ['--reverse', '--topo-order', '--end-of-options', range]);

/** Each revision, and each range with all its commits, oldest first. Throws GitProblem. */
export async function* readNamed(place: GitPlace, words: readonly string[]): AsyncGenerator<CommitAt> {
  for (const word of words) {
    if (word.includes('..')) yield* readRange(place, word);
    else yield* readCommits(place, ['--no-walk', '--end-of-options', word]);
  }
}
