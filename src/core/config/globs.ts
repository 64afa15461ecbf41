// Globs: what is allowed in one, and a matcher whose time grows with the length of the path alone.
import { choicesOf, rangeOf, splitParts } from './glob-parts.ts';

/** Characters of a glob, and values of all its ranges such as {1..12} together, at most. */
const LIMITS = { characters: 200, values: 100 } as const;

/** Why a glob is not used; null where it is fine. */
export function globFault(glob: string): string | null {
  if (glob.length > LIMITS.characters) return `a glob of at most ${LIMITS.characters} characters`;
  if (/[\x00-\x1f\x7f]/.test(glob)) return `${quote(glob)}: a path holds no control characters`;
  const bare = glob.replace(/\\[\s\S]|\[[^\]/]*\]/g, '');
  if (/[()]/.test(bare))
    return `${quote(glob)}: groups such as (a|b) are not supported, use {a,b}, or \\( for the character`;
  if (bare.startsWith('!')) return `${quote(glob)}: a glob cannot start with !`;
  return countValues(bare) > LIMITS.values
    ? `${quote(glob)}: its ranges have more than ${LIMITS.values} values`
    : null;
}

const quote = (glob: string): string => JSON.stringify(glob);

const countValues = (glob: string): number =>
  [...glob.matchAll(/\{([^{},]*)\}/g)]
    .map(([, inside = '']) => rangeOf(inside))
    .reduce((sum, range) => sum + (range === null ? 0 : Math.abs(range.last - range.first) + 1), 0);

/** A matcher of whole paths. `*` and `?` stop at `/`, `**` does not; a leading dot is a character like
 * others. */
export function compileGlob(glob: string): (path: string) => boolean {
  const machine: State[] = [];
  const end = add(machine, null, []);
  return runMachine(machine, compile(machine, glob, { next: end, isLast: true }), end);
}

type Test = (code: number) => boolean;

/** Consumes one character, or (`test` null) is in all of `next` at once. */
type State = { readonly test: Test | null; readonly next: number[] };

type Behind = { readonly next: number; readonly isLast: boolean };

const add = (machine: State[], test: Test | null, next: number[]): number => machine.push({ test, next }) - 1;

const SLASH = 47;
const isAny: Test = () => true;
const isInName: Test = (code) => code !== SLASH;

// From the back to the front: each part knows the state behind it.
function compile(machine: State[], glob: string, { next, isLast }: Behind): number {
  return splitParts(glob).reduceRight((behind, part, at, parts) => {
    const isEnd = isLast && at === parts.length - 1;
    return compilePart(machine, part, { next: behind, isLast: isEnd });
  }, next);
}

function compilePart(machine: State[], part: string, { next, isLast }: Behind): number {
  // `a/**` is `a` itself too, as in `a/**/b`.
  if (part === '/**' && isLast)
    return add(machine, null, [addSlash(machine, repeat(machine, isAny, next)), next]);
  if (part === '/**') return addSlash(machine, repeat(machine, isAny, next));
  if (part === '**/') return add(machine, null, [repeat(machine, isAny, addSlash(machine, next)), next]);
  if (part === '**') return repeat(machine, isAny, next);
  if (/^\*+$/.test(part)) return repeat(machine, isInName, next);
  if (part === '?') return add(machine, isInName, [next]);
  if (part.startsWith('[') && part.length > 1) return add(machine, classOf(part.slice(1, -1)), [next]);
  const choices = part.startsWith('{') ? choicesOf(part.slice(1, -1)) : null;
  if (choices !== null)
    return add(
      machine,
      null,
      choices.map((choice) => compile(machine, choice, { next, isLast: false })),
    );
  return part.startsWith('{') && part.length > 1
    ? literal(machine, '{', compile(machine, part.slice(1), { next, isLast }))
    : literal(machine, part.replace(/^\\(?=[\s\S])/, ''), next);
}

const addSlash = (machine: State[], next: number): number => add(machine, (code) => code === SLASH, [next]);

const literal = (machine: State[], text: string, next: number): number =>
  [...Array(text.length).keys()].reduceRight(
    (behind, at) => add(machine, (code) => code === text.charCodeAt(at), [behind]),
    next,
  );

function repeat(machine: State[], test: Test, next: number): number {
  const ways: number[] = [];
  const start = add(machine, null, ways);
  ways.push(add(machine, test, [start]), next);
  return start;
}

/** Of what stands between brackets: `a-z`, `!0-9`. */
function classOf(inside: string): Test {
  const isNot = /^[!^]/.test(inside);
  const spans = [...inside.slice(isNot ? 1 : 0).matchAll(/([\s\S])(?:-([\s\S]))?/g)].map(
    ([, first = '', last = first]) => [first.charCodeAt(0), last.charCodeAt(0)] as const,
  );
  const has = (code: number) => spans.some(([first, last]) => first <= code && code <= last);
  return (code) => code !== SLASH && has(code) !== isNot;
}

/** States that the machine is in at once, and where each character leads from there, as far as it was
 * asked. */
type Point = {
  readonly states: readonly number[];
  readonly isEnd: boolean;
  readonly ways: Map<number, Point>;
};

/** Points that are kept; the set of states repeats itself soon. */
const MOST_POINTS = 500;

function runMachine(machine: readonly State[], start: number, end: number): (path: string) => boolean {
  let points = new Map<string, Point>();
  const pointOf = (from: readonly number[]): Point => {
    const states = reach(machine, from);
    const key = states.join();
    const known = points.get(key);
    if (known !== undefined) return known;
    const point = { states, isEnd: states.includes(end), ways: new Map() };
    points.set(key, point);
    return point;
  };
  const follow = (point: Point, code: number): Point => {
    const next = point.states.flatMap((state) =>
      machine[state]?.test?.(code) ? (machine[state]?.next ?? []) : [],
    );
    const found = pointOf(next);
    point.ways.set(code, found);
    return found;
  };
  let first = pointOf([start]);
  return (path) => {
    if (points.size > MOST_POINTS) {
      points = new Map();
      first = pointOf([start]);
    }
    let point = first;
    for (let at = 0; at < path.length && point.states.length > 0; at++) {
      const code = path.charCodeAt(at);
      point = point.ways.get(code) ?? follow(point, code);
    }
    return point.isEnd;
  };
}

/** All states that are reached without a character, those that wait for one and the end, in order. */
function reach(machine: readonly State[], from: readonly number[]): readonly number[] {
  const seen = new Set<number>();
  const left = [...from];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (machine[at]?.test === null) left.push(...(machine[at]?.next ?? []));
  }
  return [...seen]
    .filter((at) => machine[at]?.test !== null || machine[at]?.next.length === 0)
    .sort((a, b) => a - b);
}
