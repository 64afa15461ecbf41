// Which entry after a change is which one before it, under whatever number, title or file.
import type { Entry } from '../decisions/entry.ts';
import { entryWords } from '../decisions/entry.ts';
import { isDateId } from '../decisions/identity.ts';
import { wordsOnly } from '../decisions/placeholders.ts';
import { groupBy } from '../groups.ts';
import type { Decision } from '../types.ts';

/** For each entry that was there before: its text before. The surest likeness first, each entry once. */
export function pairEntries(before: readonly Entry[], after: readonly Entry[]): Map<Entry, Entry> {
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
  pairInPlace(before, after, { left, origins });
  return origins;
}

type Key = (entry: Entry) => string | null;

const KEYS: readonly Key[] = [
  ({ decision }) => `${decision.path}\n${decision.id}\n${wordsOnly(decision.title)}`,
  ({ decision }) => (decision.title === '' ? null : `${decision.id}\n${wordsOnly(decision.title)}`),
  (entry) => entryWords(entry) || null,
  ({ decision }) => (isNumber(decision) ? `${decision.path}\n${decision.id}` : null),
  ({ decision }) => wordsOnly(decision.title) || null,
];

// Several entries may share a date.
const isNumber = ({ id }: Decision): boolean => id !== null && !isDateId(id);

const ALIKE = 0.7;
// Comparing all with all is for edits, not for the import of a log.
const MOST_PAIRS = 40_000;

// An entry that lost its number and some of its words is still no new one.
function pairAlike(after: readonly Entry[], left: Set<Entry>, origins: Map<Entry, Entry>): void {
  const lone = after.filter((entry) => !origins.has(entry));
  if (lone.length * left.size > MOST_PAIRS) return;
  const known = [...left].map((origin) => ({ origin, words: wordSet(origin) }));
  for (const entry of lone) {
    const words = wordSet(entry);
    const alike = known.find((one) => left.has(one.origin) && likeness(words, one.words) > ALIKE);
    if (alike === undefined) continue;
    origins.set(entry, alike.origin);
    left.delete(alike.origin);
  }
}

const wordSet = (entry: Entry): ReadonlySet<string> =>
  new Set(`${wordsOnly(entry.decision.title)} ${entryWords(entry)}`.split(' '));

/** Share of the shorter one's words that the other has too; none where one is much longer. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  if (few.size * MUCH_LONGER < many.size) return 0;
  return [...few].filter((word) => many.has(word)).length / few.size;
}

const MUCH_LONGER = 4;

type Pairs = { readonly left: Set<Entry>; readonly origins: Map<Entry, Entry> };

// An entry with no number of its own that stands where another one stood was edited, however much.
function pairInPlace(before: readonly Entry[], after: readonly Entry[], { left, origins }: Pairs): void {
  if (left.size === 0) return;
  const places = new Map(before.map((entry, index) => [entry, index]));
  after.forEach((entry, index) => {
    if (origins.has(entry) || isNumber(entry.decision)) return;
    const previous = after[index - 1];
    const place = previous === undefined ? -1 : places.get(origins.get(previous) ?? previous);
    const origin = place === undefined ? undefined : before[place + 1];
    if (origin === undefined || !left.has(origin) || !isSamePlace(origin, entry)) return;
    origins.set(entry, origin);
    left.delete(origin);
  });
}

const isSamePlace = (one: Entry, other: Entry): boolean =>
  one.kind === other.kind &&
  one.decision.path === other.decision.path &&
  one.decision.id === other.decision.id;
