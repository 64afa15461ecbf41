// git outside the hooks, in another worktree: through simple-git, which hands down no GIT_DIR or
// GIT_INDEX_FILE that would lead back to this one.
import type { GitPlace } from './run.ts';

/** Null: git did it; else the last line of what it said against it. */
export type DoGit = (args: readonly string[]) => Promise<string | null>;

// Of GIT_* only what says whose configuration and whose name is meant.
const HANDED_DOWN = (
  'GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM GIT_AUTHOR_NAME ' +
  'GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL'
).split(' ');

/** git in the directory `cwd`, one call after the other. Throws what simple-git throws where git cannot be
 * started. */
export async function openGit({ cwd, env }: GitPlace): Promise<DoGit> {
  const { simpleGit, GitError, GitPluginError } = await import('simple-git');
  const git = simpleGit({
    baseDir: cwd,
    allowEnvironment: HANDED_DOWN,
    // Configuration and hooks are the user's own.
    unsafe: { allowUnsafeConfigPaths: true, allowUnsafeHooksPath: true },
    // Without this it waits 50 ms after git has ended.
    completion: { onClose: true, onExit: false },
  });
  const known = Object.entries(env).filter(([name]) => !isGuarded(name) || HANDED_DOWN.includes(name));
  git.env({ ...Object.fromEntries(known), LC_ALL: 'C' });
  return async (args) => {
    try {
      await git.raw([...args]);
      return null;
    } catch (error) {
      // Its own refusals are of another class, and no answer of git's.
      if (!(error instanceof GitError) || error instanceof GitPluginError) throw error;
      return error.message.trim().split('\n').at(-1) ?? '';
    }
  };
}

const isGuarded = (name: string): boolean =>
  /^GIT_|EDITOR$|PAGER$|^SSH_|ASKPASS$|^PREFIX$|^VISUAL$/i.test(name);
