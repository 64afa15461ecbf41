// Which expressions a reader uses, how long the texts are that it holds against each, and how long each takes
// on a megabyte.
import vm from 'node:vm';
import { fill, HOSTILE } from './hostile.ts';

export type Expression = {
  readonly source: string;
  readonly flags: string;
  /** Characters of the longest text that the reader held against it. */
  readonly longest: number;
};

/** The expressions that run while `read` does. */
export function expressionsOf(read: () => void): Expression[] {
  const found = new Map<string, Expression>();
  const original = RegExp.prototype.exec;
  RegExp.prototype.exec = function exec(text: string) {
    const { source, flags } = this;
    const key = `${source}/${flags}`;
    const longest = Math.max(found.get(key)?.longest ?? 0, String(text).length);
    found.set(key, { source, flags, longest });
    return original.call(this, text);
  };
  try {
    read();
  } finally {
    RegExp.prototype.exec = original;
  }
  return [...found.values()];
}

const MEGABYTE = 1_000_000;
/** Enough to tell the slowest text for an expression. */
const SAMPLE = 5_000;
const MOST_MS = 5000;

// What stands in the expression itself, without its signs: `phase `, `complete`.
const partsOf = ({ source }: Expression): string[] => [
  ...new Set(
    (source.match(/(?:[\p{L}\p{N} ]|\\s|\\d|[:,;.–—-])+/gu) ?? []).map(
      (part) => part.replaceAll('\\s', ' ').replaceAll('\\d', '1') || 'a',
    ),
  ),
];

const context = vm.createContext({ run: () => {} });
const script = new vm.Script('run()');

// Stopped where it does not end.
function timed(run: () => void): number {
  const start = process.cpuUsage();
  context.run = run;
  try {
    script.runInContext(context, { timeout: MOST_MS });
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  return process.cpuUsage(start).user / 1000;
}

/** Milliseconds of the processor's time for a text of a size, in pieces as long as the reader has them. */
function timeFor({ source, flags, longest }: Expression, part: string, size: number): number {
  const piece = fill(part, Math.min(size, Math.max(longest, 64)));
  const pattern = new RegExp(source, flags);
  return timed(() => {
    for (let at = 0; at < size; at += piece.length) {
      pattern.lastIndex = 0;
      if (pattern.global) piece.replace(pattern, '');
      else pattern.test(piece);
    }
  });
}

export type Worst = Expression & { readonly part: string; readonly ms: number };

/** The slowest text for an expression, a megabyte of it. */
export function worstOf(expression: Expression): Worst {
  const [{ part } = { part: 'a' }] = [...HOSTILE, ...partsOf(expression).slice(0, 20)]
    .map((one) => ({ part: one, ms: timeFor(expression, one, SAMPLE) }))
    .sort((a, b) => b.ms - a.ms);
  return { ...expression, part, ms: timeFor(expression, part, MEGABYTE) };
}
