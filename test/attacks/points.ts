// Which points of an attack are tried: all of them, or a part that is another one in each run.

const { ATTACKS, ATTACKS_SEED } = process.env;

/** `npm run attacks`: every point. */
export const isLong = ATTACKS === 'long';

/** ATTACKS_SEED makes a run that failed come again. */
export const seed = Number(ATTACKS_SEED) || 1 + Math.floor(Math.random() * 999_999);

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffle<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

const SHORT_PART = 0.05;
/** For each operation: a busy machine tries fewer of them. */
const SHORT_SECONDS = 12;

/**
 * Tries points, one after the other, until the part of this run, or its time, is over; what each of them
 * found.
 */
export async function tryPoints<Point, Found>(
  points: readonly Point[],
  act: (point: Point) => Promise<Found>,
): Promise<readonly Found[]> {
  const most = isLong ? points.length : Math.ceil(points.length * SHORT_PART);
  const last = isLong ? Number.POSITIVE_INFINITY : Date.now() + SHORT_SECONDS * 1000;
  const found: Found[] = [];
  for (const point of points.slice(0, most)) {
    if (Date.now() > last) break;
    found.push(await act(point));
  }
  return found;
}
