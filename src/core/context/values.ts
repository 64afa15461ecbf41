// How far the value of a label goes: its paragraph, and the list that belongs to it.
import type { BlockLine } from '../markdown/blocks.ts';
import { indentOf } from '../markdown/items.ts';
import { labelOf } from './labels.ts';

/** Index of the first line behind the value that begins in line `index`. */
export function valueEnd(lines: readonly BlockLine[], index: number): number {
  let end = index + 1;
  while (end < lines.length && isOf(lines, index, end)) end += 1;
  return end;
}

type Span = { readonly from: number; readonly to: number };

/** In a column of values a list is indented so far that Markdown takes it for text. */
export function valueLines(lines: readonly BlockLine[], { from, to }: Span): readonly BlockLine[] {
  if (!lines.slice(from + 1, to).some(listed)) return lines;
  return lines.map((line, index) => (index > from && index < to ? (listed(line) ?? line) : line));
}

function listed(line: BlockLine): BlockLine | null {
  const marker = line.kind === 'text' ? /^\s{4,}(?:[-*+]|\d{1,2}[.)])\s+/.exec(line.text)?.[0] : undefined;
  return marker === undefined
    ? null
    : { ...line, kind: 'item', marker, content: line.text.slice(marker.length) };
}

function isOf(lines: readonly BlockLine[], index: number, at: number): boolean {
  const [own, line, before] = [lines[index], lines[at], lines[at - 1]];
  if (own === undefined || line === undefined || before === undefined) return false;
  const isDeeper = indentOf(line.text) > indentOf(own.text);
  if (line.kind === 'item') return own.kind === 'text' ? hasNoLabel(line) || isDeeper : isDeeper;
  if (line.kind !== own.kind && !(line.kind === 'text' && own.kind === 'item')) return false;
  return isDeeper || (before.kind !== 'item' && !endsHard(before.text) && hasNoLabel(line));
}

const hasNoLabel = ({ content }: BlockLine): boolean =>
  labelOf(content) === null && !/^[-*_=]{3,}$/.test(content);

/** Two blanks or a backslash at its end make a new line, not a space. */
const endsHard = (text: string): boolean => / {2}$|\\$/.test(text);
