// The clauses that say outright that a numbered unit is over or has begun: accepted by form, word after word.
// What is not foreseen here is not claimed.

import { type Clause, type FoundUnits, type NamedUnit, skipSpace, unitsAt } from '../phases/units.ts';
import { hasWord, matchAt, take, unitOf } from '../words/lexicon.ts';
import { done, skipBetween, skipWords, titleAt } from './phase-between.ts';
import { isTail, MOST_WORDS, namedAt } from './phase-tail.ts';

export type PhaseClause = {
  readonly kind: 'phase-done' | 'phase-started' | 'next';
  readonly units: readonly NamedUnit[];
  /** What the clause names the unit by, behind a colon or in brackets; else empty. */
  readonly title: string;
};

/** The claim of the clause that starts at `at`; null where its form is not one of those that claim. */
export function phaseClauseAt(clause: Clause, at: number): PhaseClause | null {
  if (take('doubts', clause.folded, skipMarks(clause.folded, at)) >= 0) return null;
  const opened = skipOpening(clause.folded, at);
  for (const start of new Set([skipMarks(clause.folded, at), opened])) {
    const found =
      unitFirst(clause, start) ?? workOn(clause, start) ?? verbFirst(clause, start) ?? marked(clause, start);
    if (found !== null) return found;
  }
  return null;
}

const MARKS = /(?:[\s\u2190-\u2bff*]|\ufe0f|\u200d|[\ud83c-\ud83e][\udc00-\udfff])*/y;
const skipMarks = (text: string, at: number): number => Math.max(at, matchAt(MARKS, text, at));

function skipOpening(text: string, at: number): number {
  let start = skipMarks(text, at);
  for (let count = 0; count < MOST_WORDS; count += 1) {
    const end = Math.max(take('openers', text, start), take('adverbs', text, start));
    if (end < 0) break;
    start = skipMarks(text, matchAt(/(?:,|\.{3}|…)?/y, text, end));
  }
  return start;
}

// Phase 3 (title) is now complete
function unitFirst(clause: Clause, at: number): PhaseClause | null {
  const named = namedAt(clause, at);
  if (named === null) return null;
  const { at: behind, title, isCopula } = skipBetween(clause, behindCount(clause, named));
  const next = take('nextIs', clause.folded, behind);
  if (next >= 0 && isTail(clause, next)) return { kind: 'next', units: named.units, title };
  const settled = isCopula ? take('settled', clause.folded, behind) : -1;
  const found = [
    overAt(clause, named, behind),
    settled < 0 ? null : ({ kind: 'phase-done', end: settled } as const),
    begunAt(clause, behind),
  ].find((one) => one !== null && isTail(clause, one.end));
  if (found == null) return null;
  return { kind: found.kind, units: named.units, title: title || titleFrom(clause.text, found.end) };
}

// `Phase 4 of 9`: how many there are in all.
const IN_ALL = /\s(?:of|von|de|sur|di|из|з|z)\s(\d{1,2})(?![\w%./])/y;

function behindCount({ folded }: Clause, { units, end }: FoundUnits): number {
  IN_ALL.lastIndex = end;
  const all = Number(IN_ALL.exec(folded)?.[1]);
  return units.length === 1 && Number(units[0]?.id) <= all ? IN_ALL.lastIndex : end;
}

type Found = { readonly kind: 'phase-done' | 'phase-started'; readonly end: number };

const TICK = /[\u2705\u2714\u2611]\ufe0f?/y;

function overAt({ folded }: Clause, { units }: FoundUnits, at: number): Found | null {
  const isReached = units.every(({ unit }) => unitOf(unit) === 'milestone');
  const handed = take('handed', folded, at);
  const receiver = handed < 0 ? -1 : matchAt(RECEIVER, folded, handed);
  if (receiver >= 0 && !hasWord('limits', folded.slice(handed, receiver)))
    return { kind: 'phase-done', end: receiver };
  const over = Math.max(
    take('over', folded, at),
    done(folded, at),
    isReached ? take('reached', folded, at) : -1,
  );
  if (over >= 0) return { kind: 'phase-done', end: over };
  const tick = matchAt(TICK, folded, at);
  if (tick >= 0) return { kind: 'phase-done', end: tick };
  const bracketed = folded[at] === '(' ? skipWords(['copulas', 'adverbs'], folded, at + 1) : -1;
  const inner = bracketed < 0 ? -1 : Math.max(take('over', folded, bracketed), done(folded, bracketed));
  return inner >= 0 && folded[inner] === ')' ? { kind: 'phase-done', end: inner + 1 } : null;
}

function begunAt({ folded }: Clause, at: number): Found | null {
  const start = folded[at] === '(' ? at + 1 : at;
  const end = take('begun', folded, start);
  if (end < 0 || (start > at && folded[end] !== ')')) return null;
  return { kind: 'phase-started', end: end + start - at };
}

