// Documents that a sparse checkout leaves out of the work tree: they are read from HEAD.
import { once } from '../core/memo.ts';
import { hasFile } from '../effects/files.ts';
import { readObjects } from '../git/blobs.ts';
import { readSkipped } from '../git/paths.ts';
import type { Repository } from '../git/repository.ts';

export type LeftOut = {
  readonly has: (path: string) => boolean;
  /** A file, or a directory of which files are left out. */
  readonly hasAt: (path: string) => boolean;
  /** Null: it is not left out, or HEAD has no text there. */
  readonly read: (path: string) => string | null;
};

/** git is asked once, and only where the checkout is sparse. */
export function readLeftOut({ place, gitDir }: Pick<Repository, 'place' | 'gitDir'>): LeftOut {
  const all = once(() =>
    hasFile(gitDir, 'info/sparse-checkout') ? new Set(readSkipped(place)) : new Set<string>(),
  );
  const has = (path: string): boolean => all().has(path);
  const hasAt = (path: string) => has(path) || [...all()].some((file) => file.startsWith(`${path}/`));
  return {
    has,
    hasAt,
    read: (path) => (has(path) ? (readObjects(place, [`HEAD:${path}`])[0] ?? null) : null),
  };
}
