// Carries out the changes of a plan, each file in one step, so that git never finds half a hook.
import { chmodSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import type { DiskChange, FileWrite } from '../../core/types.ts';

/** Throws what the file system says, with the changes before it done. */
export function carryOut(changes: readonly DiskChange[]): void {
  for (const change of changes) carryOutOne(change);
}

function carryOutOne(change: DiskChange): void {
  if (change.kind === 'make-folder') mkdirSync(change.path, { recursive: true });
  else if (change.kind === 'remove-folder') rmdirSync(change.path);
  else if (change.kind === 'move') renameSync(change.path, change.to);
  else if (change.kind === 'remove') rmSync(change.path);
  else if (change.kind === 'write') replaceFile(change);
}

function replaceFile({ path, text, mode }: FileWrite): void {
  const fresh = `${path}.handoff-new`;
  writeFileSync(fresh, text, { encoding: 'latin1', mode });
  // The umask may have taken bits from a mode that has to be as it was.
  chmodSync(fresh, mode);
  renameSync(fresh, path);
}
