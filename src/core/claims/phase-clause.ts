// The clauses that say outright that a numbered unit is over or has begun: accepted by form, word after word.
// What is not foreseen here is not claimed. docs/claims.md shows each form, with what it takes and what it
// does not.
import { type Clause, type FoundUnits, skipSpace, unitsAt } from '../phases/units.ts';
import { matchAt, take } from '../words/lexicon.ts';
import { behindAll, skipBetween, skipWords } from './phase-between.ts';
import { ENDINGS, endingAt, type PhaseClause } from './phase-endings.ts';
import { MOST_WORDS, namedAt, titleFrom } from './phase-tail.ts';
import { marked, VERBS, verbFirst, workOn } from './phase-verbs.ts';

export type { PhaseClause } from './phase-endings.ts';

/** Of docs/claims.md. */
export const PHASE_FORMS: readonly string[] = [
  ...[...ENDINGS, ...VERBS].map(([form]) => form),
  'work on UNIT begun',
  'mark UNIT as done',
  'UNIT, which is done',
];

/** The claim of the clause that starts at `at`; null where its form is not one of those that claim. */
export function phaseClauseAt(clause: Clause, at: number): PhaseClause | null {
  if (take('doubts', clause.folded, skipMarks(clause.folded, at)) >= 0) return null;
  for (const start of new Set([skipMarks(clause.folded, at), skipOpening(clause.folded, at)])) {
    const found =
      unitFirst(clause, start) ?? workOn(clause, start) ?? verbFirst(clause, start) ?? marked(clause, start);
    if (found !== null) return found;
  }
  return null;
}

const MARKS = /(?:[\s\u2190-\u2bff*]|\[x\]\s|\ufe0f|\u200d|[\ud83c-\ud83e][\udc00-\udfff])*/y;
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
  const { title, ...place } = skipBetween(clause, behindAll(clause, at, behindCount(clause, named)));
  const found = endingAt(clause, named, place);
  if (found === null) return null;
  const { kind, form, end } = found;
  return { kind, form, units: named.units, title: title || titleFrom(clause.text, end) };
}

// `Phase 4 of 9`, `Stage 2/4`: how many there are in all.
const IN_ALL = /(?:\s(?:of|von|de|sur|di|из|з|z)\s|\/)(\d{1,2})(?![\w%./])/y;

function behindCount({ folded }: Clause, { units, end }: FoundUnits): number {
  IN_ALL.lastIndex = end;
  const all = Number(IN_ALL.exec(folded)?.[1]);
  return units.length === 1 && Number(units[0]?.id) <= all ? IN_ALL.lastIndex : end;
}

/** `..., which is now complete`, where a unit ends at `comma`. */
export function relativeClauseAt(clause: Clause, start: number, comma: number): PhaseClause | null {
  const which = take('which', clause.folded, skipSpace(clause.folded, start));
  const named = which < 0 ? null : unitsBefore(clause, comma);
  if (named === null) return null;
  const at = skipWords(['copulas', 'adverbs'], clause.folded, which);
  const found = endingAt(clause, named, { at, isCopula: false });
  return found?.kind === 'phase-done'
    ? { kind: found.kind, form: 'UNIT, which is done', units: named.units, title: '' }
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
