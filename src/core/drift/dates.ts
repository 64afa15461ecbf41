// Dates of the file that contradict each other.
import type { Context } from '../context/context.ts';
import type { Log } from '../context/log.ts';
import type { FoundDate } from '../dates/dates.ts';
import type { Drift } from './facts.ts';

const DAY = 86_400_000;

// The newest header, where the log goes on after it.
export function contradictingDates({ headerDates, log, outline }: Context): Drift[] {
  const lineOf = (offset: number) => outline.lines.findIndex(({ end }) => end > offset) + 1;
  const header = newest(headerDates.map(({ date, start }) => ({ date, line: lineOf(start) })));
  const entry = newest(datedEntries(log));
  if (header === null || entry === null || entry.date.value - header.date.value <= DAY) return [];
  return [
    {
      rule: 'dates-contradict',
      line: header.line,
      earlier: header.date.text,
      later: entry.date.text,
      laterLine: entry.line,
    },
  ];
}

type Dated = { readonly date: FoundDate; readonly line: number };

const newest = (dated: readonly Dated[]): Dated | null =>
  dated
    .filter(({ date }) => date.isSure)
    .reduce<Dated | null>(
      (best, one) => (best === null || one.date.value > best.date.value ? one : best),
      null,
    );

// Dated points of a section that no name makes a log may be a plan.
const isHistory = ({ heading, entries }: Log): boolean => heading !== null || entries[0]?.shape === 'heading';

const datedEntries = (log: Log | null): Dated[] =>
  (log !== null && isHistory(log) ? log.entries : []).flatMap(({ date, from }) =>
    date === null ? [] : [{ date, line: from + 1 }],
  );

/** Entries from which on an order can be told from chance. */
const ENTRIES = 4;

// One or two that stand against the order of all the others, the newest one among them: a reader takes the
// entry at the end of the order for it. What was mixed up long ago misleads no one.
export function entriesOutOfOrder({ log }: Context): Drift[] {
  const dated = datedEntries(log).filter(({ date }) => date.isSure);
  const last = Math.max(...dated.map(({ date }) => date.value));
  const sign = log?.order === 'newest-first' ? -1 : 1;
  const wrong = dated.slice(1).flatMap(({ date, line }, index): Drift[] => {
    const above = dated[index]?.date;
    const isWrong =
      above !== undefined &&
      sign * (date.value - above.value) <= -DAY &&
      Math.max(date.value, above.value) === last;
    return isWrong ? [{ rule: 'log-order', line, above: above.text, below: date.text }] : [];
  });
  return dated.length >= ENTRIES && wrong.length <= 2 && wrong.length <= (dated.length - 1) / 4 ? wrong : [];
}
