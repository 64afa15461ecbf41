// Which commit changed one of several paths last.
import { type GitPlace, tryGit } from './run.ts';

export type Change = {
  /** Seconds since 1970. */
  readonly at: number;
  /** Those that it changed. */
  readonly paths: readonly string[];
};

/** The last commit that changed one of the paths; null: none did since then. */
export function newestChange(place: GitPlace, paths: readonly string[], since = 0): Change | null {
  const told = tryGit(place, [
    'log',
    '-1',
    '--no-merges',
    '--no-renames',
    '--format=%ct',
    '--name-only',
    '-z',
    ...(since > 0 ? [`--max-age=${since}`] : []),
    'HEAD',
    '--',
    ...paths.map((path) => `:(top,literal)${path}`),
  ]);
  const [at = '', ...names] = (told ?? '').split(/[\0\n]+/).filter(Boolean);
  return names.length === 0 ? null : { at: Number(at), paths: names };
}
