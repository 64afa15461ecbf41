// The world at the start of a command, as every reader is given it.
import type { Environment } from '../git/run.ts';

/** The world at the start of a command. */
export type Session = {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Environment;
  readonly now: Date;
  /** The running bundle's directory, absolute; what `install` copies. */
  readonly home: string;
  readonly version: string;
};
