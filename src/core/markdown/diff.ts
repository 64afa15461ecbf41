// What changed between two texts, line by line, as a unified diff.
import { splitLines, withoutLineEnds } from './lines.ts';

export type Step = { readonly mark: ' ' | '+' | '-'; readonly text: string };

/** Hunks with three lines around each change, no file header; empty when the texts are equal. */
export function renderDiff(before: string, after: string): string {
  const steps = compare(readLines(before), readLines(after));
  return hunksOf(steps)
    .map(([from, to]) => `${hunkHeader(steps, from, to)}\n${steps.slice(from, to).map(formatStep).join('')}`)
    .join('');
}

/** A line ending that changed is a change of the line. */
const readLines = (text: string): string[] => splitLines(text).map((line) => line.text + line.eol);

const formatStep = ({ mark, text }: Step): string => `${mark}${withoutLineEnds(text)}\n`;

const CONTEXT = 3;

/** Ranges of steps that hold a change and what is around it. */
function hunksOf(steps: readonly Step[]): (readonly [from: number, to: number])[] {
  const hunks: [number, number][] = [];
  steps.forEach(({ mark }, at) => {
    if (mark === ' ') return;
    const open = hunks.at(-1);
    const to = Math.min(at + CONTEXT + 1, steps.length);
    if (open !== undefined && at - CONTEXT <= open[1]) open[1] = to;
    else hunks.push([Math.max(at - CONTEXT, 0), to]);
  });
  return hunks;
}

function hunkHeader(steps: readonly Step[], from: number, to: number): string {
  const side = (other: Step['mark']): string => {
    const count = (part: readonly Step[]) => part.filter(({ mark }) => mark !== other).length;
    const length = count(steps.slice(from, to));
    return `${count(steps.slice(0, from)) + (length > 0 ? 1 : 0)},${length}`;
  };
  return `@@ -${side('+')} +${side('-')} @@`;
}

/** Every line of both texts, in order; ` ` stands for one that both have. */
export function compare(before: readonly string[], after: readonly string[]): Step[] {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const marked = (mark: Step['mark'], lines: readonly string[]): Step[] =>
    lines.map((text) => ({ mark, text }));
  const old = before.slice(head, before.length - tail);
  const young = after.slice(head, after.length - tail);
  return [
    ...marked(' ', before.slice(0, head)),
    ...(shortestScript(old, young, MOST_CHANGES) ??
      scriptByAnchors(old, young) ?? [...marked('-', old), ...marked('+', young)]),
    ...marked(' ', before.slice(before.length - tail)),
  ];
}

/** Beyond this many changed lines the shortest script takes too long. */
const MOST_CHANGES = 1000;

/** Myers' greedy algorithm (https://doi.org/10.1007/BF01840446): `reach` holds, for each diagonal k = x - y,
 * how far into `a` one gets with the changes made so far. Null when it takes more than `most`. */
export function shortestScript(a: readonly string[], b: readonly string[], most: number): Step[] | null {
  if (Math.abs(a.length - b.length) > most) return null;
  const reach = new Map<number, number>([[1, 0]]);
  const trace: ReadonlyMap<number, number>[] = [];
  for (let changes = 0; changes <= Math.min(most, a.length + b.length); changes += 1) {
    trace.push(new Map(reach));
    for (let k = -changes; k <= changes; k += 2) {
      let x = isDown(reach, k, changes) ? at(reach, k + 1) : at(reach, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reach.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a, b);
    }
  }
  return null;
}

/** Where too much changed: lines that both have once stay, and what is between them is compared. */
function scriptByAnchors(a: readonly string[], b: readonly string[]): Step[] | null {
  const [inA, inB] = [onceIn(a), onceIn(b)];
  const common = [...inA].flatMap(([text, at]) => {
    const other = inB.get(text);
    return other === undefined ? [] : [[at, other] as const];
  });
  const anchors = longestRising(common);
  if (anchors.length === 0) return null;
  let [x, y] = [0, 0];
  const steps = anchors.flatMap(([toA, toB]) => {
    const between = compare(a.slice(x, toA), b.slice(y, toB));
    [x, y] = [toA + 1, toB + 1];
    return [...between, { mark: ' ', text: a[toA] ?? '' } as const];
  });
  return [...steps, ...compare(a.slice(x), b.slice(y))];
}

/** Lines that are there once, with their index, in order. */
function onceIn(lines: readonly string[]): Map<string, number> {
  const first = new Map<string, number>();
  const twice = new Set<string>();
  for (const [index, line] of lines.entries()) first.has(line) ? twice.add(line) : first.set(line, index);
  for (const line of twice) first.delete(line);
  return first;
}

type Pair = readonly [a: number, b: number];

/** The most pairs, given in the order of `a`, whose `b` rises. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  type Link = { readonly pair: Pair; readonly before: Link | undefined };
  const ends: Link[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.pair[1] ?? 0) < pair[1]) low = middle + 1;
      else high = middle;
    }
    ends[low] = { pair, before: ends[low - 1] };
  }
  const found: Pair[] = [];
  for (let link = ends.at(-1); link !== undefined; link = link.before) found.push(link.pair);
  return found.reverse();
}

const at = (reach: ReadonlyMap<number, number>, k: number): number => reach.get(k) ?? -1;

const isDown = (reach: ReadonlyMap<number, number>, k: number, changes: number): boolean =>
  k === -changes || (k !== changes && at(reach, k - 1) < at(reach, k + 1));

function walkBack(
  trace: readonly ReadonlyMap<number, number>[],
  a: readonly string[],
  b: readonly string[],
): Step[] {
  const steps: Step[] = [];
  let [x, y] = [a.length, b.length];
  for (let changes = trace.length - 1; changes >= 0; changes -= 1) {
    const reach = trace[changes] ?? new Map();
    const k = x - y;
    const from = isDown(reach, k, changes) ? k + 1 : k - 1;
    const [fromX, fromY] = [at(reach, from), at(reach, from) - from];
    for (; x > fromX && y > fromY && x > 0 && y > 0; x -= 1, y -= 1)
      steps.push({ mark: ' ', text: a[x - 1] ?? '' });
    if (changes === 0) break;
    if (x === fromX) steps.push({ mark: '+', text: b[fromY] ?? '' });
    else steps.push({ mark: '-', text: a[fromX] ?? '' });
    [x, y] = [fromX, fromY];
  }
  return steps.reverse();
}
