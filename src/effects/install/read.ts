// The disk as states: of the paths that an installation can touch, and of what stands above and below them.
import { lstatSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { posix } from 'node:path';
import type { Disk, FileState } from '../../core/types.ts';
import { listNames } from '../files.ts';
import { codeOf, unusable } from '../unusable.ts';

/** The states at the paths and the directories above each; what is not there is left out. */
export function readDisk(paths: readonly string[]): Disk {
  const found = new Map<string, FileState>();
  const add = (path: string): void => {
    if (found.has(path)) return;
    const state = readState(path);
    if (state !== null) found.set(path, state);
    if (posix.dirname(path) !== path) add(posix.dirname(path));
  };
  paths.forEach(add);
  return found;
}

/** All that is in a directory, at any depth; links are not followed. */
export function readTree(directory: string): Disk {
  const names = listNames(directory);
  return new Map(
    names.flatMap((name) => {
      const path = `${directory}/${name}`;
      const state = readState(path);
      return state === null
        ? []
        : [[path, state] as const, ...(state.kind === 'directory' ? readTree(path) : [])];
    }),
  );
}

/** Null: nothing is there. Throws Problem (3). */
export function readState(path: string): FileState | null {
  try {
    return readAsIs(path);
  } catch (error) {
    // Below a file there is nothing: `core.hooksPath` may be /dev/null.
    if (codeOf(error) === 'ENOTDIR') return null;
    throw unusable(path, 'read', error);
  }
}

function readAsIs(path: string): FileState | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (stat.isDirectory()) return { kind: 'directory' };
  if (stat.isSymbolicLink()) return { kind: 'link', text: readlinkSync(path), mode: modeOf(path) };
  return stat.isFile()
    ? { kind: 'file', text: readFileSync(path, 'latin1'), mode: modeOf(path) }
    : { kind: 'other' };
}

// Windows knows no run bit: git starts every hook there.
function modeOf(path: string): number {
  const mode = (statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o777;
  return platform() === 'win32' ? mode | 0o111 : mode;
}
