// A hooks directory of the repository's own for where core.hooksPath names one that many repositories share:
// ours, then the shared hook of the same name. It lies in our directory; the repository's own git config
// points to it.

import type { Disk } from '../types.ts';
import { hookBlock } from './block.ts';
import { toBytes } from './disk.ts';
import { gitSettings } from './driver.ts';
import { GIT_HOOKS } from './githooks.ts';
import { type Contents, homeOf } from './home.ts';
import type { Manager } from './managers/manager.ts';
import type { FileEdit, Into } from './manifest.ts';

export type Shared = { readonly commonDir: string; readonly sharedDir: string | null };

/** Hook files by their path in our directory. A hook that the shared directory gets later is chained by the
 * next install. */
export function localHooks(disk: Disk, { sharedDir }: Shared, ours: readonly string[]): Contents {
  const theirs = sharedDir === null ? [] : GIT_HOOKS.filter((hook) => disk.has(`${sharedDir}/${hook}`));
  const names = [...new Set([...ours, ...theirs])];
  return new Map(
    names.map((hook) => {
      const next = theirs.includes(hook) ? quote(toBytes(`${sharedDir}/${hook}`)) : null;
      const body = ours.includes(hook)
        ? hookBlock({ hook, next, isMade: true, isShared: false })
        : `[ ! -x ${next} ] || exec ${next} "$@"\n`;
      return [`local/${hook}`, `#!/bin/sh\n${body}`] as const;
    }),
  );
}

/** The repository's git config, pointing to that directory. A relative path would be read from each
 * worktree's own top. */
export function localConfig(disk: Disk, { commonDir }: Shared): FileEdit {
  const value = toBytes(`${homeOf(commonDir)}/local`).replace(/["\\]/g, '\\$&');
  return gitSettings(disk, `${commonDir}/config`, ['[core]', `\thooksPath = "${value}"`]);
}

const quote = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`;

/** What git and the disk say about this repository's hooks. Paths are absolute, with forward slashes. */
export type Surroundings = {
  /** Top level of the work tree; null in a bare repository. */
  readonly top: string | null;
  readonly commonDir: string;
  /** Where git looks for hooks, `core.hooksPath` included. */
  readonly hooksDir: string;
  /** Whether git is told here to run no hook, whatever is installed. */
  readonly isOff: boolean;
  /** Top levels of all linked worktrees. */
  readonly worktrees: readonly string[];
  /** Where `core.hooksPath` is set; null where it is not. */
  readonly hooksPath: { readonly value: string; readonly scope: string } | null;
  /** What it would be without this repository's own config; null where nobody else sets it. Absolute. */
  readonly sharedDir: string | null;
  readonly disk: Disk;
};

export type Place = {
  readonly into: Into;
  /** The directory whose hook files are ours to edit. */
  readonly directory: string;
  readonly isShared: boolean;
  readonly isProgram: boolean;
  /** The manager's settings, for the hooks that go there; null where there is no such manager. */
  readonly settings: { readonly manager: Manager; readonly path: string } | null;
  /** The directory of our own in front of a shared one; null where there is no such thing. */
  readonly local: Shared | null;
  /** The command after which git looks there; null where it does already. */
  readonly activate: string | null;
};
