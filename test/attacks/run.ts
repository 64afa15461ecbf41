// Runs an operation in a copy of its repository, undisturbed or attacked.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { copyRepository, type TestEnvironment, type TestRepository } from '../helpers/repository.ts';
import { snapshot } from '../helpers/snapshot.ts';
import type { Operation } from './operations.ts';

export type State = {
  readonly tree: Readonly<Record<string, string>>;
  readonly hooks: Readonly<Record<string, string>>;
  readonly head: string;
};

export const stateOf = (repository: TestRepository): State => ({
  tree: snapshot(repository.dir, ['.git']),
  hooks: snapshot(`${repository.dir}/.git/hooks`),
  head: repository.git('rev-parse', 'HEAD'),
});

/** An operation with the states before it, and after it when nothing disturbs it. */
export type Target = {
  readonly operation: Operation;
  readonly template: TestRepository;
  readonly before: State;
  readonly after: State;
  /** Milliseconds. */
  readonly duration: number;
};

export async function prepare(operation: Operation): Promise<Target> {
  const template = operation.make();
  const repository = copyRepository(template);
  const start = Date.now();
  await runIn(repository, operation);
  const duration = Date.now() - start;
  const target = { operation, template, before: stateOf(template), after: stateOf(repository), duration };
  repository.remove();
  return target;
}

export type Attack = {
  readonly env?: TestEnvironment;
  /** Sent to all its processes, as a terminal does, after so many milliseconds. */
  readonly signal?: { readonly name: NodeJS.Signals; readonly after: number };
};

const LONGEST = 60_000;

/** What it said, and its exit code; null: a signal ended it. Fails where it hangs. */
export async function runIn(
  { dir, env }: TestRepository,
  { command }: Operation,
  { env: extra = {}, signal }: Attack = {},
): Promise<{ readonly status: number | null; readonly output: string }> {
  const child = spawn('sh', ['-c', command], {
    cwd: dir,
    env: { ...env, TERM: 'dumb', ...extra },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const ended = once(child, 'close');
  const hung = setTimeout(() => killGroup(child.pid, 'SIGKILL'), LONGEST);
  if (signal !== undefined) {
    await wait(signal.after);
    killGroup(child.pid, signal.name);
  }
  const start = Date.now();
  const [status] = await ended;
  clearTimeout(hung);
  if (Date.now() - start >= LONGEST) throw new Error(`hung: ${command}`);
  return { status, output: Buffer.concat(said).toString() };
}

const LONGEST_REST = 10_000;

/** Waits for what git or node had started and what goes on without them: on a busy machine, for seconds. */
export async function waitForRest({ dir }: TestRepository): Promise<void> {
  const last = Date.now() + LONGEST_REST;
  do await wait(50);
  while (isWorkedIn(dir) && Date.now() < last);
}

/** Whether a process is in the directory; unknown off Linux. */
function isWorkedIn(dir: string): boolean {
  if (process.platform !== 'linux') return false;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((name) => {
      try {
        return `${readlinkSync(`/proc/${name}/cwd`)}/`.startsWith(`${realpathSync(dir)}/`);
      } catch {
        return false;
      }
    });
}

function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    process.kill(-Number(pid), signal);
  } catch {
    // It has ended.
  }
}
