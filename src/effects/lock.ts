// Locks that end with the work they were taken for: a file that holds the id of the process that works.
import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cannotRun } from '../core/problem.ts';
import { commandLine } from '../core/wording/command.ts';
import { hasEnded } from './ended.ts';
import { isLink } from './files.ts';
import { clearLeftovers, DRAFT_LOCK, INSTALL_LOCK } from './leftovers.ts';
import { createWhole, removeQuietly } from './replace.ts';
import { shielded } from './signals.ts';
import { stateDirectory } from './state.ts';
import { codeOf, unusable, withCode } from './unusable.ts';

// An agent notes two things at once; a draft takes less than that.
const LONGEST_DRAFT = 1_500;

/** Runs `act` once no other run is writing in this worktree. Throws Problem (3) when one goes on to, or when
 * no lock can be written. */
export function withDraftLock<Result>(gitDir: string, act: () => Result): Result {
  const lock = join(stateDirectory(gitDir), DRAFT_LOCK);
  waitFor(() => takeOver(lock), LONGEST_DRAFT, {
    what: 'another draft is being written, so nothing was',
    why: lock,
    fix: `${commandLine('draft')}   when it has ended`,
  });
  return holding(lock, () => {
    clearLeftovers([gitDir]);
    return act();
  });
}

const LONGEST_INSTALL = 20_000;

/** Runs `act`, which looks at what is installed and changes it, after any other such run of the repository
 * has ended, as several `npm install` at once start them. Throws Problem (3) when that takes too long. */
export function withInstallLock<Result>(commonDir: string, act: () => Result): Result {
  const lock = join(commonDir, INSTALL_LOCK);
  waitFor(() => takeIfWritable(lock), LONGEST_INSTALL, {
    what: 'another installation is under way, so nothing was written',
    why: lock,
    fix: `${commandLine('install')}   when it has ended`,
  });
  return holding(lock, act);
}

const PAUSE = 20;

/** `longest` in milliseconds; throws the problem after it. */
function waitFor(take: () => boolean, longest: number, problem: Parameters<typeof cannotRun>[0]): void {
  for (let waited = 0; !take(); waited += PAUSE) {
    if (waited > longest) throw cannotRun(problem);
    pause();
  }
}

const holding = <Result>(lock: string, act: () => Result): Result =>
  shielded(() => {
    try {
      return act();
    } finally {
      removeQuietly(lock);
    }
  });

/** Where nothing can be written there is nothing to wait for: the write itself says why. */
function takeIfWritable(lock: string): boolean {
  try {
    return takeOver(lock);
  } catch {
    return true;
  }
}

const pause = (): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);

const takeOver = (lock: string): boolean => takeLock(lock) || (isStale(lock) && takeLock(lock));

function takeLock(lock: string): boolean {
  try {
    if (isLink(dirname(lock))) throw withCode('ISLINK');
    // Whole at once: a lock that cannot say whose it is keeps everybody out for a while.
    return createWhole(lock, String(process.pid));
  } catch (error) {
    throw unusable(dirname(lock), 'written', error);
  }
}

// A process id is given again to another process, of this user or of another one.
const LONGEST_WORK = 10 * 60_000;
// Where a file system has no hard links, a lock is there before its process id is.
const LONGEST_EMPTY = 3_000;

/** Whether nobody works under it any more; the lock is removed then. */
function isStale(lock: string): boolean {
  const found = lstatSync(lock, { throwIfNoEntry: false });
  if (found === undefined) return true;
  // Either way: a clock may have been set back.
  const age = Math.abs(Date.now() - found.mtimeMs);
  const isLeft = age > LONGEST_WORK || hasLostItsOwner(lock, age);
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

function hasLostItsOwner(lock: string, age: number): boolean {
  try {
    const owner = readFileSync(lock, 'utf8');
    return /^[1-9]\d*$/.test(owner) ? hasEnded(Number(owner)) : age > LONGEST_EMPTY;
  } catch (error) {
    return codeOf(error) === 'EISDIR' && age > LONGEST_EMPTY;
  }
}
