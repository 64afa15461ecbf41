// A field that counts the units: `**Phase:** 2 of 4 — Ingest`, `Sprint: 3`.
import { type Context, placesOf } from '../context/context.ts';
import type { Place } from '../context/places.ts';
import { escapeInline, plainText } from '../markdown/inline.ts';
import type { Phase } from '../phases/documents.ts';
import { type NamedUnit, unitKind, unitsIn } from '../phases/units.ts';
import type { Edit } from '../types.ts';
import { linesOf } from './phase-lines.ts';
import { titleIn, trimmed } from './titles.ts';

const COUNT = /^(\W{0,3}?)(\d{1,3})((?:\s?\/\s?|\s(?:of|von|de|di|sur|из|з|z)\s)(\d{1,3}))?(?![\d.%])/;

type Turn = { readonly unit: NamedUnit; readonly isDone: boolean; readonly phases: readonly Phase[] };

type Counted = {
  readonly value: NonNullable<Place['value']>;
  readonly now: number;
  readonly total: number;
  /** The value's text: what leads up to the number, `of 4` behind it, and the rest. */
  readonly parts: readonly [lead: string, behind: string, rest: string];
};

function countedFields(context: Context, { unit }: NamedUnit): Counted[] {
  return placesOf(context, 'phase').flatMap(({ kind, title, value }): Counted[] => {
    const told = value === null ? '' : context.text.slice(value.start, value.end);
    const [all, lead = '', number = '', behind = '', total = '0'] = COUNT.exec(told) ?? [];
    const [named] = unitsIn(`${plainText(title).split(/\s+/).at(-1)} ${number}`);
    const isUnit = unitKind(named?.units[0]?.unit ?? '') === unitKind(unit);
    if (kind !== 'field' || value === null || all === undefined || !isUnit) return [];
    const parts = [lead, behind, told.slice(all.length)] as const;
    return [{ value, now: Number(number), total: Number(total), parts }];
  });
}

/** Whether such a field says that the unit is the current one. */
export const isCounted = (context: Context, unit: NamedUnit): boolean =>
  countedFields(context, unit).some(({ now }) => now === Number(unit.id));

/** Edits by which such a field goes on to a unit that has begun, or from one that is over to the next; back
 * where `isBack`. */
export function countOn(context: Context, turn: Turn, isBack = false): Edit[] {
  const id = Number(turn.unit.id);
  if (!Number.isInteger(id)) return [];
  return countedFields(context, turn.unit).flatMap(({ value, now, total, parts: [lead, behind, rest] }) => {
    const next = turn.isDone ? id + 1 : id;
    const isMeant = turn.isDone ? now === id && id < total : next > now || (isBack && next < now);
    const told = restFor(context, rest, { ...turn, unit: { ...turn.unit, id: String(next) } });
    if (!isMeant) return [];
    const begun = turn.phases.find((phase) => phase.id === String(next));
    return [
      { ...value, text: `${lead}${next}${behind}${told}` },
      ...firstPlan(context, value, begun?.items.length ?? 0),
    ];
  });
}

const PLAN = /^(\W*Plan\W{1,4})\d{1,3} of \d{1,3}/i;

// `Plan: 2 of 3 in current phase`, in the line behind the field, was about the phase before.
function firstPlan({ outline: { lines } }: Context, { end }: Counted['value'], plans: number): Edit[] {
  const line = lines.find(({ start, kind }) => start > end && kind !== 'blank');
  const [all, lead = ''] = PLAN.exec(line?.text ?? '') ?? [];
  if (line === undefined || all === undefined) return [];
  const start = line.start + lead.length;
  return plans > 0
    ? [{ start, end: line.start + all.length, text: `0 of ${plans}` }]
    : [{ start, end: line.start + line.text.trimEnd().length, text: 'TBD' }];
}

// ` — Search`, ` (Search)`; nothing where nobody says what the unit is called.
function restFor(context: Context, rest: string, { unit, phases }: Turn): string {
  const document = phases.find(({ id }) => id === unit.id)?.title ?? '';
  const [named] = unitsIn(document);
  const title = trimmed(document.slice(named?.end ?? 0)) || titleIn(linesOf(context, unit));
  if (title === '' || rest.trim() === '') return '';
  const sign = /^\s?[:–—-]\s|^\s\(/.exec(rest)?.[0] ?? ' — ';
  return `${sign}${escapeInline(title)}${sign.endsWith('(') ? ')' : ''}`;
}
