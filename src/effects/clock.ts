// The clock of a hook, which the shell that started it watches over.
import type { Environment } from '../git/run.ts';

/** Where somebody is waited for: a person who is asked, a passphrase. */
export function stopClock({ HANDOFF_WATCH }: Environment): void {
  if (HANDOFF_WATCH === undefined || !/^[1-9]\d{1,9}$/.test(HANDOFF_WATCH)) return;
  try {
    process.kill(Number(HANDOFF_WATCH), 'SIGTERM');
  } catch {}
}
