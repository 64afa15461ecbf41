// Carries out the changes of a plan: all or none, each file in one step and only as it was when the plan was
// made, and nothing through a symbolic link that leads elsewhere.
import { cannotRun, type Problem } from '../../core/problem.ts';
import type { DiskChange } from '../../core/types.ts';
import { locateEntry } from '../files.ts';
import { shielded } from '../signals.ts';
import { unusable } from '../unusable.ts';
import { make, type Site, undo } from './change.ts';

/** Where an installation may write; absolute. */
export type Ground = {
  /** Tops of work trees. */
  readonly tops: readonly string[];
  /** The common one; temporary files go there too. */
  readonly gitDir: string;
};

/** Throws Problem (3) where a change would leave the repository through a symbolic link. */
export function checkChanges(changes: readonly DiskChange[], { tops, gitDir }: Ground): void {
  for (const change of changes) {
    locateEntry(change.path, { tops, gitDir });
    if (change.kind === 'move') locateEntry(change.to, { tops, gitDir });
  }
}

/** Throws Problem (3) as `checkChanges`, or at the first change that cannot be made, with those before it
 * taken back. */
export function carryOut(changes: readonly DiskChange[], ground: Ground): void {
  checkChanges(changes, ground);
  shielded(() => makeAll(changes, ground.gitDir));
}

type Done = { readonly change: DiskChange; readonly site: Site };

function makeAll(changes: readonly DiskChange[], gitDir: string): void {
  const written = new Set(changes.filter(({ kind }) => kind === 'write').map(({ path }) => path));
  const moves = changes.filter((change) => change.kind === 'move' && written.has(change.path));
  const asides = new Map(moves.map((change) => [change.path, change.kind === 'move' ? change.to : '']));
  const done: Done[] = [];
  for (const change of changes) {
    const site = { gitDir, keptAs: asides.get(change.path) ?? null };
    try {
      if (make(change, site)) done.push({ change, site });
    } catch (error) {
      throw failed(
        change,
        error,
        done.reverse().filter((one) => !takeBack(one)),
      );
    }
  }
}

function failed(change: DiskChange, error: unknown, stuck: readonly Done[]): Problem {
  const problem = unusable(change.kind === 'move' ? change.to : change.path, 'written', error);
  if (stuck.length === 0) return problem;
  const paths = stuck.map((one) => `not taken back: ${one.change.path}`);
  return cannotRun({ ...problem.text, why: [problem.text.why ?? [], paths].flat() });
}

/** False: it could not be had, or the file is somebody else's by now. */
function takeBack({ change, site }: Done): boolean {
  try {
    undo(change, site);
    return true;
  } catch {
    return false;
  }
}
