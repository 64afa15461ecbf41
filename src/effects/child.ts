// Runs a command of ours in a process of its own, so that it can neither write to our standard output nor end
// us.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Environment } from '../git/run.ts';

export type ChildPlace = {
  readonly cwd: string;
  readonly env: Environment;
  /** The running bundle's directory. */
  readonly home: string;
};

export type Output = {
  /** Null: killed. */
  readonly code: number | null;
  /** What it answered, and below what it said. */
  readonly text: string;
};

const SECONDS = 60;
const MOST_BYTES = 4_000_000;

/** Never throws, asks nobody, and reads no standard input. */
export function runCommand(
  { cwd, env, home }: ChildPlace,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<Output> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(home, 'cli.js'), ...args], {
      cwd,
      env: { ...env, HANDOFF_MODE: 'auto' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: SECONDS * 1000,
      ...(signal === undefined ? {} : { signal }),
    });
    const chunks: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
    let bytes = 0;
    for (const name of ['stdout', 'stderr'] as const)
      child[name].on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MOST_BYTES) child.kill();
        else chunks[name].push(chunk);
      });
    const text = () =>
      (['stdout', 'stderr'] as const).map((name) => Buffer.concat(chunks[name]).toString('utf8')).join('');
    child.on('error', (error) => resolve({ code: null, text: `${text()}${error.message}\n` }));
    child.on('close', (code) => resolve({ code, text: text() }));
  });
}
