// An installation and its end as data: the disk as it is goes in, the changes that make it as it should be come out.
import type { Disk, DiskChange } from '../types.ts';
import { type HookSpot, type Leftover, type Outcome, putHook, takeHook } from './chain.ts';
import { changesBetween } from './disk.ts';
import { type Contents, emptyHome, fillHome, homeOf, makeFolders, removeEmptyFolders } from './home.ts';
import { formatManifest, type Manifest } from './manifest.ts';
import { parentOf } from './paths.ts';
import { type Place, spotsOf } from './place.ts';

export type Plan = { readonly changes: readonly DiskChange[]; readonly leftovers: readonly Leftover[] };

/** The disk as it is: every path that can matter, the folders above them and all of our own folder. */
export type Present = {
  readonly disk: Disk;
  readonly commonDir: string;
  /** Our folders: the one in the common directory first, then those of the worktrees. */
  readonly homes: readonly string[];
  /** Of the installation that is there; null where there is none. */
  readonly manifest: Manifest | null;
};

export type Goal = {
  readonly place: Place;
  /** Names of the hooks that are shipped. */
  readonly hooks: readonly string[];
  readonly version: string;
  /** The commit at HEAD. */
  readonly head: string | null;
  readonly contents: Contents;
};

export function planInstall({ disk, commonDir, manifest }: Present, goal: Goal): Plan {
  const spots = spotsOf(goal.place, goal.hooks);
  const paths = spots.map(({ path }) => path);
  const cleared = fold(
    disk,
    (manifest?.hooks ?? []).filter((path) => !paths.includes(path)),
    takeHook,
  );
  const put = fold(cleared.disk, spots, putHook);
  const made = makeFolders(put.disk, paths.map(parentOf));
  const next = manifestFor(goal, manifest, made.folders);
  const contents = new Map([...goal.contents, ['install.json', formatManifest(next, commonDir)]]);
  const after = fillHome(made.disk, homeOf(commonDir), contents);
  return { changes: changesBetween(disk, after), leftovers: [...cleared.leftovers, ...put.leftovers] };
}

/** Takes back what the manifest names, and our blocks in the hooks at `paths`, manifest or not. */
export function planUninstall({ disk, homes, manifest }: Present, paths: readonly string[]): Plan {
  const taken = fold(disk, [...new Set([...(manifest?.hooks ?? []), ...paths])], takeHook);
  const emptied = homes.reduce(emptyHome, taken.disk);
  const after = removeEmptyFolders(emptied, manifest?.folders ?? []);
  return { changes: changesBetween(disk, after), leftovers: taken.leftovers };
}

function manifestFor(goal: Goal, old: Manifest | null, folders: readonly string[]): Manifest {
  return {
    version: goal.version,
    into: goal.place.into,
    baseline: old === null ? goal.head : old.baseline,
    hooks: spotsOf(goal.place, goal.hooks).map(({ path }) => path),
    folders: [...new Set([...(old?.folders ?? []), ...folders])],
  };
}

function fold<T extends HookSpot | string>(
  disk: Disk,
  items: readonly T[],
  step: (disk: Disk, item: T) => Outcome,
): Outcome {
  return items.reduce<Outcome>(
    (sum, item) => {
      const next = step(sum.disk, item);
      return { disk: next.disk, leftovers: [...sum.leftovers, ...next.leftovers] };
    },
    { disk, leftovers: [] },
  );
}
