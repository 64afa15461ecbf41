// Where our hooks go: into the folder that git really uses, or into the one of the manager that owns it.
import { cannotRun, type Problem, wrongUsage } from '../problem.ts';
import type { Disk } from '../types.ts';
import { ASIDE } from './block.ts';
import type { HookSpot } from './chain.ts';
import { INTO, type Into } from './manifest.ts';
import { isInside, parentOf } from './paths.ts';

/** What git and the disk say about this repository's hooks. Paths are absolute, with forward slashes. */
export type Surroundings = {
  /** Top level of the work tree; null in a bare repository. */
  readonly top: string | null;
  readonly commonDir: string;
  /** Where git looks for hooks, `core.hooksPath` included. */
  readonly hooksDir: string;
  /** Top levels of all linked worktrees. */
  readonly worktrees: readonly string[];
  /** Where `core.hooksPath` is set; null where it is not. */
  readonly hooksPath: { readonly value: string; readonly scope: string } | null;
  readonly disk: Disk;
};

export type Place = {
  readonly into: Into;
  /** The folder whose hook disk are ours to edit. */
  readonly folder: string;
  readonly isShared: boolean;
  readonly isProgram: boolean;
};

/** Every path whose state decides where hooks go, or that an installation can write. */
export function pathsToRead(
  { top, hooksDir }: Omit<Surroundings, 'disk'>,
  hooks: readonly string[],
): string[] {
  const paths = hookPaths({ top, hooksDir }, hooks);
  return [`${hooksDir}/h`, ...paths, ...paths.map((path) => path + ASIDE)];
}

/** Wherever a hook of ours can be without a manifest telling so. */
export function hookPaths(
  { top, hooksDir }: Pick<Surroundings, 'top' | 'hooksDir'>,
  hooks: readonly string[],
): string[] {
  const folders = new Set([hooksDir, ...(top === null ? [] : [`${top}/.husky`])]);
  if (hooksDir.endsWith('/_')) folders.add(parentOf(hooksDir));
  return [...folders].flatMap((folder) => hooks.map((hook) => `${folder}/${hook}`));
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

/** Throws Problem (3) where the only folder is one that other repositories use too. */
export function choosePlace(around: Surroundings, wanted: Into | undefined): Place {
  const owner = wanted ?? (huskyFolder(around) === null ? 'git' : 'husky');
  if (owner === 'husky') return huskyPlace(around);
  if (wanted === undefined && isOutside(around)) throw sharedFolder(around);
  const isShared = !isInside(around.commonDir, around.hooksDir);
  return { into: 'git', folder: around.hooksDir, isShared, isProgram: true };
}

export const spotsOf = ({ folder, isShared, isProgram }: Place, hooks: readonly string[]): HookSpot[] =>
  hooks.map((hook) => ({ path: `${folder}/${hook}`, hook, isShared, isProgram }));

/** Whether the hooks' folder belongs to none of the repository's own. */
export const isOutside = ({ hooksDir, commonDir, top, worktrees }: Surroundings): boolean =>
  ![commonDir, ...(top === null ? [] : [top]), ...worktrees].some((own) => isInside(own, hooksDir));

// husky 9 sets core.hooksPath to `.husky/_`, whose disk run those of `.husky`.
const huskyFolder = ({ hooksDir, disk }: Surroundings): string | null =>
  hooksDir.endsWith('/_') && disk.has(`${hooksDir}/h`) ? parentOf(hooksDir) : null;

function huskyPlace(around: Surroundings): Place {
  const folder = huskyFolder(around) ?? `${around.top}/.husky`;
  return { into: 'husky', folder, isShared: true, isProgram: false };
}

const sharedFolder = ({ hooksDir, hooksPath }: Surroundings): Problem =>
  cannotRun({
    what: `core.hooksPath points outside this repository: ${hooksDir}`,
    why: `set in the ${hooksPath?.scope ?? 'git'} configuration; other repositories use that folder too`,
    fix: 'handoff-hooks install --into git   to edit the hooks there all the same',
  });
