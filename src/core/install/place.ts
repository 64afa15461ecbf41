// Where our hooks go: into the directory that git really uses, or to the manager that owns it.

import { cannotRun, type Problem, wrongUsage } from '../problem.ts';
import type { Disk } from '../types.ts';
import { commandLine } from '../wording/command.ts';
import { describeHooksOff, describeInactive } from '../wording/install.ts';
import { asidesOf } from './aside.ts';
import type { HookSpot } from './chain.ts';
import { textAt } from './disk.ts';
import { GIT_HOOKS } from './githooks.ts';
import { homeOf } from './home.ts';
import type { Place, Surroundings } from './local.ts';
import { findManager, MANAGERS } from './managers/index.ts';
import type { Manager } from './managers/manager.ts';
import { INTO, type Into } from './manifest.ts';
import { isInside, parentOf } from './paths.ts';

/** `before`: where hooks went the last time. Throws Problem (3) where the only directory is one that other
 * repositories use too. */
export function choosePlace(around: Surroundings, wanted: Into | undefined, before?: Into): Place {
  if (areHooksOff(around))
    throw cannotRun(describeHooksOff(around.hooksDir, around.hooksPath?.scope ?? 'git'));
  // A local directory is found by its absolute path, which a moved repository has lost.
  const into = wanted ?? (before === 'local' && isOutside(around) ? before : ownerOf(around));
  if (wanted === undefined && into === 'git' && isOutside(around)) throw sharedDirectory(around);
  if (into === 'husky') return huskyPlace(around);
  if (into === 'local')
    return { ...plainPlace(around), into, directory: localDirectory(around), local: around };
  const manager = findManager(into);
  return {
    ...plainPlace(around),
    into,
    settings: manager === undefined ? null : settingsOf(manager, around),
  };
}

/** Throws Problem (3) where hooks would go from where they run to a manager that does not run them yet.
 * `before`: as `choosePlace`. */
export function refuseInactive({ into, activate }: Place, before: Into | undefined): void {
  if (activate !== null && before !== undefined && before !== into)
    throw cannotRun(describeInactive(into, activate));
}

export const spotsOf = ({ directory, isShared, isProgram }: Place, hooks: readonly string[]): HookSpot[] =>
  hooks.map((hook) => ({ path: `${directory}/${hook}`, hook, isShared, isProgram }));

/** Every path whose state decides where hooks go, or that an installation can write. */
export function pathsToRead(around: Omit<Surroundings, 'disk'>, hooks: readonly string[]): string[] {
  const { top, commonDir, hooksDir, sharedDir, hooksPath, worktrees } = around;
  const paths = hookPaths(around, hooks);
  const settings = MANAGERS.flatMap(({ configs }) => configs.map((config) => `${top}/${config}`));
  const directories = sharedDir === null ? [hooksDir] : [hooksDir, sharedDir];
  const stubs = directories.flatMap((directory) => GIT_HOOKS.map((hook) => `${directory}/${hook}`));
  const blind = worktrees.flatMap((path) => [path, `${path}/${hooksPath?.value ?? ''}`]);
  const asides = paths.flatMap(asidesOf);
  return [
    `${hooksDir}/h`,
    `${commonDir}/config`,
    ...paths,
    ...asides,
    ...blind,
    ...stubs,
    ...(top === null ? [] : settings),
  ];
}

/** Wherever a hook of ours can be without a manifest telling so. */
export function hookPaths(
  { top, hooksDir }: Pick<Surroundings, 'top' | 'hooksDir'>,
  hooks: readonly string[],
): string[] {
  const directories = new Set([hooksDir, ...(top === null ? [] : [`${top}/.husky`])]);
  if (hooksDir.endsWith('/_')) directories.add(parentOf(hooksDir));
  return [...directories].flatMap((directory) => hooks.map((hook) => `${directory}/${hook}`));
}

/** What `--into` may say. Throws Problem (2) for anything else. */
export function parseInto(text: string | undefined): Into | undefined {
  const into = INTO.find((one) => one === text);
  if (text === undefined || into !== undefined) return into;
  throw wrongUsage({
    what: `hooks cannot go into ${JSON.stringify(text)}`,
    fix: `--into ${INTO.join(' or ')}`,
  });
}

