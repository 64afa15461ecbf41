// The phase that a project is in, and how far its checklist is.

import { isDeclaredOver } from '../claims/documents.ts';
import { type Context, placesOf } from '../context/context.ts';
import { labelOf } from '../context/labels.ts';
import type { Role } from '../context/names.ts';
import type { Place } from '../context/places.ts';
import { capitalize } from '../draft/phrase.ts';
import { linesOf, readUnitLine, type Says } from '../head/phase-lines.ts';
import { unitOfRow } from '../head/short-names.ts';
import { unitIndexes } from '../head/unit-places.ts';
import { letters } from '../letters.ts';
import { plainText } from '../markdown/inline.ts';
import { readItems } from '../markdown/items.ts';
import { isWithin, type Outline } from '../markdown/outline.ts';
import { memoize } from '../memo.ts';
import { compareIds, readPhases } from '../phases/documents.ts';
import { isBegun, isFinished, startsClosed } from '../phases/finished.ts';
import { findPhases, isSamePhase, type PhaseKey, unitNamed } from '../phases/phases.ts';
import { idOf, isPlanOver, type Plan } from '../phases/plan.ts';
import { unitsIn } from '../phases/units.ts';
import type { Document } from '../types.ts';
import { cleanLine } from '../wording/lines.ts';
import type { Unit } from '../words/index.ts';
import { closedPlan } from './closed-plans.ts';
import { pastBlocks } from './newest.ts';
import { saysNone } from './none.ts';
import { frontMatterOver, saysAllOver } from './past.ts';
import type { Point } from './point.ts';
import { pointsOf } from './points.ts';
import { labelledRows } from './rows.ts';
import { titleRest } from './titles.ts';

export type PhaseProgress = {
  /** `2`, `5.3`, `2B`; in capitals. */
  readonly id: string;
  readonly title: string;
  /** Ticked boxes and all boxes of its checklist. */
  readonly done: number;
  readonly total: number;
  /** Of the document that has the checklist; null where there is none. */
  readonly path: string | null;
  /** The file says that it has begun, whatever its checklist says. */
  readonly isRunning?: boolean;
};

export type PhaseDocument = PhaseProgress & { readonly path: string };

/** A phase that the file names as the one that runs or comes next. */
export type Mention = PhaseKey & { readonly text: string; readonly line: number };

/** Null where neither the file nor a phase document names one. */
export function currentPhase(
  context: Context | null,
  documents: readonly Document[],
  plans: readonly Plan[] = [],
): PhaseProgress | null {
  const known = readPhaseDocuments(documents);
  const mention = context === null ? undefined : runningMention(context);
  const said = context === null || mention !== undefined ? null : saidPhase(context, plans.length > 1);
  if (said !== null) return said;
  if (context === null || mention === undefined) {
    const over =
      context === null ? [] : [...unitsOver(context), ...fieldsOver(context), ...ownPhaseOver(context)];
    return (
      openDocument(known, [...over, ...declaredOver(known, documents)], context) ??
      over.at(-1) ??
      plannedPhase(plans, undefined, context === null && plans.length > 1 ? undefined : plans[0]?.path)
    );
  }
  const document = mention.unit === 'phase' ? known.find(({ id }) => id === mention.id) : undefined;
  if (document !== undefined)
    return linesOf(context, mention).some(({ says }) => says === 'running')
      ? { ...document, isRunning: true }
      : document;
  const boxes = boxesOf(context, mention);
  const planned = boxes.total > 0 ? null : asStated(plannedPhase(plans, mention), context, plans[0]?.path);
  return { id: mention.id, ...boxes, path: null, ...planned, title: mention.text };
}

/** Phases that are over, by their checklists or by what the file says, in the order of their numbers. */
export const phasesOver = (context: Context | null, documents: readonly Document[]): PhaseProgress[] =>
  [
    ...readPhaseDocuments(documents).filter(({ done, total }) => total > 0 && done === total),
    ...(context === null ? [] : unitsOver(context).filter(({ title }) => title.startsWith('Phase '))),
  ].sort((a, b) => compareIds(a.id, b.id));

const declaredOver = (known: readonly PhaseDocument[], documents: readonly Document[]): PhaseProgress[] =>
  known.filter(
    ({ path, title, done }) =>
      (done === 0 && isFinished(title)) ||
      documents.some((one) => one.path === path && isDeclaredOver(one.text)),
  );

