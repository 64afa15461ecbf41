// The phases that one document holds, by headings or by a list with a box each, and which of them runs.
import { letters } from '../letters.ts';
import { plainText } from '../markdown/inline.ts';
import { type Item, readItems } from '../markdown/items.ts';
import { type Outline, readOutline, type Section } from '../markdown/outline.ts';
import type { Document } from '../types.ts';
import type { Unit } from '../words/index.ts';
import { isBegun, startsClosed } from './finished.ts';
import { findPhases } from './phases.ts';
import type { StatusValue } from './status.ts';

export type Task = { readonly text: string; readonly line: number; readonly isDone: boolean };

export type PlanPhase = {
  /** In capitals; null: a numbered part of a change. */
  readonly unit: Unit | null;
  readonly id: string;
  readonly title: string;
  readonly status: StatusValue | null;
  readonly tasks: readonly Task[];
};

export type Plan = {
  readonly path: string;
  readonly phases: readonly PlanPhase[];
  /** The one that runs or comes next; the last one where all are done; null where none says how far it is. */
  readonly current: PlanPhase | null;
  /** Open tasks: those of the current phase, or of the document where it has no phases. */
  readonly next: readonly Task[];
  /** Its boxes stand below headings that name a checklist, a plan, tasks or milestones. */
  readonly isChecklist: boolean;
};

export function readPlan({ path, text }: Document): Plan {
  const outline = readOutline(text);
  const byHeading = headedPhases(outline, /\btasks\.md$/.test(path)).map(withRow(outline));
  const phases = byHeading.length > 0 ? byHeading : listedPhases(outline);
  const current = currentOf(phases);
  const tasks = byHeading.length > 0 ? (current?.tasks ?? []) : tasksIn(outline, 0, outline.lines.length);
  const next = tasks.filter(({ isDone }) => !isDone);
  return { path, phases, current, next, isChecklist: next.length > 0 && next.every(isListed(outline)) };
}

/** The phases that a plan lists with a box each, and those below headings with their tasks; in the order of
 * the list. */
export function phasesOfPlan({ text }: Document): PlanPhase[] {
  const outline = readOutline(text);
  const headed = headedPhases(outline, false);
  const listed = listedPhases(outline);
  const isSame = (one: PlanPhase, other: PlanPhase) => one.unit === other.unit && one.id === other.id;
  const whole = listed.map((phase) => ({ ...phase, ...headed.find((one) => isSame(one, phase)) }));
  return [...whole, ...headed.filter((one) => !listed.some((phase) => isSame(one, phase)))];
}

const LISTS = /\b(?:checklist|plan|tasks?|milestones?|phases|roadmap|to-?dos?|backlog)\b/i;

const isListed =
  ({ sections }: Outline) =>
  ({ line }: Task): boolean =>
    LISTS.test(
      sections.findLast(({ level, from, to }) => level > 1 && from < line && line <= to)?.title ?? '',
    );

export const isPlanOver = ({ status, tasks }: PlanPhase): boolean =>
  status === 'done' || (tasks.length > 0 && tasks.every(({ isDone }) => isDone));
const isPartly = (phase: PlanPhase): boolean =>
  !isPlanOver(phase) && phase.tasks.some(({ isDone }) => isDone);

// What a heading says runs; else what is ticked in part; else what follows the last one that is over.
function currentOf(phases: readonly PlanPhase[]): PlanPhase | null {
  const said = phases.filter((phase) => phase.status !== null || phase.tasks.length > 0);
  const running = said.find((phase) => phase.status === 'running' && !isPlanOver(phase));
  const last = said.findLastIndex(isPlanOver);
  return running ?? said.findLast(isPartly) ?? said[last + 1] ?? said.at(-1) ?? null;
}

const NUMBERED = letters`^(\d{1,2})[.)]\s+(?=\p{L})`;

