// Locks that end with the work they were taken for.
import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cannotRun, type Problem } from '../core/problem.ts';
import { clearLeftovers } from './leftovers.ts';
import { removeQuietly, temporaryName } from './replace.ts';
import { shielded } from './signals.ts';
import { stateFolder } from './state.ts';
import { codeOf, unusable } from './unusable.ts';

/** Runs `act` unless another run is writing in this worktree. Throws Problem (3) when one is, or when no lock can be written. */
export function withDraftLock<Result>(gitDir: string, act: () => Result): Result {
  const lock = join(stateFolder(gitDir), 'lock');
  if (!takeLock(lock) && !(isStale(lock) && takeLock(lock)))
    throw cannotRun({
      what: 'another draft is being written, so nothing was',
      why: lock,
      fix: 'npx handoff-hooks draft   when it has ended',
    });
  return shielded(() => {
    try {
      clearLeftovers(gitDir);
      return act();
    } finally {
      removeQuietly(lock);
    }
  });
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(dirname(lock), { recursive: true });
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw unusable(dirname(lock), 'written', error);
  }
}

// A process id is given again to another process, of this user or of another one.
const LONGEST_WORK = 10 * 60_000;
// A lock is there before its process id is.
const LONGEST_EMPTY = 3_000;

/** Whether nobody works under it any more; the lock is removed then. */
function isStale(lock: string): boolean {
  const found = lstatSync(lock, { throwIfNoEntry: false });
  if (found === undefined) return true;
  // Either way: a clock may have been set back.
  const age = Math.abs(Date.now() - found.mtimeMs);
  const isLeft = age > LONGEST_WORK || hasEnded(lock, age);
  if (isLeft) removeLock(lock);
  return isLeft;
}

function removeLock(lock: string): void {
  try {
    rmSync(lock, { force: true, recursive: true });
  } catch (error) {
    throw unusable(dirname(lock), 'written', error);
  }
}

function hasEnded(lock: string, age: number): boolean {
  try {
    const owner = readFileSync(lock, 'utf8');
    if (!/^[1-9]\d*$/.test(owner)) return age > LONGEST_EMPTY;
    process.kill(Number(owner), 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH' || (codeOf(error) === 'EISDIR' && age > LONGEST_EMPTY);
  }
}

/**
 * Lets `prepare` change a copy of an index, then runs `commit` under `<index>.lock`, after which the copy takes the
 * index's place. Throws Problem (3), with the index as it was: git holds the lock, or changed the index meanwhile.
 */
export function withIndexLock(index: string, { prepare, commit }: IndexWork): void {
  const copy = temporaryName(dirname(index), 'index');
  const lock = `${index}.lock`;
  try {
    const before = readIfThere(index);
    if (before !== null) writeFileSync(copy, before, { flag: 'wx' });
    prepare(copy);
    shielded(() => {
      takeIndexLock(copy, lock);
      try {
        if (!isSame(readIfThere(index), before)) throw inUse(lock);
        commit();
        renameSync(lock, index);
      } catch (error) {
        removeQuietly(lock);
        throw error;
      }
    });
  } finally {
    // git writes an index under a lock of its own.
    for (const file of [copy, `${copy}.lock`]) removeQuietly(file);
  }
}

/** `prepare` is given a file that need not exist yet; `commit` has to be short. */
export type IndexWork = { readonly prepare: (copy: string) => void; readonly commit: () => void };

/** As a second name of the copy, which tells whose lock it is when this process is killed. */
function takeIndexLock(copy: string, lock: string): void {
  try {
    linkSync(copy, lock);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw inUse(lock);
    copyIntoLock(copy, lock);
  }
}

function copyIntoLock(copy: string, lock: string): void {
  try {
    copyFileSync(copy, lock, constants.COPYFILE_EXCL);
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? inUse(lock) : unusable(lock, 'written', error);
  }
}

const isSame = (a: Buffer | null, b: Buffer | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw unusable(file, 'read', error);
  }
}

const inUse = (lock: string): Problem =>
  cannotRun({
    what: 'another git process is using the index, so nothing was written',
    why: lock,
    fix: 'npx handoff-hooks draft   when it has ended',
  });
