// An installation and its end as data: the disk as it is goes in, the changes that make it as it should be
// come out.
import type { Disk, DiskChange } from '../types.ts';
import { type Leftover, type Outcome, putHook, takeHook } from './chain.ts';
import { changesBetween, makeDirectories, textAt } from './disk.ts';
import { aliasEdit, driverEdits } from './driver.ts';
import { putEdit, takeEdit, type Unwire } from './edit.ts';
import { type Contents, emptyHome, fillHome, homeOf, manifestPath, removeEmptyDirectories } from './home.ts';
import type { Place } from './local.ts';
import { type FileEdit, formatManifest, type Manifest } from './manifest.ts';
import { isInside, parentOf } from './paths.ts';
import { spotsOf } from './place.ts';
import { type Settled, settle } from './settings.ts';

export type Plan = {
  readonly changes: readonly DiskChange[];
  readonly leftovers: readonly Leftover[];
  /** Commands that are left to the user: what makes a manager write its hooks, what makes it read its
   * settings. */
  readonly pending: readonly string[];
};

/** The disk as it is: every path that can matter, the directories above them and all of our own directory. */
export type Present = {
  readonly disk: Disk;
  readonly commonDir: string;
  /** Our directories: the one in the common directory first, then those of the worktrees. */
  readonly homes: readonly string[];
  /** Top level of this worktree; null in a bare repository. */
  readonly top: string | null;
  /** Top levels of the other worktrees: what stands in them is left to an install there. */
  readonly otherTops: readonly string[];
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
  /** Patterns of the files that our merge driver unites. */
  readonly merged?: readonly string[];
  /** Whether the alias `git handoff` is added; not where somebody else's is there. */
  readonly isAliased?: boolean;
};

/** Takes back what was there and puts everything anew: what stays the same is no change. Throws Problem (3)
 * for settings that cannot be added to. */
export function planInstall(present: Present, goal: Goal): Plan {
  const { disk, commonDir, manifest } = present;
  const { here, kept } = whatStays(present);
  const settled = withGitConfig(settle(takeBack(disk, here).disk, goal), commonDir, goal);
  const spots = spotsOf(goal.place, goal.hooks).filter(({ hook }) => !settled.hooks.includes(hook));
  const put = fold(settled.disk, spots, putHook);
  const written = [...spots, ...settled.edits, ...goal.agents];
  const made = makeDirectories(
    goal.agents.reduce(putEdit, put.disk),
    written.map(({ path }) => parentOf(path)),
  );
  const copied = [...goal.contents, ...settled.contents];
  const next: Manifest = {
    version: goal.version,
    into: goal.place.into,
    baseline: manifest === null ? goal.head : manifest.baseline,
    hooks: [...kept.hooks, ...spots.map(({ path }) => path)],
    edits: [
      ...kept.edits.filter(({ path }) => !goal.agents.some((edit) => edit.path === path)),
      ...goal.agents,
      ...settled.edits,
    ],
    sizes: Object.fromEntries(copied.map(([path, text]) => [path, text.length])),
    directories: [...new Set([...(manifest?.directories ?? []), ...made.directories])],
  };
  const contents = [...copied, ['install.json', formatManifest(next, commonDir)]] as const;
  const after = fillHome(made.disk, homeOf(commonDir), new Map(contents));
  const changes = inSafeOrder(changesBetween(disk, after), commonDir);
  const pending = goal.place.activate === null ? settled.pending : [goal.place.activate];
  return { changes, leftovers: put.leftovers, pending: changes.length === 0 ? [] : pending };
}

/** Takes back what the manifest names, and our blocks in the hooks at `paths`, manifest or not. */
export function planUninstall(present: Present, paths: readonly string[], unwire: Unwire): Plan {
  const { disk, homes, manifest } = present;
  const hooks = [...new Set([...(manifest?.hooks ?? []), ...paths])];
  const taken = takeBack(disk, { hooks, edits: manifest?.edits ?? [] }, unwire);
  const emptied = homes.reduce(emptyHome, taken.disk);
  const after = removeEmptyDirectories(emptied, manifest?.directories ?? []);
  const changes = inSafeOrder(changesBetween(disk, after), present.commonDir);
  return { changes, leftovers: taken.leftovers, pending: [] };
}

