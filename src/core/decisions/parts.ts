// What an entry consists of: labelled lines, sub-headings, rows of a two-column table, and the prose before
// them.
import { indexFrom } from '../groups.ts';
import { letters } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { cellsOf, isDelimiter } from '../markdown/tables.ts';
import { isDate, stripMarks } from './identity.ts';
import { isLabel, isMeta, isOptions, type Role, roleOf } from './labels.ts';

export type Part = {
  /** Null: prose with no label. */
  readonly label: string | null;
  readonly role: Role | null;
  readonly text: string;
  /** Below another part, whose text holds this one's too. */
  readonly isNested: boolean;
};

/** `lines`: an entry's body, without its heading. */
export function readParts(lines: readonly BlockLine[]): Part[] {
  const parts: OpenPart[] = [];
  let open: readonly OpenPart[] = [];
  for (const line of withoutTableFrames(withOptions(lines))) {
    if (isSilent(line, open)) continue;
    open = open.filter((part) => !isOver(part, line));
    const fields = fieldsOf(line);
    open = fields.length === 0 ? goOn(parts, open, line) : openFields(parts, open, { fields, line });
  }
  return parts.map(closePart).filter((part) => part.label !== null || part.text !== '');
}

const SILENT: ReadonlySet<BlockLine['kind']> = new Set(['comment', 'rule', 'fence', 'front']);

// Code may be what was decided; without a label before it, it is an example.
const isSilent = ({ kind }: BlockLine, open: readonly OpenPart[]): boolean =>
  SILENT.has(kind) || (kind === 'code' && !open.some(({ label }) => label !== null));

function goOn(parts: OpenPart[], open: readonly OpenPart[], { text }: BlockLine): readonly OpenPart[] {
  if (open.length === 0 && text.trim() === '') return open;
  const going = open.length > 0 ? open : [startPart(parts, PROSE, { outer: [], isItem: false })];
  const isBlank = text.trim() === '';
  // Blank lines say nothing, and would be looked at again for each one that follows.
  for (const part of going) if (!isBlank || !isEmpty(part)) part.lines.push(text);
  return going;
}

type Fields = { readonly fields: readonly Field[]; readonly line: BlockLine };

function openFields(
  parts: OpenPart[],
  before: readonly OpenPart[],
  { fields, line }: Fields,
): readonly OpenPart[] {
  let open = before;
  for (const field of fields) {
    const outer = open.filter((part) => part.level < field.level);
    if (!isOwnPart(field, open, outer))
      return goOn(parts, open, { ...line, text: line.level > 0 ? line.content : line.text });
    open = [...outer, startPart(parts, field, { outer, isItem: line.kind === 'item' })];
    for (const part of open) part.lines.push(field.text);
  }
  return open;
}

// `Status: accepted` ends with its line; a list's item and a label of no known meaning end with their
// paragraph.
function isOver(part: OpenPart, { kind, text }: BlockLine): boolean {
  if (part.level !== LABEL || part.label === null || isEmpty(part)) return false;
  if (isMeta(part.role)) return !/^\s+[-*+]/.test(text);
  return kind === 'blank' && (part.isItem || part.role === null);
}

type Place = { readonly outer: readonly OpenPart[]; readonly isItem: boolean };

function startPart(parts: OpenPart[], { label, level }: Field, { outer, isItem }: Place): OpenPart {
  const role = label === null ? null : roleOf(label);
  const part: OpenPart = { label, role, isNested: outer.length > 0, level, isItem, lines: [] };
  parts.push(part);
  return part;
}

export type Field = { readonly label: string | null; readonly level: number; readonly text: string };
type OpenPart = Omit<Part, 'text'> & {
  readonly level: number;
  readonly isItem: boolean;
  readonly lines: string[];
};

/** A labelled line is deeper than every heading. */
export const LABEL = 7;
const PROSE: Field = { label: null, level: LABEL, text: '' };

// Below a heading of the entry, or as the text of a label that has none yet, only a word that is known is a
// label.
function isOwnPart(field: Field, open: readonly OpenPart[], outer: readonly OpenPart[]): boolean {
  if (isStatusWord(field, open)) return false;
  if (roleOf(field.label ?? '') !== null) return true;
  const isAwaited = field.level === LABEL && open.some((part) => part.label !== null && isEmpty(part));
  return outer.length === 0 && !isAwaited;
}

// `## Status` and `Rejected` below it: its value, whatever else that word labels.
const isStatusWord = ({ text, level }: Field, open: readonly OpenPart[]): boolean =>
  level === LABEL && text === '' && open.some((part) => part.role === 'status' && isEmpty(part));

const isEmpty = (part: OpenPart): boolean => part.lines.every((line) => line.trim() === '');

function closePart({ label, role, isNested, lines }: OpenPart): Part {
  const text = role === 'rejected' || role === 'rationale' ? cleanList(lines) : cleanText(lines);
  return { label, role: isDate(text) ? 'date' : role, isNested, text };
}

// `Option A; Option B`: where one ends is told from what it says.
function cleanList(lines: readonly string[]): string {
  const items: string[][] = [];
  for (const line of lines)
    if (items.length === 0 || ITEM.test(line)) items.push([line]);
    else items.at(-1)?.push(line);
  return items
    .map(cleanText)
    .filter((item) => item !== '')
    .reduce((list, item) => `${list}${ENDED.test(list) ? ' ' : '; '}${item}`, '')
    .slice(2);
}

