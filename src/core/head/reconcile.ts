// What commits change outside the log: every line of the head comes from what they claim, and from nothing
// else.
import { claimsOf, isRepaired, readTakenBack, revertedIn, subjectReverted } from '../claims/index.ts';
import { type Context, placesOf, readContext } from '../context/context.ts';
import type { DraftFacts } from '../draft/facts.ts';
import { habitsOf } from '../draft/habits.ts';
import { idsAtEnd } from '../draft/ids.ts';
import { removeLines, replaceLines } from '../draft/insert.ts';
import { plainText } from '../markdown/inline.ts';
import { type Item, readItems } from '../markdown/items.ts';
import { applyEdits } from '../markdown/lines.ts';
import { isWithin } from '../markdown/outline.ts';
import { once } from '../memo.ts';
import { type Phase, readPhases } from '../phases/documents.ts';
import { unitsIn } from '../phases/units.ts';
import { maskSecrets } from '../secrets.ts';
import type { Edit, OwedCommit } from '../types.ts';
import { addBlocker, removeBlocker } from './blockers.ts';
import { countBoxes, tickBoxes } from './boxes.ts';
import { type Claiming, changeOf, type HeadChange, type Saying, type UnitSaying } from './change.ts';
import { clearedIn } from './cleared.ts';
import { type Doing, doingsOf, readDoing } from './doings.ts';
import { renumber } from './list.ts';
import { endIssues, mendedIn } from './mended.ts';
import { isDoing } from './met.ts';
import { finishItems, putNext, refillNext, reopenItems } from './next.ts';
import { linesOf } from './phase-lines.ts';
import { addPoint } from './points.ts';
import { asksFor, isBoxOf, isSameItem, withoutIds } from './same.ts';
import { reopen, setProgress } from './state.ts';
import { isStartOf, isWorkOf } from './work.ts';

/** Points that one draft adds to a section at most; the log has them all. */
const MOST_POINTS = 20;

type Step = (context: Context) => readonly Edit[];

/** The text after, and how many points were left out; `owed` oldest first. Drafting twice changes nothing. */
export function reconcileHead(
  text: string,
  owed: readonly OwedCommit[],
  facts: DraftFacts,
): { readonly text: string; readonly leftOut: number } {
  const reverts = revertedIn(owed);
  const claimed = changeOf(owed.map((one) => claimingOf(one, reverts.get(one))));
  const doings = doingsOf(owed, claimed.withdrawn);
  const change = withAnswers({ ...claimed, next: stillNext(claimed, owed, doings) }, facts);
  const before = once(() => readContext(text));
  const undone = owed.flatMap(({ message }) => subjectReverted(message) ?? []).map(readDoing);
  const isUndone = (item: string) => undone.some((doing) => isDoing(item, doing));
  const steps = [
    (context: Context) => (undone.length === 0 ? [] : reopenItems(context, isUndone, change.withdrawn)),
    ...stepsFor(change, facts),
    (context: Context) => finishDone(context, change, doings),
    (context: Context) =>
      refillNext(before(), context, () => openItems(context, readPhases(facts.phases), doings)),
  ];
  const lists = Object.values(change).map(({ length }: readonly unknown[]) =>
    Math.max(0, length - MOST_POINTS),
  );
  const apply = (told: string, step: Step) => applyEdits(told, step(readContext(told)));
  const told = steps.reduce(apply, text);
  const cleared = [
    ...clearedIn(readContext(told), owed, change.withdrawn),
    ...mendedIn(readContext(told), owed, doings),
  ];
  const last = [
    ...cleared.map((saying) => (context: Context) => removeBlocker(context, saying)),
    (context: Context) => endIssues(context, owed, doings),
    (context: Context) => countBoxes(before(), context),
  ];
  return {
    text: renumber(before(), last.reduce(apply, told)),
    leftOut: lists.reduce((sum, count) => sum + count, 0),
  };
}

/** `gone`: the commit of the range that this one reverts. */
function claimingOf(owed: OwedCommit, gone: OwedCommit | undefined): Claiming {
  const { commit, message } = owed;
  const claims = claimsOf(owed).filter((claim) => !isRepaired(message, claim));
  const safe = claims.map((claim) => ({ ...claim, text: maskSecrets(claim.text) }));
  const named = readTakenBack(message);
  const takesBack =
    named?.sha == null && gone !== undefined ? { sha: gone.commit.sha, claims: claimsOf(gone) } : named;
  return { sha: commit.sha, claims: safe, takesBack };
}

