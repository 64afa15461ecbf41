// The one door to the work tree's files: reads text, replaces it atomically, never leaves the repository.
import { isUtf8 } from 'node:buffer';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { cannotRun, type Problem } from '../core/problem.ts';
import { codeOf, unusable, withCode } from './unusable.ts';

/** A new text for a file; `before` is what it was computed from, null: there was no file. */
export type FileChange = { readonly path: string; readonly before: string | null; readonly text: string };

/** The file's text, its BOM included; null: no such file. Throws Problem (3): outside `root`, a folder, no UTF-8 text, unreadable. */
export function readText(root: string, path: string): string | null {
  const bytes = readBytes(locateFile(root, path), path);
  if (bytes === null) return null;
  if (bytes.includes(0) || !isUtf8(bytes))
    throw cannotRun({ what: `${path} is not UTF-8 text`, fix: 'save it as UTF-8; it was left as it is' });
  return bytes.toString('utf8');
}

/** Replaces the text in one step and keeps the mode. Throws Problem (3), with nothing written: as `readText`, read-only, or no longer as it was before. */
export function writeAtomic(root: string, { path, before, text }: FileChange): void {
  const file = locateFile(root, path);
  if (readText(root, path) !== before)
    throw cannotRun({ what: `${path} changed in the meantime`, fix: 'nothing was written: try again' });
  try {
    replaceFile(file, text);
  } catch (error) {
    throw unusable(path, 'written', error);
  }
}

/** Writes beside the file and renames; makes its folders. Throws what node:fs throws, with the temporary file removed. */
export function replaceFile(file: string, text: string): void {
  const mode = modeOf(file);
  // A rename replaces a read-only file without asking, and root may write anything.
  if (mode !== null && (mode & 0o222) === 0) throw withCode('EACCES');
  mkdirSync(dirname(file), { recursive: true });
  // Not of node:crypto, which would take every hook milliseconds to load; `wx` lets nobody else's file be taken for ours.
  const temporary = join(dirname(file), `.handoff-${Math.random().toString(36).slice(2)}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    if (mode !== null) chmodSync(temporary, mode);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Where a path of the repository really is, links followed; the file need not exist. Throws Problem (3) when that is outside of it. */
export function locateFile(root: string, path: string): string {
  const file = resolve(root, path);
  if (path.includes('\0') || !isInside(root, file)) throw outside(path);
  const real = realPath(file, path);
  if (!isInside(realpathSync(root), real)) throw outside(path, real);
  return real;
}

/** The same as a path of the repository, as git writes it. Throws as `locateFile`. */
export const locateInside = (root: string, path: string): string =>
  relative(realpathSync(root), locateFile(root, path)).split(sep).join('/');

function isInside(root: string, file: string): boolean {
  const steps = relative(root, file).split(sep);
  // On another drive of Windows, `relative` answers with an absolute path.
  if (steps[0] === '' || steps[0] === '..' || isAbsolute(steps.join(sep))) return false;
  return !steps.some((step) => step.toLowerCase() === '.git');
}

function realPath(file: string, path: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw unusable(path, 'read', error);
    if (isLink(file))
      throw cannotRun({
        what: `${path} is a symbolic link to nothing`,
        why: file,
        fix: 'make the file that it leads to, or take the link away',
      });
    return join(realPath(dirname(file), path), basename(file));
  }
}

const isLink = (file: string): boolean =>
  lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;

const modeOf = (file: string): number | null => {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? null : found.mode & 0o7777;
};

function readBytes(file: string, path: string): Buffer | null {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isDirectory()) throw withCode('EISDIR');
    // A named pipe would be waited for.
    if (found?.isFile() === false) throw withCode('NOFILE');
    return readFileSync(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw unusable(path, 'read', error);
  }
}

const outside = (path: string, real?: string): Problem =>
  cannotRun({
    what: `${path} is not inside the repository's files`,
    why: real === undefined ? undefined : `it is a symbolic link to ${real}`,
    fix: 'name a file of the repository in handoff.config.json',
  });

/** Links are followed. */
export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Whether something is there under the path, be it a link to nothing. */
export const hasFile = (root: string, path: string): boolean =>
  lstatSync(resolve(root, path), { throwIfNoEntry: false }) !== undefined;
