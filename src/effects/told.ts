// What hooks/lib/governed.awk has told each session: a file for each, named by its id and that of a subagent.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeQuietly } from './replace.ts';
import { stateDirectory } from './state.ts';

const KEPT_MS = 30 * 86_400_000;

/** Of a session whose context is gone, and of old ones. Never throws. */
export function forgetTold(gitDir: string, session: string | null): void {
  const directory = join(stateDirectory(gitDir), 'told');
  const own = session === null ? null : `${session.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 80)}.`;
  try {
    for (const name of readdirSync(directory)) {
      const file = join(directory, name);
      const isOld = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > KEPT_MS;
      if (isOld || (own !== null && name.startsWith(own))) removeQuietly(file);
    }
  } catch {}
}
