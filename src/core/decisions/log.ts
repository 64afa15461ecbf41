// The entries of a single-file log: under headings, else as rows of tables, else as bullets and bold
// paragraphs.

import { roleOfTitle } from '../context/roles.ts';
import { type Dating, findDay } from '../dates/day.ts';
import { caseless, letters } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { type Outline, readOutline, type Section } from '../markdown/outline.ts';
import type { Document } from '../types.ts';
import { createEntry, type Entry, type Source, sourceOf } from './entry.ts';
import { findEntryHeadings, findProseHeadings, findSubjects, type Heading, isTagged } from './headings.ts';
import { type Identity, isDate, parseIdentity, stripMarks } from './identity.ts';
import { isDecisionWord, roleOf } from './labels.ts';
import { fieldsOf, readParts } from './parts.ts';
import { readRows } from './rows.ts';
import { headStamps } from './stamps.ts';
import { statusOfList } from './status.ts';
import { outside, outsideTemplates } from './templates.ts';

export function readLog(document: Document): Entry[] {
  return readLines(readOutline(document.text), sourceOf(document), true);
}

/** Whether `readLog` finds any: the headings alone mostly tell. */
export const hasEntries = (log: Document): boolean =>
  findEntryHeadings(liveLines(readOutline(log.text)), sourceOf(log).dating).length > 0 ||
  readLog(log).length > 0;

const liveLines = ({ lines, sections }: Outline): readonly BlockLine[] =>
  headStamps(outsideTemplates(lines, sections));

// Of a document that is about more than decisions: its sections on decisions alone. Compared in lower case:
// the flag i takes milliseconds to be ready where not all letters are English ones.
const ABOUT_DECISIONS =
  /decision|decisión|décision|decisão|decisões|decisioni|entscheidung|besluit|beslut|decyzj|rozhodnut|karar|keputusan|решени|рішен|决策|決策|决定|決定|결정|\badrs?\b/;

/** Of a title, or of a whole text: whether any of its titles can be. */
export const isAboutDecisions = (text: string): boolean => ABOUT_DECISIONS.test(text.toLowerCase());

// `Trade decision counter` is about something that has to do with one.
const OF_A_DECISION = /\bdecision\s+(?!(?:logs?|records?|register|history|made|taken)\b)[a-z]/i;

// How things came to be: its first steps are not what holds.
const HISTORY =
  /\b(?:evolution|history of|timeline|evolución|évolution|evolução|verlauf)\b|эволюция|演变|演進|変遷/;

export function readContextLog(document: Document): Entry[] {
  const { lines, sections } = readOutline(document.text);
  const isWanted = ({ level, title }: Section) =>
    level > 1 &&
    isAboutDecisions(title) &&
    ![OF_A_DECISION, HISTORY, OPEN].some((other) => other.test(title.toLowerCase()));
  const wanted = sections.filter(isWanted);
  if (wanted.length === 0) return [];
  const others = sections.filter(({ from }) => !wanted.some((one) => from >= one.from && from < one.to));
  const numbered = wanted.filter(({ title }) => isOnlyNumbered(parseIdentity(title)));
  const unwanted = [
    ...others.map(({ from, bodyTo }) => ({ from, to: bodyTo })),
    ...sections.filter(isOfAnotherKind),
    ...numbered.map(({ from }) => ({ from, to: from + 1 })),
  ];
  return readLines({ lines: outside(lines, unwanted), sections }, sourceOf(document));
}

// `### Technical challenges` below `## Decisions and considerations`
const isOfAnotherKind = ({ level, title }: Section): boolean =>
  level > 2 &&
  (isOpen(title) ||
    DONE.test(title) ||
    (!isAboutDecisions(title) && OTHER_KINDS.includes(roleOfTitle(title)?.role ?? '')));

const OTHER_KINDS: readonly string[] = [
  ...['gotchas', 'blockers', 'next', 'state', 'standards', 'doNot', 'done', 'log', 'questions'],
];

// `Quick tasks completed`
const DONE = caseless`\s(?:completed|done|shipped|erledigt|terminée?s|completad[oa]s|concluíd[oa]s|completat[ei]|ukończone|выполнен\p{L}*|виконан\p{L}*)\s*$`;

/** `Decisiones aún abiertas`, `11.2 Open`, `Pending decisions`: what is to be decided. */
export const isOpen = (title: string): boolean => OPEN.test(title);
const OPEN = caseless`(?<!\p{L})(?:open(?![ -]?(?:source|api|ai|cv))|pending|undecided|unresolved|outstanding|to be decided|to decide|tbd|offen\w*|ausstehend\w*|ouverte?s?|en suspens|à prendre|abiert[oa]s?|pendientes?|abert[oa]s?|pendentes?|apert[eio]|in sospeso|otwart[ea]|открыт\w*|нерешённ\w*|відкрит\w*)(?!\p{L})|未决|未定|待定|待决|保留中|미정|보류`;

// `## 4. Decisions` is the fourth section of the file, not its fourth decision.
const isOnlyNumbered = (identity: Identity | null): boolean =>
  identity !== null && identity.prefix === '' && identity.date === null;

