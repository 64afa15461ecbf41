// What a run that was killed left in the git directory: temporary files of ours, and locks of git's.
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasEnded } from './ended.ts';
import { listNames } from './files.ts';
import { removeQuietly } from './replace.ts';

/** `.handoff-<process>-<random>.<ending>`: see temporaryName. */
const OURS = /^\.handoff-([1-9]\d*)-[a-z\d]*\.[a-z]+(?:\.lock)?$/;

/** In the common git directory: holds the id of the process that installs. */
export const INSTALL_LOCK = '.handoff-install.lock';

/** In the state directory: holds the id of the process that drafts. */
export const DRAFT_LOCK = 'lock';

/** A process id is given again to another process; an editor may be open for hours. */
const LONGEST_WORK = 24 * 60 * 60_000;

/** Removes them; what belongs to a run that goes on stays. Never throws. */
export function clearLeftovers(gitDirs: readonly string[]): void {
  for (const file of findLeftovers(gitDirs)) removeQuietly(file);
}

/** Files of runs that ended without removing them; absolute. */
export const findLeftovers = (gitDirs: readonly string[]): readonly string[] =>
  [...new Set(gitDirs)].flatMap(leftIn);

const leftIn = (gitDir: string): readonly string[] => [
  ...[gitDir, join(gitDir, 'handoff-hooks')].flatMap((directory) =>
    listNames(directory)
      .filter((name) => isLeft(directory, name))
      .map((name) => join(directory, name)),
  ),
  ...probesIn(join(gitDir, 'worktrees')),
];

// What git knows of the worktree of a probe, and the directory that it is in: see install/probe.ts.
const PROBE = /^(.*\/handoff-probe-([1-9]\d*)-\w+)\/worktree\/\.git\s*$/;

const probesIn = (worktrees: string): readonly string[] =>
  listNames(worktrees).flatMap((name) => {
    const [, scratch = '', owner] = PROBE.exec(readIfThere(join(worktrees, name, 'gitdir')) ?? '') ?? [];
    return owner !== undefined && hasEnded(Number(owner)) ? [join(worktrees, name), scratch] : [];
  });

/** Locks of git's own that are older than any command that holds them without waiting for somebody;
 * absolute. */
export const findOldLocks = (gitDir: string, commonDir: string): readonly string[] =>
  [...LOCKS.map((name) => join(gitDir, name)), ...branchLock(gitDir, commonDir)].filter(
    (lock) => ageOf(lock) > LONGEST_LOCK,
  );

function branchLock(gitDir: string, commonDir: string): readonly string[] {
  const branch = /^ref: (refs\/.+)$/m.exec(readIfThere(join(gitDir, 'HEAD')) ?? '')?.[1];
  return branch === undefined ? [] : [join(commonDir, `${branch}.lock`)];
}

const LOCKS = ['index.lock', 'HEAD.lock', 'config.lock', 'packed-refs.lock'];
const LONGEST_LOCK = 3_000;

function isLeft(directory: string, name: string): boolean {
  const isLock = [INSTALL_LOCK, DRAFT_LOCK].includes(name);
  const owner = isLock ? ownerIn(join(directory, name)) : OURS.exec(name)?.[1];
  if (owner === undefined || Number(owner) === process.pid) return false;
  // The editor may have outlived the run, with what its user wrote.
  const isOver = !name.endsWith('.edit') && hasEnded(Number(owner));
  return isOver || ageOf(join(directory, name)) > LONGEST_WORK;
}

const ownerIn = (lock: string): string | undefined => /^[1-9]\d*$/.exec(readIfThere(lock) ?? '')?.[0];

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function ageOf(file: string): number {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found === undefined ? 0 : Math.abs(Date.now() - found.mtimeMs);
}
