// Our own folder in the common git directory: the bundle, the shims, the manifest, and what hooks remember there.
import type { Disk, FileState } from '../types.ts';
import { makeFolders, withStates } from './disk.ts';
import { parentOf } from './paths.ts';

export const homeOf = (commonDir: string): string => `${commonDir}/handoff-hooks`;

export const manifestPath = (commonDir: string): string => `${homeOf(commonDir)}/install.json`;

/** Texts by their path in our folder. */
export type Contents = ReadonlyMap<string, string>;

/** `contents` there, and nothing older in the folders that are copied whole. */
export function fillHome(disk: Disk, home: string, contents: Contents): Disk {
  const isCopied = (path: string) => /^\/(?:bundle|hooks|local)\//.test(path.slice(home.length));
  const stale = pathsBelow(disk, home).filter((path) => isCopied(path) && disk.get(path)?.kind === 'file');
  const states = [...contents].map(([path, text]) => [`${home}/${path}`, ourFile(path, text)] as const);
  const filled = withStates(withStates(disk, stale.map(absent)), states);
  return makeFolders(filled, [...new Set(states.map(([path]) => parentOf(path)))]).disk;
}

export const emptyHome = (disk: Disk, home: string): Disk =>
  withStates(disk, [home, ...pathsBelow(disk, home)].map(absent));

/** Those of the folders go that hold nothing; given outermost first. */
export function removeEmptyFolders(disk: Disk, folders: readonly string[]): Disk {
  return [...folders]
    .reverse()
    .reduce(
      (left, folder) => (pathsBelow(left, folder).length > 0 ? left : withStates(left, [absent(folder)])),
      disk,
    );
}

const pathsBelow = (disk: Disk, folder: string): string[] =>
  [...disk.keys()].filter((path) => path.startsWith(`${folder}/`));

const absent = (path: string): readonly [string, null] => [path, null];

// git starts what is in local/ itself; the rest is read by programs.
const ourFile = (path: string, text: string): FileState => ({
  kind: 'file',
  text,
  mode: path.startsWith('local/') ? 0o755 : 0o644,
});
