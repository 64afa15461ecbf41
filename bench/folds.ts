// Cross-validation by repository: each row is judged by what was learnt from other repositories alone.

import { once } from '../src/core/memo.ts';
import { judgeBy, weigh } from '../src/core/signals/index.ts';
import { FEATURES, type Learnt } from '../src/core/signals/judgement.ts';
import { type Judged, judge } from './labelled.ts';
import { fit, type Model, type Prior, score } from './logistic.ts';
import { readReadings } from './readings.ts';
import { fileOf, LESSONS, VERDICTS } from './textbook.ts';

const FOLDS = 10;
/** Ways to part the repositories, whose scores are put together. */
const ROUNDS = 3;

const PRIORS: readonly Prior[] = FEATURES.map(({ sign }) => ({ sign, isBounded: sign !== 0 }));

/** Of commits that any reader would judge alike. */
export const textbook = once(() =>
  [...VERDICTS, ...LESSONS].map(([record, message, ...files]) =>
    judge({ sha: '', repo: '', date: '', message, files: files.map(fileOf), record, kinds: [] }),
  ),
);

const readings = once(readReadings);

/** Two readers agreed on each row, and one reader alone on what was measured. */
const READ_TWICE = 3;

/** Of the rows, the textbook, and what was measured in repositories that are not left out. */
export function learn(rows: readonly Judged[], leftOut: readonly string[] = []): Model {
  const measured = readings().filter(({ repo }) => !leftOut.includes(repo));
  const examples = [...Array.from({ length: READ_TWICE }, () => rows).flat(), ...textbook()].map(
    ({ values, row }) => ({ values, isYes: row.record }),
  );
  return fit([...examples, ...measured], PRIORS);
}

export type Scored = { readonly judged: Judged; readonly score: number; readonly learnt: Learnt };

/** Each row as many times as there are rounds, scored by a model that saw no commit of its repository. */
export function crossValidate(rows: readonly Judged[]): Scored[] {
  const repositories = [...new Set(rows.map(({ row }) => row.repo))].sort();
  return Array.from({ length: ROUNDS }, (_, round) => {
    const foldOf = partition(repositories, round + 1);
    return Array.from({ length: FOLDS }, (_, fold) => {
      const isIn = ({ row }: Judged) => foldOf.get(row.repo) === fold;
      const model = learn(
        rows.filter((one) => !isIn(one)),
        repositories,
      );
      const learnt = learntOf(model, 0);
      return rows.filter(isIn).map((judged) => ({ judged, score: score(model, judged.values), learnt }));
    }).flat();
  }).flat();
}

const digits = (value: number): number => Number(value.toFixed(4));

/** As the product reads it, where `enough` is the score of a commit that just deserves a record. */
export function learntOf({ start, weights, most }: Model, enough: number): Learnt {
  const features = FEATURES.flatMap(({ name }, at) => {
    // Of a rule also that it weighs nothing: one that is not there is not learnt yet.
    const weight = digits(weights[at] ?? 0);
    return weight === 0 && PRIORS[at]?.sign === 0
      ? []
      : [[name, [weight, digits(most[at] ?? 0)] as const] as const];
  });
  return { start: digits(start), enough: digits(enough), features: Object.fromEntries(features) };
}

/** What the product says of a row by what was learnt from the other folds. */
export function judgedUnseen({ judged, learnt }: Scored, enough: number): Judged {
  const signals = judgeBy({ ...learnt, enough }, judged.reading);
  return { ...judged, signals, ...weigh(signals) };
}

/** A score that nothing learnt comes to. */
const OUT_OF_REACH = 1e9;

/** Repositories dealt out in an order that the seed decides. */
function partition(repositories: readonly string[], seed: number): ReadonlyMap<string, number> {
  let state = seed;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  const order = repositories.map((name) => ({ name, at: next() })).sort((a, b) => a.at - b.at);
  return new Map(order.map(({ name }, index) => [name, index % FOLDS]));
}

/** The score above which this share of the rows that deserve no record is flagged, sure signals included. */
export function scoreFlagging(share: number, scored: readonly Scored[]): number {
  const others = scored
    .filter(({ judged }) => !judged.row.record)
    .map((one) => (judgedUnseen(one, OUT_OF_REACH).record ? OUT_OF_REACH : one.score));
  return others.sort((a, b) => b - a)[Math.floor(share * others.length)] ?? 0;
}

export function areaUnderCurve(scored: readonly Scored[]): number {
  const order = [...scored].sort((a, b) => a.score - b.score);
  const ranks = order.flatMap(({ judged }, index) => (judged.row.record ? [index + 1] : []));
  const sum = ranks.reduce((a, b) => a + b, 0);
  return (sum - (ranks.length * (ranks.length + 1)) / 2) / (ranks.length * (order.length - ranks.length));
}
