// Whether there is somebody to ask.
import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { Environment } from '../git/run.ts';
import { isUnattended } from './agent.ts';
import { hasTerminalInput, isRunBy } from './ancestry.ts';

/** No agent, CI or hook manager is at work, stderr is a terminal and no program feeds us, /dev/tty opens and
 * is not in a program's raw mode, and we are in its foreground. HANDOFF_MODE=ask does without the first
 * three; auto and off ask nobody. */
export function mayAsk(env: Environment): boolean {
  const mode = env.HANDOFF_MODE;
  if (mode === 'auto' || mode === 'off') return false;
  if (mode !== 'ask' && (isUnattended(env) || !isTerminal(2) || isRunBy('lefthook'))) return false;
  try {
    return isInForeground() && isCanonical() && (mode === 'ask' || !isFed(env));
  } catch {
    return false;
  }
}

// What is no device is no terminal: seen sooner than node:tty is loaded.
const isTerminal = (descriptor: number): boolean =>
  fstatSync(descriptor).isCharacterDevice() && isatty(descriptor);

// A hook's own stdin is always /dev/null or what git tells it: then that of `git commit` counts.
const isFed = (env: Environment): boolean =>
  env.HANDOFF_PROCESS === undefined && env.GIT_INDEX_FILE === undefined
    ? !isTerminal(0)
    : hasTerminalInput() === false;

// A background process that reads from its terminal is stopped.
function isInForeground(): boolean {
  const [group, foreground] = process.platform === 'linux' ? readOwnStat() : readOwnRow();
  return group !== undefined && group === foreground;
}

// `1234 (node) S 1200 1234 1200 34816 1234 …`: state, parent, group, session, terminal, its foreground group.
// A name may hold `) `.
function readOwnStat(): readonly (string | undefined)[] {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return [fields[2], fields[5]];
}

const readOwnRow = (): readonly string[] =>
  run('ps', ['-o', 'pgid=,tpgid=', '-p', String(process.pid)], 'ignore')
    .trim()
    .split(/\s+/);

// A TUI that runs git has the terminal in raw mode.
function isCanonical(): boolean {
  const terminal = openSync('/dev/tty', 'r');
  try {
    return /(?:^|[\s;])icanon\b/.test(run('stty', ['-a'], terminal));
  } finally {
    closeSync(terminal);
  }
}

const run = (program: string, args: readonly string[], input: number | 'ignore'): string =>
  execFileSync(program, args as string[], { stdio: [input, 'pipe', 'ignore'], encoding: 'utf8' });
