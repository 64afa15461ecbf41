// What is new in one document, as points: items, entries, fields, rows, decisions, sections.
import { headingKind } from '../claims/labels.ts';
import { type Context, placesOf } from '../context/context.ts';
import type { LogEntry } from '../context/log.ts';
import { foldName } from '../context/roles.ts';
import { readDecisions } from '../decisions/decisions.ts';
import { allLetters } from '../letters.ts';
import { cutSentence, cutText, oneLine, plainText } from '../markdown/inline.ts';
import { type Item, readItems } from '../markdown/items.ts';
import { readTables } from '../markdown/tables.ts';
import type { Document } from '../types.ts';
import { isEmptyAnswer } from '../words/none.ts';
import { isTitle, saysWhy, VERIFIED, wholeSentences } from './phrase.ts';

/** Characters of a point. */
export const LONGEST_POINT = 140;
/** Of one of the few that a document has. */
const LONGEST_ALONE = 240;
const FEW = 2;

/** Points as long as their number allows. */
export function cutPoints(points: readonly string[]): string[] {
  const longest = points.length > FEW ? LONGEST_POINT : LONGEST_ALONE;
  return points.map((point) => cutText(point.replace(/[;,]$/, ''), longest));
}

/** Lines that a text has, folded. */
export const linesOf = ({ outline }: Context): ReadonlySet<string> =>
  new Set(outline.lines.map(({ content }) => foldName(content)));

/** Every item of a text. */
export const itemsOf = ({ outline: { lines } }: Context): Item[] => readItems(lines, [0, lines.length]);

const pointOf = ({ text }: Item): string =>
  oneLine(plainText(text)).replace(/^(?:\[[ xX]\]\s|decision:\s|\[[^\]]{1,40}\]:?\s)/i, '');

const SHORTEST_POINT = 12;

/** What the items say that no line said before; not what is over, nor that checks ran. */
export const newPoints = (items: readonly Item[], known: ReadonlySet<string>): string[] =>
  items
    .filter(
      ({ kind, text }) => kind !== 'heading' && text.length >= SHORTEST_POINT && !known.has(foldName(text)),
    )
    .map(pointOf)
    .filter(
      (point) =>
        !isEmptyAnswer(point) &&
        !/[:：]\W*$/.test(point) &&
        ![OVER, VERIFIED, OF_RECORDS].some((noise) => noise.test(point)) &&
        saysMuch(point),
    );

