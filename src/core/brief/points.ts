// What a context file says under each role, point by point.

import { type Context, placesOf } from '../context/context.ts';
import { footerFrom } from '../context/footer.ts';
import { labelOf } from '../context/labels.ts';
import type { Log, LogEntry } from '../context/log.ts';
import type { Role } from '../context/names.ts';
import { findPlaces, mayWait, type Place } from '../context/places.ts';
import { roleOfLabel } from '../context/roles.ts';
import { indexFrom } from '../groups.ts';
import { isOver as isClearedBy } from '../head/cleared.ts';
import { isSameWork, withoutIds } from '../head/same.ts';
import { letters } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { type Item, readItems } from '../markdown/items.ts';
import { isWithin, type Outline, type Section } from '../markdown/outline.ts';
import { memoize } from '../memo.ts';
import { isClosed, startsClosed } from '../phases/finished.ts';
import { cleanLine } from '../wording/lines.ts';
import { isTemplateLine } from '../wording/templates.ts';
import { isEmptyAnswer } from '../words/none.ts';
import { isOver } from './history.ts';
import { withoutObsolete, withoutPast } from './newest.ts';
import { frontMatterOver, isOvertakenBy, isPassed, saysAllOver, withoutEarlier } from './past.ts';
import { titleRest } from './titles.ts';

/** What a section of the brief says where the file says that there is none. */
export const NONE_SAID = 'none (the file says so)';

export type Point = {
  /** As written, on one line, without anything invisible. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  readonly depth: number;
  /** It only names what the points below it are about. */
  readonly isHeading: boolean;
  /** Ticked, struck through, or said to be done at its end. */
  readonly isDone: boolean;
  readonly kind: Item['kind'];
  /** Of a plan; absent: the context file. */
  readonly path?: string | undefined;
};

const known = new WeakMap<Context, Map<Role, readonly Point[]>>();

/** In the order of the file. Each role of a context is read once, however often it is asked for. */
export function pointsOf(context: Context, role: Role): readonly Point[] {
  const roles = known.get(context) ?? new Map<Role, readonly Point[]>();
  known.set(context, roles);
  const points = roles.get(role) ?? readPoints(context, role);
  roles.set(role, points);
  return points;
}

/** Roles of what holds now, not of what was learned. */
const NOW: readonly Role[] = ['state', 'next', 'blockers'];

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
  const isPast = ({ text }: Point) => role === 'blockers' && isPassed(text, stated);
  const points = own.flatMap((place) => {
    const inside = ofNow(untilNone(withoutPointed(placePoints(place, context)), role), place, stated);
    const kept = inside.filter(({ line }) => place.kind === 'field' || line <= signOff);
    return isPart(place, own) ? asPart(place, kept) : [...titlePoint(place, context), ...kept];
  });
  return withoutEmptyHeadings(
    [
      ...points,
      ...(role === 'next' || role === 'blockers' ? labelledRows(context, role) : []),
      ...(role === 'blockers' ? stoppedAt(context) : []),
    ]
      .filter(({ text }) => !saysNone(text) && !isTemplateLine(text) && !isLeftAside(text, role))
      .filter((point) => !isPast(point))
      .filter((point, at, all) => role !== 'blockers' || !isRepeated(point, all.slice(0, at)))
      .sort((a, b) => rankOf(a.line, own) - rankOf(b.line, own) || a.line - b.line),
  );
}

// `Next action: plan Phase 28` below a list of `Pending todos` comes before what may wait.
const rankOf = (line: number, places: readonly Place[]): number => {
  const place = places.findLast(({ line: first, to }) => first <= line && line <= to);
  return place?.role === 'next' && place.isLoose !== true && mayWait(place.words) ? 1 : 0;
};

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

