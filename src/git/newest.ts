// Which commits changed one of several paths last.
import { type GitPlace, tryGit } from './run.ts';

export type Change = {
  /** Seconds since 1970. */
  readonly at: number;
  /** Those that it changed. */
  readonly paths: readonly string[];
};

/** The last commits that changed one of the paths, newest first. */
export function newestChanges(
  place: GitPlace,
  paths: readonly string[],
  { most, since = 0 }: { readonly most: number; readonly since?: number },
): readonly Change[] {
  const told = tryGit(place, [
    'log',
    `-${most}`,
    '--no-merges',
    '--no-renames',
    '--format=%x01%ct',
    '--name-only',
    '-z',
    ...(since > 0 ? [`--max-age=${since}`] : []),
    'HEAD',
    '--',
    ...paths.map((path) => `:(top,literal)${path}`),
  ]);
  return (told ?? '').split('\x01').flatMap((one) => {
    const [at = '', ...names] = one.split(/[\0\n]+/).filter(Boolean);
    return names.length === 0 ? [] : [{ at: Number(at), paths: names }];
  });
}
