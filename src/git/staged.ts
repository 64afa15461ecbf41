// The commit that is being made, as the index of this moment has it. Inside a hook GIT_INDEX_FILE says which
// index.
import type { ChangedFile } from '../core/types.ts';
import { createEntryParser, DIFF } from './entries.ts';
import { addMissing, isMissing, UNFETCHED } from './missing.ts';
import { type GitPlace, runGit, tryGit } from './run.ts';

/** What the index changes against `base`, a commit or a tree. Throws GitProblem. */
export const readStagedChanges = (place: GitPlace, base: string): ChangedFile[] =>
  parseChanges(runGit(place, ['diff', '--cached', ...DIFF, base, '--']));

/** The tree that the index would make; null while it has conflicts. */
export const readIndexTree = (place: GitPlace): string | null =>
  tryGit(place, ['write-tree'])?.trim() ?? null;

/** What `after` changes against `before`, each a commit or a tree. Throws GitProblem. */
export const readChangesBetween = (place: GitPlace, before: string, after: string): ChangedFile[] =>
  readBetween(place, DIFF, [before, after]);

/** As `readChangesBetween`, lines not counted; renames with edits are looked for among a few hundred
 * files. */
export const readRawChanges = (place: GitPlace, before: string, after: string): ChangedFile[] =>
  readBetween(place, [...DIFF.filter((option) => option !== '--numstat'), '-l400'], [before, after]);

// Without a text that is not here neither lines can be counted nor renames found.
function readBetween(
  place: GitPlace,
  options: readonly string[],
  [before, after]: readonly [string, string],
) {
  const rest = ['--end-of-options', before, after, '--'];
  try {
    return parseChanges(runGit(place, ['diff', ...options, ...rest]));
  } catch (error) {
    if (!isMissing(error)) throw error;
    addMissing('lines');
    return parseChanges(
      runGit(place, ['diff', '--raw', '-z', '--no-abbrev', '--no-renames', ...rest], { env: UNFETCHED }),
    );
  }
}

/** Of `--raw --numstat -z`. */
export function parseChanges(output: string): ChangedFile[] {
  const entries = createEntryParser();
  for (const token of output.split('\0')) entries.take(token);
  return entries.files();
}

/** Whether a path differs between two commits; false where one of them is not there, as on a first
 * checkout. */
export const hasPathChanged = (
  place: GitPlace,
  [before, after]: readonly [string, string],
  path: string,
): boolean =>
  (tryGit(place, [
    '--literal-pathspecs',
    'diff',
    '--name-only',
    '--no-ext-diff',
    '--end-of-options',
    before,
    after,
    '--',
    path,
  ]) ?? '') !== '';
