// What an installation is worth now: what git will run of it, and what stands in the way.
import type { Disk } from '../types.ts';
import { findAside } from './aside.ts';
import { cutBlocks } from './block.ts';
import { textAt } from './disk.ts';
import { homeOf } from './home.ts';
import type { Place, Surroundings } from './local.ts';
import type { Into, Manifest } from './manifest.ts';
import { choosePlace } from './place.ts';
import { isBare } from './script.ts';

export type HookState = {
  readonly name: string;
  readonly path: string;
  /** `chained`: ours and somebody else's; `foreign`: somebody else's alone. */
  readonly state: 'ours' | 'chained' | 'missing' | 'foreign';
};

/** What keeps hooks from running, or from running what they should. */
export type Fault =
  | { readonly kind: 'not-installed' | 'no-bundle' | 'hooks-off' }
  /** Files of our own directory that are gone or of another size. */
  | { readonly kind: 'damaged'; readonly paths: readonly string[] }
  /** git looks into another directory than the one that starts our hooks. */
  | { readonly kind: 'inactive'; readonly into: 'husky' | 'local' }
  | { readonly kind: 'missing' | 'foreign' | 'no-run-bit'; readonly hook: HookState }
  | { readonly kind: 'old-bundle'; readonly installed: string; readonly running: string }
  | { readonly kind: 'blind-worktree'; readonly path: string; readonly hooksPath: string }
  /** Left by a run that was killed. */
  | { readonly kind: 'leftovers'; readonly paths: readonly string[] }
  | { readonly kind: 'locked' | 'read-only'; readonly path: string }
  | { readonly kind: 'missed'; readonly hook: string; readonly reason: string | null };

export type Inspection = {
  readonly into: Into;
  readonly place: Place;
  readonly hooks: readonly HookState[];
  readonly faults: readonly Fault[];
};

export type ShippedHooks = { readonly hooks: readonly string[]; readonly version: string };

/** Throws Problem (3) where nothing is installed and hooks could only go into a directory that is shared. */
export function inspect(around: Surroundings, manifest: Manifest | null, shipped: ShippedHooks): Inspection {
  const place = choosePlace(around, manifest?.into);
  const hooks = shipped.hooks.map((name) => stateOf(name, { around, place, manifest }));
  const faults =
    manifest === null
      ? [{ kind: 'not-installed' } as const]
      : [
          ...hooks.flatMap((hook) => hookFaults(hook, place, around.disk)),
          ...bundleFaults(around, manifest, shipped.version),
          ...sleepFaults(around, place),
        ];
  return {
    into: place.into,
    place,
    hooks,
    faults: [...(around.isOff ? [OFF] : []), ...faults, ...worktreeFaults(around)],
  };
}

const OFF: Fault = { kind: 'hooks-off' };

type InspectionFacts = {
  readonly around: Surroundings;
  readonly place: Place;
  readonly manifest: Manifest | null;
};

function stateOf(name: string, { around, place, manifest }: InspectionFacts): HookState {
  const path = `${place.directory}/${name}`;
  const isSettled = place.settings !== null && manifest !== null && !manifest.hooks.includes(path);
  const state = isSettled ? settledState(name, path, { around, place }) : fileState(path, around.disk);
  return { name, path, state };
}

function fileState(path: string, disk: Disk): HookState['state'] {
  if (!disk.has(path)) return 'missing';
  const { rest, isMade, blocks } = cutBlocks(textAt(disk, path) ?? '');
  if (blocks === 0) return 'foreign';
  return isMade && isBare(rest) && findAside(disk, path) === null ? 'ours' : 'chained';
}

function settledState(
  name: string,
  path: string,
  { around, place }: Omit<InspectionFacts, 'manifest'>,
): HookState['state'] {
  const hook = textAt(around.disk, path);
  const settings = textAt(around.disk, place.settings?.path ?? '') ?? '';
  if (hook === null) return 'missing';
  const isRun = place.settings?.manager.isStub(hook) && settings.includes(`/hooks/${name}`);
  return isRun ? 'chained' : 'foreign';
}

function hookFaults(hook: HookState, { isProgram }: Place, disk: Disk): Fault[] {
  if (hook.state === 'missing' || hook.state === 'foreign') return [{ kind: hook.state, hook }];
  const state = disk.get(hook.path);
  const isOff = isProgram && state?.kind === 'file' && (state.mode & 0o111) === 0;
  return isOff ? [{ kind: 'no-run-bit', hook }] : [];
}

function bundleFaults({ disk, commonDir }: Surroundings, manifest: Manifest, running: string): Fault[] {
  const home = homeOf(commonDir);
  if (!disk.has(`${home}/bundle/cli.js`)) return [{ kind: 'no-bundle' }];
  const paths = Object.keys(manifest.sizes).filter(
    (path) => textAt(disk, `${home}/${path}`)?.length !== manifest.sizes[path],
  );
  if (paths.length > 0) return [{ kind: 'damaged', paths }];
  return manifest.version === running ? [] : [{ kind: 'old-bundle', installed: manifest.version, running }];
}

function sleepFaults({ hooksDir, disk }: Surroundings, { into, directory }: Place): Fault[] {
  if (into === 'husky' && !disk.has(`${hooksDir}/h`)) return [{ kind: 'inactive', into }];
  return into === 'local' && hooksDir !== directory ? [{ kind: 'inactive', into }] : [];
}

// A relative core.hooksPath is read from each worktree's own top: without the directory, git runs nothing
// there and says nothing.
function worktreeFaults({ hooksPath, worktrees, disk }: Surroundings): Fault[] {
  if (hooksPath === null || /^(?:\/|[A-Za-z]:)/.test(hooksPath.value)) return [];
  return worktrees
    .filter((path) => disk.has(path) && !disk.has(`${path}/${hooksPath.value}`))
    .map((path) => ({ kind: 'blind-worktree', path, hooksPath: hooksPath.value }) as const);
}
