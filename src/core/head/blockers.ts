// Blockers that trailers add and remove; "None" comes and goes.

import { type Context, placesOf } from '../context/context.ts';
import type { Place } from '../context/places.ts';
import { foldName } from '../context/roles.ts';
import { habitsOf } from '../draft/habits.ts';
import { withIds } from '../draft/ids.ts';
import { removeLines, replaceLines } from '../draft/insert.ts';
import { escapeInline } from '../markdown/inline.ts';
import type { Edit } from '../types.ts';
import { isEmptyAnswer } from '../words/none.ts';
import type { Saying } from './change.ts';
import { addItems, endOf, markOf, noneLine } from './list.ts';
import { placeOf, toldLine } from './points.ts';
import { isNamedBy, isSameItem, isSameWork, withoutIds } from './same.ts';

/** No edit where the file has no place for blockers, or lists this one. `ids`: of the commit that met it, if
 * one did. */
export function addBlocker(context: Context, blocker: string, ids: readonly string[]): Edit[] {
  const place = blockersOf(context);
  if (place === null || findBlocker(context, blocker) !== null) return [];
  return [addItems(context, place, [withIds(escapeInline(blocker), ids)])];
}

/** The 1-based line that lists a blocker; null: none does. */
export const findBlocker = (context: Context, blocker: string): number | null =>
  blockersOf(context)?.items.find(({ text }) => isSame(text, blocker))?.line ?? null;

/** No edit where no single blocker is meant. */
export function removeBlocker(context: Context, { text: unblocked, sha, isExact = false }: Saying): Edit[] {
  const isMeant = isExact ? isNamedBy : isSameWork;
  const place = blockersOf(context);
  const listed = place?.items.filter(({ depth, kind }) => depth === 0 && kind !== 'heading') ?? [];
  const meant = listed.filter(({ text }) => !isEmptyAnswer(text) && isMeant(withoutIds(text), unblocked));
  const [item] = meant;
  if (place === null || item === undefined || meant.length > 1) return [];
  const { eol, bullet, words } = habitsOf(context);
  if (place.value !== null) {
    const isOther = (part: string) => !isMeant(part, unblocked);
    return [removeFromField(context, place.value, isOther, words.none)];
  }
  const { lines } = context.outline;
  const span = [item.from, endOf(place, item)] as const;
  const kept = keepResolved(context, item.text, sha);
  if (listed.length > 1) return [...kept, removeLines(lines, span)];
  return [
    ...kept,
    replaceLines(lines, span, [noneLine(context, markOf(context, item, bullet), words.none)], eol),
  ];
}

// A file that keeps a list of past blockers gets the one that is over.
function keepResolved(context: Context, blocker: string, sha: string | null): Edit[] {
  const place = placeOf(context, 'resolved');
  const text = withoutIds(blocker);
  const isKnown = place?.items.some((item) => isSameItem(item.text, text)) === true;
  return place === null || isKnown ? [] : [addItems(context, place, [toldLine({ text, sha })])];
}

// `**Current Blockers**: None` below `## Blockers & Risks` is the place, not what stands beside it.
function blockersOf(context: Context): Place | null {
  const [first, ...others] = placesOf(context, 'blockers');
  const inner = others.find(({ kind, line }) => kind !== 'section' && line <= (first?.to ?? 0));
  return inner ?? first ?? null;
}

const isSame = (listed: string, blocker: string): boolean =>
  foldName(withoutIds(listed)) === foldName(blocker);

function removeFromField(
  context: Context,
  { start, end }: NonNullable<Place['value']>,
  isKept: (part: string) => boolean,
  none: string,
): Edit {
  const kept = context.text.slice(start, end).split(/;\s+/).filter(isKept);
  return { start, end, text: kept.join('; ') || none.toLowerCase() };
}
