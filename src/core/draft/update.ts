// The update of a context file: everything that the owed commits change in it, as splices into the user's text.
import type { Config } from '../config/defaults.ts';
import { type Context, readContext } from '../context/context.ts';
import { commonStyle, writeDate } from '../context/dates.ts';
import { applyEdits } from '../markdown/splice.ts';
import { trailersNamed } from '../message/index.ts';
import type { Document, Draft, Edit, OwedCommit } from '../types.ts';
import { readRecordedIds } from '../verdict/paid.ts';
import { addBlocker, removeBlocker } from './blockers.ts';
import { tickBoxes, tickedItems } from './boxes.ts';
import { bodyOf, insertEntry } from './entry.ts';
import type { DraftFacts } from './facts.ts';
import { type Habits, habitsOf } from './habits.ts';
import { replaceLines } from './insert.ts';
import { findKnown } from './known.ts';
import { type EntryLine, entryLines } from './lines.ts';
import { findPending, type Pending } from './pending.ts';
import { completedPhases, isPhaseStep, readPhases } from './phases.ts';
import { refusal } from './refuse.ts';
import { headlineOf, type Rendered, renderEntry, renderPoints } from './render.ts';
import { completePhase } from './state.ts';

/**
 * `owed`: the commits that the committed file does not account for, oldest first. Those whose ids stand in `file`
 * already were drafted before: the entry that tells of them, and of no others, is extended; nothing else is said of
 * them. With no commit beyond them the draft is empty. Throws Problem (3) for a file that cannot be edited.
 */
export function draftUpdate(
  file: Document,
  owed: readonly OwedCommit[],
  facts: DraftFacts,
  config: Config,
): Draft {
  const refused = refusal(file);
  if (refused !== null) throw refused;
  const isCited = readRecordedIds(file.text);
  const [drafted, fresh] = [
    owed.filter(({ commit }) => isCited(commit.sha)),
    owed.filter(({ commit }) => !isCited(commit.sha)),
  ];
  if (fresh.length === 0) return unchanged(file);
  const mark = file.text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = fresh.reduce(
    (told, one, index) => tell(told, one, { facts, config, isNewest: index === fresh.length - 1 }),
    file.text.slice(mark.length),
  );
  const context = readContext(text);
  const pending = findPending(context, drafted);
  const told = composeEntry(context, pending, fresh, { facts, config });
  const edits = [told.edit, ...headerEdits(context, facts.now, told.headline)];
  const commits = [...(pending?.commits ?? []), ...fresh].map(({ commit }) => commit.sha);
  return {
    path: file.path,
    before: file.text,
    text: mark + applyEdits(text, edits),
    entry: told.entry,
    commits,
    blanks: told.blanks,
  };
}

const unchanged = ({ path, text }: Document): Draft => ({
  path,
  before: text,
  text,
  entry: '',
  commits: [],
  blanks: [],
});

type Telling = { readonly facts: DraftFacts; readonly config: Config; readonly isNewest: boolean };

// What one commit changes outside the log. One after the other: a blocker may be met by one and removed by the next.
function tell(text: string, owed: OwedCommit, { facts, config, isNewest }: Telling): string {
  const { commit, message, documents } = owed;
  const phases = readPhases(facts.phases);
  const ticked = tickedItems(documents, config);
  const blockers = [
    ...trailersNamed(message, 'blocker'),
    ...(isNewest ? [facts.answers?.blocker ?? ''] : []),
  ];
  const steps: ((context: Context) => Edit[])[] = [
    ...(ticked.length === 0 ? [] : [(context: Context) => tickBoxes(context, ticked)]),
    ...completedPhases(owed).map(
      (id) => (context: Context) => completePhase(context, { id, sha: commit.sha, now: facts.now, phases }),
    ),
    ...blockers
      .filter((blocker) => blocker.trim() !== '')
      .map((blocker) => (context: Context) => addBlocker(context, blocker, [commit.sha])),
    ...trailersNamed(message, 'unblocked').map(
      (value) => (context: Context) => removeBlocker(context, value),
    ),
  ];
  return steps.reduce((told, step) => applyEdits(told, step(readContext(told))), text);
}

type Composed = {
  readonly edit: Edit;
  readonly entry: string;
  readonly headline: string;
  readonly blanks: readonly string[];
};

function composeEntry(
  context: Context,
  pending: Pending | null,
  fresh: readonly OwedCommit[],
  { facts, config }: Pick<Telling, 'facts' | 'config'>,
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

function headerEdits({ headerDates, log, text }: Context, now: string, headline: string): Edit[] {
  const logged = (log?.entries ?? []).flatMap(({ date }) => date ?? []);
  return headerDates.flatMap(({ date, start, end, note }) => {
    const style = commonStyle(
      [date, ...logged].filter(({ styles }) =>
        styles.some((one) => date.styles.some((own) => own.pattern === one.pattern)),
      ),
    );
    const edits: Edit[] = style === null ? [] : [{ start, end, text: writeDate(now, style) }];
    const says = note === null ? '' : text.slice(note.start, note.end);
    const isZone = /^[A-Z]{2,5}$/.test(says);
    return note === null || isZone || headline === '' ? edits : [...edits, { ...note, text: headline }];
  });
}
