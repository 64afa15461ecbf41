// The points that a stretch of Markdown makes: list items, paragraphs, table rows and subheadings, each with
// its line.
import { letters } from '../letters.ts';
import type { BlockLine } from './blocks.ts';
import { cellsOf, isDelimiter } from './tables.ts';

export type Item = {
  /** As written, marks kept, continuation lines joined by a space, cells of a row by ` — `. */
  readonly text: string;
  /** 1-based, of its first line. */
  readonly line: number;
  /** 0 at the outermost list; what stands below a subheading lies one deeper. */
  readonly depth: number;
  /** Of a checkbox; else null. */
  readonly isDone: boolean | null;
  readonly kind: 'item' | 'text' | 'row' | 'heading';
  /** Indexes of its first line and of the first behind it. */
  readonly from: number;
  readonly to: number;
};

/** What lines `from` to `to` say; `isOurs` leaves lines out. Code, comments and rules say nothing. */
export function readItems(
  lines: readonly BlockLine[],
  [from, to]: readonly [number, number],
  isOurs: (index: number) => boolean = () => true,
): Item[] {
  const found: Open[] = [];
  const indents: number[] = [];
  let below = 0;
  for (let index = from; index < to; index++) {
    const line = lines[index];
    if (line === undefined || !isOurs(index)) continue;
    const last = found.at(-1);
    const before = index > from ? lines[index - 1] : undefined;
    if (last !== undefined && before !== undefined && continues(line, before) && !startsAnew(line, last)) {
      extend(last, before, line);
      last.to = index + 1;
      continue;
    }
    const kind = kindOf(line, lines[index + 1]);
    if (kind === null) continue;
    if (kind === 'heading') below = 0;
    const text = kind === 'row' ? cellsOf(line.text).join(' — ') : line.content;
    const depth = below + nested(indents, kind, line);
    found.push({ text, line: index + 1, depth, isDone: boxOf(line), kind, from: index, to: index + 1 });
    if (kind === 'heading') below = 1;
  }
  return found;
}

type Open = { -readonly [Key in keyof Item]: Item[Key] };

// `Plan: 1 of 3` above `Last activity: today` is a column of fields.
const FIELD = /^(?:\*\*|__)?\p{Lu}[\p{L}\p{N} ]{1,30}(?::\s|(?:\*\*|__)?:(?:\*\*|__)?\s)/u;

// A line that goes on with the point before it.
function continues(line: BlockLine, before: BlockLine): boolean {
  if (line.kind === 'quote') return before.kind === 'quote' && line.content !== '';
  if (line.kind !== 'text') return false;
  return (
    before.kind === 'item' ||
    (before.kind === 'text' && !(FIELD.test(line.content) && FIELD.test(before.content)))
  );
}

const MARKED = /^[\p{Extended_Pictographic}☐☒]/u;

// `⬜ Currencies` below `✅ Tickets`, with no mark of a list before either.
const startsAnew = ({ kind, content }: BlockLine, last: Open): boolean =>
  kind === 'text' && last.kind === 'text' && MARKED.test(content) && MARKED.test(last.text);

// The text as a whole is not looked at: a paragraph of a thousand lines would be copied for each of them.
function extend(last: Open, before: BlockLine, line: BlockLine): void {
  // A word that was broken at its hyphen: `load-` and `bearing`.
  const isBroken = letters`\p{L}-$`.test(before.content) && /^\p{Ll}/u.test(line.content);
  last.text += isBroken || last.text === '' ? line.content : ` ${line.content}`;
}

function kindOf(line: BlockLine, next: BlockLine | undefined): Item['kind'] | null {
  if (line.content === '') return null;
  if (line.kind === 'item' || line.kind === 'heading' || line.kind === 'text') return line.kind;
  if (line.kind === 'quote') return 'text';
  return line.kind === 'table' && !isHeader(line, next) ? 'row' : null;
}

function boxOf({ kind, marker }: BlockLine): boolean | null {
  const box = kind === 'item' ? /\[([ xX])\]/.exec(marker)?.[1] : undefined;
  return box === undefined ? null : box !== ' ';
}

// The header row and the one below it only say what the columns mean.
const isHeader = (line: BlockLine, next: BlockLine | undefined): boolean =>
  isDelimiter(line.text) || (next?.kind === 'table' && isDelimiter(next.text));

function nested(indents: number[], kind: Item['kind'], line: BlockLine): number {
  if (kind !== 'item') {
    indents.length = 0;
    return 0;
  }
  const indent = indentOf(line.text);
  while ((indents.at(-1) ?? -1) >= indent) indents.pop();
  indents.push(indent);
  return indents.length - 1;
}

/** How far a line is indented, in characters. */
export const indentOf = (text: string): number => text.length - text.trimStart().length;
