// git's index, changed in a copy and locked for the move alone.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { cannotRun, type Problem } from '../core/problem.ts';
import { commandLine } from '../core/wording/command.ts';
import { removeQuietly, takeName, temporaryName } from './replace.ts';
import { shielded } from './signals.ts';
import { codeOf, unusable } from './unusable.ts';

/** Lets `prepare` change a copy of an index, then runs `commit` under `<index>.lock`, after which the copy
 * takes the index's place. Throws Problem (3), with the index as it was: git holds the lock, or changed the
 * index meanwhile. */
export function withIndexLock(index: string, { prepare, commit, settle }: IndexWork): void {
  const copy = temporaryName(dirname(index), 'index');
  const lock = `${index}.lock`;
  try {
    const before = readIfThere(index);
    if (before !== null) writeCopy(copy, before);
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
      if (settle !== undefined) settleOr(settle, () => putBack(index, before));
    });
  } finally {
    // git writes an index under a lock of its own.
    for (const file of [copy, `${copy}.lock`]) removeQuietly(file);
  }
}

function settleOr(settle: () => void, undo: () => void): void {
  try {
    settle();
  } catch (error) {
    undo();
    throw error;
  }
}

function putBack(index: string, before: Buffer | null): void {
  if (before === null) {
    removeQuietly(index);
    return;
  }
  const copy = temporaryName(dirname(index), 'index');
  writeCopy(copy, before);
  renameSync(copy, index);
}

function writeCopy(copy: string, bytes: Buffer): void {
  try {
    writeFileSync(copy, bytes, { flag: 'wx' });
  } catch (error) {
    throw unusable(copy, 'written', error);
  }
}

/** `prepare` is given a file that need not exist yet; `commit` has to be short. `settle` comes once the index
 * is in place, which is put back where it fails: a kill between the two leaves a change staged, never one
 * staged in reverse. */
export type IndexWork = {
  readonly prepare: (copy: string) => void;
  readonly commit: () => void;
  readonly settle?: () => void;
};

/** As a second name of the copy, which tells whose lock it is when this process is killed. */
function takeIndexLock(copy: string, lock: string): void {
  try {
    takeName(copy, lock);
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
    fix: `${commandLine('draft')}   when it has ended`,
  });
