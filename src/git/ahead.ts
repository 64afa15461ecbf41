// What a command asks git all at once, so that git works while the command reads files.
import type { Objects } from './blobs.ts';
import { rangeArguments, rangeOptions } from './log.ts';
import { trackedPathsOptions } from './paths.ts';
import { type GitPlace, GitProblem, streamGit } from './run.ts';
import type { Told } from './told.ts';

export type Ahead = {
  /** Of the tracked files that are listed: git's pathspecs. */
  readonly pathspecs: readonly string[];
  /** As for `readCommitBatches`; null: no commits. */
  readonly revisions: readonly string[] | null;
};

/** HEAD, files, commits, as the hooks' shell tells of them. Throws GitProblem where there is no git. */
export async function readAhead(
  place: GitPlace,
  objects: Objects,
  { pathspecs, revisions }: Ahead,
): Promise<Told> {
  const [[head = null], paths, output] = await Promise.all([
    objects.find(['HEAD']),
    collect(place, trackedPathsOptions(pathspecs)),
    revisions === null ? null : collect(place, rangeOptions(revisions)),
  ]);
  return {
    objects: new Map([['HEAD', head]]),
    tree: null,
    changes: null,
    markdown: paths?.toString('utf8').split('\0').filter(Boolean) ?? null,
    file: null,
    range: revisions === null || output === null ? null : { asked: rangeArguments(revisions), output },
  };
}

/** Null where git says no. */
async function collect(place: GitPlace, args: readonly string[]): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of streamGit(place, args)) chunks.push(chunk);
  } catch (error) {
    if (error instanceof GitProblem && error.failure.status !== null) return null;
    throw error;
  }
  return Buffer.concat(chunks);
}
