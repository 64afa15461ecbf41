// What the tool remembers between two runs: small JSON files in the git directory of this worktree.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './files.ts';

/** What was written under the name; null when there is nothing or it cannot be read. Its shape is for the caller to check. */
export function readState(gitDir: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(stateFile(gitDir, name), 'utf8'));
  } catch {
    return null;
  }
}

/** Throws what node:fs throws. */
export const writeState = (gitDir: string, name: string, value: unknown): void =>
  replaceFile(stateFile(gitDir, name), `${JSON.stringify(value)}\n`);

export const removeState = (gitDir: string, name: string): void =>
  rmSync(stateFile(gitDir, name), { force: true });

const stateFile = (gitDir: string, name: string): string => join(gitDir, 'handoff-hooks', `${name}.json`);
