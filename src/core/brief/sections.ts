// The sections of the brief that the context file fills, point by point.
import { type Context, placesOf } from '../context/context.ts';
import { isElsewhere } from '../context/elsewhere.ts';
import type { Role } from '../context/names.ts';
import { roleOfLabel, roleOfTitle } from '../context/roles.ts';
import type { Drift } from '../drift/facts.ts';
import { readItems } from '../markdown/items.ts';
import { isWithin } from '../markdown/outline.ts';
import { isStatusAlone } from './aside.ts';
import { isBan, stressedBans } from './bans.ts';
import { asksForClosed, closedPlan } from './closed-plans.ts';
import { historyOf, isOver, itemsOf } from './history.ts';
import { latestEntry } from './latest.ts';
import { loggedGotchas, notSaid } from './logged.ts';
import { saidNone, saysNone } from './none.ts';
import { frontMatterOver } from './past.ts';
import { isAdvice, type Point, pointOf, withoutEmptyHeadings } from './point.ts';
import { pointsOf } from './points.ts';
import { firstLines } from './said.ts';

const ROLES = [
  'says',
  'state',
  'next',
  'blockers',
  'questions',
  'doNot',
  'standards',
  'gotchas',
] as const satisfies readonly (Role | 'says')[];
/** `says`: the first lines of a file that says its state in no known way. */
export type PointRole = (typeof ROLES)[number];
export type Sections = Readonly<Record<PointRole, readonly Point[]>> & {
  /** What the file says of decisions. */
  readonly decided: readonly Point[];
  /** By sections that are empty: where the file says so itself. */
  readonly none: Readonly<Partial<Record<PointRole, readonly Point[]>>>;
};

const EMPTY: Sections = {
  says: [],
  state: [],
  next: [],
  blockers: [],
  questions: [],
  doNot: [],
  standards: [],
  gotchas: [],
  decided: [],
  none: {},
};

/** Orders that have no business in a rule either are shown once, among the warnings. */
export function readSections(context: Context | null, warnings: readonly Drift[]): Sections {
  if (context === null) return EMPTY;
  const hidden = new Set(
    warnings.flatMap(({ rule, line }) => (rule === 'addresses-assistant' ? [line] : [])),
  );
  const isShown = ({ line }: Point) => !hidden.has(line);
  const read = (role: Role): readonly Point[] => pointsOf(context, role).filter(isShown);
  const latest = latestEntry(context);
  const [next, gotchas, standards] = [read('next'), read('gotchas'), read('standards')];
  const logged = notSaid(loggedGotchas(context), gotchas).filter(isShown);
  const steps = firstOf(
    () => [...next, ...notSaid(latest('next'), next)],
    ...[sharedNext, titledNext, boldNext, markedNext, openBoxes].map((find) => () => find(context)),
  );
  const doNot = read('doNot');
  const forbidden = notSaid(steps.filter(isBan), doNot);
  const bans = stressedBans(context, [...doNot, ...forbidden, ...standards, ...gotchas]).filter(isShown);
  const state = firstOf(
    () => [...phaseWords(context, BEFORE_PHASES), ...read('state')],
    () => (placesOf(context, 'state').length > 0 ? latest('state') : []),
    () => phaseWords(context, /./),
    () => latest('state'),
    () => pointsOf(context, 'done'),
    () => newestSession(context),
  );
  return {
    says: state.length > 0 ? [] : firstLines(context).filter(isShown),
    state,
    next: stillOpen(
      steps.filter((point) => !isBan(point) && !asksForClosed(point.text, closedPlan(context))),
    ),
    blockers: stillOpen(
      context.places.some(({ role }) => role === 'blockers')
        ? read('blockers')
        : firstOf(
            () => read('blockers'),
            () => latest('blockers').filter(isShown),
          ),
    ),
    questions: stillOpen(read('questions')),
    doNot: [...doNot, ...forbidden, ...bans],
    standards,
    decided: read('decisions'),
    none: {
      next: saidNone(context, 'next'),
      blockers: saidNone(context, 'blockers'),
      questions: saidNone(context, 'questions'),
    },
    gotchas: stillOpen(
      [...gotchas, ...logged].map((point) => ({ ...point, isDone: point.isDone && !isAdvice(point) })),
    ),
  };
}

/** The first that says anything. */
export function firstOf(...choices: readonly (() => readonly Point[])[]): readonly Point[] {
  for (const find of choices) {
    const found = find();
    if (found.length > 0) return found;
  }
  return [];
}

// `**Current phase**: Pre-Phase 0 (planning complete)` is in no phase that a document has.
const BEFORE_PHASES = /^\W*pre[- ]\w/i;

const phaseWords = (context: Context, wanted: RegExp): Point[] =>
  placesOf(context, 'phase')
    .filter(({ kind, words }) => kind !== 'section' || /^(?:current|active) /.test(words))
    .flatMap(({ items }) => items.slice(0, 1))
    .map(pointOf)
    .filter(({ text }) => wanted.test(text) && !saysNone(text));

// `## Session 2 (27 May): live`, `## Update 22 — Items` in a file that says its state nowhere else: the one
// of the highest number.
const COUNTED = /^\W*(?:session|update|iteration|cycle|day|round|checkpoint|build) #?(\d{1,4})\b/i;

