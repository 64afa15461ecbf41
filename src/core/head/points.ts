// Points of one section of the head: added once, in the section's own form.
import { type Context, placesOf } from '../context/context.ts';
import type { Role } from '../context/names.ts';
import type { Place } from '../context/places.ts';
import { findDate } from '../dates/dates.ts';
import { withIds } from '../draft/ids.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { escapeInline } from '../markdown/inline.ts';
import { isWithin } from '../markdown/outline.ts';
import type { Edit } from '../types.ts';
import type { Saying } from './change.ts';
import { findKnown } from './known.ts';
import { addItems } from './list.ts';

/** As Markdown: the text, made safe, and the id of the commit that said it. */
export const toldLine = ({ text, sha }: Saying): string =>
  withIds(escapeInline(text), sha === null ? [] : [sha]);

/** The part of the head that plays the role; a section before a label, a label before a field. */
export const placeOf = (context: Context, role: Role): Place | null => {
  const places = placesOf(context, role).filter((place) => mayHold(context, place));
  return places.find(({ kind }) => kind === 'section') ?? places[0] ?? null;
};

// A prompt to paste is no list, and `Results (2026-04-23)` are those of that day.
function mayHold(
  { outline: { lines }, dating }: Context,
  { role, kind, title, from, to, items }: Place,
): boolean {
  if (kind !== 'section') return true;
  const isPasted = ({ kind, text }: BlockLine) =>
    kind === 'fence' || (kind === 'quote' && text.length > LONGEST_QUOTE);
  const isPrompt = items.every((item) => item.kind !== 'item') && lines.slice(from, to).some(isPasted);
  return !isPrompt && !(OF_A_DAY.includes(role) && findDate(title, dating) !== null);
}
const LONGEST_QUOTE = 120;
const OF_A_DAY: readonly Role[] = ['results', 'gotchas', 'doNot'];

/** No edit where the head has no place for the point, or says it already. */
export function addPoint(context: Context, role: Role, point: Saying): Edit[] {
  const place = placeOf(context, role);
  const isLogged = isWithin(context.log?.entries ?? []);
  const isKnown = findKnown(context, point.text, (index) => !isLogged(index)) !== null;
  return place === null || isKnown ? [] : [addItems(context, place, [toldLine(point)])];
}
