// The first line of a new entry, made after the heads that stand in the log: their date format, number and
// title.

import type { Context } from '../context/context.ts';
import type { EntryShape, Log, LogEntry } from '../context/log.ts';
import { commonStyle, type DateStyle, ISO_DAY, writeDate } from '../dates/dates.ts';
import { letters } from '../letters.ts';

export type Head = {
  readonly shape: EntryShape;
  readonly text: string;
  /** Whether the title stands in it. */
  readonly hasTitle: boolean;
};

/** What the parts of a head are: `### `, `Session 24 (`, the date, `) — PRs #34`, nothing. */
type Parts = { readonly before: string; readonly after: string; readonly entry: LogEntry };

/** `title`: what the entry is about, safe to stand in a line; used where the heads of the log have titles. */
export function headOf(context: Context, now: string, title: string): Head {
  const { log } = context;
  const newest = newestFirst(log).filter(({ date }) => date !== null);
  const parts = newest.slice(0, 3).flatMap((entry) => partsOf(context, entry) ?? []);
  const [first] = parts;
  const date = writeDate(now, entryStyle(context));
  if (log === null || first === undefined) return freshHead(context, date);
  const lead = leadOf(parts, nextOrdinal(newest));
  const behind = tailOf(parts, nextOrdinal(newest), title);
  const tail = lead.isBare ? behind.replace(/^[)\]）】]+/, '') : behind;
  return {
    shape: first.entry.shape,
    text: lead.text + date + tail,
    hasTitle: title !== '' && tail.includes(title),
  };
}

/** The shape of the entry that comes next. */
export const nextShape = ({ log }: Context): EntryShape => newestFirst(log)[0]?.shape ?? 'bold';

/** Entries from the newest on, as far as the log's order says. */
export function newestFirst(log: Log | null): LogEntry[] {
  const entries = [...(log?.entries ?? [])];
  return log?.order === 'oldest-first' ? entries.reverse() : entries;
}

/** How entries are dated: as the log's are, else as the header is; the workflow's form has a clock time. */
export function entryStyle({ log, headerDates }: Context): DateStyle {
  const logged = (log?.entries ?? []).flatMap(({ date }) => date ?? []);
  const headed = headerDates.map(({ date }) => date);
  return commonStyle(logged) ?? commonStyle(headed) ?? { ...ISO_DAY, pattern: 'yyyy-MM-dd HH:mm' };
}

function partsOf({ outline }: Context, entry: LogEntry): Parts | null {
  const { date, from } = entry;
  const text = outline.lines[from]?.text;
  if (date === null || text === undefined) return null;
  // A title with a line below it becomes one with marks in front.
  const mark = entry.shape === 'heading' && !/^ {0,3}#/.test(text) ? `${'#'.repeat(entry.level)} ` : '';
  return { before: mark + text.slice(0, date.start), after: text.slice(date.end).trimEnd(), entry };
}

// No dated entry to go by: the marks of numbered ones, or the workflow's own `**2025-11-08, 9:47pm:**`.
function freshHead(context: Context, date: string): Head {
  const shape = nextShape(context);
  const [entry] = newestFirst(context.log);
  const line = context.outline.lines[entry?.from ?? -1];
  const numbered = COUNTED.exec(line?.text ?? '');
  if (numbered !== null && entry?.ordinal != null)
    return {
      shape,
      text: `${numbered[1]}${entry.ordinal + 1}${numbered[2]} (${date})${shape === 'bold' ? ':' : ''}`,
      hasTitle: false,
    };
  const text = {
    row: '',
    heading: `${'#'.repeat(line?.level ?? 2)} ${date}`,
    bullet: `${line?.marker ?? '- '}**${date}**`,
    bold: `**${date}:**`,
    plain: `${date}:`,
  }[shape];
  return { shape, text, hasTitle: false };
}

