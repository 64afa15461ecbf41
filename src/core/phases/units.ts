// Reads the numbered units that a clause names: `phase 2B`, `sprints 4 and 5`, `第3阶段`, `3-й этап`.
import { fold, isPlural, matchAt, singularOf, take, unitOf, unitPattern } from '../words/lexicon.ts';

export type NamedUnit = { readonly unit: string; readonly id: string };

/** A clause, folded, beside the same characters as the author wrote them. */
export type Clause = { readonly folded: string; readonly text: string };

/** A text as it is, with no quotation masked. */
export const clauseOf = (text: string): Clause => ({ text, folded: fold(text) });

export type FoundUnits = { readonly units: readonly NamedUnit[]; readonly end: number };

const SPACE = /\s*/y;
export const skipSpace = (text: string, at: number): number => Math.max(at, matchAt(SPACE, text, at));

const W = '[a-z0-9_\\u00df-\\u024f\\u0370-\\u052f]';
const JOINT = /[ \t_-]?(?::\s|(?<=[\u3040-\u9fff\uac00-\ud7af]):|：)?\s?#?/y;
const NUMERALS = '[\\u4e00\\u4e8c\\u4e09\\u56db\\u4e94\\u516d\\u4e03\\u516b\\u4e5d\\u5341]{1,3}';
const SPELLED = 'zero|one|two|three|four|five|six|seven|eight|nine|ten';
const NUMBER = new RegExp(
  `(?:\\d{1,4}(?:\\.\\d{1,3}){0,3}[a-z]?|(?:${SPELLED})|${NUMERALS})(?!${W}|\\.\\d|\\s?%)`,
  'y',
);
const LETTERED = /(?:[IVX]{1,6}|[A-Z]\d{0,3})(?![A-Za-z0-9_'’])/y;
const NUMERAL = `(?:\\d{1,4}|${NUMERALS})`;
const ORDINAL = new RegExp(
  `\\u7b2c?\\s?(${NUMERAL}(?:\\s?[-~\u301c\u3001\uff0c\u30fb\u548c\u4e0e\u53ca\u5230\u81f3\uc640\uacfc]\\s?\\u7b2c?${NUMERAL}){0,9})(?:-?(?:st|nd|rd|th|й|я|а|го|та|ий|e|er|ère|ème|º|ª|\\.))?\\s?(?!\\.\\d)`,
  'y',
);
const RANGE = /\s?(?:-|–|to|through|bis|à|до|al|–)\s?/y;
const AND =
  /(?:\s*[,、]\s*(?:(?:and|und|et|y|e|i|и|та)\s*)?|\s+(?:and|und|et|y|e|i|и|та|&|\+)\s+|\s*(?:&|\+|和|と|및)\s*|\/)/y;

/** The units that are named at `at`; of nested ones (`phase 2, sprint 5`) the innermost. Null where none
 * is. */
export function unitsAt(clause: Clause, at: number): FoundUnits | null {
  let found = oneAt(clause, at);
  for (let count = 0; found !== null && count < 20; count += 1) {
    const next: FoundUnits | null = joinedTo(clause, found) ?? nestedIn(clause, found);
    if (next === null) break;
    found = next;
  }
  return found;
}

const oneAt = (clause: Clause, at: number): FoundUnits | null =>
  unitFirst(clause, at) ?? ordinalFirst(clause, at);

function unitFirst(clause: Clause, at: number): FoundUnits | null {
  const end = matchAt(unitPattern(), clause.folded, at);
  if (end < 0) return null;
  const unit = clause.folded.slice(at, end);
  return idsAt(clause, unit, matchAt(JOINT, clause.folded, end));
}

function idsAt(clause: Clause, unit: string, at: number): FoundUnits | null {
  const end = idEnd(clause, at);
  if (end < 0) return null;
  const id = clause.text.slice(at, end);
  const behind = matchAt(RANGE, clause.folded, end);
  const last = behind < 0 ? -1 : idEnd(clause, behind);
  if (last < 0 || isTitle(clause.text, end, behind, last)) return { units: [{ unit, id }], end };
  const ids = isPlural(unit) ? rangeOf(id, clause.text.slice(behind, last)) : null;
  return ids === null ? null : { units: ids.map((one) => ({ unit: singular(unit), id: one })), end: last };
}

// `Phase 2 - 3 parsers`: the number behind a dash with blanks around it counts something else.
const isTitle = (text: string, end: number, behind: number, last: number): boolean =>
  /^\s[-\u2013]\s$/.test(text.slice(end, behind)) && /^\s?\p{L}/u.test(text.slice(last, last + 2));

const MOST_IN_RANGE = 30;

function rangeOf(first: string, last: string): string[] | null {
  const [from, to] = [Number(first), Number(last)];
  const isRange = Number.isInteger(from) && Number.isInteger(to) && to > from && to - from < MOST_IN_RANGE;
  return isRange ? Array.from({ length: to - from + 1 }, (_, index) => String(from + index)) : null;
}

function idEnd({ folded, text }: Clause, at: number): number {
  const number = matchAt(NUMBER, folded, at);
  return number >= 0 ? number : matchAt(LETTERED, text, at);
}

// `3단계`, `第3阶段`, `3-й этап`, `2nd sprint`.
function ordinalFirst(clause: Clause, at: number): FoundUnits | null {
  ORDINAL.lastIndex = at;
  const match = ORDINAL.exec(clause.folded);
  if (match === null) return null;
  const end = matchAt(unitPattern(), clause.folded, ORDINAL.lastIndex);
  if (end < 0) return null;
  const unit = clause.folded.slice(ORDINAL.lastIndex, end);
  const ids = ordinalsOf(match[1] ?? '');
  // `All 16 phases` are a number of them.
  const isCount = /[a-z]s$/.test(unit);
  return ids === null || isCount ? null : { units: ids.map((id) => ({ unit, id })), end };
}

// `第1、2阶段`, `1~3단계`
function ordinalsOf(said: string): readonly string[] | null {
  const ids = said
    .split(/[^\d\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]+/)
    .filter((id) => id !== '');
  return /[-~\u301c\u5230\u81f3]/.test(said) ? rangeOf(ids[0] ?? '', ids[1] ?? '') : ids;
}

const COUNT = /^\s*,\s*\d{1,4}\s(?!(?:and|und|et|y|e|i|и|та|or)\s)[a-z]/;

// `Phase 2 (charts)`
const TITLED = /\s\([^()\d%]{1,40}\)/y;

// `phases 2, 3 and 4`, `phase 8 and phase 9`, `phase 8 (charts) and phase 9 (maps)`.
function joinedTo(clause: Clause, { units, end }: FoundUnits): FoundUnits | null {
  const titled = matchAt(AND, clause.folded, matchAt(TITLED, clause.folded, end));
  const at = Math.max(matchAt(AND, clause.folded, end), titled);
  const last = units.at(-1);
  if (at < 0 || last === undefined) return null;
  const behind = take('articles', clause.folded, at);
  const named = oneAt(clause, behind < 0 ? at : skipSpace(clause.folded, behind));
  const mark = clause.folded.slice(end, at).trim();
  if (isApart(mark, last, named?.units[0])) return null;
  // `finish phase 3, 42 tests pass`
  const isCount =
    !isPlural(last.unit) && units.length === 1 && COUNT.test(clause.folded.slice(end, end + 30));
  const joined = named ?? (isCount || titled >= 0 ? null : idsAt(clause, last.unit, at));
  const all = [...units, ...(joined?.units ?? [])].map(({ unit, id }) => ({ unit: singular(unit), id }));
  return joined === null ? null : { units: all, end: joined.end };
}

// `start phase 4, phase 3 complete`, `stage 2/4`
function isApart(mark: string, last: NamedUnit, next: NamedUnit | undefined): boolean {
  if (mark === '/') return !isPlural(last.unit);
  const isOther = next !== undefined && unitOf(next.unit) !== unitOf(last.unit);
  return /^[,、]$/.test(mark) && next !== undefined && (isOther || Number(next.id) <= Number(last.id));
}

const NESTING = /\s*(?:[,:/–—-]\s*)?/y;

function nestedIn(clause: Clause, { units, end }: FoundUnits): FoundUnits | null {
  const inner = unitFirst(clause, matchAt(NESTING, clause.folded, end));
  const isNested = inner !== null && unitOf(inner.units[0]?.unit ?? '') !== unitOf(units[0]?.unit ?? '');
  return isNested ? inner : null;
}

const singular = (unit: string): string => (isPlural(unit) ? singularOf(unit) : unit);

/** What kind of unit a word names, in whatever case; `sprints` and `спринта` are sprints. */
export const unitKind = (word: string): string => unitOf(fold(word)) ?? fold(word);

export type Mention = { readonly units: readonly NamedUnit[]; readonly start: number; readonly end: number };

/** Every numbered unit that a line names; several that stand together are one mention. */
export function unitsIn(text: string): Mention[] {
  const clause = clauseOf(text);
  const found: Mention[] = [];
  for (let at = 0; at < text.length; ) {
    const units = isWordStart(clause.folded, at) ? unitsAt(clause, at) : null;
    if (units !== null) found.push({ units: units.units, start: at, end: units.end });
    at = units === null ? at + 1 : Math.max(at + 1, units.end);
  }
  return found;
}

const BEFORE = new RegExp(`${W}$`);

const isWordStart = (folded: string, at: number): boolean => {
  const before = folded.charAt(at - 1);
  return before === '' || !BEFORE.test(before) || /[^\x00-\x7f]/.test(folded.charAt(at));
};
