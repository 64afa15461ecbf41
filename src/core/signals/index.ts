// Reads a commit as a careful reader would: which rules apply, and what they weigh together.
import type { Config } from '../config/defaults.ts';
import type { Change, Message, Signal } from '../types.ts';
import { COUNTER_RULES } from './against.ts';
import { ARCHITECTURE_RULES } from './architecture.ts';
import { type Facts, readFacts } from './facts.ts';
import { FINDING_RULES } from './findings.ts';
import { PHASE_RULES } from './phases.ts';
import type { Rule } from './rule.ts';
import { WORK_RULES } from './work.ts';

/** Every rule, in the order in which `why` shows what they found. */
export const RULES: readonly Rule[] = [
  ...PHASE_RULES,
  ...ARCHITECTURE_RULES,
  ...FINDING_RULES,
  ...WORK_RULES,
  ...COUNTER_RULES,
];

/** A commit whose signals weigh this much together deserves a record. */
export const ENOUGH = 1;

/** The signals of one commit. `change.documents` sharpens what they see; without it the file list has to do. */
export function findSignals(change: Change, message: Message, config: Config): Signal[] {
  const facts = readFacts(change, message, config);
  return RULES.flatMap((rule) => signalOf(rule, facts));
}

/** The weight of a commit, two decimals, and whether it deserves a record by its own content. */
export function weigh(signals: readonly Signal[]): { readonly weight: number; readonly record: boolean } {
  const weight = round(signals.reduce((sum, signal) => sum + signal.weight, 0));
  return { weight: Math.max(0, weight), record: weight >= ENOUGH };
}

function signalOf(rule: Rule, facts: Facts): Signal[] {
  const settings = facts.config.signals[rule.name];
  const found = settings?.off === true ? null : rule.find(facts);
  const strength = found?.strength ?? 1;
  if (found === null || strength <= 0) return [];
  const weight = round((settings?.weight ?? rule.weight) * strength);
  return [{ rule: rule.name, weight, isUrgent: rule.isUrgent && weight >= ENOUGH, evidence: found.evidence }];
}

const round = (value: number): number => Math.round(value * 100) / 100;