// `**Session #288** (TITLE`; a build's number is not ours to give.
const COUNTED =
  /^([\s#*_]*(?:session|sesión|sessão|séance|sitzung|sesja|sessione|сесія|сессия|세션|会话|セッション) #?)\d+([*_]*)/iu;

// The number that comes next, where numbers run one by one; null where they do not.
function nextOrdinal(entries: readonly LogEntry[]): number | null {
  const [newest, previous] = entries.map(({ ordinal }) => ordinal);
  if (newest === null || newest === undefined) return null;
  return previous === undefined || previous === newest - 1 ? newest + 1 : null;
}

const counted = (text: string, ordinal: number | null) => text.replace(/\d+/, String(ordinal ?? ''));
const shapeOf = (text: string) => text.replace(/\d+/g, '#');

// Only the newest entry is "this" session.
const RELATIVE = letters`\b(?:[Tt]his|[Cc]urrent|[Ll]atest|[Ll]ast|[Pp]revious|[Pp]rior) (?=\p{L})`;
const timeless = (before: string) => before.replace(RELATIVE, '');

type Lead = { readonly text: string; readonly isBare: boolean };

// What stands before the date, where the newest heads agree on it; else their marks alone.
function leadOf([first, ...others]: readonly Parts[], ordinal: number | null): Lead {
  const before = timeless(first?.before ?? '');
  const hasNumber = /\d/.test(before);
  const isShared =
    others.length === 0 || others.some((other) => shapeOf(timeless(other.before)) === shapeOf(before));
  if (!isShared || (hasNumber && ordinal === null))
    return { text: /^[\s#>*_+-]*/.exec(before)?.[0] ?? '', isBare: true };
  return { text: hasNumber ? counted(before, ordinal) : before, isBare: false };
}

const SEPARATOR = /^(\s*[-–—|:·]+\s+|\s+)(?=\S)/;

// What stands behind the date: the same words in each head, an ending that all share (` summary` beside
// ` (session 2) summary`), or brackets, a separator and a title of its own.
function tailOf([first, second]: readonly Parts[], ordinal: number | null, title: string): string {
  const after = first?.after ?? '';
  const isFixed = second !== undefined && shapeOf(second.after) === shapeOf(after);
  if (isFixed && (!/\d/.test(after) || ordinal !== null)) return counted(after, ordinal);
  const shared = commonEnding(after, second?.after ?? '');
  return letters`^ \p{L}`.test(shared) ? shared : titledTail(after, openMark(first?.before ?? ''), title);
}

// `mark`: the emphasis that ends behind the date; the title stands inside it or behind.
function titledTail(after: string, mark: string, title: string): string {
  const end = mark === '' ? -1 : after.indexOf(mark);
  const inside = end < 0 ? after : after.slice(0, end);
  const colon = /[:：]$/.exec(inside)?.[0] ?? '';
  const inner = titleAfter(inside.slice(0, inside.length - colon.length), title);
  if (end < 0) return inner.text + colon;
  const behind = after.slice(end + mark.length);
  const outer = inner.hasTitle ? (/^[:：]?/.exec(behind)?.[0] ?? '') : titleAfter(behind, title).text;
  return inner.text + colon + mark + outer;
}

const BRACKETED = /[([（][^()[\]（）]*[)\]）]/g;
const hasLetter = letters`\p{L}`;

function commonEnding(one: string, other: string): string {
  let size = 0;
  while (size < Math.min(one.length, other.length) && one.at(-1 - size) === other.at(-1 - size)) size++;
  const found = one.slice(one.length - size);
  const ending = found.slice(Math.max(0, found.indexOf(' ')));
  // `Reader written` and `Writer written` are titles of which a word is the same.
  const isTitled = [one, other].some((after) =>
    hasLetter.test(after.slice(0, -ending.length || undefined).replace(BRACKETED, '')),
  );
  return isTitled ? '' : ending;
}

// The emphasis that is still open where the date starts.
const openMark = (before: string): string =>
  before.split('**').length % 2 === 0 ? '**' : before.split('__').length % 2 === 0 ? '__' : '';

function titleAfter(text: string, title: string): { readonly text: string; readonly hasTitle: boolean } {
  const brackets = /^[)\]）】]*/.exec(text)?.[0] ?? '';
  const rest = text.slice(brackets.length);
  const separator = SEPARATOR.exec(rest)?.[1];
  const isNote = /^\s*[([（]/.test(rest);
  if (separator === undefined || isNote || title === '')
    return { text: brackets + (/^[:：]/.exec(rest)?.[0] ?? ''), hasTitle: false };
  return { text: brackets + separator + title, hasTitle: true };
}