// `✅ Task 2: done` below `## Next`; `Parcel: { id: string }`; `{{NAME}}` of a template
const OVER = /^(?:✅|✔|☑|~~|\W{0,3}\{\{)|^\w+: [{[(]/u;
// `PROGRESS.md updated`, `See docs/plan.md`, `src/scale.ts`, `total_debt()`: a name, and nothing of it.
const OF_RECORDS =
  /^(?=.{0,80}$)(?:\S+\s){0,3}?\W{0,2}[\w./-]+\.(?:md|txt)\b|^\W{0,2}[\w./-]+\/[\w./-]+\W{0,2}$|^\W{0,2}[\w-]+\.[a-z]{1,5}\W{0,2}(?:\([^()]*\))?$|^\W{0,2}[\w.]+\(\)\W{0,2}$/;
// A date, a number and a mark are no point.
const saysMuch = (point: string): boolean => (point.replace(IDS, '').match(LETTERS)?.length ?? 0) >= 6;
const IDS = /\b[0-9a-f]{7,64}\b/g;
const LETTERS = allLetters`\p{L}`;

/** New dated entries of one document that are told. */
const MOST_ENTRIES = 3;

/** Entries of a log that no line said before, the newest first. */
export function entriesSince({ log, outline: { lines } }: Context, known: ReadonlySet<string>): LogEntry[] {
  const fresh = (log?.entries ?? []).filter(({ from }) => !known.has(foldName(lines[from]?.content ?? '')));
  return log?.order === 'oldest-first' ? fresh.reverse() : fresh;
}

/** Of each entry, as many as are told, its head and what it says. */
export const pointsOfEntries = ({ outline: { lines } }: Context, entries: readonly LogEntry[]): string[][] =>
  entries.slice(0, MOST_ENTRIES).map(({ from, to, shape }) => {
    const isLine = shape === 'row' || shape === 'bullet';
    const said = readItems(lines, [isLine ? from : from + 1, to])
      .filter(({ kind, text }) => kind !== 'heading' && text.length >= SHORTEST_POINT)
      .map(pointOf)
      .filter((point) => !VERIFIED.test(point));
    return isLine ? said : [oneLine(plainText(lines[from]?.content ?? '')), ...said];
  });

/** `Status: complete`, `Current phase: 3` */
export function changedFields(old: Context, now: Context): string[] {
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

/** Of a log of decisions, by its ids and titles. */
export function newDecisions(path: string, before: string, after: string): string[] {
  if (!/decision(?![-_ ](?:approach|engine|logic|making|support|tree))|adr/i.test(path)) return [];
  const known = new Set(decisionsOf({ path, text: before }).map(({ id, title }) => `${id} ${title}`));
  return decisionsOf({ path, text: after })
    .filter(({ id, title }) => !known.has(`${id} ${title}`) && isTitle(id, title))
    .map(({ id, title }) => [id, title].filter(Boolean).join(' '));
}

/** New sections with what each says first: a heading alone tells little. */
export function newSections({ outline: { sections, lines } }: Context, known: ReadonlySet<string>): string[] {
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

const decisionsOf = (document: Document) => readDecisions([document]);

/** `✅ 81 folders are clean`, whatever language says it. */
export const markedPoints = (items: readonly Item[], known: ReadonlySet<string>): string[] =>
  newPoints(
    items.flatMap((item) => {
      const said = MARKED.exec(item.text)?.[1];
      return said === undefined || known.has(foldName(item.text)) ? [] : [{ ...item, text: said }];
    }),
    known,
  ).filter((point) => !NOT_OVER.test(point));

const MARKED = /^(?:\*\*|__)?(?:✅|☑|✔)\ufe0f?\s*(?:\*\*|__)?\s*(.*)$/u;
const NOT_OVER = /[⚠❌⏳🔄]/u;

/** Rows of tables of which a short cell says something else than it did: `Search UI: done`; with
 * `hasFigures` a figure too, by its column: `Search UI: ms 12`. */
export function changedRows(old: Context, now: Context, hasFigures: boolean): string[] {
  const before = new Map<string, Row | null>();
  // What two rows begin with names neither.
  for (const row of rowsOf(old)) before.set(row.name, before.has(row.name) ? null : row);
  return rowsOf(now).flatMap(({ name, header, cells }) => {
    const known = before.get(name)?.cells;
    if (known?.length !== cells.length) return [];
    const at = cells.findIndex((cell, column) => column > 0 && cell !== known[column] && isShort(cell));
    const said = cells[at] ?? '';
    if (isStatus(said)) return [`${titleOfRow(cells)}: ${said}`];
    return hasFigures && /\d/.test(said) ? [`${titleOfRow(cells)}: ${header[at] ?? ''} ${said}`] : [];
  });
}

type Row = { readonly name: string; readonly header: readonly string[]; readonly cells: readonly string[] };

const rowsOf = ({ outline: { lines } }: Context): Row[] =>
  readTables(lines).flatMap(({ header, rows }) =>
    rows.map(({ cells }) => {
      const plain = cells.map((cell) => oneLine(plainText(cell)));
      return { name: foldName(plain[0] ?? ''), header: header.map(plainText), cells: plain };
    }),
  );

const LONGEST_STATUS = 40;
const isShort = (cell: string): boolean => cell !== '' && cell.length <= LONGEST_STATUS;
// A mark, or words without a figure.
const isStatus = (cell: string): boolean =>
  /[✅❌⚠⏳🔄🟡🟢🔴%]/u.test(cell) || (/\p{L}{3}/u.test(cell) && !/^\W*\d/.test(cell));

// `O5` says nothing without its name.
const SHORTEST_TITLE = 8;
const titleOfRow = ([first = '', second = '']: readonly string[]): string =>
  first.length < SHORTEST_TITLE && /\p{L}{2}/u.test(second) ? `${first} ${second}` : first;

/** New points whose sentences are looked for in the text before. */
const MOST_SENTENCES = 200;

/** Sentences and points of a document that went on, which it did not say before. */
export function newSentences(items: readonly Item[], old: Context): string[] {
  const before = foldName(oneLine(plainText(old.text)));
  return newPoints(items, linesOf(old))
    .slice(0, MOST_SENTENCES)
    .flatMap(wholeSentences)
    .filter((said) => !before.includes(foldName(said)));
}

/** Points whose marks say how far they are. */
export const statedPoints = (points: readonly string[]): string[] =>
  points.filter((point) => STATED.test(point));
const STATED = /[✅☑⚠❌⛔⏳🔄🚧]/u;

/** Points that say why, how or how much. */
export const tellingPoints = (points: readonly string[]): string[] =>
  points.filter((point) => saysWhy(point) && point.split(/\s+/).length >= FEWEST_WORDS);
const FEWEST_WORDS = 6;

/** What a report comes to: the points below `Conclusion`, `Findings`, `Summary`. */
export function conclusionsOf({ outline: { sections, lines } }: Context): string[] {
  const section = sections.find(
    ({ level, title }) => level > 1 && ['result', 'neutral'].includes(headingKind(plainText(title))),
  );
  return section === undefined ? [] : newPoints(readItems(lines, [section.from + 1, section.to]), new Set());
}
