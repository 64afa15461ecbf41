// One line that a person or an agent records by hand, put where the file keeps such lines.
import { type Context, placesOf, readContext } from '../context/context.ts';
import { labelOf } from '../context/labels.ts';
import type { LogEntry } from '../context/log.ts';
import { roleOfLabel } from '../context/roles.ts';
import { isSameDay } from '../dates/dates.ts';
import { addBlocker, findBlocker, removeBlocker } from '../head/blockers.ts';
import { findKnown } from '../head/known.ts';
import { addItems, renumber } from '../head/list.ts';
import { putNext } from '../head/next.ts';
import { placeOf } from '../head/points.ts';
import { isSameItem } from '../head/same.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { escapeInline, oneLine } from '../markdown/inline.ts';
import { applyEdits } from '../markdown/lines.ts';
import type { Document, Edit } from '../types.ts';
import { insertEntry } from './entry.ts';
import { newestFirst } from './entry-heading.ts';
import { habitsOf } from './habits.ts';
import { insertAfter, insertBefore, replaceLines } from './insert.ts';
import type { EntryLine } from './lines.ts';
import { refusal } from './refuse.ts';
import { renderEntry, renderPoints } from './render.ts';

export const NOTE_KINDS = [
  'gotcha',
  'blocker',
  'unblocked',
  'next',
  'result',
  'deviation',
  'discussion',
] as const;

export type NoteKind = (typeof NOTE_KINDS)[number];

export type Note = { readonly kind: NoteKind; readonly text: string };

/** `text`: the file after; `line`: 1-based, where the note stands. */
export type Noted = { readonly text: string; readonly line: number; readonly isKnown: boolean };

/** `now` is ISO 8601 with an offset. What stands there already is not added: a gotcha anywhere, a blocker
 * among the blockers, all else in the entry of today. Throws Problem (3) for a file that cannot be edited. */
export function addNote(file: Document, note: Note, now: string): Noted {
  const refused = refusal(file);
  if (refused !== null) throw refused;
  const mark = file.text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const context = readContext(file.text.slice(mark.length));
  const words = oneLine(note.text);
  const known = findStanding(context, { ...note, text: words }, now);
  if (known !== null) return { text: file.text, line: known, isKnown: true };
  const edits = noteEdits(context, { ...note, text: words }, now);
  const text = renumber(context, applyEdits(context.text, edits));
  return { text: mark + text, line: lineOf(text, escapeInline(words), edits), isKnown: false };
}

function findStanding(context: Context, { kind, text }: Note, now: string): number | null {
  if (kind === 'gotcha') return findKnown(context, text);
  if (kind === 'next') {
    const item = placeOf(context, 'next')?.items.find((one) => isSameItem(one.text, text));
    if (item !== undefined) return item.line;
  }
  const today = entryOf(context, now);
  const isToday = (index: number) => today !== null && today.from <= index && index < today.to;
  return (kind === 'blocker' ? findBlocker(context, text) : null) ?? findKnown(context, text, isToday);
}

function entryOf(context: Context, now: string): LogEntry | null {
  const [newest] = newestFirst(context.log);
  return newest !== undefined && newest.date !== null && isSameDay(newest.date, now) ? newest : null;
}

function noteEdits(context: Context, note: Note, now: string): readonly Edit[] {
  const listed = listEdits(context, note);
  const isListOnly = ['gotcha', 'blocker', 'next'].includes(note.kind);
  return isListOnly && listed.length > 0 ? listed : [...listed, logEdit(context, note, now)];
}

function listEdits(context: Context, { kind, text }: Note): readonly Edit[] {
  if (kind === 'blocker') return addBlocker(context, text, []);
  if (kind === 'unblocked') return removeBlocker(context, { text, sha: null });
  if (kind === 'next') return putNext(context, [{ text, sha: null }]);
  const [place] = kind === 'gotcha' ? placesOf(context, 'gotchas') : [];
  return place === undefined ? [] : [addItems(context, place, [escapeInline(text)])];
}

// Into the entry of today, else as an entry of its own.
function logEdit(context: Context, { kind, text }: Note, now: string): Edit {
  const habits = habitsOf(context);
  const label = kind === 'discussion' ? null : habits.words[kind];
  const line: EntryLine = { kind: kindOf(kind), label, text, ids: [], weight: 0, details: [] };
  const today = entryOf(context, now);
  if (today === null || today.shape === 'row')
    return insertEntry(context, renderEntry(context, [line], now, habits), habits);
  const inner = today.shape === 'bullet' ? { ...habits, bullet: habits.nested + habits.bullet } : habits;
  return extendEntry(context.outline.lines, today, {
    kind,
    points: renderPoints([line], inner),
    eol: habits.eol,
  });
}

const kindOf = (kind: NoteKind): EntryLine['kind'] => (kind === 'discussion' ? 'minor' : kind);

type Points = { readonly kind: NoteKind; readonly points: readonly string[]; readonly eol: string };

// What comes next closes an entry, and there is one of it.
function extendEntry(
  lines: readonly BlockLine[],
  { from, to }: LogEntry,
  { kind, points, eol }: Points,
): Edit {
  const isNext = ({ content }: BlockLine) => roleOfLabel(labelOf(content)?.name ?? '')?.role === 'next';
  const next = lines.findIndex((line, index) => index > from && index < to && isNext(line));
  if (next < 0) return insertAfter(lines, to - 1, points, eol);
  return kind === 'next'
    ? replaceLines(lines, [next, next + 1], points, eol)
    : insertBefore(lines, next, points, eol);
}

function lineOf(text: string, words: string, edits: readonly Edit[]): number {
  const start = Math.min(...edits.map((edit) => edit.start));
  const at = text.indexOf(words, start);
  return text.slice(0, Math.max(at, start)).split('\n').length;
}
