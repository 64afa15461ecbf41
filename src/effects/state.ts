// What the tool remembers between two runs: small JSON files in the git directory of this worktree.
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDirectory, isLink } from './files.ts';
import { removeQuietly, replaceFile } from './replace.ts';
import { isForbidden, unusable, withCode } from './unusable.ts';

/** What was written under the name; null when there is nothing or it cannot be read. Its shape is for the
 * caller to check. */
export function readState(gitDir: string, name: string): unknown {
  try {
    return JSON.parse(readNote(gitDir, `${name}.json`) ?? 'null');
  } catch {
    return null;
  }
}

/** `isDurable`: something that is about to be written depends on it. Throws Problem (3). */
export const writeState = (gitDir: string, name: string, value: unknown, isDurable = false): void =>
  writeNote(gitDir, `${name}.json`, `${JSON.stringify(value)}\n`, isDurable);

/** A text that the hooks' shell reads; `name` with its ending. Throws Problem (3). */
export function writeNote(gitDir: string, name: string, text: string, isDurable = false): void {
  try {
    if (isLink(stateDirectory(gitDir))) throw withCode('ISLINK');
    const file = join(stateDirectory(gitDir), name);
    // Whatever took the name: the directory is ours alone.
    if (isDirectory(file) && !isLink(file)) removeQuietly(file);
    replaceFile({ file, bytes: Buffer.from(text), isOurs: true, isDurable });
  } catch (error) {
    throw unusable(stateDirectory(gitDir), 'written', error);
  }
}

/** As `writeNote`, where the note is another one than before; its time then stays as it was, too. */
export function renewNote(gitDir: string, name: string, text: string): void {
  if (readNote(gitDir, name) !== text) writeNote(gitDir, name, text);
}

/** Whether anything can be remembered: a sandbox may give away the work tree alone. */
export function mayRemember(gitDir: string): boolean {
  try {
    const directory = stateDirectory(gitDir);
    accessSync(existsSync(directory) ? directory : gitDir, constants.W_OK);
    return true;
  } catch (error) {
    return !isForbidden(error);
  }
}

/** Whether a note was written after a file was. */
export const isNoteSince = (gitDir: string, name: string, file: string): boolean =>
  changedAt(join(stateDirectory(gitDir), name)) > changedAt(file);

/** Whether the process that a note names can still be the one that wrote it: ids are given again. */
export const isNoteFresh = (gitDir: string, name: string): boolean =>
  Math.abs(Date.now() - changedAt(join(stateDirectory(gitDir), name))) < LONGEST_WORK;

const LONGEST_WORK = 10 * 60_000;

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** The text of a note; null when there is none. A pipe of its name would be waited for. */
export function readNote(gitDir: string, name: string): string | null {
  try {
    const file = join(stateDirectory(gitDir), name);
    return statSync(file).isFile() ? readFileSync(file, 'utf8') : null;
  } catch {
    return null;
  }
}

/** Never throws: what cannot be removed names the commit that it was left for. */
export const removeState = (gitDir: string, name: string): void => removeNote(gitDir, `${name}.json`);

/** As `removeState`, of a note; `name` with its ending. */
export function removeNote(gitDir: string, name: string): void {
  if (!isLink(stateDirectory(gitDir))) removeQuietly(join(stateDirectory(gitDir), name));
}

/** Where all of it is kept. */
export const stateDirectory = (gitDir: string): string => join(gitDir, 'handoff-hooks');
