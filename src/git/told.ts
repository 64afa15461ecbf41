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
export type Asked = { readonly file: string; readonly range: string };

/** Names of objects, a line each, HEAD the first, and an empty line; a line with the tree (`-`: there is
 * none), or an empty one; what `cat-file --batch` says of the names; the two lists of either, the first one
 * ended by one more NUL. Null where git was not there to tell. */
export function parseTold(bytes: Buffer, asked: Asked): Told | null {
  const head = bytes.indexOf('\n\n');
  const line = bytes.indexOf(10, head + 2);
  if (head < 0 || line < 0) return null;
  const names = bytes.toString('utf8', 0, head).split('\n');
  const { objects, rest } = parseReplies(bytes.subarray(line + 1), names.length);
  if (objects.length < names.length) return null;
  const tree = bytes.toString('latin1', head + 2, line);
  return {
    ...NOTHING,
    objects: new Map(names.map((name, at) => [name, objects[at] ?? null])),
    ...(tree === ''
      ? parseWork(rest, asked)
      : { tree: tree === '-' ? null : tree, ...parseStaged(rest, objects[0] !== null) }),
  };
}

const NOTHING = { tree: null, changes: null, markdown: null, file: null, range: null };

/** Where a list ends whose tokens each end with a NUL, and all of them with one more; -1: nowhere. */
const endOfList = (bytes: Buffer): number => (bytes[0] === 0 ? 0 : bytes.indexOf('\0\0') + 1 || -1);

const tokensOf = (bytes: Buffer): string[] => bytes.toString('utf8').split('\0').filter(Boolean);

/** What `diff --cached --raw -z HEAD` says; tracked Markdown files. */
function parseStaged(bytes: Buffer, hasHead: boolean): Partial<Told> {
  const end = endOfList(bytes);
  const changes = hasHead ? parseChanges(bytes.toString('utf8', 0, end < 0 ? bytes.length : end)) : null;
  return end < 0 ? { changes } : { changes, markdown: tokensOf(bytes.subarray(end + 1)) };
}

/** Tracked Markdown files; a line with what the file would be stored as, or an empty one; what is said of the
 * range. */
function parseWork(bytes: Buffer, { file, range }: Asked): Partial<Told> {
  const list = endOfList(bytes);
  const line = bytes.indexOf(10, list);
  if (line < 0 || list < 0) return {};
  const blob = bytes.toString('latin1', list + 1, line);
  return {
    markdown: tokensOf(bytes.subarray(0, list)),
    file: blob === '' ? null : { path: file, blob },
    range: range === '' ? null : { asked: range, output: bytes.subarray(line + 1) },
  };
}
