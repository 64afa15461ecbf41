// Which decisions a change adds: entries that were not there before under any number, in any place, and are complete.
import { type Gap, gapsIn, type Habits, habitsOf } from '../decisions/complete.ts';
import { logOf, readEntries } from '../decisions/decisions.ts';
import { type Entry, wordsOf } from '../decisions/entry.ts';
import { isDateId } from '../decisions/identity.ts';
import { wordsOnly } from '../decisions/placeholders.ts';
import { groupBy } from '../groups.ts';
import type { Decision, DocumentChange } from '../types.ts';

/** `gaps`: what each entry that is new lacks; none: it is a decision. */
export type NewEntry = { readonly entry: Entry; readonly gaps: readonly Gap[] };

type Known = { readonly decisions: readonly Decision[]; readonly templates: ReadonlySet<string> };

/** `changes`: of documents that hold decisions. Half-written entries that the change completes count as new. */
export function findNewEntries(changes: readonly DocumentChange[], known: Known): NewEntry[] {
  const before = changes.flatMap(({ path, from, before: text }) =>
    text === null ? [] : readEntries([{ path: from ?? path, text }]),
  );
  const after = changes.flatMap(({ path, after: text }) =>
    text === null ? [] : readEntries([{ path, text }]),
  );
  const origins = pairEntries(before, after);
  const gaps = (entry: Entry) => gapsIn(entry, habitsFor(entry, after, known), known.templates);
  return after.flatMap((entry) => {
    const origin = origins.get(entry);
    if (origin === undefined)
      return isCopy(entry, after, known.decisions) ? [] : [{ entry, gaps: gaps(entry) }];
    const isFilledIn = !isSame(origin, entry) && gaps(origin).length > 0 && gaps(entry).length === 0;
    return isFilledIn ? [{ entry, gaps: [] }] : [];
  });
}

const isSame = (one: Entry, other: Entry): boolean => wordsOf(one) === wordsOf(other);

function habitsFor(entry: Entry, entries: readonly Entry[], { decisions, templates }: Known): Habits | null {
  if (entry.kind === 'record') return folderHabits(entry, decisions);
  const others = entries.filter(
    (other) => other !== entry && other.kind === entry.kind && other.decision.path === entry.decision.path,
  );
  return others.length === 0 ? null : habitsOf(others, templates);
}

// Of a folder only the decisions are known, not the texts of its other files.
function folderHabits({ decision }: Entry, decisions: readonly Decision[]): Habits | null {
  const log = logOf(decision.path);
  const others = decisions.filter(({ path }) => path !== decision.path && logOf(path) === log);
  if (others.length === 0) return null;
  const hasIds = others.every(({ id, date }) => id !== null || date !== null);
  return { hasIds, hasDecisions: true, hasRationales: true, fewestParts: 2, fewestWords: 5 };
}

type Key = (entry: Entry) => string | null;

const KEYS: readonly Key[] = [
  ({ decision }) => `${decision.path}\n${decision.id}\n${wordsOnly(decision.title)}`,
  ({ decision }) => (decision.title === '' ? null : `${decision.id}\n${wordsOnly(decision.title)}`),
  (entry) => wordsOf(entry) || null,
  ({ decision }) => (isNumber(decision) ? `${decision.path}\n${decision.id}` : null),
  ({ decision }) => wordsOnly(decision.title) || null,
];

// Several entries may share a date.
const isNumber = ({ id }: Decision): boolean => id !== null && !isDateId(id);

/** For each entry that was there before: its text before. The surest likeness first, each entry once. */
function pairEntries(before: readonly Entry[], after: readonly Entry[]): Map<Entry, Entry> {
  const origins = new Map<Entry, Entry>();
  const left = new Set(before);
  for (const key of KEYS) {
    const waiting = groupBy([...left], key);
    for (const entry of after) {
      const value = key(entry);
      if (value === null || origins.has(entry)) continue;
      const origin = waiting.get(value)?.shift();
      if (origin === undefined) continue;
      origins.set(entry, origin);
      left.delete(origin);
    }
  }
  pairAlike(after, left, origins);
  return origins;
}

const ALIKE = 0.7;

// An entry that lost its number and some of its words is still no new one.
function pairAlike(after: readonly Entry[], left: Set<Entry>, origins: Map<Entry, Entry>): void {
  for (const entry of after) {
    if (origins.has(entry)) continue;
    for (const origin of left)
      if (likeness(entry, origin) > ALIKE) {
        origins.set(entry, origin);
        left.delete(origin);
        break;
      }
  }
}

/** Share of the shorter one's words that the other has too. */
function likeness(one: Entry, other: Entry): number {
  const words = (entry: Entry) => new Set(`${wordsOnly(entry.decision.title)} ${wordsOf(entry)}`.split(' '));
  const [few, many] = [words(one), words(other)].sort((a, b) => a.size - b.size);
  if (few === undefined || many === undefined) return 0;
  return [...few].filter((word) => many.has(word)).length / few.size;
}

// The words of another entry under a new number decide nothing.
function isCopy(entry: Entry, entries: readonly Entry[], decisions: readonly Decision[]): boolean {
  const words = wordsOf(entry);
  if (words === '') return false;
  const { chosen, rationale, path } = entry.decision;
  return (
    entries.some((other) => other !== entry && wordsOf(other) === words) ||
    decisions.some(
      (other) =>
        other.path !== path &&
        other.chosen !== null &&
        other.rationale !== null &&
        other.chosen === chosen &&
        other.rationale === rationale,
    )
  );
}
