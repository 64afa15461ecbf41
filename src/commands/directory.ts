// The directory and the files that a command line names.
import { resolve } from 'node:path';
import { cannotRun, wrongUsage } from '../core/problem.ts';
import { describeNoDirectory, describeNoMessage, describeUnreadName } from '../core/wording/usage.ts';
import { isDirectory } from '../effects/files.ts';
import { readMessageFile } from '../effects/gitdir.ts';

/** Absolute. Throws Problem (2) where there is no such directory, and (3) where node cannot read its name. */
export function openDirectory(path: string): string {
  const directory = resolve(path);
  if (isDirectory(directory)) return directory;
  throw directory.includes('\ufffd')
    ? cannotRun(describeUnreadName(directory))
    : wrongUsage(describeNoDirectory(directory));
}

/** The text of `--message-file`; empty without one. Throws Problem (2) where it cannot be read. */
export function readNamedMessage(cwd: string, path: string | undefined): string {
  try {
    return path === undefined ? '' : readMessageFile(cwd, path);
  } catch (error) {
    throw wrongUsage(describeNoMessage(path ?? '', (error as Error).message));
  }
}
