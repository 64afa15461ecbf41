// Finds out what git really runs: a commit and what follows it in a scratch worktree, where the shims note
// their names and do nothing else.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cannotRun } from '../../core/problem.ts';
import type { GitPlace } from '../../git/run.ts';
import { type DoGit, openGit } from '../../git/simple.ts';
import { locateFile } from '../files.ts';
import { removeQuietly, replaceFile } from '../replace.ts';
import { finished } from '../signals.ts';

export type Probe = {
  /** The directory that git uses in this worktree; a relative core.hooksPath would lead elsewhere in the
   * scratch one. */
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

/** Needs a commit at HEAD. Throws Problem (3) where no worktree can be made. A signal leaves no worktree. */
export const probeHooks = (place: GitPlace, probe: Probe): Promise<Probed> =>
  finished(() => probeIn(place, probe));

async function probeIn({ cwd, env }: GitPlace, { hooksDir, settings }: Probe): Promise<Probed> {
  const scratch = mkdtempSync(join(tmpdir(), `handoff-probe-${process.pid}-`));
  const notes = join(scratch, 'notes');
  const tree = join(scratch, 'worktree');
  const here = await openGit({ cwd, env });
  writeFileSync(notes, '');
  try {
    const refused = await here([...NO_HOOKS, 'worktree', 'add', '--quiet', '--detach', tree, 'HEAD']);
    if (refused !== null) throw cannotRun({ what: 'no worktree could be made for the probe', why: refused });
    const there = await openGit({ cwd: tree, env: { ...env, HANDOFF: '', HANDOFF_PROBE: notes } });
    await putSettings(there, tree, settings);
    const stopped: (string | null)[] = [];
    for (const step of STEPS) stopped.push(await there(['-c', `core.hooksPath=${hooksDir}`, ...step]));
    return {
      ran: [...new Set(readFileSync(notes, 'utf8').split('\n').slice(0, -1))],
      stopped: stopped.find((said) => said !== null) ?? null,
    };
  } finally {
    await here(['worktree', 'remove', '--force', tree]);
    removeQuietly(scratch);
  }
}

const NO_HOOKS = ['-c', 'core.hooksPath=/dev/null'];

async function putSettings(there: DoGit, tree: string, settings: Probe['settings']): Promise<void> {
  for (const [path, text] of settings) {
    const file = locateFile(tree, path);
    replaceFile({ file, bytes: Buffer.from(text, 'latin1') });
  }
  if (settings.size > 0) await there(['add', '--', ...settings.keys()]);
}
