// The entry for the commits that are new, together with those that a pending entry tells of already.
import type { Config } from '../config/defaults.ts';
import { type Context, placesOf } from '../context/context.ts';
import type { LogEntry } from '../context/log.ts';
import { type FoundDate, writeDate } from '../dates/dates.ts';
import { findKnown } from '../head/known.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { plainText } from '../markdown/inline.ts';
import { readPhases } from '../phases/documents.ts';
import type { Edit, OwedCommit } from '../types.ts';
import { entryOfDay, isLongDay, isOurNext, isOurs } from './day.ts';
import { tellsDocument } from './documents.ts';
import { bodyOf, insertEntry } from './entry.ts';
import type { DraftFacts } from './facts.ts';
import { type Habits, habitsOf } from './habits.ts';
import { idsAtEnd, idsInRow, withIds } from './ids.ts';
import { replaceLines } from './insert.ts';
import { type EntryLine, entryLines } from './lines.ts';
import type { Pending } from './pending.ts';
import { isPhaseStep } from './phases.ts';
import { saysWhy } from './phrase.ts';
import { type Rendered, renderEntry, renderPoints } from './render.ts';

export type Composed = {
  readonly edit: Edit;
  readonly entry: string;
  /** Whether somebody would miss what is new. */
  readonly isNews: boolean;
  /** What is new, a point each, in plain words. */
  readonly points: readonly string[];
  readonly blanks: readonly string[];
};

export function composeEntry(
  context: Context,
  pending: Pending | null,
  fresh: readonly OwedCommit[],
  { facts, config }: { readonly facts: DraftFacts; readonly config: Config },
): Composed {
  const habits = habitsOf(withoutEntry(context, pending));
  const about = {
    ...facts,
    words: habits.words,
    maxLines: config.draft.maxLines,
    isKnown: knownIn(context, [...(pending?.commits ?? []), ...fresh]),
  };
  const told = entryLines([...(pending?.commits ?? []), ...fresh], about);
  const all = withoutNext(context, told);
  const rendered = renderEntry(withoutEntry(context, pending), all, facts.now, habits);
  const blanks = blanksOf(told);
  const done = (edit: Edit, lines: readonly string[]) => ({
    edit,
    entry: lines.join('\n'),
    isNews: ofCommits(all, fresh).some(({ isBare }) => isBare !== true),
    points: ofCommits(all, fresh).map(({ label, text, ids }) =>
      withIds(plainText(label === null ? text : `${label}: ${text}`), ids),
    ),
    blanks,
  });
  if (pending === null) {
    const day = entryOfDay(context, facts);
    if (day === null) return done(insertEntry(context, rendered, habits), rendered.lines);
    const { edit, added } = joinDay(context, day, { fresh: all, rendered, habits, now: facts.now });
    return done(edit, added);
  }
  const earlier = withoutNext(context, entryLines(pending.commits, { ...about, answers: undefined }));
  const lines = isUntouched(context, pending, earlier, { facts, habits })
    ? rendered.lines
    : extended(context, pending, { fresh: withoutNext(context, entryLines(fresh, about)), rendered, habits });
  const { from, to } = pending.entry;
  return done(replaceLines(context.outline.lines, [from, to], lines, habits.eol), lines);
}

const ofCommits = (lines: readonly EntryLine[], fresh: readonly OwedCommit[]): EntryLine[] =>
  lines.filter(({ ids }) => fresh.some(({ commit }) => ids.includes(commit.sha)));

// How the file was before our own entry came.
function withoutEntry(context: Context, pending: Pending | null): Context {
  if (pending === null || context.log === null) return context;
  const { from, to } = pending.entry;
  const entries = context.log.entries.filter((entry) => entry.from < from || entry.from >= to);
  return { ...context, log: { ...context.log, entries } };
}

const blanksOf = (lines: readonly EntryLine[]): string[] =>
  ['next', 'gotcha', 'blocker'].filter((blank) => lines.every(({ kind }) => kind !== blank));

// What comes next is told where the file's own section for it is; in the entry only where it has none.
const withoutNext = (context: Context, lines: readonly EntryLine[]): readonly EntryLine[] =>
  placesOf(context, 'next').length === 0 ? lines : lines.filter(({ kind }) => kind !== 'next');