function readLines(outline: Outline, source: Source, isLog = false): Entry[] {
  const live = liveLines(outline);
  const known = findEntryHeadings(live, source.dating);
  const headings = known.length > 0 || !isLog ? known : findProseHeadings(live);
  const entries = headings.map((heading) => headingEntry(heading, live, source));
  const rest = outside(live, headings);
  const ids = entries.flatMap(({ decision }) => (decision.id === null ? [] : [decision.id]));
  const rows = readRows(rest, source, ids);
  const items = rows.length > 0 ? [] : readItems(rest, source, isLog);
  const subjects = isLog && entries.length === 0 ? subjectsBeside([...rows, ...items], live, source) : [];
  const isInSubject = ({ decision: { line } }: Entry) =>
    subjects.some((one) => line > one.decision.line && line <= one.to);
  const others =
    entries.length === 0
      ? [...rows, ...items.filter((one) => !isInSubject(one)), ...subjects]
      : [...rows, ...listedOnes(items, entries)];
  const all = [...entries, ...others];
  const lists = all.length === 0 ? [] : outline.sections.filter(isStatusList);
  return all.map((entry) => withoutForce(entry, lists)).sort((a, b) => a.decision.line - b.decision.line);
}

// `## 6. 已废弃的旧决策`, `## Superseded decisions`
const OLD_ONES =
  /^(?:old|former|past|superseded|deprecated|retired|obsolete)\s(?:[a-z]+\s)?decisions?$|^(?:已?废弃|已?废止|旧)\S{0,6}(?:决策|决定)$/i;

const isStatusList = ({ level, title }: Section): boolean => level > 1 && statusOfList(title) !== null;

// What a section names as left out or put off is not in force: `## Things deliberately deferred`.
function withoutForce(entry: Entry, lists: readonly Section[]): Entry {
  const { decision } = entry;
  if (decision.status !== 'stands') return entry;
  if (OLD_ONES.test(decision.title)) return { ...entry, decision: { ...decision, status: 'deprecated' } };
  const around = lists.findLast(({ from, to }) => from < decision.line - 1 && to >= decision.line);
  const status = statusOfList(around?.title ?? '');
  if (around === undefined || status === null) return entry;
  const rationale = decision.rationale ?? stripMarks(around.title);
  return { ...entry, decision: { ...decision, status, rationale } };
}

/** Subjects of a log from which on they are taken for its entries. */
const FEWEST_SUBJECTS = 3;

function subjectsBeside(entries: readonly Entry[], lines: readonly BlockLine[], source: Source): Entry[] {
  const isNamed = (index: number) => /^(?:\*\*|__)|^\S{0,3}\d/.test(lines[index]?.content ?? '');
  const taken = entries
    .filter(({ kind, decision }) => kind === 'row' || isNamed(decision.line - 1))
    .map(({ decision }) => decision.line - 1);
  const subjects = findSubjects(lines, taken);
  return subjects.length < FEWEST_SUBJECTS
    ? []
    : subjects.map((heading) => headingEntry(heading, lines, source));
}

// `- **ADR-152** — …` in the index of a log whose older entries alone have a heading.
function listedOnes(items: readonly Entry[], entries: readonly Entry[]): Entry[] {
  const wordOf = ({ decision: { id } }: Entry) => /^[A-Z]+(?=[-\s]?\d)/i.exec(id ?? '')?.[0] ?? null;
  const ids = new Set(entries.map(({ decision }) => decision.id));
  const words = new Set(entries.map(wordOf));
  return items.filter(
    (item) => wordOf(item) !== null && words.has(wordOf(item)) && !ids.has(item.decision.id),
  );
}

function headingEntry(
  { from, to, identity, text, day }: Heading,
  lines: readonly BlockLine[],
  source: Source,
): Entry {
  const body = lines.slice(from + 1, to);
  const parts = readParts(body);
  const end = from + 2 + body.findLastIndex(({ kind }) => kind !== 'blank');
  return createEntry({
    kind: 'heading',
    ...source,
    line: from + 1,
    to: end,
    identity,
    heading: text,
    title: titleOf(text),
    day,
    parts,
  });
}

// `Decision: keep the queue` is titled by what follows.
const titleOf = (text: string): string =>
  stripMarks(text).replace(/^(?:decision|adr)(?:\s*[:：–—]|\s-)\s*(?=\S)/i, '');

/** `lines`: those outside other entries, as the scanner gives them. */
function readItems(lines: readonly BlockLine[], source: Source, isLog: boolean): Entry[] {
  const all = lines.flatMap((line, index) => (isStart(line, lines[index - 1]) ? [index] : []));
  const lineAt = (index: number): BlockLine | undefined => lines[index];
  const isOther = (index: number) => TAG.test(lineAt(index)?.content ?? '') && !isTagged(lineAt(index));
  // Where decisions are tagged, `[BUG] …` and `[ASSUMPTION] …` beside them are none.
  const starts = all.some((index) => isTagged(lineAt(index))) ? all.filter((index) => !isOther(index)) : all;
  const numbers = starts.map((index) => numberOf(lineAt(index)));
  const given = numbers.filter(Boolean);
  const isNumbered = isLog && given.length >= FEWEST_NUMBERS && new Set(given).size === given.length;
  return starts.flatMap((from, order) => {
    const to = endOf(lines, from, all[all.indexOf(from) + 1] ?? lines.length);
    const number = isNumbered ? (numbers[order] ?? '') : '';
    const entry = itemEntry(lines.slice(from, to), { from, number }, source);
    return entry === null ? [] : [entry];
  });
}

