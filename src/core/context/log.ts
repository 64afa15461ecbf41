// Finds the update log: where it stands, what its entries look like, which way it runs.
import type { Dating } from '../dates/day.ts';
import { groupBy } from '../groups.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { indentOf } from '../markdown/items.ts';
import type { Outline, Section } from '../markdown/outline.ts';
import { compareIds } from '../phases/documents.ts';
import { footerFrom } from './footer.ts';
import { type Head, isSessionWord, readHeads, saysNothing, shapeOf } from './heads.ts';
import { roleOfTitle } from './roles.ts';

export type { EntryShape } from './heads.ts';

/** `to`: index of the first line behind it; blank lines and rules behind it are not its own. */
export type LogEntry = Omit<Head, 'words'> & { readonly to: number };

export type Log = {
  /** Index of its heading; null where dated headings stand among the others. */
  readonly heading: number | null;
  /** Indexes of its first line behind the heading, and of the first line behind it. */
  readonly from: number;
  readonly to: number;
  /** In the order of the text. */
  readonly entries: readonly LogEntry[];
  readonly order: 'newest-first' | 'oldest-first';
};

/** Null where nothing is clearly a log. */
export function findLog(outline: Outline, dating: Dating): Log | null {
  const heads = readHeads(outline.lines, dating);
  const rank = (log: Log) =>
    (log.entries.some(({ date }) => date !== null) ? 4 : 0) +
    (log.heading === null ? 0 : 2) +
    (log.entries.length > 0 && log.entries[0]?.shape !== 'row' ? 1 : 0);
  const named = namedLogs(outline, heads);
  // No run ranks above a log that is named and dated.
  const candidates = named.some((log) => rank(log) > 5) ? named : [...named, ...runs(outline, heads)];
  return candidates.sort((a, b) => rank(b) - rank(a) || newest(b) - newest(a))[0] ?? null;
}

const newest = ({ entries }: Log) => Math.max(0, ...entries.map(({ date }) => date?.value ?? 0));

const isLog = ({ level, title }: Section): boolean => level > 0 && roleOfTitle(title)?.role === 'log';

/** Each is held against all heads. */
const MOST_LOGS = 50;

function namedLogs(outline: Outline, heads: readonly Head[]): Log[] {
  const logs = outline.sections.filter(isLog).slice(0, MOST_LOGS);
  return logs.flatMap((section) => {
    const inner = logs.filter(({ from }) => from > section.from && from < section.to);
    const inside = heads.filter(
      ({ from }) =>
        from > section.from && from < section.to && !inner.some((one) => from > one.from && from < one.to),
    );
    const own = mostFrequent(inside.filter(saysNothing));
    const log = logOf(outline, own, { heading: section.from, from: section.from + 1, to: section.to });
    return log.entries.length > 0 || isOpen(outline, section) ? [log] : [];
  });
}

// A log with no entry yet may hold text and plain items; a table or code there means that it is kept in
// another way.
const isOpen = ({ lines }: Outline, { from, to }: Section) =>
  lines.slice(from + 1, to).every(({ kind }) => kind !== 'table' && kind !== 'fence' && kind !== 'heading');

/** Entries of one log look alike: those of the commonest shape and level. */
function mostFrequent(heads: readonly Head[]): Head[] {
  const groups = groupBy(heads, ({ shape, level }) => `${shape} ${level}`);
  const weight = (group: readonly Head[]) => group.length + (group[0]?.shape === 'row' ? 0 : 0.5);
  return [...groups.values()].sort((a, b) => weight(b) - weight(a))[0] ?? [];
}

const RUN_ROLES = [null, 'log', 'state', 'done', 'reading', 'updated'];

