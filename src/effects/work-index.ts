// A copy of the index with all changes of tracked files in it, as `git commit -a` makes one, for one look at
// it.
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from '../git/repository.ts';
import { runGit } from '../git/run.ts';
import { removeQuietly, temporaryName } from './replace.ts';

/** Throws Problem (3) where git cannot add them. */
export async function withWorkIndex<T>(
  { gitDir, place }: Repository,
  look: (env: Repository['place']['env']) => Promise<T>,
): Promise<T> {
  const copy = temporaryName(gitDir);
  const env = { ...place.env, GIT_INDEX_FILE: copy };
  try {
    if (existsSync(join(gitDir, 'index'))) copyFileSync(join(gitDir, 'index'), copy);
    runGit({ ...place, env }, ['add', '--update', ':/']);
    return await look(env);
  } finally {
    removeQuietly(copy);
  }
}
