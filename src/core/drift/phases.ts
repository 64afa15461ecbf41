// Phases that the file names as current or next, and that are over.
import { cleanLine } from '../brief/foreign.ts';
import { type Mention, type PhaseDocument, phaseMentions, readPhaseDocuments } from '../brief/phase.ts';
import { findPhases, isFinished, type Unit, unitOf } from '../brief/phase-words.ts';
import type { Message } from '../types.ts';
import type { Drift, DriftFacts, RecentCommit } from './drift.ts';

export type FinishedBy =
  | { readonly kind: 'commit'; readonly sha: string; readonly subject: string }
  | { readonly kind: 'later'; readonly sha: string; readonly subject: string; readonly phase: string }
  | { readonly kind: 'checklist'; readonly path: string; readonly total: number };

export function finishedPhases({ context, phases, commits }: DriftFacts): Drift[] {
  const documents = readPhaseDocuments(phases);
  const named = new Map(
    phaseMentions(context)
      .reverse()
      .map((mention) => [keyOf(mention), mention]),
  );
  return [...named.values()].flatMap((mention): Drift[] => {
    const by = completion(mention, commits) ?? checklist(mention, documents) ?? laterPhase(mention, commits);
    const { id, text, line } = mention;
    return by === null ? [] : [{ rule: 'phase-finished', phase: id, text, line, by }];
  });
}

type Key = { readonly unit: Unit; readonly id: string };
const keyOf = ({ unit, id }: Key): string => `${unit} ${id}`;

function completion(mention: Mention, commits: readonly RecentCommit[]): FinishedBy | null {
  const found = commits.find(({ message }) => completedBy(message).includes(keyOf(mention)));
  return found === undefined ? null : { kind: 'commit', sha: found.commit.sha, subject: subjectOf(found) };
}

function checklist({ unit, id }: Mention, documents: readonly PhaseDocument[]): FinishedBy | null {
  const done = documents.find((one) => one.id === id && one.total > 0 && one.done === one.total);
  return unit === 'phase' && done !== undefined
    ? { kind: 'checklist', path: done.path, total: done.total }
    : null;
}

const subjectOf = ({ message }: RecentCommit): string => cleanLine(message.subject);

// Work on a phase that comes after it; documents may merely plan one.
function laterPhase(mention: Mention, commits: readonly RecentCommit[]): FinishedBy | null {
  const isLater = ({ unit, id }: Key) =>
    unit === mention.unit && Number.parseInt(id, 10) > Number.parseInt(mention.id, 10);
  for (const one of commits) {
    const later = workedOn(one.message).find(isLater);
    if (later !== undefined)
      return { kind: 'later', sha: one.commit.sha, subject: subjectOf(one), phase: later.id };
  }
  return null;
}

// `Phase 2 of the cache rewrite` is none of the project's.
const PART = /^\S+\s*\S+ of (?!\d)/;

function workedOn({ type, scope, description }: Message): Key[] {
  if (type === 'docs' || type === 'chore' || /\bplan/i.test(description)) return [];
  const [, unit, id] = /^(phase|sprint|milestone|stage)[-_ ]?(\d+(?:\.\d+)*)/i.exec(scope ?? '') ?? [];
  const leading = findPhases(description).filter(({ isLeading, text }) => isLeading && !PART.test(text));
  return unit === undefined || id === undefined ? leading : [{ unit: unitOf(unit), id }, ...leading];
}

/** Phases that a message says to be finished: in its subject, or in a trailer `Phase: 0 complete`. */
function completedBy({ subject, trailers }: Message): string[] {
  const said = trailers
    .filter(({ key, value }) => key === 'phase' && isFinished(value))
    .flatMap(({ value }) => /\d+(?:\.\d+)*[a-z]?/i.exec(value)?.[0].toUpperCase() ?? []);
  const named = findPhases(subject).filter(
    ({ isOver, before }) => isOver || /\b(?:completes?|finish(?:es)?)\s+$/i.test(before),
  );
  return [...said.map((id) => keyOf({ unit: 'phase', id })), ...named.map(keyOf)];
}
