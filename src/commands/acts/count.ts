// Counts what is owed at a HEAD that came by no commit, so that the next commit may pass without node.

import { hasNoDraft, roomBelow } from '../../core/draft/due.ts';
import { orProblem } from '../../core/problem.ts';
import { readOperation } from '../../effects/operation.ts';
import { readState } from '../../effects/state.ts';
import type { Head } from '../../git/head.ts';
import { readJudged } from '../../read/judged.ts';
import type { Known } from '../../read/last-update.ts';
import { type Ledger, readLedger, sinceOf } from '../../read/ledger.ts';
import type { HookProject, Project } from '../../read/project.ts';
import { findHomes } from '../../read/territories.ts';
import { leavePlan } from './plan.ts';

/** Without a context file nothing is ever owed. */
export const BOUNDLESS = 999_999;

/** Only where it is not known yet, or `isAnew`, and never in the middle of something. What goes wrong costs
 * the next commit a start of node. */
export async function countOwed(project: HookProject, isAnew = false): Promise<void> {
  const { gitDir, head } = project;
  if (head === null || readOperation(gitDir) !== null) return;
  if (!isAnew && readJudged(gitDir) === head.sha) return;
  await orProblem(leaveCount(project, head));
}

async function leaveCount(project: HookProject, { sha }: Head): Promise<void> {
  const { room, since } = await readRoom(project);
  if (room !== null) await leavePlan(project, { sha, parent: null, files: null, room, since });
}

type Room = {
  /** Hundredths; null where that cannot be told. */
  readonly room: number | null;
  readonly since: Known | null;
};

async function readRoom(project: Project): Promise<Room> {
  const homes = findHomes(project);
  if (homes.length === 0)
    return { room: readState(project.gitDir, 'no-context') === null ? null : BOUNDLESS, since: null };
  const ledgers: Ledger[] = [];
  for (const home of homes) ledgers.push(await readLedger(home));
  const { limit } = project.config.debt;
  const rooms = ledgers.map(({ owed, memory, context }) =>
    roomBelow(owed, { limit, putOff: memory.putOff, isFirst: hasNoDraft(context.onDisk) }),
  );
  return { room: Math.min(...rooms), since: ledgers[0] === undefined ? null : sinceOf(ledgers[0]) };
}
