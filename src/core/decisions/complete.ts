// Whether an entry says what was decided and why, measured by what the other entries of its log say.
import { type Entry, substance } from './entry.ts';
import { isLabel, type Role } from './labels.ts';
import type { Part } from './parts.ts';
import { countWords, isPlaceholder } from './placeholders.ts';

/** What an entry lacks; `text`: it says too little to be told apart. */
export type Gap = 'id' | 'title' | 'decision' | 'rationale' | 'text';

export type Habits = {
  /** Whether (nearly) all entries have a number or a date. */
  readonly hasIds: boolean;
  readonly hasDecisions: boolean;
  readonly hasRationales: boolean;
  /** The fewest parts that an entry of the log has, and the fewest words that one says. */
  readonly fewestParts: number;
  readonly fewestWords: number;
};

/** What most of these entries have; of no entries: nothing to be held to. */
export function habitsOf(entries: readonly Entry[], templates?: ReadonlySet<string>): Habits {
  const parts = entries.map((entry) => substance(entry.parts, templates));
  const share = (test: (entry: Entry, index: number) => boolean) =>
    entries.length === 0 ? 0 : entries.filter(test).length / entries.length;
  return {
    hasIds: entries.length > 1 && share(({ decision }) => isKnown(decision)) > MOST,
    hasDecisions: share((_, index) => hasRole(parts[index] ?? [], DECISION)) > MOST,
    hasRationales: share((_, index) => hasRole(parts[index] ?? [], REASONS)) > MOST,
    fewestParts: least(parts.map(({ length }) => length)) ?? PARTS,
    fewestWords: least(parts.map(wordsIn)) ?? FEWEST_WORDS,
  };
}

const least = (counts: readonly number[]): number | null => {
  const some = counts.filter((count) => count > 0);
  return some.length === 0 ? null : Math.min(...some);
};

const wordsIn = (parts: readonly { text: string }[]): number =>
  parts.reduce((sum, { text }) => sum + countWords(text), 0);

const MOST = 0.8;
// A decision and its rationale.
const PARTS = 2;
const FEWEST_WORDS = 5;
const TERSE_WORDS = 1;
// Prose in place of a labelled decision and rationale.
const MANY_WORDS = 15;
const DECISION: readonly Role[] = ['decision'];
const RATIONALE: readonly Role[] = ['rationale'];
const REASONS: readonly Role[] = ['rationale', 'context'];

// A row has its place in the table; a record without any before it goes by its file's name.
const owesId = ({ kind }: Entry, habits: Habits | null): boolean =>
  kind !== 'row' && (habits?.hasIds ?? kind === 'heading');

const isKnown = ({ id, date }: Entry['decision']): boolean => id !== null || date !== null;

/** Empty: the entry is complete. `habits` of the other entries of its log; null where there are none. */
export function gapsIn(entry: Entry, habits: Habits | null, templates?: ReadonlySet<string>): Gap[] {
  const { decision, parts } = entry;
  const said = substance(parts, templates);
  const gaps: Gap[] = [];
  if (owesId(entry, habits) && !isKnown(decision)) gaps.push('id');
  if (lacksTitle(decision, templates) && !(said.length > 0 && decision.date !== null)) gaps.push('title');
  if (isLeftOpen(entry, DECISION, templates) || (isOwed(habits?.hasDecisions) && saysOnly(said, REASONS)))
    gaps.push('decision');
  if (isLeftOpen(entry, RATIONALE, templates) || (isOwed(habits?.hasRationales) && saysOnly(said, DECISION)))
    gaps.push('rationale');
  return gaps.length === 0 && saysTooLittle(said, habits) ? ['text'] : gaps;
}

// `Title`, `Decision`: a column's or a template's name for it.
const lacksTitle = ({ title }: Entry['decision'], templates?: ReadonlySet<string>): boolean =>
  isPlaceholder(title, templates) || (isLabel(title) && /^(?:title|decision)/i.test(title));

// Where there is no log yet to measure by, a record owes both.
const isOwed = (isHabit: boolean | undefined): boolean => isHabit ?? true;

const saysOnly = (said: readonly { role: Role | null }[], roles: readonly Role[]): boolean =>
  said.length > 0 &&
  said.every(
    ({ role }) => role === 'aside' || role === 'rejected' || (role !== null && roles.includes(role)),
  );

const hasRole = (parts: readonly { role: Role | null }[], roles: readonly Role[]): boolean =>
  parts.some(({ role }) => role !== null && roles.includes(role));

// Labels for it are there, and nothing behind any of them.
function isLeftOpen({ parts }: Entry, roles: readonly Role[], templates?: ReadonlySet<string>): boolean {
  const own = parts.filter(({ role }) => role !== null && roles.includes(role));
  return own.length > 0 && own.every(({ text }) => isPlaceholder(text, templates));
}

// Prose is measured by its words, an entry of labelled parts by the leanest of the others.
function saysTooLittle(said: readonly Part[], habits: Habits | null): boolean {
  if (said.length >= PARTS) return false;
  const isTerse = (habits?.fewestWords ?? FEWEST_WORDS) < FEWEST_WORDS;
  const words = wordsIn(said);
  if (words < (isTerse ? TERSE_WORDS : FEWEST_WORDS)) return true;
  if (said.every(({ label }) => label === null)) return habits?.hasDecisions === true && words < MANY_WORDS;
  return said.length < Math.min(PARTS, habits?.fewestParts ?? PARTS);
}
