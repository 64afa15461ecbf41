// Unites two versions of a context file or a decision log, line by line, from the version that both started
// from.
import { readContext } from '../context/context.ts';
import { compare } from '../markdown/diff.ts';
import { lineEndingOf, splitLines } from '../markdown/lines.ts';
import { once } from '../memo.ts';
import { type Cluster, changesOf, clustersOf, type Run } from './changes.ts';
import { entriesOf, type IsField, keyOf } from './entries.ts';
import { renumber } from './numbers.ts';
import { type Place, unite } from './unite.ts';

export type Versions = {
  readonly path: string;
  /** Null: the sides have no common version. */
  readonly base: string | null;
  readonly ours: string;
  readonly theirs: string;
};

/** Lines that both have, or what each of three versions has where they cannot be united. */
export type Part =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | {
      readonly kind: 'conflict';
      readonly base: readonly string[];
      readonly ours: readonly string[];
      readonly theirs: readonly string[];
    };

export type Merged = {
  /** Whether no part is a conflict. */
  readonly isClean: boolean;
  /** The text with one side's lines where they could not be united. */
  readonly as: (side: 'base' | 'ours' | 'theirs') => string;
  /** The text with git's markers. */
  readonly marked: () => string;
};

export function mergeTexts({ path, base, ours, theirs }: Versions): Merged {
  const [mine, other] = [linesOf(ours), linesOf(theirs)];
  const old = base === null ? common(mine, other) : linesOf(base);
  const order = once(() => ({ isNewestFirst: readContext(ours).log?.order !== 'oldest-first' }));
  const isOld = new Set(old);
  const isField = (line: string) => isOld.has(line);
  const added = changesOf(old, mine);
  const clusters = clustersOf(added, withoutKnown(changesOf(old, other), added, isField));
  const parts: Part[] = [];
  let at = 0;
  for (const cluster of clusters) {
    const [from, to] = extent(cluster);
    parts.push(
      { kind: 'lines', lines: old.slice(at, from) },
      settle(old, cluster, () => ({ isField, isNewestFirst: order().isNewestFirst })),
    );
    at = to;
  }
  parts.push({ kind: 'lines', lines: old.slice(at) });
  const isClean = parts.every(({ kind }) => kind === 'lines');
  const joined = (pick: (part: Part) => readonly string[]) => join(parts.flatMap(pick), ours, theirs);
  const whole = joined((part) => (part.kind === 'lines' ? part.lines : []));
  return {
    isClean,
    as: (side) =>
      isClean
        ? renumber(base ?? '', { path, text: whole })
        : joined((part) => (part.kind === 'lines' ? part.lines : part[side])),
    marked: () => joined((part) => (part.kind === 'lines' ? part.lines : markedLines(part))),
  };
}

/** Characters of an entry that no two sides write alike by chance. */
const SHORTEST = 12;

/** Without what the other side put somewhere else: a branch that was squashed, picked or merged before. */
function withoutKnown(runs: readonly Run[], others: readonly Run[], isField: IsField): readonly Run[] {
  const known = new Map(
    others.flatMap((run) => entriesOf(run.lines, isField).map((entry) => [keyOf(entry), run] as const)),
  );
  const isApart = (run: Run, other: Run) => other.to < run.from || other.from > run.to;
  return runs.flatMap((run) => {
    const lines = entriesOf(run.lines, isField)
      .filter((entry) => {
        const [key, other] = [keyOf(entry), known.get(keyOf(entry))];
        return key.length < SHORTEST || other === undefined || !isApart(run, other);
      })
      .flat();
    const isEmpty = run.from === run.to && lines.every((line) => line.trim() === '');
    return isEmpty && run.lines.length > lines.length ? [] : { ...run, lines };
  });
}

const linesOf = (text: string): string[] => splitLines(text).map((line) => line.text);

const common = (ours: readonly string[], theirs: readonly string[]): string[] =>
  compare(ours, theirs).flatMap(({ mark, text }) => (mark === ' ' ? [text] : []));

function join(lines: readonly string[], ours: string, theirs: string): string {
  const eol = lineEndingOf(ours.includes('\n') ? ours : theirs);
  const isEnded = [ours, theirs].some((text) => /[\r\n]$/.test(text));
  return lines.length === 0 ? '' : lines.join(eol) + (isEnded ? eol : '');
}

const extent = ({ ours, theirs }: Cluster): readonly [number, number] => {
  const runs = [...ours, ...theirs];
  return [Math.min(...runs.map(({ from }) => from)), Math.max(...runs.map(({ to }) => to))];
};

type Order = Pick<Place, 'isNewestFirst' | 'isField'>;

function settle(base: readonly string[], cluster: Cluster, order: () => Order): Part {
  const [from, to] = extent(cluster);
  const { ours, theirs } = cluster;
  if (theirs.length === 0) return { kind: 'lines', lines: apply(base, ours, from, to) };
  if (ours.length === 0) return { kind: 'lines', lines: apply(base, theirs, from, to) };
  const isGone = (runs: readonly Run[], at: number) => runs.some((run) => run.from <= at && at < run.to);
  const range = base.slice(from, to).map((_, index) => from + index);
  const gone = range.filter((at) => isGone(ours, at) && isGone(theirs, at)).map((at) => base[at] ?? '');
  const kept = range.filter((at) => !isGone(ours, at) && !isGone(theirs, at)).map((at) => base[at] ?? '');
  const united = unite({ gone, ours: cameIn(ours), theirs: cameIn(theirs), ...order() });
  return united === null
    ? {
        kind: 'conflict',
        base: base.slice(from, to),
        ours: apply(base, ours, from, to),
        theirs: apply(base, theirs, from, to),
      }
    : { kind: 'lines', lines: [...united, ...kept] };
}

const cameIn = (runs: readonly Run[]): string[] => runs.flatMap(({ lines }) => [...lines]);

function apply(base: readonly string[], runs: readonly Run[], from: number, to: number): string[] {
  const lines: string[] = [];
  let at = from;
  for (const run of runs) {
    lines.push(...base.slice(at, run.from), ...run.lines);
    at = run.to;
  }
  return [...lines, ...base.slice(at, to)];
}

const markedLines = ({ ours, theirs }: Extract<Part, { kind: 'conflict' }>): string[] => [
  '<<<<<<< ours',
  ...ours,
  '=======',
  ...theirs,
  '>>>>>>> theirs',
];
