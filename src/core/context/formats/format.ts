// What is known of a family of context files: under which names it goes, and which documents go with it.
import type { Role } from '../names.ts';

export type Companion = {
  /** Beside the file. */
  readonly path: string;
  /** What is read from it. */
  readonly roles: readonly Role[];
};

export type Format = {
  readonly name: string;
  /** From the top level, the preferred one first. */
  readonly paths: readonly string[];
  readonly companions: readonly Companion[];
};
