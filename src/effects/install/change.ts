// One change of an installation, made or undone: only where the disk is still as the plan saw it.
import { linkSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import type { DiskChange, FileState, FileText } from '../../core/types.ts';
import { removeQuietly, replaceFile, replaceLink } from '../replace.ts';
import { codeOf, withCode } from '../unusable.ts';
import { readState } from './read.ts';

/** What a change has to know of the others. */
export type Site = {
  readonly gitDir: string;
  /** The file has been kept under another name, and is replaced by another one: it is never missing in
   * between. */
  readonly keptAs: string | null;
};

type Write = Extract<DiskChange, { readonly kind: 'write' }>;
type Remove = Extract<DiskChange, { readonly kind: 'remove' }>;
type Move = Extract<DiskChange, { readonly kind: 'move' }>;

/** False: it is so already, as another run of ours at the same moment may have made it. */
export function make(change: DiskChange, site: Site): boolean {
  if (change.kind === 'write') return write(change, site);
  if (change.kind === 'remove') return remove(change);
  if (change.kind === 'move') return move(change, site);
  return change.kind === 'make-directory' ? makeDirectory(change.path) : removeDirectory(change.path);
}

function write({ path, before, after }: Write, site: Site): boolean {
  const now = readState(path);
  if (isSame(now, after)) return false;
  const old = site.keptAs === null ? before : readState(site.keptAs);
  if (!isSame(now, old)) throw withCode('CHANGED');
  put(path, after, { old, site });
  return true;
}

function remove({ path, before }: Remove): boolean {
  const now = readState(path);
  if (now === null) return false;
  if (!isSame(now, before)) throw withCode('CHANGED');
  rmSync(path);
  return true;
}

function move({ path, to, replaced }: Move, site: Site): boolean {
  const [now, there] = [readState(path), readState(to)];
  if (now === null || !('text' in now)) throw withCode('CHANGED');
  if (site.keptAs !== null && isSame(there, now)) return false;
  if (!isSame(there, replaced)) throw withCode('CHANGED');
  if (site.keptAs === null) renameSync(path, to);
  else keep(path, to, { now, site });
  return true;
}

/** A second name, so that the file is never missing where git looks for it. */
function keep(path: string, to: string, { now, site }: { now: FileText; site: Site }): void {
  try {
    if (now.kind === 'link') throw withCode('EPERM');
    linkSync(path, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw withCode('CHANGED');
    put(to, now, { old: null, site });
  }
}

function makeDirectory(path: string): boolean {
  const now = readState(path);
  if (now?.kind === 'directory') return false;
  mkdirSync(path);
  return true;
}

// What somebody else put there stays.
function removeDirectory(path: string): boolean {
  if (readState(path) === null || readdirSync(path).length > 0) return false;
  rmdirSync(path);
  return true;
}

/** Throws what node:fs throws, and CHANGED where the file is somebody else's by now. */
export function undo(change: DiskChange, site: Site): void {
  if (change.kind === 'remove') put(change.path, change.before, { old: null, site });
  else if (change.kind === 'write') unwrite(change, site);
  else if (change.kind === 'move') moveBack(change, site);
  else if (change.kind === 'make-directory') removeDirectory(change.path);
  else makeDirectory(change.path);
}

function moveBack({ path, to, replaced }: Move, site: Site): void {
  renameSync(to, path);
  // Two names of one file stay as they are when one is renamed to the other.
  removeQuietly(to);
  if (replaced !== null) put(to, replaced, { old: null, site });
}

function unwrite({ path, before, after }: Write, site: Site): void {
  if (site.keptAs !== null) return;
  if (!isSame(readState(path), after)) throw withCode('CHANGED');
  if (before === null) rmSync(path);
  else put(path, before, { old: after, site });
}

type WrittenSite = { readonly old: FileState | null; readonly site: Site };

function put(path: string, state: FileText, written: WrittenSite): void {
  if (state.kind === 'link') replaceLink(path, state.text);
  else putFile(path, state, written);
}

function putFile(path: string, { text, mode }: FileText, { old, site }: WrittenSite): void {
  const isOurs = site.keptAs !== null || path.startsWith(`${site.gitDir}/`);
  const expected = old === null ? null : isFile(old) ? bytesOf(old.text) : undefined;
  const home = path.startsWith(`${site.gitDir}/handoff-hooks/`);
  replaceFile({
    file: path,
    bytes: bytesOf(text),
    mode,
    expected,
    isOurs,
    isDurable: !home,
    staging: site.gitDir,
  });
}

const isFile = (state: FileState): state is FileText => state.kind === 'file';

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

function isSame(now: FileState | null, wanted: FileState | null): boolean {
  if (now === null || wanted === null) return now === wanted;
  if (!('text' in now) || !('text' in wanted)) return now.kind === wanted.kind;
  // The umask, and a file system without modes, decide on the rest.
  return now.kind === wanted.kind && now.text === wanted.text && ((now.mode ^ wanted.mode) & 0o100) === 0;
}
