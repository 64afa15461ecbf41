// How far a numbered unit is, as the head says it: its own line, box, mark or field; else one new line in the
// state.

import { type Context, placesOf } from '../context/context.ts';
import type { Place } from '../context/places.ts';
import { foldName } from '../context/roles.ts';
import { habitsOf } from '../draft/habits.ts';
import { idsEnding } from '../draft/ids.ts';
import { insertAfter, insertBefore, removeLines, replaceLines } from '../draft/insert.ts';
import { cutText, escapeInline, plainText } from '../markdown/inline.ts';
import type { Item } from '../markdown/items.ts';
import { isWithin } from '../markdown/outline.ts';
import { compareIds, type Phase } from '../phases/documents.ts';
import { type NamedUnit, unitKind, unitsIn } from '../phases/units.ts';
import type { Edit } from '../types.ts';
import { isTemplateState } from '../wording/templates.ts';
import type { UnitSaying } from './change.ts';
import { countOn, isCounted } from './counted.ts';
import { editLine, isOurs, onLine, type Progress, wordFor } from './line-edits.ts';
import { endOf, listOf, nextMark } from './list.ts';
import { nextFields } from './next-fields.ts';
import { isProgress, isSameUnit, linesOf, type UnitLine } from './phase-lines.ts';
import { nextTitle, startsUnit, titleOf, trimmed } from './titles.ts';
import { capitalized, joinUnits, leaveOut } from './unit-list.ts';

export type StateFacts = {
  /** ISO 8601 with an offset. */
  readonly now: string;
  /** Phase documents, in their order. */
  readonly phases: readonly Phase[];
};

/** Edits that make the head say so; none where it says so already, or has no place for it. */
export function setProgress(context: Context, saying: UnitSaying, to: Progress, facts: StateFacts): Edit[] {
  const all = linesOf(context, saying);
  const places = phaseFields(context);
  const isField = ({ index }: UnitLine): boolean => places.some(({ line }) => line - 1 === index);
  const lines = all.filter((line) => !isField(line));
  const fields = places.flatMap((field) => {
    const found = all.find(({ index }) => index === field.line - 1);
    if (found === undefined)
      return to === 'done' ? passOn(context, field, saying, facts) : moveTo(context, field, saying, facts);
    return to === 'done' ? moveOn(context, { field, found, saying }, facts) : [];
  });
  fields.push(...nextFields(context, { saying, to, isFollowed: places.length > 0 }, facts));
  const said = all.filter(({ says }) => says === to);
  const isNext = isWithin(
    placesOf(context, 'next').map(({ line, to: end }) => ({ from: line - 1, to: end })),
  );
  // An item of what comes next is no statement: `Phase 3: review with Ada` stays as it was asked.
  const isAsked = ({ index, line, status, mark }: UnitLine): boolean =>
    to === 'running' &&
    line.kind === 'item' &&
    (status === null || line.marker.includes('[ ]')) &&
    mark === null &&
    isNext(index);
  const stale = lines.filter((line) => line.says !== to && mayBeSaid(line, saying) && !isAsked(line));
  const joined = stale.some(isOurs) && said.length === 0 ? joinOurs(context, saying, to) : null;
  const edits = stale.flatMap((line, at) =>
    isOurs(line) && (said.length > 0 || joined !== null || at > 0)
      ? [removeLines(context.outline.lines, [line.index, line.index + 1])]
      : editLine(context, line, { saying, to, now: facts.now }),
  );
  const counted = countOn(context, { unit: saying, isDone: to === 'done', phases: facts.phases });
  const moved = [...fields, ...counted, ...edits, ...(joined === null ? [] : [joined])];
  const isSaid = said.length > 0 || (to === 'running' && isCounted(context, saying));
  const isListed = edits.length > 0 || isSaid || joined !== null;
  const isGone = fields.some(({ text }) => unitsIn(text).length > 0) && listsUnits(context, saying, places);
  const isKept = to === 'done' && placeOfDone(context) !== null;
  if (isListed || (moved.length > 0 && !isGone && !isKept)) return moved;
  // What has begun again is no part of our line on those that are over.
  const ours = to === 'done' ? [] : lines.filter((line) => line.units.length > 1 && isOurs(line));
  const left = ours.flatMap((line) => leaveOut(context, line, { unit: saying, withdrawn: [] }));
  return [...moved, ...left, ...stateLine(context, saying, to, facts)];
}

// Whether the state says of others of its kind how far they are, outside the field for the current one.
const listsUnits = (context: Context, { unit }: NamedUnit, fields: readonly Field[]): boolean =>
  placeOfState(context)?.items.some(
    ({ line, text }) =>
      fields.every((field) => field.line !== line) &&
      unitsIn(text).some(({ units }) => units.some((one) => unitKind(one.unit) === unitKind(unit))),
  ) === true;

// A list of several units, and words that the line is not understood by, are left as they are.
const mayBeSaid = (line: UnitLine, unit: NamedUnit): boolean =>
  line.units.length === 1 && line.units.every((one) => isSameUnit(one, unit));

