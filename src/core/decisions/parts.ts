// What an entry consists of: labelled lines, sub-headings, rows of a two-column table, and the prose before them.
import type { BlockLine } from '../markdown/blocks.ts';
import { cellsOf, isDelimiter } from '../markdown/tables.ts';
import { stripMarks } from './identity.ts';
import { type Role, roleOf } from './labels.ts';

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
  const parts: OpenPart[] = [openPart({ label: null, level: LABEL, text: '' }, false)];
  let open = [...parts];
  const append = (text: string) => {
    for (const part of open) part.lines.push(text);
  };
  for (const line of withoutTableFrames(lines)) {
    const fields = fieldsOf(line);
    if (fields.length === 0 && !SILENT.has(line.kind)) append(line.text);
    for (const field of fields) {
      const outer = open.filter((part) => part.level < field.level);
      if (isOwnPart(field, open, outer)) {
        const part = openPart(field, outer.length > 0);
        parts.push(part);
        open = [...outer, part];
        append(field.text);
      } else append(field.level === LABEL ? line.text : line.content);
    }
  }
  return parts.map(closePart).filter((part) => part.label !== null || part.text !== '');
}

// Code shows, it does not say: an entry that is nothing but a fence is an example.
const SILENT: ReadonlySet<BlockLine['kind']> = new Set(['comment', 'rule', 'fence', 'code', 'front']);

type Field = { readonly label: string | null; readonly level: number; readonly text: string };
type OpenPart = Omit<Part, 'text'> & { readonly level: number; readonly lines: string[] };

// A labelled line is deeper than every heading.
const LABEL = 7;

// Below a heading of the entry, or as the text of a label that has none yet, only a word that is known is a label.
function isOwnPart(field: Field, open: readonly OpenPart[], outer: readonly OpenPart[]): boolean {
  if (roleOf(field.label ?? '') !== null) return true;
  const isAwaited = field.level === LABEL && open.some((part) => part.label !== null && isEmpty(part));
  return outer.length === 0 && !isAwaited;
}

const isEmpty = (part: OpenPart): boolean => part.lines.every((line) => line.trim() === '');

const openPart = ({ label, level }: Field, isNested: boolean): OpenPart => ({
  label,
  role: label === null ? null : roleOf(label),
  isNested,
  level,
  lines: [],
});

const closePart = ({ label, role, isNested, lines }: OpenPart): Part => ({
  label,
  role,
  isNested,
  text: cleanText(lines),
});

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
const PLAIN = /^[*_]?([\p{L}][^:：|*_`()]{0,39}?)[*_]?\s?[:：][*_]?(?:\s+|$|(?<=：))(.*)$/u;
const COLUMNS = 2;

/** The labelled values that a line opens; a heading is a label with no value yet. */
export function fieldsOf(line: BlockLine): Field[] {
  if (line.kind === 'heading') return [{ label: stripMarks(line.content), level: line.level, text: '' }];
  if (line.kind === 'table') return rowField(cellsOf(line.text));
  if (
    (line.kind !== 'text' && line.kind !== 'item' && line.kind !== 'quote') ||
    !MAY_BE_FIELD.test(line.content)
  )
    return [];
  // `**Date**: 2026-01-01 | **Status**: Accepted`
  const segments = line.content.split(/\s[|·•]\s+(?=\*\*)/);
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

// Of a table, its delimiter row; of one with more columns its header too.
function withoutTableFrames(lines: readonly BlockLine[]): BlockLine[] {
  return lines.filter((line, index) => {
    const next = lines[index + 1];
    if (isDelimiter(line.text)) return false;
    return next === undefined || !isDelimiter(next.text) || cellsOf(line.text).length === COLUMNS;
  });
}
