// What git holds of one path: its entry in a tree and in the index, whether it is ignored, what its text
// would be stored as.
import { type GitPlace, runGit, tryGit } from './run.ts';

/** A path's entry in a tree or in the index. */
export type TreeEntry = { readonly mode: string; readonly blob: string };

/** The path's entry in a commit or tree; null: it has none. Throws GitProblem. */
export function readTreeEntry(place: GitPlace, tree: string, path: string): TreeEntry | null {
  // `100644 blob <id>\t<path>\0`
  const output = runGit(place, ['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', tree, '--', path]);
  const [mode, , blob] = firstWords(output);
  return mode !== undefined && blob !== undefined ? { mode, blob } : null;
}

/** The path's entry in the index; null: it has none. Throws GitProblem. */
export function readIndexEntry(place: GitPlace, path: string): TreeEntry | 'conflict' | null {
  // `100644 <id> <stage>\t<path>\0`; the stages of a conflict are 1 to 3.
  const output = runGit(place, ['--literal-pathspecs', 'ls-files', '-s', '-z', '--full-name', '--', path]);
  const [mode, blob, stage] = firstWords(output);
  if (mode === undefined || blob === undefined) return null;
  return stage === '0' ? { mode, blob } : 'conflict';
}

/** Whether git leaves the path alone: ignored, and not tracked. */
export const isIgnored = (place: GitPlace, path: string): boolean =>
  tryGit(place, ['check-ignore', '--quiet', '--stdin', '-z'], { input: path }) !== null;

/** Those of the paths that git leaves alone. */
export const readIgnored = (place: GitPlace, paths: readonly string[]): string[] =>
  paths.length === 0
    ? []
    : (tryGit(place, ['check-ignore', '--stdin', '-z'], { input: paths.join('\0') }) ?? '')
        .split('\0')
        .filter(Boolean);

/** The id of the blob that `git add` would make of this text of a work tree's file. Throws GitProblem. */
export const readBlobId = (place: GitPlace, path: string, text: string): string =>
  runGit(place, ['hash-object', '--stdin', `--path=${path}`], { input: text }).trim();

const firstWords = (output: string): string[] =>
  output === '' ? [] : (output.split('\t')[0] ?? '').split(' ');