type Field = Pick<Place, 'line' | 'value'>;

// `**Current phase:** Phase 1`, and the one line below `## Current phase`: they go on to the next phase.
const phaseFields = (context: Context): Field[] => [
  ...placesOf(context, 'state').filter((place) => isFocus(context, place)),
  ...placesOf(context, 'phase').flatMap((place): Field[] => {
    if (place.kind === 'field') return [place];
    const [only, ...others] = place.items;
    const line = context.outline.lines[only?.from ?? -1];
    if (only === undefined || line === undefined || others.length > 0 || only.to > only.from + 1) return [];
    const start = line.start + line.text.indexOf(line.content);
    const end = line.start + line.text.trimEnd().length;
    return startsUnit(line.content) ? [{ line: only.from + 1, value: { start, end } }] : [];
  }),
];

// `**Current focus:** Sprint 4`; a status says how far a thing is, and stays with it.
const isFocus = ({ text }: Context, { kind, title, value }: Place): boolean =>
  kind === 'field' &&
  value !== null &&
  !isProgress(plainText(title)) &&
  !/^(?:stat|stand\b|estad|état|состоян|стан\b|状|상태)/iu.test(plainText(title)) &&
  startsUnit(text.slice(value.start, value.end));

function moveTo(context: Context, { value }: Field, unit: UnitSaying, { phases }: StateFacts): Edit[] {
  const told = value === null ? '' : context.text.slice(value.start, value.end);
  return value !== null && startsUnit(told)
    ? [{ ...value, text: titleOf(context, told, { unit, text: unit.text, phases }) }]
    : [];
}

// The field is behind: `Pre-Phase 0`, or Phase 1 where Phase 2 is over.
function passOn(context: Context, { value }: Field, unit: UnitSaying, { phases }: StateFacts): Edit[] {
  const told = value === null ? '' : context.text.slice(value.start, value.end);
  const [named] = startsUnit(told) ? (unitsIn(told)[0]?.units ?? []) : [];
  if (value === null || named === undefined || unitKind(named.unit) !== unitKind(unit.unit)) return [];
  if (compareIds(named.id, unit.id) > 0) return [];
  const next = nextTitle(context, told, { unit, phases });
  return next === null ? [] : [{ ...value, text: next }];
}

type Moving = { readonly field: Field; readonly found: UnitLine; readonly saying: UnitSaying };

function moveOn(
  context: Context,
  { field: { value }, found, saying }: Moving,
  { phases }: StateFacts,
): Edit[] {
  if (value === null || found.says === 'done') return [];
  const told = context.text.slice(value.start, value.end);
  const next = nextTitle(context, told, { unit: saying, phases });
  if (next !== null) return [{ ...value, text: next }];
  const word = wordFor(context, 'done');
  return found.status === null
    ? [{ start: value.end, end: value.end, text: ` (${word})` }]
    : [onLine(found, found.status, word)];
}

const LONGEST_TITLE = 80;

// A point at the top of the state's list, or a line in front of its text; our own lines of one kind are one
// line.
function stateLine(context: Context, saying: UnitSaying, to: Progress, facts: StateFacts): Edit[] {
  const list = to === 'done' ? placeOfDone(context) : null;
  const place = list ?? placeOfState(context);
  if (place === null) return [];
  const joined = joinUnits(context, place, saying, to);
  if (joined !== null) return [joined];
  const told = tellUnit(context, saying, to, facts);
  return list === null ? [stateEdit(context, place, saying, told)] : [lastOf(context, list, told)];
}

// `Phase 2 complete: Network (1a2b3c4)`
function tellUnit(context: Context, saying: UnitSaying, to: Progress, { phases }: StateFacts): string {
  const named = ownTitle(saying, phases);
  const title = named === '' ? '' : `: ${escapeInline(cutText(named, LONGEST_TITLE))}`;
  const ids = saying.sha === null ? '' : ` ${idsEnding([saying.sha])}`;
  return `${capitalized(saying.unit)} ${saying.id} ${wordFor(context, to)}${title}${ids}`;
}

// With the box that those in front of it bear.
function lastOf(context: Context, list: Place, told: string): Edit {
  const { eol, bullet } = habitsOf(context);
  const { lines } = context.outline;
  const last = listOf(list).at(-1);
  const mark = lines[last?.from ?? -1]?.marker ?? bullet;
  const behind = last === undefined ? list.line : endOf(list, last);
  return insertAfter(lines, behind - 1, [nextMark(mark) + told], eol);
}