/** Whenever the run is stopped, uninstall knows what was done: the manifest is written before, and removed
 * after, everything else. What hooks start is there before they are. */
function inSafeOrder(changes: readonly DiskChange[], commonDir: string): DiskChange[] {
  const rank = (change: DiskChange): number => RANKS.indexOf(rankOf(change, commonDir));
  return [...changes].sort((a, b) => rank(a) - rank(b));
}

const RANKS = [
  'make-directory',
  'manifest',
  'home',
  'others',
  'leave-home',
  'leave-manifest',
  'remove-directory',
];

function rankOf({ kind, path }: DiskChange, commonDir: string): string {
  if (kind === 'make-directory' || kind === 'remove-directory') return kind;
  const place = path === manifestPath(commonDir) ? 'manifest' : 'home';
  if (!isInside(homeOf(commonDir), path)) return 'others';
  return kind === 'remove' ? `leave-${place}` : place;
}

function withGitConfig(settled: Settled, commonDir: string, { merged = [], isAliased }: Goal): Settled {
  const drivers = merged.length === 0 ? [] : driverEdits(settled.disk, commonDir, merged);
  const driven = drivers.reduce(putEdit, settled.disk);
  const aliases = isAliased === true ? [aliasEdit(driven, commonDir)] : [];
  const disk = aliases.reduce(putEdit, driven);
  return { ...settled, disk, edits: [...settled.edits, ...drivers, ...aliases] };
}

type Ours = Pick<Manifest, 'hooks' | 'edits'>;

/** What an install puts anew, and what it leaves: the wiring of agents, and all that stands in other
 * worktrees. */
function whatStays(present: Present): { readonly here: Ours; readonly kept: Ours } {
  const { hooks, edits } = present.manifest ?? { hooks: [], edits: [] };
  const isKept = (edit: FileEdit) => edit.kind === 'agent' || isElsewhere(edit.path, present);
  return {
    here: {
      hooks: hooks.filter((path) => !isElsewhere(path, present)),
      edits: edits.filter((edit) => !isKept(edit)),
    },
    kept: { hooks: hooks.filter((path) => isElsewhere(path, present)), edits: edits.filter(isKept) },
  };
}

// A worktree may lie inside another: the innermost one has the file.
function isElsewhere(path: string, { commonDir, top, otherTops }: Present): boolean {
  if (isInside(commonDir, path)) return false;
  const tops = [...otherTops, ...(top === null ? [] : [top])].filter((directory) =>
    isInside(directory, path),
  );
  const innermost = tops.sort((a, b) => b.length - a.length)[0];
  return innermost !== undefined && innermost !== top;
}

function takeBack(
  disk: Disk,
  { hooks, edits }: Ours,
  unwire: Unwire = (_agent, _path, text) => text,
): Outcome {
  const isStub = ({ kind }: FileEdit) => kind === 'stub';
  const takeOne = (at: Disk, edit: FileEdit) => takeEdit(at, edit, unwire);
  const plain = fold(disk, hooks, takeHook);
  const settings = fold(
    plain.disk,
    edits.filter((edit) => !isStub(edit)),
    takeOne,
  );
  const stubs = edits.filter((edit) => isStub(edit) && !isNamed(settings.disk, edit, edits));
  const rest = fold(settings.disk, stubs, takeOne);
  return { disk: rest.disk, leftovers: [...plain.leftovers, ...settings.leftovers, ...rest.leftovers] };
}

/** Whether the settings still want a hook that the manager would not have had before ours. */
const isNamed = (disk: Disk, stub: FileEdit, edits: readonly FileEdit[]): boolean =>
  stub.before === null &&
  edits.some(({ kind, path }) => kind === 'settings' && textAt(disk, path)?.includes(stub.name));

function fold<T>(disk: Disk, items: readonly T[], step: (disk: Disk, item: T) => Outcome): Outcome {
  return items.reduce<Outcome>(
    (sum, item) => {
      const next = step(sum.disk, item);
      return { disk: next.disk, leftovers: [...sum.leftovers, ...next.leftovers] };
    },
    { disk, leftovers: [] },
  );
}
