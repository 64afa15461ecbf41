// What the documents of a range tell the entry: ticked boxes, new dated entries, changed fields, new points
// and sections.
import { openedIn, tickedIn } from '../claims/index.ts';
import { type Context, placesOf, readContext } from '../context/context.ts';
import type { Role } from '../context/names.ts';
import { foldName } from '../context/roles.ts';
import { readDecisions } from '../decisions/decisions.ts';
import { allLetters, caseless, isUnspaced } from '../letters.ts';
import { cutSentence, cutText, oneLine, plainText } from '../markdown/inline.ts';
import { type Item, readItems } from '../markdown/items.ts';
import { maskSecrets } from '../secrets.ts';
import type { Words } from '../wording/draft.ts';
import { isEmptyAnswer } from '../words/none.ts';
import { isTitle, VERIFIED } from './phrase.ts';
import { PLANS, type RangeDocument } from './range.ts';
import { hasConflict, isGenerated } from './refuse.ts';
import type { EntryLine, LineKind } from './tell.ts';

/** Characters of one document that are looked at. */
const LONGEST_DOCUMENT = 120_000;
/** Points of one document that are named on its line, and below it where there is room. */
const MOST_POINTS = 4;
const MOST_TOLD = 12;
const LONGEST_POINT = 140;

type Told = { readonly kind: LineKind; readonly mark?: string; readonly points: readonly string[] };

/** Lines of one document, each with its path; none for a text with conflict markers, and for one that tools
 * write. `isTold`: whether a commit's own lines say it already. */
export function tellDocument(
  document: RangeDocument,
  words: Words,
  isTold: (label: string, point: string) => boolean,
): EntryLine[] {
  const { path, sha } = document;
  // Before anything is cut: half a secret has no shape.
  const [before, after] = [document.before, document.after].map((text) =>
    text === null ? undefined : maskSecrets(text.slice(0, LONGEST_DOCUMENT)),
  );
  if (after === undefined || before === after || [before ?? '', after].some(isUnreadable)) return [];
  const told = compare(document, { before: before ?? '', after }).filter(({ points }) => points.length > 0);
  const base = { ids: [sha], weight: 0, details: [] };
  // Of a new document, the commit that brought it says more than its title.
  const sections = (): Told[] =>
    before === undefined ? [] : [{ kind: 'section', points: newSections(readContext(after), before) }];
  return (told.length > 0 ? told : sections().filter(({ points }) => points.length > 0)).flatMap(
    ({ kind, mark = '', points }): EntryLine[] => {
      if (kind === 'decision' || kind === 'blocker' || kind === 'gotcha')
        return points
          .slice(0, MOST_LABELLED)
          .filter((point) => !isTold(words[kind], point))
          .map((point) => ({
            ...base,
            kind,
            label: words[kind],
            text: `${cutText(point, LONGEST_LABELLED)} — ${path}`,
          }));
      const news = kind === 'done' ? points.filter((point) => !isTold('', point)) : points;
      const named = news.map((point) => cutText(point, LONGEST_POINT));
      if (named.length === 0) return [];
      const text = `${path}: ${mark}${named.slice(0, MOST_POINTS).join('; ')}`;
      return [
        {
          ...base,
          kind,
          label: null,
          text,
          details: named.slice(MOST_POINTS, MOST_TOLD).map((point) => mark + point),
        },
      ];
    },
  );
}

/** Points of one document that have a line of their own, at most, and their length. */
const MOST_LABELLED = 2;
const LONGEST_LABELLED = 200;

const isUnreadable = (text: string): boolean => hasConflict(text) || text.includes('\0') || isGenerated(text);

const outlineNames = (text: string): string[] =>
  readContext(text).outline.lines.map(({ content }) => foldName(content));

// What blocks and surprises the project stands in its state files; a review has findings, a study risks.
const STATES =
  /(?:^|[/_-])(?:status|state|progress|hand-?off|hand-?over|session|active-?context|to-?dos?|lessons|gotchas|known-?issues)(?:[/._-]|$)/i;

// What is studied, checked or shown to users asks for no work and decides nothing.
const STUDY =
  /(?:^|[/_-])(?:research|pitfalls|features|verification|validation|uat|testing|architecture)(?:[/._-]|$)/i;
// A plan that is new is all to be done: its commit says so.
const AHEAD =
  /(?:^|[/_-])(?:to-?dos?|road-?map|backlog|status|state|progress|hand-?off|hand-?over|session|next)(?:[/._-]|$)/i;
