// Why a path could not be read or written, and what mends it.
import { constants } from 'node:os';
import { cannotRun, type Problem } from '../core/problem.ts';

type Verb = 'read' | 'written';

export const withCode = (code: string): Error => Object.assign(new Error(code), { code });

/** Of what node:fs throws; node has no name for a quota that is used up. */
export function codeOf(error: unknown): string {
  const { code, errno } = error as NodeJS.ErrnoException;
  return errno === -constants.errno.EDQUOT ? 'EDQUOT' : (code ?? String(error));
}

/** Whether an error says that nothing may be written there. */
export const isForbidden = (error: unknown): boolean => ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error));

/** A path that could not be read or written, in words. */
export function unusable(path: string, verb: Verb, error: unknown): Problem {
  if (codeOf(error) === 'CHANGED')
    return cannotRun({ what: `${path} changed in the meantime`, fix: 'nothing was written: try again' });
  const { why, fix } = REASONS[codeOf(error)] ?? { why: () => codeOf(error), fix: undefined };
  return cannotRun({ what: `${path} could not be ${verb}`, why: why(verb), fix });
}

type Reason = { readonly why: (verb: Verb) => string; readonly fix: string };

const FORBIDDEN: Reason = {
  why: (verb) => (verb === 'read' ? 'its permissions keep you out' : 'it is read-only'),
  fix: 'give yourself the right to it: ls -l shows whose it is, chown or chmod u+rw changes that',
};
const OCCUPIED: Reason = {
  why: () => 'another program holds it',
  fix: 'close the program that has it open, then try again',
};
const NO_FILE = 'put a file of that name there, or name another one in handoff.config.json';

// By the code of a system's error; NOFILE, ISLINK and CHANGED are our own.
const REASONS: Readonly<Record<string, Reason>> = {
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EBUSY: OCCUPIED,
  EROFS: { why: () => 'the disk is read-only', fix: 'mount it for writing' },
  ENOSPC: { why: () => 'the disk is full', fix: 'make room on it, then try again' },
  EDQUOT: { why: () => 'your quota on the disk is used up', fix: 'make room on it, then try again' },
  EFBIG: { why: () => 'it would be larger than a file may be here', fix: 'ulimit -f shows the limit' },
  EMFILE: { why: () => 'too many files are open', fix: 'ulimit -n shows the limit' },
  ENFILE: { why: () => 'too many files are open on this machine', fix: 'close programs, then try again' },
  EIO: { why: () => 'the disk reports an error', fix: 'look at the disk, then try again' },
  EISDIR: { why: () => 'it is a directory, not a file', fix: NO_FILE },
  NOFILE: { why: () => 'it is a pipe or a device, not a file', fix: NO_FILE },
  ENOTDIR: { why: () => 'a part of its path is a file', fix: NO_FILE },
  ISLINK: {
    why: () => 'it is a symbolic link, which is not followed',
    fix: 'replace the link by a directory or a file of its own, then try again',
  },
  ELOOP: { why: () => 'its symbolic links run in a circle', fix: NO_FILE },
};
