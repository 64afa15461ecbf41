// The commits of a page week by week, and what the context file says of each.
import { groupBy } from '../groups.ts';
import { readNaming } from '../verdict/recorded.ts';
import type { PageCommit, PageFacts } from './facts.ts';

/** `named`: the first line of the context file that names it. `updates`: it changed the context file. */
export type Row = PageCommit & {
  readonly named: number | null;
  readonly isOwed: boolean;
  readonly updates: boolean;
};

/** `start`: its Monday, such as `2026-01-05`. */
export type Week = { readonly start: string; readonly rows: readonly Row[] };

const DAY = 86_400_000;

export const dayOf = (date: string): string => date.slice(0, 10);

export const subjectOf = ({ message }: PageCommit['commit']): string =>
  message.trimStart().split('\n', 1)[0] ?? '';

/** 1 January 1970 was a Thursday. */
const weekOf = (date: string): number => Math.floor((Date.parse(dayOf(date)) / DAY + 3) / 7);

const startOf = (week: number): string => dayOf(new Date((week * 7 - 3) * DAY).toISOString());

export function rowsOf({ commits, document, brief }: PageFacts): readonly Row[] {
  const owed = new Set(brief.freshness.owed.map(({ sha }) => sha));
  const lineOf = namedIn(document?.context.outline.lines.map(({ text }) => text) ?? []);
  return commits.map((one) => ({
    ...one,
    named: lineOf(one.commit.sha),
    isOwed: owed.has(one.commit.sha),
    updates: one.commit.files.some(({ path }) => path === document?.path),
  }));
}

function namedIn(lines: readonly string[]): (sha: string) => number | null {
  const known = new Map<string, number>();
  lines.forEach((line, index) => {
    for (const id of readNaming(line)?.ids ?? []) if (!known.has(id)) known.set(id, index + 1);
  });
  const lengths = [...new Set([...known.keys()].map(({ length }) => length))];
  return (sha) => lengths.map((length) => known.get(sha.slice(0, length))).find((line) => line) ?? null;
}

/** Oldest first; weeks without a commit are left out. */
export function weeksOf(rows: readonly Row[]): readonly Week[] {
  const groups = groupBy(rows, ({ commit }) => String(weekOf(commit.date)));
  return [...groups]
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([week, own]) => ({ start: startOf(Number(week)), rows: own }));
}

/** Bars of a chart at most. */
const MOST_BARS = 60;

export type Bar = {
  readonly from: string;
  readonly quiet: number;
  readonly worthy: number;
  readonly owed: number;
};

/** The same commits in spans of equal length from the first week to the last, empty ones included. */
export function barsOf(rows: readonly Row[]): readonly Bar[] {
  const weeks = rows.map(({ commit }) => weekOf(commit.date)).filter(Number.isFinite);
  const [first, last] = weeks.reduce(([low, high], week) => [Math.min(low, week), Math.max(high, week)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as [number, number]);
  if (!Number.isFinite(first)) return [];
  const span = Math.ceil((last - first + 1) / MOST_BARS);
  const groups = groupBy(rows, ({ commit }) => String(Math.floor((weekOf(commit.date) - first) / span)));
  return Array.from({ length: Math.ceil((last - first + 1) / span) }, (_, at) => {
    const own = groups.get(String(at)) ?? [];
    const owed = own.filter(({ isOwed }) => isOwed).length;
    const worthy = own.filter(({ verdict, isOwed }) => verdict.record && !isOwed).length;
    return { from: startOf(first + at * span), quiet: own.length - owed - worthy, worthy, owed };
  });
}
