// Takes back what install did, byte for byte, and lists what it cannot.

import { hookPaths } from '../core/install/place.ts';
import { planUninstall } from '../core/install/plan.ts';
import { closing, describeChanges, describeLeftovers } from '../core/wording/install.ts';
import { carryOut } from '../effects/install/carry-out.ts';
import { readShipped } from '../effects/install/contents.ts';
import { clearLeftovers } from '../effects/leftovers.ts';
import { printLines, say } from '../effects/say.ts';
import { groundOf, lookAround } from '../read/installation.ts';
import { unwire } from './acts/wiring.ts';
import { type Command, hasOption } from './session.ts';

export const uninstall: Command = {
  usage: '[--dry-run]',
  mostWords: 0,
  options: { 'dry-run': { type: 'boolean', says: 'print what would be taken back, and change nothing' } },
  async run(session, args) {
    const { hooks } = readShipped(session.home, session.version);
    const { repository, around, present, view } = lookAround(session, hooks);
    const { changes, leftovers } = planUninstall(present, hookPaths(around, hooks), unwire);
    const isDry = hasOption(args, 'dry-run');
    if (!isDry) carryOut(changes, groundOf(around));
    if (!isDry) clearLeftovers(repository.gitDir);
    await printLines(describeChanges({ isDry, changes }, view));
    for (const line of describeLeftovers(leftovers, view)) say(line);
    say(closing('uninstall', { isDry, changes }));
    return leftovers.length === 0 ? 0 : 3;
  },
};
