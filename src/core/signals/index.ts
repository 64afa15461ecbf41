// Reads a commit as a careful reader would: which rules apply, and what they weigh together.
import type { Config } from '../config/defaults.ts';
import type { Change, Message, Signal } from '../types.ts';
import { type Facts, readFacts } from './facts.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';

export { RULES } from './rules.ts';

/** A commit whose signals weigh this much together deserves a record. */
export const ENOUGH = 1;

/** The signals of one commit. `change.documents` sharpens what they see; without it the file list has to do. */
export function findSignals(change: Change, message: Message, config: Config): Signal[] {
  const facts = readFacts(change, message, config);
  return RULES.map((rule) => signalOf(rule, facts)).filter((signal) => signal !== null);
}

/** The weight of a commit, two decimals, and whether it deserves a record by its own content. */
export function weigh(signals: readonly Signal[]): { readonly weight: number; readonly record: boolean } {
  const weight = round(signals.reduce((sum, signal) => sum + signal.weight, 0));
  return { weight: Math.max(0, weight), record: weight >= ENOUGH };
}

function signalOf(rule: Rule, facts: Facts): Signal | null {
  const settings = facts.config.signals[rule.name];
  const found = settings?.off === true ? null : rule.find(facts);
  if (found === null) return null;
  const weight = round((settings?.weight ?? rule.weight) * (found.strength ?? 1));
  if (Math.abs(weight) < NEGLIGIBLE) return null;
  const isUrgent = found.isUrgent ?? (rule.isUrgent && weight >= ENOUGH);
  return { rule: rule.name, weight, isUrgent, evidence: found.evidence };
}

/** What weighs less is no reason. */
const NEGLIGIBLE = 0.05;

const round = (value: number): number => Math.round(value * 100) / 100;
