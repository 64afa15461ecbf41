// Takes back what install did, byte for byte, and lists what it cannot.

import { relative } from 'node:path';
import { hookPaths } from '../core/install/place.ts';
import { planUninstall } from '../core/install/plan.ts';
import type { DiskChange } from '../core/types.ts';
import { closing, describeChanges, describeLeftovers, describeShared } from '../core/wording/install.ts';
import { carryOut } from '../effects/install/carry-out.ts';
import { readShipped } from '../effects/install/contents.ts';
import { clearLeftovers } from '../effects/leftovers.ts';
import { withInstallLock } from '../effects/lock.ts';
import { printLines, say } from '../effects/say.ts';
import { readTrackedPaths } from '../git/paths.ts';
import { readRepository } from '../git/repository.ts';
import { groundOf, lookAround } from '../read/installation.ts';
import { unwire, unwireUser } from './acts/wiring.ts';
import { type Command, hasOption, type Session } from './session.ts';

export const uninstall: Command = {
  usage: '[--dry-run]',
  examples: ['--dry-run', ''],
  mostWords: 0,
  options: {
    user: { type: 'boolean', says: 'what install --user wrote to your home, and nothing else' },
    'dry-run': { type: 'boolean', says: 'print what would be taken back, and change nothing' },
  },
  async run(session, args) {
    const isDry = hasOption(args, 'dry-run');
    if (hasOption(args, 'user')) {
      unwireUser(session, isDry);
      return 0;
    }
    const { hooks } = readShipped(session.home, session.version);
    const { gitDir, commonDir } = readRepository({ cwd: session.cwd, env: session.env });
    const take = () => takeAway(session, hooks, isDry);
    const { changes, leftovers, view } = isDry ? take() : withInstallLock(commonDir, take);
    if (!isDry) clearLeftovers([gitDir, commonDir]);
    await printLines(describeChanges({ isDry, changes }, view));
    const shared = readShared(session, changes);
    if (shared.length > 0) say(describeShared(shared));
    for (const line of describeLeftovers(leftovers, view)) say(line);
    say(closing('uninstall', { isDry, changes }));
    return leftovers.length === 0 ? 0 : 3;
  },
};

/** Files of the work tree that git keeps: a team's husky hooks, lefthook's or pre-commit's settings. */
function readShared(session: Session, changes: readonly DiskChange[]): readonly string[] {
  const { place, top } = readRepository({ cwd: session.cwd, env: session.env });
  const inside = changes.flatMap(({ kind, path }) =>
    top !== null && !kind.endsWith('directory') && path.startsWith(`${top}/`) ? relative(top, path) : [],
  );
  if (inside.length === 0) return [];
  const tracked = new Set(readTrackedPaths(place, inside));
  return inside.filter((path) => tracked.has(path));
}

function takeAway(session: Session, hooks: readonly string[], isDry: boolean) {
  const { around, present, view } = lookAround(session, hooks);
  const { changes, leftovers } = planUninstall(present, hookPaths(around, hooks), unwire);
  if (!isDry) carryOut(changes, groundOf(around));
  return { changes, leftovers, view };
}
