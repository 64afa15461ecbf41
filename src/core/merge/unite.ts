// Unites what two sides put at one place: both stay, once; of a dated fact the later one.

import { roleOfTitle } from '../context/roles.ts';
import { findDate } from '../dates/dates.ts';
import { type Entry, entriesOf, headOf, type IsField, isSaid, keyOf, splitAtHeading } from './entries.ts';

export type Place = {
  /** Base lines that both sides took away. */
  readonly gone: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly isNewestFirst: boolean;
  readonly isField: IsField;
};

/** Null: both sides changed one fact, and nothing tells which of them holds. */
export function unite({ gone, ours, theirs, ...order }: Place): readonly string[] | null {
  if (ours.length === 0 || theirs.length === 0 || isSame(ours, theirs))
    return ours.length === 0 ? theirs : ours;
  const facts = gone.map((line) => latest(line, ours, theirs));
  const known = facts.filter((fact) => fact !== null);
  const isOpen = gone.some((line, at) => line.trim() !== '' && facts[at] === null && !saysNone(line));
  if (isOpen) return isIn(ours, theirs) ? ours : isIn(theirs, ours) ? theirs : null;
  const rest = (lines: readonly string[]) =>
    lines.filter((line) => !known.some((fact) => fact.ours === line || fact.theirs === line));
  return [...new Set(known.map(({ text }) => text)), ...both(rest(ours), rest(theirs), order)];
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, at) => line === b[at]);

const isIn = (all: readonly string[], part: readonly string[]): boolean =>
  part.length === 0 || all.some((_, at) => isSame(all.slice(at, at + part.length), part));

type Order = Pick<Place, 'isNewestFirst' | 'isField'>;

function both(ours: readonly string[], theirs: readonly string[], order: Order): readonly string[] {
  const { isNewestFirst, isField } = order;
  const [[mineBefore, mineRest], [moreBefore, moreRest]] = [splitAtHeading(ours), splitAtHeading(theirs)];
  // What belongs to the section above stays there.
  if (mineBefore.length + moreBefore.length > 0 && mineRest.length + moreRest.length > 0)
    return [...both(mineBefore, moreBefore, order), ...both(mineRest, moreRest, order)];
  if (isIn(ours, theirs)) return ours;
  if (isIn(theirs, ours)) return theirs;
  const entries = entriesOf(ours, isField);
  const known = new Set(entries.map(keyOf));
  const more: string[] = [];
  for (const entry of entriesOf(theirs, isField)) {
    if (keyOf(entry) !== '' && known.has(keyOf(entry))) continue;
    const head = headOf(entry, isField);
    const at = head === null ? -1 : entries.findIndex((one) => headOf(one, isField) === head);
    if (at < 0) more.push(...entry);
    else entries[at] = joinEntries(entries[at] ?? [], entry, order);
  }
  const mine = entries.flat();
  const [first, second] = [dateOf(mine), dateOf(more)];
  const isLater = first !== null && second !== null && first !== second && first < second === isNewestFirst;
  return isLater ? joined(more, mine) : joined(mine, more);
}

/** Two entries under one head. */
function joinEntries(ours: Entry, theirs: Entry, order: Order): Entry {
  const from = (entry: Entry) => entry.indexOf(headOf(entry, order.isField) ?? '') + 1;
  const rest = theirs.slice(from(theirs));
  const known = new Set(ours);
  const end = rest.findLastIndex(isSaid) + 1;
  if (rest.slice(0, end).every((line) => !isSaid(line) || known.has(line))) return ours;
  const mine = ours.slice(from(ours));
  const tail = mine.findLastIndex(isSaid) + 1;
  return [
    ...ours.slice(0, from(ours)),
    ...both(mine.slice(0, tail), rest.slice(0, end), order),
    ...mine.slice(tail),
  ];
}

// A blank line between them where one side has it only before its first line, or only behind its last.
const joined = (first: readonly string[], second: readonly string[]): readonly string[] => {
  const isBlank = (line: string | undefined) => line?.trim() === '';
  const isApart = first.length < 2 && second.length < 2;
  return isApart || isBlank(first.at(-1)) || isBlank(second[0]) || !isBlock(first, second)
    ? [...first, ...second]
    : [...first, '', ...second];
};

