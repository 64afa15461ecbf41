// How far a numbered unit is, as the head says it: its own line, box, mark or field; else one new line in the
// state.

import { type Context, placesOf } from '../context/context.ts';
import type { Place } from '../context/places.ts';
import { foldName } from '../context/roles.ts';
import { findDate, writeDate } from '../dates/dates.ts';
import { habitsOf, unaccented } from '../draft/habits.ts';
import { idsAtEnd, idsEnding } from '../draft/ids.ts';
import { insertAfter, insertBefore, removeLines, replaceLines } from '../draft/insert.ts';
import { cutText, escapeInline } from '../markdown/inline.ts';
import type { Item } from '../markdown/items.ts';
import type { Phase } from '../phases/documents.ts';
import { DONE_MARK, isStatusOf, statusWithin, statusWord, valueOfMark } from '../phases/status.ts';
import { type NamedUnit, unitsIn } from '../phases/units.ts';
import type { Edit } from '../types.ts';
import { isTemplateState } from '../wording/templates.ts';
import { LANGUAGES } from '../words/index.ts';
import type { UnitSaying } from './change.ts';
import { endOf } from './list.ts';
import { isHedged, isSameUnit, linesOf, type Span, type UnitLine } from './phase-lines.ts';
import { tableTop } from './short-names.ts';
import { nextTitle, titleOf } from './titles.ts';
import { capitalized, joinUnits, leaveOut } from './unit-list.ts';

export type Progress = 'done' | 'running';

export type StateFacts = {
  /** ISO 8601 with an offset. */
  readonly now: string;
  /** Phase documents, in their order. */
  readonly phases: readonly Phase[];
};

/** Edits that make the head say so; none where it says so already, or has no place for it. */
export function setProgress(context: Context, saying: UnitSaying, to: Progress, facts: StateFacts): Edit[] {
  const all = linesOf(context, saying);
  const lines = all.filter((line) => !isField(context, line));
  const fields = moveFields(context, saying, to, facts);
  const said = all.filter(({ says }) => says === to);
  const stale = lines.filter((line) => line.says !== to && mayBeSaid(line, saying));
  const joined = stale.some(isOurs) && said.length === 0 ? joinOurs(context, saying, to) : null;
  const edits = stale.flatMap((line, at) =>
    isOurs(line) && (said.length > 0 || joined !== null || at > 0)
      ? [removeLines(context.outline.lines, [line.index, line.index + 1])]
      : editLine(context, line, { saying, to, now: facts.now }),
  );
  const moved = [...fields, ...edits, ...(joined === null ? [] : [joined])];
  if (moved.length > 0 || said.length > 0) return moved;
  // What has begun again is no part of our line on those that are over.
  const ours = to === 'done' ? [] : lines.filter((line) => line.units.length > 1 && isOurs(line));
  const left = ours.flatMap((line) => leaveOut(context, line, { unit: saying, withdrawn: [] }));
  return [...left, ...stateLine(context, saying, to)];
}

// A list of several units, and words that the line is not understood by, are left as they are.
const mayBeSaid = (line: UnitLine, unit: NamedUnit): boolean =>
  line.units.length === 1 && line.units.every((one) => isSameUnit(one, unit));

const isOurs = ({ line }: UnitLine): boolean => idsAtEnd(line.text).length > 0;

const isField = (context: Context, { index }: UnitLine): boolean =>
  phaseFields(context).some(({ line }) => line - 1 === index);

type Field = Pick<Place, 'line' | 'value'>;

// `**Current phase:** Phase 1`, and the one line below `## Current phase`.
const phaseFields = (context: Context): Field[] =>
  placesOf(context, 'phase').flatMap((place): Field[] => {
    if (place.kind === 'field') return [place];
    const [only, ...others] = place.items;
    if (only === undefined || others.length > 0 || only.to > only.from + 1) return [];
    const line = context.outline.lines[only.from];
    if (line === undefined) return [];
    const start = line.start + line.text.indexOf(line.content);
    const end = line.start + line.text.trimEnd().length;
    return startsUnit(line.content) ? [{ line: only.from + 1, value: { start, end } }] : [];
  });

type Turn = { readonly saying: UnitSaying; readonly to: Progress; readonly now: string };

