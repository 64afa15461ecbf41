// How far a document's own status fields say that its units are: the field of the document or of a section,
// the end of a heading, a row of a table.
import type { BlockLine } from '../markdown/blocks.ts';
import { plainText } from '../markdown/inline.ts';
import type { Outline, Section } from '../markdown/outline.ts';
import { cellsOf, readTables } from '../markdown/tables.ts';
import { clauseOf, type NamedUnit, unitKind, unitsAt } from '../phases/units.ts';
import { fold, hasWord, unitOf } from '../words/lexicon.ts';
import { headingKind, labelOf } from './labels.ts';
import { phaseClauseAt } from './phase-clause.ts';

export type StatedUnit = NamedUnit & {
  /** What the document calls it by, behind its number; may be empty. */
  readonly title: string;
  readonly isOver: boolean;
  /** It has a box that is not ticked. */
  readonly isOpen: boolean;
};

/** By kind and number: `phase 3`. Of a unit that stands more than once what says that it is over. */
export function statedUnits(outline: Outline): ReadonlyMap<string, StatedUnit> {
  const found = new Map<string, StatedUnit>();
  for (const unit of [...sectionsOf(outline), ...rowsOf(outline.lines)]) {
    const key = `${unitKind(unit.unit)} ${unit.id.toLowerCase()}`;
    const known = found.get(key);
    found.set(
      key,
      known === undefined
        ? unit
        : { ...unit, isOver: unit.isOver || known.isOver, isOpen: unit.isOpen || known.isOpen },
    );
  }
  return found;
}

const sectionsOf = (outline: Outline): StatedUnit[] =>
  outline.sections.flatMap((section, order) => {
    const named = section.level === 0 ? null : leading(plainText(section.title));
    if (named === null) return [];
    const { lines } = outline;
    const status = fieldIn(lines, section) ?? belowHeading(outline, order) ?? endOf(named.title) ?? '';
    const isOpen = lines.slice(section.from, section.to).some(({ marker }) => /\[ \]/.test(marker));
    return [{ ...named, isOver: saysOver(named.unit, status), isOpen }];
  });

// `Phase 3: Export`; not `Phase 3 tests`, nor `Phases 3 and 4`.
function leading(text: string): (NamedUnit & { readonly title: string }) | null {
  const named = unitsAt(clauseOf(text), 0);
  const [unit] = named?.units ?? [];
  const rest = text.slice(named?.end);
  if (unit === undefined || named?.units.length !== 1 || !/^\s*(?:$|[.:：(（[–—|]|[-✅✔☑])/u.test(rest))
    return null;
  return { ...unit, title: rest.replace(/^[\s.:：–—-]+/, '') };
}

const FIRST_LINES = 60;

// `**Status:** complete`, `| Status | complete |`
const fieldIn = (lines: readonly BlockLine[], { level, from, bodyTo }: Section): string | null =>
  level === 1
    ? firstField(lines.slice(0, Math.max(bodyTo, FIRST_LINES)))
    : firstField(lines.slice(from, bodyTo));

/** The field of a document that says how far it is. */
export const statusOf = ({ lines }: Outline): string | null => firstField(lines.slice(0, FIRST_LINES));

function firstField(lines: readonly BlockLine[]): string | null {
  for (const { kind, text, content } of lines) {
    if (kind === 'fence' || kind === 'code') continue;
    const [name = '', value = ''] = kind === 'table' ? cellsOf(text).map(plainText) : [];
    const label = labelOf(kind === 'table' ? `${name}: ${value}` : plainText(content));
    if (label?.kind === 'status') return label.value;
  }
  return null;
}

// `## Status`, and the line below it.
function belowHeading({ lines, sections }: Outline, order: number): string | null {
  const { level = 0, to = 0 } = sections[order] ?? {};
  let at = order + 1;
  const isStatus = ({ level: own, title }: Section): boolean =>
    own === level + 1 && headingKind(plainText(title)) === 'status';
  for (let inner = sections[at]; inner !== undefined && inner.from < to; inner = sections[++at])
    if (isStatus(inner))
      return lines.slice(inner.from + 1, inner.bodyTo).find(({ kind }) => kind !== 'blank')?.content ?? null;
  return null;
}

// `Export (complete)`, `Export - done`, `Export ✅`
const END = /[([（]([^()[\]（）]{1,30})[)\]）]\s*$|(?:^|\s)[-–—]\s([^-–—]{1,30})$|([✅✔☑])\ufe0f?\s*$/u;
function endOf(title: string): string | null {
  const said =
    END.exec(title)
      ?.slice(1)
      .find((one) => one !== undefined) ?? null;
  return hasWord('parts', fold(title)) ? null : said;
}

const MARK = /^(?:[✅✔☑\s]|\uFE0F)+(?=\S)/u;

/** Whether a status says that a unit is over, and no more but a date or a remark. */
export function saysOver(unit: string, status: string): boolean {
  const text = `${unit} 1 ${plainText(status).replace(MARK, '')}`;
  return phaseClauseAt(clauseOf(text), 0)?.kind === 'phase-done';
}

// `| Phase 3: Export | complete |`, below a header that says which column is the status.
const rowsOf = (lines: readonly BlockLine[]): StatedUnit[] =>
  readTables(lines).flatMap(({ header, rows }) => {
    const [first = '', ...others] = header.map(plainText);
    const column = 1 + others.findIndex((name) => labelOf(`${name}: x`)?.kind === 'status');
    return column === 0 ? [] : rows.flatMap(({ cells }) => inRow(first, cells.map(plainText), column) ?? []);
  });

function inRow(header: string, cells: readonly string[], column: number): StatedUnit | null {
  const [name = '', status = ''] = [cells[0], cells[column]];
  const isNumber = /^\d/.test(name) && unitOf(fold(header)) !== null;
  const named = leading(isNumber ? `${fold(header)} ${name}` : name);
  return named === null ? null : { ...named, isOver: saysOver(named.unit, status), isOpen: false };
}
