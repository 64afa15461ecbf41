// Whether a place speaks of one part or step only, and not of the project.
import type { Context } from '../context/context.ts';
import type { Role } from '../context/names.ts';
import type { Place } from '../context/places.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import type { Outline, Section } from '../markdown/outline.ts';
import { memoize } from '../memo.ts';

// `**Status**: shipped` below what was done in one step, or below `### Search`, is that step's, not the
// project's.
const ASIDE: readonly Role[] = ['done', 'decisions', 'gotchas', 'log'];

export function isAside(place: Place, context: Context): boolean {
  const { places, outline } = context;
  const isElsewhere = isOfPart(place, places, outline) || isOneOfMany(place, context);
  if (place.kind !== 'field' || isElsewhere) return isElsewhere;
  const isAround = (outer: { readonly from: number; readonly to: number }) =>
    outer.from <= place.from && place.to <= outer.to;
  const around = places.filter((outer) => outer.kind === 'section' && isAround(outer));
  const level = outline.sections.filter(isAround).at(-1)?.level ?? 0;
  const isOwn = place.role !== 'state' || level <= 2 || around.some(({ role }) => role === 'state');
  return !isOwn || around.some(({ role }) => ASIDE.includes(role));
}

// Where a section says the state of the project, `**Status:** low` below `## Tokens` and `### Memory state`
// below `## Memory` are those parts' states.
function isOfPart(place: Place, places: readonly Place[], { sections, lines }: Outline): boolean {
  if (place.role !== 'state') return false;
  const level = lines[place.line - 1]?.level ?? 0;
  const inside = sections.filter(({ from, to }) => from < place.line - 1 && place.line <= to).at(-1);
  const isDeep = place.kind === 'section' ? level > 2 : (inside?.level ?? 0) > 1;
  return isDeep && isSaidAbove(place, places, lines);
}

// `**Status:** done` below each of the sessions, steps or parts is theirs.
function isOneOfMany(place: Place, context: Context): boolean {
  const around = statusSections(context);
  const own = around.get(place);
  if (own === undefined || SUMMARY.test(own.title) || context.places.some((one) => isHeadOf(one, own)))
    return false;
  return [...around.values()].some((other) => other !== own && other.level === own.level);
}

/** Of a section on all of it: its status is the project's, though each part below has one too. */
const SUMMARY = /\b(?:summary|overview|at a glance|tl;?dr|snapshot|resumen|resumo|zusammenfassung|résumé)\b/i;

const isHeadOf = ({ role, kind, line }: Place, { from }: Section): boolean =>
  role === 'state' && kind === 'section' && line === from + 1;

/** The innermost section around each field that says a status. */
const statusSections = memoize(({ places, outline: { sections } }: Context): ReadonlyMap<Place, Section> => {
  const fields = places.filter(({ role, kind }) => role === 'state' && kind === 'field');
  return new Map(
    fields.flatMap((place) => {
      const around = sections.findLast(
        ({ level, from, to }) => level > 1 && from < place.from && place.from < to,
      );
      return around === undefined ? [] : [[place, around] as const];
    }),
  );
}, 4);

function isSaidAbove(place: Place, places: readonly Place[], lines: readonly BlockLine[]): boolean {
  const main = places.filter(
    ({ role, kind, line }) => role === 'state' && kind === 'section' && lines[line - 1]?.level === 2,
  );
  if (main.length > 0) return !main.some(({ from, to }) => from <= place.line && place.line <= to);
  // `**Current status**: a third is built` at the top, and `### Current state` below each of several parts.
  const isSame = ({ role, kind, words }: Place) =>
    role === 'state' && kind === 'section' && words === place.words;
  return (
    isSame(place) &&
    places.filter(isSame).length > 1 &&
    places.some(({ role, kind, line }) => role === 'state' && kind === 'field' && line <= TOP)
  );
}

/** Lines in which a file says what all of it is about. */
const TOP = 20;
