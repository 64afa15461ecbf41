// Finds the update log: where it stands, what its entries look like, which way it runs.
import { groupBy } from '../groups.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { indentOf } from '../markdown/items.ts';
import type { Outline, Section } from '../markdown/outline.ts';
import { cellsOf } from '../markdown/tables.ts';
import { type FoundDate, findDate } from './dates.ts';
import type { Language } from './names.ts';
import { foldName, roleOfTitle } from './roles.ts';

export type EntryShape = 'heading' | 'bold' | 'bullet' | 'row' | 'plain';

export type LogEntry = {
  readonly shape: EntryShape;
  /** Of a heading; else 0. */
  readonly level: number;
  /** Indexes of its head's line and of the first line behind it; blank lines and rules behind it are not its own. */
  readonly from: number;
  readonly to: number;
  /** Its offsets are into the head's line. Null: the entry is only numbered. */
  readonly date: FoundDate | null;
  /** `Session 24`: 24; null where there is no number. */
  readonly ordinal: number | null;
};

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

// What stands before an entry's date or number and says nothing of its own.
const SESSION_WORDS = new Set(
  `session sessions this previous prior latest current last update entry log day work handoff summary checkpoint notes
  build completed complete done closed seance séance mise jour maj entree sesion actualizacion entrada dia sessao atualizacao sitzung update eintrag
  tag sessione aggiornamento voce giorno sesja wpis dzien сесія запис день оновлення сессия запись обновление 세션 작업
  기록 업데이트 会话 更新 记录 会話 第 次 セッション 回 작업일지 일지`
    .split(/\s+/)
    .map(foldName),
);

/** Null where nothing is clearly a log. */
export function findLog(outline: Outline, language: Language): Log | null {
  const heads = readHeads(outline, language);
  const candidates = [...namedLogs(outline, heads), ...runs(outline, heads)];
  const rank = (log: Log) =>
    (log.entries.some(({ date }) => date !== null) ? 4 : 0) +
    (log.heading === null ? 0 : 2) +
    (log.entries.length > 0 && log.entries[0]?.shape !== 'row' ? 1 : 0);
  return candidates.sort((a, b) => rank(b) - rank(a) || newest(b) - newest(a))[0] ?? null;
}

const newest = ({ entries }: Log) => Math.max(0, ...entries.map(({ date }) => date?.value ?? 0));

type Head = Omit<LogEntry, 'to'> & { readonly words: string };

function readHeads({ lines }: Outline, language: Language): Head[] {
  return lines.flatMap((line, index) => {
    const shape = shapeOf(line);
    const head = shape === null ? null : readHead(line, index, shape, language);
    return head === null ? [] : [head];
  });
}

