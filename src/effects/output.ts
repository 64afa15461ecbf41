// A file that a user named for an answer, wherever it is; what stands there is replaced if an answer like it
// made it.
import { appendFileSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cannotRun } from '../core/problem.ts';
import { locateFile } from './files.ts';
import { codeOf, unusable, withCode } from './unusable.ts';

/** Throws Problem (3): it cannot be written, something else stands there, or a link of the work tree `top`
 * leads out of it. `start`: how every answer of its kind begins. */
export function writeOutput(path: string, text: string, { start, top }: Output): void {
  try {
    const named = [path, join(realpathSync(dirname(path)), basename(path))];
    const inside = named.find((one) => top !== null && one.startsWith(`${top}/`));
    if (inside !== undefined) locateFile(`${top}`, inside);
    const found = statSync(path, { throwIfNoEntry: false });
    // A named pipe would be waited for.
    if (inside !== undefined && found?.isFIFO()) throw withCode('NOFILE');
    if ((found?.size ?? 0) > 0 && !readFileSync(path, 'utf8').startsWith(start)) throw occupied(path);
    writeFileSync(path, text);
  } catch (error) {
    throw codeOf(error) === 'ENOENT' ? noDirectory(path) : asProblem(path, error);
  }
}

type Output = { readonly start: string; readonly top: string | null };

/** False: it could not be. */
export function appendOutput(path: string, text: string): boolean {
  try {
    appendFileSync(path, text);
    return true;
  } catch {
    return false;
  }
}

const asProblem = (path: string, error: unknown) =>
  error instanceof Error && 'text' in error ? error : unusable(path, 'written', error);

const occupied = (path: string) =>
  cannotRun({ what: `${path} is not a page of handoff-hooks`, fix: 'name another file, or remove this one' });

const noDirectory = (path: string) =>
  cannotRun({
    what: `${path} could not be written`,
    why: 'its directory does not exist',
    fix: 'make the directory first',
  });
