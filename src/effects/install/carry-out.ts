// Carries out the changes of a plan: each file in one step, so that git never finds half a hook, and all or none.
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import type { DiskChange, FileText } from '../../core/types.ts';
import { unusable } from '../unusable.ts';

/** Throws Problem (3) at the first change that cannot be made, with those before it taken back. */
export function carryOut(changes: readonly DiskChange[]): void {
  const done: DiskChange[] = [];
  for (const change of changes) {
    try {
      make(change);
    } catch (error) {
      for (const one of done.reverse()) takeBack(one);
      throw unusable(change.kind === 'move' ? change.to : change.path, 'written', error);
    }
    done.push(change);
  }
}

function make(change: DiskChange): void {
  if (change.kind === 'write') put(change.path, change.after);
  else if (change.kind === 'remove') rmSync(change.path);
  else if (change.kind === 'move') renameSync(change.path, change.to);
  else if (change.kind === 'make-folder') mkdirSync(change.path);
  else removeFolder(change.path);
}

// What somebody else put there stays.
function removeFolder(path: string): void {
  if (readdirSync(path).length === 0) rmdirSync(path);
}

function takeBack(change: DiskChange): void {
  if (change.kind === 'write') change.before === null ? rmSync(change.path) : put(change.path, change.before);
  else if (change.kind === 'remove') put(change.path, change.before);
  else if (change.kind === 'move') {
    renameSync(change.to, change.path);
    if (change.replaced !== null) put(change.to, change.replaced);
  } else if (change.kind === 'make-folder') removeFolder(change.path);
  else mkdirSync(change.path, { recursive: true });
}

function put(path: string, { kind, text, mode }: FileText): void {
  const fresh = `${path}.handoff-new`;
  try {
    if (kind === 'link') symlinkSync(text, fresh);
    else writeFileSync(fresh, text, { encoding: 'latin1', mode });
    // The umask may have taken bits from a mode that has to be as it was.
    if (kind === 'file') chmodSync(fresh, mode);
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
