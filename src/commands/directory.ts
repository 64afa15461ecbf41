// The directory and the files that a command line names.
import { resolve } from 'node:path';
import { wrongUsage } from '../core/problem.ts';
import { describeNoDirectory, describeNoMessage } from '../core/wording/usage.ts';
import { isDirectory } from '../effects/files.ts';
import { readMessageFile } from '../effects/gitdir.ts';

/** Absolute. Throws Problem (2) where there is no such directory. */
export function openDirectory(path: string): string {
  const directory = resolve(path);
  if (!isDirectory(directory)) throw wrongUsage(describeNoDirectory(directory));
  return directory;
}

/** The text of `--message-file`; empty without one. Throws Problem (2) where it cannot be read. */
export function readNamedMessage(cwd: string, path: string | undefined): string {
  try {
    return path === undefined ? '' : readMessageFile(cwd, path);
  } catch (error) {
    throw wrongUsage(describeNoMessage(path ?? '', (error as Error).message));
  }
}
