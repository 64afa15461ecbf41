// Which files git tracks.
import { type GitPlace, runGit, tryGit } from './run.ts';

/** Paths in the index that fit git's pathspecs (`*.md`), from the top level; all without any. Throws
 * GitProblem. */
export const readTrackedPaths = (place: GitPlace, pathspecs: readonly string[]): string[] =>
  runGit(place, ['ls-files', '-z', '--cached', '--', ...pathspecs])
    .split('\0')
    .filter(Boolean);

/** Paths that a sparse checkout leaves out of the work tree. Throws GitProblem. */
export const readSkipped = (place: GitPlace): string[] =>
  runGit(place, ['ls-files', '-t', '-z', '--cached'])
    .split('\0')
    // `S docs/decisions.md`
    .flatMap((entry) => (entry.startsWith('S ') ? entry.slice(2) : []));

/** Those of the file names under which git tracks a file in some directory. */
export function readTrackedNames(place: GitPlace, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const paths = readTrackedPaths(
    place,
    names.map((name) => `:(top,glob)**/${name}`),
  );
  return names.filter((name) => paths.some((path) => path === name || path.endsWith(`/${name}`)));
}

/** Paths in a commit's tree, from the top level; none where there is no such commit. */
export const readPathsAt = (place: GitPlace, revision: string): string[] =>
  (tryGit(place, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', revision]) ?? '')
    .split('\0')
    .filter(Boolean);

/** As `readTrackedPaths`, with those that are new in the work tree and not ignored. Throws GitProblem. */
export const readWorkPaths = (place: GitPlace, pathspecs: readonly string[]): string[] =>
  runGit(place, ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...pathspecs])
    .split('\0')
    .filter(Boolean);
