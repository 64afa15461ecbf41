// Faults at one call of the system: strace ends the process there, or makes the call fail.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolder } from '../helpers/repository.ts';

export const hasStrace = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;

const WRITES = ['write', 'pwrite64', 'ftruncate', 'fsync'];
const READS = ['read', 'pread64'];
const OPENS = ['open', 'openat'];
const NAMES = [
  ...['rename', 'renameat', 'renameat2', 'link', 'linkat', 'symlink', 'symlinkat'],
  ...['unlink', 'unlinkat', 'mkdir', 'mkdirat', 'fchmod', 'fchown'],
];
const CALLS = [...READS, ...WRITES, ...OPENS, ...NAMES];

const EFFECTS: readonly (readonly [calls: readonly string[], effects: readonly string[]])[] = [
  [CALLS, ['signal=KILL']],
  [WRITES, ['error=ENOSPC', 'error=EIO', 'error=EDQUOT', 'error=EFBIG']],
  [READS, ['error=EIO']],
  [OPENS, ['error=EACCES', 'error=EROFS', 'error=EMFILE', 'error=ENOSPC']],
  [NAMES, ['error=EXDEV', 'error=EROFS', 'error=EACCES', 'error=EPERM']],
];

/** `at`: the n-th time that a process makes this call. */
export type Fault = { readonly call: string; readonly at: number; readonly effect: string };

export type Tracer = {
  /** Before all others on PATH: node under strace. */
  readonly bin: string;
  /** The calls that were seen since, process by process, in order. */
  readonly read: () => readonly (readonly string[])[];
  readonly remove: () => void;
};

/** Without a fault the calls are noted only. */
export function createTracer(fault?: Fault): Tracer {
  const folder = createFolder('handoff-strace-');
  const [bin, traces] = [join(folder, 'bin'), join(folder, 'traces')];
  for (const path of [bin, traces]) mkdirSync(path);
  // Not every system has all of them.
  const calls = (fault === undefined ? CALLS : [fault.call]).map((name) => `?${name}`).join(',');
  const inject = fault === undefined ? '' : `-e 'inject=${calls}:${fault.effect}:when=${fault.at}'`;
  const traced = `strace -qq -y -s 200 -o '${traces}/'$$ -e 'trace=${calls}' ${inject}`;
  writeFileSync(join(bin, 'node'), `#!/bin/sh\nexec ${traced} '${process.execPath}' "$@"\n`, { mode: 0o755 });
  const read = () =>
    readdirSync(traces).map((name) => readFileSync(join(traces, name), 'latin1').split('\n'));
  return { bin, read, remove: () => rmSync(folder, { recursive: true }) };
}

/** The points of an operation whose calls are known: only those that touch the repository. */
export function listFaults(traces: readonly (readonly string[])[], dir: string): readonly Fault[] {
  return EFFECTS.flatMap(([calls, effects]) =>
    calls.flatMap((call) => {
      const numbers = new Set(traces.flatMap((lines) => numbersOf(lines, call, dir)));
      return effects.flatMap((effect) => [...numbers].map((at) => ({ call, at, effect })));
    }),
  );
}

const numbersOf = (lines: readonly string[], call: string, dir: string): number[] =>
  lines
    .filter((line) => line.startsWith(`${call}(`))
    // strace names the working directory with each call.
    .map((line) => line.replace(/AT_FDCWD<[^>]*>/g, ''))
    .flatMap((line, index) => (line.includes(dir) ? [index + 1] : []));