// What a person filled in is said by nobody's commit.
function withAnswers(change: HeadChange, { answers = {} }: DraftFacts): HeadChange {
  const said = (text: string | undefined): Saying[] =>
    text === undefined || text.trim() === '' ? [] : [{ text: text.trim(), sha: null }];
  const next = said(answers.next);
  return {
    ...change,
    next: next.length > 0 ? next : change.next,
    gotchas: [...change.gotchas, ...said(answers.gotcha)],
    blockers: [...change.blockers, ...said(answers.blocker)],
  };
}

function stepsFor(change: HeadChange, facts: DraftFacts): Step[] {
  const { done, started, reopened, finished, blockers, unblocked, gotchas, rejected, results } = change;
  const phases = readPhases(facts.phases);
  const state = { now: facts.now, phases };
  const each = <One>(points: readonly One[], step: (point: One) => Step) =>
    points.slice(-MOST_POINTS).map(step);
  return [
    (context) => withdraw(context, change.withdrawn),
    ...each(
      reopened,
      (unit) => (context) => reopen(context, unit, { ...state, withdrawn: change.withdrawn }),
    ),
    // What belongs to a phase is read off the head before its lines change.
    ...each(done, (unit) => (context) => finishWork(context, unit, phases)),
    ...each(done, (unit) => (context) => setProgress(context, unit, 'done', state)),
    ...each(started, (unit) => (context) => setProgress(context, unit, 'running', state)),
    ...each(started, (unit) => (context) => finishItems(context, (item) => isStartOf(item, unit), unit.sha)),
    ...(finished.length === 0
      ? []
      : [(context: Context) => tickBoxes(context, (box) => finished.some(({ text }) => isBoxOf(box, text)))]),
    ...each(
      finished,
      ({ text, sha }) =>
        (context) =>
          finishItems(context, (item) => isSameItem(item, text), sha),
    ),
    ...nextSteps(change, phases),
    ...each(unblocked, (saying) => (context) => removeBlocker(context, saying)),
    ...each(
      unblocked,
      ({ text, sha }) =>
        (context) =>
          finishItems(context, (item) => asksFor(item, text), sha),
    ),
    ...each(finished, (saying) => (context) => removeBlocker(context, { ...saying, isExact: true })),
    ...each(
      blockers,
      ({ text, sha }) =>
        (context) =>
          addBlocker(context, text, sha === null ? [] : [sha]),
    ),
    ...each(gotchas, (point) => (context) => addPoint(context, 'gotchas', point)),
    ...each(results, (point) => (context) => addPoint(context, 'results', point)),
    ...each(rejected, (point) => (context) => addRejected(context, point)),
  ];
}

// In the section for it; else among what not to do, where it is told from what is forbidden.
const addRejected = (context: Context, point: Saying): Edit[] =>
  placesOf(context, 'rejected').length > 0
    ? addPoint(context, 'rejected', { ...point, text: point.text.replace(/(?<!\s)\s+\|\s+/g, ' — ') })
    : addPoint(context, 'doNot', asRejected(context, point));

// `Rejected: a Kalman filter — needs the noise of each gauge`
const asRejected = (context: Context, { text, sha }: Saying): Saying => ({
  text: `${habitsOf(context).words.rejected}: ${text.replace(/(?<!\s)\s+\|\s+/g, ' — ')}`,
  sha,
});

function finishWork(context: Context, unit: UnitSaying, phases: readonly Phase[]): Edit[] {
  const document = phases.find(({ id }) => id === unit.id.toUpperCase());
  const titles = [
    unit.text,
    document?.title ?? '',
    ...linesOf(context, unit).map(({ line }) => line.content),
  ];
  const items = document?.items.map(({ text }) => text) ?? [];
  return finishItems(
    context,
    (item) => isWorkOf(item, { unit, titles: titles.map(plainText), items }),
    unit.sha,
  );
}

/** Items of the phase that comes next which are shown, at most. */
const MOST_STEPS = 3;

// An item that one of these commits asks for next is not done, whatever another one did.
function finishDone(context: Context, { next }: HeadChange, doings: readonly Doing[]): Edit[] {
  const isAsked = (item: string) => next.some((one) => isSameItem(one.text, item));
  const isDone = (item: string, doing: Doing) => isDoing(item, doing) && !isAsked(item);
  const seen = new Set<string>();
  const isNew = (doing: Doing) => (item: string) => {
    const isBegun = idsAtEnd(item).length > 0 && begins(item, doing) && !isAsked(item);
    const isFound = !seen.has(item) && (isBegun || isDone(item, doing));
    if (isFound) seen.add(item);
    return isFound;
  };
  const finished = doings.flatMap((doing) => finishItems(context, isNew(doing), doing.sha));
  const isLeft = (box: string) => !seen.has(box) && doings.some((doing) => isDone(box, doing));
  return [...finished, ...tickBoxes(context, isLeft)];
}

