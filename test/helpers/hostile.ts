// Texts that make expressions go wrong, and how the time for one grows with its length.

/** Repeated to any length: what half matches, over and over. */
export const HOSTILE: readonly string[] = [
  'a',
  ' ',
  '\t \t',
  '\n',
  '-',
  '#',
  '`',
  '1.',
  '1→',
  '12/',
  '€',
  'é',
  'A_',
  'a-',
  '(',
  '[',
  ': ',
  'a: b\n',
  'a:\n\n',
  '> a\n',
  '```\n',
  '- [ ] a\n',
  '<!-- ',
  'phase ',
  'phase 1',
  'Phase 1 complete ',
  'complete the ',
  'all tasks ',
  'replace this ',
  'split a b ',
  'feat(a',
  'merge ',
  'error',
  'fails because the api requires ',
  'score ',
  '1% faster ',
  'done. ',
  '阶段',
];

export const fill = (part: string, length: number): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);

const RUNS = 3;

/**
 * The best of some runs, in milliseconds of the processor's time: what else the machine does does not count.
 */
export function fastest(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let count = 0; count < RUNS; count += 1) {
    const start = process.cpuUsage();
    run();
    best = Math.min(best, process.cpuUsage(start).user / 1000);
  }
  return best;
}

// Below it a difference says more about the machine than about the expression.
const NOISE = 5;

export type Growth = { readonly small: number; readonly large: number; readonly ratio: number };

/** How much longer eight times the text takes: 8 where time is linear, 64 where it is quadratic. */
export function growthOf(run: (text: string) => void, part: string, length: number): Growth {
  const small = fastest(() => run(fill(part, length / 8)));
  const large = fastest(() => run(fill(part, length)));
  return { small, large, ratio: large / Math.max(small, NOISE) };
}
