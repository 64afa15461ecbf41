// Reads a commit as a careful reader would: which rules apply, and what they weigh together.
import type { Config } from '../config/defaults.ts';
import { memoize } from '../memo.ts';
import type { Change, Evidence, Message, Signal } from '../types.ts';
import { type Facts, readFacts } from './facts.ts';
import { type Measured, measure } from './features.ts';
import { type Learnt, MADE_BY_GIT, type Part, partsOf, SHIPPED } from './judgement.ts';
import { type Found, type Rule, strengthOf } from './rule.ts';
import { RULES } from './rules.ts';

export { RULES } from './rules.ts';

/** A commit whose signals weigh this much together deserves a record. */
export const ENOUGH = 1;
/** Of a merge or a fixup, which only what its author says outright can make up for. */
const MADE_BY_GIT_WEIGHT = -1;

export type Reading = {
  readonly facts: Facts;
  readonly measured: Measured;
  readonly found: ReadonlyMap<string, Found>;
};

/** What the rules find in a commit, and what is measured of it. */
export function readCommit(change: Change, message: Message, config: Config): Reading {
  const facts = readFacts(change, message, config);
  const found = new Map<string, Found>();
  for (const { rule } of rulesIn(config)) {
    const one = rule.find(facts);
    if (one !== null) found.set(rule.name, one);
  }
  return { facts, measured: measure(facts, found), found };
}

/** Those that are not switched off, with the weight that is set for them. */
const rulesIn = memoize(
  ({ signals }: Config) =>
    RULES.filter(({ name }) => signals[name]?.off !== true).map((rule) => ({
      rule,
      set: signals[rule.name]?.weight,
    })),
  4,
);

/** The signals of one commit. `change.documents` sharpens what they see; without it the file list has to
 * do. */
export const findSignals = (change: Change, message: Message, config: Config): Signal[] =>
  judgeBy(SHIPPED, readCommit(change, message, config));

export function judgeBy(learnt: Learnt, { facts, measured, found }: Reading): Signal[] {
  const isMade = MADE_BY_GIT.some((name) => found.has(name));
  const parts = isMade ? null : partsOf(facts, measured, learnt);
  const signals: Signal[] = [];
  for (const { rule, set } of rulesIn(facts.config)) {
    const [one, own] = [found.get(rule.name), parts?.get(rule.name) ?? NO_PARTS];
    const signal = one === undefined && own.length === 0 ? null : signalOf(rule, set, one, own);
    if (signal !== null) signals.push(signal);
  }
  return signals;
}

const NO_PARTS: readonly Part[] = [];

/** Of the commits that weigh less, two in a hundred deserve a record: they owe nothing. */
const LEAST = 0.4;

/** The weight of a commit, two decimals, and whether it deserves a record by its own content. */
export function weigh(signals: readonly Signal[]): { readonly weight: number; readonly record: boolean } {
  const weight = round(signals.reduce((sum, signal) => sum + signal.weight, 0));
  return { weight: weight < LEAST ? 0 : weight, record: weight >= ENOUGH };
}

function signalOf(
  rule: Rule,
  set: number | undefined,
  found: Found | undefined,
  parts: readonly Part[],
): Signal | null {
  const weight = round(weightOf(rule, set, found, parts));
  if (Math.abs(weight) < NEGLIGIBLE) return null;
  const isUrgent = found?.isUrgent ?? strengthOf(found) >= rule.urgentFrom;
  return { rule: rule.name, weight, isUrgent, evidence: found?.evidence ?? evidenceOf(parts) };
}

function weightOf(
  { name, isSure }: Rule,
  set: number | undefined,
  found: Found | undefined,
  parts: readonly Part[],
): number {
  if (set !== undefined) return set * Math.max(strengthOf(found), found?.least ?? 0);
  if (MADE_BY_GIT.includes(name)) return found === undefined ? 0 : MADE_BY_GIT_WEIGHT;
  const learnt = parts.reduce((sum, { weight }) => sum + weight, 0);
  const least = found?.least ?? (isSure && strengthOf(found) >= SURE ? ENOUGH : undefined);
  return least === undefined ? learnt : Math.max(learnt, least);
}

/** The strength from which a rule that is sure is enough by itself. */
const SURE = 0.8;
/** What weighs less is no reason. */
const NEGLIGIBLE = 0.05;
/** Parts of a weight that `why` names. */
const MOST_PARTS = 3;

const evidenceOf = (parts: readonly Part[]): Evidence => ({
  kind: 'measured',
  parts: [...parts]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_PARTS)
    .map(({ name, value }) => ({ name, value: round(value) })),
});

const round = (value: number): number => Math.round(value * 100) / 100;
