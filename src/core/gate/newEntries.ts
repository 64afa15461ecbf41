// Which decisions a change adds: entries that were not there before under any number, in any place, and are
// complete.
import { type Gap, gapsIn, type Habits, habitsOf } from '../decisions/complete.ts';
import { readEntries } from '../decisions/decisions.ts';
import { type Entry, entryWords, textOfEntry } from '../decisions/entry.ts';
import { logOf } from '../decisions/paths.ts';
import { wordsOnly } from '../decisions/placeholders.ts';
import { groupBy } from '../groups.ts';
import type { Decision, DocumentChange } from '../types.ts';
import { pairEntries } from './pairing.ts';

/** `gaps`: what each entry that is new lacks; none: it is a decision. */
export type NewEntry = { readonly entry: Entry; readonly gaps: readonly Gap[] };

type Known = { readonly decisions: readonly Decision[]; readonly templates: ReadonlySet<string> };

/** `changes`: of documents that hold decisions. Half-written entries that the change completes count as
 * new. */
export function findNewEntries(changes: readonly DocumentChange[], known: Known): NewEntry[] {
  const before = changes.flatMap(({ path, from, before: text }) =>
    text === null ? [] : readEntries([{ path: from ?? path, text }]),
  );
  const after = changes.flatMap(({ path, after: text }) =>
    text === null ? [] : readEntries([{ path, text }]),
  );
  const origins = pairEntries(before, after);
  const wasSaid = createMemory(changes);
  const isCopy = createCopies(after, known.decisions);
  const habitsOfLog = createHabits(after, known);
  const gaps = (entry: Entry) => gapsIn(entry, habitsOfLog(entry), known.templates);
  return after.flatMap((entry) => {
    const origin = origins.get(entry);
    if (origin === undefined) return isCopy(entry) || wasSaid(entry) ? [] : [{ entry, gaps: gaps(entry) }];
    const isFilledIn = !isSame(origin, entry) && gaps(origin).length > 0 && gaps(entry).length === 0;
    return isFilledIn ? [{ entry, gaps: [] }] : [];
  });
}

// What a document said before anywhere, in a list of another section or in a fence, is not decided by moving
// it.
function createMemory(changes: readonly DocumentChange[]): (entry: Entry) => boolean {
  let said: string | null = null;
  return (entry) => {
    const words = entryWords(entry);
    said ??= changes.map(({ before }) => ` ${wordsOnly(before ?? '')} `).join('\n');
    const title = wordsOnly(entry.decision.title);
    return (
      [words, title].every((one) => said?.includes(` ${one} `)) && words.split(' ').length >= FEWEST_WORDS
    );
  };
}

const FEWEST_WORDS = 4;

const isSame = (one: Entry, other: Entry): boolean =>
  textOfEntry(one) === textOfEntry(other) || entryWords(one) === entryWords(other);

/** By the other entries of its log; of a long log by all of them, as one more or less is no habit. */
function createHabits(entries: readonly Entry[], known: Known): (entry: Entry) => Habits | null {
  const logs = groupBy(entries, keyOfLog);
  const habits = new Map<string, Habits>();
  return (entry) => {
    if (entry.kind === 'record') return directoryHabits(entry, known.decisions);
    const key = keyOfLog(entry);
    const log = logs.get(key) ?? [];
    const others = log.length > MANY ? log : log.filter((other) => other !== entry);
    if (others.length === 0) return null;
    const own = habits.get(key) ?? habitsOf(others, known.templates);
    if (log.length > MANY) habits.set(key, own);
    return own;
  };
}

const MANY = 20;

const keyOfLog = ({ kind, decision }: Entry): string => `${kind} ${decision.path}`;

// Of a directory only the decisions are known, not the texts of its other files.
function directoryHabits({ decision }: Entry, decisions: readonly Decision[]): Habits | null {
  const log = logOf(decision.path);
  const others = decisions.filter(({ path }) => path !== decision.path && logOf(path) === log);
  if (others.length === 0) return null;
  const hasIds = others.every(({ id, date }) => id !== null || date !== null);
  return { hasIds, hasDecisions: true, hasRationales: true, fewestParts: 2, fewestWords: 5 };
}

// The words of another entry under a new number decide nothing.
function createCopies(entries: readonly Entry[], decisions: readonly Decision[]): (entry: Entry) => boolean {
  const here = groupBy(entries, textOfEntry);
  const elsewhere = groupBy(decisions.filter(isWhole), sayingOf);
  return (entry) => {
    const text = textOfEntry(entry);
    if (text === '') return false;
    const others = elsewhere.get(sayingOf(entry.decision)) ?? [];
    return (here.get(text)?.length ?? 0) > 1 || others.some(({ path }) => path !== entry.decision.path);
  };
}

const isWhole = ({ chosen, rationale }: Decision): boolean => chosen !== null && rationale !== null;
const sayingOf = ({ chosen, rationale }: Decision): string => `${chosen}\n${rationale}`;
