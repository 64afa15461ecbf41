// Older log entries, moved unchanged into a file for each year, with a link where they stood.
import { type Context, readContext } from '../context/context.ts';
import type { LogEntry } from '../context/log.ts';
import { groupBy } from '../groups.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { applyEdits } from '../markdown/lines.ts';
import { readOutline } from '../markdown/outline.ts';
import type { Document, Edit } from '../types.ts';
import { newestFirst } from './entry-heading.ts';
import { habitsOf } from './habits.ts';
import { insertAfter, insertBefore } from './insert.ts';

export type Archive = {
  /** The context file after. */
  readonly text: string;
  /** The files of the years, after. */
  readonly years: readonly Document[];
};

/** The years' files that a context file links to, by their paths from the top level. */
export const archivesOf = ({ path, text }: Document): string[] => [
  ...new Set(
    [...text.matchAll(/\]\([^()\s]*session-log\/(\d{4})\.md\)/g)].map(([, year]) =>
      archivePath(path, Number(year)),
    ),
  ),
];

/** Where the entries of a year go: beside the context file's documents. */
export function archivePath(contextPath: string, year: number): string {
  const directory = contextPath.slice(0, contextPath.lastIndexOf('/') + 1);
  return `${directory || 'docs/'}session-log/${year}.md`;
}

/** Whether older entries of the context file are kept there. */
export const isArchive = (path: string, contextPath: string): boolean =>
  archivePath(contextPath, Number(/(\d{4})\.md$/.exec(path)?.[1])) === path;

export type Keeping = {
  /** The newest entries that stay; 0: all. */
  readonly keep: number;
  /** Whether an entry of this text may move. */
  readonly mayMove: (entry: string) => boolean;
};

/** `readArchive`: the text of a year's file, null where there is none. Null: nothing to move. Entries without
 * a date stay, and so do the rows of a table. */
export function archiveEntries(
  file: Document,
  { keep, mayMove }: Keeping,
  readArchive: (path: string) => string | null,
): Archive | null {
  if (keep < 1) return null;
  const context = readContext(file.text);
  const older = newestFirst(context.log)
    .slice(keep)
    .filter((entry) => entry.date !== null && entry.shape !== 'row' && mayMove(textOf(context, entry)));
  if (older.length === 0) return null;
  const inOrder = older.sort((a, b) => a.from - b.from);
  const years = [...groupBy(inOrder, yearOf)].map(([year, entries]) => {
    const path = archivePath(file.path, year);
    return { path, text: addToArchive(context, entries, { year, before: readArchive(path) }) };
  });
  const removed = applyEdits(file.text, removals(context, inOrder));
  return {
    text: link(
      readContext(removed),
      file.path,
      years.map(({ path }) => path),
    ),
    years,
  };
}

const yearOf = ({ date }: LogEntry): number => new Date(date?.value ?? 0).getFullYear();

function textOf({ outline, text }: Context, { from, to }: LogEntry): string {
  const [first, last] = [outline.lines[from], outline.lines[to - 1]];
  return text.slice(first?.start, last === undefined ? undefined : last.end - last.eol.length);
}

type Year = { readonly year: number; readonly before: string | null };

// In the log's own order: what is newer goes in front of what moved before, or behind it.
function addToArchive(context: Context, entries: readonly LogEntry[], { year, before }: Year): string {
  const { eol, words } = habitsOf(context);
  const gap = entries[0]?.shape === 'bullet' ? eol : eol + eol;
  const moved = entries.map((entry) => textOf(context, entry)).join(gap);
  if (before === null) return `# ${words.log} ${year}${eol}${eol}${moved}${eol}`;
  if (context.log?.order === 'oldest-first') return `${before.trimEnd()}${gap}${moved}${eol}`;
  const { lines } = readOutline(before);
  const first = lines.findIndex(({ kind }, index) => index > 0 && kind !== 'blank');
  return applyEdits(before, [
    insertBefore(
      lines,
      first < 0 ? lines.length : first,
      (moved + gap).slice(0, -eol.length).split(eol),
      eol,
    ),
  ]);
}

/** Each entry and what parts it from its newer neighbour, which stays or goes by the same rule. */
export function removals({ outline: { lines }, log }: Context, entries: readonly LogEntry[]): Edit[] {
  const last = log?.entries.at(-1)?.from ?? 0;
  const isGap = (index: number) =>
    lines[index]?.kind === 'blank' || (lines[index]?.kind === 'rule' && index < last);
  return entries.map((entry) =>
    removal(lines, entry, { isNewestFirst: log?.order === 'newest-first', isGap }),
  );
}

type Gaps = { readonly isNewestFirst: boolean; readonly isGap: (index: number) => boolean };

function removal(lines: readonly BlockLine[], { from, to }: LogEntry, { isNewestFirst, isGap }: Gaps): Edit {
  let [start, end] = [from, to];
  while (isNewestFirst && isGap(start - 1)) start--;
  while (!isNewestFirst && isGap(end)) end++;
  const before = lines[start - 1];
  const last = lines[end - 1];
  // A file that ends with no line break still does.
  const at =
    last?.eol === '' && before !== undefined ? before.end - before.eol.length : (lines[start]?.start ?? 0);
  return { start: at, end: last?.end ?? at, text: '' };
}

// One line in front of the entries, once; later years join it.
function link(context: Context, path: string, archives: readonly string[]): string {
  const { outline, log, text } = context;
  const { eol, words } = habitsOf(context);
  const up = path.split('/').slice(0, -1);
  const known = outline.lines.findIndex(({ text: line }) => line.startsWith(`${words.older}: [`));
  const listed = [...(outline.lines[known]?.text ?? '').matchAll(/\[(\d{4})\]/g)].map((match) =>
    Number(match[1]),
  );
  const years = [...new Set([...listed, ...archives.map((archive) => Number(archive.slice(-7, -3)))])].sort(
    (a, b) => b - a,
  );
  const told = `${words.older}: ${years.map((year) => `[${year}](${relative(up, archivePath(path, year))})`).join(', ')}`;
  const line = outline.lines[known];
  if (line !== undefined)
    return applyEdits(text, [{ start: line.start, end: line.start + line.text.length, text: told }]);
  const first = log?.entries[0]?.from;
  if (first !== undefined) return applyEdits(text, [insertBefore(outline.lines, first, [told, ''], eol)]);
  return applyEdits(text, [insertAfter(outline.lines, outline.lines.length - 1, ['', told], eol)]);
}

/** A path from the top level as seen from a directory. */
function relative(directory: readonly string[], path: string): string {
  const parts = path.split('/');
  const shared = directory.findIndex((name, at) => name !== parts[at]);
  const common = shared < 0 ? directory.length : shared;
  return [...directory.slice(common).map(() => '..'), ...parts.slice(common)].join('/');
}
