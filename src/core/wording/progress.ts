// How far the reading of a long range has come.

const WIDTH = 24;

/** One line of at most 70 characters. `total` is at least 1; null: not known yet. */
export function describeProgress(done: number, total: number | null): string {
  if (total === null) return `handoff: ${done} commits`;
  const share = Math.min(1, done / total);
  const full = Math.round(share * WIDTH);
  const bar = `${'='.repeat(full)}${' '.repeat(WIDTH - full)}`;
  return `handoff: [${bar}] ${Math.floor(share * 100)}%  ${done} of ${total} commits`;
}
