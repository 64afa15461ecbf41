// Locks that end with the work they were taken for.
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cannotRun } from '../core/problem.ts';
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
  try {
    return act();
  } finally {
    rmSync(lock, { force: true });
  }
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

/** Runs `prepare` on a copy of an index, as git itself does it: under `<index>.lock`, which takes the index's place when all went well. Throws Problem (3) when git holds the lock. */
export function withIndexLock(index: string, prepare: (lock: string) => void): void {
  const lock = `${index}.lock`;
  try {
    writeFileSync(lock, '', { flag: 'wx' });
  } catch {
    throw cannotRun({
      what: 'another git process is using the index, so nothing was written',
      why: lock,
      fix: 'npx handoff-hooks draft   when it has ended',
    });
  }
  try {
    // An empty file is no index to git.
    if (existsSync(index)) copyFileSync(index, lock);
    else rmSync(lock);
    prepare(lock);
    renameSync(lock, index);
  } catch (error) {
    rmSync(lock, { force: true });
    throw error;
  }
}
