// Whether the commits that are owed call for an update now.
import type { OwedCommit } from '../types.ts';
import { isUrgent } from '../verdict/verdict.ts';
import { STARTED } from '../wording/templates.ts';
import { idsAtEnd } from './ids.ts';

export type Occasion = {
  /** Debt above which an update is due. */
  readonly limit: number;
  /** The commit that was just made; null when the occasion is another. */
  readonly newest: string | null;
  /** Ids of commits for which a person said "not now". */
  readonly putOff: readonly string[];
  /** Whether nothing was drafted yet: whoever has just begun wants to see it at work. */
  readonly isFirst?: boolean;
};

/** Whether no line of the context file is a draft's; the one that `init` leaves is its own. */
export const hasNoDraft = (text: string): boolean =>
  text.split('\n').every((line) => idsAtEnd(line).length === 0 || STARTED.test(line));

/** Urgent commits are due at once, also when they were made while nothing could be written; what a person put
 * off comes up again only with the next commit that deserves a record. */
export function isUpdateDue(
  owed: readonly OwedCommit[],
  { limit, newest, putOff, isFirst = false }: Occasion,
): boolean {
  const isPutOff = ({ commit }: OwedCommit) => putOff.includes(commit.sha);
  const [waiting, fresh] = [owed.filter(isPutOff), owed.filter((one) => !isPutOff(one))];
  if (fresh.some(({ verdict }) => isUrgent(verdict) || (isFirst && verdict.record))) return true;
  if (waiting.length > 0) return fresh.some(({ commit, verdict }) => commit.sha === newest && verdict.record);
  return owed.reduce((sum, { verdict }) => sum + verdict.weight, 0) > limit;
}

/** Whole ones, and no less for what a float cannot hold. */
export const inHundredths = (weight: number): number => Math.floor(weight * 100 + 0.001);

/** Hundredths of debt that still fit below the limit; none while something is put off, less while something
 * is due. */
export function roomBelow(owed: readonly OwedCommit[], occasion: Omit<Occasion, 'newest'>): number {
  if (isUpdateDue(owed, { ...occasion, newest: null })) return -1;
  if (owed.some(({ commit }) => occasion.putOff.includes(commit.sha))) return 0;
  const debt = owed.reduce((sum, { verdict }) => sum + verdict.weight, 0);
  return inHundredths(occasion.limit - debt);
}
