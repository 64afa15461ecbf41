// The stash that git holds over a rebase and gives back when it ends: the user's uncommitted changes, our
// draft in them.
import { join } from 'node:path';
import { readObjects } from '../git/blobs.ts';
import { runGit, tryGit } from '../git/run.ts';
import { readTreeEntry } from '../git/tracking.ts';
import { storeText, type World } from './carry.ts';
import { hasFile } from './files.ts';
import { readGitLines } from './gitdir.ts';
import { createTree } from './plumbing.ts';
import { replaceFile } from './replace.ts';

/** Where git names it; an id and a line ending. git keeps these files to itself, so their form is looked at
 * first. */
const FILES = ['rebase-merge/autostash', 'rebase-apply/autostash'];

export const holdsAutostash = ({ gitDir }: Pick<World, 'gitDir'>): boolean =>
  FILES.some((file) => hasFile(gitDir, file));

export type Stashed = {
  readonly file: string;
  readonly id: string;
  /** The base and the index that it was made from. */
  readonly parents: readonly [string, string];
};

/** Null: there is none, or it is not of the form that is known. */
export function readAutostash({ gitDir, place }: World): Stashed | null {
  const file = FILES.find((name) => hasFile(gitDir, name));
  const [id = '', ...more] = file === undefined ? [] : readGitLines(gitDir, file);
  if (file === undefined || more.length > 0 || !/^[0-9a-f]{40,64}$/.test(id)) return null;
  const [, first, second, ...others] =
    tryGit(place, ['rev-list', '--parents', '--no-walk', id, '--'])?.trim().split(' ') ?? [];
  if (first === undefined || second === undefined || others.length > 0) return null;
  return { file, id, parents: [first, second] };
}

/** The text that a file has in it; null: it has none. */
export const readStashed = ({ place }: World, { id }: Stashed, path: string): string | null =>
  readObjects(place, [`${id}:${path}`])[0] ?? null;

/** Puts another text of one file into it. Throws GitProblem, with nothing done. */
export function replaceStashed(
  world: World,
  stashed: Stashed,
  { path, text }: { path: string; text: string },
) {
  const { place, gitDir } = world;
  const { id, file, parents } = stashed;
  const entry = readTreeEntry(place, id, path);
  if (entry === null) return;
  const tree = createTree(world, id, { ...entry, path, blob: storeText(place, text, path) });
  const made = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-m', MESSAGE];
  const commit = runGit(place, ['-c', 'core.hooksPath=/dev/null', ...made]).trim();
  replaceFile({
    file: join(gitDir, file),
    bytes: Buffer.from(`${commit}\n`),
    expected: Buffer.from(`${id}\n`),
    isOurs: true,
  });
}

// As git itself says it.
const MESSAGE = 'autostash';