function stateEdit(context: Context, place: Place, saying: UnitSaying, told: string): Edit {
  const { eol, bullet } = habitsOf(context);
  const { lines } = context.outline;
  const marked = (index: number) => (markOf(lines[index]?.marker) ?? bullet) + told;
  const template = place.items.find(({ kind, text }) => kind === 'item' && isTemplateState(text));
  if (template !== undefined)
    return replaceLines(lines, [template.from, template.to], [marked(template.from)], eol);
  const start = lines.findIndex(({ kind }, index) => index >= place.from && kind !== 'blank');
  if (start < 0 || start >= place.to) return insertAfter(lines, place.line - 1, ['', bullet + told], eol);
  const before = precedingUnit(place, saying.id);
  if (before !== undefined) return insertAfter(lines, endOf(place, before) - 1, [marked(before.from)], eol);
  const isItem = lines[start]?.kind === 'item';
  const first = isItem ? start : place.items.find(({ kind, depth }) => kind === 'item' && depth === 0)?.from;
  if (first === undefined) return insertBefore(lines, start, [bullet + told, ''], eol);
  // A list below `Two sprints are complete:` is of what that says.
  const lead = lines.findLastIndex(({ kind }, index) => index < first && kind !== 'blank');
  const isLed = lead >= start && /[:：]\W*$/u.test(lines[lead]?.content ?? '');
  return isLed
    ? insertBefore(lines, lead, [bullet + told, ''], eol)
    : insertBefore(lines, first, [marked(first)], eol);
}

// What the commit calls it, else its document: `Phase 2: Network`.
function ownTitle({ text, id }: UnitSaying, phases: readonly Phase[]): string {
  if (text !== '') return unitsIn(text).length > 0 ? '' : text;
  const title = plainText(phases.find((phase) => phase.id === id.toUpperCase())?.title ?? '');
  const [named] = unitsIn(title);
  return named === undefined || named.start > 0 ? '' : trimmed(title.slice(named.end));
}

// Where the list counts its units upwards: the one behind which this one stands.
function precedingUnit({ items }: Place, id: string): Item | undefined {
  const numbered = items.flatMap((item) => {
    const number = Number(unitsIn(item.text)[0]?.units[0]?.id);
    return item.kind === 'item' && item.depth === 0 && Number.isFinite(number) ? [{ item, number }] : [];
  });
  const isUpwards = numbered.every(({ number }, at) => number > (numbered[at - 1]?.number ?? -1));
  return numbered.length > 1 && isUpwards
    ? numbered.findLast(({ number }) => number < Number(id))?.item
    : undefined;
}

const placeOfState = (context: Context): Place | null =>
  innermost(placesOf(context, 'state').filter((one) => one.kind !== 'field' && isOfProject(one)));

// `### Completed` inside `## Current State`: a list of what is over.
function placeOfDone(context: Context): Place | null {
  const states = placesOf(context, 'state').filter((one) => one.kind === 'section' && isOfProject(one));
  const lists = placesOf(context, 'done').filter(
    (place) =>
      place.kind === 'section' &&
      listOf(place).length > 0 &&
      states.some(({ line, to }) => line < place.line && place.to <= to),
  );
  return lists[0] ?? null;
}

// Our line `Phase 2 in progress` goes into our line on those that are over.
function joinOurs(context: Context, saying: UnitSaying, to: Progress): Edit | null {
  const place = placeOfState(context);
  return place === null ? null : joinUnits(context, place, saying, to);
}

const markOf = (marker: string | undefined): string | null => /^\s*[-*+] +/.exec(marker ?? '')?.[0] ?? null;

// `Current Migration State` and `Screens in progress` are the state of something else.
const isOfProject = ({ kind, title, words }: Place): boolean =>
  kind === 'label' ||
  title
    .replace(/[([（][^()[\]（）]*[)\]）]/g, ' ')
    .split(/\s[-–—|/]+\s|[—:：]/)
    .some((part) => foldName(part) === words);

// `### Where We Are` inside `## Current State`.
function innermost(places: readonly Place[]): Place | null {
  const [first] = places;
  if (first === undefined) return null;
  const inner = places.find(
    (place) => place !== first && place.line > first.line && place.to <= first.to && place.items.length > 0,
  );
  return first.items.length === 0 && inner !== undefined ? inner : first;
}

/** Takes back that a unit is over: lines of ours that said it were withdrawn before, and the current one is
 * it again. */
export function reopen(
  context: Context,
  saying: UnitSaying,
  facts: StateFacts & { readonly withdrawn: readonly string[] },
): Edit[] {
  const back = phaseFields(context)
    .filter(({ value }) => isBehind(context.text.slice(value?.start, value?.end), saying))
    .flatMap((field) => moveTo(context, field, { ...saying, text: '' }, facts));
  back.push(...countOn(context, { unit: saying, isDone: false, phases: facts.phases }, true));
  const all = linesOf(context, saying);
  if (all.length === 0) return back.length > 0 ? back : stateLine(context, saying, 'running', facts);
  const turn = { saying: { ...saying, sha: null }, to: 'running', now: facts.now } as const;
  const over = all.filter(({ says }) => says === 'done');
  return [
    ...back,
    ...over.flatMap((line) =>
      line.units.length === 1
        ? editLine(context, line, turn)
        : leaveOut(context, line, { unit: saying, withdrawn: facts.withdrawn }),
    ),
  ];
}

const isBehind = (value: string, { unit, id }: NamedUnit): boolean =>
  unitsIn(value).some(
    ({ units: [one] }) => one !== undefined && isSameUnit(one, { unit, id: String(Number(id) + 1) }),
  );
