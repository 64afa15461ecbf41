// Finds out what git really runs: a commit and what follows it in a scratch worktree, where the shims note their names
// and do nothing else.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type GitPlace, GitProblem, runGit } from '../../git/run.ts';

export type Probe = {
  /** The folder that git uses in this worktree; a relative core.hooksPath would lead elsewhere in the scratch one. */
  readonly hooksDir: string;
  /** Settings of a hook manager as they are on disk, by path from the top: HEAD's may be older. */
  readonly settings: ReadonlyMap<string, string>;
};

export type Probed = {
  /** Names of our hooks, in the order in which they first ran. */
  readonly ran: readonly string[];
  /** What git, or another hook, said to stop it; null: nothing did. */
  readonly stopped: string | null;
};

// What it takes for each hook to run once; none of it leaves anything but loose objects.
const COMMIT = ['commit', '--quiet', '--allow-empty', '--no-gpg-sign', '--message', 'handoff-hooks probe'];
const STEPS: readonly (readonly string[])[] = [
  // The first holds the settings, so that the way back from the second keeps them.
  COMMIT,
  COMMIT,
  ['commit', '--quiet', '--allow-empty', '--no-gpg-sign', '--amend', '--no-edit'],
  // A ref of that worktree alone: it goes when the worktree goes.
  ['update-ref', 'refs/worktree/probe', 'HEAD'],
  ['push', '--quiet', '--dry-run', '.', 'HEAD:refs/heads/handoff-hooks-probe'],
  ['checkout', '--quiet', '--detach', 'HEAD^'],
  ['merge', '--quiet', '--ff-only', 'refs/worktree/probe'],
];

// Those that would lead git back to this worktree and its index.
const LEADING = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR'];

/** Needs a commit at HEAD. Throws GitProblem where no worktree can be made. */
export function probeHooks({ cwd, env }: GitPlace, { hooksDir, settings }: Probe): Probed {
  const scratch = mkdtempSync(join(tmpdir(), 'handoff-probe-'));
  const notes = join(scratch, 'notes');
  const tree = join(scratch, 'worktree');
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !LEADING.includes(name)));
  const at = (folder: string): GitPlace => ({
    cwd: folder,
    env: { ...own, HANDOFF: '', HANDOFF_PROBE: notes },
  });
  writeFileSync(notes, '');
  try {
    runGit({ cwd, env: own }, [
      '-c',
      'core.hooksPath=/dev/null',
      'worktree',
      'add',
      '--quiet',
      '--detach',
      tree,
      'HEAD',
    ]);
    putSettings(at(tree), settings);
    const stopped = STEPS.map((step) => attempt(at(tree), ['-c', `core.hooksPath=${hooksDir}`, ...step]));
    return {
      ran: [...new Set(readFileSync(notes, 'utf8').split('\n').slice(0, -1))],
      stopped: stopped.find((said) => said !== null) ?? null,
    };
  } finally {
    attempt({ cwd, env: own }, ['worktree', 'remove', '--force', tree]);
    rmSync(scratch, { recursive: true, force: true });
  }
}

function putSettings(place: GitPlace, settings: Probe['settings']): void {
  for (const [path, text] of settings) {
    mkdirSync(join(place.cwd, dirname(path)), { recursive: true });
    writeFileSync(join(place.cwd, path), text, 'latin1');
  }
  if (settings.size > 0) runGit(place, ['add', '--', ...settings.keys()]);
}

function attempt(place: GitPlace, args: readonly string[]): string | null {
  try {
    runGit(place, args);
    return null;
  } catch (error) {
    if (!(error instanceof GitProblem)) throw error;
    return error.failure.stderr.trim().split('\n').at(-1) ?? '';
  }
}
