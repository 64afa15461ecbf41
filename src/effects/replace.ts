// The one writer of files: whole under a random name first, then in place in one step, never through a
// symbolic link, and never over what nobody looked at.
import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  symlinkSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { keepAttributes } from './attributes.ts';
import { codeOf, isForbidden, withCode } from './unusable.ts';

export type NewFile = {
  /** Absolute; who calls has made sure that no link on the way leads elsewhere. */
  readonly file: string;
  readonly bytes: Buffer;
  /** Undefined: that of the file that is replaced, or what the umask leaves. */
  readonly mode?: number | undefined;
  /** What the file must still hold, null: that it must still be missing; undefined: it may hold anything. */
  readonly expected?: Buffer | null | undefined;
  /** Whether it must be on the disk, and not only in memory, before it takes its place. */
  readonly isDurable?: boolean | undefined;
  /** Ours or git's: replaced even where it is read-only or has other names. */
  readonly isOurs?: boolean | undefined;
  /** The directory of the temporary file: the git directory keeps it out of `git add`. The file's own without
   * it. */
  readonly staging?: string | undefined;
};

/** Makes the directories above it too. Throws what node:fs throws, and CHANGED, with nothing changed and
 * nothing left. */
export function replaceFile(next: NewFile): void {
  const old = lstatSync(next.file, { throwIfNoEntry: false }) ?? null;
  // A rename replaces a read-only file without asking, and root may write anything.
  if (isTheirs(next, old) && (old.mode & 0o222) === 0) throw withCode('EACCES');
  mkdirSync(dirname(next.file), { recursive: true });
  if (isTheirs(next, old) && mustKeepInode(old)) overwrite(next, old);
  else replaceWhole(next, old);
}

function replaceWhole(next: NewFile, old: Stats | null): void {
  const beside = dirname(next.file);
  try {
    replaceFrom(next.staging ?? beside, next, old);
  } catch (error) {
    // The git directory may be on another disk, or read-only as in a sandbox that gives away the work tree
    // alone.
    if (next.staging === undefined || !(codeOf(error) === 'EXDEV' || isForbidden(error))) throw error;
    replaceFrom(beside, next, old);
  }
}

/** A file of ours that appears with its text in it: who finds it can read it. False: there is one already.
 * Throws what node:fs throws. */
export function createWhole(file: string, text: string): boolean {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = temporaryName(dirname(file));
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    takeName(temporary, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    removeQuietly(temporary);
  }
}

/** Gives a file a second name, or a copy of its own where the file system has no such names. Throws what
 * node:fs throws, EEXIST where the name is taken. */
function takeName(temporary: string, file: string): void {
  try {
    linkSync(temporary, file);
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error;
    copyFileSync(temporary, file, constants.COPYFILE_EXCL);
  }
}

/** A symbolic link in the place of whatever is there. Throws what node:fs throws. */
export function replaceLink(file: string, target: string): void {
  const temporary = temporaryName(dirname(file));
  try {
    symlinkSync(target, temporary);
    renameSync(temporary, file);
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
}

/** A name for a temporary file that nobody can have foreseen; the process id tells whether it is still
 * needed. */
export const temporaryName = (directory: string, ending = 'tmp'): string =>
  // Not of node:crypto, which would take every hook milliseconds to load; `wx` refuses a name that is taken.
  join(directory, `.handoff-${process.pid}-${Math.random().toString(36).slice(2)}.${ending}`);

function replaceFrom(directory: string, next: NewFile, old: Stats | null): void {
  const temporary = temporaryName(directory);
  try {
    writeNew(temporary, next, old);
    if (next.expected === undefined) renameSync(temporary, next.file);
    else if (next.expected === null) appear(temporary, next.file);
    else swap(temporary, next, next.expected);
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
}

function writeNew(temporary: string, next: NewFile, old: Stats | null): void {
  const { bytes, mode, isDurable, file } = next;
  const descriptor = openSync(temporary, 'wx');
  try {
    writeFileSync(descriptor, bytes);
    if (isTheirs(next, old)) keepAttributes(file, temporary);
    likeBefore(descriptor, old?.isFile() ? old : null, dirname(file));
    const wanted = mode ?? (old?.isFile() ? old.mode & 0o7777 : null);
    if (wanted !== null) fchmodSync(descriptor, wanted);
    if (isDurable) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const isTheirs = ({ isOurs }: NewFile, old: Stats | null): old is Stats =>
  isOurs !== true && old?.isFile() === true;

const SETGID = 0o2000;

/** Owner and group of the file that is replaced; a new one takes the group of a directory that passes its own
 * on. */
function likeBefore(descriptor: number, old: Stats | null, directory: string): void {
  const { uid, gid } = fstatSync(descriptor);
  const above = old === null ? lstatSync(directory) : null;
  const owner = old ?? { uid, gid: above !== null && (above.mode & SETGID) !== 0 ? above.gid : gid };
  if (owner.uid !== uid || owner.gid !== gid) fchownSync(descriptor, owner.uid, owner.gid);
}

/** Another name of the file would keep the old text; only its owner, and root, can make a file of that
 * owner. */
function mustKeepInode({ nlink, uid }: Stats): boolean {
  const self = process.geteuid?.() ?? uid;
  return nlink > 1 || (uid !== self && self !== 0);
}

/** Writes into the file itself, and puts back what was there when that fails. */
function overwrite({ file, bytes, expected, isDurable }: NewFile, old: Stats): void {
  const descriptor = openSync(file, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    const before = readAll(descriptor);
    if (fstatSync(descriptor).ino !== old.ino || isOther(before, expected)) throw withCode('CHANGED');
    try {
      writeWhole(descriptor, bytes);
    } catch (error) {
      writeWhole(descriptor, before);
      throw error;
    }
    if (isDurable) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function writeWhole(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at, at);
  ftruncateSync(descriptor, bytes.length);
}

const isOther = (found: Buffer, expected: Buffer | null | undefined): boolean =>
  expected !== undefined && (expected === null || !found.equals(expected));

/** Fails where somebody made a file of that name meanwhile, which a rename would replace. */
function appear(temporary: string, file: string): void {
  try {
    linkSync(temporary, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw withCode('CHANGED');
    if (!NO_LINKS.has(codeOf(error))) throw error;
    if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) throw withCode('CHANGED');
    renameSync(temporary, file);
  }
  removeQuietly(temporary);
}

/** What a file system answers that has no hard links. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** Looks before and after: what an editor saved into the old file while it was being replaced comes back. */
function swap(temporary: string, next: NewFile, expected: Buffer): void {
  const { file } = next;
  const held = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    if (!readAll(held).equals(expected) || !isStill(held, file)) throw withCode('CHANGED');
    renameSync(temporary, file);
    const saved = readAll(held);
    if (saved.equals(expected)) return;
    replaceFile({ ...next, bytes: saved, expected: next.bytes });
    throw withCode('CHANGED');
  } finally {
    closeSync(held);
  }
}

const isStill = (held: number, file: string): boolean =>
  fstatSync(held).ino === lstatSync(file, { throwIfNoEntry: false })?.ino;

function readAll(descriptor: number): Buffer {
  const bytes = Buffer.alloc(fstatSync(descriptor).size);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0));
}

/** For what is ours alone, and no longer needed: never throws. */
export function removeQuietly(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') removeDirectory(file);
  }
}

// Node loads what removes a tree when it is first called, even for a file that is not there.
function removeDirectory(directory: string): void {
  try {
    rmSync(directory, { force: true, recursive: true });
  } catch {}
}
