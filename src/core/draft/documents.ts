// What the documents of a range tell the entry: ticked boxes, new dated entries, changed fields, new points
// and sections.
import { openedIn, tickedIn } from '../claims/index.ts';
import { type Context, placesOf, readContext } from '../context/context.ts';
import type { Role } from '../context/names.ts';
import type { Place } from '../context/places.ts';
import { foldName } from '../context/roles.ts';
import { isOpen } from '../decisions/log.ts';
import { isNamedBy } from '../head/same.ts';
import { caseless, isUnspaced } from '../letters.ts';
import { cutText, plainText } from '../markdown/inline.ts';
import type { Item } from '../markdown/items.ts';
import { maskSecrets } from '../secrets.ts';
import type { Words } from '../wording/draft.ts';
import { creditIn } from './credit.ts';
import {
  changedFields,
  changedRows,
  conclusionsOf,
  cutPoints,
  entriesSince,
  itemsOf,
  LONGEST_POINT,
  linesOf,
  markedPoints,
  newDecisions,
  newPoints,
  newSections,
  newSentences,
  pointsOfEntries,
  statedPoints,
  tellingPoints,
} from './document-points.ts';
import { INDEX, type Sort, sortOf } from './document-sorts.ts';
import { declaresNames, newNames } from './new-names.ts';
import { saysWhy, wholeSentences } from './phrase.ts';
import { LOGS, PLANS, type RangeDocument } from './range.ts';
import { hasConflict, isGenerated } from './refuse.ts';
import type { EntryLine, LineKind } from './tell.ts';

/** Characters of one document that are read; and of those that are looked at, all or what differs. */
const LONGEST_READ = 400_000;
const LONGEST_DOCUMENT = 120_000;
/** Points of one document that are named on its line, and below it where there is room. */
const MOST_POINTS = 4;
const MOST_TOLD = 12;
/** New points of one kind that are weighed at all. */
const MOST_WEIGHED = 60;

type Told = { readonly kind: LineKind; readonly mark?: string; readonly points: readonly string[] };

/** What the entry has of the same range already. */
export type Known = {
  /** Whether a commit's own lines say it; `label` is empty for a point without one. */
  readonly isTold: (label: string, point: string) => boolean;
  /** Whether a commit worked on it: `01-02-PLAN.md — Two halls` beside `feat(01-02): …`. */
  readonly isUnderWay: (point: string) => boolean;
  /** Whether a commit's own lines name it: `zod`, `PORT`. */
  readonly isNamed: (name: string) => boolean;
};

/** Lines of one document, each with its path; none for a text with conflict markers, and for one that tools
 * write. */
export function tellDocument(document: RangeDocument, words: Words, known: Known): EntryLine[] {
  const { path } = document;
  if (declaresNames(path)) return tellNames(document, known);
  // Before anything is cut: half a secret has no shape.
  const masked = [document.before, document.after].map((text) =>
    text === null ? undefined : maskSecrets(text.slice(0, LONGEST_READ)),
  );
  if (INDEX.test(path) || masked[1] === undefined || masked[0] === masked[1] || masked.some(isUnreadable))
    return [];
  const [before, after] = narrowed(masked[0], masked[1]);
  const credit = creditIn(document);
  return compare(document, { before: before ?? '', after }, known).flatMap(
    ({ kind, mark = '', points }): EntryLine[] => {
      if (kind === 'decision' || kind === 'blocker' || kind === 'gotcha' || kind === 'result') {
        const fresh = points.filter((point) => !known.isTold(words[kind], point));
        // `retention and training policy` names what is to be decided.
        const others = fresh.slice(MOST_LABELLED, MOST_TOLD).filter((point) => !/^\p{Ll}/u.test(point));
        const rest = others.map((point) => cutText(point, LONGEST_POINT));
        return fresh.slice(0, MOST_LABELLED).map((point, at) => {
          const { text, details } = saidOf(point);
          const id = credit(point);
          const isLast = at === MOST_LABELLED - 1;
          const below = isLast ? [...details, ...rest.filter((one) => credit(one) === id)] : details;
          const said = { text: `${text} — ${path}`, details: below };
          return { kind, label: words[kind], ids: [id], weight: 0, ...said };
        });
      }
      const named = cutPoints(withoutTwins(points));
      const first = named.slice(0, MOST_POINTS);
      const ids = [...new Set(first.map(credit))];
      // Below a line stands what its first commit wrote.
      const rest = named.slice(MOST_POINTS, MOST_TOLD).filter((point) => credit(point) === ids[0]);
      const details = rest.map((point) => mark + point);
      const text = `${path}: ${mark}${first.join('; ')}`;
      return [{ kind, label: null, ids, weight: 0, text, details }];
    },
  );
}