// Below `See docs/archive.md for:` stands what is there.
const TABLE_OF = /^\W*see (?:also )?(?:the )?[\x60"'[*]{0,3}[\w./-]+\.md\b[^.]{0,30}\bfor\W*$/i;

function withoutPointed(points: readonly Point[]): Point[] {
  let isThere = false;
  return points.filter(({ text, kind }) => {
    isThere = kind === 'item' ? isThere : TABLE_OF.test(text);
    return !isThere;
  });
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

/** Roles of rows in a table on the state that other sections of the brief tell. */
const ELSEWHERE: readonly Role[] = ['next', 'blockers', 'updated'];

/** `| **Next task** | Measure it |` in a table on the state. */
export const labelledRows = (context: Context, role: Role): Point[] =>
  [
    ...placesOf(context, 'state')
      .filter(({ kind }) => kind === 'section')
      .flatMap(({ items }) => items),
    ...itemsAbove(context),
  ].flatMap((item) => {
    const label = rowLabel(item);
    return label?.role === role ? [{ ...pointOf({ ...item, text: label.value }), depth: 0 }] : [];
  });

// A table above the first section tells of the whole.
function itemsAbove({ outline: { lines, sections } }: Context): Item[] {
  const end = sections.find(({ level }) => level > 1)?.from ?? 0;
  return lines.slice(0, end).some(({ kind }) => kind === 'table') ? readItems(lines, [0, end]) : [];
}

function rowLabel({
  kind,
  text,
}: Pick<Item, 'kind' | 'text'>): { readonly role: Role; readonly value: string } | null {
  if (kind !== 'row') return null;
  const [name = '', ...cells] = text.split(' — ');
  const role = roleOfLabel(name.replace(/[*_`]/g, ''))?.role;
  const value = cells.filter(Boolean).join(' — ');
  return role === undefined || value === '' ? null : { role, value };
}

// `PREVIOUS Wave: …` is kept for the record, and `Decision needed: …` is none yet.
const PAST = /^\W*(?:PREVIOUS|SUPERSEDED|OBSOLETE|OUTDATED)\b/;
const OPEN_DECISION =
  /^\W*(?:decisions? (?:is )?(?:needed|pending|required)|to (?:be decided|decide)|undecided)\b/i;

const NO_BLOCKER =
  /\bnot (?:a |an )?(?:\w+ )?block(?:er|ing|ed)\b|\bnon-block(?:er|ing)\b|\b(?:does not|doesn't|do not|don't) block\b|不算.{0,6}阻塞|不阻塞|非阻塞|\((?:verified|confirmed|tested)\b[^()]{0,40}\)\W*$/i;

// `Decisions are logged in PROJECT.md.`, `(See BACKLOG.md)`: where to look, and nothing of what is there.
const POINTER =
  /^\W*(?:(?:all|full|recent|key|open|current|remaining|complete|detailed|the|our|milestone-level)\b ?)*(?:[\w\x60-]+ )?(?:decisions?|decision log|to-?dos?|tasks?|items?|log|history|backlog|details?)\b[^.:;]{0,60}\b(?:logged|recorded|kept|tracked|documented|archived|listed|maintained|preserved|lives?|found|stored|managed)\b (?:only )?(?:in|at|under|by)\b|^\W*see (?:also )?(?:the )?[\x60"'[*]{0,3}[\w./-]+\.md\b/i;

// `All milestone items are closed.`, `0 todos in the list`
const ALL_CLEAR =
  /^\W*(?:all|every|no|0|zero)\b[^.:;]{0,50}\b(?:to-?dos?|items?|tasks?|goals?|priorities|steps)\b(?:[^.:;]{0,50}\b(?:are|is|were|been|now|all)?\b ?(?:closed|cleared|done|completed?|resolved|finished|addressed)\b| (?:in|left|open|remaining|pending)\b)/i;
const GOES_ON = /\b(?:next|then|now|ready|start|begin|continue|proceed|open|but|except)\b/i;
const isAllClear = (text: string): boolean => {
  const [first = '', ...rest] = text.split(/(?<=[.!])\s/);
  return ALL_CLEAR.test(first) && !GOES_ON.test(rest.join(' '));
};

// `The index is reconciled and is complete.`, `Historical blocker closed by the user`, `2026-04-25: Fixed the
// build`
const SAID_OVER =
  /^[^.;:]{1,90}\b(?:is|are|was|were|has been|have been)(?: now| all| fully| already)* (?:completed?|resolved|closed|fixed|done|mitigated|cleared|lifted|implemented|solved|no longer (?:a )?block(?:er|ed|ing))\b/i;
const HELD_BACK =
  /\b(?:not|until|once|when|after|before|if|but|still|except|only|remain(?:s|ing)?|however|unless|yet|partly|partially|must|needs?|should|will|cannot|can't)\b/i;
const FORMER =
  /^\W*(?:RESOLVED|FIXED|CLOSED|CLEARED|DONE)\b[\s*]*[:(—–-]|^\W*(?:historical|former|previous|prior|past|old) (?:blocker|concern|impediment|issue)s?\b|^[^.:—–-]{1,40}\s[—–-]\s(?:nothing (?:further|more|left|open|pending)|none)\b|\s[—–-]{1,2}\s\**(?:confirmed|verified|available|granted|received|approved|provided|obtained|answered)\**(?:\s*\([^()]*\))?\W*$|^\W*\d{4}-\d\d-\d\d\W+(?:[\w/-]+ ){0,2}?(?:applied|fixed|replaced|removed|completed|reviewed|implemented|added|updated|verified|created|refactored)\b/i;

function isSaidOver(text: string): boolean {
  const [sentence = ''] = text.split(/[.!;](?:\s|$)/);
  return SAID_OVER.test(sentence) && !HELD_BACK.test(sentence);
}

/** The status of something, and nothing to do. */
const STATUS_ALONE = /^\W*(?:not (?:yet )?started|tbd|pending|planned)\W*$/i;
export const isStatusAlone = (text: string): boolean => STATUS_ALONE.test(text);

/** `2025-09-09 02:57 EST`: when, and nothing of what. */
const DAY_ALONE =
  /^\W*\d{4}-\d\d-\d\d\W+(?:branch|commit|head|version)\b.{0,60}$|^\W*\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,3})?)?(?: ?[A-Z]{1,4})?\W*$/i;

/** `Formatting - all rules are complete` */
const ENDS_COMPLETE = /^[^—–-]{1,80}\s[—–-]\s([^—–.;-]{1,80})\bcompleted?\W*$/i;

const isLeftAside = (text: string, role: Role): boolean =>
  (NOW.includes(role) && DAY_ALONE.test(text)) ||
  (role === 'next' && !HELD_BACK.test(ENDS_COMPLETE.exec(text)?.[1] ?? 'not')) ||
  POINTER.test(text) ||
  (role === 'blockers' && (NO_BLOCKER.test(text) || FORMER.test(text) || isSaidOver(text))) ||
  (role === 'next' && (STATUS_ALONE.test(text) || (isSaidOver(text) && !GOES_ON.test(text)))) ||
  (NOW.includes(role) && PAST.test(text)) ||
  (role === 'decisions' && OPEN_DECISION.test(text));

// `**Current blockers**: None` in a section of risks says for all of it what blocks.
// `## Blocker (RESOLVED)` blocks no more.
const withoutOthers = (places: readonly Place[]): Place[] =>
  places.filter(
    (place) =>
      place.kind !== 'section' ||
      (!isOver(place.title) &&
        !places.some(({ kind, from, to }) => kind !== 'section' && place.from <= from && to <= place.to)),
  );

// A blank of a template, such as `[Issues that affect future work]`, answers nothing.
const isAnswer = (text: string): boolean => saysNone(text) && /^[^\p{L}[({<\u2039]*\p{L}/u.test(text);

/** Where the file says outright that there is none; empty: nowhere. */
export const saidNone = (context: Context, role: Role): readonly Point[] =>
  withoutPast(placesOf(context, role), context)
    .flatMap(({ items }) => items)
    .filter(({ text }) => isAnswer(text))
    .slice(0, 1)
    .map((item) => ({ ...pointOf({ ...item, text: NONE_SAID }), depth: 0 }));

// `From the parking lot.`, then `None yet.`: prose that comes to none.
const endsInNone = (points: readonly Point[], role: Role): boolean =>
  (role === 'blockers' || role === 'next') &&
  points.every(({ kind }) => kind === 'text') &&
  isAnswer(points.at(-1)?.text ?? '');

// `v1.8 is complete! All 33 phases shipped`, and below it what they brought.
const startsOver = (first: Point | undefined): boolean =>
  first?.kind === 'text' && (saysAllOver(first.text) || isAllClear(first.text));

// What follows `None` below a heading, a label or in prose explains it; only points of the same list add to
// it.
function untilNone(points: readonly Point[], role: Role): Point[] {
  if (endsInNone(points, role) || (role === 'next' && startsOver(points[0]))) return [];
  const at =
    role === 'blockers' ? points.findIndex(({ text, isHeading }) => !isHeading && isAnswer(text)) : -1;
  if (at !== 0) return [...points];
  const end = points.findIndex(
    ({ depth, kind }, index) => index > 0 && (kind !== points[0]?.kind || depth > 0),
  );
  const same = points.slice(1, end < 0 ? undefined : end);
  return points[0]?.kind === 'item' ? same : [];
}

// `### What is done` below `## Current State` is a part of it.
const isOf = (place: Place, role: Role, { places }: Context): boolean =>
  place.role === role ||
  (role === 'state' &&
    place.role === 'done' &&
    places.some((outer) => outer.role === 'state' && outer.from < place.from && place.to <= outer.to));

// One of several that are not named for what comes next, such as `Priority 1: the mooring`.
const isPart = (place: Place, among: readonly Place[]): boolean => {
  const isLoose = (one: Place) => one.role === 'next' && one.kind === 'section' && one.isLoose === true;
  return isLoose(place) && among.filter(isLoose).length > 1;
};

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
      isOver = point.isDone || outline.lines.slice(item.to, next).some(saysClosed);
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

/** What the newest entry of the log says under a role, for a file that says it nowhere else. Of the state:
 * all that it does not say under another role. */
export const latestEntry = memoize((context: Context): ((role: Role) => readonly Point[]) => {
  const { log, outline } = context;
  const entry = log === null ? undefined : newestEntry(log);
  if (entry === undefined) return () => [];
  const { from, to, shape } = entry;
  const start = shape === 'heading' ? from + 1 : from;
  const places = findPlaces(outline, (index) => index < start || index >= to);
  const isOther = isWithin(places.filter(({ role }) => role !== 'state' && role !== 'done').map(withTitle));
  const rest = () => readItems(outline.lines, [from, to], (index) => !isOther(index));
  // `Blocked: the key` and, later on that day, `The key arrived`.
  const isOverSince = (item: Item) =>
    readItems(outline.lines, [item.to, to]).some(({ text }) =>
      clears(withoutIds(text), withoutIds(item.text)),
    );
  return (role) => {
    const own = places.filter((place) => place.role === role).flatMap(({ items }) => items);
    const open = role === 'blockers' ? own.filter((item) => !isOverSince(item)) : own;
    const items = role === 'state' && own.length === 0 ? rest() : open;
    return withoutEmptyHeadings(items.map(pointOf)).filter(({ text }) => !saysNone(text));
  };
}, 4);

function clears(said: string, blocker: string): boolean {
  const label = labelOf(said);
  const isLabelled = roleOfLabel(label?.name ?? '')?.role === 'resolved';
  return isLabelled ? isSameWork(blocker, label?.value ?? '') : isClearedBy(blocker, said);
}

const withTitle = ({ line, to }: Place): { readonly from: number; readonly to: number } => ({
  from: line - 1,
  to,
});

// By its date, wherever it stands; among those of one day by the order of the log.
function newestEntry({ entries, order }: Log): LogEntry | undefined {
  const ordered = order === 'newest-first' ? entries : [...entries].reverse();
  const day = ({ date }: LogEntry) => date?.value ?? Number.NEGATIVE_INFINITY;
  const [first] = ordered;
  if (first === undefined || first.date === null) return first;
  return ordered.reduce((best, one) => (day(one) > day(best) ? one : best));
}

// The ids that a draft puts behind its lines are for git; `Reverted in (1a2b3c4)` keeps its own.
const OWN_IDS = /\s\([0-9a-f]{7,12}(?:, [0-9a-f]{7,12})*\)$/;

const ROW_DONE = / — (?:[✅✔☑]|(?:already )?(?:fixed|resolved|closed|done|completed?)(?![\w-])(?! [a-z]))/iu;

export function pointOf({ text, line, depth, kind, isDone }: Item): Point {
  return {
    text: cleanLine(text).replace(OWN_IDS, ''),
    line,
    depth,
    isHeading: kind === 'heading',
    kind,
    isDone:
      isDone === true ||
      /^~~.*~~/.test(text.trim()) ||
      (kind === 'row' && ROW_DONE.test(text)) ||
      (isDone === null && isClosed(text)),
  };
}

// `**Status**: shipped` below what was done in one step, or below `### Search`, is that step's, not the
// project's.
const ASIDE: readonly Role[] = ['done', 'decisions', 'gotchas', 'log'];

function isAside(place: Place, context: Context): boolean {
  const { places, outline } = context;
  const isElsewhere = isOfPart(place, places, outline) || isOneOfMany(place, context);
  if (place.kind !== 'field' || isElsewhere) return isElsewhere;
  const isAround = (outer: { readonly from: number; readonly to: number }) =>
    outer.from <= place.from && place.to <= outer.to;
  const around = places.filter((outer) => outer.kind === 'section' && isAround(outer));
  const level = outline.sections.filter(isAround).at(-1)?.level ?? 0;
  const isOwn = place.role !== 'state' || level <= 2 || around.some(({ role }) => role === 'state');
  return !isOwn || around.some(({ role }) => ASIDE.includes(role));
}

// Where a section says the state of the project, `**Status:** low` below `## Tokens` and `### Memory state`
// below `## Memory` are those parts' states.
function isOfPart(place: Place, places: readonly Place[], { sections, lines }: Outline): boolean {
  if (place.role !== 'state') return false;
  const level = lines[place.line - 1]?.level ?? 0;
  const inside = sections.filter(({ from, to }) => from < place.line - 1 && place.line <= to).at(-1);
  const isDeep = place.kind === 'section' ? level > 2 : (inside?.level ?? 0) > 1;
  return isDeep && isSaidAbove(place, places, lines);
}

// `**Status:** done` below each of the sessions, steps or parts is theirs.
function isOneOfMany(place: Place, context: Context): boolean {
  const around = statusSections(context);
  const own = around.get(place);
  if (own === undefined || SUMMARY.test(own.title) || context.places.some((one) => isHeadOf(one, own)))
    return false;
  return [...around.values()].some((other) => other !== own && other.level === own.level);
}

/** Of a section on all of it: its status is the project's, though each part below has one too. */
const SUMMARY = /\b(?:summary|overview|at a glance|tl;?dr|snapshot|resumen|resumo|zusammenfassung|résumé)\b/i;

const isHeadOf = ({ role, kind, line }: Place, { from }: Section): boolean =>
  role === 'state' && kind === 'section' && line === from + 1;

/** The innermost section around each field that says a status. */
const statusSections = memoize(({ places, outline: { sections } }: Context): ReadonlyMap<Place, Section> => {
  const fields = places.filter(({ role, kind }) => role === 'state' && kind === 'field');
  return new Map(
    fields.flatMap((place) => {
      const around = sections.findLast(
        ({ level, from, to }) => level > 1 && from < place.from && place.from < to,
      );
      return around === undefined ? [] : [[place, around] as const];
    }),
  );
}, 4);

function isSaidAbove(place: Place, places: readonly Place[], lines: readonly BlockLine[]): boolean {
  const main = places.filter(
    ({ role, kind, line }) => role === 'state' && kind === 'section' && lines[line - 1]?.level === 2,
  );
  return main.length > 0 && !main.some(({ from, to }) => from <= place.line && place.line <= to);
}

// `(next task 1)` of a template, `(see LESSONS.md)`.
const IN_BRACKETS = /^[*_\s]*[(（][^()（）]*[)）][*_\s.。]*$/;

/** `None`, `none.`, `n/a`: that there is nothing to say. */
export const saysNone = (text: string): boolean => IN_BRACKETS.test(text) || isEmptyAnswer(text);

/** `✅ Always run the migrations first`: among rules and gotchas that mark ticks nothing. */
export const isAdvice = ({ text }: Point): boolean => letters`^[^\p{L}]*[✅✔✓]`.test(text);

/** Headings that have no point below them say nothing. */
export const withoutEmptyHeadings = (points: readonly Point[]): Point[] =>
  points.filter((point, index) => {
    const next = points[index + 1];
    return !point.isHeading || (next !== undefined && next.depth > point.depth);
  });
