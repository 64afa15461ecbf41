// An entry's body as chunks: what stands before its first label, and each label with its value. Lines stay
// whole, so that another entry can be written with the same labels, marks and blank lines.
import { isDate } from '../decisions/identity.ts';
import { type Role, roleOf } from '../decisions/labels.ts';
import { type Field, fieldsOf, LABEL } from '../decisions/parts.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { cellsOf, isDelimiter } from '../markdown/tables.ts';

export type Chunk = {
  /** Null: what stands before the first label. */
  readonly field: Field | null;
  readonly role: Role | null;
  readonly lines: readonly BlockLine[];
};

/** `lines`: a body, without the entry's heading. */
export function readChunks(lines: readonly BlockLine[]): Chunk[] {
  const chunks: { field: Field | null; role: Role | null; lines: BlockLine[] }[] = [
    { field: null, role: null, lines: [] },
  ];
  lines.forEach((line, index) => {
    const field =
      isFrame(line, lines[index + 1]) || SILENT.has(line.kind) ? null : (fieldsOf(line)[0] ?? null);
    const open = chunks.at(-1);
    if (field !== null && startsChunk(field, open?.field ?? null))
      chunks.push({ field, role: roleIn(field), lines: [line] });
    else open?.lines.push(line);
  });
  return chunks;
}

const SILENT: ReadonlySet<BlockLine['kind']> = new Set(['comment', 'rule', 'fence', 'code']);

/** A table's header and the row below it. */
export const isFrame = (line: BlockLine, next: BlockLine | undefined): boolean =>
  isDelimiter(line.text) || (next !== undefined && isDelimiter(next.text) && cellsOf(line.text).length > 0);

const roleIn = ({ label, text }: Field): Role | null => (isDate(text) ? 'date' : roleOf(label ?? ''));

// What stands below a sub-heading, or behind a label that has no value on its line, belongs to it.
function startsChunk(field: Field, open: Field | null): boolean {
  if (open === null || field.level < open.level) return true;
  if (field.level > open.level) return false;
  return field.level < LABEL || open.text !== '' || roleOf(field.label ?? '') !== null;
}
