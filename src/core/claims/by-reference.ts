// `feat(phase-3): complete the phase`, `Phase 4: wire the pumps; close phase`: a unit without its number,
// where the scope or what stands before names the only one that it can be.
import { type Clause, clauseOf, type NamedUnit, unitKind, unitsAt, unitsIn } from '../phases/units.ts';
import { findWord, hasWord, matchAt, take, unitPattern } from '../words/lexicon.ts';
import type { MessageClaim } from './claim.ts';
import { phaseClauseAt } from './phase-clause.ts';
import { mayName } from './phase-tail.ts';
import { isQuestion, startsOf } from './sentences.ts';

/** `scope`: the units that the scope of the commit names. */
export function byReference(sentence: Clause, scope: readonly NamedUnit[]): MessageClaim[] {
  if (!mayName(sentence) || isQuestion(sentence)) return [];
  const doubt = findWord('doubts', sentence.folded);
  return startsOf(sentence).flatMap(({ at, before }): MessageClaim[] => {
    const only = onlyUnit(
      scope.length > 0 ? scope : unitsIn(sentence.text.slice(0, before)).flatMap((one) => one.units),
    );
    const isDoubted = doubt >= 0 && doubt < before;
    if (
      only === null ||
      isDoubted ||
      !isOver(numbered(sentence, at, { ...only, mayTitle: scope.length > 0 }))
    )
      return [];
    return [{ kind: 'phase-done', ...only, text: '', source: 'subject', quote: sentence.text }];
  });
}

const onlyUnit = (units: readonly NamedUnit[]): NamedUnit | null =>
  units[0] !== undefined && units.every(({ id }) => id === units[0]?.id) ? units[0] : null;

const isOver = (clause: Clause | null): boolean =>
  clause !== null && phaseClauseAt(clause, 0)?.kind === 'phase-done';

const FARTHEST = 60;

/** `mayTitle`: the unit may be called by its title. */
type Only = NamedUnit & { readonly mayTitle: boolean };

// The clause with the number behind its unit: `close phase` is `close phase 4`.
function numbered({ text, folded }: Clause, at: number, { unit, id, mayTitle }: Only): Clause | null {
  for (let start = at; start < Math.min(text.length, at + FARTHEST); start += 1) {
    const end = folded[start - 1] === ' ' || start === at ? matchAt(unitPattern(), folded, start) : -1;
    if (end < 0 || unitKind(folded.slice(start, end)) !== unitKind(unit)) continue;
    if (unitsAt({ text, folded }, start) !== null) return null;
    return clauseOf(`${beforeUnit(folded, at, start, mayTitle)}${unit} ${id}${text.slice(end)}`);
  }
  return null;
}

// `complete the Activity Loop phase`, in the scope of that phase, by its title.
function beforeUnit(folded: string, at: number, start: number, mayTitle: boolean): string {
  const verb = take('completes', folded, at);
  const title = folded.slice(Math.max(at, verb), start);
  const isTitle =
    mayTitle && verb > 0 && !OTHER_PHASE.test(title) && !hasWord('parts', title) && !hasWord('limits', title);
  return isTitle ? folded.slice(at, verb + 1) : folded.slice(at, start);
}

// `complete the design phase`: what each unit goes through.
const OTHER_PHASE =
  /\b(?:tests?|testing|plan|planning|design|review|research|setup|discovery|qa|verification|execution|implementation|analysis|build|init|prototype|discuss|validation)\b/;
