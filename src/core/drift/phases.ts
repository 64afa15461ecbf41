// Phases that the file names as current or next, and that are over.
import { cleanLine } from '../brief/foreign.ts';
import { phaseMentions, readPhaseDocuments } from '../brief/phase.ts';
import { findPhases, isFinished } from '../brief/phase-words.ts';
import type { Message } from '../types.ts';
import type { Drift, DriftFacts, RecentCommit } from './drift.ts';

export type FinishedBy =
  | { readonly kind: 'commit'; readonly sha: string; readonly subject: string }
  | { readonly kind: 'later'; readonly sha: string; readonly subject: string; readonly phase: string }
  | { readonly kind: 'checklist'; readonly path: string; readonly total: number };

export function finishedPhases({ context, phases, commits }: DriftFacts): Drift[] {
  const documents = readPhaseDocuments(phases);
  const mentions = [
    ...new Map(
      phaseMentions(context)
        .reverse()
        .map((mention) => [mention.id, mention]),
    ).values(),
  ];
  return mentions.flatMap(({ id, text, line }): Drift[] => {
    const done = documents.find((one) => one.id === id && one.total > 0 && one.done === one.total);
    const by =
      completion(id, commits) ??
      (done === undefined
        ? laterPhase(id, commits)
        : { kind: 'checklist' as const, path: done.path, total: done.total });
    return by === null ? [] : [{ rule: 'phase-finished', phase: id, text, line, by }];
  });
}

function completion(id: string, commits: readonly RecentCommit[]): FinishedBy | null {
  const found = commits.find(({ message }) => completedBy(message).includes(id));
  return found === undefined ? null : { kind: 'commit', sha: found.commit.sha, subject: subjectOf(found) };
}

const subjectOf = ({ message }: RecentCommit): string => cleanLine(message.subject);

// Work on a phase that comes after it; documents may merely plan one.
function laterPhase(id: string, commits: readonly RecentCommit[]): FinishedBy | null {
  for (const one of commits) {
    const phase = workedOn(one.message).find((later) => Number.parseInt(later, 10) > Number.parseInt(id, 10));
    if (phase !== undefined) return { kind: 'later', sha: one.commit.sha, subject: subjectOf(one), phase };
  }
  return null;
}

function workedOn({ type, scope, description }: Message): string[] {
  if (type === 'docs' || type === 'chore' || /\bplan/i.test(description)) return [];
  const scoped = /^phase[-_ ]?(\d+(?:\.\d+)*)/i.exec(scope ?? '')?.[1];
  const leading = findPhases(description).filter(({ isLeading }) => isLeading);
  return [...(scoped === undefined ? [] : [scoped]), ...leading.map((one) => one.id)];
}

/** Phases that a message says to be finished: in its subject, or in a trailer `Phase: 0 complete`. */
export function completedBy({ subject, trailers }: Message): string[] {
  const said = trailers
    .filter(({ key, value }) => key === 'phase' && isFinished(value))
    .flatMap(({ value }) => /\d+(?:\.\d+)*[a-z]?/i.exec(value)?.[0].toUpperCase() ?? []);
  const named = findPhases(subject).filter(
    ({ isOver, before }) => isOver || /\b(?:completes?|finish(?:es)?)\s+$/i.test(before),
  );
  return [...said, ...named.map(({ id }) => id)];
}