// What is asked of a project; a box elsewhere (`complete when: [ ] it starts`) is a condition.
const ASKS = /(?:^|[/_-])(?:bugs?|issues?|ideas?|wish-?list|work|sessions?|notes?)(?:[/._-]|$)/i;
/** A sentence below `Completed` says what it was about. */
const LISTED = ['item', 'row'] as const;

type Texts = { readonly before: string; readonly after: string };

// Each point in one place: where it has the most to say.
function compare(document: RangeDocument, texts: Texts): Told[] {
  const [old, now] = [readContext(texts.before), readContext(texts.after)];
  const known = new Set(outlineNames(texts.before));
  const isNew = document.before === null;
  const change = { ...document, ...texts };
  const ticked = isNew ? [] : tickedIn(change).map(({ text }) => text);
  const [isStudy, isState] = [STUDY, STATES].map((names) => names.test(document.path));
  const isAhead = isState || ASKS.test(document.path) || PLANS.test(document.path);
  const opened = isNew || isStudy || !isAhead ? [] : openedIn(change).map(({ text }) => text);
  const said = new Set([...ticked, ...opened].map(foldName));
  const points = (role: Role, kinds: readonly Item['kind'][] = ['item', 'row', 'text']): string[] => {
    const items = placesOf(now, role).flatMap(({ title, kind, items }) =>
      READINESS.test(title) || (kind === 'field' && !isState)
        ? []
        : items.filter((item) => kinds.includes(item.kind)),
    );
    const found = newPoints(items, known).filter((point) => !said.has(foldName(point)));
    for (const point of found) said.add(foldName(point));
    return found;
  };
  const decisions = isStudy ? [] : newDecisions(document, texts);
  const decided = decisions.length > 0 || isStudy ? decisions : points('decisions').filter(isStatement);
  const hasNext = (isNew ? AHEAD : PLANS).test(document.path);
  return [
    { kind: 'decision', points: decided.filter((one) => !UNDECIDED.test(one)) },
    { kind: 'blocker', points: isState ? points('blockers').filter(isStatement) : [] },
    { kind: 'gotcha', points: isState ? points('gotchas').filter(isStatement) : [] },
    { kind: 'document', points: isNew ? [] : changedFields(old, now) },
    ...newEntries(now, known).map((entry): Told => ({ kind: 'document', points: entry })),
    {
      kind: 'done',
      mark: '✓ ',
      points: [...ticked, ...(isState || PLANS.test(document.path) ? points('done', LISTED) : [])],
    },
    {
      kind: 'planned',
      mark: '☐ ',
      points: [...opened, ...(hasNext ? points('next', LISTED) : [])].filter(
        (one) => ![SETTLED, DONE_SINCE, HAPPENS].some((form) => form.test(one)),
      ),
    },
  ];
}

const pointOf = ({ text }: Item): string =>
  oneLine(plainText(text)).replace(/^(?:\[[ xX]\]\s|decision:\s|\[[^\]]{1,40}\]:?\s)/i, '');

const SHORTEST_POINT = 12;

const newPoints = (items: readonly Item[], known: ReadonlySet<string>): string[] =>
  items
    .filter(
      ({ kind, text }) => kind !== 'heading' && text.length >= SHORTEST_POINT && !known.has(foldName(text)),
    )
    .map(pointOf)
    .filter(
      (point) =>
        !isEmptyAnswer(point) &&
        !/[:：]$/.test(point) &&
        ![OVER, VERIFIED].some((noise) => noise.test(point)) &&
        saysMuch(point),
    );

