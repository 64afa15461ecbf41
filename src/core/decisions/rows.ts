// Tables with a decision a row.
import type { Dating } from '../dates/day.ts';
import { letters } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { type Row, readTables, type Table } from '../markdown/tables.ts';
import { createEntry, type Entry, type Source } from './entry.ts';
import { type Identity, isDivision, meansId, parseIdentity, stripMarks } from './identity.ts';
import { isOptions, type Role, roleOf } from './labels.ts';

type Column = { readonly label: string; readonly role: Role | null };

/** `lines`: those outside other entries. `known`: ids of these; a table of them is an index. */
export function readRows(lines: readonly BlockLine[], source: Source, known: readonly string[]): Entry[] {
  const tables = readTables(lines).filter((table) => isDecisionTable(table, known));
  const named = tables.filter((table) => columnsOf(table).some(({ role }) => role === 'decision'));
  return (named.length > 0 ? named : tables)
    .flatMap((table) => table.rows.map((row) => rowEntry(row, columnsOf(table), source)))
    .filter((entry) => entry.decision.title !== '' || entry.parts.length > 0);
}

const columnsOf = ({ header }: Table): Column[] =>
  header.map((label) => ({ label: stripMarks(label), role: roleOf(label) }));

function isDecisionTable(table: Table, known: readonly string[]): boolean {
  if (isOptions(stripMarks(table.header[0] ?? ''))) return false;
  const roles = columnsOf(table).map(({ role }) => role);
  if (table.rows.some(({ cells }) => known.some((id) => meansId(cells[0] ?? '', id)))) return false;
  if (table.rows.length > 0 && table.rows.every(({ cells }) => isIndexRow(cells, roles))) return false;
  if (roles.includes('decision')) return roles.length > 1;
  const isOfDecisions =
    roles.some((role) => role !== null) || table.rows.every(({ cells }) => cells.some(isSaid));
  return known.length === 0 && roles.length > 2 && isOfDecisions && !roles.some(isBeside);
}

const isBeside = (role: Role | null): boolean => role === 'aside' || role === 'rejected';

// `| Pets | Bone | #FFB070 |` lists things, and says nothing of them.
const isSaid = (cell: string): boolean => cell.split(/\s+/).length > 2 || /[\u3000-\ud7ff]{5}/.test(cell);

// Links to where the decision is written, and gives no reason itself.
const isIndexRow = (cells: readonly string[], roles: readonly (Role | null)[]): boolean =>
  !roles.includes('rationale') && cells.some((cell) => /\]\((?:#|[^()\s]+\.md)/.test(cell));

function rowEntry({ cells, index }: Row, columns: readonly Column[], source: Source): Entry {
  const at = (wanted: (column: Column) => boolean) => columns.findIndex(wanted);
  const titleAt = titleColumn(cells, columns);
  const identity = identityOf(cells, columns, source.dating);
  const hasOtherChoice =
    at(({ role }) => role === 'decision') !== columns.findLastIndex(({ role }) => role === 'decision');
  const parts = cells.flatMap((cell, column) => {
    const { label = '', role = null } = columns[column] ?? {};
    const isTitle = column === titleAt && (hasOtherChoice || role !== 'decision');
    return isTitle || role === 'id' ? [] : [{ label, role, text: cell, isNested: false }];
  });
  const heading = cells[titleAt] ?? '';
  const title = stripMarks(heading);
  return createEntry({
    kind: 'row',
    ...source,
    line: index + 1,
    to: index + 1,
    identity,
    heading,
    title,
    parts,
  });
}

const TITLES =
  /^(?:topic|title|subject|question|issue|what|thema|titel|frage|sujet|titre|tema|título|asunto|тема|название|вопрос|主题|议题|标题|题目|議題|件名|주제|제목)$/i;

/** The column that names the matter beside one that says what was chosen; -1: none. */
export function titleColumnOf(header: readonly string[]): number {
  const decisions = header.filter((label) => roleOf(stripMarks(label)) === 'decision');
  return decisions.length === 1 ? header.findIndex((label) => TITLES.test(stripMarks(label))) : -1;
}

function titleColumn(cells: readonly string[], columns: readonly Column[]): number {
  const named = titleColumnOf(columns.map(({ label }) => label));
  if (named >= 0) return named;
  const decision = columns.findIndex(({ role }) => role === 'decision');
  if (decision >= 0) return decision;
  return cells.findIndex((cell, column) => {
    const role = columns[column]?.role;
    return (
      role !== 'id' && role !== 'date' && letters`\p{L}{2}`.test(cell) && parseIdentity(cell)?.title !== ''
    );
  });
}

function identityOf(cells: readonly string[], columns: readonly Column[], dating: Dating): Identity | null {
  const idAt = columns.findIndex(({ role }) => role === 'id');
  const dateAt = columns.findIndex(({ role }) => role === 'date');
  // `| 02 | Cache by path |` below `Phase` is of phase 2.
  const isOfDivision = idAt < 0 && isDivision(columns[0]?.label ?? '');
  const cell = isOfDivision ? '' : stripMarks(cells[idAt < 0 ? 0 : idAt] ?? '');
  const own = /^#?\d+$/.test(cell)
    ? { id: cell.replace('#', ''), date: null, prefix: '' }
    : parseIdentity(cell, dating);
  const dated = dateAt < 0 ? null : parseIdentity(cells[dateAt] ?? '', dating);
  if (own === null || (own.id === null && dated !== null))
    return dated === null ? null : { ...dated, title: '' };
  return { ...own, date: own.date ?? dated?.date ?? null, title: '' };
}
