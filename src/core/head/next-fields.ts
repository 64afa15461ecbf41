// Fields that name the unit that comes next: `**Next milestone:** Phase 1`.
import { type Context, placesOf } from '../context/context.ts';
import type { Place } from '../context/places.ts';
import { habitsOf } from '../draft/habits.ts';
import { compareIds, type Phase } from '../phases/documents.ts';
import { type NamedUnit, unitKind, unitsIn } from '../phases/units.ts';
import type { Edit } from '../types.ts';
import { fold, unitOf } from '../words/lexicon.ts';
import type { Progress } from './line-edits.ts';
import { nextTitle, startsUnit } from './titles.ts';

type Turn = {
  readonly saying: NamedUnit;
  readonly to: Progress;
  /** Whether another field names the current unit, which goes on when one is over. */
  readonly isFollowed: boolean;
};

/** They go on once their unit has begun or is over: to the one behind it, to none behind the last document;
 * nothing where no one knows what comes. */
export function nextFields(
  context: Context,
  { saying, to, isFollowed }: Turn,
  { phases }: { readonly phases: readonly Phase[] },
): Edit[] {
  const at = phases.findLastIndex(({ id }) => id === saying.id.toUpperCase());
  const behind = at < 0 ? undefined : phases[at + 1]?.id;
  const last = to === 'done' && isFollowed && behind != null ? { ...saying, id: behind } : saying;
  const isLast = at >= 0 && phases.at(-1)?.id === last.id.toUpperCase();
  return placesOf(context, 'next').flatMap((place): Edit[] => {
    const { value } = place;
    const told = value === null ? '' : context.text.slice(value.start, value.end);
    if (value === null || !isOvertaken(place, told, last)) return [];
    const next =
      nextTitle(context, told, { unit: last, phases }) ?? (isLast ? habitsOf(context).words.none : null);
    return next === null ? [] : [{ ...value, text: next }];
  });
}

// `Next: Phase 2 review with Ada` asks for work, and names no unit in front.
function isOvertaken({ kind, title }: Place, told: string, last: NamedUnit): boolean {
  const [unit] = unitsIn(told)[0]?.units ?? [];
  const isNamed = title.split(/[^\p{L}]+/u).some((word) => unitOf(fold(word)) !== null);
  return (
    kind === 'field' &&
    isNamed &&
    startsUnit(told) &&
    unit !== undefined &&
    unitKind(unit.unit) === unitKind(last.unit) &&
    compareIds(unit.id, last.id) <= 0
  );
}