// One in which nobody ticked a box says nothing where later ones are ticked, or against a context file.
function openDocument(
  known: readonly PhaseDocument[],
  over: readonly PhaseProgress[],
  context: Context | null,
): PhaseDocument | undefined {
  const last = known.findLastIndex(({ done }) => done > 0);
  if (context !== null && last < 0) return undefined;
  return known.find(
    ({ id, done, total }, index) =>
      done < total && (done > 0 || index > last) && !over.some((one) => one.id === id),
  );
}

// Where all phases are over, what comes next names none of them.
function runningMention(context: Context): Mention | undefined {
  const [first] = phaseMentions(context);
  const isField = placesOf(context, 'phase').some(
    ({ line, to }) => first !== undefined && line <= first.line && first.line <= to,
  );
  if (isField)
    return frontMatterOver(context) === undefined &&
      !isLabelledOver(first, context) &&
      !fieldsOver(context).some(({ id }) => first !== undefined && compareIds(id, first.id) === 0)
      ? first
      : undefined;
  const isOver =
    allOver(context) !== undefined || ownPhaseOver(context).length + fieldsOver(context).length > 0;
  return isOver ? undefined : first;
}

// `**Phase 4:** Complete 2026-06-04` below `**Phase:** 04 of 5`
const isLabelledOver = (mention: Mention | undefined, { outline }: Context): boolean =>
  mention !== undefined &&
  outline.lines.some(({ content }) => {
    const label = /^\W*phase/i.test(content) ? labelOf(content) : null;
    const [phase] = label === null || !startsClosed(label.value) ? [] : findPhases(label.name);
    return phase !== undefined && compareIds(phase.id, mention.id) === 0 && phase.unit === mention.unit;
  });

const allOver = (context: Context): Said | undefined =>
  frontMatterOver(context) ??
  [
    ...placesOf(context, 'state').map((place) => ({ text: titleRest(place, context), line: place.line })),
    ...pointsOf(context, 'state'),
  ].find(({ text }) => saysAllOver(text));

// `### ALL 6 PHASES + REVIEW COMPLETE` in a file that names no phase that runs. Where no other document plans
// any, an earlier session's word stands.
function headingOver(context: Context, hasPlans: boolean): Said | undefined {
  const isPast = isWithin(pastBlocks(context));
  const own = context.outline.sections.find(
    ({ level, from, title }) => level > 0 && !(hasPlans && isPast(from)) && saysAllOver(title),
  );
  return own === undefined ? undefined : { text: own.title, line: own.from + 1 };
}

/** A phase that is named by words alone: `Current phase: hardening`, `P1 — Data layer`, `all phases
 * complete`. */
function saidPhase(context: Context, hasPlans: boolean): PhaseProgress | null {
  const [field] = ownPhase(context);
  const front = field !== undefined && isFinished(field.text) ? undefined : frontMatterOver(context);
  if (front === undefined && field !== undefined && !isWordsOnly(field.text)) return null;
  const said = front ?? field ?? allOver(context) ?? rowsOver(context) ?? headingOver(context, hasPlans);
  if (said === undefined) return null;
  const title = firstClause(said.text);
  return { id: SHORT_ID.exec(title)?.[0] ?? '', title, done: 0, total: 0, path: null };
}

const isWordsOnly = (text: string): boolean =>
  !saysNone(text) && idAtStart(text) === null && findPhases(text).length === 0;

const SHORT_ID = /^[A-Z]{1,2}\d{1,2}[a-z]?\b/;

// A plan that nobody ticks says nothing against the file itself, which may say `Plan: 2 of 4`.
function asStated(
  planned: PhaseProgress | null,
  context: Context,
  own: string | undefined,
): PhaseProgress | null {
  if (planned === null) return planned;
  const closed = closedPlan(context);
  if (closed?.phase === Number(planned.id) && closed.plan > planned.done && closed.plan <= planned.total)
    return { ...planned, done: closed.plan };
  if (planned.done > 0 || planned.path === own) return planned;
  const { outline } = context;
  const at = outline.lines.findIndex(({ content }) => PLAN.test(content));
  const [, current = '', total = ''] = PLAN.exec(outline.lines[at]?.content ?? '') ?? [];
  if (Number(total) !== planned.total) return { ...planned, total: 0 };
  const isOver = outline.lines
    .slice(at, at + 4)
    .some(({ content }) => /^\W*status/i.test(content) && isFinished(content));
  return { ...planned, done: Number(current) - (isOver ? 0 : 1) };
}

