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
};

/** What a rule weighs of which nothing was learnt yet. */
const NOT_LEARNT = 0.5;

const weightsOf = memoize(({ start, enough, features }: Learnt) => {
  const weighted = FEATURES.flatMap((feature): Weighted[] => {
    const [weight, most = 1] = features[feature.name] ?? [];
    if (weight === undefined && feature.sign === 0) return [];
    const own = weight === undefined ? NOT_LEARNT * feature.sign : weight / (enough - start);
    return own === 0 ? [] : [{ feature, weight: own, most }];
  });
  // Commits have few of all that a feature may need, and mostly the same.
  return memoize((needs: string): readonly Weighted[] => {
    const had = new Set<string | null>([null, ...needs.split('\n')]);
    return weighted.filter(({ feature }) => had.has(feature.needs));
  }, 2000);
});

/** By rule, the parts that make up its weight. A range has thousands of commits, and most features are 0 in
 * most. */
export function partsOf(facts: Facts, measured: Measured, by: Learnt): ReadonlyMap<string, readonly Part[]> {
  const parts = new Map<string, Part[]>();
  for (const { feature, weight, most } of weightsOf(by)(hadBy(facts, measured).join('\n'))) {
    const value = feature.of(facts, measured);
    if (value === 0) continue;
    const part = { name: feature.name, value, weight: weight * Math.min(scaled(feature, value), most) };
    const others = parts.get(feature.rule);
    if (others === undefined) parts.set(feature.rule, [part]);
    else others.push(part);
  }
  return parts;
}
