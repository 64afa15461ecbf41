// Puts an entry into a file: into its log, into our own entry that is not committed yet, or into a new
// section.
import type { Context } from '../context/context.ts';
import type { Log, LogEntry } from '../context/log.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import type { Edit } from '../types.ts';
import type { Habits } from './habits.ts';
import { insertAfter, insertBefore } from './insert.ts';
import type { Rendered } from './render.ts';
import { addLogSection } from './section.ts';

export function insertEntry(context: Context, entry: Rendered, habits: Habits): Edit {
  const { log, outline } = context;
  if (log === null) return addLogSection(context, entry.lines, habits);
  if (log.entries.length === 0) return firstEntry(context, log, entry, habits);
  const { lines } = outline;
  const gap = gapOf(lines, log, entry);
  const [first, last] = [log.entries[0]?.from ?? 0, (log.entries.at(-1)?.to ?? 1) - 1];
  return log.order === 'newest-first'
    ? insertBefore(lines, first, [...entry.lines, ...gap], habits.eol)
    : insertAfter(lines, last, [...gap, ...entry.lines], habits.eol);
}

// What stands between the entries that are there; else a blank line between blocks.
function gapOf(lines: readonly BlockLine[], { entries }: Log, { shape }: Rendered): string[] {
  const [first, second] = entries;
  const between = first === undefined || second === undefined ? [] : lines.slice(first.to, second.from);
  const isGap = between.every(({ kind }) => kind === 'blank' || kind === 'rule');
  if (isGap && second !== undefined) return between.map(({ text }) => text.trim());
  return shape === 'row' || shape === 'bullet' ? [] : [''];
}

// Behind what the log says so far: the words on what it is for, or points that have no date.
function firstEntry({ outline }: Context, { from, to }: Log, entry: Rendered, { eol }: Habits): Edit {
  const { lines } = outline;
  const last = lines.findLastIndex(({ kind }, index) => index < to && kind !== 'blank' && kind !== 'rule');
  return insertAfter(lines, Math.max(last, from - 1), ['', ...entry.lines], eol);
}

/** What an entry says behind its head, line by line; a table's rows have no head. */
export const bodyOf = ({ outline }: Context, { from, to, shape }: LogEntry): string[] =>
  outline.lines.slice(shape === 'row' ? from : from + 1, to).map(({ text }) => text);
