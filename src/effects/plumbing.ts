// Trees, commits and index entries made by git's plumbing; no hook runs.
import { type GitOptions, runGit, tryGit } from '../git/run.ts';
import type { TreeEntry } from '../git/tracking.ts';
import type { World } from './carry.ts';
import { stopClock } from './clock.ts';
import { removeQuietly, temporaryName } from './replace.ts';

export type PathEntry = TreeEntry & { readonly path: string };

/** `index` is a file; throws GitProblem. */
export function putEntry(world: World, index: string, { mode, blob, path }: PathEntry): void {
  const args = ['update-index', '--add', '--cacheinfo', `${mode},${blob},${path}`];
  runPlumbing(world, args, { env: { GIT_INDEX_FILE: index } });
}

export function removeEntry(world: World, index: string, path: string): void {
  runPlumbing(world, ['update-index', '--force-remove', '--', path], { env: { GIT_INDEX_FILE: index } });
}

/** The parent's tree with this one entry changed. Throws GitProblem. */
export function createTree(world: World, parent: string, entry: PathEntry): string {
  const index = temporaryName(world.gitDir, 'tree');
  const env = { GIT_INDEX_FILE: index };
  try {
    runPlumbing(world, ['read-tree', parent], { env });
    putEntry(world, index, entry);
    return runPlumbing(world, ['write-tree'], { env }).trim();
  } finally {
    for (const file of [index, `${index}.lock`]) removeQuietly(file);
  }
}

export type NewCommit = { readonly parent: string; readonly tree: string; readonly message: string };

/** Signed where the user's commits are; by the committer. Throws GitProblem. */
export function createCommit(world: World, { parent, tree, message }: NewCommit): string {
  const isSigned = tryGit(world.place, ['config', '--type=bool', 'commit.gpgSign'])?.trim() === 'true';
  // For its key a person may be asked.
  if (isSigned) stopClock(world.place.env);
  const args = ['commit-tree', ...(isSigned ? ['-S'] : []), '-p', parent, '-F', '-', tree];
  return runPlumbing(world, ['-c', 'i18n.commitEncoding=UTF-8', ...args], {
    input: message.endsWith('\n') ? message : `${message}\n`,
    env: readAuthor(runGit(world.place, ['var', 'GIT_COMMITTER_IDENT'])),
    mayWait: isSigned,
  }).trim();
}

// In a hook GIT_AUTHOR_* are those of the commit just made, which `--author` and `--date` may have set.
function readAuthor(ident: string): Record<string, string> {
  const [, name = '', email = '', date = ''] = /^(.*) <([^<>]*)> (\d+ [-+]\d+)$/.exec(ident.trim()) ?? [];
  return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: `@${date}` };
}

/** Tells the index that the file is as it should be, which the next `git status` would find out otherwise. */
export const refreshEntry = (world: World, path: string): void => {
  tryGit(world.place, [...NO_HOOKS, '--literal-pathspecs', 'add', '--refresh', '--', path]);
};

export type Move = { readonly commit: string; readonly parent: string; readonly message: string };

/** Moves the branch, or a detached HEAD, if it still stands at the parent. Throws GitProblem. */
export function moveHead(world: World, { commit, parent, message }: Move): void {
  const entry = `handoff: ${message.split('\n')[0] ?? ''}`;
  runPlumbing(world, ['update-ref', '--create-reflog', '-m', entry, 'HEAD', commit, parent]);
}

// git has hooks for every change of an index or of a branch, too.
const NO_HOOKS = ['-c', 'core.hooksPath=/dev/null'];

const runPlumbing = ({ place }: World, args: readonly string[], options?: GitOptions): string =>
  runGit(place, [...NO_HOOKS, ...args], options);
