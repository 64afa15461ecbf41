// Finds the decisions that bear on a question.
import { rank } from '../ranking.ts';
import type { Decision } from '../types.ts';
import { logOf } from './decisions.ts';
import { meansId } from './identity.ts';

export type Found = { readonly decision: Decision; readonly score: number };

/** Best first; without a question all of them, in their order. */
export function searchDecisions(decisions: readonly Decision[], question: string): Found[] {
  if (question.trim() === '') return decisions.map((decision) => ({ decision, score: 0 }));
  return rank(decisions, question, ({ id, title, chosen, rationale }) => ({
    title: `${id ?? ''} ${title}`,
    text: `${title} ${chosen ?? ''} ${rationale ?? ''}`,
  })).map(({ item, score }) => ({ decision: item, score: Math.round(score * 100) / 100 }));
}

/** The decision that took another one's place, in the same log. */
export const successorOf = (decision: Decision, decisions: readonly Decision[]): Decision | undefined =>
  decisions.find(
    (other) =>
      other !== decision &&
      other.id !== null &&
      decision.supersededBy !== null &&
      logOf(other.path) === logOf(decision.path) &&
      meansId(decision.supersededBy, other.id),
  );
