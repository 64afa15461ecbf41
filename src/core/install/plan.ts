// An installation and its end as data: the disk as it is goes in, the changes that make it as it should be come out.
import type { Disk, DiskChange } from '../types.ts';
import { type Leftover, type Outcome, putHook, takeHook } from './chain.ts';
import { changesBetween, textAt } from './disk.ts';
import { putEdit, takeEdit, type Unwire } from './edit.ts';
import { type Contents, emptyHome, fillHome, homeOf, makeFolders, removeEmptyFolders } from './home.ts';
import { type FileEdit, formatManifest, type Manifest } from './manifest.ts';
import { parentOf } from './paths.ts';
import { type Place, spotsOf } from './place.ts';
import { settle } from './settings.ts';

export type Plan = {
  readonly changes: readonly DiskChange[];
  readonly leftovers: readonly Leftover[];
  /** What has to be run for a manager to write the hooks of its settings; null where git finds them already. */
  readonly pending: string | null;
};

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
  /** What wires agents, beside what was wired before. */
  readonly agents: readonly FileEdit[];
};

/** Takes back what was there and puts everything anew: what stays the same is no change. Throws Problem (3) for settings that cannot be added to. */
export function planInstall(present: Present, goal: Goal): Plan {
  const { disk, commonDir, manifest } = present;
  const cleared = takeBack(present, { paths: manifest?.hooks ?? [], edits: editsOf(manifest, isOurs) });
  const settled = settle(cleared.disk, goal);
  const spots = spotsOf(goal.place, goal.hooks).filter(({ hook }) => !settled.hooks.includes(hook));
  const put = fold(settled.disk, spots, putHook);
  const wired = goal.agents.reduce(putEdit, put.disk);
  const made = makeFolders(
    wired,
    [...spots, ...settled.edits, ...goal.agents].map(({ path }) => parentOf(path)),
  );
  const next = {
    version: goal.version,
    into: goal.place.into,
    baseline: manifest === null ? goal.head : manifest.baseline,
    hooks: spots.map(({ path }) => path),
    edits: [...settled.edits, ...mergeAgents(editsOf(manifest, isAgent), goal.agents)],
    folders: [...new Set([...(manifest?.folders ?? []), ...made.folders])],
  };
  const home = homeOf(commonDir);
  const contents = new Map([
    ...goal.contents,
    ...settled.contents,
    ['install.json', formatManifest(next, commonDir)],
  ]);
  const after = fillHome(made.disk, home, contents);
  return { changes: changesBetween(disk, after), leftovers: put.leftovers, pending: settled.pending };
}

/** Takes back what the manifest names, and our blocks in the hooks at `paths`, manifest or not. */
export function planUninstall(present: Present, paths: readonly string[], unwire: Unwire): Plan {
  const { disk, homes, manifest } = present;
  const all = [...new Set([...(manifest?.hooks ?? []), ...paths])];
  const taken = takeBack(present, { paths: all, edits: manifest?.edits ?? [], unwire });
  const emptied = homes.reduce(emptyHome, taken.disk);
  const after = removeEmptyFolders(emptied, manifest?.folders ?? []);
  return { changes: changesBetween(disk, after), leftovers: taken.leftovers, pending: null };
}

type Ours = {
  readonly paths: readonly string[];
  readonly edits: readonly FileEdit[];
  readonly unwire?: Unwire;
};

function takeBack(
  { disk }: Present,
  { paths, edits, unwire = (_agent, _path, text) => text }: Ours,
): Outcome {
  const hooks = fold(disk, paths, takeHook);
  const settings = fold(
    hooks.disk,
    edits.filter(({ kind }) => kind !== 'stub'),
    (at, edit) => takeEdit(at, edit, unwire),
  );
  const stubs = edits.filter((edit) => edit.kind === 'stub' && !isNamed(settings.disk, edit, edits));
  const rest = fold(settings.disk, stubs, (at, edit) => takeEdit(at, edit, unwire));
  return { disk: rest.disk, leftovers: [...hooks.leftovers, ...settings.leftovers, ...rest.leftovers] };
}

/** Whether the settings still want a hook that the manager would not have had before ours. */
const isNamed = (disk: Disk, stub: FileEdit, edits: readonly FileEdit[]): boolean =>
  stub.before === null &&
  edits.some(({ kind, path }) => kind === 'settings' && textAt(disk, path)?.includes(stub.name));

const isAgent = ({ kind }: FileEdit): boolean => kind === 'agent';
const isOurs = (edit: FileEdit): boolean => !isAgent(edit);

const editsOf = (manifest: Manifest | null, isWanted: (edit: FileEdit) => boolean): FileEdit[] =>
  (manifest?.edits ?? []).filter(isWanted);

const mergeAgents = (old: readonly FileEdit[], fresh: readonly FileEdit[]): FileEdit[] => [
  ...old.filter(({ path }) => !fresh.some((edit) => edit.path === path)),
  ...fresh,
];

function fold<T>(disk: Disk, items: readonly T[], step: (disk: Disk, item: T) => Outcome): Outcome {
  return items.reduce<Outcome>(
    (sum, item) => {
      const next = step(sum.disk, item);
      return { disk: next.disk, leftovers: [...sum.leftovers, ...next.leftovers] };
    },
    { disk, leftovers: [] },
  );
}
