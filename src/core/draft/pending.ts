// The entry that an earlier draft put into the file and nobody has committed yet: later commits extend it.
import type { Context } from '../context/context.ts';
import type { LogEntry } from '../context/log.ts';
import type { OwedCommit } from '../types.ts';
import { newestFirst } from './entry-heading.ts';
import { idsAtEnd, idsInRow } from './ids.ts';

export type Pending = {
  readonly entry: LogEntry;
  /** The commits that it tells of, oldest first. */
  readonly commits: readonly OwedCommit[];
};

/** The newest entry all of whose ids belong to `drafted`: commits that are owed by the committed file but
 * stand in this one. An entry that names any other commit belongs to another history, or is committed, and is
 * left alone. */
export function findPending(context: Context, drafted: readonly OwedCommit[]): Pending | null {
  const entries = newestFirst(context.log);
  const pending = entries.flatMap((entry) => pendingOf(context, entry, drafted) ?? []);
  const [first] = pending;
  if (first === undefined || first.entry.shape !== 'row') return first ?? null;
  // A table has a row for each of an entry's points.
  const rows = pending.filter(
    ({ entry }, at) => entries.indexOf(entry) === entries.indexOf(first.entry) + at,
  );
  const told = new Set(rows.flatMap(({ commits }) => commits));
  const [from, to] = [
    Math.min(...rows.map(({ entry }) => entry.from)),
    Math.max(...rows.map(({ entry }) => entry.to)),
  ];
  return { entry: { ...first.entry, from, to }, commits: drafted.filter((one) => told.has(one)) };
}

function pendingOf({ outline }: Context, entry: LogEntry, drafted: readonly OwedCommit[]): Pending | null {
  const lines = outline.lines.slice(entry.from, entry.to);
  const ids = new Set(lines.flatMap(({ text }) => (entry.shape === 'row' ? idsInRow(text) : idsAtEnd(text))));
  const isOf = (id: string) => (owed: OwedCommit) => owed.commit.sha.startsWith(id);
  const commits = drafted.filter((owed) => [...ids].some((id) => isOf(id)(owed)));
  return commits.length > 0 && [...ids].every((id) => commits.some(isOf(id))) ? { entry, commits } : null;
}
