// Takes times in turns, so that whatever else the machine does falls on all contenders alike, and compares them
// round by round.

export type Contender = {
  readonly name: string;
  /** Times the first contender of the group, at most. */
  readonly must?: number;
  /** What we would like it to be. */
  readonly stretch?: number;
  /** What the run needs, not timed. */
  readonly prepare?: () => void;
  readonly run: () => void;
};

/** The first contender is what the others are compared with. */
export type Group = { readonly title: string; readonly contenders: readonly Contender[] };

/** Milliseconds, or ratios; the range is that of the middle half. */
export type Spread = { readonly low: number; readonly median: number; readonly high: number };

export type Row = {
  readonly title: string;
  readonly name: string;
  readonly time: Spread;
  /** To the group's first contender, of the same round each. */
  readonly ratio: Spread;
  readonly must: number | null;
  readonly stretch: number | null;
};

export function measure({ title, contenders }: Group, rounds: number): Row[] {
  const times = contenders.map((): number[] => []);
  for (let round = -1; round < rounds; round++)
    for (const at of inTurn(contenders.length, round)) {
      const contender = contenders[at];
      contender?.prepare?.();
      const start = process.hrtime.bigint();
      contender?.run();
      // The first round warms the caches.
      if (round >= 0) times[at]?.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  const [reference = []] = times;
  return contenders.map(({ name, must = null, stretch = null }, at) => {
    const own = times[at] ?? [];
    const ratios = own.map((time, round) => time / (reference[round] ?? Number.NaN));
    return { title, name, time: spreadOf(own), ratio: spreadOf(ratios), must, stretch };
  });
}

/** Whether the row misses its ratio by more than the noise: three of four rounds are above it. */
export const isMissed = ({ must, ratio }: Row): boolean => must !== null && ratio.low > must;

// Whoever comes first in a round pays for what the round before left behind.
const inTurn = (count: number, round: number): number[] =>
  Array.from({ length: count }, (_, at) => (at + Math.max(0, round)) % count);

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}