const PLAN = /^\W*plan\W{1,4}(\d{1,3}) of (\d{1,3})\b/i;

/** Of the first plan that says it: the phase of that key, or the one that runs; only its own plan says that
 * all are over. */
function plannedPhase(plans: readonly Plan[], key?: PhaseKey, own?: string): PhaseProgress | null {
  for (const { path, phases, current } of plans) {
    const phase =
      key === undefined ? current : phases.find(({ unit, id }) => unit === key.unit && id === idOf(key.id));
    if (phase == null || (key === undefined && path !== own && isPlanOver(phase))) continue;
    const done = phase.tasks.filter(({ isDone }) => isDone).length;
    const isBare = phase.tasks.length === 0 && isPlanOver(phase) && !isFinished(phase.title);
    const title = `${plain(phase.title)}${isBare ? ' (done)' : ''}`;
    return { id: phase.id, title, done, total: phase.tasks.length, path };
  }
  return null;
}

// `## Current phase`, and below it `Phase 25 (Search) COMPLETE — all 9 plans shipped.`
const ownPhaseOver = (context: Context): PhaseProgress[] =>
  ownPhase(context).flatMap(({ text }) => {
    const [phase] = findPhases(text);
    return phase?.isLeading === true && phase.status?.value === 'done' && !phase.isJoint
      ? [{ id: phase.id.toUpperCase(), title: firstClause(text), done: 0, total: 0, path: null }]
      : [];
  });

/** What the file's own field or section on the current phase says first. */
function ownPhase(context: Context): Said[] {
  const own = placesOf(context, 'phase').filter(
    ({ kind, words }) => kind !== 'section' || /^(?:current|active) /.test(words),
  );
  // A milestone has phases.
  const phases = own.filter(({ words }) => unitNamed(words) === 'phase');
  return (phases.length > 0 ? phases : own).flatMap(({ items }) => items.slice(0, 1));
}

const firstClause = (text: string): string => plain(text.split(letters`(?<=\p{L}{3})\.\s`, 1)[0] ?? '');

// `Phase: 7 of 7 (Exports) — COMPLETE`, or `Status: complete` right below the field.
const fieldsOver = (context: Context): PhaseProgress[] =>
  [
    ...placesOf(context, 'phase')
      .filter(({ kind }) => kind !== 'section')
      .flatMap(({ items }) => items.slice(0, 1)),
    ...labelledRows(context, 'phase'),
  ].flatMap(({ text, line }) => {
    const id = idAtStart(text);
    const isBelow = id !== null && !isFinished(text) && isClosedBelow(context, line);
    return id === null || !(isBelow || isFinished(text))
      ? []
      : [
          {
            id: idOf(id),
            title: isBelow ? `${plain(text).replace(RUNNING_BEHIND, '')} — complete` : plain(text),
            done: 0,
            total: 0,
            path: null,
          },
        ];
  });

/** What a field left standing that its status overtook. */
const RUNNING_BEHIND =
  /\s*[—–-]+\s*(?:executing|in progress|running|planning|ready\b.{0,40}|not started)\W*$/i;

/** Lines below a field on the phase in which its status may stand. */
const NEAR = 4;

function isClosedBelow({ outline: { lines } }: Context, line: number): boolean {
  const below = lines.slice(line, line + NEAR).map(({ content }) => content);
  // `Plan: 1 of 3` and `Status: completed`: that plan is.
  if (below.some((content) => isPlanOpen(content))) return false;
  return below.some((content) => {
    const label = labelOf(content);
    return label !== null && /^status$/i.test(label.name) && PHASE_CLOSED.test(label.value);
  });
}

function isPlanOpen(content: string): boolean {
  const [, current, total] = PLAN.exec(content) ?? [];
  return current !== total;
}

// `Complete`, `Phase complete — ready for transition`; not `Plan 2 complete`.
const PHASE_CLOSED =
  /^\W*(?:(?:the |this )?(?:phase|milestone)(?: \S+)?(?: is)? )?(?:complete[d]?|done|finished|shipped|closed|verified)\b(?! (?:plan|up to|through|except))/i;

