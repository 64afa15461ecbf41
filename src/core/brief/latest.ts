// What the newest entry of the log says, for a file that says it nowhere else.
import type { Context } from '../context/context.ts';
import { labelOf } from '../context/labels.ts';
import type { Log, LogEntry } from '../context/log.ts';
import type { Role } from '../context/names.ts';
import { findPlaces, type Place } from '../context/places.ts';
import { roleOfLabel } from '../context/roles.ts';
import { isOver as isClearedBy } from '../head/cleared.ts';
import { isSameWork, withoutIds } from '../head/same.ts';
import { type Item, readItems } from '../markdown/items.ts';
import { isWithin } from '../markdown/outline.ts';
import { memoize } from '../memo.ts';
import { saysNone } from './none.ts';
import { type Point, pointOf, withoutEmptyHeadings } from './point.ts';

/** What the newest entry of the log says under a role, for a file that says it nowhere else. Of the state:
 * all that it does not say under another role. */
export const latestEntry = memoize((context: Context): ((role: Role) => readonly Point[]) => {
  const { log, outline } = context;
  const entry = log === null ? undefined : newestEntry(log);
  if (entry === undefined) return () => [];
  const { from, to, shape } = entry;
  const start = shape === 'heading' ? from + 1 : from;
  const places = findPlaces(outline, (index) => index < start || index >= to);
  const isOther = isWithin(places.filter(({ role }) => role !== 'state' && role !== 'done').map(withTitle));
  const rest = () => readItems(outline.lines, [from, to], (index) => !isOther(index));
  // `Blocked: the key` and, later on that day, `The key arrived`.
  const isOverSince = (item: Item) =>
    readItems(outline.lines, [item.to, to]).some(({ text }) =>
      clears(withoutIds(text), withoutIds(item.text)),
    );
  return (role) => {
    const own = places.filter((place) => place.role === role).flatMap(({ items }) => items);
    const open = role === 'blockers' ? own.filter((item) => !isOverSince(item)) : own;
    const items = role === 'state' && own.length === 0 ? rest() : open;
    return withoutEmptyHeadings(items.map(pointOf)).filter(({ text }) => !saysNone(text));
  };
}, 4);

function clears(said: string, blocker: string): boolean {
  const label = labelOf(said);
  const isLabelled = roleOfLabel(label?.name ?? '')?.role === 'resolved';
  return isLabelled ? isSameWork(blocker, label?.value ?? '') : isClearedBy(blocker, said);
}

const withTitle = ({ line, to }: Place): { readonly from: number; readonly to: number } => ({
  from: line - 1,
  to,
});

// By its date, wherever it stands; among those of one day by the order of the log.
function newestEntry({ entries, order }: Log): LogEntry | undefined {
  const ordered = order === 'newest-first' ? entries : [...entries].reverse();
  const day = ({ date }: LogEntry) => date?.value ?? Number.NEGATIVE_INFINITY;
  const [first] = ordered;
  if (first === undefined || first.date === null) return first;
  return ordered.reduce((best, one) => (day(one) > day(best) ? one : best));
}
