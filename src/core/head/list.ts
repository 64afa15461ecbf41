// Parts of a file that list points: a new one goes behind the last, in its form, or takes the place of "None".
import type { Context } from '../context/context.ts';
import type { Place } from '../context/places.ts';
import { habitsOf } from '../draft/habits.ts';
import { insertAfter, replaceLines } from '../draft/insert.ts';
import type { Item } from '../markdown/items.ts';
import type { Edit } from '../types.ts';
import { isEmptyAnswer } from '../words/none.ts';

/** `told`: the point as Markdown, without its bullet. */
export function addItem(context: Context, place: Place, told: string): Edit {
  const { eol, bullet } = habitsOf(context);
  if (place.value !== null) return addToField(context, place.value, told);
  const none = place.items.find((item) => isEmptyAnswer(item.text));
  const { lines } = context.outline;
  if (none !== undefined)
    return replaceLines(lines, [none.from, none.to], [markOf(context, none, bullet) + told], eol);
  const last = place.items.filter(({ kind, depth }) => kind === 'item' && depth === 0).at(-1);
  if (last === undefined) return insertFirst(context, place, bullet + told);
  return insertAfter(lines, endOf(place, last) - 1, [markOf(context, last, bullet) + told], eol);
}

/** What a list item starts with; a number, a box or a paragraph becomes a plain bullet. */
export function markOf({ outline }: Context, item: Item, bullet: string): string {
  return /^\s*[-*+] /.exec(outline.lines[item.from]?.marker ?? '')?.[0] ?? bullet;
}

/** The line behind an item and what is nested in it. */
export function endOf(place: Place, item: Item): number {
  const after = place.items.slice(place.items.indexOf(item) + 1);
  const nested = after.slice(
    0,
    Math.max(
      0,
      after.findIndex(({ depth }) => depth <= item.depth),
    ),
  );
  const all = after.some(({ depth }) => depth <= item.depth) ? nested : after;
  return Math.max(item.to, ...all.map(({ to }) => to));
}

function insertFirst(context: Context, place: Place, told: string): Edit {
  const { lines } = context.outline;
  const { eol } = habitsOf(context);
  const last = place.items.at(-1);
  if (last !== undefined) return insertAfter(lines, last.to - 1, ['', told], eol);
  const gap = place.kind === 'section' ? [''] : [];
  return insertAfter(lines, place.line - 1, [...gap, told], eol);
}

// `**Blockers:** none.`
function addToField(context: Context, { start, end }: NonNullable<Place['value']>, told: string): Edit {
  const value = context.text.slice(start, end);
  return isEmptyAnswer(value) ? { start, end, text: told } : { start: end, end, text: `; ${told}` };
}
