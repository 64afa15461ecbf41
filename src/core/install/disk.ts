// What an installation sees and wants of the disk: files as values, and the difference of two such pictures
// as the changes that lead from one to the other. A dry run prints the changes, a real run carries them out.
import type { Disk, DiskChange, Document, FileState, FileText } from '../types.ts';
import { parentOf } from './paths.ts';

// A move may replace what stands at its goal, and a write what was moved away; directories go last, inner
// ones first.
const ORDER: readonly DiskChange['kind'][] = ['make-directory', 'move', 'write', 'remove'];

/** In an order in which they can be carried out. A state that only changed its place (the same value) is a
 * move. */
export function changesBetween(before: Disk, after: Disk): DiskChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  const changes = paths.flatMap((path) => changeAt(path, before, after));
  const isGoing = ({ kind }: DiskChange) => kind === 'remove-directory';
  const inner = changes.filter(isGoing).sort((a, b) => b.path.length - a.path.length);
  const rest = changes.filter((change) => !isGoing(change));
  return [...rest.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)), ...inner];
}

/** A copy with other states; null takes one out. */
export function withStates(disk: Disk, states: readonly (readonly [string, FileState | null])[]): Disk {
  const copy = new Map(disk);
  for (const [path, state] of states) {
    if (state === null) copy.delete(path);
    else copy.set(path, state);
  }
  return copy;
}

/** A copy with new files of these texts, and with the directories that they need. */
export function withTexts(disk: Disk, documents: readonly Document[]): Disk {
  const files = documents.map(
    ({ path, text }) => [path, { kind: 'file', text: toBytes(text), mode: 0o644 }] as const,
  );
  const directories = makeDirectories(
    disk,
    documents.map(({ path }) => parentOf(path)),
  );
  return withStates(directories.disk, files);
}

/** The directories and the missing ones above them, outermost first. */
export function makeDirectories(
  disk: Disk,
  wanted: readonly string[],
): { disk: Disk; directories: string[] } {
  const missing = (path: string): string[] =>
    disk.has(path) || parentOf(path) === path ? [] : [...missing(parentOf(path)), path];
  const directories = [...new Set(wanted.flatMap(missing))];
  return {
    disk: withStates(
      disk,
      directories.map((path) => [path, { kind: 'directory' }] as const),
    ),
    directories,
  };
}

/** The text of a file, bytes as characters; null where there is none. */
export function textAt(disk: Disk, path: string): string | null {
  const state = disk.get(path);
  return state?.kind === 'file' ? state.text : null;
}

function changeAt(path: string, before: Disk, after: Disk): DiskChange[] {
  const old = before.get(path);
  const state = after.get(path);
  const isGone = isMoved(old, before, after);
  const here = isGone ? null : fileOf(old);
  if (state === undefined) return isGone ? [] : removal(path, old);
  if (isSame(old, state)) return [];
  const from = [...before].find(([, value]) => value === state)?.[0];
  if (from !== undefined) return [{ kind: 'move', path: from, to: path, replaced: here }];
  const file = fileOf(state);
  return file === null
    ? [{ kind: 'make-directory', path }]
    : [{ kind: 'write', path, before: here, after: file }];
}

const fileOf = (state: FileState | undefined): FileText | null =>
  state !== undefined && 'text' in state ? state : null;

// Where its goal holds the same already, as behind an install that was stopped, nothing is moved.
const isMoved = (old: FileState | undefined, before: Disk, after: Disk): boolean =>
  [...after].some(([path, value]) => value === old && !isSame(before.get(path), value));

function removal(path: string, old: FileState | undefined): DiskChange[] {
  if (old?.kind === 'directory') return [{ kind: 'remove-directory', path }];
  const before = fileOf(old);
  return before === null ? [] : [{ kind: 'remove', path, before }];
}

function isSame(old: FileState | undefined, state: FileState): boolean {
  if (old === undefined || old.kind !== state.kind) return false;
  return !('text' in old && 'text' in state) || (old.text === state.text && old.mode === state.mode);
}

// Files are handled as bytes in a string, a character for each; text of ours and for people has to be put in
// and taken out.
export const toBytes = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');

/** Bytes that are no UTF-8 become U+FFFD; a BOM stays. */
export const fromBytes = (bytes: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)),
  );
