// Finds the decision that answers a question: the newest one that chose, replaced or rejected what is asked for.
import { questionTerms, type Term } from '../ranking.ts';
import type { Decision } from '../types.ts';
import { newerFirst } from './age.ts';
import { findCited } from './citations.ts';
import { logOf } from './paths.ts';
import { type Profile, profilesOf, type Spelling, spellingsOf, weigh } from './profile.ts';

export type Found = {
  readonly decision: Decision;
  readonly score: number;
  /** The share of the question, by how much its words tell decisions apart, that the decision's own names hold. */
  readonly held: number;
};

/** Best first; without a question all of them, in their order. */
export function searchDecisions(decisions: readonly Decision[], question: string): Found[] {
  if (question.trim() === '') return decisions.map((decision) => ({ decision, score: 0, held: 0 }));
  const terms = questionTerms(question);
  const predecessors = predecessorsIn(decisions);
  const profiles = profilesOf(decisions, (decision) => predecessors.get(decision) ?? []);
  const asked = askedOf(terms, profiles);
  const total = asked.reduce((sum, { rarity }) => sum + rarity, 0);
  const scored = profiles.flatMap((profile): Scored[] => {
    const score = asked.reduce((sum, { rarity, spellings }) => sum + rarity * weigh(profile, spellings), 0);
    return score > 0 ? [{ ...profile, score: score / total }] : [];
  });
  return toFound(newestOfBest(scored, terms));
}

type Asked = { readonly spellings: readonly Spelling[]; readonly rarity: number };

// A word that few decisions have tells them apart.
function askedOf(terms: readonly Term[], profiles: readonly Profile[]): Asked[] {
  const words = new Set(profiles.flatMap(({ names, common }) => [...names, ...common]));
  return terms.map((term) => {
    const spellings = spellingsOf(term, words);
    const holding = profiles.filter((profile) => weigh(profile, spellings) > 0).length;
    return { spellings, rarity: Math.log(1 + (profiles.length - holding + 0.5) / (holding + 0.5)) };
  });
}

// What it replaced, and what that replaced before.
function predecessorsIn(decisions: readonly Decision[]): Map<Decision, Decision[]> {
  const before = new Map<Decision, Decision[]>();
  for (const old of decisions) {
    const seen = new Set([old]);
    for (
      let by = successorOf(old, decisions);
      by !== undefined && !seen.has(by);
      by = successorOf(by, decisions)
    ) {
      seen.add(by);
      before.set(by, [...(before.get(by) ?? []), old]);
    }
  }
  return before;
}

type Scored = Profile & { readonly score: number };

/** Share of the best score within which the newest decision comes first: for names of things, and for other words. */
const NAMES_BAND = 0.7;
const WORDS_BAND = 0.9;

function newestOfBest(scored: readonly Scored[], asked: readonly Term[]): Scored[] {
  const ranked = [...scored].sort((a, b) => b.score - a.score || newerFirst(a.decision, b.decision));
  const best = ranked[0]?.score ?? 0;
  const isName = asked.some(
    (term) =>
      ranked.some((one) => one.names.has(term.stem)) && !ranked.some((one) => one.common.has(term.stem)),
  );
  const least = best * (isName ? NAMES_BAND : WORDS_BAND);
  const first = ranked
    .filter(({ score }) => score >= least)
    .sort((a, b) => newerFirst(a.decision, b.decision));
  return [...first, ...ranked.filter(({ score }) => score < least)];
}

// Scores fall with the order.
function toFound(ordered: readonly Scored[]): Found[] {
  const scores = ordered.map(({ score }) => score).sort((a, b) => b - a);
  return ordered.map(({ decision, score }, index) => ({
    decision,
    score: Math.round((scores[index] ?? 0) * 100) / 100,
    held: score,
  }));
}

/** The decision that took another one's place, in the same log. */
export const successorOf = (decision: Decision, decisions: readonly Decision[]): Decision | undefined =>
  decision.supersededBy === null
    ? undefined
    : (decisions.find(({ title, path }) => path === decision.path && title === decision.supersededBy) ??
      findCited(
        decision.supersededBy,
        decisions.filter((other) => other !== decision && logOf(other.path) === logOf(decision.path)),
      )[0]);