/** Names of one file that are told. */
const MOST_NAMES = 8;

// `.env.example: + PORT, TOKEN`
function tellNames(document: RangeDocument, { isNamed }: Known): EntryLine[] {
  const { path, sha } = document;
  const isWhole = [document.before ?? '', document.after ?? ''].every(
    (text) => text.length < LONGEST_DOCUMENT,
  );
  const names = isWhole ? newNames(document).filter((name) => !isNamed(name)) : [];
  if (names.length === 0) return [];
  const said = names.slice(0, MOST_NAMES).join(', ') + (names.length > MOST_NAMES ? ', …' : '');
  return [{ kind: 'document', label: null, text: `${path}: + ${said}`, ids: [sha], weight: 0, details: [] }];
}

/** Points of one document that have a line of their own, at most, and their length; others stand below. */
const MOST_LABELLED = 2;
const LONGEST_LABELLED = 200;

/** Further sentences of such a point, at most, that stand below it where there is room. */
const MOST_REASONS = 2;

// A long point is told by its first sentences, and by what it says of why and how much.
function saidOf(point: string): { readonly text: string; readonly details: readonly string[] } {
  const [first = '', ...others] = wholeSentences(point);
  const rest = others.filter(saysWhy).slice(0, MOST_REASONS);
  const isShort = point.length <= LONGEST_LABELLED;
  return {
    text: cutText(isShort ? point : first, LONGEST_LABELLED),
    details: isShort ? [] : rest.map((sentence) => cutText(sentence, LONGEST_LABELLED)),
  };
}

// `81 folders are clean` below `All 81 folders are clean now`
const withoutTwins = (points: readonly string[]): string[] =>
  points.filter((point, at) => !points.slice(0, at).some((one) => isNamedBy(point, one)));

// Of a long document what differs, below its headings: most of it only grows.
function narrowed(before: string | undefined, after: string): readonly [string | undefined, string] {
  if (before === undefined || Math.max(before.length, after.length) <= LONGEST_DOCUMENT)
    return [before, after.slice(0, LONGEST_DOCUMENT)];
  const [old, now] = [before, after].map((text) => text.split('\n'));
  const differing = (lines: readonly string[] = [], others: readonly string[] = []): string => {
    const known = new Set(others);
    return lines
      .filter((line) => FRAME.test(line) || !known.has(line))
      .join('\n')
      .slice(0, LONGEST_DOCUMENT);
  };
  return [differing(old, now), differing(now, old)];
}

