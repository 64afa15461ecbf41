// What became of paths that are not there any more: which commit took them away, and where to.
import type { ChangedFile } from '../core/types.ts';
import { readCommits } from './log.ts';
import type { GitPlace } from './run.ts';
import { readChangesBetween } from './staged.ts';

export type Loss = {
  readonly path: string;
  readonly sha: string;
  /** The new name of a file, or the directory that took in most of a directory's files; null: it was
   * deleted. */
  readonly to: string | null;
};

/** Commits that are looked through, at most (a path that never was would cost all of them), and those whose
 * renames are. */
const MOST_PASSED = 2000;
const MOST_COMMITS = 20;

/** One entry for each path, of a file or a directory, that history knows; the newest loss counts. What a
 * commit took out of git only, to have it ignored, is no loss. Throws GitProblem. */
export async function readLosses(place: GitPlace, paths: readonly string[]): Promise<Loss[]> {
  if (paths.length === 0) return [];
  const losses = new Map<string, Loss | null>();
  const changes = new Map<string, readonly ChangedFile[]>();
  const pathspecs = paths.map((path) => `:(top,literal)${path}`);
  // A history that is shorter has no such commit to leave out.
  const range = ['--ignore-missing', 'HEAD', `^HEAD~${MOST_PASSED}`];
  const revisions = ['--no-renames', '--diff-filter=D', ...range];
  for await (const { sha, parents, files } of readCommits(place, revisions, pathspecs)) {
    const lost = paths.filter((path) => !losses.has(path) && files.some((file) => isAt(file.path, path)));
    if (lost.length > 0 && changes.size < MOST_COMMITS && parents[0] !== undefined)
      changes.set(sha, readChangesBetween(place, parents[0], sha));
    const all = changes.get(sha) ?? [];
    for (const path of lost) {
      const to = newName(path, all);
      losses.set(path, to === null && isIgnoring(all) ? null : { path, sha, to });
    }
    if (losses.size === paths.length) break;
  }
  return [...losses.values()].filter((loss) => loss !== null);
}

const isAt = (file: string, path: string): boolean => file === path || file.startsWith(`${path}/`);

const isIgnoring = (files: readonly ChangedFile[]): boolean =>
  files.some(({ path, status }) => status !== 'D' && /(?:^|\/)\.gitignore$/.test(path));

// As git pairs them, else the one file of that name and of a part of its directories that the commit added.
function newName(path: string, files: readonly ChangedFile[]): string | null {
  const names = files.flatMap(({ path: to, from, status }) => {
    if (status !== 'R' || from === undefined || !isAt(from, path)) return [];
    const tail = from.slice(path.length);
    return [to.endsWith(tail) ? to.slice(0, to.length - tail.length) : to];
  });
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const paired = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  const tail = path.split('/').slice(-2).join('/');
  const added = files.filter(
    ({ status, path: to }) => status === 'A' && (to === tail || to.endsWith(`/${tail}`)),
  );
  return paired ?? (added.length === 1 ? (added[0]?.path ?? null) : null);
}
