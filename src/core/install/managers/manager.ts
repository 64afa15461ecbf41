// What a hook manager is to us: its settings, the files that it puts in git's hooks directory, and how ours
// is added.
import type { Into } from '../manifest.ts';

export type Manager = {
  /** As `--into` takes it. */
  readonly name: Exclude<Into, 'git' | 'local' | 'husky'>;
  /** Its settings in the order in which it looks for them, relative to the top level of the work tree. */
  readonly configs: readonly string[];
  /** Whether the settings are there in that file: package.json may hold them or not. */
  readonly isConfig: (text: string, path: string) => boolean;
  /** Whether it, and no person, wrote that hook. */
  readonly isStub: (text: string) => boolean;
  /** The hooks that its settings can start as git would; the others stay plain hooks beside its own. */
  readonly mayRun: (hook: string) => boolean;
  /** The settings with ours in them; null where their form does not let us. Hooks that are there already
   * stay. */
  readonly addHooks: (text: string, hooks: readonly string[], path: string) => string | null;
  /** The file that it would write for `hook`, from one that it wrote; null where that cannot be told. */
  readonly stubFor: (hook: string, model: Stub) => string | null;
  /** What makes it write those files. */
  readonly command: string;
  /** Whether it stops every commit while its settings are changed and not staged. */
  readonly mustStage: boolean;
};

/** One file that the manager wrote, and its settings before and after ours. */
export type Stub = {
  readonly hook: string;
  readonly text: string;
  readonly config: { readonly path: string; readonly before: string; readonly after: string };
};

/** A shell line that runs our hook with `args`, and nothing in a clone where nothing is installed. */
export const shimLine = (hook: string, args: string): string =>
  `h=$(git rev-parse --git-common-dir)/handoff-hooks/hooks/${hook}; [ ! -f "$h" ] || sh "$h" ${args}`.trimEnd();