// `✅ Task 2: done` below `## Next`; `Parcel: { id: string }`
const OVER = /^(?:✅|✔|☑|~~)|^\w+: [{[(]/u;
// `Fetches the prices`, `If they are stale: asks again`: what a program does, step by step.
const HAPPENS =
  /^(?:if|when|whenever)\b|^(?:asks|calls|checks|creates|fetches|generates|gets|handles|loads|opens|parses|places|reads|receives|renders|returns|runs|saves|sends|shows|starts|stops|stores|takes|updates|validates|waits|writes)\s(?!(?:and|for|in|of|on|to)\b)/i;
// `Next phase readiness` says what is there for it.
const READINESS = /\b(?:readiness|ready)\b/i;
// `Favourites — Done` below what is next, `open — which engine` below decisions.
const SETTLED = caseless`^ready for\b|(?<!\b(?:be|get|gets|to be|is) )(?:(?<![\p{L}])(?:done|completed?|shipped|merged|implemented|installed|exported|established|available|in place|erledigt|fertig|terminée?|hecho|feito|fatto|gotowe|готово)|✅)[\s).*_]*$`;
const DONE_SINCE = /[-–—:]\s(?:BUILT|CLOSED|COMPLETED?|DONE|MERGED|SHIPPED)\b/;
const UNDECIDED =
  /\?(?:["”)]|\s|$)|\b(?:recommends?|proposes?|suggests?)\b|^(?:open|tbd|pending|undecided|proposed|todo|offen|ouvert|abiert[oa]|aberto)\b\s*(?:[—–|:-]|$)/i;

// `anthropic (for the models)` is a name; scripts without blanks have no words to count.
const isStatement = (point: string): boolean =>
  !FIELDS.test(point) &&
  !/^[\w./@-]+ \([^()]*\)$/.test(plainText(point)) &&
  (point.split(/\s+/).length >= SHORTEST_STATEMENT || isUnspaced(point));
const SHORTEST_STATEMENT = 5;
// `Impact: all of them`: a part of what stands above it.
const FIELDS =
  /^(?:affected|date|error|files?|impact|location|owner|severity|status|symptoms?)\b[\w ]{0,20}:/i;

// A date, a number and a mark are no point.
const saysMuch = (point: string): boolean => (point.match(LETTERS)?.length ?? 0) >= 6;
const LETTERS = allLetters`\p{L}`;

/** New dated entries of one document that are told. */
const MOST_ENTRIES = 3;

// The head of each, and what it says.
function newEntries({ log, outline: { lines } }: Context, known: ReadonlySet<string>): string[][] {
  const entries = (log?.entries ?? []).filter(({ from }) => !known.has(foldName(lines[from]?.content ?? '')));
  return entries.slice(0, MOST_ENTRIES).map(({ from, to, shape }) => {
    const items = readItems(lines, [shape === 'row' || shape === 'bullet' ? from : from + 1, to]);
    const said = items
      .filter(({ kind, text }) => kind !== 'heading' && text.length >= SHORTEST_POINT)
      .map(pointOf)
      .filter((point) => !VERIFIED.test(point));
    const head =
      shape === 'row' || shape === 'bullet' ? [] : [oneLine(plainText(lines[from]?.content ?? ''))];
    return [...head, ...said];
  });
}

// `Status: complete`, `Current phase: 3`.
function changedFields(old: Context, now: Context): string[] {
  const fieldsOf = (context: Context) =>
    (['state', 'phase'] as const)
      .flatMap((role) => placesOf(context, role))
      .flatMap(({ kind, title, value }) =>
        kind === 'field' && value !== null
          ? [
              {
                title: plainText(title),
                value: oneLine(plainText(context.text.slice(value.start, value.end))),
              },
            ]
          : [],
      );
  const before = fieldsOf(old);
  return fieldsOf(now)
    .filter(({ title, value }) => {
      const same = before.filter((one) => one.title === title);
      return value !== '' && same.length > 0 && same.every((one) => one.value !== value);
    })
    .map(({ title, value }) => `${title}: ${value}`);
}

function newDecisions({ path }: RangeDocument, { before, after }: Texts): string[] {
  if (!/decision|adr/i.test(path)) return [];
  const known = new Set(readDecisions([{ path, text: before }]).map(({ id, title }) => `${id} ${title}`));
  return readDecisions([{ path, text: after }])
    .filter(({ id, title }) => !known.has(`${id} ${title}`) && isTitle(id, title))
    .map(({ id, title }) => [id, title].filter(Boolean).join(' '));
}

// With what each says first: a heading alone tells little.
function newSections({ outline: { sections, lines } }: Context, before: string): string[] {
  const known = new Set(outlineNames(before));
  return sections
    .filter(({ level, title }) => level > 0 && title.length > 3 && !known.has(foldName(title)))
    .flatMap(({ title, from, to }) => {
      const lead = readItems(lines, [from + 1, to]).find(
        ({ kind, text }) => kind !== 'row' && text.length > 20,
      );
      const said =
        lead === undefined || lead.kind === 'heading' ? '' : cutSentence(pointOf(lead), LONGEST_POINT);
      return said === '' || /^[<@{]|[:：]$/.test(said) ? [] : [`${oneLine(plainText(title))} — ${said}`];
    });
}

/** Whether a drafted line is one of these: their texts follow documents that go on. */
export const tellsDocument = (line: string): boolean =>
  /^\W*[^\s:]+\.(?:md|markdown): |— [^\s:]+\.(?:md|markdown) \(/i.test(line);
