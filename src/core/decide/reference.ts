// How a log refers to its decisions: `Decision 7`, `ADR-003`, `[ADR-0007](0007-title.md)`, or by title.
import type { Entry } from '../decisions/entry.ts';
import { isDateId, stripMarks } from '../decisions/identity.ts';
import { digitsOf, type Log, nextNumber } from './log.ts';

/** `heading`: the entry's own, without its marks; empty where it has none. */
export function referenceTo({ kind, decision }: Entry, heading: string): string {
  const { id, title, path } = decision;
  if (kind === 'record') return `[${id ?? title}](${fileName(path)})`;
  if (id === null) return title;
  if (isDateId(id)) return kind === 'heading' ? `${id} (${title})` : id;
  const digits = digitsOf(id) ?? '';
  const at = kind === 'heading' ? stripMarks(heading).indexOf(digits) : -1;
  return at < 0 ? id : stripMarks(heading).slice(0, at + digits.length);
}

/** The id of the next entry, as the sample's is written; null where the log has no numbers. */
export function nextId(log: Log): string | null {
  const { id } = log.sample.decision;
  const digits = digitsOf(id);
  const next = nextNumber(log);
  // A file named by its day has a day's digits for a number.
  if (id === null || digits === null || next === null || digits.length > MOST_DIGITS) return null;
  return replaceLast(id, digits, next);
}

const MOST_DIGITS = 6;

/** How the log will refer to the entry that is still to be written. `sample`: how it refers to its sample. */
export function referenceLike(log: Log, sample: string, written: { title: string; day: string }): string {
  const digits = digitsOf(log.sample.decision.id);
  const next = nextNumber(log);
  if (digits !== null && next !== null) return replaceLast(sample, digits, next);
  const hasDays = log.entries.some(({ decision: { id } }) => id !== null && isDateId(id));
  if (!hasDays) return written.title;
  return log.sample.kind === 'heading' ? `${written.day} (${written.title})` : written.day;
}

function replaceLast(text: string, old: string, next: string): string {
  const at = text.lastIndexOf(old);
  return at < 0 ? next : text.slice(0, at) + next + text.slice(at + old.length);
}

export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
