// Where a new decision goes: which log, after which entry, under which number.
import { findCited } from '../decisions/citations.ts';
import { gapsIn, habitsOf } from '../decisions/complete.ts';
import { hasDecisions, readEntries } from '../decisions/decisions.ts';
import type { Entry } from '../decisions/entry.ts';
import { isDateId, lastNumberIn, stripMarks } from '../decisions/identity.ts';
import { logOf } from '../decisions/paths.ts';
import { groupBy } from '../groups.ts';
import { memoize } from '../memo.ts';
import type { Document } from '../types.ts';

export type Log = {
  /** In the order of the text, or of the files' names. */
  readonly entries: readonly Entry[];
  /** The entry after whose style the next one is written. */
  readonly sample: Entry;
  readonly isNewestFirst: boolean;
  readonly documents: readonly Document[];
};

/** The log that has the decision `id`, else the first one that has any; null: there is none. */
export function chooseLog(
  entries: readonly Entry[],
  id: string | null,
  documents: readonly Document[],
): Log | null {
  const logs = [...groupBy(entries, ({ decision }) => logOf(decision.path)).values()];
  const wanted = id === null ? logs[0] : logs.find((log) => findEntry(log, id) !== undefined);
  return wanted === undefined ? null : describeLog(wanted, documents);
}

/** What holds the next decision: the log, or a directory of records; `fallback` where there is none. */
export function placeOfNext(documents: readonly Document[], fallback: string): string {
  const first = documents.find(hasDecisions)?.path;
  // A file that is in no directory of records holds its own decisions alone.
  if (first === undefined || logOf(first) === first) return first ?? fallback;
  const beside = documents.filter(({ path }) => logOf(path) === logOf(first));
  const { kind, decision } = chooseLog(readEntries(beside), null, beside)?.sample ?? {};
  return kind === 'record' ? logOf(first).slice(0, -1) : (decision?.path ?? fallback);
}

export function findEntry(entries: readonly Entry[], id: string): Entry | undefined {
  const [found] = findCited(
    id,
    entries.map(({ decision }) => decision),
  );
  return entries.find(({ decision }) => decision === found);
}

// Most entries say how the log is written; of them the last complete one.
function describeLog(entries: readonly Entry[], documents: readonly Document[]): Log | null {
  const kinds = [...groupBy(entries, ({ kind }) => kind).values()];
  const [own = []] = kinds.sort((a, b) => b.length - a.length);
  const isNewestFirst = isDescending(own);
  const ordered = own[0]?.kind === 'record' ? [...own].sort(byNumber) : own;
  const newest = isNewestFirst ? [...ordered].reverse() : ordered;
  const habits = habitsOf(ordered);
  const level = levelsIn(documents);
  const common = commonest([...newest].reverse().map(level));
  const complete = newest.filter((entry) => gapsIn(entry, habits).length === 0 && level(entry) === common);
  const sample =
    complete.findLast(({ decision }) => decision.status === 'stands') ?? complete.at(-1) ?? newest.at(-1);
  return sample === undefined ? null : { entries: ordered, sample, isNewestFirst, documents };
}

// `### ADR-7 Amendment 1` is no sample for a log of `## ADR-7`.
function levelsIn(documents: readonly Document[]): (entry: Entry) => number {
  const linesOf = memoize(
    (path: string) => documents.find((one) => one.path === path)?.text.split('\n') ?? [],
  );
  return ({ kind, decision: { path, line } }) =>
    kind === 'heading' ? (/^ {0,3}(#+)/.exec(linesOf(path)[line - 1] ?? '')?.[1]?.length ?? 0) : 0;
}

function commonest(levels: readonly number[]): number {
  const groups = [...groupBy(levels, String).values()].sort((a, b) => b.length - a.length);
  return groups[0]?.[0] ?? 0;
}

export const newestOf = ({ entries, sample, isNewestFirst }: Log): Entry =>
  (isNewestFirst ? entries[0] : entries.at(-1)) ?? sample;

const byNumber = (a: Entry, b: Entry): number => numberIn(a) - numberIn(b);

/** The number of an entry; 0 where it has none. */
export const numberIn = ({ decision: { id } }: Entry): number => lastNumberIn(id);

function isDescending(entries: readonly Entry[]): boolean {
  if (entries[0]?.kind === 'record') return false;
  const numbers = entries.map(numberIn).filter((number) => number > 0);
  const dates = entries.flatMap(({ decision: { date } }) => date ?? []);
  if (dates.length === entries.length && dates[0] !== dates.at(-1))
    return (dates[0] ?? '') > (dates.at(-1) ?? '');
  return (
    (numbers[0] ?? 0) > (numbers.at(-1) ?? 0) ||
    (numbers.length === 0 && (dates[0] ?? '') > (dates.at(-1) ?? ''))
  );
}

/** Digits of the next number, padded as the sample's are; null where the log has no numbers. */
export function nextNumber({ entries, sample }: Log): string | null {
  const digits = digitsOf(sample.decision.id);
  if (digits === null) return null;
  const [group, last] = [
    digits.slice(0, digits.lastIndexOf('.') + 1),
    digits.slice(digits.lastIndexOf('.') + 1),
  ];
  const next = group === '' ? Math.max(...entries.map(numberIn)) + 1 : Number(last) + 1;
  return group + String(next).padStart(last.length, '0');
}

/** The digits that an id ends with, as in `12` or `2.1`; null for a date or nothing. */
export const digitsOf = (id: string | null): string | null =>
  id === null || isDateId(id) ? null : (/(?<!\d|\d\.)\d+(?:\.\d+)*$/.exec(id)?.[0] ?? null);

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
