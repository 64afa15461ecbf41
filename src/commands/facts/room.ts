// How much debt still fits below the limit as things are.
import { roomBelow } from '../../core/draft/due.ts';
import { readState } from '../../effects/state.ts';
import type { Session } from '../session.ts';
import { findContextFiles } from './documents.ts';
import { type Known, readLedger, sinceOf } from './ledger.ts';
import type { Project } from './project.ts';

/** Without a context file nothing is ever owed. */
export const BOUNDLESS = 999_999;

export type Room = {
  /** Hundredths; null where that cannot be told. */
  readonly room: number | null;
  readonly since: Known | null;
};

export async function readRoom(session: Session, project: Project): Promise<Room> {
  const [contextPath] = findContextFiles(project);
  if (session.env.HANDOFF_MODE === 'off') return { room: null, since: null };
  if (contextPath === undefined)
    return { room: readState(project.gitDir, 'no-context') === null ? null : BOUNDLESS, since: null };
  const ledger = await readLedger(project, contextPath);
  const { owed, memory } = ledger;
  const room = roomBelow(owed, { limit: project.config.debt.limit, putOff: memory.putOff });
  return { room, since: sinceOf(ledger) };
}
