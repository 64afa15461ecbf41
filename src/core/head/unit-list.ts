// Our own lines on units that are over, as one line: `Phases 1 to 8 complete`.

import type { Context } from '../context/context.ts';
import type { Place } from '../context/places.ts';
import { unaccented } from '../draft/habits.ts';
import { idsAtEnd, idsEnding } from '../draft/ids.ts';
import { statusWord } from '../phases/status.ts';
import type { NamedUnit } from '../phases/units.ts';
import { unitKind } from '../phases/units.ts';
import type { Edit } from '../types.ts';
import type { UnitSaying } from './change.ts';
import { isSameUnit, readUnitLine, type UnitLine } from './phase-lines.ts';

/** Commits that one line names, the newest of them. */
const MOST_IDS = 3;

/** The edit of our line on such units that takes this one in; null where there is no such line, or the units
 * are no range. */
export function joinUnits(
  context: Context,
  place: Place,
  saying: UnitSaying,
  to: 'done' | 'running',
): Edit | null {
  if (to !== 'done' || saying.sha === null) return null;
  const ours = place.items
    .filter(({ kind }) => kind === 'item')
    .flatMap(({ from }) => ownLine(context, from, saying) ?? []);
  const line = ours.find(({ says, units }) => says === 'done' && isNumbered([...units, saying]));
  if (line === undefined) return null;
  const { start, text, content } = line.line;
  const at = text.indexOf(content);
  const ids = [...idsAtEnd(text), saying.sha].slice(-MOST_IDS);
  const told = `${nameOf([...line.units, saying])} ${unaccented(context, statusWord(context.language, 'done'))} ${idsEnding(ids)}`;
  return { start: start + at, end: start + text.trimEnd().length, text: told };
}

/** The edit of our line on several units that leaves this one out. */
export function leaveOut(
  context: Context,
  { line, units }: UnitLine,
  { unit, withdrawn }: { readonly unit: NamedUnit; readonly withdrawn: readonly string[] },
): Edit[] {
  const rest = units.filter((one) => !isSameUnit(one, unit));
  const ids = idsAtEnd(line.text).filter((id) => !withdrawn.some((sha) => sha.startsWith(id)));
  if (rest.length === 0) return [];
  const at = line.text.indexOf(line.content);
  const told = `${nameOf(rest)} ${unaccented(context, statusWord(context.language, 'done'))}${ids.length === 0 ? '' : ` ${idsEnding(ids)}`}`;
  return [{ start: line.start + at, end: line.start + line.text.trimEnd().length, text: told }];
}

// A line that some draft wrote: a unit of this kind at its start, ids at its end.
function ownLine(context: Context, index: number, { unit }: NamedUnit): UnitLine | null {
  const line = context.outline.lines[index];
  if (line === undefined || idsAtEnd(line.text).length === 0) return null;
  const id = /\d+/.exec(line.content)?.[0] ?? '';
  const found = readUnitLine(context, line, { index, unit: { unit, id } });
  return found?.units.every((one) => unitKind(one.unit) === unitKind(unit)) ? found : null;
}

const isNumbered = (units: readonly NamedUnit[]): boolean => units.every(({ id }) => /^\d+$/.test(id));

// `Phases 1 to 4`, `Phases 1, 2 and 5`; in a language whose plural we do not write, a list of names.
function nameOf(units: readonly NamedUnit[]): string {
  const [first] = units;
  if (units.length === 1)
    return `${capitalized(SINGULARS[first?.unit.toLowerCase() ?? ''] ?? first?.unit ?? '')} ${first?.id}`;
  const numbers = [...new Set(units.map(({ id }) => Number(id)))].sort((a, b) => a - b);
  const name = first?.unit ?? '';
  const plural = PLURALS[name.toLowerCase()];
  if (plural === undefined) return numbers.map((number) => `${capitalized(name)} ${number}`).join(', ');
  const isRun = numbers.length > 2 && numbers.every((number, at) => number === (numbers[0] ?? 0) + at);
  const listed = isRun
    ? `${numbers[0]} to ${numbers.at(-1)}`
    : [numbers.slice(0, -1).join(', '), numbers.at(-1)].join(' and ');
  return `${plural} ${listed}`;
}

const PLURALS: Readonly<Record<string, string>> = {
  phase: 'Phases',
  phases: 'Phases',
  sprint: 'Sprints',
  sprints: 'Sprints',
  stage: 'Stages',
  stages: 'Stages',
  milestone: 'Milestones',
  milestones: 'Milestones',
  iteration: 'Iterations',
  iterations: 'Iterations',
};

const SINGULARS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(PLURALS).map((plural) => [plural.toLowerCase(), plural.slice(0, -1)]),
);

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
