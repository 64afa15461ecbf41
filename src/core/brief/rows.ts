// Rows of a table on the state that bear the label of a role.
import { type Context, placesOf } from '../context/context.ts';
import type { Role } from '../context/names.ts';
import { roleOfLabel } from '../context/roles.ts';
import { type Item, readItems } from '../markdown/items.ts';
import { type Point, pointOf } from './point.ts';

/** Roles of rows in a table on the state that other sections of the brief tell. */
export const ELSEWHERE: readonly Role[] = ['next', 'blockers', 'updated'];

/** `| **Next task** | Measure it |` in a table on the state. */
export const labelledRows = (context: Context, role: Role): Point[] =>
  [
    ...placesOf(context, 'state')
      .filter(({ kind }) => kind === 'section')
      .flatMap(({ items }) => items),
    ...itemsAbove(context),
  ].flatMap((item) => {
    const label = rowLabel(item);
    return label?.role === role ? [{ ...pointOf({ ...item, text: label.value }), depth: 0 }] : [];
  });

// A table above the first section tells of the whole.
function itemsAbove({ outline: { lines, sections } }: Context): Item[] {
  const end = sections.find(({ level }) => level > 1)?.from ?? 0;
  return lines.slice(0, end).some(({ kind }) => kind === 'table') ? readItems(lines, [0, end]) : [];
}

export function rowLabel({
  kind,
  text,
}: Pick<Item, 'kind' | 'text'>): { readonly role: Role; readonly value: string } | null {
  if (kind !== 'row') return null;
  const [name = '', ...cells] = text.split(' — ');
  const role = roleOfLabel(name.replace(/[*_`]/g, ''))?.role;
  const value = cells.filter(Boolean).join(' — ');
  return role === undefined || value === '' ? null : { role, value };
}
