// What a context file says under each role, point by point.
import { type Context, placesOf } from '../context/context.ts';
import { footerFrom } from '../context/footer.ts';
import { labelOf } from '../context/labels.ts';
import type { Role } from '../context/names.ts';
import { mayWait, type Place } from '../context/places.ts';
import { roleOfLabel } from '../context/roles.ts';
import { indexFrom } from '../groups.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { isWithin } from '../markdown/outline.ts';
import { memoize } from '../memo.ts';
import { isClosed, startsClosed } from '../phases/finished.ts';
import { cleanLine } from '../wording/lines.ts';
import { isTemplateLine } from '../wording/templates.ts';
import { isLeftAside, isMended, NOW, withoutPointed } from './aside.ts';
import { isOver } from './history.ts';
import { withoutObsolete, withoutPast } from './newest.ts';
import { saysNone, untilNone } from './none.ts';
import { isAside } from './parts.ts';
import { frontMatterOver, isOvertakenBy, isPassed, withoutEarlier } from './past.ts';
import { type Point, pointOf, withoutEmptyHeadings } from './point.ts';
import { ELSEWHERE, labelledRows, rowLabel } from './rows.ts';
import { titleRest } from './titles.ts';

const known = new WeakMap<Context, Map<Role, readonly Point[]>>();

/** In the order of the file. Each role of a context is read once, however often it is asked for. */
export function pointsOf(context: Context, role: Role): readonly Point[] {
  const roles = known.get(context) ?? new Map<Role, readonly Point[]>();
  known.set(context, roles);
  const points = roles.get(role) ?? readPoints(context, role);
  roles.set(role, points);
  return points;
}

function readPoints(context: Context, role: Role): Point[] {
  const found = context.places.filter((place) => isOf(place, role, context) && !isAside(place, context));
  const named = found.filter(({ isLoose }) => isLoose !== true);
  // `Planned features` in a file that has no `Next steps`.
  const isNamed = named.some(({ kind, words }) => kind === 'section' && !(role === 'next' && mayWait(words)));
  const places = isNamed ? named : found;
  const signOff = footerFrom(context.outline.lines);
  const stated = statedPhases(context);
  const newest = (NOW.includes(role) ? withoutPast : withoutObsolete)(places, context);
  const own =
    role === 'blockers'
      ? withoutOthers(newest)
      : role === 'next'
        ? withoutOvertaken(withoutClosed(newest, context), stated)
        : newest;
  const isOver = frontMatterOver(context) !== undefined;
  const isPast = ({ text }: Point) =>
    (role === 'blockers' && isPassed(text, stated)) || (isOver && NOT_BEGUN.test(text));
  const isParted = own.filter(isPart).length > 1;
  const points = own.flatMap((place) => {
    const inside = ofNow(untilNone(withoutPointed(placePoints(place, context)), role), place, stated);
    const kept = inside.filter(({ line }) => place.kind === 'field' || line <= signOff);
    return isParted && isPart(place) ? asPart(place, kept) : [...titlePoint(place, context), ...kept];
  });
  const told = [
    ...points,
    ...(role === 'next' || role === 'blockers' ? labelledRows(context, role) : []),
    ...(role === 'blockers' ? stoppedAt(context) : []),
  ]
    .filter(({ text }) => !saysNone(text) && !isTemplateLine(text) && !isLeftAside(text, role))
    .filter((point) => !isPast(point))
    .filter((point, at, all) => role !== 'blockers' || !isRepeated(point, all.slice(0, at)))
    .sort((a, b) => a.line - b.line);
  return withoutEmptyHeadings(role === 'next' ? inTurn(told, own) : told);
}

// What a tool's template said of a milestone before it was begun, below a front matter that says it is over.
const NOT_BEGUN =
  /^\W*(?:\d{1,3}\W*$|(?:plan|status):?\W*(?:not started|0 of)\b|not started\W*$|progress:?\W.*(?<!\d)\d{1,2}\s?%|(?:begin|start|plan|execute|discuss)\s(?:planning\s)?phase \d)/i;

// What may wait stands last, with what is below it: `Next action: plan Phase 28` below a list of `Pending
// todos` comes before them.
function inTurn(points: readonly Point[], places: readonly Place[]): Point[] {
  const [now, later]: [Point[], Point[]] = [[], []];
  const waits = new Uint8Array(places.reduce((most, { to }) => Math.max(most, to + 1), 0));
  for (const { role, line, to, words, isLoose } of places)
    waits.fill(role === 'next' && isLoose !== true && mayWait(words) ? 1 : 0, line, to + 1);
  let isLater = false;
  for (const point of points) {
    const { depth, line, kind, text } = point;
    if (depth === 0) isLater = waits[line] === 1 || (kind !== 'text' && DEFERRED.test(text));
    (isLater ? later : now).push(point);
  }
  return [...now, ...later];
}