const isBlock = (first: readonly string[], second: readonly string[]): boolean =>
  [first, second].every((lines) => lines.some((line) => line.trim() === '' || /^#|^\*\*/.test(line)));

const dateOf = (lines: readonly string[]): number | null =>
  findDate(lines.find((line) => line.trim() !== '') ?? '')?.value ?? null;

type Fact = { readonly ours: string; readonly theirs: string; readonly text: string };

/** What both sides made of one line, united: the later date, the higher count, all that was put into it. */
function latest(line: string, ours: readonly string[], theirs: readonly string[]): Fact | null {
  const label = labelOf(line);
  if (label !== null) {
    const [one, other] = [ours, theirs].map((lines) => lines.find((text) => labelOf(text) === label));
    if (one !== undefined && other !== undefined)
      return { ours: one, theirs: other, text: isLaterText(one, other) ? one : other };
  }
  for (const one of ours)
    for (const other of theirs) {
      const text = united(line, one, other);
      if (text !== null) return { ours: one, theirs: other, text };
    }
  return null;
}

const maskDate = (line: string): string | null => {
  const date = findDate(line);
  return date === null ? null : line.slice(0, date.start) + '#' + line.slice(date.end);
};

/** Null: they are not two versions of the line that one can be made of. */
function united(line: string, one: string, other: string): string | null {
  const [dated, mine, more] = [maskDate(line), maskDate(one), maskDate(other)];
  // `Updated: 2026-05-12 (2026-05-11: session 8)`: what a draft puts behind the date it does on both sides.
  const start = dated?.slice(0, dated.indexOf('#') + 1);
  if (start !== undefined && mine === more && mine?.startsWith(start))
    return isLaterText(one, other) ? one : other;
  const [label, before] = splitCount(line);
  const [counts, others] = [splitCount(one), splitCount(other)];
  if (before !== null && [counts, others].every(([name, count]) => name === label && (count ?? 0) > before))
    return (counts[1] ?? 0) > (others[1] ?? 0) ? one : other;
  return joinParts(line, one, other);
}

/** `**Decisions:** 6` */
function splitCount(line: string): readonly [label: string, count: number | null] {
  const [, label = '', digits] = /^(.*[:：][*_\s]*)(\d{1,9})\s*$/.exec(line) ?? [];
  return [label, digits === undefined ? null : Number(digits)];
}

const PARTS = '; ';

/** `**Next:** dig the basin; paint the quay`, where both sides put more in front. */
function joinParts(line: string, one: string, other: string): string | null {
  const [, label = ''] = /^(.*?[:：][*_\s]*)\S/.exec(line) ?? [];
  if (label === '' || ![one, other].every((text) => text.startsWith(label))) return null;
  const [said, mine, more] = [line, one, other].map((text) => text.slice(label.length).split(PARTS));
  const old = said?.every(saysNone) ? [] : said;
  if (old === undefined || mine === undefined || more === undefined) return null;
  if (![mine, more].every((parts) => old.every((part) => parts.includes(part)))) return null;
  const fresh = [...new Set([...mine, ...more])].filter((part) => !old.includes(part)).sort();
  return label + [...fresh, ...old].join(PARTS);
}

const isLaterText = (a: string, b: string): boolean => {
  const [first, second] = [findDate(a)?.value ?? 0, findDate(b)?.value ?? 0];
  return first === second ? a > b : first > second;
};

/** What stands before the date of a line such as `**Updated:** 2026-03-04`. */
function labelOf(line: string): string | null {
  const at = line.search(/[:：]/);
  if (at < 0 || findDate(line.slice(at + 1).replace(/^[*_\s]+/, '')) === null) return null;
  return line.slice(0, at).toLowerCase();
}

const NONE =
  /^(?:none|nothing|n\/?a|no (?:known |current |open )?(?:blockers?|issues?)|keine|ninguno|aucun|-)\b/i;

/** An empty answer gives way to the first real one. */
const saysNone = (line: string): boolean => {
  const words = line.replace(/^[\s*_>-]+/, '');
  return NONE.test(words) || (words === '' && roleOfTitle(line) === null);
};