// `Phase 2B: transition alerts` is what `phase 2B` asked for.
const begins = (item: string, { text }: Saying): boolean =>
  unitsIn(text).some(({ units }) =>
    units.some((unit) => isWorkOf(withoutIds(item), { unit, titles: [], items: [] })),
  );

// What a commit asked for and a later one did, or said is over.
function stillNext(
  { next, done }: HeadChange,
  owed: readonly OwedCommit[],
  doings: readonly Doing[],
): readonly Saying[] {
  const at = ({ sha }: Saying) => owed.findIndex(({ commit }) => commit.sha === sha);
  const isDone = (one: Saying, doing: Doing) =>
    at(doing) > at(one) && (isDoing(one.text, doing) || begins(one.text, doing));
  const isOver = (one: Saying, unit: UnitSaying) =>
    at(unit) > at(one) && isWorkOf(one.text.replace(/\s\(.*$/, ''), { unit, titles: [unit.text], items: [] });
  return next.filter(
    (one) =>
      at(one) < 0 || !(doings.some((doing) => isDone(one, doing)) || done.some((unit) => isOver(one, unit))),
  );
}

// The first open items of the phase behind those that the head says are over, but for what these commits did.
function openItems(context: Context, phases: readonly Phase[], doings: readonly Doing[]): Saying[] {
  const sha = doings.at(-1)?.sha ?? null;
  const isOver = ({ id }: Phase) =>
    id !== null && linesOf(context, { unit: 'phase', id }).some(({ says }) => says === 'done');
  const open = phases
    .slice(phases.findLastIndex(isOver) + 1)
    .map(({ items }) =>
      items.filter((item) => !item.isDone && doings.every((doing) => !isDoing(item.text, doing))),
    )
    .find(({ length }) => length > 0);
  return (open ?? []).slice(0, MOST_STEPS).map(({ text }) => ({ text: maskSecrets(plainText(text)), sha }));
}

// The author's word; else, once a phase is over, the first open items of the next one.
function nextSteps({ next, done }: HeadChange, phases: readonly Phase[]): Step[] {
  const last = done.at(-1);
  const at = last === undefined ? -1 : phases.findLastIndex(({ id }) => id === last.id.toUpperCase());
  const open = (phases[at + 1]?.items ?? []).filter(({ isDone }) => !isDone).slice(0, MOST_STEPS);
  const planned =
    at < 0 ? [] : open.map(({ text }) => ({ text: maskSecrets(plainText(text)), sha: last?.sha ?? null }));
  const said = next.length > 0 ? next.slice(0, MOST_POINTS) : planned;
  return said.length === 0 ? [] : [(context) => putNext(context, said)];
}

// Lines that only reverted commits said; none inside past log entries. A section that lists nothing else says
// so again.
function withdraw(context: Context, withdrawn: readonly string[]): Edit[] {
  if (withdrawn.length === 0) return [];
  const { lines } = context.outline;
  const isLogged = isWithin(context.log?.entries ?? []);
  const isWithdrawn = (id: string) => withdrawn.some((sha) => sha.startsWith(id));
  const gone = readItems(lines, [0, lines.length], (index) => !isLogged(index)).filter(
    ({ kind, to, text }) => {
      const ids = idsAtEnd(lines[to - 1]?.text ?? '');
      const [mention] = unitsIn(text);
      return kind === 'item' && ids.length > 0 && ids.every(isWithdrawn) && (mention?.units.length ?? 1) < 2;
    },
  );
  const isGone = ({ from }: Item) => gone.some((item) => item.from === from);
  const emptied = (['gotchas', 'blockers'] as const)
    .flatMap((role) => placesOf(context, role))
    .filter(({ items }) => items.length > 0 && items.every(isGone))
    .map(({ items }) => items[0]?.from);
  const { eol, words } = habitsOf(context);
  return gone.map(({ from, to }) =>
    emptied.includes(from)
      ? replaceLines(lines, [from, to], [words.none], eol)
      : removeLines(lines, [from, to]),
  );
}
