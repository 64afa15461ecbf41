// Guards at the gate: which of them a commit breaks, and what answers for it.
import { newerFirst } from '../decisions/succession.ts';
import { type Breach, findBreaches } from '../guards/breaches.ts';
import { findDropped } from '../guards/dropped.ts';
import type { Change, GuardPlace } from '../types.ts';
import type { Answer } from './answer.ts';
import type { GateContext } from './context.ts';

export function findBroken(change: Change, { guards, config }: GateContext): Breach[] {
  if (guards === undefined || guards.inForce.length === 0 || config.gate.rules.guards === 'off') return [];
  return [
    ...findBreaches(change, guards.inForce, guards.match),
    ...findDropped(change, guards.inForce, config),
  ];
}

/** A new decision, a waiver, or the citation of a decision that is newer than the guard's own. */
export function isExcusedBy(
  { decision, path, line }: GuardPlace,
  { kind, decision: said }: Pick<Answer, 'kind' | 'decision'>,
): boolean {
  if (kind !== 'citation' || decision === null || said === null) return kind !== null;
  if (said.path !== path) return said.title !== decision.title;
  const own = { ...said, id: decision.id, title: decision.title, date: null, line };
  return said.title !== decision.title && newerFirst({ ...said, date: null }, own) < 0;
}
