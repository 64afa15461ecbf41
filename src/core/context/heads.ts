// The lines that could be the head of a log entry: dated or numbered headings, bold lines, bullets, table
// rows.

import { type FoundDate, findDate } from '../dates/dates.ts';
import type { Dating } from '../dates/day.ts';
import { letters } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { indentOf } from '../markdown/items.ts';
import { cellsOf } from '../markdown/tables.ts';
import { foldLetters } from './folding.ts';
import { foldName } from './roles.ts';

export type EntryShape = 'heading' | 'bold' | 'bullet' | 'row' | 'plain';

export type Head = {
  readonly shape: EntryShape;
  /** Of a heading; else 0. */
  readonly level: number;
  /** Index of its line. */
  readonly from: number;
  /** Its offsets are into the line. Null: the entry is only numbered, or goes by a commit's id. */
  readonly date: FoundDate | null;
  /** `Session 24`: 24; null where there is no number. */
  readonly ordinal: number | null;
  /** What stands before the date or number, folded. */
  readonly words: string;
};

// What stands before an entry's date or number and says nothing of its own.
const SESSION_WORDS = new Set(
  foldLetters(`session sessions this previous prior latest current last update entry log day work handoff summary checkpoint notes
  build completed complete done closed seance séance mise jour maj entree sesion actualizacion entrada dia sessao atualizacao sitzung update eintrag
  tag sessione aggiornamento voce giorno sesja wpis dzien сесія запис день оновлення сессия запись обновление 세션 작업
  기록 업데이트 会话 更新 记录 会話 第 次 セッション 回 작업일지 일지`).split(/\s+/),
);

export function readHeads(lines: readonly BlockLine[], dating: Dating): Head[] {
  const heads: Head[] = [];
  lines.forEach((line, from) => {
    const shape = shapeOf(line);
    const told = shape === null ? null : readHead(line, shape, dating);
    if (told === null || shape === null) return;
    // Written out, not spread: a log may have ten thousand of them.
    const { date, ordinal, words } = told;
    heads.push({ shape, level: line.level, from, date, ordinal, words });
  });
  return heads;
}

type Told = Pick<Head, 'date' | 'ordinal' | 'words'>;

// A long log is read several times for one draft, and most of its lines stay what they were.
function readHead(line: BlockLine, shape: EntryShape, dating: Dating): Told | null {
  if (shape === 'heading') return readLine(line, shape, dating);
  const key = `${shape} ${dating.language} ${dating.order} ${dating.isSure}`;
  const known = readers.get(key) ?? new Map<string, Told | null>();
  readers.set(key, known);
  const before = known.get(line.text);
  if (before !== undefined) return before;
  const told = readLine(line, shape, dating);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(line.text, told);
  return told;
}

const MOST_KNOWN = 20_000;
const readers = new Map<string, Map<string, Told | null>>();

export function shapeOf({ kind, text, content }: BlockLine): EntryShape | null {
  if (kind === 'heading') return 'heading';
  if (kind === 'table') return 'row';
  if (kind === 'item') return indentOf(text) === 0 ? 'bullet' : null;
  if (kind !== 'text') return null;
  return /^\*\*|^__/.test(content) ? 'bold' : PLAIN.test(content) ? 'plain' : null;
}

const PLAIN = letters`^[\p{Emoji_Presentation}\s]*[\d[(]|^\p{L}`;

const LONGEST_HEAD = 300;
const LONGEST_LEAD = 80;

function readLine(line: BlockLine, shape: EntryShape, dating: Dating): Told | null {
  const text = line.text.slice(0, LONGEST_HEAD);
  const isDated = shape === 'row' || mayStartWithDate(text, shape);
  const mayBeNumbered = shape !== 'bullet' && shape !== 'plain';
  if (!isDated && !mayBeNumbered) return null;
  if (shape === 'row') return readRow(text, dating);
  const date = isDated ? findDate(text, dating) : null;
  if (date === null || date.start > LONGEST_LEAD) return mayBeNumbered ? numbered(line) : null;
  const before = foldName(text.slice(0, date.start).replace(line.marker, ''));
  const others = `${text.slice(0, date.start)} ${text.slice(date.end)}`;
  const ordinal = ORDINAL.exec(others)?.[1];
  const words = before.replace(/[\d#/+-]+/g, ' ').trim();
  return { date, ordinal: ordinal === undefined ? null : Number(ordinal), words };
}

const ORDINAL = letters`\p{L} ?#?(\d{1,5})\b`;

// Dates take long to read, and most lines with a number are no heads. In front of a date's first digit a head
// has session words, a weekday and a month; a heading may have others too.
function mayStartWithDate(text: string, shape: EntryShape): boolean {
  const digits = text.search(/\d/);
  if (digits < 0 || digits > LONGEST_LEAD || !/\d{4}/.test(text)) return false;
  const words = foldName(text.slice(0, digits)).split(' ');
  return shape === 'heading' || words.filter((word) => word !== '' && !isSessionWord(word)).length <= 2;
}

const LONGEST_CELL = 40;

// A table of a log has a date in a cell of its own, or a commit's id.
function readRow(text: string, dating: Dating): Told | null {
  const cells = cellsOf(text).filter((cell) => cell.length <= LONGEST_CELL);
  const dated = cells.find((cell) => /\d{4}/.test(cell) && isWhole(cell, findDate(cell, dating)));
  if (dated === undefined && !cells.some((cell) => COMMIT_CELL.test(cell))) return null;
  return { date: dated === undefined ? null : findDate(text, dating), ordinal: null, words: '' };
}

const isWhole = (cell: string, date: FoundDate | null): boolean =>
  date?.start === 0 && date.end === cell.length;

// `_pending_`: this commit's own id, which nobody can know beforehand.
const COMMIT_CELL = /^[`*_]*(?:[0-9a-f]{7,40}|pending)[`*_]*$/;

// `**Session #288** (TITLE`, `### Build 194: Tuning Lab`
function numbered(line: BlockLine): Told | null {
  const match = NUMBERED.exec(line.content.slice(0, LONGEST_LEAD));
  const words = foldName(match?.[1] ?? '');
  if (match === null || !isSessionWord(words)) return null;
  return { date: null, ordinal: Number(match[2]), words };
}

const NUMBERED = letters`^[^\p{L}\p{N}]*(\p{L}+) #?(\d{1,5})(?![\p{L}\p{N}])`;

export const isSessionWord = (word: string) => SESSION_WORDS.has(word);
export const saysNothing = ({ words }: Head) => words === '' || words.split(' ').every(isSessionWord);
