// The parts of a file by what they are for: sections by their heading, blocks below a bold label, `label:
// value` lines.

import { findDate } from '../dates/dates.ts';
import { indexFrom } from '../groups.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { type Item, indentOf, readItems } from '../markdown/items.ts';
import { isWithin, type Outline, type Section } from '../markdown/outline.ts';
import { isPlural } from '../words/lexicon.ts';
import { isElsewhere, isSettled, isUndecided } from './elsewhere.ts';
import { labelOf } from './labels.ts';
import type { Language, Role } from './names.ts';
import { roleOfLabel, roleOfTitle } from './roles.ts';
import { valueEnd, valueLines } from './values.ts';

export type Place = {
  readonly role: Role;
  readonly languages: readonly Language[];
  readonly kind: 'section' | 'label' | 'field';
  readonly title: string;
  /** The name by which the role is known, folded; the title may say more. */
  readonly words: string;
  /** The heading is no name of the role, but of a form that says it. */
  readonly isLoose?: true;
  /** 1-based, of the heading or label. */
  readonly line: number;
  /** Indexes of its body's first line and of the first behind it; a field begins in its own line. */
  readonly from: number;
  readonly to: number;
  /** Of a field: the offsets, into the whole text, of the value's first line. */
  readonly value: { readonly start: number; readonly end: number } | null;
  /** What it says; what an inner place of another role says is left out. */
  readonly items: readonly Item[];
};

type Bare = Omit<Place, 'items'>;

/** In the order of the text; lines for which `isLeftOut` is true (the log's entries) belong to no place. */
export function findPlaces(outline: Outline, isLeftOut: (index: number) => boolean): Place[] {
  const sections = sectionPlaces(outline).filter(({ line }) => !isLeftOut(line - 1));
  const places = [...sections, ...labelPlaces(outline, isLeftOut)].sort(
    (a, b) => a.line - b.line || b.to - a.to,
  );
  const owners = ownersOf(outline, places);
  const own = places.map((place) => ({
    ...place,
    items: itemsOf(outline, place, (index) => owners[index] === place && !isLeftOut(index)),
  }));
  const further = outline.lines.flatMap((line, index) =>
    isLeftOut(index) ? [] : furtherFields(line, index),
  );
  return further.length === 0 ? own : [...own, ...further].sort((a, b) => a.line - b.line);
}

// `**Issues:** none. **Next steps:** deploy it`: a second label in the line of the first.
function furtherFields({ content }: BlockLine, from: number): Place[] {
  if (content.split('**').length < 4 || labelOf(content)?.isBold !== true) return [];
  return [...content.matchAll(FURTHER)].flatMap(({ 1: name = '', 2: text = '' }) => {
    const named = roleOfLabel(name);
    if (named === null || text === '') return [];
    const [line, to] = [from + 1, from + 1];
    const item: Item = { text, line, depth: 0, isDone: null, kind: 'text', from, to };
    return [
      { ...named, isLoose: true, kind: 'field', title: name, line, from, to, value: null, items: [item] },
    ];
  });
}

const FURTHER =
  /(?<=[.;|·•)] )\*\*([^*:：]{2,40})[:：]\*\* ?((?:(?![.;|·•)] \*\*[^*:：]{2,40}[:：]\*\*).)*.?)/gu;
const BEFORE_NEXT = /^((?:(?![.;|·•)] \*\*[^*:：]{2,40}[:：]\*\*).)*.?)/u;

/** Roles that a line by itself does not play. */
const SECTIONS: readonly Role[] = ['results', 'resolved', 'rejected'];

/** Roles of what is not over. */
const OPEN: readonly Role[] = ['blockers', 'next'];

