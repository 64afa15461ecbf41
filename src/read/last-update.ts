// Where the context file was updated last: nothing up to there is owed.

import { hasSubstance } from '../core/verdict/paid.ts';
import type { ReadObjects } from '../git/blobs.ts';
import type { CommitAt } from '../git/log.ts';
import type { Memory } from './memory.ts';

export type Update = Pick<CommitAt, 'sha' | 'date'>;

export type LastUpdate = {
  /** The last commit that changed the file by more than white space and our drafts; null: none did. */
  readonly commit: Update | null;
  /** Nothing up to here is owed. */
  readonly start: string;
};

/** As it was found for a context file at a HEAD. */
export type Known = LastUpdate & { readonly head: string; readonly path: string };

export type Searched = {
  readonly path: string;
  readonly drafts: Memory['drafts'];
  readonly read: ReadObjects;
};

/**
 * `commits`: newest first; those that leave the file alone are passed over. `before`: what holds where none of them is
 * an update. A commit that merely carried our draft accounts for what the draft was computed from, not for itself.
 */
export async function findLastUpdate<Before extends LastUpdate | null>(
  commits: AsyncIterable<CommitAt> | Iterable<CommitAt>,
  { path, drafts, read }: Searched,
  before: Before,
): Promise<LastUpdate | Before> {
  let carried: string | null = null;
  for await (const { sha, date, files } of commits) {
    const file = files.find((one) => one.path === path);
    if (file === undefined) continue;
    const blobs = file.blobs ?? [];
    const draft = drafts.find(({ blob }) => blob === blobs[1]);
    carried ??= draft?.head ?? null;
    if (draft !== undefined) continue;
    const [older = null, newer = null] = await read(blobs);
    if (hasSubstance(older, newer)) return { commit: { sha, date }, start: carried ?? sha };
  }
  return carried === null ? before : { commit: before?.commit ?? null, start: carried };
}

/** The commits of a range behind the known HEAD, oldest first; null where it is no plain line that leads there. */
export function commitsBehind(range: readonly CommitAt[], { head, path, start }: Known): CommitAt[] | null {
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
