// What a new session is told, as data.

import type { Context } from '../context/context.ts';
import { isDateId } from '../decisions/identity.ts';
import { noteDecision } from '../decisions/noted.ts';
import { newerFirst } from '../decisions/succession.ts';
import { findDrift } from '../drift/drift.ts';
import type { Drift, Lag } from '../drift/facts.ts';
import { readItems } from '../markdown/items.ts';
import { isFinished } from '../phases/finished.ts';
import { type Plan, readPlan } from '../phases/plan.ts';
import type { Decision } from '../types.ts';
import { cleanLine } from '../wording/lines.ts';
import type { BriefFacts, Freshness } from './facts.ts';
import { failedAttempts } from './failed.ts';
import { loggedAs, loggedReverts, notSaid } from './logged.ts';
import { isLongBreak, type Pause, takePause } from './pause.ts';
import { currentPhase, type PhaseProgress, phasesOver } from './phase.ts';
import { type Point, pointOf } from './point.ts';
import { readingOrder } from './reading.ts';
import { firstOf, readSections, type Sections } from './sections.ts';
import { findForTask, type TaskFindings } from './task.ts';
import { type Attempt, findTried } from './tried.ts';

export type { PointRole } from './sections.ts';

export type Brief = Sections & {
  readonly freshness: Freshness;
  readonly phase: PhaseProgress | null;
  /** Phases that are over, in the order of their numbers. */
  readonly finished: readonly PhaseProgress[];
  /** Those that stand, the latest first. */
  readonly decisions: readonly Decision[];
  /** Paths, in reading order. */
  readonly read: readonly string[];
  /** What was tried or weighed and given up. */
  readonly tried: readonly Attempt[];
  readonly warnings: readonly Drift[];
  /** The newest commits, where there is no context file to tell what was done. */
  readonly latest: readonly { readonly sha: string; readonly subject: string }[];
  readonly task: TaskFindings | null;
  readonly pause: Pause | null;
};

export function buildBrief(facts: BriefFacts): Brief {
  const { document, freshness, phases, decisions } = facts;
  const context = document?.context ?? null;
  const warnings = document === null ? [] : findDrift({ ...facts, ...document, lag: lagOf(freshness) });
  const plans = readPlans(facts);
  const phase = currentPhase(context, phases, plans);
  const sections = readSections(context, warnings);
  const { decided, standards } = sections;
  const logged = decisions
    .filter((decision) => decision.status === 'stands' && !isRule(decision, facts))
    .sort(newerFirst);
  const read = readingOrder(facts, phase, isLongBreak(facts));
  return {
    ...sections,
    next: firstOf(
      () => sections.next,
      () => plannedTasks(plans, document?.path ?? null, phase),
      () => (context === null || phase?.path != null ? [] : stepsOf(phase, context)),
    ),
    tried: findTried({
      points: triedPoints(context),
      path: document?.path ?? '',
      commits: facts.commits,
      decisions,
    }),
    freshness,
    phase,
    finished: phasesOver(context, phases),
    // Beside a log of decisions, sentences below `Key decisions` of the file are its rules.
    standards: logged.length > 0 ? [...standards, ...notSaid(decided, standards)] : standards,
    decisions: logged.length > 0 ? logged : decisionsOf(decided, document?.path ?? ''),
    read,
    warnings,
    latest: document === null ? latestCommits(facts) : [],
    task:
      facts.task === null
        ? null
        : findForTask(facts.task.text, {
            documents: facts.task.documents,
            decisions,
            gotchas: sections.gotchas,
          }),
    pause: takePause(facts, read),
  };
}

// A context file may hold phases of its own, and knows best.
const readPlans = ({ document, plans }: BriefFacts): readonly Plan[] => {
  const own = document === null ? [] : [{ path: document.path, text: document.context.text }];
  return [...own, ...plans].map(readPlan);
};

const MOST_LATEST = 8;

const latestCommits = ({ commits }: BriefFacts): Brief['latest'] =>
  commits
    .filter(({ message }) => message.kind !== 'merge')
    .slice(0, MOST_LATEST)
    .map(({ commit, message }) => ({ sha: commit.sha, subject: message.subject }));

/** Open tasks that are told where no file says what is next. */
const MOST_TASKS = 5;

function plannedTasks(
  plans: readonly Plan[],
  own: string | null,
  phase: PhaseProgress | null,
): readonly Point[] {
  // A box that nobody ticked in a phase that the file says is over is not what comes next.
  if (
    own !== null &&
    phase !== null &&
    (isFinished(phase.title) || (phase.total > 0 && phase.done === phase.total))
  )
    return [];
  const plan = plans.find(
    ({ path, phases, next, isChecklist }) =>
      next.length > 0 && (path !== own || phases.length > 0 || isChecklist),
  );
  // Of the phase that the file names, where the plan thinks of another.
  const stated = plan?.phases.find(({ id }) => phase?.path === plan.path && id === phase.id);
  const open = stated?.tasks.filter(({ isDone }) => !isDone) ?? plan?.next ?? [];
  const ahead = phase === null || phase.path !== plan?.path ? 0 : phase.done + open.length - phase.total;
  return open
    .slice(Math.max(0, ahead))
    .slice(0, MOST_TASKS)
    .map(({ text, line }) => ({
      text: cleanLine(text),
      line,
      depth: 0,
      isHeading: false,
      isDone: false,
      kind: 'item',
      path: plan?.path,
    }));
}

// The list below the heading of the phase that runs, in the file itself.
function stepsOf(phase: PhaseProgress | null, { outline }: Context): readonly Point[] {
  if (phase === null || isFinished(phase.title)) return [];
  const own = outline.sections.find(
    ({ title, level }) => level > 1 && cleanLine(title).includes(phase.title),
  );
  if (own === undefined) return [];
  return readItems(outline.lines, [own.from + 1, own.to])
    .map(pointOf)
    .filter(({ kind, depth, isDone }) => kind === 'item' && depth === 0 && !isDone)
    .slice(0, MOST_TASKS);
}

// With what stands below a point in the same line.
function decisionsOf(points: readonly Point[], path: string): readonly Decision[] {
  const whole: Point[] = [];
  for (const point of points.filter(({ isHeading, isDone }) => !isHeading && !isDone)) {
    const above = whole.at(-1);
    if (above !== undefined && point.depth > above.depth)
      whole[whole.length - 1] = {
        ...above,
        text: `${above.text}${/[:：]$/.test(above.text) ? '' : ';'} ${point.text}`,
      };
    else whole.push(point);
  }
  // `**Decision**: one store`, and its pros and cons beside it.
  const labelled = whole.filter(({ text }) => DECISION.test(text));
  return (labelled.length > 1 ? labelled : whole).map((point) => noteDecision(point, path));
}

const DECISION =
  /^\W*(?:decision|decided|entscheidung|decisi[oó]n|decis[aã]o|décision|decisione|решение)[*_]{0,2}\s?[:：]/i;

// A sentence below `Key decisions` of the context file is a rule of its; the decisions are those of the log.
const isRule = ({ id, date, path }: Decision, { document }: BriefFacts): boolean =>
  path === document?.path && (id === null || id === date || isDateId(id));

const triedPoints = (context: Context | null): readonly Point[] =>
  context === null
    ? []
    : [...failedAttempts(context), ...loggedAs(context, 'rejected'), ...loggedReverts(context)];

const lagOf = ({ isDue, commits, daysBehind, owed }: Freshness): Lag | null =>
  isDue && commits > 0 ? { commits, days: daysBehind, subjects: owed.map(({ subject }) => subject) } : null;
