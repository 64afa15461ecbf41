// What commit-msg does with the gate's judgement.
import { formatProblem } from '../problem.ts';
import type { Effect, Gate } from '../types.ts';
import { describeBlock, describeWarning, type StoppedCommit } from '../wording/gate.ts';

/** What a commit was judged as: post-commit finds it again in the commit that was made, unless the hook was
 * skipped. */
export type GateMark = { readonly parent: string | null; readonly tree: string | null };

/** Of a gate that is blocked. */
export const planStop = (gate: Gate, stopped: StoppedCommit): readonly Effect[] => [
  { kind: 'forget', name: 'gate' },
  { kind: 'say', text: formatProblem(describeBlock(gate, stopped)) },
  { kind: 'exit', code: 1 },
];

/** Of one that is not. */
export function planPass(gate: Gate, mark: GateMark): readonly Effect[] {
  const warnings = gate.findings.map(
    (finding): Effect => ({ kind: 'say', text: formatProblem(describeWarning(finding)) }),
  );
  return [...warnings, { kind: 'remember', name: 'gate', value: mark }];
}

export const isBlocked = ({ findings }: Gate): boolean => findings.some(({ level }) => level === 'error');