// Work on phase 3 has started
function workOn(clause: Clause, at: number): PhaseClause | null {
  const named = namedAt(clause, take('workOn', clause.folded, at));
  const end =
    named === null
      ? -1
      : take('begun', clause.folded, skipWords(['copulas', 'adverbs'], clause.folded, named.end));
  return named !== null && isTail(clause, end)
    ? { kind: 'phase-started', units: named.units, title: titleFrom(clause.text, end) }
    : null;
}

// Whom a unit was handed to.
const RECEIVER = /\s[^,;:.()]{1,60}/y;

// This completes phase 3
const verbFirst = (clause: Clause, at: number): PhaseClause | null =>
  verbAt(clause, at, skipWords(['subjects', 'adverbs'], clause.folded, at)) ??
  verbAt(clause, at, skipSpace(clause.folded, at));

function verbAt(clause: Clause, at: number, start: number): PhaseClause | null {
  const isBehindComma = /,\s*(?:\S{1,12}\s)?$/.test(clause.folded.slice(0, at));
  const completes = Math.max(
    take('completes', clause.folded, start),
    done(clause.folded, start),
    isBehindComma ? take('completing', clause.folded, start) : -1,
    onlyMilestone(clause, take('reached', clause.folded, start)),
  );
  const begins = take('begins', clause.folded, start);
  const [kind, end] =
    completes >= 0 ? (['phase-done', completes] as const) : (['phase-started', begins] as const);
  if (end < 0) return null;
  const colon = matchAt(/\s?[:：]|\s[-–—]/y, clause.folded, end);
  const named = namedAt(clause, Math.max(end, colon));
  if (named === null) return null;
  const title = titleAt(clause, named.end);
  const behind = Math.max(named.end, title);
  const addition = kind === 'phase-done' ? 'additions' : 'means';
  if (!isTail(clause, behind) && !isTail(clause, additionAt(clause, behind, addition))) return null;
  return { kind, units: named.units, title: titleFrom(clause.text, named.end) };
}

// `with the last sensor`, `to the club`; `phase 3 of the animation` may be somebody else's phase.
const ADDITION = /\s[^,;:.()|\d%]{1,60}/y;

function additionAt({ folded }: Clause, at: number, key: 'additions' | 'means'): number {
  const word = take(key, folded, skipSpace(folded, at));
  const end = word < 0 ? -1 : matchAt(ADDITION, folded, word);
  const said = folded.slice(word, end);
  const isWhole = end >= 0 && !(['limits', 'hedges', 'parts'] as const).some((key) => hasWord(key, said));
  return isWhole ? end : -1;
}

// A milestone is reached, a phase is not.
function onlyMilestone(clause: Clause, end: number): number {
  const named = end < 0 ? null : namedAt(clause, end);
  return named?.units.every(({ unit }) => unitOf(unit) === 'milestone') ? end : -1;
}

// Mark phase 3 as complete
function marked(clause: Clause, at: number): PhaseClause | null {
  const { folded } = clause;
  const start = skipWords(['subjects', 'adverbs'], folded, at);
  const verb = take('marks', folded, start);
  const named = verb < 0 ? null : namedAt(clause, verb);
  if (named === null) return null;
  const between = Math.max(named.end, titleAt(clause, named.end));
  const behind = skipWords(['as', 'adverbs', 'copulas'], folded, between);
  const end = Math.max(take('over', folded, behind), done(folded, behind));
  return end >= 0 && isTail(clause, end) ? { kind: 'phase-done', units: named.units, title: '' } : null;
}

/** `..., which is now complete`, where a unit ends at `end`. */
export function relativeClauseAt(clause: Clause, start: number, comma: number): PhaseClause | null {
  const { folded } = clause;
  const which = take('which', folded, skipSpace(folded, start));
  const named = which < 0 ? null : unitsBefore(clause, comma);
  if (named === null) return null;
  const at = skipWords(['copulas', 'adverbs'], folded, which);
  const found = overAt(clause, named, at);
  return found !== null && isTail(clause, found.end)
    ? { kind: found.kind, units: named.units, title: '' }
    : null;
}

const LONGEST_UNIT = 24;

function unitsBefore(clause: Clause, end: number): FoundUnits | null {
  for (let at = Math.max(0, end - LONGEST_UNIT); at < end; at += 1) {
    if (at > 0 && !/[\s(]/.test(clause.folded[at - 1] ?? '')) continue;
    const found = unitsAt(clause, at);
    if (found !== null && found.end === end) return found;
  }
  return null;
}

const TITLE = /^(?:\s?[:：]|\s[-–—]|[–—])\s*(.{1,200})$|^\s*[(（]([^()（）]{1,80})[)）]/;

function titleFrom(text: string, at: number): string {
  const match = TITLE.exec(text.slice(at, at + 300));
  return (match?.[1] ?? match?.[2] ?? '').replace(/\u0000+/g, ' ').replace(/[.\s]+$/, '');
}
