// Keeps a signal from ending the process in the middle of work that would leave a lock or half of something
// behind.

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs work that does not wait for anything. A signal that comes meanwhile takes effect right after it: node
 * looks at signals only between two turns of its loop, and a child of git's that the signal ended makes the
 * work fail, and undo. */
export function shielded<Result>(work: () => Result): Result {
  if (process.listeners('SIGINT').includes(endBy)) return work();
  for (const signal of SIGNALS) process.on(signal, endBy);
  try {
    return work();
  } finally {
    // Signals are looked at once in between.
    setImmediate(() => setImmediate(unshield));
  }
}

/** The same for work that waits for processes, which the signal ends too: it goes on to its own end, then
 * takes effect. */
export async function finished<Result>(work: () => Promise<Result>): Promise<Result> {
  let came: NodeJS.Signals | null = null;
  const note = (signal: NodeJS.Signals): void => {
    came = signal;
  };
  for (const signal of SIGNALS) process.on(signal, note);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, note);
    if (came !== null) process.kill(process.pid, came);
  }
}

function unshield(): void {
  for (const signal of SIGNALS) process.off(signal, endBy);
}

/** As if nobody had listened, so that the shell that waits knows the reason. */
function endBy(signal: NodeJS.Signals): void {
  unshield();
  process.kill(process.pid, signal);
}
