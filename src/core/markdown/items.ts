// The points that a stretch of Markdown makes: list items, paragraphs, table rows and subheadings, each with its line.
import { letters } from '../letters.ts';
import type { BlockLine } from './blocks.ts';
import { cellsOf, isDelimiter } from './tables.ts';

export type Item = {
  /** As written, marks kept, continuation lines joined by a space; of a table row its cells joined by ` — `. */
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
  const found: Item[] = [];
  const indents: number[] = [];
  let below = 0;
  for (let index = from; index < to; index++) {
    const line = lines[index];
    if (line === undefined || !isOurs(index)) continue;
    if (continues(line, lines[index - 1], index > from && found.length > 0)) {
      extend(found, line, index);
      continue;
    }
    const item = itemOf(line, index, lines[index + 1]);
    if (item === null) continue;
    below = item.kind === 'heading' ? 0 : below;
    found.push({ ...item, depth: below + nested(indents, item, line) });
    if (item.kind === 'heading') below = 1;
  }
  return found;
}

// `Plan: 1 of 3` above `Last activity: today` is a column of fields.
const FIELD = /^(?:\*\*|__)?\p{Lu}[\p{L}\p{N} ]{1,30}(?::\s|(?:\*\*|__)?:(?:\*\*|__)?\s)/u;

// A line that goes on with the point before it.
function continues(line: BlockLine, before: BlockLine | undefined, hasBefore: boolean): boolean {
  if (!hasBefore || before === undefined) return false;
  if (line.kind === 'quote') return before.kind === 'quote' && line.content !== '';
  if (line.kind !== 'text') return false;
  return (
    before.kind === 'item' ||
    (before.kind === 'text' && !(FIELD.test(line.content) && FIELD.test(before.content)))
  );
}

function extend(found: Item[], line: BlockLine, index: number): void {
  const last = found.pop();
  if (last === undefined) return;
  // A word that was broken at its hyphen: `load-` and `bearing`.
  const joint = letters`\p{L}-$`.test(last.text) && /^\p{Ll}/u.test(line.content) ? '' : ' ';
  found.push({ ...last, text: (last.text + joint + line.content).trim(), to: index + 1 });
}

function itemOf(line: BlockLine, index: number, next: BlockLine | undefined): Item | null {
  const base = { text: line.content, line: index + 1, depth: 0, isDone: null, from: index, to: index + 1 };
  if (line.content === '') return null;
  if (line.kind === 'item') {
    const box = /\[([ xX])\]/.exec(line.marker)?.[1];
    return { ...base, kind: 'item', isDone: box === undefined ? null : box !== ' ' };
  }
  if (line.kind === 'heading' || line.kind === 'text') return { ...base, kind: line.kind };
  if (line.kind === 'quote') return { ...base, kind: 'text' };
  return line.kind === 'table' ? rowOf(line, next, base) : null;
}

// The header row and the one below it only say what the columns mean.
function rowOf(line: BlockLine, next: BlockLine | undefined, base: Omit<Item, 'kind'>): Item | null {
  if (isDelimiter(line.text) || (next?.kind === 'table' && isDelimiter(next.text))) return null;
  return { ...base, kind: 'row', text: cellsOf(line.text).join(' — ') };
}

function nested(indents: number[], item: Item, line: BlockLine): number {
  if (item.kind !== 'item') {
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
