// Where a hook goes that ours stands in for: beside it under another name, so that what it finds by its
// directory is still there; or, one that goes by its own name (a program of many names, `basename "$0"`),
// into a directory under the same.
import type { Disk, FileText } from '../types.ts';
import { withStates } from './disk.ts';
import { parentOf } from './paths.ts';

const MARK = 'before-handoff';

/** Wherever the hook that stood at the path may be. */
export const asidesOf = (path: string): string[] => [
  `${path}.${MARK}`,
  `${directoryOf(path)}${path.slice(parentOf(path).length)}`,
];

/** Null where nothing was moved aside. */
export const findAside = (disk: Disk, path: string): string | null =>
  asidesOf(path).find((aside) => disk.has(aside)) ?? null;

/** The moved hook as a shell word in the one that calls it. */
export const asideWord = (path: string, aside: string): string =>
  `"\${0%/*}${aside.slice(parentOf(path).length)}"`;

export function putAside(disk: Disk, path: string, state: FileText): Disk {
  const [beside = '', inDirectory = ''] = asidesOf(path);
  if (!goesByName(state)) return withStates(disk, [[beside, state]]);
  return withStates(disk, [
    [directoryOf(path), { kind: 'directory' }],
    [inDirectory, state],
  ]);
}

/** The hook at its place again, where it was moved from. */
export function takeFromAside(disk: Disk, path: string): Disk {
  const aside = findAside(disk, path);
  const back = withStates(disk, [[path, aside === null ? null : (disk.get(aside) ?? null)]]);
  return dropAside(back, path);
}

/** Without the moved hook, and without the directory that it was in. */
export function dropAside(disk: Disk, path: string): Disk {
  const aside = findAside(disk, path);
  if (aside === null) return disk;
  const left = withStates(disk, [[aside, null]]);
  const isEmpty = ![...left.keys()].some((one) => one.startsWith(`${directoryOf(path)}/`));
  return isEmpty ? withStates(left, [[directoryOf(path), null]]) : left;
}

const directoryOf = (path: string): string => `${parentOf(path)}/${MARK}`;

// A link is relative to its directory.
const goesByName = ({ kind, text }: FileText): boolean =>
  kind === 'file' && (text.includes('\0') || /\bbasename\b/.test(text));