function sectionPlaces({ sections }: Outline): Bare[] {
  let around: Bare | null = null;
  const name = titleOf(sections);
  const levels = sections.filter((section) => section.level > 0 && section !== name);
  const top = levels.reduce((least, { level }) => Math.min(least, level), Number.POSITIVE_INFINITY);
  const places = withWholeTitles(sections).flatMap((section) => {
    const named = section.level === 0 || section === name ? null : roleOfTitle(section.title);
    const { title, from, to, body = from + 1 } = section;
    if (around !== null && from >= around.to) around = null;
    // `### Phase 2` below `## Next steps` is one of the next steps.
    if (named === null || (named.role === 'phase' && around !== null)) return [];
    if (OPEN.includes(named.role) && isSettled(title)) return [];
    if (named.role === 'decisions' && isUndecided(title)) return [];
    if (named.words === 'what to do' && !hasBans(sections)) return [];
    // `### Build status` below another heading is the state of that.
    if (named.isLoose === true && named.role === 'state' && section.level > top) return [];
    const place: Bare = {
      ...named,
      kind: 'section',
      title,
      line: from + 1,
      from: body,
      to,
      value: null,
    };
    around ??= place;
    return [place];
  });
  return withoutParts(places);
}

// `Priority 1: tests` below `Next steps` is a part of it, and beside `Next steps` a `Roadmap` is none. Each
// is held against those that are open around it, for a file may have thousands.
function withoutParts(places: readonly Bare[]): Bare[] {
  const named = new Set(
    places
      .filter(({ role, words, isLoose }) => !isLoose && !(role === 'next' && mayWait(words)))
      .map(({ role }) => role),
  );
  let open: Bare[] = [];
  return places.filter((place) => {
    open = open.filter(({ to }) => to > place.line - 1);
    const isInside = open.some(({ role }) => role === place.role || !HELD.includes(role));
    open.push(place);
    return place.isLoose !== true || !(isInside || (NOW.includes(place.role) && named.has(place.role)));
  });
}

/** Whether a name of what comes next is that of a list which may wait: `Backlog`, `Open items`. */
export const mayWait = (words: string): boolean => MAY_WAIT.test(words);

const MAY_WAIT =
  /^(?:pending|backlog|to-?dos?|open|remaining|outstanding|follow[- ]?ups?|future|planned|upcoming|deferred|ideas|potential|possible)\b|^(?:backlog|pendientes?|pendentes?|mejoras futuras|offene\S*|待办|待辦|未着手|バックログ|백로그)/;

/** Roles of what may have another inside. */
const HELD: readonly Role[] = ['state', 'done', 'phase'];
const NOW: readonly Role[] = ['state', 'next'];

// A heading whose bracket closes in the heading below it goes on there.
function withWholeTitles(sections: readonly Section[]): readonly (Section & { readonly body?: number })[] {
  const goesOn = (at: number) => {
    const [one, next] = [sections[at], sections[at + 1]];
    return (
      one !== undefined &&
      next?.from === one.from + 1 &&
      next.level === one.level &&
      /\([^)]*$/.test(one.title) &&
      /^[^(]*\)/.test(next.title)
    );
  };
  return sections.flatMap((section, at) => {
    if (at > 0 && goesOn(at - 1)) return [];
    const next = goesOn(at) ? sections[at + 1] : undefined;
    return next === undefined
      ? section
      : { ...section, title: `${section.title} ${next.title}`, to: next.to, body: next.from + 1 };
  });
}

// `What to do` beside `What not to do` is a rule; elsewhere it may be what comes next.
const hasBans = (sections: readonly Section[]): boolean =>
  sections.some(({ title }) => roleOfTitle(title)?.role === 'doNot');

// `# Active Context` and `# Project State` name the file, whatever its sections say.
function titleOf(sections: readonly Section[]): Section | null {
  const [first, ...others] = sections.filter(({ level }) => level > 0);
  const isName =
    first?.level === 1 &&
    others.length > 0 &&
    others.every(({ level, title }) => level > 1 || title === first.title);
  return isName ? first : null;
}

/** Index of the line where the file's own title stands again, such as over a copy of its template. */
export function copyFrom({ sections, lines }: Outline): number {
  const name = titleOf(sections);
  const copy = sections.find(
    (section) => section.level === 1 && section !== name && section.title === name?.title,
  );
  return copy?.from ?? lines.length;
}

