// The git that runs our hook: nothing that a hook is told says whether it amends, or where it reads from.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** Shells and hook managers between git and us, at most. */
const MOST_STEPS = 8;

/** Whether `git commit --amend` runs us; null where that cannot be told, as behind an alias. */
export function isAmending(): boolean | null {
  const args = findCommit()?.args;
  return args?.some((arg, at) => isAmendOption(arg) && !TAKES_VALUE.has(args[at - 1] ?? '')) ?? null;
}

/** Whether the `git commit` that runs us reads from a terminal; null where that cannot be told, as off
 * Linux. */
export function hasTerminalInput(): boolean | null {
  const commit = findCommit();
  if (commit === null) return null;
  try {
    return /^\/dev\/(?:pts\/|tty|console)/.test(readlinkSync(`/proc/${commit.pid}/fd/0`));
  } catch {
    return null;
  }
}

/** Where a command line is a file to read. */
export const isLinux = (): boolean => process.platform === 'linux';

/** Whether a program of that name runs us, as `lefthook`, which tells its children nothing. */
export const isRunBy = (name: string): boolean =>
  findAncestor(([program = '']) => basename(program).replace(/\.exe$/, '') === name) !== null;

/** Whether a `git commit` other than `ours`, which runs us, is at work in this directory, be it in its own
 * hooks or in an editor; unknown off Linux. git works in the top of its work tree. */
export function isCommittingBeside(top: string, ours: string | undefined): boolean {
  if (!isLinux()) return false;
  const own = [ours, String(findCommit()?.pid)];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && !own.includes(name))
    .some((name) => isCommit(readCommandLine(Number(name)) ?? []) && isIn(name, top));
}

function isIn(pid: string, top: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === top;
  } catch {
    return false;
  }
}

type Ancestor = { readonly pid: number; readonly args: readonly string[] };

const findCommit = (): Ancestor | null => findAncestor(isCommit);

function findAncestor(isWanted: (args: readonly string[]) => boolean): Ancestor | null {
  let pid = process.ppid;
  for (let step = 0; step < MOST_STEPS && pid > 1; step++) {
    const args = readCommandLine(pid);
    if (args === null) return null;
    if (isWanted(args)) return { pid, args };
    pid = readParent(pid);
  }
  return null;
}

const isCommit = (args: readonly string[]): boolean =>
  basename(args[0] ?? '').startsWith('git') && args.includes('commit');

// Options may be shortened as long as they are unique.
const isAmendOption = (arg: string): boolean => arg.length >= 4 && '--amend'.startsWith(arg);

const TAKES_VALUE: ReadonlySet<string> = new Set(
  '-m --message -F --file --author --date -t --template'.split(' '),
);

function readCommandLine(pid: number): readonly string[] | null {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return runPs(pid, 'args').split(' ');
  } catch {
    return null;
  }
}

function readParent(pid: number): number {
  try {
    // `1234 (node) S 1200 …`; a name may hold `) `.
    if (process.platform === 'linux')
      return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
    return Number(runPs(pid, 'ppid'));
  } catch {
    return 0;
  }
}

const runPs = (pid: number, column: string): string =>
  execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
