// What comes next: the commits' word at the top of the file's own section, and items that they finished.
import type { Context } from '../context/context.ts';
import { placesOf } from '../context/context.ts';
import type { Place } from '../context/places.ts';
import { habitsOf } from '../draft/habits.ts';
import { idsAtEnd, idsEnding } from '../draft/ids.ts';
import { insertAfter, removeLines, removeSpans } from '../draft/insert.ts';
import type { Item } from '../markdown/items.ts';
import type { Edit } from '../types.ts';
import { isTemplateLine, NO_NEXT } from '../wording/templates.ts';
import { isEmptyAnswer } from '../words/none.ts';
import { hasOpenSign, tick, tickSign, untick } from './boxes.ts';
import type { Saying } from './change.ts';
import { addItems, addItemsInFront, endOf, listOf, noneLine } from './list.ts';
import { isProgress } from './phase-lines.ts';
import { placeOf, toldLine } from './points.ts';
import { isSameItem, withoutIds } from './same.ts';

/** No edit where the file has no section for it. What an earlier draft put there, and what a template left,
 * is replaced. */
export function putNext(context: Context, next: readonly Saying[]): Edit[] {
  const place = placeOf(context, 'next');
  if (place === null || next.length === 0) return [];
  const isSaid = (item: Item) => next.some(({ text }) => isSameItem(item.text, text));
  const fresh = next.filter(({ text }) => !place.items.some((item) => isSameItem(item.text, text)));
  if (place.value !== null) return fresh.length === 0 ? [] : [replaceField(context, place.value, fresh)];
  const stale = listOf(place).filter((item) => isStale(context, item) && !isSaid(item));
  const spans = stale.map((item) => [item.from, endOf(place, item)] as const);
  const { lines } = context.outline;
  return fresh.length === 0
    ? removeSpans(lines, spans)
    : [
        addItemsInFront(context, place, fresh.map(toldLine)),
        ...spans.map((span) => removeLines(lines, span)),
      ];
}

const isStale = (context: Context, item: Item): boolean => isOurs(context, item) || isTemplateLine(item.text);

// A field has one value: the author's own stays behind what is nearer, ours does not.
function replaceField(
  { text }: Context,
  { start, end }: NonNullable<Place['value']>,
  next: readonly Saying[],
): Edit {
  const told = next.map(toldLine).join('; ');
  const before = text.slice(start, end);
  const isStale = idsAtEnd(before).length > 0 || isEmptyAnswer(before) || isTemplateLine(before);
  return { start, end, text: isStale ? told : `${told}; ${before}` };
}

export const isOurs = ({ outline }: Context, item: Item): boolean =>
  idsAtEnd(outline.lines[item.to - 1]?.text ?? '').length > 0;

// What comes next, and what is under way.
const openLists = (context: Context): Place[] => [
  ...placesOf(context, 'next'),
  ...placesOf(context, 'state').filter(({ kind, words }) => kind !== 'field' && isProgress(words)),
];

/** `isFinished`: by the item's text. Boxes are ticked, our own lines leave, an author's are struck out and
 * keep their words. */
export function finishItems(
  context: Context,
  isFinished: (text: string) => boolean,
  sha: string | null,
): Edit[] {
  const { lines } = context.outline;
  return openLists(context).flatMap((place) => {
    const finished = place.items.filter(
      ({ kind, isDone, text }) =>
        (kind === 'item' || (kind === 'text' && hasOpenSign(text))) && isDone !== true && isFinished(text),
    );
    if (place.value !== null) return [];
    const isGone = (item: Item) =>
      item.isDone !== false && (isTemplateLine(item.text) ? listOf(place).length > 1 : isOurs(context, item));
    const gone = finished.filter(isGone);
    const isInside = (item: Item) =>
      gone.some((one) => one.from <= item.from && item.from < endOf(place, one));
    const kept = finished.filter((item) => !isInside(item));
    return [
      ...kept.flatMap((item) =>
        item.isDone === false
          ? tick(lines[item.from])
          : hasOpenSign(item.text)
            ? tickSign(lines[item.from])
            : isTemplateLine(item.text)
              ? askForNext(context, item)
              : strike(context, item, sha),
      ),
      ...removeSpans(
        lines,
        gone.map((item) => [item.from, endOf(place, item)]),
      ),
    ];
  });
}

/** What a section says that lost its last point: what a phase document has open, else that there is nothing.
 * `before`: the file as it was. */
export function refillNext(before: Context, context: Context, openItems: () => readonly Saying[]): Edit[] {
  const place = placeOf(context, 'next');
  const isEmpty = place?.kind === 'section' && place.items.length === 0;
  if (!isEmpty || placeOf(before, 'next')?.items.length === 0) return [];
  const open = openItems();
  if (open.length > 0) return [addItems(context, place, open.map(toldLine))];
  const { bullet, words, eol } = habitsOf(context);
  const none = noneLine(context, bullet, words.none);
  return [insertAfter(context.outline.lines, place.line - 1, ['', none], eol)];
}

// A list that would be empty asks for what comes next.
function askForNext({ outline, text }: Context, item: Item): Edit[] {
  const { start, end } = outline.lines[item.from] ?? { start: 0, end: 0 };
  const at = text.indexOf(item.text, start);
  return at < 0 || at >= end ? [] : [{ start: at, end: at + item.text.length, text: NO_NEXT }];
}

const STRUCK = /^~~.*~~|^✅/u;

/** Items that a revert left undone: boxes are open again, and words are no longer struck out by `withdrawn`
 * commits. */
export function reopenItems(
  context: Context,
  isUndone: (text: string) => boolean,
  withdrawn: readonly string[],
): Edit[] {
  const { lines } = context.outline;
  const items = [...openLists(context), ...placesOf(context, 'gotchas')].flatMap((place) => place.items);
  return items.flatMap(({ kind, isDone, from, to, text }): Edit[] => {
    const [line, last] = [lines[from], lines[to - 1]];
    if (kind !== 'item' || line === undefined || last === undefined) return [];
    if (isDone === true && isUndone(withoutIds(text))) return untick(line);
    const struck = /~~(.+)~~ \(([0-9a-f]{7,64})\)\s*$/.exec(line.text);
    if (from !== to - 1 || struck === null || !withdrawn.some((sha) => sha.startsWith(struck[2] ?? '')))
      return [];
    return [{ start: line.start + struck.index, end: line.start + line.text.length, text: struck[1] ?? '' }];
  });
}

/** `~~Write the planner~~ (1a2b3c4)`, over all lines of the item; no edit where it is struck out already. */
export function strike({ outline }: Context, item: Item, sha: string | null): Edit[] {
  const [first, last] = [outline.lines[item.from], outline.lines[item.to - 1]];
  if (first === undefined || last === undefined || STRUCK.test(item.text)) return [];
  const start = first.start + first.text.indexOf(first.content);
  const end = last.start + last.text.trimEnd().length;
  const words = first.content === '' ? '' : withoutIds(item.text);
  if (words === '' || start >= end) return [];
  return [
    { start, end: start, text: '~~' },
    { start: end, end, text: `~~${sha === null ? '' : ` ${idsEnding([sha])}`}` },
  ];
}
