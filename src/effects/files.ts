// The one door to the work tree's files: reads text, replaces it atomically, never leaves the repository.
import { isUtf8 } from 'node:buffer';
import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { cannotRun, type Problem } from '../core/problem.ts';
import { replaceFile } from './replace.ts';
import { codeOf, unusable, withCode } from './unusable.ts';

/** A new text for a file; `before` is what it was computed from, null: there was no file. */
export type FileChange = { readonly path: string; readonly before: string | null; readonly text: string };

/** The file's text, its BOM included; null: no such file. Throws Problem (3): outside `root`, a directory, no
 * UTF-8 text, unreadable. */
export function readText(root: string, path: string): string | null {
  const bytes = readBytes(locateFile(root, path), path);
  if (bytes === null) return null;
  if (bytes.includes(0) || !isUtf8(bytes))
    throw cannotRun({ what: `${path} is not UTF-8 text`, fix: 'save it as UTF-8; it was left as it is' });
  return bytes.toString('utf8');
}

/** Replaces the text in one step. `staging`: the git directory, where the temporary file is out of the way.
 * Throws Problem (3), with nothing written: as `readText`, read-only, or no longer as it was before. */
export function writeAtomic(root: string, { path, before, text }: FileChange, staging?: string): void {
  const file = locateFile(root, path);
  if (readText(root, path) !== before) throw unusable(path, 'written', withCode('CHANGED'));
  const expected = before === null ? null : Buffer.from(before);
  try {
    replaceFile({ file, bytes: Buffer.from(text), expected, isDurable: true, staging });
  } catch (error) {
    throw unusable(path, 'written', error);
  }
}

/** Where a path of the repository really is, links followed; the file need not exist. Throws Problem (3) when
 * that is outside of it. */
export function locateFile(root: string, path: string): string {
  const file = resolve(root, path);
  if (path.includes('\0') || !isInside(root, file)) throw outside(path);
  const real = realPath(file, path);
  if (!isInside(realpathSync(root), real)) throw outside(path, findLink(root, path));
  return real;
}

/** Makes sure that the directory of an absolute path is inside its work tree, or inside the git directory,
 * links followed; what stands at the path itself is left open. Throws Problem (3) as `locateFile`. */
export function locateEntry(
  path: string,
  { tops, gitDir }: { tops: readonly string[]; gitDir: string },
): void {
  const roots = [gitDir, ...tops].filter((root) => path.startsWith(`${root}/`));
  const [root] = roots.sort((a, b) => b.length - a.length);
  // The directory that core.hooksPath names: the user's own choice, asked for before.
  if (root === undefined || dirname(path) === root) return;
  const real = realPath(dirname(path), relative(root, dirname(path)));
  // Hooks of a repository's own may stand in its work tree; a work tree has no business in the git directory.
  const allowed = root === gitDir ? [gitDir, ...tops] : [root];
  if (allowed.some((one) => real === realpathSync(one) || isInside(realpathSync(one), real))) return;
  throw outside(relative(root, path), findLink(root, dirname(path)));
}

/** The first symbolic link on the way from `root`, with where it leads. */
function findLink(root: string, path: string): string | undefined {
  const steps = relative(root, resolve(root, path)).split(sep);
  const link = steps.map((_, at) => steps.slice(0, at + 1)).find((way) => isLink(resolve(root, ...way)));
  return link && `${link.join('/')} is a symbolic link to ${realpathSync(resolve(root, ...link))}`;
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

export const isLink = (file: string): boolean => lookAt(file)?.isSymbolicLink() === true;

/** What is there; undefined also where a part of the path is a file. */
function lookAt(file: string, look: typeof lstatSync | typeof statSync = lstatSync): Stats | undefined {
  try {
    return look(file, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

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

const outside = (path: string, link?: string): Problem =>
  cannotRun({
    what: `${path} is not inside the repository's files`,
    why: link,
    fix:
      link === undefined
        ? 'name a file of the repository in handoff.config.json'
        : 'replace the link by a file or a directory of its own',
  });

/** Links are followed. */
export const isDirectory = (path: string): boolean => lookAt(path, statSync)?.isDirectory() === true;

/** Whether something is there under the path, be it a link to nothing. */
export const hasFile = (root: string, path: string): boolean => lookAt(resolve(root, path)) !== undefined;

/** Names of what lies in a directory, sorted; none where it cannot be read. */
export function listNames(directory: string): readonly string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    return [];
  }
}
