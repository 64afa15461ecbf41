// Where a text names a stage of the plan, a unit or a piece of one, and where it says that one is over:
// signs, no claims.
import { memoize, once } from '../memo.ts';
import { finishedIn } from '../phases/finished.ts';
import { doneWords } from '../phases/status.ts';
import { unitsAt } from '../phases/units.ts';
import { everywhere, WORDS } from '../words/index.ts';
import { type Found, findAll, indexWords } from '../words/index-of.ts';
import { fold, matchAt, mayNameUnit, unitStarts, wordsIn } from '../words/lexicon.ts';
import { isTripped, tripsOf } from '../words/trips.ts';

const overs = once(() => tripsOf([...doneWords(), ...everywhere(({ clauses }) => clauses.completes)]));
/** A quick look, for most texts have no word of an end. */
const mayBeOver = (text: string): boolean => isTripped(overs(), text) || /[✅✔✓☑]|100 ?%/.test(text);

const words = once(() =>
  indexWords(Object.values(WORDS).flatMap(({ units, pieces }) => [...Object.values(units), pieces])),
);

// `3`, `5.2`, `-4b`, `#2`, `IV`; a date is none.
const NUMBER =
  /(?![ \t]{0,2}\d{4}-\d\d)[ \t]{0,2}[-#:]?[ \t]{0,2}(?:\d{1,4}(?:[.–-]\d{1,3}){0,3}[a-z]?|[a-z]|[ivx]{1,5})(?![\w\u00df-\u024f\u0370-\u052f])/y;
// `M3`, `P1`
const LETTERED = /(?<!\w)[mp]\d{1,2}(?!\w)/g;

type Stage = Found & { readonly isNumbered: boolean };

const stagesOf = memoize((text: string): readonly Stage[] => stagesIn(fold(text), text), 8);

function stagesIn(folded: string, text: string): Stage[] {
  const starts = mayNameUnit(folded) ? unitStarts(folded) : [];
  const named = starts.flatMap((start): Stage[] => {
    const end = unitsAt({ folded, text }, start)?.end;
    return end === undefined ? [] : [{ start, end, isNumbered: true }];
  });
  const pieces = [...findAll(words(), folded)].map(({ start, end }): Stage => {
    const behind = matchAt(NUMBER, folded, end);
    return { start, end: Math.max(end, behind), isNumbered: behind >= 0 };
  });
  return [...named, ...pieces].sort((a, b) => a.start - b.start);
}

/** Where a numbered stage is first; -1 where none is. */
export const numberedAt = (text: string): number =>
  stagesOf(text).find(({ isNumbered }) => isNumbered)?.start ?? -1;

/** Where a text says first that a stage is over; -1 where it does not. */
export function completedAt(text: string): number {
  if (!mayBeOver(text)) return -1;
  const folded = fold(text);
  const lettered = [...folded.matchAll(LETTERED)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
  }));
  const named = stagesOf(text).filter((one) => one.isNumbered || !isPlural(folded, one));
  const stages = [...named, ...lettered];
  if (stages.length === 0) return -1;
  const done = [...finishedIn(folded)].filter(({ start, end }) => !isWhole(folded, start, end));
  const verbs = [...wordsIn('completes', folded)];
  const found = stages.find(
    (stage) =>
      done.some(({ start }) => isNear(folded, stage.end, start, 60)) ||
      verbs.some(({ end }) => stage.start - end < 100 && NAMED_BEHIND.test(folded.slice(end, stage.start))),
  );
  return found?.start ?? -1;
}

// `Part 2: a complete solution`, `Phase 3: complete rewrite of the parser`: how much, not how far.
const isWhole = (folded: string, start: number, end: number): boolean =>
  folded.slice(start, end) === 'complete' && OF_A_THING.test(folded.slice(end, end + 12));
const OF_A_THING =
  /^ (?!(?:and|with|for|in|on|after|as|at|by|but|now|so|via|except|plus|per|today|again|to|of|from|ahead|before)\b)[a-z]{2}/;

// Which tasks, `completed tasks` does not say; a list of them is no stage.
const isPlural = (folded: string, { end }: Stage): boolean => /[a-z]s$/.test(folded.slice(0, end).trimEnd());

const NAMED_BEHIND = /^ (?:\S{1,20} ){0,4}$/;

const isNear = (folded: string, from: number, to: number, most: number): boolean =>
  to >= from && to - from <= most && !/[\n.;]/.test(folded.slice(from, to));

/** As `completedAt`, of numbered stages at the start of a line. */
export function lineCompletedAt(text: string): number {
  let at = 0;
  for (const line of mayBeOver(text) ? text.split('\n') : []) {
    const folded = fold(line);
    const stages = stagesIn(folded, line).filter(({ start, isNumbered }) => isNumbered && start <= 20);
    const done = stages.length === 0 ? [] : [...finishedIn(folded)];
    const found = stages.find(({ end }) => done.some(({ start }) => isNear(folded, end, start, 40)));
    if (found !== undefined) return at + found.start;
    at += line.length + 1;
  }
  return -1;
}
