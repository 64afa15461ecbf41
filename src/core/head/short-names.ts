// Units by their number alone: `M2 (enclosure): not started` in a list of milestones, the `2` in the column
// of phases.
import type { Context } from '../context/context.ts';
import { lettersIn } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { plainText } from '../markdown/inline.ts';
import { memoize } from '../memo.ts';
import { type Mention, type NamedUnit, unitKind } from '../phases/units.ts';
import { unitOf } from '../words/lexicon.ts';

export type Wanted = { readonly index: number; readonly unit: NamedUnit };

/** Where a line that names no unit in words means this one; none where its list or table does not say that it
 * does. */
export function numberedIn(context: Context, line: BlockLine, { index, unit }: Wanted): Mention[] {
  const span =
    line.kind === 'table' ? cellOf(context, line, { index, unit }) : shortOf(context, line, { index, unit });
  return span === null ? [] : [{ units: [unit], ...span }];
}

type Span = { readonly start: number; readonly end: number };

const escaped = (id: string): string => id.replace(/[^\p{L}\p{N}]/gu, '\\$&');

/** Of a row below a column of units: the unit, and the next cell; null for other lines. */
export function unitOfRow(
  { outline: { lines } }: Context,
  index: number,
): { unit: NamedUnit; text: string } | null {
  if (lines[index]?.kind !== 'table') return null;
  const top = tableTop(lines, index);
  const kinds = cellsIn(lines[top]?.text ?? '').map(({ text }) => kindOf(text));
  const at = kinds.findIndex((kind) => kind !== null);
  const cells = cellsIn(lines[index]?.text ?? '').map(({ text }) => plainText(text).trim());
  const id = /^#?(\d{1,3}[a-z]?)$/i.exec(cells[at] ?? '')?.[1];
  const unit = kinds[at];
  return id === undefined || unit == null ? null : { unit: { unit, id }, text: cells[at + 1] ?? '' };
}

/** The first line of the table that a row is in. */
export const tableTop = (lines: readonly BlockLine[], row: number): number => topsOf(lines)[row] ?? row;

// Of all rows at once: a walk to the top for each of them would not be linear.
const topsOf = memoize((lines: readonly BlockLine[]): readonly number[] => {
  const tops: number[] = [];
  let top = 0;
  lines.forEach(({ kind }, index) => {
    if (kind !== 'table') top = index + 1;
    tops.push(top);
  });
  return tops;
}, 4);

// The cell below `Phase`; below `#`, where another column or the heading names the kind of unit.
function cellOf({ outline: { lines } }: Context, line: BlockLine, { index, unit }: Wanted): Span | null {
  const top = tableTop(lines, index);
  const titles = cellsIn(lines[top]?.text ?? '').map(({ text }) => plainText(text));
  const isKind = (title: string) => kindOf(title) === unitKind(unit.unit);
  const isAbout = titles.some(isKind) || isKind(headingOver(lines, top));
  const cells = cellsIn(line.text);
  const at = titles.findIndex((title) => isKind(title) || (isAbout && NUMBER.test(title.trim())));
  const cell = top === index ? undefined : cells[at];
  const id = cell === undefined ? null : nameIn(cell.text, unit);
  if (cell === undefined || id === null) return null;
  const start = cell.start + cell.text.indexOf(id);
  return { start, end: start + id.length };
}

// `2`, `**M2**`, `M2 Live map`, `2: Live map`; `2 maps` counts.
function nameIn(cell: string, unit: NamedUnit): string | null {
  const [name, number] = [`${letter(unit)}[-.]?${escaped(unit.id)}`, escaped(unit.id)];
  const form = `^[\\s*_\x60#]*(${name}(?![\\p{L}\\p{N}])(?!\\.\\d)|${number}(?=[\\s*_\x60.]*$|[*_\x60]*\\s?[:–—)]))`;
  return lettersIn(form, 'iu').exec(cell)?.[1] ?? null;
}

const NUMBER = /^(?:#|no\.?|nr\.?|n[°º]|№|id|num(?:ber|éro|ero)?)$/i;

const kindOf = (title: string): string | null => {
  const word = plainText(title)
    .toLowerCase()
    .replace(/(?<![\s#:])[\s#:]*(?:(?:no\.?|nr\.?|id)[\s:]*)?$/, '')
    .trim();
  return unitOf(word);
};

function headingOver(lines: readonly BlockLine[], from: number): string {
  let at = from - 1;
  while (at >= 0 && lines[at]?.kind !== 'heading') at -= 1;
  return lines[at]?.content ?? '';
}

function cellsIn(text: string): { readonly text: string; readonly start: number }[] {
  let start = text.startsWith('|') ? 1 : 0;
  return text
    .slice(start)
    .split('|')
    .map((cell) => {
      const found = { text: cell, start };
      start += cell.length + 1;
      return found;
    });
}

// The kind's own letter and that of the word which the commit uses: `M` and `E` for `Etappe`.
const letter = ({ unit }: NamedUnit): string => {
  const kind = unitKind(unit).charAt(0);
  const own = unit.charAt(0).toLowerCase();
  return `[${kind}${own.replace(/[^\p{L}]/gu, '')}]`;
};

const SHORT =
  /^[\s*_\x60~]*(?:[\u2190-\u2bff\u{1f300}-\u{1faff}]\ufe0f?[\s*_\x60~]*)?(\p{L})[-.]?(\d{1,3})(?![\p{L}\p{N}.])/u;

// One such name is a thing of the project (`S3 bucket`); several that count up are units. Priorities count
// up, too.
function shortOf(context: Context, line: BlockLine, { index, unit }: Wanted): Span | null {
  const [all = '', own = '', id] = SHORT.exec(line.content) ?? [];
  if (id !== unit.id || !new RegExp(letter(unit), 'iu').test(own)) return null;
  const numbers = countIn(context.outline.lines, index, own);
  const isCount = numbers.length > 1 && numbers.every((number, at) => number === (numbers[0] ?? 0) + at);
  if (!isCount || (/p/i.test(own) && PRIORITIES.test(context.text))) return null;
  const start = line.text.indexOf(line.content);
  return { start: start + all.indexOf(own), end: start + all.length };
}

/** Whether a text names the unit by its letter and number: `Start M3: driver login`. */
export const namesShortly = (text: string, unit: NamedUnit): boolean =>
  lettersIn(`(?<![\\p{L}\\p{N}])${letter(unit)}-?${escaped(unit.id)}(?![\\p{L}\\p{N}])(?!\\.\\d)`, 'iu').test(
    text,
  );

const PRIORITIES = /priorit|dringlich|приорит|пріорит|优先|優先|우선/i;

// The numbers of the lines up to the next headings that begin with the letter.
function countIn(lines: readonly BlockLine[], index: number, own: string): number[] {
  const from = lines.findLastIndex(({ kind }, at) => kind === 'heading' && at < index);
  const to = lines.findIndex(({ kind }, at) => kind === 'heading' && at > index);
  return lines.slice(from + 1, to < 0 ? undefined : to).flatMap(({ content }) => {
    const short = SHORT.exec(content);
    return short?.[1] === own ? [Number(short[2])] : [];
  });
}
