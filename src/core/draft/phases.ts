// Which phases commits completed, and what the phase documents say comes next.
import { claimsOf } from '../claims/index.ts';
import { foldName } from '../context/roles.ts';
import { compareIds, type Phase } from '../phases/documents.ts';
import { findPhases } from '../phases/phases.ts';
import type { OwedCommit } from '../types.ts';

/** The number of the first phase that a text names. */
export const phaseNamed = (text: string): string | null => findPhases(text)[0]?.id ?? null;

/** Numbers of the phases that a commit says are complete, in capitals. */
export const completedPhases = (owed: OwedCommit): string[] => [
  ...new Set(
    claimsOf(owed).flatMap(({ kind, id }) =>
      kind === 'phase-done' && id !== null ? [id.toUpperCase()] : [],
    ),
  ),
];

/** What comes next by the phase documents; null where they do not say. */
export function nextByPhases(phases: readonly Phase[], commits: readonly OwedCommit[]): string | null {
  const completed = commits.flatMap(completedPhases).sort(compareIds).at(-1);
  if (completed !== undefined)
    return titleBehind(
      phases,
      phases.findLastIndex(({ id }) => id === completed),
    );
  const current = currentPhase(phases, commits);
  if (current === undefined) return null;
  const item = current.items.find(({ isDone }) => !isDone);
  if (item !== undefined && !isInTurn(current)) return null;
  return item === undefined ? titleBehind(phases, phases.indexOf(current)) : item.text;
}

// A backlog's first open item is one of many: it comes next where all before it are done and none behind it,
// or where nothing of a numbered phase's short list is.
function isInTurn({ id, items }: Phase): boolean {
  const first = items.findIndex(({ isDone }) => !isDone);
  const open = items.slice(first);
  return open.every(({ isDone }) => !isDone) && (first > 0 || (id !== null && open.length <= SHORT_LIST));
}
const SHORT_LIST = 15;

// The one whose document the commits touched or whose number they name; where they name none, the one that is
// begun, or the first behind those that are done. A list that nobody ticks says nothing of where the project
// is.
function currentPhase(phases: readonly Phase[], commits: readonly OwedCommit[]): Phase | undefined {
  const touched = commits.flatMap(({ documents }) => documents.map(({ path }) => path)).reverse();
  const worked = touched.flatMap((path) => phases.find((phase) => phase.path === path) ?? []);
  const named = commits.flatMap(({ message }) => phaseNamed(message.subject) ?? []).at(-1);
  if (worked.length > 0) return worked[0];
  if (named !== undefined) return phases.find(({ id }) => id === named);
  const done = (phase: Phase) => phase.items.length > 0 && phase.items.every(({ isDone }) => isDone);
  const open = phases.findIndex((phase) => phase.items.some(({ isDone }) => !isDone));
  const isReached = open > 0 && phases.slice(0, open).every(done);
  return phases[open]?.items.some(({ isDone }) => isDone) || isReached ? phases[open] : undefined;
}

const titleBehind = (phases: readonly Phase[], index: number): string | null =>
  index < 0 ? null : phases[index + 1]?.title || null;

/** Whether a text is one that `nextByPhases` could have said, now or before. */
export const isPhaseStep = (phases: readonly Phase[], text: string): boolean =>
  phases.some(
    ({ title, items }) =>
      foldName(title) === foldName(text) || items.some((item) => foldName(item.text) === foldName(text)),
  );
