// The entries of which a run of added lines is made: sections, dated blocks, rows, items, paragraphs.
import { findDate } from '../dates/dates.ts';

export type Entry = readonly string[];

const LEVEL = /^(#{1,6})\s/;
const DATED = /^\*\*[^*\d]*\d[^*]*\*\*/;
const SINGLE = /^(?:\||[-*+]\s|\d+[.)]\s)/;
const RULE = /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/;

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/** Whether a heading is one that every entry has, as `## Rationale`: the common version has it already. */
export type IsField = (line: string) => boolean;

/** Each with the blank lines and rules before it; what stands before the first heading or date is split by
 * itself. */
export function entriesOf(lines: readonly string[], isField: IsField): Entry[] {
  const levels = lines.flatMap((line) => LEVEL.exec(line)?.[1]?.length ?? []);
  const opening = lines.find((line) => LEVEL.test(line));
  const isHeading = (line: string) =>
    LEVEL.exec(line)?.[1]?.length === Math.min(...levels) && (line === opening || !isField(line));
  if (levels.length > 0) return split(lines, isHeading, isField);
  if (lines.some((line, at) => DATED.test(line) && isOpening(lines, at)))
    return split(lines, (line, at) => DATED.test(line) && isOpening(lines, at), isField);
  return group(lines, (line, at) => SINGLE.test(line) || isOpening(lines, at));
}

// Behind a blank line, a rule, or nothing.
const isOpening = (lines: readonly string[], at: number): boolean =>
  !isBlank(lines[at]) &&
  !RULE.test(lines[at] ?? '') &&
  (isBlank(lines[at - 1]) || RULE.test(lines[at - 1] ?? ''));

type IsStart = (line: string, at: number) => boolean;

function split(lines: readonly string[], isStart: IsStart, isField: IsField): Entry[] {
  const first = lines.findIndex(isStart);
  let from = first;
  while (from > 0 && (isBlank(lines[from - 1]) || RULE.test(lines[from - 1] ?? ''))) from -= 1;
  const before = from === 0 ? [] : entriesOf(lines.slice(0, from), isField);
  return [...before, ...group(lines.slice(from), (line, at) => isStart(line, from + at))];
}

/** Blank lines and rules between two of them belong to the later one. */
function group(lines: readonly string[], isStart: IsStart): Entry[] {
  const entries: string[][] = [];
  let waiting: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (isStart(line, at)) {
      entries.push([...waiting, line]);
      waiting = [];
    } else if (isBlank(line) || RULE.test(line)) waiting.push(line);
    else {
      if (entries.length === 0) entries.push([]);
      entries.at(-1)?.push(...waiting, line);
      waiting = [];
    }
  }
  const last = entries.at(-1);
  if (last === undefined) return waiting.length === 0 ? [] : [waiting];
  last.push(...waiting);
  return entries;
}

/** What stands before the first heading, and the rest with the blank lines and rules before it. */
export function splitAtHeading(lines: readonly string[]): readonly [readonly string[], readonly string[]] {
  const heading = lines.findIndex((line) => LEVEL.test(line));
  const before = heading < 0 ? lines : lines.slice(0, heading);
  const from = heading < 0 ? lines.length : before.findLastIndex(isSaid) + 1;
  return [lines.slice(0, from), lines.slice(from)];
}

/** Neither blank nor a rule. */
export const isSaid = (line: string): boolean => !isBlank(line) && !RULE.test(line);

const textOf = (entry: Entry): string[] => entry.filter(isSaid);

// `## Decision 7:`, `| D-08 |`, `**ADR-3 —`: one that was given another number is the same one.
const NUMBER = /^((?:#+|\||\*\*|[-*])?\s*\[?(?:[A-Za-z]{1,10}[ -]?)?#?)\d+(?=\s*[|:.—–\]-]|\*\*)/;

/** What makes two entries one; empty for blank lines. */
export const keyOf = (entry: Entry): string =>
  textOf(entry)
    .map((line, at) => (at === 0 ? withoutNumber(line) : line).trim())
    .join('\n');

const withoutNumber = (line: string): string =>
  LEVEL.test(line) ? line.replace(/\d+/, '#') : line.replace(NUMBER, '$1#');

/** The line under which more may be told: a date, a section's heading. Null: the entry is one of its own. */
export function headOf(entry: Entry, isField: IsField): string | null {
  const [first = ''] = textOf(entry);
  const isHead = LEVEL.test(first) || /^\*\*.*\*\*:?$/.test(first);
  if (!isHead) return null;
  if (findDate(first) !== null) return first;
  return isField(first) || /\d/.test(first.replace(/^#+\s*\d+[.)]?\s/, '')) ? null : first;
}
