// What a commit weighs: each feature times its learnt weight, added up for the rule that answers for it.
import { memoize } from '../memo.ts';
import type { Facts } from './facts.ts';
import { type Feature, featuresOf, hadBy, type Measured, scaled } from './features.ts';
import { RULES } from './rules.ts';
import learnt from './weights.json' with { type: 'json' };

/** What git itself made is no work, whatever its files: there is nothing to learn. */
export const MADE_BY_GIT: readonly string[] = ['merge', 'fixup'];

export const FEATURES: readonly Feature[] = featuresOf(
  RULES.filter(({ name, sign }) => sign !== 0 && !MADE_BY_GIT.includes(name)),
);

/** What one feature adds to the weight of its rule. */
export type Part = { readonly name: string; readonly value: number; readonly weight: number };

/** What was learnt: of each feature its weight, and the value beyond which more counts no more. */
export type Learnt = {
  /** The score of nothing at all, which weighs 0. */
  readonly start: number;
  /** The score that weighs 1. */
  readonly enough: number;
  readonly features: Readonly<Record<string, readonly number[]>>;
};

export const SHIPPED: Learnt = learnt;

type Weighted = {
  readonly feature: Feature;
  readonly weight: number;
  readonly most: number;
  /** Of what it needs the number; 0: it needs nothing. */
  readonly need: number;
};

/** What a rule weighs of which nothing was learnt yet. */
const NOT_LEARNT = 0.5;

const NEEDS: readonly (string | null)[] = [...new Set([null, ...FEATURES.map(({ needs }) => needs)])];
const numberOf: ReadonlyMap<string | null, number> = new Map(NEEDS.map((need, at) => [need, at]));

const weightsOf = memoize(({ start, enough, features }: Learnt): readonly Weighted[] =>
  FEATURES.flatMap((feature) => {
    const [weight, most = 1] = features[feature.name] ?? [];
    if (weight === undefined && feature.sign === 0) return [];
    const own = weight === undefined ? NOT_LEARNT * feature.sign : weight / (enough - start);
    return own === 0 ? [] : [{ feature, weight: own, most, need: NEEDS.indexOf(feature.needs) }];
  }),
);

/** By rule, the parts that make up its weight. A range has thousands of commits, and most features are 0 in
 * most. */
export function partsOf(facts: Facts, measured: Measured, by: Learnt): ReadonlyMap<string, readonly Part[]> {
  const parts = new Map<string, Part[]>();
  const had = new Uint8Array(NEEDS.length).fill(1, 0, 1);
  for (const need of hadBy(facts, measured)) had[numberOf.get(need) ?? 0] = 1;
  for (const { feature, weight, most, need } of weightsOf(by)) {
    if (had[need] === 0) continue;
    const value = feature.of(facts, measured);
    if (value === 0) continue;
    const part = { name: feature.name, value, weight: weight * Math.min(scaled(feature, value), most) };
    const others = parts.get(feature.rule);
    if (others === undefined) parts.set(feature.rule, [part]);
    else others.push(part);
  }
  return parts;
}
