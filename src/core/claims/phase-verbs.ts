// What may stand before a unit and says that it is over or has begun: one row a form.
import { type Clause, skipSpace } from '../phases/units.ts';
import { hasWord, matchAt, take } from '../words/lexicon.ts';
import { behindAll, done, skipWords, titleAt } from './phase-between.ts';
import { isOf, overAt, type PhaseClause } from './phase-endings.ts';
import { isTail, namedAt, titleFrom } from './phase-tail.ts';

/** What may be told of a unit behind a verb: `with the last` sensor. */
type Addition = 'additions' | 'means';
/** The offset behind the verb at `at`; -1 where it is another. `before`: what stands before the clause. */
type End = (folded: string, at: number, before: string) => number;
/** `mustAdd`: the unit alone is no claim. */
type Verb = readonly [form: string, kind: PhaseClause['kind'], addition: Addition, end: End, mustAdd?: true];

// `..., thus completing phase 3`; a moment is none: `..., on completing phase 3`.
const BEHIND_COMMA =
  /,\s*(?:(?!(?:on|upon|for|while|before|after|without|not|when|if|once|beim?|при|przy)\s)\S{1,12}\s)?$/u;

export const VERBS: readonly Verb[] = [
  [
    'DONE UNIT',
    'phase-done',
    'additions',
    (text, at) => Math.max(take('completes', text, at), done(text, at)),
  ],
  [
    ', completing UNIT',
    'phase-done',
    'additions',
    (text, at) =>
      BEHIND_COMMA.test(text.slice(Math.max(0, at - 20), at)) ? take('completing', text, at) : -1,
  ],
  [
    'completing UNIT with the last of it',
    'phase-done',
    'additions',
    (text, at, before) => (/^$|:\s$/.test(before) ? take('completing', text, at) : -1),
    true,
  ],
  ['reached MILESTONE', 'phase-done', 'additions', (text, at) => take('reached', text, at)],
  ['NEXT IS UNIT', 'next', 'means', (text, at, before) => (before === '' ? -1 : take('nextFirst', text, at))],
  ['BEGIN UNIT', 'phase-started', 'means', (text, at) => take('begins', text, at)],
];

/** `This completes phase 3` */
export function verbFirst(clause: Clause, at: number): PhaseClause | null {
  const before = clause.folded.slice(Math.max(0, at - 20), at);
  const starts = [skipWords(['subjects', 'adverbs'], clause.folded, at), skipSpace(clause.folded, at)];
  for (const start of new Set(starts))
    for (const verb of VERBS) {
      const found = verbAt(clause, verb, verb[3](clause.folded, start, before));
      if (found !== null) return found;
    }
  return null;
}

function verbAt(clause: Clause, [form, kind, addition, , mustAdd]: Verb, end: number): PhaseClause | null {
  const colon = matchAt(/\s?[:：]|\s[-–—]/y, clause.folded, Math.max(0, end));
  const named = end < 0 ? null : namedAt(clause, Math.max(end, colon));
  if (named === null || !isOf(form, named)) return null;
  const behind = Math.max(named.end, titleAt(clause, named.end));
  const isAlone = mustAdd !== true && isTail(clause, behind);
  if (!isAlone && !isTail(clause, additionAt(clause, behind, addition))) return null;
  return { kind, form, units: named.units, title: titleFrom(clause.text, named.end) };
}

// `with the last sensor`, `to the club`; `phase 3 of the animation` may be somebody else's phase.
const ADDITION = /\s[^,;:.()|\d%]{1,60}/y;

function additionAt({ folded }: Clause, at: number, key: Addition): number {
  const word = take(key, folded, skipSpace(folded, at));
  const end = word < 0 ? -1 : matchAt(ADDITION, folded, word);
  const said = folded.slice(word, end);
  const isWhole = end >= 0 && !(['limits', 'hedges', 'parts'] as const).some((one) => hasWord(one, said));
  return isWhole ? end : -1;
}

/** `Work on phase 3 has started` */
export function workOn(clause: Clause, at: number): PhaseClause | null {
  const named = namedAt(clause, take('workOn', clause.folded, at));
  if (named === null) return null;
  const end = take('begun', clause.folded, skipWords(['copulas', 'adverbs'], clause.folded, named.end));
  const title = titleFrom(clause.text, end);
  return isTail(clause, end)
    ? { kind: 'phase-started', form: 'work on UNIT begun', units: named.units, title }
    : null;
}

/** `Mark phase 3 as complete` */
export function marked(clause: Clause, at: number): PhaseClause | null {
  const { folded } = clause;
  const verb = take('marks', folded, skipWords(['subjects', 'adverbs'], folded, at));
  const named = namedAt(clause, verb);
  if (named === null) return null;
  const between = Math.max(behindAll(clause, skipSpace(folded, verb), named.end), titleAt(clause, named.end));
  const end = overAt(folded, skipWords(['as', 'adverbs', 'copulas'], folded, between), false);
  return isTail(clause, end)
    ? { kind: 'phase-done', form: 'mark UNIT as done', units: named.units, title: '' }
    : null;
}
