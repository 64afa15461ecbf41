// The gate over several commits: a decision in any of them answers for all, unless each has to have its own.

import { findCollisions } from '../decisions/citations.ts';
import type { Decision, Finding, Gate } from '../types.ts';
import { describeCollision } from '../wording/gate.ts';
import { isExcusedBy } from './guards.ts';

/** What the gate found in one commit of the range. */
export type RangeGate = { readonly sha: string | null; readonly gate: Gate };

export type RangeAnswer = {
  readonly findings: readonly Finding[];
  /** What would have stopped a commit by itself, and passes because of the others. */
  readonly excused: readonly Finding[];
};

/** `answers`: what commits of the range decide or cite, and what stands at its end. */
export function judgeRange(gates: readonly RangeGate[], answers: readonly Decision[]): RangeAnswer {
  const findings = findingsOf(gates);
  const isExcused = (finding: Finding) => isUnmet(finding) && answers.some((one) => isAnswer(finding, one));
  return { findings: findings.filter((one) => !isExcused(one)), excused: findings.filter(isExcused) };
}

// The decision that a guard belongs to answers for nothing that breaks it, nor does an older one.
export const isAnswer = ({ guard }: Finding, decision: Decision): boolean =>
  guard === undefined || isExcusedBy(guard, { kind: 'citation', decision });

/** What a decision in another commit could answer for. */
export const excusable = (gates: readonly RangeGate[]): Finding[] => findingsOf(gates).filter(isUnmet);

/** Whether a decision is among those at the end of the range: one that was taken out again answers for
 * nothing. */
export const isAmong = (standing: readonly Decision[], decision: Decision | null): boolean =>
  decision !== null && standing.some(({ id, title }) => decision.id === id && decision.title === title);

const isUnmet = ({ rule }: Finding): boolean => rule !== 'affects' && rule !== 'decision-style';

const findingsOf = (gates: readonly RangeGate[]): Finding[] =>
  tellOnce(gates.flatMap(({ gate }) => gate.findings));

// Which decision governs a file is said for the first commit that touches it.
function tellOnce(findings: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  return findings.filter(({ rule, why = [] }) => {
    if (rule !== 'affects') return true;
    const decision = why.at(-1) ?? '';
    return told.has(decision) ? false : told.add(decision).size > 0;
  });
}

/** `sha`: the commit that has both, null for the index. */
export const findCollided = (
  before: readonly Decision[],
  after: readonly Decision[],
  sha: string | null,
): Finding[] =>
  findCollisions(before, after).map(({ id, decisions }) => {
    const newest = decisions.at(-1);
    const places = decisions.map(({ path, line }) => `${path}:${line}`);
    return {
      sha,
      rule: 'decision-number',
      level: 'error',
      path: newest?.path ?? null,
      line: newest?.line ?? null,
      ...describeCollision(id, places),
    };
  });
