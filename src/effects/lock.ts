// Locks that end with the work they were taken for.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cannotRun } from '../core/problem.ts';

/** Runs `act` unless another run is writing in this worktree. Throws Problem (3) when one is. */
export function withDraftLock<Result>(gitDir: string, act: () => Result): Result {
  const lock = join(gitDir, 'handoff-hooks', 'lock');
  if (!takeLock(lock) && !(isStale(lock) && takeLock(lock)))
    throw cannotRun({ what: 'another draft is being written, so nothing was', why: lock });
  try {
    return act();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock: string): boolean {
  mkdirSync(dirname(lock), { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/** Whether its process has ended; the lock is removed then. */
function isStale(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return false;
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code !== 'EPERM';
    if (isGone) rmSync(lock, { force: true });
    return isGone;
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
