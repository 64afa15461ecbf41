// Measures contenders in turns, so that whatever else the machine does falls on all of them alike, and
// compares them round by round.
import { setImmediate } from 'node:timers/promises';

type Limits = {
  /** Times the first contender of the group, at most. */
  readonly must?: number;
  /** What we would like it to be. */
  readonly stretch?: number;
};

export type Contender = Limits & { readonly name: string } & (
    | {
        /** What the measurement needs, not measured itself. */
        readonly prepare?: () => void;
        readonly take: () => number;
      }
    /** From what the contenders before it took in the same round. */
    | { readonly derive: (round: readonly number[]) => number }
  );

export type Unit = 'ms' | 'MB';

/** The first contender is what the others are compared with. */
export type Group = {
  readonly title: string;
  readonly unit?: Unit;
  readonly contenders: readonly Contender[];
};

/** The range is that of the middle half. */
export type Spread = { readonly low: number; readonly median: number; readonly high: number };

export type Row = {
  readonly title: string;
  readonly name: string;
  readonly unit: Unit;
  readonly value: Spread;
  /** To the group's first contender, of the same round each. */
  readonly ratio: Spread;
  readonly must: number | null;
  readonly stretch: number | null;
};

/** `warmUps`: rounds before, thrown away; the hooks write V8's code cache in theirs. */
export type Rounds = { readonly warmUps: number; readonly counted: number };

/** Milliseconds that a run takes. */
export const timed = (run: () => void) => (): number => {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e6;
};

export async function measure(
  { title, unit = 'ms', contenders }: Group,
  { warmUps, counted }: Rounds,
): Promise<Row[]> {
  const rounds: number[][] = [];
  for (let round = -warmUps; round < counted; round++) {
    const taken = playRound(contenders);
    if (round >= 0) rounds.push(taken);
    // Signals are heard between rounds only: all else here blocks.
    await setImmediate();
  }
  return contenders.map(({ name, must = null, stretch = null }, at) => {
    const value = spreadOf(rounds.map((round) => round[at] ?? Number.NaN));
    const ratio = spreadOf(rounds.map((round) => (round[at] ?? Number.NaN) / (round[0] ?? Number.NaN)));
    return { title, name, unit, value, ratio, must, stretch };
  });
}

function playRound(contenders: readonly Contender[]): number[] {
  const taken: number[] = [];
  for (const at of shuffled([...contenders.keys()])) {
    const contender = contenders[at];
    if (contender === undefined || !('take' in contender)) continue;
    contender.prepare?.();
    taken[at] = contender.take();
  }
  contenders.forEach((contender, at) => {
    if ('derive' in contender) taken[at] = contender.derive(taken);
  });
  return taken;
}

// In a fixed order one of them would always pay for what the same other one left behind.
const shuffled = (numbers: readonly number[]): number[] =>
  numbers
    .map((number) => ({ number, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ number }) => number);

export type Outcome = 'kept' | 'noise' | 'missed';

/** `noise`: the median is above the limit, but not three rounds of four. */
export function outcomeOf({ must, ratio }: Row): Outcome {
  if (must === null || ratio.median <= must) return 'kept';
  return ratio.low > must ? 'missed' : 'noise';
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}