// Phases that the state says are over, in the order of their numbers: a checklist that nobody ticks says
// nothing of them.
function unitsOver(context: Context): PhaseProgress[] {
  const stated = (['state', 'done'] as const)
    .flatMap((role) => placesOf(context, role))
    .flatMap(({ items }) => items)
    .flatMap(({ text }) => unitsIn(text).flatMap(({ units }) => units))
    .filter((unit) => linesOf(context, unit).some(({ says }) => says === 'done'));
  const listed = placesOf(context, 'done')
    .flatMap(({ items }) => items)
    .flatMap(({ text }) => (isFinished(text) ? findPhases(text).slice(0, 1) : []))
    .filter(({ isLeading, isJoint }) => isLeading && !isJoint);
  const over = [...stated, ...listed].map(({ id, unit }) => ({
    id: id.toUpperCase(),
    title: `${capitalize(unit)} ${id} complete`,
    done: 0,
    total: 0,
    path: null,
  }));
  return over.sort((a, b) => compareIds(a.id, b.id));
}

/** The checklist of each numbered phase document, in the order of the numbers. */
export const readPhaseDocuments = memoize(
  (documents: readonly Document[]): readonly PhaseDocument[] =>
    readPhases(documents).flatMap(({ id, title, path, items }) => {
      if (id === null) return [];
      const done = items.filter(({ isDone }) => isDone).length;
      return [{ id, title: cleanLine(title) || path, done, total: items.length, path }];
    }),
  4,
);

/** The clearest place first. */
export const phaseMentions = memoize(readMentions, 4);