function editLine(context: Context, found: UnitLine, turn: Turn): Edit[] {
  const { line, lead, mark, status, figure, name } = found;
  const word = wordFor(context, turn.to);
  const box = boxEdit(found, turn.to);
  const markAt = mark === null ? -1 : line.text.indexOf(mark);
  const edits = [
    ...(box === null ? [] : [box]),
    ...(markAt < 0
      ? []
      : [onLine(found, { start: markAt, end: markAt + (mark?.length ?? 0) }, markFor(turn.to, mark))]),
    ...(figure === null || turn.to === 'running' ? [] : [onLine(found, figure, '')]),
    ...idEdits(found, turn.saying.sha),
  ];
  const isLed = lead.end > lead.start;
  if (isLed && turn.to === 'done') {
    const behind = status === null ? name : { start: name.end, end: status.end };
    const named = line.text.slice(name.start, name.end);
    const told = capitalized(named);
    return status === null
      ? [...edits, onLine(found, { start: lead.start, end: name.end }, `${told} ${word}`)]
      : [...edits, onLine(found, lead, ''), onLine(found, behind, ` ${word}`)];
  }
  if (status !== null) return [...edits, ...statusEdits(context, found, status, turn)];
  if (edits.length > idEdits(found, turn.saying.sha).length) return edits;
  if (isHedged(found))
    return [...edits, onLine(found, { start: name.end, end: sentenceEnd(found) }, ` ${word}`)];
  return [...edits, onLine(found, { start: name.end, end: name.end }, ` ${word}`)];
}

const onLine = ({ line }: UnitLine, { start, end }: Span, text: string): Edit => ({
  start: line.start + start,
  end: line.start + end,
  text,
});

function boxEdit({ line }: UnitLine, to: Progress): Edit | null {
  const [from, into] = to === 'done' ? ['[ ]', '[x]'] : [/\[[xX]\]/.exec(line.marker)?.[0] ?? '[x]', '[ ]'];
  const at = line.marker.includes(from) ? line.text.indexOf(from) : -1;
  return at < 0 ? null : { start: line.start + at, end: line.start + at + from.length, text: into };
}

const markFor = (to: Progress, mark: string | null): string =>
  to === 'done' ? DONE_MARK : mark !== null && valueOfMark(mark) !== 'running' ? '🔄' : (mark ?? '');

const wordFor = (context: Context, to: Progress, language = context.language): string =>
  unaccented(context, statusWord(language, to));

// The line speaks of the commit that says so now.
function idEdits(found: UnitLine, sha: string | null): Edit[] {
  const ending = /\([0-9a-f, ]+\)\s*$/.exec(found.line.text);
  const end = found.line.text.trimEnd().length;
  // What a template left is ours from the first commit on that speaks of it.
  if (sha !== null && isTemplateState(found.line.content))
    return [onLine(found, { start: end, end }, ` ${idsEnding([sha])}`)];
  if (!isOurs(found) || ending === null || sha === null) return [];
  return [onLine(found, { start: ending.index, end }, idsEnding([sha]))];
}

// The word, and the date in brackets behind it: `EN COURS (2026-01-19)`.
function statusEdits(
  context: Context,
  found: UnitLine,
  status: Span & { isFigure: boolean },
  turn: Turn,
): Edit[] {
  const { line } = found;
  const { language } = context;
  const told = line.text.slice(status.start, status.end);
  const own = [language, ...LANGUAGES].find((one) => isStatusOf(one, told)) ?? language;
  const word = wordFor(context, turn.to, own);
  const behind = /^[*_\s]{0,3}[([]([^)\]]*)/.exec(line.text.slice(status.end));
  const date = findDate(behind?.[0] ?? '', context.dating);
  const edit = onLine(
    found,
    status,
    columnWord(context, found, status, turn.to) ?? (status.isFigure ? word : likeCase(told, word)),
  );
  const [style] = date?.styles ?? [];
  if (date === null || style === undefined) return [edit];
  const at = { start: status.end + date.start, end: status.end + date.end };
  return [edit, onLine(found, at, writeDate(turn.now, style))];
}

