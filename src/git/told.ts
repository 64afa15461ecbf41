// What the hooks' shell asked git while node was starting, as it arrives on standard input.
import type { ChangedFile } from '../core/types.ts';
import { type GitObject, parseReplies } from './blobs.ts';
import { parseChanges } from './staged.ts';

export type Told = {
  /** By the names that were asked for. */
  readonly objects: ReadonlyMap<string, GitObject | null>;
  /** The tree that the index would make; null: not asked for, or there are conflicts. */
  readonly tree: string | null;
  /** What is staged against HEAD; null: not asked for, or there is no HEAD. */
  readonly changes: readonly ChangedFile[] | null;
  /** Commits by the arguments that they were asked for with; null: not asked for. */
  readonly range: { readonly asked: string; readonly output: Buffer } | null;
};

/** What the shell says that it has asked for. */
export type Asked = { readonly names: readonly string[]; readonly range: string };

/**
 * A line with the tree, or an empty one; what `cat-file --batch` says of the names, HEAD the first of them; behind a
 * tree what `diff --cached --raw --numstat -z HEAD` says, else what is said of the range. Null where git was not there
 * to tell.
 */
export function parseTold(bytes: Buffer, { names, range }: Asked): Told | null {
  const line = bytes.indexOf(10);
  const { objects, rest } = parseReplies(bytes.subarray(line + 1), names.length);
  if (line < 0 || objects.length < names.length) return null;
  const tree = bytes.toString('latin1', 0, line) || null;
  return {
    objects: new Map(names.map((name, at) => [name, objects[at] ?? null])),
    tree,
    changes: tree === null || objects[0] === null ? null : parseChanges(rest.toString('utf8')),
    range: tree !== null || range === '' ? null : { asked: range, output: rest },
  };
}