function readMentions(context: Context): readonly Mention[] {
  const phases = placesOf(context, 'phase');
  const fields = [
    ...phases
      .filter(({ kind }) => kind !== 'section')
      .flatMap(({ items, title }) => items.map(({ text, line }) => ({ text, line, unit: unitNamed(title) }))),
    ...labelledRows(context, 'phase').map(({ text, line }) => ({ text, line, unit: unitNamed('phase') })),
  ];
  const titles = [
    ...phases
      .filter(({ kind, title }) => kind === 'section' && isBegun(title) && !isOvertaken(title, context))
      .map(({ title, line }) => ({ text: title, line })),
    ...[...placesOf(context, 'state'), ...placesOf(context, 'next')].map((place) => ({
      text: titleRest(place, context),
      line: place.line,
    })),
  ];
  const open = (role: Role) => pointsOf(context, role).filter((point) => !point.isDone && !isLeadIn(point));
  const states = open('state').filter(({ text }) => !isPartName(text));
  return [
    ...fields.flatMap((field) => mentionIn(field) ?? bareMention(field)),
    ...phases.flatMap((place) => onlyMention(place)),
    ...onlyRunningRow(context),
    ...titles.flatMap((title) => mentionIn(title) ?? []),
    ...[...states, ...beforeRange(open('next').filter(({ text }) => !/^\W*\[/.test(text)))].flatMap(
      (point) => mentionIn(point, true) ?? [],
    ),
  ];
}

// `Phase 3 exit for the phone:` leads to what it takes; `Phase 3: the phone:` is one.
const isLeadIn = ({ text, isHeading }: Point): boolean =>
  !isHeading && /[:：]\W*$/.test(text) && letters`^[^\p{L}]*\p{L}+ \w{1,4} \p{L}`.test(text);

// `Sprint 18 (planned)` in a file whose headings say that Sprint 79 is done was dropped.
function isOvertaken(title: string, { outline }: Context): boolean {
  const [own] = findPhases(title);
  if (own === undefined || own.status?.value === 'running') return false;
  return outline.sections.some(({ title: other }) =>
    findPhases(other).some(
      ({ unit, id, status }) => unit === own.unit && status?.value === 'done' && compareIds(id, own.id) > 0,
    ),
  );
}

// Of `Phase 3-4: components` and `Phase 6: polish`, both to come, the second is not the one that runs.
const RANGE = /^[^a-z]*(?:phases?|sprints?|stages?|milestones?|fases?|etapas?)\s*\d+\s?[-–]\s?\d/i;

function beforeRange(points: readonly Point[]): readonly Point[] {
  const range = points.findIndex(({ text }) => RANGE.test(text));
  return range < 0 ? points : points.slice(0, range);
}

// In a table of units one row may say `In progress`.
function onlyRunningRow(context: Context): Mention[] {
  const running = unitRows(context).filter(({ says }) => says === 'running');
  return running.length === 1 ? running : [];
}

// Each row of the tables of units says that it is done.
function rowsOver(context: Context): Said | undefined {
  const rows = unitRows(context);
  const [first] = rows;
  if (first === undefined || rows.length < FEWEST_ROWS || rows.some(({ says }) => says !== 'done')) return;
  return { text: `all ${first.unit}s of the table are done`, line: first.line };
}

const FEWEST_ROWS = 3;

type UnitRow = Mention & { readonly says: Says };

/** Rows of tables that have a column of units: what each says of how far its unit is. */
const unitRows = memoize(
  (context: Context): readonly UnitRow[] =>
    unitIndexes(context).stated.flatMap((index): UnitRow[] => {
      const row = unitOfRow(context, index);
      const line = context.outline.lines[index];
      if (row === null || line === undefined) return [];
      const { unit, id } = row.unit;
      const says = readUnitLine(context, line, { index, unit: row.unit })?.says ?? null;
      const text = `${capitalize(unit)} ${id}${row.text === '' ? '' : `: ${row.text}`}`;
      return [{ unit: unitNamed(unit), id: id.toUpperCase(), text, line: index + 1, says }];
    }),
  4,
);

// Below `## Current phase`; a list of all phases names more than one that is open.
function onlyMention({ kind, title, items }: Place): Mention[] {
  if (kind !== 'section' || findPhases(title).length > 0) return [];
  const mentions = items.flatMap((item) => mentionIn(item, true) ?? []);
  return new Set(mentions.map(({ id }) => id)).size === 1 ? mentions.slice(0, 1) : [];
}

// `Phase 2 editor tools:` stands over what there is, `Phase 2: tools` and `Phase 2 is in progress` say where
// things are.
function isPartName(text: string): boolean {
  const [phase] = findPhases(text);
  if (phase === undefined || !phase.isLeading || phase.status?.value === 'done') return false;
  return letters`^\S+\s*\S+ \p{L}`.test(phase.text) && !isBegun(phase.text);
}

/** A phase that a point is about is named at its start. */
const LONGEST_TEXT = 500;

// `Phase 18 (second proof) was RETIRED`
const GIVEN_UP =
  /^\W*\S+ \S+(?: [^.]{0,60}?)?\b(?:retired|cancell?ed|abandoned|wound down|superseded|dropped)\b/i;

type Said = { readonly text: string; readonly line: number };

function mentionIn({ text, line }: Said, isRunning = false): Mention | null {
  const read = plainText(text.slice(0, LONGEST_TEXT));
  const phase = (GIVEN_UP.test(text) ? [] : findPhases(read)).find(
    ({ status, isLeading, isJoint, before }) =>
      status?.value !== 'done' &&
      !isJoint &&
      (!isRunning || isLeading || isBegun(before) || (before.trim() === '' && status?.value === 'running')),
  );
  if (phase === undefined) return null;
  const { unit, id, start, text: clause } = phase;
  return { unit, id, text: plain(clause + rest(clause, read.slice(start + clause.length))), line };
}

// `Wave 1 (independent, no tables)`: a clause may end inside a bracket.
const rest = (clause: string, behind: string): string =>
  /\([^()]*$/.test(clause) ? (/^[^()]{0,120}\)/.exec(behind)?.[0] ?? '') : '';

// `**Phase:** 2 of 5`
function bareMention({ text, line, unit }: Said & { readonly unit: Unit }): Mention | [] {
  const id = idAtStart(text);
  return id === null || isFinished(text) ? [] : { unit, id: id.toUpperCase(), text: plain(text), line };
}

const idAtStart = (text: string): string | null =>
  letters`^\W*(\d{1,3}(?:\.\d{1,2})*[a-zA-Z]?)(?![\p{L}\d])`.exec(text)?.[1] ?? null;

const plain = (text: string): string =>
  cleanLine(plainText(text)).replace(/(?<!\s)\s*(?<![=–—-])[=–—-]+$/, '');

type Boxes = { readonly done: number; readonly total: number };

// A checklist that stands in the file itself, below the phase's own heading.
function boxesOf({ outline }: Context, key: PhaseKey): Boxes {
  const section = outline.sections.find(({ title }) =>
    findPhases(title).some((phase) => isSamePhase(phase, key) && phase.status?.value !== 'done'),
  );
  return section === undefined ? { done: 0, total: 0 } : countBoxes(outline, section.from, section.to);
}

function countBoxes({ lines }: Outline, from = 0, to = lines.length): Boxes {
  const boxes = readItems(lines, [from, to]).filter(({ isDone }) => isDone !== null);
  return { done: boxes.filter(({ isDone }) => isDone).length, total: boxes.length };
}
