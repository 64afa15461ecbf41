// Which of two decisions is the later one: by date, by number, by place in the log.
import type { Decision } from '../types.ts';
import { isDateId } from './identity.ts';

const numberOf = ({ id }: Decision): number | null =>
  id === null || isDateId(id) ? null : Number(/(?<!\d)\d+$/.exec(id)?.[0] ?? Number.NaN) || null;

/** For sorting, the newest one first; 0 where nothing tells. */
export function newerFirst(a: Decision, b: Decision): number {
  if (a.date !== null && b.date !== null && a.date !== b.date) return a.date < b.date ? 1 : -1;
  const [one, other] = [numberOf(a), numberOf(b)];
  if (one !== null && other !== null && one !== other) return other - one;
  return a.path === b.path ? b.line - a.line : 0;
}
