// Logistic regression with a pull towards zero, by Nesterov's accelerated gradient: small, and the
// same every time.

export type Example = {
  readonly values: readonly number[];
  readonly isYes: boolean;
};

/** A score of 0 is even odds: `start` plus each value, up to its `most`, times its weight. */
export type Model = {
  readonly start: number;
  readonly weights: readonly number[];
  readonly most: readonly number[];
};

/** What is known of a weight before anything is learnt. */
export type Prior = {
  /** Whether it may go either way (0), only up (1) or only down (-1). */
  readonly sign: -1 | 0 | 1;
  /** Whether its values are bounded, so that none is too far out. */
  readonly isBounded: boolean;
};

const PULL = 40;
const STEPS = 250;
/** Above a quarter of the largest eigenvalue of what is fitted, so that no step overshoots. */
const CURVATURE = 7.5;
/** Values further out than so many deviations count as if they were there. */
const FURTHEST = 4;
/** What hardly ever differs keeps near what was known of it. */
const LEAST_DEVIATION = 0.1;

type Column = {
  readonly mean: number;
  readonly deviation: number;
  readonly most: number;
  readonly prior: Prior;
};

function columnOf(values: readonly number[], prior: Prior): Column {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length;
  const deviation = Math.max(LEAST_DEVIATION, Math.sqrt(variance));
  return { mean, deviation, most: prior.isBounded ? 1 : mean + FURTHEST * deviation, prior };
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let total = 0;
  for (let at = 0; at < a.length; at += 1) total += (a[at] ?? 0) * (b[at] ?? 0);
  return total;
};

/** One prior for each value. */
export function fit(examples: readonly Example[], priors: readonly Prior[]): Model {
  const columns = priors.map((prior, at) =>
    columnOf(
      examples.map(({ values }) => values[at] ?? 0),
      prior,
    ),
  );
  const rows = examples.map(({ values }) =>
    Float64Array.from(
      columns,
      ({ mean, deviation, most }, at) => (Math.min(most, values[at] ?? 0) - mean) / deviation,
    ),
  );
  const rate = 1 / (CURVATURE + PULL / rows.length);
  let [weights, before] = [new Float64Array(columns.length), new Float64Array(columns.length)];
  let [start, startBefore] = [0, 0];
  for (let step = 0; step < STEPS; step += 1) {
    const momentum = step / (step + 3);
    const ahead = weights.map((weight, at) => weight + momentum * (weight - (before[at] ?? 0)));
    const startAhead = start + momentum * (start - startBefore);
    const slopes = ahead.map((weight) => PULL * weight);
    let slope = 0;
    rows.forEach((row, index) => {
      const error = 1 / (1 + Math.exp(-startAhead - dot(ahead, row))) - Number(examples[index]?.isYes);
      for (let at = 0; at < row.length; at += 1) slopes[at] = (slopes[at] ?? 0) + error * (row[at] ?? 0);
      slope += error;
    });
    [before, startBefore] = [weights, start];
    weights = ahead.map((weight, at) =>
      within(weight - (rate * (slopes[at] ?? 0)) / rows.length, priors[at]?.sign ?? 0),
    );
    start = startAhead - (rate * slope) / rows.length;
  }
  return inOwnUnits(start, weights, columns);
}

const within = (weight: number, sign: Prior['sign']): number =>
  sign === 0 ? weight : sign > 0 ? Math.max(0, weight) : Math.min(0, weight);

function inOwnUnits(start: number, scaled: Float64Array, columns: readonly Column[]): Model {
  const weights = columns.map(({ deviation }, at) => (scaled[at] ?? 0) / deviation);
  return {
    start: columns.reduce((total, { mean }, at) => total - (weights[at] ?? 0) * mean, start),
    weights,
    most: columns.map(({ most }) => most),
  };
}

export const score = ({ start, weights, most }: Model, values: readonly number[]): number =>
  weights.reduce((total, weight, at) => total + weight * Math.min(values[at] ?? 0, most[at] ?? 0), start);