/** A hook that the manager wrote, whichever it is first; null where it wrote none. */
export function findStub(
  { isStub }: Manager,
  hooksDir: string,
  disk: Disk,
): { hook: string; text: string } | null {
  const stubs = GIT_HOOKS.map((hook) => ({ hook, text: textAt(disk, `${hooksDir}/${hook}`) ?? '' }));
  return stubs.find(({ text }) => isStub(text)) ?? null;
}

/** Whether the hooks go to others with the repository. */
export const isTracked = ({ directory, settings }: Place, { top, commonDir }: Surroundings): boolean =>
  settings !== null || (top !== null && isInside(top, directory) && !isInside(commonDir, directory));

/** A bare repository that has no worktree: nobody commits there. */
export const isBareWithoutWorktree = ({ top, worktrees }: Surroundings): boolean =>
  top === null && worktrees.length <= 1;

// As with `core.hooksPath=/dev/null`.
function areHooksOff({ hooksDir, disk }: Surroundings): boolean {
  const kind = disk.get(hooksDir)?.kind;
  return kind === 'file' || kind === 'other';
}

/** Whether the hooks' directory belongs to none of the repository's own. */
const isOutside = ({ hooksDir, commonDir, top, worktrees }: Surroundings): boolean =>
  ![commonDir, ...(top === null ? [] : [top]), ...worktrees].some((own) => isInside(own, hooksDir));

function ownerOf(around: Surroundings): Into {
  if (around.hooksDir === localDirectory(around)) return 'local';
  if (isHusky(around) || isHuskyInactive(around)) return 'husky';
  const owner = MANAGERS.find(
    (manager) =>
      findStub(manager, around.hooksDir, around.disk) !== null && findSettings(manager, around) !== null,
  );
  return owner?.name ?? 'git';
}

const localDirectory = ({ commonDir }: Surroundings): string => `${homeOf(commonDir)}/local`;

// husky 9 sets core.hooksPath to `.husky/_`, whose files run those of `.husky`.
const isHusky = ({ hooksDir, disk }: Surroundings): boolean =>
  hooksDir.endsWith('/_') && disk.has(`${hooksDir}/h`);

/** A clone in which husky has not run yet. */
const isHuskyInactive = ({ top, hooksPath, disk }: Surroundings): boolean =>
  hooksPath === null &&
  disk.has(`${top}/.husky`) &&
  (textAt(disk, `${top}/package.json`)?.includes('"husky"') ?? false);

function huskyPlace(around: Surroundings): Place {
  const isAwake = isHusky(around);
  const directory = isAwake ? parentOf(around.hooksDir) : `${around.top ?? around.commonDir}/.husky`;
  const activate = isAwake ? null : 'npx husky';
  return { ...plainPlace(around), into: 'husky', directory, isShared: true, isProgram: false, activate };
}

function findSettings({ configs, isConfig }: Manager, { top, disk }: Surroundings): string | null {
  const paths = configs.map((config) => `${top}/${config}`);
  return (
    paths.find((path) => isConfig(textAt(disk, path) ?? '', path) && textAt(disk, path) !== null) ?? null
  );
}

const settingsOf = (manager: Manager, around: Surroundings): Place['settings'] => ({
  manager,
  path: findSettings(manager, around) ?? `${around.top}/${manager.configs[0]}`,
});

function plainPlace(around: Surroundings): Place {
  const { hooksDir, sharedDir, commonDir } = around;
  const directory = hooksDir === localDirectory(around) ? (sharedDir ?? `${commonDir}/hooks`) : hooksDir;
  const isShared = !isInside(commonDir, directory);
  return { into: 'git', directory, isShared, isProgram: true, settings: null, local: null, activate: null };
}

const sharedDirectory = ({ hooksDir, hooksPath }: Surroundings): Problem =>
  cannotRun({
    what: `${hooksPath === null ? 'the hooks directory leads' : 'core.hooksPath points'} outside this repository: ${hooksDir}`,
    why:
      hooksPath === null
        ? 'it is a symbolic link; other repositories may use that directory too'
        : `set in the ${hooksPath.scope} configuration; other repositories use that directory too`,
    fix: `${commandLine('install --into local')}   for a directory of this repository that runs those hooks as well`,
    skip: `${commandLine('install --into git')}   edits the hooks in the shared directory`,
  });
