// Chooses weights on labelled rows, so that cross-validation can choose them without the rows it judges: a logistic
// regression held near a neutral start (every rule for a record weighs 1, every rule against it -0.5).
import { ENOUGH, RULES } from '../src/core/signals/index.ts';
import type { Judged } from './labelled.ts';

const NEUTRAL: readonly number[] = RULES.map(({ weight }) => (weight > 0 ? 1 : -0.5));
const SHARPNESS = 4;
const PULL = 10;
const STEPS = 1500;
const STEP = 0.025;

export const sumOf = (weights: readonly number[], { strengths }: Judged): number =>
  strengths.reduce((sum, strength, index) => sum + strength * (weights[index] ?? 0), 0);

/** One weight a rule, in the order of RULES; a rule keeps its sign. Both labels count the same in total. */
export function fitWeights(rows: readonly Judged[]): number[] {
  const deserving = rows.filter(({ row }) => row.record).length;
  const share = (record: boolean) => rows.length / 2 / (record ? deserving : rows.length - deserving);
  let weights = [...NEUTRAL];
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = weights.map((weight, index) => (PULL * (weight - (NEUTRAL[index] ?? 0))) / SHARPNESS);
    for (const judged of rows) {
      const guess = 1 / (1 + Math.exp(-SHARPNESS * (sumOf(weights, judged) - ENOUGH)));
      const error = (guess - Number(judged.row.record)) * share(judged.row.record);
      judged.strengths.forEach((strength, index) => {
        slopes[index] = (slopes[index] ?? 0) + error * strength;
      });
    }
    weights = weights.map((weight, index) => {
      const next = weight - (STEP * SHARPNESS * (slopes[index] ?? 0)) / rows.length;
      return (NEUTRAL[index] ?? 0) > 0 ? Math.max(0, next) : Math.min(0, next);
    });
  }
  return weights;
}

/** What weights chosen on the other folds say of each row; repositories are never split. */
export function crossValidate(rows: readonly Judged[], folds = 5): Map<Judged, boolean> {
  const repositories = [...new Set(rows.map(({ row }) => row.repo))].sort();
  const foldOf = ({ row }: Judged) => repositories.indexOf(row.repo) % folds;
  const verdicts = new Map<Judged, boolean>();
  for (let fold = 0; fold < folds; fold += 1) {
    const weights = fitWeights(rows.filter((judged) => foldOf(judged) !== fold));
    for (const judged of rows)
      if (foldOf(judged) === fold) verdicts.set(judged, sumOf(weights, judged) >= ENOUGH);
  }
  return verdicts;
}
