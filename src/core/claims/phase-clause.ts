// The clauses that say outright that a numbered unit is over or has begun: accepted by form, word after word.
// What is not foreseen here is not claimed.

import { type Clause, type FoundUnits, type NamedUnit, skipSpace, unitsAt } from '../phases/units.ts';
import { hasWord, type Key, matchAt, take, unitOf } from '../words/lexicon.ts';

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
    const found = unitFirst(clause, start) ?? verbFirst(clause, start) ?? marked(clause, start);
    if (found !== null) return found;
  }
  return null;
}

const MARKS = /(?:[\s\u2190-\u2bff*]|\ufe0f|\u200d|[\ud83c-\ud83e][\udc00-\udfff])*/y;
const skipMarks = (text: string, at: number): number => Math.max(at, matchAt(MARKS, text, at));
const MOST_WORDS = 4;

function skipOpening(text: string, at: number): number {
  let start = skipMarks(text, at);
  for (let count = 0; count < MOST_WORDS; count += 1) {
    const end = Math.max(take('openers', text, start), take('adverbs', text, start));
    if (end < 0) break;
    start = skipMarks(text, matchAt(/,?/y, text, end));
  }
  return start;
}

/** Behind words of one table, in any number up to a few; `at` where there are none. */
function skipWords(keys: readonly Key[], text: string, at: number): number {
  let end = skipSpace(text, at);
  for (let count = 0; count < MOST_WORDS; count += 1) {
    const next = Math.max(...keys.map((key) => take(key, text, end)));
    if (next < 0) break;
    end = skipSpace(text, next);
  }
  return end;
}

function namedAt(clause: Clause, at: number): FoundUnits | null {
  const start = skipSpace(clause.folded, at);
  const behind = take('articles', clause.folded, start);
  return unitsAt(clause, start) ?? (behind < 0 ? null : unitsAt(clause, skipSpace(clause.folded, behind)));
}

// Phase 3 (title) is now complete
function unitFirst(clause: Clause, at: number): PhaseClause | null {
  const named = namedAt(clause, at);
  if (named === null) return null;
  const { at: behind, title, isCopula } = skipBetween(clause, named.end);
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

const DONE = /(?:complete|100\s?%)(?![\w%])/y;
const done = (folded: string, at: number): number => matchAt(DONE, folded, at);

function begunAt({ folded }: Clause, at: number): Found | null {
  const start = folded[at] === '(' ? at + 1 : at;
  const end = take('begun', folded, start);
  if (end < 0 || (start > at && folded[end] !== ')')) return null;
  return { kind: 'phase-started', end: end + start - at };
}

// Whom a unit was handed to.
const RECEIVER = /\s[^,;:.()]{1,60}/y;

const JOINTS = /\s*(?:[:：]|\s->|=>?|→|\s[–—-]|[–—])\s*/y;
const QUOTED = /\s*\u0000+\s*/y;
const BRACKETED = /\s*[(（]([^()（）]{1,80})[)）]\s*/y;
const FULL_SHARE =
  /\s*\(?\s*(?:100\s?%|(\d{1,4})\s?(?:\/|of|von|de|di|из|з|z|sur)\s?(\d{1,4})(?![\d/.]))\s*(?:tasks|items|steps|boxes)?\s*\)?\s*/y;

// What may be between a unit and the word that it is over: is, now, a title in brackets, a whole share, a colon.
function skipBetween(
  clause: Clause,
  from: number,
): { readonly at: number; readonly title: string; readonly isCopula: boolean } {
  const { folded, text } = clause;
  let at = skipSpace(folded, from);
  let title = '';
  let copulaEnd = -1;
  for (let count = 0; count < 2 * MOST_WORDS; count += 1) {
    const words = skipWords(['copulas', 'adverbs'], folded, at);
    if (words > at) copulaEnd = words;
    const share = shareAt(folded, words);
    const named = titleAt(clause, words);
    if (named > words)
      title = text
        .slice(words, named)
        .replace(/[()（）\u0000]/g, ' ')
        .trim();
    const next = Math.max(words, share, named, matchAt(QUOTED, folded, words), jointAt(folded, words, from));
    if (next === at) break;
    at = next;
  }
  return { at, title, isCopula: at === copulaEnd };
}

// A colon or a dash stands once, behind the unit and its title.
const jointAt = (folded: string, at: number, from: number): number =>
  /[:：–—=→]|\s->?\s/.test(folded.slice(from, at))
    ? -1
    : matchAt(JOINTS, folded, at - (folded[at - 1] === ' ' ? 1 : 0));

// `100 %`, `12 of 12`, `9/9`; not where the word of completion is missing behind it.
function shareAt(folded: string, at: number): number {
  FULL_SHARE.lastIndex = at;
  const match = FULL_SHARE.exec(folded);
  if (match === null || match[1] !== match[2]) return -1;
  const end = FULL_SHARE.lastIndex;
  const isPercent = match[1] === undefined;
  return isPercent && isEnd(folded, end) ? -1 : end;
}

const isEnd = (folded: string, at: number): boolean => /^[\s.!,;:)]*$/.test(folded.slice(at, at + 3));

