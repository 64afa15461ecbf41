// What may stand behind a unit and says that it is over, has begun or comes next: one row a form.
import type { Clause, FoundUnits, NamedUnit } from '../phases/units.ts';
import { hasWord, type Key, matchAt, take, unitOf } from '../words/lexicon.ts';
import { done, skipWords } from './phase-between.ts';
import { isPartialShare, isTail } from './phase-tail.ts';

export type PhaseClause = {
  readonly kind: 'phase-done' | 'phase-started' | 'next';
  /** By which docs/claims.md knows it. */
  readonly form: string;
  readonly units: readonly NamedUnit[];
  /** What the clause names the unit by, behind a colon or in brackets; else empty. */
  readonly title: string;
};

/** The offset behind the word at `at` that says it; -1 where it is another. `isCopula`: a copula stands right
 * before. */
type End = (folded: string, at: number, isCopula: boolean) => number;

export const word =
  (key: Key): End =>
  (folded, at) =>
    take(key, folded, at);

export const overAt: End = (folded, at) => Math.max(take('over', folded, at), done(folded, at));

const TICK = /[\u2705\u2714\u2611]\ufe0f?/y;
// `Phase 3: ✅ complete`, `Phase 4: 🔄 in progress`
const TICKED = /[\u2705\u2714\u2611]\ufe0f?\s?/y;
const RUNNING = /(?:\ud83d\udd04|\ud83d\udea7|\ud83d\udfe1|\u23f3)\ufe0f?\s?/y;
const behind = (mark: RegExp, folded: string, at: number): number => Math.max(at, matchAt(mark, folded, at));

export const ENDINGS: readonly (readonly [form: string, kind: PhaseClause['kind'], end: End])[] = [
  ['UNIT is next', 'next', word('nextIs')],
  ['UNIT handed over', 'phase-done', (folded, at) => handedTo(folded, at)],
  ['UNIT done', 'phase-done', (folded, at) => overAt(folded, behind(TICKED, folded, at), false)],
  ['MILESTONE reached', 'phase-done', word('reached')],
  ['UNIT ✅', 'phase-done', (folded, at) => matchAt(TICK, folded, at)],
  ['UNIT (done)', 'phase-done', (folded, at) => inBrackets(folded, at, overAt)],
  ['UNIT is live', 'phase-done', (folded, at, isCopula) => (isCopula ? take('settled', folded, at) : -1)],
  ['UNIT marked as done', 'phase-done', (folded, at) => markedAt(folded, at)],
  ['UNIT begun', 'phase-started', (folded, at) => begunAt(folded, behind(RUNNING, folded, at))],
  ['UNIT (begun)', 'phase-started', (folded, at) => inBrackets(folded, at, word('begun'))],
];

// `shipped to the pilots`
const RECEIVER = /\s[^,;:.()]{1,60}/y;

function handedTo(folded: string, at: number): number {
  const handed = take('handed', folded, at);
  const receiver = handed < 0 ? -1 : matchAt(RECEIVER, folded, handed);
  const said = folded.slice(handed, Math.max(handed, receiver));
  const isPartial = hasWord('limits', said) || hasWord('hedges', said) || isPartialShare(said);
  return receiver >= 0 && !isPartial ? receiver : -1;
}

// `Phase 4: started with the first sensor`
function begunAt(folded: string, at: number): number {
  const end = take('begun', folded, at);
  const means = end < 0 ? -1 : take('means', folded, matchAt(/\s?/y, folded, end));
  return means < 0 ? end : Math.max(end, matchAt(RECEIVER, folded, means));
}

function inBrackets(folded: string, at: number, wordAt: End): number {
  if (folded[at] !== '(') return -1;
  const end = wordAt(folded, skipWords(['copulas', 'adverbs'], folded, at + 1), false);
  return end >= 0 && folded[end] === ')' ? end + 1 : -1;
}

// Not `was marked complete`, which a fix says of a fault.
const BEFORE_NOW = /\b(?:was|were|had|has|have|been)\s$/;

function markedAt(folded: string, at: number): number {
  const marked = BEFORE_NOW.test(folded.slice(Math.max(0, at - 8), at)) ? -1 : take('marks', folded, at);
  return marked < 0 ? -1 : overAt(folded, skipWords(['as', 'adverbs'], folded, marked), false);
}

/** A milestone is reached, a phase is not. */
export const isOf = (form: string, { units }: FoundUnits): boolean =>
  !form.includes('MILESTONE') || units.every(({ unit }) => unitOf(unit) === 'milestone');

type Place = { readonly at: number; readonly isCopula: boolean };

/** The ending that a place of a clause has, and where the clause may go on; null where it has none that
 * counts. */
export function endingAt(
  clause: Clause,
  named: FoundUnits,
  { at, isCopula }: Place,
): (Pick<PhaseClause, 'form' | 'kind'> & { readonly end: number }) | null {
  for (const [form, kind, endAt] of ENDINGS) {
    const end = isOf(form, named) ? endAt(clause.folded, at, isCopula) : -1;
    if (isTail(clause, end)) return { form, kind, end };
  }
  return null;
}
