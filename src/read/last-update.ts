// Which commit changed the context file last, and up to which one its author's own updates account for
// everything.

import { type FileUpdate, readUpdate } from '../core/verdict/recorded.ts';
import type { ReadObjects } from '../git/blobs.ts';
import type { CommitAt } from '../git/log.ts';

export type Update = Pick<CommitAt, 'sha' | 'date'>;

export type LastUpdate = {
  /** The last commit that changed the file; null: none did. */
  readonly commit: Update | null;
  /** Nothing up to here is owed; null: not known. */
  readonly start: string | null;
};

/** As it was found for a context file at a HEAD. */
export type Known = LastUpdate & {
  readonly head: string;
  readonly path: string;
  readonly start: string;
  /** The baseline in whose history the start is not, or which it is. */
  readonly baseline: string | null;
};

type UpdateSearch = { readonly path: string; readonly read: ReadObjects };

/** Updates that are looked at for one that its author wrote. */
const MOST_UPDATES = 50;

/** `commits`: newest first; those that leave the file alone are passed over. */
export async function findLastUpdate(
  commits: AsyncIterable<CommitAt>,
  searched: UpdateSearch,
): Promise<LastUpdate> {
  let commit: Update | null = null;
  let left = MOST_UPDATES;
  for await (const one of commits) {
    if (!touches(one, searched.path)) continue;
    commit ??= { sha: one.sha, date: one.date };
    const update = await readUpdateOf(one, searched);
    if (update?.isOwn) return { commit, start: one.sha };
    left -= 1;
    if (left === 0) break;
  }
  return { commit, start: null };
}

export const touches = ({ files }: CommitAt, path: string): boolean =>
  files.some((file) => file.path === path);

/** What a commit did to the file; null: nothing, or it merely brought together what others did. */
export async function readUpdateOf(
  { parents, files }: CommitAt,
  { path, read }: UpdateSearch,
): Promise<FileUpdate | null> {
  const file = files.find((one) => one.path === path);
  if (file === undefined || parents.length > 1) return null;
  const [before = null, after = null] = await read(file.blobs ?? []);
  return readUpdate(before, after);
}

/** The commits of a range behind the known HEAD, oldest first; null where it is no plain line that leads
 * there. */
export function commitsAfter(range: readonly CommitAt[], { head, path, start }: Known): CommitAt[] | null {
  const at = range.findIndex(({ sha }) => sha === head);
  const later = range.slice(at + 1);
  const isLine = later.every(
    ({ parents, files }, index) =>
      parents.length === 1 &&
      parents[0] === (later[index - 1]?.sha ?? head) &&
      !files.some(({ from }) => from === path),
  );
  return isLine && (at >= 0 || head === start) ? later : null;
}
