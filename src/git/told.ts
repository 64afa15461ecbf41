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
  /** Tracked Markdown files; null: not asked for. */
  readonly markdown: readonly string[] | null;
  /** What git would store a file of the work tree as; null: not asked for, or it cannot. */
  readonly file: { readonly path: string; readonly blob: string } | null;
  /** Commits by the arguments that they were asked for with; null: not asked for. */
  readonly range: { readonly asked: string; readonly output: Buffer } | null;
};

/** What the shell says that it has asked for. */
export type Asked = { readonly names: readonly string[]; readonly file: string; readonly range: string };

/**
 * A line with the tree, or an empty one; what `cat-file --batch` says of the names, HEAD the first of them;
 * behind a tree what `diff --cached --raw --numstat -z HEAD` says. Else the tracked Markdown files, each
 * ended by a NUL and all of them by one more; a line with what the file would be stored as, or an empty one;
 * what is said of the range. Null where git was not there to tell.
 */
export function parseTold(bytes: Buffer, asked: Asked): Told | null {
  const { names } = asked;
  const line = bytes.indexOf(10);
  const { objects, rest } = parseReplies(bytes.subarray(line + 1), names.length);
  if (line < 0 || objects.length < names.length) return null;
  const tree = bytes.toString('latin1', 0, line);
  return {
    ...NOTHING,
    objects: new Map(names.map((name, at) => [name, objects[at] ?? null])),
    ...(tree === ''
      ? parseWork(rest, asked)
      : { tree, changes: objects[0] ? parseChanges(`${rest}`) : null }),
  };
}

const NOTHING = { tree: null, changes: null, markdown: null, file: null, range: null };

function parseWork(bytes: Buffer, { file, range }: Asked): Partial<Told> {
  const list = bytes[0] === 0 ? 0 : bytes.indexOf('\0\0') + 1;
  const line = bytes.indexOf(10, list);
  if (line < 0 || bytes[list] !== 0) return {};
  const blob = bytes.toString('latin1', list + 1, line);
  return {
    markdown: bytes.toString('utf8', 0, list).split('\0').filter(Boolean),
    file: blob === '' ? null : { path: file, blob },
    range: range === '' ? null : { asked: range, output: bytes.subarray(line + 1) },
  };
}
