// Takes a change of a work tree's file over to another version of that file, as blobs: the committed one, the
// staged one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readObjects } from '../git/blobs.ts';
import type { WorkTree } from '../git/repository.ts';
import { type GitPlace, runGit, runGitBytes } from '../git/run.ts';
import type { FileChange } from './files.ts';
import { removeQuietly, temporaryName } from './replace.ts';

export type World = Pick<WorkTree, 'place' | 'top' | 'gitDir'>;

/** Blob ids of a file before and after a change. */
export type BlobChange = { readonly before: string | null; readonly after: string };

/** Stores both texts as `git add` would. `stored`: the blob that git has of the file. Throws GitProblem. */
export function storeChange(place: GitPlace, change: FileChange, stored: string | null): BlobChange {
  const { path, before, text } = change;
  const filtered = before === null ? null : storeText(place, before, path);
  if (filtered === null || before === null) return { before: null, after: storeText(place, text, path) };
  const [had, has] = before.includes('\r\n') ? readObjects(place, [stored ?? filtered, filtered]) : [];
  // `text=auto` and core.autocrlf leave a file alone that is stored with CRLF, which hash-object does not
  // look at.
  const isStoredAsIs = had?.includes('\r\n') && !has?.includes('\r\n');
  return isStoredAsIs
    ? { before: storeText(place, before), after: storeText(place, text) }
    : { before: filtered, after: storeText(place, text, path) };
}

/** The blob of `stored` with the change in it; null when both change the same lines. Throws GitProblem. */
export function carryOver(world: World, stored: string | null, change: BlobChange): string | null {
  if (stored === null || stored === change.before || stored === change.after) return change.after;
  if (change.before === null) return null;
  const versions = [stored, change.before, change.after].map((blob) =>
    runGitBytes(world.place, ['cat-file', 'blob', blob]),
  );
  const merged = mergeBytes(world, versions);
  return merged === null ? null : storeText(world.place, merged);
}

/** The same of texts, without storing anything. */
export function carryText(
  world: World,
  text: string,
  change: { before: string; after: string },
): string | null {
  const texts = [text, change.before, change.after].map((one) => Buffer.from(one));
  return mergeBytes(world, texts)?.toString() ?? null;
}

function mergeBytes(world: World, versions: readonly Buffer[]): Buffer | null {
  const directory = temporaryName(world.gitDir, 'merge');
  mkdirSync(directory, { mode: 0o700 });
  try {
    const files = versions.map((bytes, at) => {
      const file = join(directory, String(at));
      writeFileSync(file, bytes);
      return file;
    });
    return mergeFiles(world.place, files);
  } finally {
    removeQuietly(directory);
  }
}

/** Stores a text; with its path as `git add` would. Throws GitProblem. */
export const storeText = (place: GitPlace, input: string | Buffer, path?: string): string =>
  runGit(place, ['hash-object', '-w', '--stdin', ...(path === undefined ? [] : [`--path=${path}`])], {
    input,
  }).trim();

function mergeFiles(place: GitPlace, files: readonly string[]): Buffer | null {
  try {
    return runGitBytes(place, ['merge-file', '-p', '--quiet', ...files]);
  } catch {
    return null;
  }
}