// What another row says in the same column: a table that writes `Done` goes on to write it.
function columnWord(
  { outline: { lines } }: Context,
  { line, index }: UnitLine,
  { start }: Span,
  to: Progress,
): string | null {
  if (line.kind !== 'table') return null;
  const column = line.text.slice(0, start).split('|').length - 1;
  for (let at = tableTop(lines, index); lines[at]?.kind === 'table'; at += 1) {
    const { text = '' } = lines[at] ?? {};
    const cell = text.split('|')[column] ?? '';
    const status = statusWithin(cell);
    if (status?.value === to && /\p{L}/u.test(cell.slice(status.start, status.end)))
      return cell.slice(status.start, status.end);
  }
  return null;
}

function likeCase(sample: string, word: string): string {
  if (sample.length > 1 && sample === sample.toUpperCase() && sample !== sample.toLowerCase())
    return word.toUpperCase();
  const isCapital = sample.charAt(0) !== sample.charAt(0).toLowerCase();
  return isCapital ? capitalized(word) : word;
}

function sentenceEnd({ line, name }: UnitLine): number {
  const rest = line.text.slice(name.end);
  const end = rest.search(/[.;](?:\s|$)|\s\([0-9a-f]{7,}/);
  return end < 0 ? line.text.trimEnd().length : name.end + end;
}

// `**Current Phase:** Phase 0 - Foundation` goes on to the next phase that has a document.
const moveFields = (context: Context, saying: UnitSaying, to: Progress, facts: StateFacts): Edit[] =>
  phaseFields(context).flatMap((field) => {
    const found = linesOf(context, saying).find(({ index }) => index === field.line - 1);
    if (to === 'done') return found === undefined ? [] : moveOn(context, { field, found, saying }, facts);
    return found === undefined ? moveTo(context, field, saying, facts) : [];
  });

function moveTo(context: Context, { value }: Field, unit: UnitSaying, { phases }: StateFacts): Edit[] {
  const told = value === null ? '' : context.text.slice(value.start, value.end);
  return value !== null && startsUnit(told)
    ? [{ ...value, text: titleOf(context, told, { unit, text: unit.text, phases }) }]
    : [];
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

const startsUnit = (text: string): boolean => /^\S{0,3}\s?\S{3,20}\s?#?\d/.test(text);

const LONGEST_TITLE = 80;

// A point at the top of the state's list, or a line in front of its text; our own lines of one kind are one
// line.
function stateLine(context: Context, saying: UnitSaying, to: Progress): Edit[] {
  const place = placeOfState(context);
  if (place === null) return [];
  const { eol, bullet } = habitsOf(context);
  const { lines } = context.outline;
  const joined = joinUnits(context, place, saying, to);
  if (joined !== null) return [joined];
  const title =
    saying.text === '' || unitsIn(saying.text).length > 0
      ? ''
      : `: ${escapeInline(cutText(saying.text, LONGEST_TITLE))}`;
  const ids = saying.sha === null ? '' : ` ${idsEnding([saying.sha])}`;
  const told = `${capitalized(saying.unit)} ${saying.id} ${wordFor(context, to)}${title}${ids}`;
  const template = place.items.find(({ kind, text }) => kind === 'item' && isTemplateState(text));
  if (template !== undefined)
    return [
      replaceLines(
        lines,
        [template.from, template.to],
        [(markOf(lines[template.from]?.marker) ?? bullet) + told],
        eol,
      ),
    ];
  const start = lines.findIndex(({ kind }, index) => index >= place.from && kind !== 'blank');
  if (start < 0 || start >= place.to) return [insertAfter(lines, place.line - 1, ['', bullet + told], eol)];
  const list =
    lines[start]?.kind === 'item'
      ? start
      : place.items.find(({ kind, depth }) => kind === 'item' && depth === 0)?.from;
  const before = precedingUnit(place, saying.id);
  if (before !== undefined) {
    const mark = markOf(lines[before.from]?.marker) ?? bullet;
    return [insertAfter(lines, endOf(place, before) - 1, [mark + told], eol)];
  }
  if (list !== undefined)
    return [insertBefore(lines, list, [(markOf(lines[list]?.marker) ?? bullet) + told], eol)];
  return [insertBefore(lines, start, [bullet + told, ''], eol)];
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
  const all = linesOf(context, saying);
  if (all.length === 0) return back.length > 0 ? back : stateLine(context, saying, 'running');
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
