// The one door to the person at the terminal: whether there is one, and their keys while they are asked.
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { isatty, ReadStream, WriteStream } from 'node:tty';
import type { Environment } from '../git/run.ts';

/** Whether somebody can be asked: stderr is a terminal, /dev/tty opens, is not in a program's raw mode, and we are in its foreground. HANDOFF_MODE=ask does without the first, auto and off ask nobody. */
export function mayAsk(env: Environment): boolean {
  const mode = env.HANDOFF_MODE;
  if (mode === 'auto' || mode === 'off' || (mode !== 'ask' && !isatty(2))) return false;
  try {
    return isInForeground() && isCanonical();
  } catch {
    return false;
  }
}

// A background process that reads from its terminal is stopped.
function isInForeground(): boolean {
  // `1234 (node) S 1200 1234 1200 34816 1234 …`: state, parent, group, session, terminal, its foreground group. A name may hold `) `.
  const [group, foreground] =
    process.platform === 'linux'
      ? readFileSync('/proc/self/stat', 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ')
          .filter((_, at) => at === 2 || at === 5)
      : run('ps', ['-o', 'pgid=,tpgid=', '-p', String(process.pid)], 'ignore')
          .trim()
          .split(/\s+/);
  return group !== undefined && group === foreground;
}

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

/** An open terminal in raw mode, until `close` leaves it as it was. */
export type Terminal = {
  /** What is typed from `listen` on; before, keys fall away. */
  readonly keys: PassThrough;
  readonly output: WriteStream;
  /** Aborted when no answer will come: Ctrl-C, Ctrl-D, Ctrl-Z, SIGTERM, SIGHUP, the terminal gone, no key for the time given. */
  readonly signal: AbortSignal;
  readonly listen: () => void;
  readonly close: () => void;
};

/** `deadline` in seconds. Throws what node:fs throws when there is no terminal. */
export function openTerminal(deadline: number): Terminal {
  const [input, output] = [
    new ReadStream(openSync('/dev/tty', 'r')),
    new WriteStream(openSync('/dev/tty', 'w')),
  ];
  const giveUp = new AbortController();
  const abort = (): void => giveUp.abort();
  const timer = setTimeout(abort, Math.min(deadline * 1000, LONGEST_TIMER));
  const keys = createKeys(input, { abort, touch: () => timer.refresh() });
  for (const event of ['error', 'end', 'close']) input.on(event, abort);
  output.on('error', abort);
  for (const name of SIGNALS) process.on(name, abort);
  input.setRawMode(true);
  const close = (): void => {
    clearTimeout(timer);
    for (const name of SIGNALS) process.off(name, abort);
    if (!input.destroyed) input.setRawMode(false);
    input.destroy();
    output.destroy();
    showCursor();
  };
  return { ...keys, output, signal: giveUp.signal, close };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Of setTimeout, in milliseconds; a longer one fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** By a descriptor of its own, as inquirer ends its output. */
function showCursor(): void {
  try {
    const terminal = openSync('/dev/tty', 'w');
    writeSync(terminal, '\x1b[?25h');
    closeSync(terminal);
  } catch {
    // The terminal is gone: end as any program does then. A later exit would abort, as node insists on resetting stderr.
    process.kill(process.pid, 'SIGHUP');
  }
}

/** Ctrl-C, Ctrl-D and Ctrl-Z, of which readline would hang at the second, and stop us but not the waiting git at the third. */
const LEAVING = ['\x03', '\x04', '\x1a'];

type Watch = { readonly abort: () => void; readonly touch: () => void };

function createKeys(input: ReadStream, { abort, touch }: Watch): Pick<Terminal, 'keys' | 'listen'> {
  const keys = new PassThrough();
  let isListening = false;
  input.on('data', (chunk) => {
    const typed = chunk.toString('latin1');
    const leaving = isListening ? LEAVING : LEAVING.slice(0, 1);
    touch();
    if (leaving.some((key) => typed.includes(key))) abort();
    else if (isListening) keys.write(chunk);
  });
  const listen = (): void => {
    isListening = true;
  };
  return { keys, listen };
}