// Headings, fences, the heads of tables.
const FRAME = /^\s{0,3}(?:#{1,6}\s|```|~~~|\|?[\s:|-]*-{3}[\s:|-]*$)/;

const isUnreadable = (text = ''): boolean => hasConflict(text) || text.includes('\0') || isGenerated(text);

/** A sentence below `Completed` says what it was about. */
const LISTED = ['item', 'row'] as const;

type Texts = { readonly before: string; readonly after: string };

// Each point in one place: where it has the most to say.
function compare(document: RangeDocument, texts: Texts, known: Known): Told[] {
  const told = pointsByKind(document, texts).map((one) => ({
    ...one,
    points: one.points
      .slice(0, MOST_WEIGHED)
      .filter((point) => !(one.kind === 'planned' && known.isUnderWay(point)) && !known.isTold('', point)),
  }));
  const all = told.filter(({ points }) => points.length > 0);
  return all.length > 0 ? all : beyond(document, texts, known);
}

function pointsByKind(document: RangeDocument, texts: Texts): Told[] {
  const { path } = document;
  const [old, now] = [readContext(texts.before), readContext(texts.after)];
  const known = linesOf(old);
  const isNew = document.before === null;
  const sort = sortOf(path, isNew);
  const change = { ...document, ...texts };
  const ticked = isNew ? [] : tickedIn(change).map(({ text }) => text);
  const opened = sort.hasBoxes ? openedIn(change).map(({ text }) => text) : [];
  const items = itemsOf(now);
  // Of a new document that is kept by days, only a log's or a state's are of the project's days.
  const added = !isNew || sort.isState || LOGS.test(path) ? entriesSince(now, known) : [];
  const entries = pointsOfEntries(now, added);
  const isAside = (item: Item) =>
    isListed(item) && !added.some(({ from, to }) => item.from >= from && item.from < to);
  const once = onlyOnce([...ticked, ...opened, ...entries.flat()]);
  const isAbout = (role: Role) => (place: Place) => role !== 'decisions' || !isOpen(place.title);
  const points = (role: Role, kinds?: readonly Item['kind'][], isMeant = (_: Item) => true): string[] =>
    once(newPoints(itemsIn(placesOf(now, role).filter(isAbout(role)), sort, kinds).filter(isMeant), known));
  const listed = sort.isStudy ? [] : newDecisions(path, texts.before, texts.after);
  const decided = listed.length > 0 || sort.isStudy ? listed : points('decisions').filter(isStatement);
  const hard = (role: Role) => (sort.isState ? points(role).filter(isStatement) : []);
  const rows = isNew || sort.isStudy ? [] : changedRows(old, now, sort.isReport);
  const done = () => [...points('done', LISTED), ...once(markedPoints(items, known))];
  return [
    { kind: 'decision', points: decided.filter((one) => !UNDECIDED.test(one)) },
    { kind: 'blocker', points: hard('blockers') },
    { kind: 'gotcha', points: hard('gotchas') },
    { kind: 'document', points: isNew ? [] : changedFields(old, now) },
    { kind: 'document', points: once(rows) },
    ...entries.map((entry): Told => ({ kind: 'document', points: entry })),
    { kind: 'done', mark: '✓ ', points: [...ticked, ...(sort.hasDone ? done() : [])] },
    {
      kind: 'planned',
      mark: '☐ ',
      points: [...opened, ...(sort.hasNext ? points('next', LISTED, isUnticked) : [])].filter(
        (one) => ![SETTLED, DONE_SINCE, HAPPENS, DROPPED, /[?？:：]\W*$/].some((form) => form.test(one)),
      ),
    },
    {
      kind: 'document',
      points: sort.isLog ? once(newPoints(items.filter(isAside), known)) : [],
    },
  ];
}

// Each point in the first list that has it.
function onlyOnce(told: readonly string[]): (found: readonly string[]) => string[] {
  const said = new Set(told.map(foldName));
  return (found) => {
    const fresh = found.filter((point) => !said.has(foldName(point)));
    for (const point of fresh) said.add(foldName(point));
    return fresh;
  };
}

const itemsIn = (
  places: readonly Place[],
  { isState }: Sort,
  kinds: readonly Item['kind'][] = ['item', 'row', 'text'],
): Item[] =>
  places.flatMap(({ title, kind, items }) =>
    READINESS.test(title) || (kind === 'field' && !isState)
      ? []
      : items.filter((item) => kinds.includes(item.kind)),
  );

// `[x] Search` below what is next
const isUnticked = ({ isDone }: Item): boolean => isDone !== true;

const isListed = ({ kind }: Item): boolean => kind === 'item' || kind === 'row';

// What stands in a place of its own was weighed there.
function isUnowned(context: Context): (item: Item) => boolean {
  const owned = new Set(
    context.places.flatMap(({ line, items }) => [line, ...items.map((item) => item.line)]),
  );
  return ({ line }) => !owned.has(line);
}

// What a document says that none of its lists tells: a report what it comes to, one that changed its new
// sections and sentences.
function beyond({ path, before }: RangeDocument, texts: Texts, { isTold }: Known): Told[] {
  const [old, now] = [readContext(texts.before), readContext(texts.after)];
  const items = itemsOf(now).filter(isUnowned(now));
  const { isReport, isStudy, isStanding, isState } = sortOf(path, before === null);
  const found = (): Told => {
    const state = (points: readonly string[]): Told => ({ kind: 'document', points });
    const topic = (points: readonly string[]): Told => ({ kind: 'section', points });
    if (before === null) return state(isReport && !isStudy ? conclusionsOf(now) : []);
    if (isStanding) return state(statedPoints(newSentences(items, old)));
    const sections = newSections(now, linesOf(old));
    if (sections.length > 0 || isStudy) return topic(sections);
    // A row that changed is not a new one.
    if (isState)
      return state(
        newPoints(
          items.filter(({ kind }) => kind === 'item'),
          linesOf(old),
        ),
      );
    return topic(PLANS.test(path) ? [] : tellingPoints(newSentences(items, old)).slice(0, MOST_POINTS));
  };
  const told = found();
  const points = told.points.slice(0, MOST_WEIGHED).filter((point) => !isTold('', point));
  return points.length === 0 ? [] : [{ ...told, points }];
}

// `Fetches the prices`, `If they are stale: asks again`: what a program does, step by step.
const HAPPENS =
  /^(?:if|when|whenever)\b|^(?:asks|calls|checks|creates|fetches|generates|gets|handles|loads|opens|parses|places|reads|receives|renders|returns|runs|saves|sends|shows|starts|stops|stores|takes|updates|validates|waits|writes)\s(?!(?:and|for|in|of|on|to)\b)/i;
// `Next phase readiness` says what is there for it.
const READINESS = /\b(?:readiness|ready)\b/i;
// `Favourites — Done` below what is next, `open — which engine` below decisions.
const DROPPED = /~~|\b(?:WONTFIX|WON'T FIX|won't fix|DROPPED|REJECTED|CANCELL?ED|OBSOLETE)\b/;
const SETTLED = caseless`^ready for\b|(?<!\b(?:be|get|gets|to be|is) )(?:(?<![\p{L}])(?:done|completed?|shipped|merged|implemented|installed|exported|established|available|in place|erledigt|fertig|terminée?|hecho|feito|fatto|gotowe|готово)|✅)[\s).*_]*$`;
const DONE_SINCE = /[-–—:]\s(?:BUILT|CLOSED|COMPLETED?|DONE|MERGED|SHIPPED)\b/;
const UNDECIDED =
  /\?(?:["”)]|\s|$)|\b(?:recommends?|proposes?|suggests?|flagged|not (?:yet )?fixed|turn(?:s|ed) out|is stale|unresolved)\b|^(?:open|tbd|pending|undecided|proposed|todo|offen|ouvert|abiert[oa]|aberto)\b\s*(?:[—–|:-]|$)/i;

// `anthropic (for the models)` is a name; scripts without blanks have no words to count.
const isStatement = (point: string): boolean =>
  ![FIELDS, POINTS_BACK].some((form) => form.test(point)) &&
  !/^[\w./@-]+ \([^()]*\)$/.test(plainText(point)) &&
  (point.split(/\s+/).length >= SHORTEST_STATEMENT || isUnspaced(point));
const SHORTEST_STATEMENT = 5;
// `These follow from it`, `cli/init.py — defines the group`: of what stands above, or a walk through code.
// `Home → Log visit → Add account`, `Fill the form`: a way through screens.
const POINTS_BACK =
  /^(?:it|these|they|this|those)\b|→.{1,40}→|^(?:click|fill|open|press|select|submit|tap|navigate)\b|^https?:|^[\w./-]{1,60}\.[a-z]{1,5}\s[—–-]/i;
// `Impact: all of them`: a part of what stands above it.
const FIELDS =
  /^(?:affected|date|error|files?|impact|location|owner|severity|status|symptoms?)\b[\w ]{0,20}:/i;

/** Whether a drafted line is one of these: their texts follow documents that go on. */
export const tellsDocument = (line: string): boolean =>
  /^\W*[^\s:]+(?:\.(?:md|markdown): |: \+ )|— [^\s:]+\.(?:md|markdown) \(/i.test(line);