// `Code health — DEFERRED 2026-06-19`
const DEFERRED =
  /^.{0,80}[—–:-]\s\**(?:DEFERRED|PARKED|ON HOLD|POSTPONED)\b|^.{0,80}[([](?:deferred|parked|on hold|postponed)\b/;

// `Stopped at: Blocked in 18-02 awaiting the key`
const STOPPED = /^\W*stopped[ _]at\W{1,5}(blocked (?:in|on|by|at|until|awaiting|waiting)\b[^"]{3,})"?$/i;

function stoppedAt(context: Context): Point[] {
  const { lines } = context.outline;
  const at = frontMatterOver(context) ? -1 : lines.findLastIndex(({ text }) => STOPPED.test(text));
  const text = STOPPED.exec(lines[at]?.text ?? '')?.[1];
  return text === undefined
    ? []
    : [pointOf({ text, line: at + 1, from: at, to: at + 1, depth: 0, kind: 'text', isDone: null })];
}

// `Blocked by: the audit` below each of the tasks that wait for it.
const isRepeated = ({ text, isHeading }: Point, before: readonly Point[]): boolean =>
  !isHeading && before.some((one) => one.text === text);

// `Pending (Phase 2)`, or `Next: Phase 2`, in a file whose state says that Phase 6 is complete.
const withoutOvertaken = (places: readonly Place[], stated: readonly string[]): readonly Place[] =>
  places.filter(
    ({ kind, title, items }) => !isOvertakenBy(kind === 'section' ? title : (items[0]?.text ?? ''), stated),
  );

/** What titles of the state, fields on the phase and the front matter say. */
const statedPhases = memoize(
  (context: Context): readonly string[] => [
    ...placesOf(context, 'state').map((place) => titleRest(place, context)),
    ...placesOf(context, 'phase').flatMap(({ kind, title, items }) =>
      kind === 'section' ? [] : items.slice(0, 1).map(({ text }) => `${title} ${text}`),
    ),
    ...[frontMatterOver(context)?.text ?? ''].filter(Boolean),
  ],
  4,
);

// `Next: …` below `Completed checkpoint 4` in a file that has a section for it.
function withoutClosed(places: readonly Place[], { outline }: Context): readonly Place[] {
  if (!places.some(({ kind }) => kind === 'section')) return places;
  const isInside = isWithin(outline.sections.filter(({ level, title }) => level > 1 && isOver(title)));
  return places.filter(({ kind, line }) => kind === 'section' || !isInside(line - 1));
}

const ofNow = (
  points: readonly Point[],
  { role, title }: Place,
  stated: readonly string[],
): readonly Point[] =>
  role === 'state'
    ? withoutEarlier(points, title, stated).filter(
        (point) => !ELSEWHERE.includes(rowLabel(point)?.role ?? role),
      )
    : points;

// `**Current blockers**: None` in a section of risks says for all of it what blocks.
// `## Blocker (RESOLVED)` blocks no more.
const withoutOthers = (places: readonly Place[]): Place[] =>
  places.filter(
    (place) =>
      place.kind !== 'section' ||
      (!isOver(place.title) &&
        !places.some(({ kind, from, to }) => kind !== 'section' && place.from <= from && to <= place.to)),
  );

// `### What is done` below `## Current State` is a part of it.
const isOf = (place: Place, role: Role, { places }: Context): boolean =>
  place.role === role ||
  (role === 'state' &&
    place.role === 'done' &&
    places.some((outer) => outer.role === 'state' && outer.from < place.from && place.to <= outer.to));

// One of several that are not named for what comes next, such as `Priority 1: the mooring`.
const isPart = ({ role, kind, isLoose }: Place): boolean =>
  role === 'next' && kind === 'section' && isLoose === true;

const asPart = ({ title, line }: Place, points: readonly Point[]): Point[] => [
  { text: cleanLine(title), line, depth: 0, isHeading: true, kind: 'heading', isDone: isClosed(title) },
  ...points.map((point) => ({ ...point, depth: point.depth + 1 })),
];

function titlePoint(place: Place, context: Context): Point[] {
  const text = titleRest(place, context);
  return text === ''
    ? []
    : [{ text, line: place.line, depth: 0, isHeading: false, kind: 'heading', isDone: isClosed(text) }];
}

// What stands below a heading that says `FIXED`, or below its `**Status:** fixed`, is fixed. A step that is
// told in code alone is its heading.
export function placePoints({ items, to, role }: Place, { outline }: Context): Point[] {
  let isOver = false;
  return items.map((item, index) => {
    const point = pointOf(item);
    if (point.isHeading) {
      const next = items[indexFrom(items, index + 1, ({ kind }) => kind === 'heading')]?.from ?? to;
      isOver =
        point.isDone ||
        (role === 'gotchas' && isMended(point.text)) ||
        outline.lines.slice(item.to, next).some(saysClosed);
    }
    const below = outline.lines.slice(item.to, items[index + 1]?.from ?? to);
    const isStep = role === 'next' && below.some(({ kind }) => kind === 'fence');
    return {
      ...point,
      isHeading: point.isHeading && !isStep,
      isDone: point.isDone || (isOver && role !== 'state'),
    };
  });
}

function saysClosed({ kind, content }: BlockLine): boolean {
  const label = kind === 'item' || kind === 'text' ? labelOf(content) : null;
  return label !== null && roleOfLabel(label.name)?.role === 'state' && startsClosed(label.value);
}
