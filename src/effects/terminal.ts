// The person's terminal while they are asked: their keys, what makes them fall silent, how it is left.
import { closeSync, openSync, writeSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { ReadStream, WriteStream } from 'node:tty';
import { hasEnded } from './ended.ts';

/** An open terminal in raw mode, until `close` leaves it as it was. */
export type Terminal = {
  /** What is typed from `listen` on; before, keys fall away. */
  readonly keys: PassThrough;
  readonly output: WriteStream;
  /** Aborted when no answer will come: Esc, Ctrl-C, Ctrl-D, Ctrl-Z, Ctrl-\\, a signal, the terminal gone, no
   * key for the time given, git killed. */
  readonly signal: AbortSignal;
  readonly listen: () => void;
  readonly close: () => void;
};

/** `deadline` in seconds; `waiting`: the process that waits for us, null: none is known. Throws what node:fs
 * throws when there is no terminal. */
export function openTerminal(deadline: number, waiting: number | null): Terminal {
  const [input, output] = [
    new ReadStream(openSync('/dev/tty', 'r')),
    new WriteStream(openSync('/dev/tty', 'w')),
  ];
  const giveUp = new AbortController();
  const abort = (): void => giveUp.abort();
  const timer = setTimeout(abort, Math.min(deadline * 1000, LONGEST_TIMER));
  const watch = setInterval(() => waiting !== null && hasEnded(waiting) && abort(), LOOK);
  const keys = createKeys(input, { abort, touch: () => timer.refresh() });
  for (const event of ['error', 'end', 'close']) input.on(event, abort);
  output.on('error', abort);
  for (const name of SIGNALS) process.on(name, abort);
  input.setRawMode(true);
  const close = (): void => {
    clearTimeout(timer);
    clearInterval(watch);
    for (const name of SIGNALS) process.off(name, abort);
    if (!input.destroyed) input.setRawMode(false);
    input.destroy();
    output.destroy();
    showCursor();
  };
  return { ...keys, output, signal: giveUp.signal, close };
}

/** A killed git leaves us behind, and the terminal to its shell; in milliseconds. */
const LOOK = 300;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
/** Of setTimeout, in milliseconds; a longer one fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** By a descriptor of its own, as inquirer ends its output. */
function showCursor(): void {
  try {
    const terminal = openSync('/dev/tty', 'w');
    writeSync(terminal, '\x1b[?25h');
    closeSync(terminal);
  } catch {
    // The terminal is gone: end as any program does then. A later exit would abort, as node resets stderr
    // first.
    process.kill(process.pid, 'SIGHUP');
  }
}

/** Ctrl-C, Ctrl-D, Ctrl-Z and Ctrl-\. readline would hang at the second, and at the third stop us but not the
 * waiting git. */
const LEAVING = ['\x03', '\x04', '\x1a', '\x1c'];
const ESCAPE = '\x1b';
/** An arrow key begins with the byte of Esc, and a slow line may bring the rest later; in milliseconds. */
const REST_OF_KEY = 100;

type Watch = { readonly abort: () => void; readonly touch: () => void };

function createKeys(input: ReadStream, { abort, touch }: Watch): Pick<Terminal, 'keys' | 'listen'> {
  const keys = new PassThrough();
  let isListening = false;
  let waiting: NodeJS.Timeout | undefined;
  input.on('data', (chunk) => {
    const typed = chunk.toString('latin1');
    const leaving = isListening ? LEAVING : LEAVING.slice(0, 1);
    touch();
    clearTimeout(waiting);
    waiting = isListening && typed === ESCAPE ? setTimeout(abort, REST_OF_KEY) : undefined;
    if (leaving.some((key) => typed.includes(key))) abort();
    else if (isListening) keys.write(chunk);
  });
  const listen = (): void => {
    isListening = true;
  };
  return { keys, listen };
}