const ENDED = /[.!?:;。！？：；]$/;

const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

/** Prose on one line: no marks of a list or a quote, no hard breaks, no comments. */
const cleanText = (lines: readonly string[]): string =>
  lines
    .map((line) =>
      line
        .replace(/<!--.*?-->/g, '')
        .replace(/^\s*(?:[-*+]|\d{1,9}[.)]|>)\s+/, '')
        .trim(),
    )
    .filter((line) => line !== '')
    .join(' ');

// A quick look, for most lines of a log are prose.
const MAY_BE_FIELD = /^(?:\*\*|__|[^:：]{1,43}[:：])/;
const BOLD = /^(?:\*\*|__)([^*_]{1,60}?)(?:([:：.])\s*(?:\*\*|__)|(?:\*\*|__)\s*([:：–—]|-\s|$)?)\s*(.*)$/;
const PLAIN = letters`^[*_]?([\p{L}][^:：|*_\x60()]{0,39}?)[*_]?\s?[:：][*_]?(?:\s+|$|(?<=：))(.*)$`;
const COLUMNS = 2;

// `superseded.` at the end of a wrapped sentence.
const WRAPPED = /^[a-z]|[.,;)]$/;

/** The labelled values that a line opens; a heading is a label with no value yet. */
export function fieldsOf(line: BlockLine): Field[] {
  const { kind, content, level } = line;
  if (kind === 'heading') return [{ label: stripMarks(content), level, text: '' }];
  if (kind === 'table') return rowField(cellsOf(line.text));
  if (kind === 'text' && isLabel(content) && !WRAPPED.test(content))
    return [{ label: content, level: LABEL, text: '' }];
  const isProse = kind === 'text' || kind === 'item' || kind === 'quote';
  return isProse && MAY_BE_FIELD.test(content) ? proseFields(content) : [];
}

// `**Date**: 2026-01-01 | **Status**: Accepted`
function proseFields(written: string): Field[] {
  // `**DECISION: Option B — YAML**`
  const whole = /^\*\*([^*]{3,300})\*\*$/.exec(written)?.[1] ?? '';
  const content = roleOf(/^[^:：]{1,40}(?=[:：] )/.exec(whole)?.[0] ?? '') === null ? written : whole;
  const segments = content.split(/\s[|·•]\s+(?=\*\*)/);
  const fields = segments.map((segment) => boldField(segment) ?? plainField(segment));
  return fields[0] == null ? [] : fields.filter((field) => field !== null);
}

function rowField([label = '', text = '', ...others]: readonly string[]): Field[] {
  return others.length > 0 || label === '' ? [] : [{ label: stripMarks(label), level: LABEL, text }];
}

function boldField(content: string): Field | null {
  const match = BOLD.exec(content);
  if (match === null) return null;
  const [, label = '', inside, behind, text = ''] = match;
  const isMarked = inside !== undefined || behind !== undefined;
  return isMarked || roleOf(label) !== null ? { label: stripMarks(label), level: LABEL, text } : null;
}

function plainField(content: string): Field | null {
  const match = PLAIN.exec(content);
  if (match === null) return null;
  const [, label = '', text = ''] = match;
  const words = label.split(/\s+/).length;
  const isShort = words <= 2 || (words <= 4 && roleOf(label) !== null);
  return isShort ? { label, level: LABEL, text } : null;
}

// The table of what was weighed says what the options were, not which one was taken.
function withOptions(lines: readonly BlockLine[]): readonly BlockLine[] {
  const heads = lines.flatMap((line, at) => (isOptionsHead(line, lines[at + 1]) ? [at] : []));
  if (heads.length === 0) return lines;
  const spans = heads.map((at) => {
    const end = indexFrom(lines, at, ({ kind }) => kind !== 'table');
    return { at, end: end < 0 ? lines.length : end };
  });
  return lines.flatMap((line, index) => {
    const span = spans.find(({ at, end }) => at <= index && index < end);
    if (span === undefined) return line;
    if (span.at !== index) return [];
    const content = `Options: ${optionsIn(lines.slice(index + 2, span.end)).join('; ')}`;
    return { ...line, kind: 'item' as const, content, text: content };
  });
}

// The one row in bold, or with a mark, is the one that was taken.
function optionsIn(rows: readonly BlockLine[]): string[] {
  const cells = rows.map(({ text }) => cellsOf(text)[0] ?? '');
  const bold = cells.filter((cell) => cell.startsWith('**'));
  const isTaken = (cell: string, at: number) =>
    /✅|✔/.test(rows[at]?.text ?? '') || (bold.length === 1 && cell === bold[0]);
  return cells.map((cell, at) => `${isTaken(cell, at) ? '✅ ' : ''}${stripMarks(cell)}`);
}

const isOptionsHead = ({ kind, text }: BlockLine, next: BlockLine | undefined): boolean =>
  kind === 'table' &&
  isOptions(stripMarks(cellsOf(text)[0] ?? '')) &&
  next !== undefined &&
  isDelimiter(next.text);

// Of a table, its delimiter row; of one with more columns its header too.
function withoutTableFrames(lines: readonly BlockLine[]): BlockLine[] {
  return lines.filter((line, index) => {
    const next = lines[index + 1];
    if (isDelimiter(line.text)) return false;
    return next === undefined || !isDelimiter(next.text) || cellsOf(line.text).length === COLUMNS;
  });
}
