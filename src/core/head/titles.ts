// What a unit is called, and how a field that names the current one goes on to it.
import type { Context } from '../context/context.ts';
import { letters } from '../letters.ts';
import { escapeInline, plainText } from '../markdown/inline.ts';
import type { Phase } from '../phases/documents.ts';
import { statusWithin } from '../phases/status.ts';
import { type NamedUnit, unitsIn } from '../phases/units.ts';
import { linesOf, type UnitLine } from './phase-lines.ts';
import { capitalized } from './unit-list.ts';

/** The unit behind this one, where a phase document or the head itself knows it: its name as the field writes
 * names. */
export function nextTitle(
  context: Context,
  value: string,
  { unit, phases }: { readonly unit: NamedUnit; readonly phases: readonly Phase[] },
): string | null {
  const at = phases.findLastIndex(({ id }) => id === unit.id.toUpperCase());
  const document = at < 0 ? undefined : phases[at + 1];
  if (document !== undefined && document.id !== null && document.title !== '')
    return escapeInline(document.title);
  const [named] = unitsIn(value);
  if (!/^\d{1,3}$/.test(unit.id) || named === undefined || named.start > LONGEST_LEAD) return null;
  const next = { unit: unit.unit, id: String(Number(unit.id) + 1) };
  const lines = linesOf(context, next).filter(({ says, units }) => says !== 'done' && units.length === 1);
  return lines.length === 0 ? null : likeField(value, next, titleIn(lines));
}

/** `**Phase 1`: what a field may begin with. */
const LONGEST_LEAD = 3;

/** `text`: the title that a commit gives it; where none is given, its document's or the head's own. */
export function titleOf(
  context: Context,
  value: string,
  {
    unit,
    text,
    phases,
  }: { readonly unit: NamedUnit; readonly text: string; readonly phases: readonly Phase[] },
): string {
  const known = phases.find((phase) => phase.id === unit.id.toUpperCase())?.title;
  return known ? escapeInline(known) : likeField(value, unit, titleIn(linesOf(context, unit)) || text);
}

// `Phase 1 – Intake` goes on to `Phase 2 – Picking`, `Sprint 4 (maps)` to `Sprint 5 (search)`.
function likeField(value: string, { unit, id }: NamedUnit, title: string): string {
  const [named] = unitsIn(value);
  const own = named === undefined ? '' : value.slice(0, named.end);
  // `**Phase 1** — Intake`
  const mark = /^[*_`]*/.exec(own)?.[0] ?? '';
  const closing = mark !== '' && value.startsWith(mark, own.length) ? mark : '';
  const bare = own.slice(mark.length);
  const called = /(?<!\d)\d+$/.test(bare) ? bare.replace(/(?<!\d)\d+$/, id) : `${capitalized(unit)} ${id}`;
  const name = closing + called + closing;
  if (title === '') return name;
  const behind = value.slice(own.length + closing.length);
  const sign = /^\s?[:–—-]\s|^\s\(/.exec(named === undefined ? '' : behind)?.[0] ?? ': ';
  return `${name}${sign}${escapeInline(title)}${sign.endsWith('(') ? ')' : ''}`;
}

/** The cell behind the number, or the words between the name and what says how far it is. */
export function titleIn(lines: readonly UnitLine[]): string {
  for (const { line, name, status } of lines) {
    const rest = line.text.slice(name.end);
    const end = status === null || status.start < name.end ? rest.length : status.start - name.end;
    const parts = line.kind === 'table' ? rest.split('|').slice(1) : [rest.slice(0, end)];
    const title = parts.map(trimmed).find((part) => HAS_LETTERS.test(part) && statusWithin(part) === null);
    if (title !== undefined) return title;
  }
  return '';
}

const HAS_LETTERS = letters`\p{L}{2}`;
export const trimmed = (text: string): string =>
  plainText(text)
    .replace(/\s\([0-9a-f]{7,}[^()]*\)\s*$/, '')
    .replace(/^[\s:：()–—-]+|[\s:：()–—,-]+$/g, '');

/** Whether a field's value begins with a unit: `Phase 2`, `**Sprint 4`. */
export const startsUnit = (text: string): boolean => /^\S{0,3}\s?\S{3,20}\s?#?\d/.test(text);
