// Phases that the file names as current or next, and that are over.

import { type Mention, type PhaseDocument, phaseMentions, readPhaseDocuments } from '../brief/phase.ts';
import { readClaims } from '../claims/index.ts';
import type { Context } from '../context/context.ts';
import {
  findPhases,
  isSamePhase,
  type NamedPhase,
  type PhaseKey,
  phaseKey,
  unitNamed,
} from '../phases/phases.ts';
import { tokensOf } from '../ranking.ts';
import type { Message } from '../types.ts';
import { cleanLine } from '../wording/lines.ts';
import { fold, mayNameUnit } from '../words/lexicon.ts';
import type { Drift, DriftFacts, FinishedBy, RecentCommit } from './facts.ts';

export function finishedPhases({ context, phases, commits }: DriftFacts): Drift[] {
  const documents = readPhaseDocuments(phases);
  const named = new Map(
    phaseMentions(context)
      .toReversed()
      .map((mention) => [keyOf(mention), mention]),
  );
  const naming = commits.filter(({ commit: { message } }) => mayNameUnit(fold(message)));
  return [...named.values()].flatMap((mention): Drift[] => {
    const by =
      completion(mention, naming) ??
      lastPlan(mention, context, commits) ??
      checklist(mention, documents) ??
      laterPhase(mention, naming);
    const { id, text, line } = mention;
    return by === null || saysSo(mention, context) || ROSE.test(text)
      ? []
      : [{ rule: 'phase-finished', phase: id, text, line, by }];
  });
}

// `Phase: 2 of 3`, and below it `Status: Phase complete`.
const saysSo = ({ line }: Mention, { outline }: Context): boolean =>
  outline.lines.slice(line, line + 3).some(({ content }) => COMPLETE.test(content));

const COMPLETE = /^\W*status\W+(?:the )?(?:phase|milestone|sprint) (?:is )?(?:complete|completed|done)\b/i;

/** `Phase 1 - Discovery: 60% → 75%` tells of a day that is over. */
const ROSE = /\d ?% ?(?:→|->|=>|to) ?\d+ ?%/;

const keyOf = ({ unit, id }: PhaseKey): string => `${unit} ${id}`;

function completion(mention: Mention, commits: readonly RecentCommit[]): FinishedBy | null {
  const found = commits.find(
    ({ message }) => completes(message, mention) && !isOfAnotherPlan(message, mention),
  );
  return found === undefined ? null : { kind: 'commit', sha: found.commit.sha, subject: subjectOf(found) };
}

// `Phase 1: Mixed content - RESOLVED` is no `Phase 1 - Frontend discovery`.
function isOfAnotherPlan({ subject, body }: Message, { unit, id, text }: Mention): boolean {
  const titled = new RegExp(`\\b${unit}s?[ -]0*${id.replace(/\W/g, '\\$&')} ?(?:[:(]|[-–—] )(.{3,80})`, 'i');
  const own = new Set(tokensOf(text).filter((word) => !ASIDE.has(word)));
  const others = `${subject}\n${body.slice(0, LONGEST_BODY)}`
    .split('\n')
    .map((line) => tokensOf(titled.exec(line)?.[1] ?? '').filter((word) => !ASIDE.has(word)))
    .filter((words) => words.length > 0);
  return own.size > 1 && others.length > 0 && others.every((words) => !words.some((word) => own.has(word)));
}

const LONGEST_BODY = 5000;

// `Plan: 1 of 2` of phase 9, and a commit that brings `09-02-SUMMARY.md`.
function lastPlan(
  { unit, id }: Mention,
  { outline }: Context,
  commits: readonly RecentCommit[],
): FinishedBy | null {
  const told = outline.lines.map(({ content }) => PLANS.exec(content)?.[1]).find(Boolean);
  if (unit !== 'phase' || told === undefined) return null;
  const isLast = (path: string) => {
    const [, phase, plan] = SUMMARY.exec(path) ?? [];
    return phase !== undefined && Number(phase) === Number(id) && Number(plan) === Number(told);
  };
  const found = commits.find(({ commit }) =>
    commit.files.some(({ status, path }) => status === 'A' && isLast(path)),
  );
  return found === undefined ? null : { kind: 'commit', sha: found.commit.sha, subject: subjectOf(found) };
}

