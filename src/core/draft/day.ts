// The entry that a new one of the same day joins, so that thirteen updates of one day are one day.
import type { Context } from '../context/context.ts';
import { labelOf } from '../context/labels.ts';
import type { LogEntry } from '../context/log.ts';
import { roleOfLabel } from '../context/roles.ts';
import { isSameDay } from '../dates/dates.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { newestFirst } from './entry-heading.ts';
import type { DraftFacts } from './facts.ts';
import { idsAtEnd } from './ids.ts';

/** Lines from which on a day takes what weighs, and no more. */
const LONGEST_ENTRY = 20;

/** Whether a day has said so much that only what weighs is worth a further line. */
export const isLongDay = ({ from, to }: LogEntry): boolean => to - from > LONGEST_ENTRY;

/** The newest entry, where it is of this day: it is ours, or the file has one entry a day. Null: a new entry.
 * `now`: ISO 8601 with an offset. A table has a row a point, which nothing joins. */
export function entryOfDay(
  context: Context,
  { now, committed }: Pick<DraftFacts, 'now' | 'committed'>,
): LogEntry | null {
  const [newest, ...others] = newestFirst(context.log);
  if (newest?.date == null || newest.shape === 'row' || !isSameDay(newest.date, now)) return null;
  const heading = context.outline.lines[newest.from]?.text ?? '';
  if (committed !== undefined && !committed.includes(heading)) return null;
  return isOurs(context, newest) || isOneADay(others) ? newest : null;
}

/** Whether a point of an entry ends with the ids of commits. */
export function isOurs({ outline }: Context, { from, to, shape }: LogEntry): boolean {
  const body = outline.lines.slice(shape === 'bullet' ? from : from + 1, to);
  return body.some(({ text }) => idsAtEnd(text).length > 0);
}

// The log of an author who never wrote two entries on one day, in a form that has no time of day.
function isOneADay(entries: readonly LogEntry[]): boolean {
  const days = entries.flatMap(({ date }) => (date === null ? [] : [new Date(date.value).toDateString()]));
  const hasTime = entries.some(({ date }) => date?.styles.some(({ pattern }) => /[hH]/.test(pattern)));
  return days.length > 1 && !hasTime && new Set(days).size === days.length;
}

/** Whether a line of an entry says what comes next, and is ours: a newer one replaces it. */
export const isOurNext = ({ content, text }: BlockLine): boolean =>
  idsAtEnd(text).length > 0 && roleOfLabel(labelOf(content)?.name ?? '')?.role === 'next';