function labelPlaces({ lines, sections }: Outline, isLeftOut: (index: number) => boolean): Bare[] {
  // `**Constraints**` below `Open questions` is what a question is about.
  const isAsked = isWithin(
    sections.filter(({ level, title }) => level > 1 && roleOfTitle(title)?.role === 'questions'),
  );
  return lines.flatMap((line, index): Bare[] => {
    if (!SAYING.includes(line.kind) || isLeftOut(index) || isAsked(index)) return [];
    const label = labelOf(line.content);
    const named = label === null ? null : roleOfLabel(label.name);
    if (label === null || named === null) return [];
    // `Rejected: a second cache` is a point, wherever it stands.
    if (label.value !== '' && SECTIONS.includes(named.role)) return [];
    // `Phases: 10 | Plans: 17` counts them.
    if (named.role === 'phase' && /^\d/.test(label.value) && isPlural(named.words)) return [];
    // `Stand: 18.09.2026` says as of when.
    if (named.role === 'state' && isDate(label.value)) return [];
    const base = { ...named, title: label.name, line: index + 1 };
    if (label.value === '' || leadsToList(label.value, lines, index))
      return [{ ...base, kind: 'label', from: index + 1, to: blockEnd(lines, index), value: null }];
    const start = line.start + line.text.indexOf(line.content) + label.valueAt;
    return [
      {
        ...base,
        kind: 'field',
        from: index,
        to: valueEnd(lines, index),
        value: { start, end: start + label.value.length },
      },
    ];
  });
}

function isDate(value: string): boolean {
  const date = findDate(value);
  return date !== null && date.start === 0 && date.end === value.length;
}

const SAYING: readonly BlockLine['kind'][] = ['text', 'item', 'quote'];

// `**Next steps:** the user should test:`, and the points below.
const leadsToList = (value: string, lines: readonly BlockLine[], index: number): boolean =>
  /[:：]$/.test(value) && lines[indexFrom(lines, index + 1, ({ kind }) => kind !== 'blank')]?.kind === 'item';

// Below a label stands what is indented deeper than it; below a line of its own all to the next such line.
function blockEnd(lines: readonly BlockLine[], index: number): number {
  const own = lines[index];
  const indent = indentOf(own?.text ?? '');
  const isEnd = (line: BlockLine) => {
    if (line.kind === 'blank') return false;
    if (own?.kind === 'item') return indentOf(line.text) <= indent;
    if (line.kind === 'item' && indentOf(line.text) < indent) return true;
    return (
      ['heading', 'rule'].includes(line.kind) ||
      (line.kind === 'text' && labelOf(line.content)?.isBold === true)
    );
  };
  const end = indexFrom(lines, index + 1, isEnd);
  return end < 0 ? lines.length : end;
}

// The innermost place is the one that starts last; a section that says something else belongs to none.
function ownersOf({ lines, sections }: Outline, places: readonly Bare[]): (Bare | null)[] {
  const owners: (Bare | null)[] = new Array(lines.length).fill(null);
  const known = new Set(places.map(({ line }) => line - 1));
  const others = sections.filter(
    ({ from, level, title }) =>
      level > 1 &&
      !known.has(from) &&
      ((isElsewhere(title) && !(isSettled(title) && isIn('state', from, places))) ||
        (isUndecided(title) && isIn('decisions', from, places))),
  );
  const all = [
    ...places.map((place) => ({ place, from: place.line - 1, to: place.to })),
    ...others.map(({ from, to }) => ({ place: null, from, to })),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  for (const { place, from, to } of all) owners.fill(place, from, to);
  return owners;
}

// What is completed is a part of the state.
const isIn = (role: Role, from: number, places: readonly Bare[]): boolean =>
  places.some((place) => place.role === role && place.from <= from && from < place.to);

function itemsOf(outline: Outline, place: Bare, isOurs: (index: number) => boolean): Item[] {
  if (place.value === null) return readItems(outline.lines, [place.from, place.to], isOurs);
  const [first, ...below] = readItems(valueLines(outline.lines, place), [place.from, place.to], isOurs);
  if (first === undefined) return [];
  const value = first.text.slice(labelOf(first.text)?.valueAt ?? 0);
  const text = (BEFORE_NEXT.exec(value)?.[1] ?? value).trim();
  return [{ ...first, text, depth: 0, isDone: null, kind: 'text' }, ...below];
}