// A gotcha that the file tells elsewhere: not what the same commits put into the head.
function knownIn(context: Context, commits: readonly OwedCommit[]): (gotcha: string) => boolean {
  const { lines } = context.outline;
  const isOf = (id: string) => commits.some(({ commit }) => commit.sha.startsWith(id));
  const idsOf = (line: BlockLine | undefined) =>
    line?.kind === 'table' ? idsInRow(line.text) : idsAtEnd(line?.text ?? '');
  const isOurs = (index: number) => idsOf(lines[index]).some(isOf);
  return (gotcha) => findKnown(context, gotcha, (index) => !isOurs(index)) !== null;
}

type Style = { readonly facts: DraftFacts; readonly habits: Habits };

// What comes next may have been read from a phase document that has gone on since.
function isUntouched(
  context: Context,
  pending: Pending,
  earlier: readonly EntryLine[],
  { facts, habits }: Style,
): boolean {
  const { shape, lines } = renderEntry(withoutEntry(context, pending), earlier, facts.now, habits);
  const phases = readPhases(facts.phases);
  const isKept = (line: string) => {
    const next = line.split(`${habits.words.next}:`)[1];
    return (
      line.trim() !== '' &&
      (next === undefined || !isPhaseStep(phases, next.replace(/^\**\s*|\s*\([^()]*\)\s*$/g, '')))
    );
  };
  const written = withoutDocuments(bodyOf(context, pending.entry)).filter(isKept);
  const drafted = withoutDocuments(shape === 'row' ? lines : lines.slice(1)).filter(isKept);
  return written.join('\n') === drafted.join('\n');
}

// What documents say, with the lines below it: they may have gone on.
function withoutDocuments(lines: readonly string[]): string[] {
  let below = Number.POSITIVE_INFINITY;
  return lines.filter((line) => {
    const indent = line.search(/\S/);
    if (indent > below) return false;
    below = tellsDocument(line) ? indent : Number.POSITIVE_INFINITY;
    return below === Number.POSITIVE_INFINITY;
  });
}

type Extension = {
  readonly fresh: readonly EntryLine[];
  readonly rendered: Rendered;
  readonly habits: Habits;
};

// An entry that its author has edited keeps their words; what is new stands below them.
function extended(context: Context, { entry }: Pending, { fresh, rendered, habits }: Extension): string[] {
  const written = context.outline.lines.slice(entry.from, entry.to).map(({ text }) => text);
  if (rendered.shape === 'row') return [...written, ...rendered.lines.slice(-fresh.length)];
  return [...written, ...renderPoints(fresh, innerHabits(rendered, habits))];
}

const innerHabits = ({ shape }: Rendered, habits: Habits): Habits =>
  shape === 'bullet' ? { ...habits, bullet: habits.nested + habits.bullet } : habits;

type Joining = Extension & { readonly now: string };

// Below what the day says already; the time of day in its heading is renewed, and what came next is replaced.
function joinDay(
  context: Context,
  day: LogEntry,
  { fresh, rendered, habits, now }: Joining,
): { readonly edit: Edit; readonly added: readonly string[] } {
  const { lines } = context.outline;
  const points = renderPoints(isLongDay(day) ? weighty(fresh) : fresh, innerHabits(rendered, habits));
  const hasNext = fresh.some(({ kind }) => kind === 'next');
  const kept = lines.slice(day.from + 1, day.to).filter((line) => !hasNext || !isOurNext(line));
  const first = lines[day.from]?.text ?? '';
  const heading = day.date === null || !isOurs(context, day) ? first : redated(first, day.date, now);
  const written = [heading, ...kept.map(({ text }) => text)];
  const edit = replaceLines(lines, [day.from, day.to], [...written, ...points], habits.eol);
  return { edit, added: points };
}

// What weighs or has a label, and one reason or figure of each; what weighs nothing where there is nothing
// else.
function weighty(lines: readonly EntryLine[]): EntryLine[] {
  const telling = lines.filter(({ weight, label }) => weight > 0 || label !== null);
  return (telling.length > 0 ? telling : lines.slice(0, 1)).map((line) => ({
    ...line,
    details: line.details.filter(saysWhy).slice(0, 1),
  }));
}

const redated = (heading: string, date: FoundDate, now: string): string => {
  const [style] = date.styles;
  return style === undefined
    ? heading
    : heading.slice(0, date.start) + writeDate(now, style) + heading.slice(date.end);
};