// Dated headings, bold lines or bullets, two or more side by side, where no heading says that this is a log.
function runs(outline: Outline, heads: readonly Head[]): Log[] {
  const containerOf = findContainers(outline);
  const groups = groupBy(
    heads.filter((head) => head.date !== null && head.shape !== 'row' && head.shape !== 'plain'),
    (head) => `${head.shape} ${head.level} ${containerOf(head).from} ${saysNothing(head) ? '' : head.words}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [head] = group;
    if (head === undefined || group.length < 2 || !isRun(outline, group, containerOf(head))) return [];
    const { from, to } = containerOf(head);
    return [logOf(outline, group, { heading: null, from, to })];
  });
}

function isRun(outline: Outline, group: readonly Head[], section: Container): boolean {
  const [head] = group;
  if (head === undefined || !RUN_ROLES.includes(roleOfTitle(section.title)?.role ?? null)) return false;
  if (head.shape === 'heading') return saysNothing(head) || isSessionWord(head.words.split(' ').at(-1) ?? '');
  if (!saysNothing(head)) return false;
  const items = outline.lines
    .slice(section.from, section.bodyTo)
    .filter((line) => shapeOf(line) === 'bullet');
  return head.shape === 'bold' || group.length >= items.length * 0.6;
}

type Container = Pick<Section, 'title' | 'from' | 'to' | 'bodyTo'>;

// The section that a head stands in, without its heading; of a heading the one that it is part of, or the
// whole file.
function findContainers({ sections, lines }: Outline): (head: Head) => Container {
  const whole = { title: '', from: 0, to: lines.length, bodyTo: lines.length };
  const inner: Container[] = new Array(lines.length).fill(whole);
  const outer = new Map<number, Container>();
  for (const section of sections) {
    const { from, to, level } = section;
    if (level > 0) outer.set(from, inner[from] ?? whole);
    inner.fill({ ...section, from: level === 0 ? 0 : from + 1 }, from, to);
  }
  return ({ from, shape }) => (shape === 'heading' ? outer.get(from) : inner[from]) ?? whole;
}

function logOf(
  { lines }: Outline,
  heads: readonly Head[],
  place: { readonly heading: number | null; readonly from: number; readonly to: number },
): Log {
  const to = Math.min(place.to, footerFrom(lines));
  // Written out, not spread: a log may have ten thousand of them.
  const entries = heads.map((head, order): LogEntry => {
    const { shape, level, from, date, ordinal } = head;
    const limit = heads[order + 1]?.from ?? to;
    return { shape, level, from, date, ordinal, to: endOf(lines, head, limit, order === heads.length - 1) };
  });
  return { ...place, to, entries, order: orderOf(entries, lines) };
}

// A heading's entry ends at the next heading of its level; the last entry of all, where its list does.
function endOf(
  lines: readonly BlockLine[],
  head: Omit<LogEntry, 'to'>,
  limit: number,
  isLast: boolean,
): number {
  let end = head.from + 1;
  let hasList = head.shape === 'bullet';
  for (let index = end; index < limit; index++) {
    const line = lines[index];
    if (line === undefined || isPast(line, head)) break;
    if (isLast && hasList && head.shape !== 'heading' && startsAnew(lines, index)) break;
    hasList ||= line.kind === 'item';
    if (line.kind !== 'blank' && line.kind !== 'rule') end = index + 1;
  }
  return end;
}

function isPast(line: BlockLine, { shape, level }: Omit<LogEntry, 'to'>): boolean {
  if (line.kind === 'heading') return shape !== 'heading' || line.level <= level;
  return shape === 'row' || (shape === 'bullet' && line.kind === 'item' && indentOf(line.text) === 0);
}

const startsAnew = (lines: readonly BlockLine[], index: number) =>
  lines[index - 1]?.kind === 'blank' &&
  ['text', 'quote'].includes(lines[index]?.kind ?? '') &&
  indentOf(lines[index]?.text ?? '') === 0;

// By most pairs of neighbours; the newest entry's place where they say nothing. Most logs are newest first.
function orderOf(entries: readonly LogEntry[], lines: readonly BlockLine[]): Log['order'] {
  const values = entries.map(({ date, ordinal }) => date?.value ?? ordinal ?? 0);
  const steps = values.slice(1).map((value, index) => Math.sign(value - (values[index] ?? 0)));
  const sum = steps.reduce((total, step) => total + step, 0);
  if (sum !== 0) return sum > 0 ? 'oldest-first' : 'newest-first';
  const isOfOneDay = entries.every(({ date, shape }) => date !== null && shape === 'heading');
  if (isOfOneDay && steps.every((step) => step === 0)) return orderByNumbers(entries, lines);
  return values.length > 1 &&
    steps.some((step) => step !== 0) &&
    values.indexOf(Math.max(...values)) === values.length - 1
    ? 'oldest-first'
    : 'newest-first';
}

// `2026-04-21 — Session 2a` behind `2026-04-21 — Session 1`: of one day the numbers tell.
function orderByNumbers(entries: readonly LogEntry[], lines: readonly BlockLine[]): Log['order'] {
  const names = entries.map(({ from }) => lines[from]?.text.match(/\d+[a-z]?/gi)?.join('.') ?? null);
  const steps = names.slice(1).map((name, index) => Math.sign(compareIds(name, names[index] ?? null)));
  return steps.reduce((sum, step) => sum + step, 0) > 0 ? 'oldest-first' : 'newest-first';
}