function newestSession({ outline: { sections, lines }, places }: Context): readonly Point[] {
  const numbers = sections.map(({ title }) => Number(COUNTED.exec(title)?.[1] ?? -1));
  const most = numbers.reduce((a, b) => Math.max(a, b), 0);
  const past = sections[numbers.lastIndexOf(most)];
  const isOther = isWithin(places.map(({ line, to }) => ({ from: line - 1, to })));
  return past === undefined
    ? []
    : readItems(lines, [past.from + 1, past.to], (index) => !isOther(index)).map(pointOf);
}

// `Where we stand / what's next` is about both.
const sharedNext = (context: Context): readonly Point[] =>
  placesOf(context, 'state').some(({ kind, title }) => kind === 'section' && namesNext(title))
    ? pointsOf(context, 'state')
    : [];

// Below `# Next session to-do` all that no other heading says.
function titledNext({ outline: { sections, lines }, places }: Context): readonly Point[] {
  const title = sections.find(({ level }) => level > 0);
  if (title?.level !== 1 || !TO_DO.test(title.title) || roleOfTitle(title.title)?.role !== 'next') return [];
  const isOther = isWithin([
    ...places.map(({ line, to }) => ({ from: line - 1, to })),
    ...sections.filter((one) => one.level > 1 && (isElsewhere(one.title) || isOver(one.title))),
  ]);
  return readItems(lines, [title.bodyTo, title.to], (index) => !isOther(index)).map(pointOf);
}

// `**What's next.** The second warp.` in a file that says it nowhere else.
function boldNext(context: Context): readonly Point[] {
  const isLogged = isWithin(context.log?.entries ?? []);
  return readItems(context.outline.lines, [0, context.outline.lines.length], (index) => !isLogged(index))
    .map((item) => ({ item, said: BOLD_SENTENCE.exec(item.text) }))
    .filter(({ said }) => said !== null && roleOfLabel(said[1] ?? '')?.role === 'next')
    .map(({ item, said }) => ({
      ...pointOf({ ...item, text: said?.[2] ?? '' }),
      depth: 0,
      isHeading: false,
    }));
}

const BOLD_SENTENCE = /^\*\*([^*.]{3,40})\.\*\*\s+(\S.*)$/s;

// `**10 — Hardening** ← next (after approval)` in a list of all that there is to do.
function markedNext(context: Context): readonly Point[] {
  const isPast = historyOf(context);
  return itemsOf(context)
    .filter(({ text, from, kind }) => kind !== 'text' && MARKED_NEXT.test(text) && !isPast(from))
    .map((item) => ({ ...pointOf(item), depth: 0, isHeading: false }));
}

const MARKED_NEXT =
  /(?:←|<-|👈|⬅️?)\s?[*_]*(?:next|up next|you are here|start here|nächste[rs]?|siguiente|próximo|suivant|下一步|ここから|次|다음)/iu;

// What nobody ticked, in a part that is neither past nor a condition.
function openBoxes(context: Context): readonly Point[] {
  if (frontMatterOver(context) !== undefined) return [];
  const isPast = historyOf(context);
  const isOther = isWithin(
    context.outline.sections.filter(({ level, title }) => level > 1 && isElsewhere(title)),
  );
  const found = new Map<string, Point>();
  for (const item of itemsOf(context)) {
    if (item.isDone !== false || isPast(item.from) || isOther(item.from)) continue;
    const point = { ...pointOf(item), depth: 0 };
    const { text } = point;
    if (!found.has(text) && !saysNone(text) && !isStatusAlone(text)) found.set(text, point);
  }
  return [...found.values()].slice(0, MOST_BOXES);
}

const MOST_BOXES = 8;

const TO_DO = /\b(?:to-?dos?|tasks?|action items|priorities)\b/i;

const namesNext = (title: string): boolean =>
  title
    .split(/[/&+,]| and /)
    .slice(1)
    .some((part) => roleOfTitle(part)?.role === 'next');

/** Those that are not done, nor below one that is. */
export const stillOpen = (points: readonly Point[]): readonly Point[] =>
  withoutEmptyHeadings(withoutDone(points.filter((_, index) => !leadsToDone(points, index))));

// What stands below a point that is done is done with it.
function withoutDone(points: readonly Point[]): readonly Point[] {
  let done: Point | null = null;
  return points.filter((point) => {
    if (done !== null && point.kind === 'item' && point.depth > done.depth) return false;
    done = point.isDone && !point.isHeading ? point : null;
    return done === null;
  });
}

// `All 5 questions are resolved:`, and each of the points below it is ticked.
function leadsToDone(points: readonly Point[], at: number): boolean {
  const lead = points[at];
  if (lead === undefined || lead.isHeading || !/$(?<=[:：]\W*)/.test(lead.text)) return false;
  const isBelow = ({ kind, depth }: Point) => kind !== lead.kind && kind !== 'heading' && depth >= lead.depth;
  let end = at + 1;
  for (let next = points[end]; next !== undefined && isBelow(next); next = points[end]) {
    if (!next.isDone) return false;
    end++;
  }
  return end > at + 1;
}
