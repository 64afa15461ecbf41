// Blockers that trailers add and remove; "None" comes and goes.
import { type Context, placesOf } from '../context/context.ts';
import type { Place } from '../context/places.ts';
import { foldName } from '../context/roles.ts';
import { STATUSES } from '../context/statuses.ts';
import { escapeInline, plainText } from '../markdown/inline.ts';
import type { Item } from '../markdown/items.ts';
import type { Edit } from '../types.ts';
import { habitsOf } from './habits.ts';
import { idsEnding } from './ids.ts';
import { insertAfter, removeLines, replaceLines } from './insert.ts';

/** No edit where the file has no place for blockers, or lists this one. */
export function addBlocker(context: Context, blocker: string, sha: string): Edit[] {
  const place = blockersOf(context);
  if (place === null || place.items.some(({ text }) => isSame(text, blocker))) return [];
  const { eol, bullet } = habitsOf(context);
  const told = `${escapeInline(blocker)} ${idsEnding([sha])}`;
  if (place.value !== null) return [addToField(context, place.value, told)];
  const none = place.items.find((item) => isNone(context, item.text));
  const { lines } = context.outline;
  if (none !== undefined)
    return [replaceLines(lines, [none.from, none.to], [markOf(context, none, bullet) + told], eol)];
  const last = place.items.filter(({ kind, depth }) => kind === 'item' && depth === 0).at(-1);
  if (last === undefined) return [insertFirst(context, place, bullet + told)];
  return [insertAfter(lines, endOf(place, last) - 1, [markOf(context, last, bullet) + told], eol)];
}

/** No edit where no single blocker is meant. */
export function removeBlocker(context: Context, unblocked: string): Edit[] {
  const place = blockersOf(context);
  const listed = place?.items.filter(({ depth, kind }) => depth === 0 && kind !== 'heading') ?? [];
  const meant = listed.filter(({ text }) => !isNone(context, text) && isMeant(text, unblocked));
  const [item] = meant;
  if (place === null || item === undefined || meant.length > 1) return [];
  const { eol, bullet, words } = habitsOf(context);
  if (place.value !== null) return [removeFromField(context, place.value, unblocked, words.none)];
  const { lines } = context.outline;
  const span = [item.from, endOf(place, item)] as const;
  if (listed.length > 1) return [removeLines(lines, span)];
  return [replaceLines(lines, span, [markOf(context, item, bullet) + words.none], eol)];
}

const blockersOf = (context: Context): Place | null => placesOf(context, 'blockers')[0] ?? null;

const IDS = /\s*\([0-9a-f]{7,64}(?:, [0-9a-f]{7,64})*\)\s*$/;
const isSame = (listed: string, blocker: string): boolean =>
  foldName(listed.replace(IDS, '')) === foldName(blocker);

function isNone({ language }: Context, text: string): boolean {
  const said = foldName(plainText(text).replace(/[.!。…]+$/, ''));
  return [language, 'en' as const].some((one) => STATUSES[one].none.some((word) => foldName(word) === said));
}

// The words that say something, of at least three letters; most of the shorter text's stand in the other.
function isMeant(listed: string, unblocked: string): boolean {
  const [one, other] = [wordsIn(listed.replace(IDS, '')), wordsIn(unblocked)];
  const [shorter, longer] = one.size <= other.size ? [one, other] : [other, one];
  const shared = [...shorter].filter((word) => longer.has(word)).length;
  return shorter.size > 0 && shared >= Math.max(1, shorter.size * 0.6);
}

const FILLERS = new Set(
  'the and for from with waiting wait needs need until blocked not yet now has have was are that this'.split(
    ' ',
  ),
);

const wordsIn = (text: string): ReadonlySet<string> =>
  new Set((foldName(text).match(/[\p{L}\p{N}]{3,}|\p{Lo}{2,}/gu) ?? []).filter((word) => !FILLERS.has(word)));

// What a list item starts with; a number, a box or a paragraph becomes a plain bullet.
function markOf({ outline }: Context, item: Item, bullet: string): string {
  return /^\s*[-*+] /.exec(outline.lines[item.from]?.marker ?? '')?.[0] ?? bullet;
}

// An item ends behind what is nested in it.
function endOf(place: Place, item: Item): number {
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

type Span = NonNullable<Place['value']>;

// `**Blockers:** none.`
function addToField(context: Context, { start, end }: Span, told: string): Edit {
  const value = context.text.slice(start, end);
  return isNone(context, value) ? { start, end, text: told } : { start: end, end, text: `; ${told}` };
}

function removeFromField(context: Context, { start, end }: Span, unblocked: string, none: string): Edit {
  const parts = context.text.slice(start, end).split(/;\s+/);
  const kept = parts.filter((part) => !isMeant(part, unblocked));
  return { start, end, text: kept.join('; ') || none.toLowerCase() };
}
