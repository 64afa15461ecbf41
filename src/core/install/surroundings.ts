// What is known of a repository's hooks, and where ours go.
import type { Disk } from '../types.ts';
import type { Shared } from './local.ts';
import type { Manager } from './managers/manager.ts';
import type { Into } from './manifest.ts';

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
