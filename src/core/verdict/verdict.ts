// Signals, gate and debt make the verdict: what happens now.
import type { Gate, Signal, Verdict } from '../types.ts';

export type Debt = {
  /** Summed weight of the commits before this one that the context file does not account for. */
  readonly weight: number;
  readonly limit: number;
};

export type Judged = {
  readonly signals: readonly Signal[];
  readonly weight: number;
  readonly record: boolean;
  readonly gate: Gate;
  /** See Verdict. */
  readonly needsNoRecord: boolean;
  /** The commit updated the context file itself, by more than our pending draft. */
  readonly changesContext: boolean;
};

export function decideVerdict(judged: Judged, debt: Debt): Verdict {
  const { signals, weight, record, gate, needsNoRecord } = judged;
  return { kind: kindOf(judged, debt), record, weight, signals, gate, needsNoRecord };
}

/** Whether a commit is recorded at once, whatever the debt. */
export const isUrgent = ({ signals, record }: Pick<Judged, 'signals' | 'record'>): boolean =>
  record && signals.some((signal) => signal.isUrgent && signal.weight > 0);

function kindOf(judged: Judged, debt: Debt): Verdict['kind'] {
  const { gate, needsNoRecord, weight } = judged;
  if (gate.findings.some(({ level }) => level === 'error')) return 'block';
  if (needsNoRecord) return 'quiet';
  return isUrgent(judged) || (weight > 0 && debt.weight + weight > debt.limit) ? 'record' : 'quiet';
}

/** The debt behind a commit: a record, or a context file that the commit changed itself, clears it. */
export function debtAfter(weight: number, judged: Judged, verdict: Verdict): number {
  if (judged.changesContext || verdict.kind === 'record') return 0;
  return weight + (judged.needsNoRecord ? 0 : Math.max(0, judged.weight));
}
