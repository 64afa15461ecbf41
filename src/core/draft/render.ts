// An entry as Markdown: its head and its points, in the file's own shape.
import type { Context } from '../context/context.ts';
import type { EntryShape } from '../context/log.ts';
import { writeDate } from '../dates/dates.ts';
import { cutText, escapeInline, plainText } from '../markdown/inline.ts';
import { cellsOf, isDelimiter } from '../markdown/tables.ts';
import { entryStyle, type Head, headOf, nextShape } from './entry-heading.ts';
import type { Habits } from './habits.ts';
import { idsEnding, withIds } from './ids.ts';
import type { EntryLine } from './lines.ts';

export type Rendered = {
  readonly shape: EntryShape;
  /** Lines without their endings. */
  readonly lines: readonly string[];
};

const LONGEST_HEADLINE = 60;

/** `now` dates the entry: ISO 8601 with an offset. */
export function renderEntry(
  context: Context,
  lines: readonly EntryLine[],
  now: string,
  habits: Habits,
): Rendered {
  const [first, ...others] = lines;
  const shape = nextShape(context);
  if (shape === 'row' || first === undefined) return { shape, lines: renderRows(context, lines, now) };
  if (shape === 'bullet')
    return { shape, lines: renderBullet(headOf(context, now, sentence(first, habits)), lines, habits) };
  const head = headOf(context, now, headlineOf(lines));
  return {
    shape,
    lines: [head.text, ...(habits.hasGap ? [''] : []), ...renderPoints([first, ...others], habits)],
  };
}

// One bullet an entry: its first line stands behind the date, the others below.
function renderBullet(head: Head, [first, ...others]: readonly EntryLine[], habits: Habits): string[] {
  if (first === undefined) return [];
  const inner = { ...habits, bullet: habits.nested + habits.bullet, nested: habits.nested.repeat(2) };
  const separator = /[:：]$/.test(head.text) ? ' ' : ' — ';
  const told = head.hasTitle ? head.text : head.text + separator + sentence(first, habits);
  return [told, ...renderDetails(first, inner.bullet), ...renderPoints(others, inner)];
}

/** A few words on the first line that has any. */
export function headlineOf(lines: readonly EntryLine[]): string {
  const said = lines.filter(({ kind }) => !['document', 'section', 'done', 'planned'].includes(kind));
  const headlines = [...said, ...lines].map(({ text }) => {
    const words = plainText(text)
      .replace(/(?<!\s)\s*\(#\d+\)/g, '')
      .replace(/[*_[\]()（）`|<>#\\]/g, '');
    return escapeInline(cutText(words.split(/ — |; /)[0] ?? '', LONGEST_HEADLINE));
  });
  return headlines.find((headline) => headline !== '') ?? '';
}

/** The points alone, a line each. */
export const renderPoints = (lines: readonly EntryLine[], habits: Habits): string[] =>
  lines.flatMap((line) => [
    habits.bullet + habits.lead + sentence(line, habits) + habits.ending,
    ...renderDetails(line, habits.nested + habits.bullet, habits.ending),
  ]);

// Details are of the first commit of a line, whichever others are told with it.
const renderDetails = ({ details, ids }: EntryLine, bullet: string, ending = ''): string[] =>
  details.map((detail) => bullet + withIds(escapeInline(detail), ids.slice(0, 1)) + ending);

function sentence({ label, text, ids }: EntryLine, { hasBoldLabels }: Habits): string {
  const lead = label === null ? '' : hasBoldLabels ? `**${label}:** ` : `${label}: `;
  return withIds(lead + escapeInline(text), ids);
}

// A row a line: the date in its column, the ids in theirs if there is one, the words in the widest of the
// others.
function renderRows(context: Context, lines: readonly EntryLine[], now: string): string[] {
  const { outline, log } = context;
  const [entry] = log?.entries ?? [];
  const first = outline.lines[entry?.from ?? 0];
  const delimiter = outline.lines.findLastIndex(
    ({ text }, at) => at < (entry?.from ?? 0) && isDelimiter(text),
  );
  const header = cellsOf(outline.lines[delimiter - 1]?.text ?? '');
  const samples = (log?.entries ?? []).map(({ from }) => cellsOf(outline.lines[from]?.text ?? ''));
  const columns = columnsOf(header, samples);
  return lines.map((line) => {
    const words = withIds(tableWords(line), columns.id < 0 ? line.ids : []);
    const cells = header.map((_, at) => {
      if (at === columns.date) return writeDate(now, entryStyle(context));
      if (at === columns.id) return line.ids.length === 0 ? '' : idsEnding(line.ids).slice(1, -1);
      return at === columns.words ? words : '';
    });
    return first?.text.trimStart().startsWith('|') ? `| ${cells.join(' | ')} |` : cells.join(' | ');
  });
}

function tableWords({ label, text, details }: EntryLine): string {
  const words = escapeInline([text, ...details].join('; ')).replace(/(?<!\\)\|/g, '\\|');
  return label === null ? words : `${label}: ${words}`;
}

type Columns = { readonly date: number; readonly id: number; readonly words: number };

function columnsOf(header: readonly string[], samples: readonly (readonly string[])[]): Columns {
  const id = header.findIndex((name) => /^(?:sha|commit|hash|id|rev)s?$/i.test(plainText(name)));
  const date = header.findIndex(
    (_, at) =>
      at !== id && samples.every((row) => /\d{4}/.test(row[at] ?? '') && (row[at] ?? '').length < 30),
  );
  const width = (at: number) => samples.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0);
  const others = header.map((_, at) => at).filter((at) => at !== id && at !== date);
  return { id, date, words: others.sort((a, b) => width(b) - width(a))[0] ?? -1 };
}
