// A new entry as a row of a table.
import { type Role, roleOf } from '../decisions/labels.ts';
import { titleColumnOf } from '../decisions/rows.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { cellsOf, readTables, type Table } from '../markdown/tables.ts';
import { eolOf, standingLike, withReplaced } from './body.ts';
import type { Insertion, TitledDecision } from './heading.ts';
import { dateLike, nameLike } from './like.ts';
import { digitsOf, type Log, newestOf, nextNumber } from './log.ts';

export function insertRow(log: Log, lines: readonly BlockLine[], said: TitledDecision): Insertion {
  const line = lines[newestOf(log).decision.line - 1];
  const table = readTables(lines).find(({ rows }) =>
    rows.some(({ index }) => index === log.sample.decision.line - 1),
  );
  if (line === undefined || table === undefined) return { at: 0, text: '' };
  const row = rowLike(log, table, said);
  const eol = line.eol || eolOf(lines);
  return log.isNewestFirst
    ? { at: line.start, text: row + eol }
    : { at: line.start + line.text.length, text: eol + row };
}

function rowLike(log: Log, table: Table, said: TitledDecision): string {
  const old = table.rows.find(({ index }) => index === log.sample.decision.line - 1);
  const cells = (old?.cells ?? []).map((cell, column) => cellLike(log, { cell, column, table }, said));
  const sample = old?.line.text ?? '';
  const widths = isAligned(table) ? cellsOf(sample).map((_, column) => widthOf(table, column)) : [];
  const padded = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  const joint = /\|\s/.test(sample) ? ' | ' : '|';
  const start = /^\s*\|\s?/.exec(sample)?.[0] ?? '';
  return start + padded.join(joint) + (/\s?\|\s*$/.exec(sample)?.[0] ?? '');
}

type Cell = { readonly cell: string; readonly column: number; readonly table: Table };

function cellLike(log: Log, { cell, column, table }: Cell, said: TitledDecision): string {
  const roles = table.header.map(roleOf);
  const text = textFor({ roles, named: titleColumnOf(table.header) }, column, said);
  if (text !== null) return text.replace(/(?<!\\)\|/g, '\\|');
  const role = roles[column];
  if (role === 'date') return dateLike(cell, said.now);
  if (role === 'status') return cell.trim() === '' ? cell : standingLike(cell);
  const number = digitsOf(log.sample.decision.id);
  const isId = role === 'id' || (column === 0 && number !== null && cell.includes(number));
  return isId
    ? nameLike(cell, { number, title: null }, { number: nextNumber(log), title: null, now: said.now })
    : '';
}

// The first column about the decision takes its title, another one what was chosen.
type Columns = { readonly roles: readonly (Role | null)[]; readonly named: number };

function textFor({ roles, named }: Columns, column: number, said: TitledDecision): string | null {
  const first = named >= 0 ? named : roles.indexOf('decision');
  const other = roles.lastIndexOf('decision');
  const why = roles.includes('rationale') ? roles.indexOf('rationale') : roles.indexOf('context');
  const rationale = withReplaced(said);
  if (column === why) return rationale;
  if (column !== first && column !== other) return null;
  const chosen = said.title === said.chosen ? said.title : `${said.title}: ${said.chosen}`;
  const both = first === other ? chosen : column === first ? said.title : said.chosen;
  return why < 0 && column === other ? `${both}. ${rationale}` : both;
}

// Written with columns of one width.
const isAligned = ({ rows }: Table): boolean =>
  rows.length > 1 && new Set(rows.map(({ line }) => line.text.length)).size === 1;

const widthOf = ({ rows }: Table, column: number): number => {
  const sample =
    rows[0]?.line.text
      .trim()
      .replace(/^\|\s?/, '')
      .split(/\s?(?<!\\)\|\s?/) ?? [];
  return sample[column]?.length ?? 0;
};
