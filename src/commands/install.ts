// Puts the hooks in place: looks where, says it, writes.
import { INTO } from '../core/install/manifest.ts';
import { choosePlace, isDeserted, parseInto } from '../core/install/place.ts';
import { planInstall } from '../core/install/plan.ts';
import { cannotRun } from '../core/problem.ts';
import {
  closing,
  describeChanges,
  describeDeserted,
  describeLeftovers,
  describePending,
  describePlace,
} from '../core/wording/install.ts';
import { carryOut } from '../effects/install/carry-out.ts';
import { readShipped } from '../effects/install/contents.ts';
import { print, say } from '../effects/say.ts';
import { readCommitId } from '../git/repository.ts';
import { lookAround } from './installation.ts';
import { type Command, hasOption, textOption, textOptions } from './session.ts';
import { wireAgents } from './wiring.ts';

export const install: Command = {
  usage: `[--into ${INTO.join('|')}] [--agent NAME]... [--dry-run]`,
  options: {
    into: { type: 'string', says: 'where the hooks go; found by itself without it' },
    agent: {
      type: 'string',
      multiple: true,
      says: 'wire the brief to the start of its sessions; several of them',
    },
    'dry-run': { type: 'boolean', says: 'print what would be written, and write nothing' },
  },
  async run(session, args) {
    const shipped = readShipped(session.home, session.version);
    const { repository, around, present, view } = lookAround(session, shipped.hooks);
    if (isDeserted(around)) throw cannotRun(describeDeserted());
    const place = choosePlace(around, parseInto(textOption(args, 'into')));
    const head = readCommitId(repository.place, 'HEAD');
    const agents = wireAgents(textOptions(args, 'agent'), present);
    const goal = { ...shipped, place, head, version: session.version, agents };
    const { changes, leftovers, pending } = planInstall(present, goal);
    const isDry = hasOption(args, 'dry-run');
    say(describePlace(place, view));
    if (!isDry) carryOut(changes);
    await print(describeChanges({ isDry, changes }, view));
    for (const line of describeLeftovers(leftovers, view)) say(line);
    say(closing('install', { isDry, changes }));
    for (const command of pending) say(describePending(command));
    return leftovers.length === 0 ? 0 : 3;
  },
};
