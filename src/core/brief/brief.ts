// What a new session is told, as data.

import type { DocumentKind } from '../config/defaults.ts';
import type { Context } from '../context/context.ts';
import type { Role } from '../context/names.ts';
import { findDrift } from '../drift/drift.ts';
import type { Drift, Lag } from '../drift/facts.ts';
import { letters } from '../letters.ts';
import type { Decision } from '../types.ts';
import { cleanLine } from '../wording/lines.ts';
import type { BriefFacts, Freshness } from './facts.ts';
import { loggedGotchas, notSaid } from './logged.ts';
import { type Pause, takePause } from './pause.ts';
import { currentPhase, type PhaseProgress, readPhaseDocuments } from './phase.ts';
import { latestEntry, type Point, pointsOf, withoutEmptyHeadings } from './points.ts';
import { findForTask, type TaskFindings } from './task.ts';

const ROLES = [
  'state',
  'next',
  'blockers',
  'doNot',
  'standards',
  'gotchas',
] as const satisfies readonly Role[];
export type PointRole = (typeof ROLES)[number];

export type Brief = Readonly<Record<PointRole, readonly Point[]>> & {
  readonly freshness: Freshness;
  readonly phase: PhaseProgress | null;
  /** Phases whose checklist is complete. */
  readonly finished: readonly PhaseProgress[];
  /** Those that stand, the latest first. */
  readonly decisions: readonly Decision[];
  /** Paths, in reading order. */
  readonly read: readonly string[];
  readonly warnings: readonly Drift[];
  readonly task: TaskFindings | null;
  readonly pause: Pause | null;
};

export function buildBrief(facts: BriefFacts): Brief {
  const { document, freshness, phases, decisions } = facts;
  const context = document?.context ?? null;
  const phase = currentPhase(context, phases);
  const warnings = document === null ? [] : findDrift({ ...facts, ...document, lag: lagOf(freshness) });
  return {
    ...allPoints(context, warnings),
    freshness,
    phase,
    finished: readPhaseDocuments(phases).filter(({ done, total }) => total > 0 && done === total),
    decisions: decisions.filter(({ status }) => status === 'stands').reverse(),
    read: readingOrder(facts, phase),
    warnings,
    task: facts.task === null ? null : findForTask(facts.task.text, facts.task.documents, decisions),
    pause: takePause(facts.pause, facts),
  };
}

const lagOf = ({ isDue, commits, daysBehind, owed }: Freshness): Lag | null =>
  isDue ? { commits, days: daysBehind, subjects: owed.map(({ subject }) => subject) } : null;

// Orders that have no business in a rule either are shown once, among the warnings.
function allPoints(context: Context | null, warnings: readonly Drift[]): Record<PointRole, readonly Point[]> {
  const hidden = new Set(
    warnings.flatMap(({ rule, line }) => (rule === 'addresses-assistant' ? [line] : [])),
  );
  const isShown = ({ line }: Point) => !hidden.has(line);
  const read = (role: PointRole): readonly Point[] =>
    context === null ? [] : pointsOf(context, role).filter(isShown);
  const points = Object.fromEntries(ROLES.map((role) => [role, read(role)])) as Record<
    PointRole,
    readonly Point[]
  >;
  const latest = context === null ? { state: [], next: [] } : latestEntry(context);
  const done = context === null ? [] : pointsOf(context, 'done');
  const logged = context === null ? [] : notSaid(loggedGotchas(context), points.gotchas).filter(isShown);
  return {
    ...points,
    next: stillOpen([...points.next, ...notSaid(latest.next, points.next)]),
    blockers: stillOpen(points.blockers),
    gotchas: stillOpen(
      [...points.gotchas, ...logged].map((point) => ({
        ...point,
        isDone: point.isDone && !isAdvice(point),
      })),
    ),
    state: firstOf(points.state, latest.state, done),
  };
}

const firstOf = (...choices: readonly (readonly Point[])[]): readonly Point[] =>
  choices.find(({ length }) => length > 0) ?? [];

const stillOpen = (points: readonly Point[]): readonly Point[] =>
  withoutEmptyHeadings(points.filter(({ isDone, isHeading }) => !isDone || isHeading));

// `✅ Always run the migrations first` among the gotchas.
const isAdvice = ({ text }: Point): boolean => letters`^[^\p{L}]*[✅✔]`.test(text);

const READING: readonly DocumentKind[] = [
  'context',
  'phases',
  'architecture',
  'start',
  'hypothesis',
  'conversation',
  'decisions',
  'models',
  'setup',
  'roadmap',
];

/** Of a kind with many documents the first ones; a folder of decisions is not read from end to end. */
const MOST_OF_A_KIND = 3;

function readingOrder({ present, document }: BriefFacts, phase: PhaseProgress | null): string[] {
  const paths = READING.flatMap((kind) => {
    if (kind === 'context') return document === null ? [] : [document.path];
    const current = present[kind].filter((path) => path === phase?.path);
    return current.length > 0 ? current : present[kind].slice(0, MOST_OF_A_KIND);
  });
  return [...new Set(paths)].map(cleanLine);
}