function shapeOf({ kind, text, content }: BlockLine): EntryShape | null {
  if (kind === 'heading') return 'heading';
  if (kind === 'table') return 'row';
  if (kind === 'item') return indentOf(text) === 0 ? 'bullet' : null;
  if (kind !== 'text') return null;
  return /^\*\*|^__/.test(content)
    ? 'bold'
    : /^[\p{Emoji_Presentation}\s]*[\d[(]|^\p{L}/u.test(content)
      ? 'plain'
      : null;
}

const LONGEST_HEAD = 300;
const LONGEST_LEAD = 80;

function readHead(line: BlockLine, index: number, shape: EntryShape, language: Language): Head | null {
  const text = line.text.slice(0, LONGEST_HEAD);
  const base = { shape, level: line.level, from: index };
  const date = /\d{4}/.test(text) ? findDate(text, language) : null;
  if (shape === 'row') return readRow(text, base, date);
  const before = foldName(text.slice(0, date?.start ?? 0).replace(line.marker, ''));
  if (date === null || before.length > LONGEST_LEAD) return numbered(line, base);
  const others = `${text.slice(0, date.start)} ${text.slice(date.end)}`;
  const ordinal = /\p{L} ?#?(\d{1,5})\b/u.exec(others)?.[1];
  const words = before.replace(/[\d#/+-]+/g, ' ').trim();
  return { ...base, date, ordinal: ordinal === undefined ? null : Number(ordinal), words };
}

// A table of a log has a date in a cell of its own, or a commit's id.
function readRow(
  text: string,
  base: Pick<Head, 'shape' | 'level' | 'from'>,
  date: FoundDate | null,
): Head | null {
  const isDated = date !== null && isCell(text, date);
  if (!isDated && !cellsOf(text).some((cell) => COMMIT_CELL.test(cell))) return null;
  return { ...base, date: isDated ? date : null, ordinal: null, words: '' };
}

// `_pending_`: this commit's own id, which nobody can know beforehand.
const COMMIT_CELL = /^[`*_]*(?:[0-9a-f]{7,40}|pending)[`*_]*$/;

const isCell = (row: string, { start, end }: FoundDate) =>
  cellsOf(row).includes(row.slice(start, end).trim());

// `**Session #288** (TITLE`, `### Build 194: Tuning Lab`
function numbered(line: BlockLine, base: Pick<Head, 'shape' | 'level' | 'from'>): Head | null {
  const match = /^(\p{L}+) #?(\d{1,5})\b/u.exec(foldName(line.content).replace('#', ''));
  if (match === null || !isSessionWord(match[1] ?? '') || base.shape === 'bullet' || base.shape === 'plain')
    return null;
  return { ...base, date: null, ordinal: Number(match[2]), words: match[1] ?? '' };
}

const isSessionWord = (word: string) => SESSION_WORDS.has(word);
const saysNothing = ({ words }: Head) => words === '' || words.split(' ').every(isSessionWord);

function namedLogs(outline: Outline, heads: readonly Head[]): Log[] {
  return outline.sections.flatMap((section) => {
    if (section.level === 0 || roleOfTitle(section.title)?.role !== 'log') return [];
    const inside = heads.filter(({ from }) => from > section.from && from < section.to);
    const own = mostFrequent(inside.filter(saysNothing));
    const log = logOf(outline, own, { heading: section.from, from: section.from + 1, to: section.to });
    return log.entries.length > 0 || isOpen(outline, section) ? [log] : [];
  });
}

// A log with no entry yet may hold text and plain items; a table or code there means that it is kept in another way.
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
  const groups = groupBy(
    heads.filter((head) => head.date !== null && head.shape !== 'row' && head.shape !== 'plain'),
    (head) =>
      `${head.shape} ${head.level} ${containerOf(outline, head).from} ${saysNothing(head) ? '' : head.words}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [head] = group;
    if (head === undefined || group.length < 2 || !isRun(outline, group, containerOf(outline, head)))
      return [];
    const { from, to } = containerOf(outline, head);
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

// The section that a head stands in, without its heading; of a heading the one that it is part of, or the whole file.
function containerOf({ sections, lines }: Outline, { from, shape }: Head): Container {
  const whole = { title: '', from: 0, to: lines.length, bodyTo: lines.length };
  const holding = sections.filter((section) => section.from <= from && from < section.to);
  const inner = (shape === 'heading' ? holding.filter((section) => section.from !== from) : holding).at(-1);
  if (inner === undefined) return whole;
  return { ...inner, from: inner.level === 0 ? 0 : inner.from + 1 };
}

function logOf(
  { lines }: Outline,
  heads: readonly Head[],
  place: { readonly heading: number | null; readonly from: number; readonly to: number },
): Log {
  const entries = heads.map(({ words: _, ...head }, order) => {
    const limit = heads[order + 1]?.from ?? place.to;
    return { ...head, to: endOf(lines, head, limit, order === heads.length - 1) };
  });
  return { ...place, entries, order: orderOf(entries) };
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
    if (
      isLast &&
      (isFooter(lines, index, limit) || (hasList && head.shape !== 'heading' && startsAnew(lines, index)))
    )
      break;
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

// `---` and a few words to the end: how a file signs off.
function isFooter(lines: readonly BlockLine[], index: number, limit: number): boolean {
  if (lines[index]?.kind !== 'rule') return false;
  const rest = lines.slice(index + 1, limit);
  return (
    rest.length <= 10 && rest.every(({ kind }) => kind === 'blank' || kind === 'text' || kind === 'quote')
  );
}

// By most pairs of neighbours; the newest entry's place where they say nothing. Most logs are newest first.
function orderOf(entries: readonly LogEntry[]): Log['order'] {
  const values = entries.map(({ date, ordinal }) => date?.value ?? ordinal ?? 0);
  const steps = values.slice(1).map((value, index) => Math.sign(value - (values[index] ?? 0)));
  const sum = steps.reduce((total, step) => total + step, 0);
  if (sum !== 0) return sum > 0 ? 'oldest-first' : 'newest-first';
  return values.length > 1 &&
    steps.some((step) => step !== 0) &&
    values.indexOf(Math.max(...values)) === values.length - 1
    ? 'oldest-first'
    : 'newest-first';
}
