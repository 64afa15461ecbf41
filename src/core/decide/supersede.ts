// Marks a decision as replaced, where its log says such things.
import type { Entry } from '../decisions/entry.ts';
import { roleOf } from '../decisions/labels.ts';
import { type BlockLine, scanBlocks } from '../markdown/blocks.ts';
import { cellsOf, readTables } from '../markdown/tables.ts';
import type { Edit } from '../types.ts';
import { linkLike } from './body.ts';
import { type Chunk, readChunks } from './chunks.ts';

/** `by`: the new decision as its log refers to it. `text`: of the document that holds the entry. */
export function supersedeEdits(entry: Entry, text: string, by: string): Edit[] {
  const lines = scanBlocks(text);
  if (entry.kind === 'row') return rowEdit(entry, lines, by);
  const own = lines.slice(entry.decision.line - (entry.kind === 'item' ? 1 : 0), entry.to);
  const front = lines.find(({ kind, text: line }) => kind === 'front' && /^status:/i.test(line));
  if (entry.kind === 'record' && front !== undefined)
    return [replaceIn(front, /^(status:\s*["']?)[^"']*/i, `$1superseded by ${by}`)];
  const chunks = readChunks(own);
  const status = chunks.find(({ role }) => role === 'status');
  if (status !== undefined) return [statusEdit(status, `Superseded by ${by}`)];
  const last = own.findLast(({ kind }) => kind !== 'blank' && kind !== 'rule');
  if (last === undefined) return [];
  const at = last.start + last.text.length;
  const link = entry.kind === 'item' ? ` (superseded by ${by})` : linkLike(chunks, 'Superseded by', by);
  return [{ start: at, end: at, text: link }];
}

const replaceIn = ({ text, start }: BlockLine, pattern: RegExp, replacement: string): Edit => ({
  start,
  end: start + text.length,
  text: text.replace(pattern, replacement),
});

// The value behind the label, or the first line below the heading.
function statusEdit({ field, lines }: Chunk, value: string): Edit {
  const line =
    field?.text === '' ? (lines.slice(1).find(({ kind }) => kind !== 'blank') ?? lines[0]) : lines[0];
  const old = field?.text || line?.content || '';
  const start = (line?.start ?? 0) + Math.max(0, line?.text.lastIndexOf(old) ?? 0);
  return { start, end: start + old.length, text: value };
}

function rowEdit({ decision }: Entry, lines: readonly BlockLine[], by: string): Edit[] {
  const index = decision.line - 1;
  const line = lines[index];
  const table = readTables(lines).find(({ rows }) => rows.some((row) => row.index === index));
  if (line === undefined || table === undefined) return [];
  const roles = table.header.map(roleOf);
  const column = roles.includes('status') ? roles.indexOf('status') : Math.max(0, roles.indexOf('decision'));
  const cell = cellsOf(line.text)[column] ?? '';
  const text = roles[column] === 'status' ? `Superseded by ${by}` : `${cell} (superseded by ${by})`;
  const start = line.start + cellStart(line.text, column);
  return [{ start, end: start + cell.length, text }];
}

/** Offset of a cell's first character that is no space. */
function cellStart(text: string, column: number): number {
  const pipes = [...text.matchAll(/(?<!\\)\|/g)].map(({ index }) => index + 1);
  const at = /^\s*\|/.test(text) ? (pipes[column] ?? 0) : column === 0 ? 0 : (pipes[column - 1] ?? 0);
  return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
}
