// What a run that was killed left in the git directory: temporary files of ours, and the index's lock that it held.
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { removeQuietly } from './replace.ts';
import { codeOf } from './unusable.ts';

/** `.handoff-<process>-<random>.<ending>`: see temporaryName. */
const OURS = /^\.handoff-([1-9]\d*)-[a-z\d]*\.[a-z]+(?:\.lock)?$/;

/** A process id is given again to another process; an editor may be open for hours. */
const LONGEST_WORK = 24 * 60 * 60_000;

/** Removes them; what belongs to a run that goes on stays. Never throws. */
export function clearLeftovers(gitDir: string): void {
  for (const file of findLeftovers(gitDir)) {
    if (isSameFile(file, lockOf(gitDir))) removeQuietly(lockOf(gitDir));
    removeQuietly(file);
  }
}

/** Files of runs that ended without removing them; absolute. */
export const findLeftovers = (gitDir: string): readonly string[] =>
  [gitDir, join(gitDir, 'handoff-hooks')].flatMap((folder) =>
    namesIn(folder)
      .filter((name) => isLeft(folder, name))
      .map((name) => join(folder, name)),
  );

/** Locks of git's own that are older than any command that holds them without waiting for somebody; absolute. */
export const findOldLocks = (gitDir: string): readonly string[] =>
  LOCKS.map((name) => join(gitDir, name)).filter((lock) => ageOf(lock) > LONGEST_LOCK);

const LOCKS = ['index.lock', 'HEAD.lock', 'config.lock', 'packed-refs.lock'];
const LONGEST_LOCK = 3_000;

const lockOf = (gitDir: string): string => join(gitDir, 'index.lock');

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isLeft(folder: string, name: string): boolean {
  const [, owner] = OURS.exec(name) ?? [];
  if (owner === undefined || Number(owner) === process.pid) return false;
  return hasEnded(Number(owner)) || ageOf(join(folder, name)) > LONGEST_WORK;
}

function hasEnded(owner: number): boolean {
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

function ageOf(file: string): number {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found === undefined ? 0 : Math.abs(Date.now() - found.mtimeMs);
}

// The lock is a second name of the copy that was being made the index.
function isSameFile(file: string, other: string): boolean {
  const [a, b] = [file, other].map((path) => lstatSync(path, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}
