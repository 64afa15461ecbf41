// Dates of the file that contradict each other.
import type { Context } from '../context/context.ts';
import type { Drift } from './drift.ts';

const DAY = 86_400_000;

// A header that is older than the newest entry, or two headers that differ.
export function contradictingDates({ headerDates, log, outline }: Context): Drift[] {
  const lineOf = (offset: number) => outline.lines.findIndex(({ end }) => end > offset) + 1;
  const said = [
    ...headerDates.map(({ date, start }) => ({ ...date, line: lineOf(start) })),
    ...(log?.entries ?? []).flatMap(({ date, from }) => (date === null ? [] : [{ ...date, line: from + 1 }])),
  ];
  const newest = said.reduce(
    (a, b) => (b.value > a.value ? b : a),
    said[0] ?? { value: 0, line: 0, text: '' },
  );
  return headerDates.slice(0, 1).flatMap(({ date, start }): Drift[] => {
    const isOlder = newest.value - date.value > DAY;
    const place = { line: lineOf(start), laterLine: newest.line };
    return isOlder ? [{ rule: 'dates-contradict', earlier: date.text, later: newest.text, ...place }] : [];
  });
}

/** Entries from which on an order can be told from chance. */
const ENTRIES = 4;

// One or two that stand against the order of all the others.
export function entriesOutOfOrder({ log }: Context): Drift[] {
  const dated = (log?.entries ?? []).flatMap(({ date, from }) =>
    date === null ? [] : [{ date, line: from + 1 }],
  );
  const sign = log?.order === 'newest-first' ? -1 : 1;
  const wrong = dated.slice(1).flatMap(({ date, line }, index): Drift[] => {
    const above = dated[index]?.date;
    const isWrong = above !== undefined && sign * (date.value - above.value) <= -DAY;
    return isWrong ? [{ rule: 'log-order', line, above: above.text, below: date.text }] : [];
  });
  return dated.length >= ENTRIES && wrong.length <= 2 && wrong.length <= (dated.length - 1) / 4 ? wrong : [];
}
