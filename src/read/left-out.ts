// Documents that a sparse checkout leaves out of the work tree: they are read from HEAD.
import { hasFile } from '../effects/files.ts';
import { readObjects } from '../git/blobs.ts';
import { readSkipped } from '../git/paths.ts';
import type { Repository } from '../git/repository.ts';

export type LeftOut = {
  readonly has: (path: string) => boolean;
  /** Null: it is not left out, or HEAD has no text there. */
  readonly read: (path: string) => string | null;
};

/** git is asked once, and only where the checkout is sparse. */
export function readLeftOut({ place, gitDir }: Pick<Repository, 'place' | 'gitDir'>): LeftOut {
  let skipped: ReadonlySet<string> | null = null;
  const has = (path: string): boolean => {
    if (!hasFile(gitDir, 'info/sparse-checkout')) return false;
    skipped ??= new Set(readSkipped(place));
    return skipped.has(path);
  };
  return { has, read: (path) => (has(path) ? (readObjects(place, [`HEAD:${path}`])[0] ?? null) : null) };
}