// `## Phase 2: Tides`; in a list of tasks whose headings name no phase, the numbered ones that hold boxes
// (`## 2. Tides`).
function headedPhases(outline: Outline, isOfTasks: boolean): PlanPhase[] {
  const named = outline.sections.flatMap((section) => phaseOf(section, outline) ?? []);
  if (named.length > 0 || !isOfTasks) return named.some(saysHowFar) ? named : [];
  const numbered = outline.sections.flatMap((section) => numberedPart(section, outline) ?? []);
  return numbered.filter(({ tasks }) => tasks.length > 0);
}

/** In capitals, and `3` for `03`. */
export const idOf = (id: string): string => id.toUpperCase().replace(/^0+(?=\d)/, '');

const saysHowFar = ({ status, tasks }: PlanPhase): boolean => status !== null || tasks.length > 0;

function phaseOf({ level, title, from, to }: Section, outline: Outline): PlanPhase | null {
  const [phase] = level > 1 ? findPhases(title) : [];
  if (phase === undefined || !phase.isLeading || phase.isJoint) return null;
  const { unit, id, status } = phase;
  const tasks = tasksIn(outline, from + 1, to);
  return {
    unit,
    id: idOf(id),
    title: plainText(title).replace(BOX, ''),
    status: status?.value ?? null,
    tasks,
  };
}

// `### [x] Milestone 1: Search`
const BOX = /^\[[ xX]\]\s*/;

// `| **Phase 6** | validated | tests |` in an overview says it of the phase with open boxes below.
const withRow = ({ lines }: Outline): ((phase: PlanPhase) => PlanPhase) => {
  const over = readItems(lines, [0, lines.length]).flatMap(({ text, kind }) => {
    const [name = '', ...cells] = kind === 'row' ? text.split(' — ').map(plainText) : [];
    const [phase] = findPhases(name);
    const isAlone = phase?.isLeading === true && !phase.isJoint;
    return isAlone && cells.some((cell) => cell.length <= LONGEST_STATUS && startsClosed(cell))
      ? [phase]
      : [];
  });
  return (phase) =>
    phase.status === null && over.some(({ unit, id }) => unit === phase.unit && idOf(id) === phase.id)
      ? { ...phase, status: 'done' }
      : phase;
};

function numberedPart({ level, title, from, to }: Section, outline: Outline): PlanPhase | null {
  const id = level > 1 ? NUMBERED.exec(title)?.[1] : undefined;
  if (id === undefined) return null;
  return { unit: null, id, title: plainText(title), status: null, tasks: tasksIn(outline, from + 1, to) };
}

// `- [x] **Phase 1: Foundation**`
function listedPhases({ lines }: Outline): PlanPhase[] {
  return readItems(lines, [0, lines.length]).flatMap((item): PlanPhase[] => {
    const [phase] = item.isDone === null ? [] : findPhases(item.text);
    if (phase === undefined || !phase.isLeading) return [];
    const { unit, id } = phase;
    const status = item.isDone === true ? 'done' : 'pending';
    // `**Phase 3: Charts** - curves and tables`
    const name = /^\W*\*\*([^*]+)\*\*/.exec(item.text)?.[1] ?? phase.text;
    return [{ unit, id: idOf(id), title: plainText(name), status, tasks: [] }];
  });
}

const tasksIn = ({ lines }: Outline, from: number, to: number): Task[] =>
  readItems(lines, [from, to]).flatMap((item) => {
    const isDone = item.isDone ?? rowIsDone(item);
    return isDone === null || BLANK.test(item.text)
      ? []
      : [{ text: plainText(item.text), line: item.line, isDone }];
  });

// `24-01: TBD (planned later)`
const BLANK = /(?:^|: )\W*(?:TBD|TODO|\[[^\]]*\]|\.{3}|…)\W*(?:\(.*)?$/;

/** What a cell of a status says, and nothing else. */
const LONGEST_STATUS = 24;

// A row of a table tells in a cell of its own how far its task is; what is deferred counts neither way.
function rowIsDone({ text, kind }: Item): boolean | null {
  const cells = kind === 'row' ? text.split(' — ').filter(({ length }) => length <= LONGEST_STATUS) : [];
  if (cells.some(startsClosed)) return true;
  return cells.slice(1).some((cell) => isBegun(cell)) ? false : null;
}
