// Which phases a text names, and what it says of each: the one model of a phase.
import type { Unit } from '../words/index.ts';
import { fold, mayNameUnit, unitOf, unitStarts } from '../words/lexicon.ts';
import { type Status, statusBefore, statusBehind } from './status.ts';
import { type FoundUnits, unitsAt } from './units.ts';

/** What is counted, and its number in capitals: `Sprint 14` says nothing of `Phase 14`. */
export type PhaseKey = { readonly unit: Unit; readonly id: string };

export type NamedPhase = PhaseKey & {
  /** Offsets of its name. */
  readonly start: number;
  readonly end: number;
  /** From its name to the end of what is said of it. */
  readonly text: string;
  /** What stands before it in the same clause. */
  readonly before: string;
  /** What stands between its name and the word that says how far it is. */
  readonly title: string;
  /** Nothing but marks stands before it. */
  readonly isLeading: boolean;
  /** One of several that are named together: `Phases 3-5`, `Phase 1 and Phase 2`. */
  readonly isJoint: boolean;
  /** Its offsets are into the whole text; null where the text does not say. */
  readonly status: Status | null;
};

/** As `findPhases` names it, from words as they are written: `Sprint`, `IV`. */
export const phaseKey = (unit: string, id: string): PhaseKey => ({ unit: unitNamed(unit), id: normalId(id) });

export const isSamePhase = (a: PhaseKey, b: PhaseKey): boolean => a.unit === b.unit && a.id === b.id;

/** A line of prose above this length is not about a phase. */
const LONGEST_TEXT = 20_000;

/** In the order of the text; of nested ones (`Phase A Sprint 1`) the innermost. */
export function findPhases(text: string): NamedPhase[] {
  const read = text.slice(0, LONGEST_TEXT);
  const folded = fold(read);
  if (!mayNameUnit(folded)) return [];
  const names = namesIn(read, folded);
  return names.flatMap((name, order) =>
    describe(read, name, names[order - 1]?.end ?? 0, names[order + 1]?.start),
  );
}

type Name = FoundUnits & { readonly start: number };

function namesIn(text: string, folded: string): Name[] {
  const names: Name[] = [];
  for (const start of unitStarts(folded)) {
    if (start < (names.at(-1)?.end ?? 0)) continue;
    const found = unitsAt({ folded, text }, start);
    if (found !== null) names.push({ ...found, start });
  }
  return names;
}

function describe(text: string, { units, start, end }: Name, from: number, to = text.length): NamedPhase[] {
  const before = clauseBefore(text.slice(from, start));
  const rest = text.slice(end, to);
  const said = clauseFrom(rest);
  const behind = moved(statusBehind(said) ?? afterAside(rest), end);
  const cue = moved(statusBefore(before), start - before.length);
  const title = text.slice(end, behind === null ? end + said.length : Math.max(end, behind.start));
  return units.map(({ unit, id }) => ({
    unit: unitOf(unit) ?? 'phase',
    id: normalId(id),
    start,
    end,
    text: text.slice(start, end) + said,
    before,
    title,
    isLeading: !/[\p{L}\d]/u.test(text.slice(0, start).replace(/\[[xX ]\]|^\s*\d+[.)]\s/g, '')),
    isJoint: units.length > 1,
    status: isMark(cue, text) ? cue : (behind ?? cue),
  }));
}

const SPELLED = 'zero one two three four five six seven eight nine ten'.split(' ');
const NUMERALS = '〇一二三四五六七八九十';

// `Phase one` is Phase 1, `第三阶段` too.
function normalId(id: string): string {
  const spelled = Math.max(SPELLED.indexOf(id.toLowerCase()), NUMERALS.indexOf(id));
  return spelled < 0 ? id.toUpperCase() : String(spelled);
}

const moved = (status: Status | null, by: number): Status | null =>
  status === null ? null : { ...status, start: status.start + by, end: status.end + by };

// A mark before a name says more than a mark behind it, which may be the next one's.
const isMark = (status: Status | null, text: string): boolean =>
  status !== null && !/\p{L}{2}/u.test(text.slice(status.start, status.end));

// `Phase 2 (lexer, parser) — complete`: blanks for the brackets, so that offsets stay.
const ASIDE = /\([^()]{0,200}\)/g;

function afterAside(rest: string): Status | null {
  const bare = rest.replace(ASIDE, (aside) => ' '.repeat(aside.length));
  return bare === rest ? null : statusBehind(clauseFrom(bare));
}

const CLAUSE_END = /[.;!?](?:\s|$)|[,(]\s/;
const clauseFrom = (text: string): string => text.slice(0, endOf(text));
const endOf = (text: string): number => {
  const at = text.search(CLAUSE_END);
  return at < 0 ? text.length : at;
};
const clauseBefore = (text: string): string =>
  text
    .slice(-200)
    .split(/[.;,!?:(]\s|\n/)
    .at(-1) ?? '';

/** What kind of unit a label such as `Current Sprint` or `Étape actuelle` is about. */
export const unitNamed = (label: string): Unit =>
  fold(label)
    .split(/[^\p{L}]+/u)
    .map(unitOf)
    .find((unit) => unit !== null) ?? 'phase';
