// Tables of a Markdown text as cells, with or without outer pipes.
import type { BlockLine } from './blocks.ts';

export type Row = { readonly cells: readonly string[]; readonly line: BlockLine; readonly index: number };
export type Table = {
  readonly header: readonly string[];
  readonly from: number;
  readonly rows: readonly Row[];
};

/** `| --- | :-: |` */
export const isDelimiter = (text: string): boolean =>
  text.includes('-') && text.includes('|') && /^[\s|:-]+$/.test(text);

/** Cells without their padding; `\|` does not end one. */
export function cellsOf(text: string): string[] {
  const inner = text
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

/** Tables with at least a header and a delimiter row, in order. */
export function readTables(lines: readonly BlockLine[]): Table[] {
  const tables: Table[] = [];
  lines.forEach((line, index) => {
    const header = lines[index - 1];
    if (header === undefined || !isTableLine(header) || !isTableLine(line) || !isDelimiter(line.text)) return;
    tables.push({ header: cellsOf(header.text), from: index - 1, rows: readRows(lines, index + 1) });
  });
  return tables;
}

const isTableLine = (line: BlockLine): boolean =>
  (line.kind === 'table' || line.kind === 'text') && line.text.includes('|');

function readRows(lines: readonly BlockLine[], from: number): Row[] {
  const rows: Row[] = [];
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || !isTableLine(line)) break;
    rows.push({ cells: cellsOf(line.text), line, index });
  }
  return rows;
}
