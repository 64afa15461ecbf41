// A first context file for a project with a past: the template, replayed over the newest commits, and what of
// it holds.
import { claimsOf } from '../claims/index.ts';
import { placesOf, readContext } from '../context/context.ts';
import { foldName } from '../context/roles.ts';
import { idsAtEnd, withIds } from '../draft/ids.ts';
import { insertBefore, removeLines } from '../draft/insert.ts';
import { removeBlocker } from '../head/blockers.ts';
import { headerEdits } from '../head/header.ts';
import { addItems } from '../head/list.ts';
import { finishItems } from '../head/next.ts';
import { withoutIds } from '../head/same.ts';
import { cutText, escapeInline } from '../markdown/inline.ts';
import { applyEdits } from '../markdown/lines.ts';
import { maskSecrets } from '../secrets.ts';
import type { Change, Message } from '../types.ts';
import { NO_NEXT, TEMPLATES } from '../wording/templates.ts';
import type { ProjectFacts } from './facts.ts';

/** Commits that are looked at, the newest. */
export const MOST_COMMITS = 500;
/** Entries of the log and decisions that a first file has. */
const MOST_ENTRIES = 6;
const MOST_DECISIONS = 10;
const LONGEST_DECISION = 240;
/** Days after which nobody can tell from commits alone whether a blocker, or what came next, still stands. */
const STALE_DAYS = 30;

/** One commit of the past. */
export type Past = { readonly change: Change; readonly message: Message };

/** The template as it would have been before the first of these commits. */
export function startOfHistory(facts: ProjectFacts, [first]: readonly Past[]): string {
  const text =
    TEMPLATES.context?.({ ...facts, today: first?.change.commit.date.slice(0, 10) ?? facts.today }) ?? '';
  const started =
    first === undefined ? '' : `- ${escapeInline(cutText(maskSecrets(first.message.subject), 120))}`;
  return started === ''
    ? text
    : text.replace(/^- Started to keep this file.*$/m, () =>
        withIds(started, [first?.change.commit.sha ?? '']),
      );
}

/** The replayed file without what is too old to be known, its newest entries, and the decisions that commits
 * speak of. */
export function endOfHistory(text: string, past: readonly Past[], now: string): string {
  const steps = [
    withoutStale(past),
    withNext,
    withNewestEntries,
    withDecisions(past),
    (told: string) => applyEdits(told, headerEdits(readContext(told), now)),
  ];
  return steps.reduce((told, step) => step(told), text);
}

const withoutStale = (past: readonly Past[]) => (text: string) => {
  const newest = Date.parse(past.at(-1)?.change.commit.date ?? '');
  const isFresh = (id: string) =>
    past.some(
      ({ change: { commit } }) =>
        commit.sha?.startsWith(id) === true && newest - Date.parse(commit.date) <= STALE_DAYS * 86_400_000,
    );
  const isStale = (line: string) => idsAtEnd(line).length > 0 && !idsAtEnd(line).some(isFresh);
  const linesOf = (told: string, role: 'blockers' | 'next') => {
    const context = readContext(told);
    return placesOf(context, role).flatMap(({ items }) =>
      items.filter(({ to }) => isStale(context.outline.lines[to - 1]?.text ?? '')).map((item) => item.text),
    );
  };
  const cleared = linesOf(text, 'blockers').reduce(
    (told, blocker) =>
      applyEdits(
        told,
        removeBlocker(readContext(told), { text: withoutIds(blocker), sha: null, isExact: true }),
      ),
    text,
  );
  const stale = new Set(linesOf(cleared, 'next'));
  return applyEdits(
    cleared,
    finishItems(readContext(cleared), (item) => stale.has(item), null),
  );
};

// A list that lost all of its items asks for them.
function withNext(text: string): string {
  const context = readContext(text);
  const [place] = placesOf(context, 'next');
  return place === undefined || place.items.length > 0
    ? text
    : applyEdits(text, [addItems(context, place, [NO_NEXT])]);
}

function withNewestEntries(text: string): string {
  const { log, outline } = readContext(text);
  const entries = log?.order === 'oldest-first' ? [...log.entries].reverse() : (log?.entries ?? []);
  const gone = entries.slice(MOST_ENTRIES);
  return applyEdits(
    text,
    gone.map(({ from, to }) => removeLines(outline.lines, [from, to])),
  );
}

const withDecisions = (past: readonly Past[]) => (text: string) => {
  const { log, outline } = readContext(text);
  const points = decisionsOf(past);
  if (points.length === 0 || log?.heading == null) return text;
  return applyEdits(text, [
    insertBefore(outline.lines, log.heading, ['## Key Decisions', '', ...points, ''], '\n'),
  ]);
};

// The newest first, each once.
function decisionsOf(past: readonly Past[]): string[] {
  const found = new Map<string, string>();
  for (const { change, message } of [...past].reverse())
    for (const { kind, source, text } of claimsOf({ message, documents: change.documents }))
      if (
        kind === 'decision' &&
        source !== 'document' &&
        !found.has(foldName(text)) &&
        change.commit.sha !== null
      )
        found.set(
          foldName(text),
          withIds(`- ${escapeInline(cutText(maskSecrets(text), LONGEST_DECISION))}`, [change.commit.sha]),
        );
  return [...found.values()].slice(0, MOST_DECISIONS);
}
