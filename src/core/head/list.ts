// Parts of a file that list points: new ones go behind the last or in front of the first, in their form, or
// take the place of "None".
import { type Context, readContext } from '../context/context.ts';
import type { Place } from '../context/places.ts';
import { habitsOf } from '../draft/habits.ts';
import { insertAfter, insertBefore, replaceLines } from '../draft/insert.ts';
import { plainText } from '../markdown/inline.ts';
import type { Item } from '../markdown/items.ts';
import { applyEdits } from '../markdown/lines.ts';
import type { Edit } from '../types.ts';
import { isEmptyAnswer, isNoneWord } from '../words/none.ts';
import { hasOpenSign } from './boxes.ts';

/** Behind the last point. `told`: points as Markdown, without their marks. */
export function addItems(context: Context, place: Place, told: readonly string[]): Edit {
  if (place.value !== null) return addToField(context, place.value, told);
  const { eol, bullet } = habitsOf(context);
  const { lines } = context.outline;
  const none = noneOf(place);
  if (none !== undefined) {
    const mark = markOf(context, none, bullet);
    return replaceLines(lines, [none.from, none.to], marked(mark, told), eol);
  }
  const last = listOf(place).at(-1);
  if (last === undefined) return insertFirst(context, place, marked(bullet, told));
  return insertAfter(lines, endOf(place, last) - 1, marked(markBehind(context, last, bullet), told), eol);
}

/** In front of the first point. */
export function addItemsInFront(context: Context, place: Place, told: readonly string[]): Edit {
  const [first] = listOf(place);
  const { eol, bullet } = habitsOf(context);
  const signed = place.items.find(({ kind, text }) => kind === 'text' && hasOpenSign(text));
  if (first === undefined && place.value === null && signed !== undefined)
    return insertBefore(
      context.outline.lines,
      signed.from,
      marked(`${signed.text.split(' ', 1)[0]} `, told),
      eol,
    );
  if (place.value !== null || noneOf(place) !== undefined || first === undefined)
    return addItems(context, place, told);
  return insertBefore(context.outline.lines, first.from, marked(markOf(context, first, bullet), told), eol);
}

/** The line by which a place says that it has nothing, as another place of the file says it; else a word for
 * it behind the mark. */
export function noneLine({ places, outline: { lines } }: Context, mark: string, none: string): string {
  const sole = places.flatMap(({ kind, items }) => (kind !== 'field' && items.length === 1 ? items : []));
  const said = lines[sole.find(({ text }) => isNoneWord(plainText(text)))?.from ?? -1];
  const point = mark.replace(/\[[ xX]\]\s+/, '');
  return said === undefined ? point + none : said.kind === 'item' ? point + said.content : said.content;
}

/** The points of the place itself; what stands below a sub-heading is about something narrower. */
export const listOf = ({ items }: Place): Item[] =>
  items.filter(({ kind, depth }) => kind === 'item' && depth === 0);

/** The point by which a place says that it has none. */
const noneOf = ({ items }: Place): Item | undefined =>
  items.find(({ text, kind }) => kind !== 'heading' && isEmptyAnswer(text));

const NUMBER = /\d+/;

/** A mark for each line; numbers go up. */
const marked = (mark: string, told: readonly string[]): string[] =>
  told.map((text, at) => mark.replace(NUMBER, (number) => String(Number(number) + at)) + text);

/** What a list item starts with, its box open; a paragraph becomes a plain bullet. */
export function markOf({ outline }: Context, item: Item, bullet: string): string {
  const marker = outline.lines[item.from]?.marker ?? '';
  return marker === '' ? bullet : marker.replace(/\[[xX]\]/, '[ ]');
}

const markBehind = (context: Context, item: Item, bullet: string): string =>
  nextMark(markOf(context, item, bullet));

/** The mark of the point behind one with this mark: numbers go up. */
export const nextMark = (mark: string): string =>
  mark.replace(NUMBER, (number) => String(Number(number) + 1));

/** The text with lists numbered anew whose numbers no longer follow each other, as they did `before`. Lists
 * that say `1.` throughout are numbered by whoever shows them. */
export function renumber(before: Context, text: string): string {
  return text === before.text ? text : applyEdits(text, numberEdits(before, readContext(text)));
}

function numberEdits(before: Context, context: Context): Edit[] {
  return context.places.flatMap((place, at) => {
    const was = before.places[at];
    const [old, now] = [numbersIn(before, was), numbersIn(context, place)];
    const [first] = old;
    if (was?.role !== place.role || first === undefined || new Set(old).size < old.length) return [];
    const isKept = now.slice(0, old.length).every((number, index) => number === old[index]);
    if (isKept || (isCounted(now) && now[0] === first)) return [];
    return listOf(place).flatMap(({ from }, index): Edit[] => {
      const line = context.outline.lines[from];
      const number = NUMBER.exec(line?.marker ?? '')?.[0];
      if (line === undefined || number === undefined) return [];
      const start = line.start + line.text.indexOf(number);
      return [{ start, end: start + number.length, text: String(first + index) }];
    });
  });
}

const isCounted = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);

const numbersIn = ({ outline }: Context, place: Place | undefined): number[] =>
  (place === undefined ? [] : listOf(place)).flatMap(({ from }) => {
    const number = NUMBER.exec(outline.lines[from]?.marker ?? '')?.[0];
    return number === undefined ? [] : [Number(number)];
  });

/** The line behind an item and what is nested in it. */
export function endOf(place: Place, item: Item): number {
  const after = place.items.slice(place.items.indexOf(item) + 1);
  const next = after.findIndex(({ depth, kind }) => depth <= item.depth || kind === 'heading');
  const nested = next < 0 ? after : after.slice(0, next);
  return Math.max(item.to, ...nested.map(({ to }) => to));
}

// Behind what the section says; in front of its sub-headings, which are about something narrower.
function insertFirst(context: Context, place: Place, told: readonly string[]): Edit {
  const { lines } = context.outline;
  const { eol } = habitsOf(context);
  const heading = place.items.findIndex(({ kind }) => kind === 'heading');
  const last = (heading < 0 ? place.items : place.items.slice(0, heading)).at(-1);
  if (last !== undefined) return insertAfter(lines, last.to - 1, ['', ...told], eol);
  const gap = place.kind === 'section' ? [''] : [];
  return insertAfter(lines, place.line - 1, [...gap, ...told], eol);
}

// `**Blockers:** none.`
function addToField(
  context: Context,
  { start, end }: NonNullable<Place['value']>,
  told: readonly string[],
): Edit {
  const value = context.text.slice(start, end);
  const added = told.join('; ');
  return isEmptyAnswer(value) ? { start, end, text: added } : { start: end, end, text: `; ${added}` };
}