const PLANS = /^\W*plan\W+\d+ of (\d+)\b/i;
const SUMMARY = /(?:^|\/)(\d{1,3})-(\d{1,3})-SUMMARY\.md$/;

/** `PHASE-2-DAY-3-COMPLETE.md` is about a part of phase 2. */
const OF_A_PART = /(?:day|week|part|step|task|slice|batch|wave)[-_ ]?\d[^/]*$/i;

function checklist({ unit, id }: Mention, documents: readonly PhaseDocument[]): FinishedBy | null {
  const done = documents.find(
    (one) => one.id === id && one.total > 0 && one.done === one.total && !OF_A_PART.test(one.path),
  );
  return unit === 'phase' && done !== undefined
    ? { kind: 'checklist', path: done.path, total: done.total }
    : null;
}

const subjectOf = ({ message }: RecentCommit): string => cleanLine(message.subject);

// Work on a phase that comes after it; documents may merely plan one.
function laterPhase(mention: Mention, commits: readonly RecentCommit[]): FinishedBy | null {
  const isLater = ({ unit, id }: PhaseKey) =>
    unit === mention.unit && Number.parseInt(id, 10) > Number.parseInt(mention.id, 10);
  for (const one of commits) {
    const later = workedOn(one.message).find(isLater);
    if (later !== undefined && !isOfAnotherPlan(one.message, mention))
      return { kind: 'later', sha: one.commit.sha, subject: subjectOf(one), phase: later.id };
  }
  return null;
}

// `Phase 2 of the cache rewrite` is none of the project's.
const PART = /^\S+\s*\S+ of (?!\d)/;

const STARTED = /\b(?:starts?|begins?|kicks? off)\s+$/i;

function workedOn({ type, scope, description }: Message): PhaseKey[] {
  if (type === 'docs' || type === 'chore' || /\bplan/i.test(description)) return [];
  const [, unit, id] = /^(phase|sprint|milestone|stage)[-_ ]?(\d+(?:\.\d+)*)/i.exec(scope ?? '') ?? [];
  const named = findPhases(description).filter(
    ({ isLeading, before, text }) => (isLeading || STARTED.test(before)) && !PART.test(text),
  );
  if (unit !== undefined && id !== undefined) return [{ unit: unitNamed(unit), id }, ...named];
  // `feat(01-02): Phase 3 tone` is the second plan of phase 1, whose tone has phases of its own.
  const plan = /^0*(\d{1,3})-\d{1,3}$/.exec(scope ?? '')?.[1];
  return plan === undefined ? named : named.filter((phase) => Number.parseInt(phase.id, 10) === Number(plan));
}

/** Whether a message claims that the phase is finished, or says it of the phase by its own title. */
const completes = (message: Message, mention: Mention): boolean =>
  readClaims(message).some(
    ({ kind, unit, id }) =>
      kind === 'phase-done' && isSamePhase(phaseKey(unit ?? 'phase', id ?? ''), mention),
  ) ||
  findPhases(message.subject).some(
    (phase) => isSamePhase(phase, mention) && isSaidDone(phase) && isByTitle(phase, mention),
  );

const isSaidDone = ({ status, before }: NamedPhase): boolean =>
  status?.value === 'done' || /\b(?:completes?|finish(?:es)?)\s+$/i.test(before);

const STEP = /\b(?:step|part|task|batch|item|week|day)s?\s*#?\d/i;

/** Words for all of a phase. */
const ALL = tokensOf('implementation development work all everything now fully');

/** Words that are in any plan. */
const ASIDE = new Set([
  ...ALL,
  ...tokensOf(
    'phase sprint milestone stage step complete completed done finished resolved ready now current',
  ),
]);

// `Phase 2: Core complete` says it of the phase, `Phase 2 tests complete` and `Phase 2 step 1 done` of a
// part.
function isByTitle({ title }: NamedPhase, mention: Mention): boolean {
  const own = new Set([...ALL, ...tokensOf(mention.text)]);
  const words = tokensOf(title);
  return words.length > 0 && !STEP.test(title) && words.every((word) => own.has(word));
}
