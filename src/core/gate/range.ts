// The gate over several commits: a decision in any of them answers for all, unless each has to have its own.
import type { Decision, Finding, Gate } from '../types.ts';

/** What the gate found in one commit of the range. */
export type RangeGate = { readonly sha: string | null; readonly gate: Gate };

export type RangeAnswer = {
  readonly findings: readonly Finding[];
  /** What would have stopped a commit by itself, and passes because of the others. */
  readonly excused: readonly Finding[];
};

type RangeRules = {
  readonly perCommit: boolean;
  /** Those at the end of the range: a decision that was taken out again answers for nothing. */
  readonly standing: readonly Decision[];
};

export function judgeRange(gates: readonly RangeGate[], { perCommit, standing }: RangeRules): RangeAnswer {
  const findings = tellOnce(gates.flatMap(({ gate }) => gate.findings));
  const isUnmet = ({ rule }: Finding) => rule !== 'affects' && rule !== 'decision-style';
  if (perCommit || !findings.some(isUnmet)) return { findings, excused: [] };
  const answers = gates.flatMap(({ gate }) => (gate.decision === null ? [] : [gate.decision]));
  if (answers.length === 0 || !hasCommon(answers, standing)) return { findings, excused: [] };
  return { findings: findings.filter((finding) => !isUnmet(finding)), excused: findings.filter(isUnmet) };
}

// Which decision governs a file is said for the first commit that touches it.
function tellOnce(findings: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  return findings.filter(({ rule, why = [] }) => {
    if (rule !== 'affects') return true;
    const decision = why.at(-1) ?? '';
    return told.has(decision) ? false : told.add(decision).size > 0;
  });
}

const hasCommon = (some: readonly Decision[], others: readonly Decision[]): boolean =>
  some.some(({ id, title }) => others.some((other) => other.id === id && other.title === title));
