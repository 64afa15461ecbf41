// What install, uninstall and status look at first: git's answers about hooks, the disk, and what was
// installed before.

import { wiredPaths } from '../agents/index.ts';
import { asidesOf } from '../core/install/aside.ts';
import { driverPaths } from '../core/install/driver.ts';
import { homeOf, manifestPath } from '../core/install/home.ts';
import type { Surroundings } from '../core/install/local.ts';
import { type Manifest, parseManifest } from '../core/install/manifest.ts';
import { pathsToRead } from '../core/install/place.ts';
import type { Present } from '../core/install/plan.ts';
import type { Disk } from '../core/types.ts';
import type { View } from '../core/wording/install.ts';
import { listNames } from '../effects/files.ts';
import type { Ground } from '../effects/install/carry-out.ts';
import { readDisk, readTree } from '../effects/install/read.ts';
import { readHookFacts } from '../git/hooks.ts';
import { type Repository, readRepository } from '../git/repository.ts';
import type { Session } from './session.ts';

export type Look = {
  readonly repository: Repository;
  readonly around: Surroundings;
  readonly present: Present;
  readonly view: View;
};

/** Throws Problem (3) where there is no repository. */
export function lookAround({ cwd, env }: Session, hooks: readonly string[]): Look {
  const repository = readRepository({ cwd, env });
  const { top, commonDir } = repository;
  const facts = { top, commonDir, ...readHookFacts(repository) };
  const homes = homesIn(commonDir);
  const own: Disk = new Map(homes.flatMap((home) => [...readDisk([home]), ...readTree(home)]));
  const manifest = manifestIn(own, commonDir);
  const paths = [
    ...pathsToRead(facts, hooks),
    ...driverPaths(commonDir),
    ...wiredPaths(top),
    ...pathsIn(manifest),
  ];
  const disk: Disk = new Map([...namesIn(manifest?.directories ?? []), ...readDisk(paths), ...own]);
  return {
    repository,
    around: { ...facts, disk },
    present: {
      disk,
      commonDir,
      top,
      homes,
      manifest,
      otherTops: facts.worktrees.filter((path) => path !== top),
    },
    view: { top: top ?? commonDir, home: homeOf(commonDir) },
  };
}

/** Where an installation may write. */
export const groundOf = ({ top, worktrees, commonDir }: Surroundings): Ground => ({
  tops: [...new Set([...(top === null ? [] : [top]), ...worktrees])],
  gitDir: commonDir,
});

function homesIn(commonDir: string): string[] {
  const worktrees = `${commonDir}/worktrees`;
  return [homeOf(commonDir), ...listNames(worktrees).map((name) => homeOf(`${worktrees}/${name}`))];
}

const pathsIn = (manifest: Manifest | null): string[] =>
  manifest === null
    ? []
    : [...manifest.hooks, ...manifest.hooks.flatMap(asidesOf), ...manifest.edits.map(({ path }) => path)];

function manifestIn(disk: Disk, commonDir: string): Manifest | null {
  const state = disk.get(manifestPath(commonDir));
  return state?.kind === 'file' ? parseManifest(state.text, commonDir) : null;
}

/** That something is there at all, so that the directory is not taken for empty. */
const namesIn = (directories: readonly string[]): Disk =>
  new Map(
    directories.flatMap((directory) =>
      listNames(directory).map((name) => [`${directory}/${name}`, { kind: 'other' }] as const),
    ),
  );
