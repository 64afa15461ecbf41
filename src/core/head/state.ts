// What the file says of a phase that a commit completed: boxes, status words and marks on the lines that name it, the
// current phase, else one new line in the state section.

import { type Context, placesOf } from '../context/context.ts';
import type { Place } from '../context/places.ts';
import { DONE_MARK, findStatus, OPEN_MARKS, STATUSES } from '../context/statuses.ts';
import { findDate, writeDate } from '../dates/dates.ts';
import { habitsOf, unaccented } from '../draft/habits.ts';
import { idsEnding } from '../draft/ids.ts';
import { insertAfter, insertBefore } from '../draft/insert.ts';
import { phaseNamed } from '../draft/phases.ts';
import { letters } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { escapeInline } from '../markdown/inline.ts';
import type { Phase } from '../phases/documents.ts';
import { findPhases } from '../phases/phases.ts';
import type { Edit } from '../types.ts';
import { phaseDone } from '../wording/draft.ts';

export type Completion = {
  /** The phase's number, in capitals. */
  readonly id: string;
  readonly sha: string;
  readonly now: string;
  readonly phases: readonly Phase[];
};

/** Edits of one context; none where it says so already, or has no place for it. */
export function completePhase(context: Context, completion: Completion): Edit[] {
  const places = (['state', 'phase', 'next'] as const).flatMap((role) => placesOf(context, role));
  const indexes = new Set(places.flatMap(({ line, to }) => range(line - 1, to)));
  const lines = [...indexes].sort((a, b) => a - b).flatMap((index) => context.outline.lines[index] ?? []);
  const named = lines.filter((line) => namesOnly(line, completion.id));
  const edits = named.flatMap((line) => editLine(context, line, completion));
  if (edits.length > 0 || named.some((line) => isDone(context, line))) return edits;
  const edit = currentPhase(context, completion) ?? stateLine(context, completion);
  return edit === null ? [] : [edit];
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

const EDITED = ['heading', 'item', 'table', 'text', 'quote'];

// A line about several phases does not say of which its status is, and `Phase 6 tests` is a part of one.
function namesOnly(line: BlockLine, id: string): boolean {
  const text = line.text.slice(0, 1000);
  const named = EDITED.includes(line.kind) ? findPhases(text) : [];
  return (
    named.length === 1 &&
    named[0]?.id === id &&
    letters`^[\s*_\x60]*(?:$|[^\p{L}\p{N}\s])`.test(text.slice(named[0].end))
  );
}

const isDone = ({ language }: Context, line: BlockLine): boolean =>
  line.text.includes(DONE_MARK) ||
  /\[[xX]\]/.test(line.marker) ||
  findStatus(line.text, [language, 'en'])?.isDone === true;

function editLine(context: Context, line: BlockLine, completion: Completion): Edit[] {
  const box = line.marker.includes('[ ]') ? line.text.indexOf('[ ]') : -1;
  const mark = OPEN_MARKS.find((known) => line.text.includes(known)) ?? '';
  const markAt = mark === '' ? -1 : line.text.indexOf(mark);
  return [
    ...(box < 0 ? [] : [onLine(line, box, box + 3, '[x]')]),
    ...(markAt < 0 ? [] : [onLine(line, markAt, markAt + mark.length, DONE_MARK)]),
    ...editStatus(context, line, completion),
  ];
}

const onLine = (line: BlockLine, start: number, end: number, text: string): Edit => ({
  start: line.start + start,
  end: line.start + end,
  text,
});

// The word, and the date in brackets behind it: `EN COURS (2026-01-19)`.
function editStatus(context: Context, line: BlockLine, { now }: Completion): Edit[] {
  const { language } = context;
  const languages = language === 'en' ? [language] : [language, 'en' as const];
  const found = findStatus(line.text, languages);
  if (found === null || found.isDone) return [];
  const word = line.text.slice(found.start, found.end);
  const own = languages.find((one) => findStatus(line.text, [one]) !== null) ?? language;
  const done = likeCase(word, unaccented(context, STATUSES[own].done));
  const behind = /^[*_\s]{0,3}[([]([^)\]]*)/.exec(line.text.slice(found.end));
  const date = findDate(behind?.[0] ?? '', context.dating);
  const status = onLine(line, found.start, found.end, done);
  if (date?.styles[0] === undefined) return [status];
  return [status, onLine(line, found.end + date.start, found.end + date.end, writeDate(now, date.styles[0]))];
}

function likeCase(sample: string, word: string): string {
  if (sample.length > 1 && sample === sample.toUpperCase()) return word.toUpperCase();
  const isCapital = sample.charAt(0) !== sample.charAt(0).toLowerCase();
  return isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

// `**Current Phase:** Phase 0 - Foundation` goes on to the next phase that has a document.
function currentPhase(context: Context, { id, phases }: Completion): Edit | null {
  const field = placesOf(context, 'phase').find(
    ({ value, items }) => value !== null && phaseNamed(items[0]?.text ?? '') === id,
  );
  if (field?.value == null) return null;
  const next = phases[phases.findLastIndex((phase) => phase.id === id) + 1];
  const isKnown =
    next !== undefined && next.id !== null && next.title !== '' && phases.some((phase) => phase.id === id);
  const done = unaccented(context, STATUSES[context.language].done);
  if (isKnown) return { ...field.value, text: escapeInline(next.title) };
  return { start: field.value.end, end: field.value.end, text: ` (${done})` };
}

// A point at the top of the state's list, or a line in front of its text.
function stateLine(context: Context, { id, sha }: Completion): Edit | null {
  const place = innermost(placesOf(context, 'state').filter(({ kind }) => kind !== 'field'));
  if (place === null) return null;
  const { eol, bullet, words } = habitsOf(context);
  const { lines } = context.outline;
  const told = `${phaseDone(words, id)} ${idsEnding([sha])}`;
  const start = lines.findIndex(({ kind }, index) => index >= place.from && kind !== 'blank');
  if (start < 0 || start >= place.to) return insertAfter(lines, place.line - 1, ['', bullet + told], eol);
  const list =
    lines[start]?.kind === 'item'
      ? start
      : place.items.find(({ kind, depth }) => kind === 'item' && depth === 0)?.from;
  if (list !== undefined) return insertBefore(lines, list, [(markOf(lines[list]) ?? bullet) + told], eol);
  return insertBefore(lines, start, [bullet + told, ''], eol);
}

const markOf = (line: BlockLine | undefined): string | null =>
  /^\s*[-*+] /.exec(line?.marker ?? '')?.[0] ?? null;

// `### Where We Are` inside `## Current State`.
function innermost(places: readonly Place[]): Place | null {
  const [first] = places;
  if (first === undefined) return null;
  const inner = places.find(
    (place) => place !== first && place.line > first.line && place.to <= first.to && place.items.length > 0,
  );
  return first.items.length === 0 && inner !== undefined ? inner : first;
}
