// Our own directory in the common git directory: the bundle, the shims, the manifest, and what hooks remember
// there.
import type { Disk, FileState } from '../types.ts';
import { makeDirectories, withStates } from './disk.ts';
import { parentOf } from './paths.ts';

export const homeOf = (commonDir: string): string => `${commonDir}/handoff-hooks`;

export const manifestPath = (commonDir: string): string => `${homeOf(commonDir)}/install.json`;

/** Texts by their path in our directory. */
export type Contents = ReadonlyMap<string, string>;

/** `contents` there, and nothing older in the directories that are copied whole. */
export function fillHome(disk: Disk, home: string, contents: Contents): Disk {
  const isCopied = (path: string) => /^\/(?:bundle|hooks|local)\//.test(path.slice(home.length));
  const stale = pathsBelow(disk, home).filter((path) => isCopied(path) && disk.get(path)?.kind === 'file');
  const states = [...contents].map(([path, text]) => [`${home}/${path}`, ourFile(path, text)] as const);
  const filled = withStates(withStates(disk, stale.map(absent)), states);
  return makeDirectories(filled, [...new Set(states.map(([path]) => parentOf(path)))]).disk;
}

export const emptyHome = (disk: Disk, home: string): Disk =>
  withStates(disk, [home, ...pathsBelow(disk, home)].map(absent));

/** Those of the directories go that hold nothing; given outermost first. */
export function removeEmptyDirectories(disk: Disk, directories: readonly string[]): Disk {
  return [...directories]
    .reverse()
    .reduce(
      (left, directory) =>
        pathsBelow(left, directory).length > 0 ? left : withStates(left, [absent(directory)]),
      disk,
    );
}

const pathsBelow = (disk: Disk, directory: string): string[] =>
  [...disk.keys()].filter((path) => path.startsWith(`${directory}/`));

const absent = (path: string): readonly [string, null] => [path, null];

// git starts what is in local/ itself; the rest is read by programs.
const ourFile = (path: string, text: string): FileState => ({
  kind: 'file',
  text,
  mode: path.startsWith('local/') ? 0o755 : 0o644,
});