/** Numbers of points from which on they are the log's ids. */
const FEWEST_NUMBERS = 3;

// `9. **Sound stays outside.**`
const numberOf = (line: BlockLine | undefined): string =>
  line?.kind === 'item' && LEAD.test(line.content) ? (/^(\d{1,4})[.)]/.exec(line.marker)?.[1] ?? '') : '';

const isBoldParagraph = (line: BlockLine, previous: BlockLine | undefined): boolean =>
  line.kind === 'text' &&
  /^\*\*[^*]/.test(line.content) &&
  (previous === undefined || previous.kind !== 'text');

const isStart = (line: BlockLine, previous: BlockLine | undefined): boolean =>
  (line.kind === 'item' && !/^\s{2}/.test(line.marker)) || isBoldParagraph(line, previous);

function endOf(lines: readonly BlockLine[], from: number, limit: number): number {
  const stop = lines.findIndex(
    (line, index) =>
      index > from &&
      (index >= limit ||
        line.kind === 'heading' ||
        line.kind === 'rule' ||
        (lines[index - 1]?.kind === 'blank' && line.kind === 'text' && !/^\s/.test(line.text))),
  );
  return stop < 0 ? lines.length : Math.min(stop, limit);
}

const LEAD = /^(?:\*\*|__)([^*_]{1,200})(?:\*\*|__)\s*[:：.–—-]*\s*(.*)$/;
const LINK_ONLY = /^\[[^\]]*\]\([^)]*\)\W*$/;

const TAG = letters`^\[\p{Lu}{3,20}\]\s+`;

// `**React 19**: the latest` names a product, not the nineteenth decision.
const numberedAs = (identity: Identity | null): Identity | null => {
  const word = identity?.prefix.split(' ').at(-1) ?? '';
  return word === '' || isDecisionWord(word) || /^[A-Z]/.test(identity?.id ?? '') ? identity : null;
};

type ItemStart = { readonly from: number; readonly number: string };

function itemEntry(lines: readonly BlockLine[], { from, number }: ItemStart, source: Source): Entry | null {
  const [first, ...others] = lines;
  if (first === undefined || LINK_ONLY.test(first.content) || first.marker.includes('[ ]')) return null;
  const [field] = fieldsOf(first);
  const isLabelled = field?.label != null && roleOf(field.label) !== null;
  const lead = LEAD.exec(first.content);
  const { day, said } = datedAhead(isLabelled ? first.content : lead?.[2] || first.content, source.dating);
  const opening = lead === null && !isLabelled ? paragraphOf(first, others) : first.content;
  const named = numberedAs(parseIdentity(opening.replace(TAG, ''), source.dating));
  const identity = named ?? (number === '' ? null : { id: number, date: null, title: '', prefix: '' });
  const title = isLabelled ? firstSentence(field.text) : (lead?.[1] ?? firstSentence(opening));
  const parts = readParts([{ ...first, kind: 'text', content: said, text: said }, ...others]);
  return createEntry({
    kind: 'item',
    ...source,
    line: from + 1,
    to: from + lines.findLastIndex(({ kind }) => kind !== 'blank') + 1,
    identity,
    heading: lead?.[1] ?? '',
    day,
    title:
      identity === null || identity.title === ''
        ? stripMarks(title.replace(TAG, '')).replace(/(?<=\S)[:：]$/, '')
        : firstSentence(identity.title),
    parts,
  });
}

// `**Payments** (2026-01-04): Stripe`
function datedAhead(text: string, dating: Dating): { readonly day: string | null; readonly said: string } {
  const [all, inside = ''] = /^\(([^()]{6,24})\)\s*[:：,–—-]?\s*(?=\S)/.exec(text) ?? [];
  return all !== undefined && isDate(inside)
    ? { day: findDay(inside, dating)?.day ?? null, said: text.slice(all.length) }
    : { day: null, said: text };
}

// A point that is wrapped is titled by its sentence, not by its first line.
function paragraphOf(first: BlockLine, others: readonly BlockLine[]): string {
  const end = others.findIndex(({ kind }) => kind !== 'text');
  const wrapped = others.slice(0, end < 0 ? others.length : end).map(({ text }) => text.trim());
  return [first.content, ...wrapped].join(' ').slice(0, LONGEST_OPENING);
}

const LONGEST_OPENING = 300;

const firstSentence = (text: string): string => /^.*?[.!?。！？](?=\s|$)/.exec(text)?.[0] ?? text;
