// Whether the process that left its id in a file still runs.
import { readFileSync } from 'node:fs';
import { codeOf } from './unusable.ts';

const LARGEST_ID = 0x7fffffff;

/** A process of another user's runs; one whose parent has not asked for its end yet has ended. */
export function hasEnded(id: number): boolean {
  if (id > LARGEST_ID) return true;
  try {
    process.kill(id, 0);
    return isZombie(id);
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

// In a container that was started without an init, nobody ever asks.
function isZombie(id: number): boolean {
  try {
    // `123 (a name) Z 1 …`: the name may hold anything, parentheses too.
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
    return /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}