function titleAt({ folded }: Clause, at: number): number {
  BRACKETED.lastIndex = at;
  const match = BRACKETED.exec(folded);
  const title = match?.[1] ?? '';
  if (match === null || isPart(title) || take('over', title, 0) >= 0 || done(title, 0) >= 0) return -1;
  return BRACKETED.lastIndex;
}

const isPart = (title: string): boolean =>
  hasWord('parts', title) || hasWord('limits', title) || isPartialShare(title) || /\?/.test(title);

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
  if (!isTail(clause, behind)) return null;
  return { kind, units: named.units, title: titleFrom(clause.text, named.end) };
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
  return (match?.[1] ?? match?.[2] ?? '').replace(/[.\s]+$/, '');
}

const DATE =
  /(?:(?:on|am|le|el|il|em|dnia|at)\s)?[(]?\d{4}-\d\d-\d\d[)]?|(?:in|after|within)\s\d{1,3}\s(?:days?|weeks?|hours?|months?)|with\s\d{1,6}\s(?:new\s)?tests(?:\spassing)?/y;
const STOP =
  /[.,;:!|)）（(+\u3001\u3002\uff0c\uff1a\uff1b\uff01\u2190-\u2bff/&*]|\s[-–—]|[–—]|[\ud83c-\ud83e]/y;

/** Whether what follows a clause leaves it as it is: nothing, a mark and a title, or words that restrict nothing. */
function isTail(clause: Clause, at: number): boolean {
  const { folded } = clause;
  let end = at;
  for (let count = 0; count < MOST_WORDS; count += 1) {
    const words = skipSpace(folded, end);
    const next = Math.max(take('tails', folded, words), matchAt(DATE, folded, words));
    if (next < 0) break;
    end = next;
  }
  const start = skipSpace(folded, end);
  if (start >= folded.length) return !hasWord('limits', folded.slice(at));
  const mayStop =
    matchAt(STOP, folded, end) >= 0 || matchAt(STOP, folded, start) >= 0 || take('and', folded, start) >= 0;
  return mayStop && !hasWord('limits', folded.slice(at, end)) && !isRestricted(clause, end);
}

const TITLED = /^\s*(?:[:：]|[-–—]\s)/;
const PARTIAL = /(\d{1,4})\s?(?:\/|of|von|de|di|из|з|z|sur)\s?(\d{1,4})(?![\d/.-])/g;
const PERCENT = /(?<![\d.,])(\d{1,2})(?:[.,]\d)?\s?%/;
// `complete: 70 %`; in a title a share is about something else: `complete: p95 is down 40 %`.
const LONE_PERCENT = /^\s*(?:[:：]|[-–—]\s)\s*\(?\d{1,2}(?:[.,]\d)?\s?%/;
const NUMBERED_PART =
  /^\s*[:(–—-]?\s*(?:part|step|day|week|teil|schritt|tag|partie|jour|parte|paso|passo|día|dia|giorno|część|krok|часть|шаг|частина|крок|task|pr)\s?#?\d/;

export const isPartialShare = (text: string): boolean =>
  PERCENT.test(text) || [...text.matchAll(PARTIAL)].some(([, part, whole]) => Number(part) < Number(whole));

function isRestricted(clause: Clause, at: number): boolean {
  const rest = clause.folded.slice(at, nextUnit(clause, at));
  const isTitle = TITLED.test(rest);
  if (hasWord('limits', rest) || NUMBERED_PART.test(rest)) return true;
  if (isTitle && (LONE_PERCENT.test(rest) || takesBack(rest))) return true;
  if (isTitle) return [...rest.matchAll(PARTIAL)].some(([, part, whole]) => Number(part) < Number(whole));
  return hasWord('hedges', rest) || isPartialShare(rest);
}

const DENIED = /^(?:no|false|nein|falsch|non|faux|não|нет|ні|nie|否|いいえ|아니요)\W*$/;

// `complete: not really`, `complete - waiting for sign-off`
function takesBack(rest: string): boolean {
  const at = matchAt(/\s*[:：–—-]\s*/y, rest, 0);
  if (at < 0) return false;
  const said = rest.trimEnd();
  const isDenied = (['hedges', 'waits', 'cannot'] as const).some((key) => take(key, said, at) >= 0);
  return (
    isDenied || DENIED.test(said.slice(at)) || take('hedges', said, said.lastIndexOf(' ') + 1) === said.length
  );
}

const BREAK = /[,;.(]\s|\s(?:and|und|et|y|e|i|и|та|while)\s|[,;、。，；（]/g;

// A clause about another unit says nothing of this one.
function nextUnit(clause: Clause, at: number): number {
  for (const match of clause.folded.slice(at).matchAll(BREAK)) {
    const start = at + match.index + match[0].length;
    if (namedAt(clause, start) !== null) return at + match.index;
  }
  return clause.folded.length;
}
