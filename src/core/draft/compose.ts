// The entry for the commits that are new, together with those that a pending entry tells of already.
import type { Config } from '../config/defaults.ts';
import type { Context } from '../context/context.ts';
import { findKnown } from '../head/known.ts';
import { readPhases } from '../phases/documents.ts';
import type { Edit, OwedCommit } from '../types.ts';
import { bodyOf, insertEntry } from './entry.ts';
import type { DraftFacts } from './facts.ts';
import { type Habits, habitsOf } from './habits.ts';
import { replaceLines } from './insert.ts';
import { type EntryLine, entryLines } from './lines.ts';
import type { Pending } from './pending.ts';
import { isPhaseStep } from './phases.ts';
import { headlineOf, type Rendered, renderEntry, renderPoints } from './render.ts';

export type Composed = {
  readonly edit: Edit;
  readonly entry: string;
  readonly headline: string;
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
    isKnown: knownIn(context, pending),
  };
  const all = entryLines([...(pending?.commits ?? []), ...fresh], about);
  const rendered = renderEntry(withoutEntry(context, pending), all, facts.now, habits);
  const blanks = blanksOf(all);
  const done = (edit: Edit, lines: readonly string[]) => ({
    edit,
    entry: lines.join('\n'),
    headline: headlineOf(all),
    blanks,
  });
  if (pending === null) return done(insertEntry(context, rendered, habits), rendered.lines);
  const earlier = entryLines(pending.commits, { ...about, answers: undefined });
  const lines = isUntouched(context, pending, earlier, { facts, habits })
    ? rendered.lines
    : extended(context, pending, { fresh: entryLines(fresh, about), rendered, habits });
  const { from, to } = pending.entry;
  return done(replaceLines(context.outline.lines, [from, to], lines, habits.eol), lines);
}

// How the file was before our own entry came.
function withoutEntry(context: Context, pending: Pending | null): Context {
  if (pending === null || context.log === null) return context;
  const { from, to } = pending.entry;
  const entries = context.log.entries.filter((entry) => entry.from < from || entry.from >= to);
  return { ...context, log: { ...context.log, entries } };
}

const blanksOf = (lines: readonly EntryLine[]): string[] =>
  ['next', 'gotcha', 'blocker'].filter((blank) => lines.every(({ kind }) => kind !== blank));

// A gotcha that the file tells elsewhere.
function knownIn(context: Context, pending: Pending | null): (gotcha: string) => boolean {
  const isOurs = (index: number) =>
    pending !== null && pending.entry.from <= index && index < pending.entry.to;
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
  const kept = (line: string) => {
    const next = line.split(`${habits.words.next}:`)[1];
    return (
      line.trim() !== '' &&
      (next === undefined || !isPhaseStep(phases, next.replace(/^\**\s*|\s*\([^()]*\)\s*$/g, '')))
    );
  };
  const written = bodyOf(context, pending.entry).filter(kept);
  const drafted = (shape === 'row' ? lines : lines.slice(1)).filter(kept);
  return written.join('\n') === drafted.join('\n');
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
  const inner = rendered.shape === 'bullet' ? { ...habits, bullet: habits.nested + habits.bullet } : habits;
  return [...written, ...renderPoints(fresh, inner)];
}
