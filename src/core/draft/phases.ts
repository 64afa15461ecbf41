// Phases: which of them commits completed, and what their documents say comes next.

import { foldName } from '../context/roles.ts';
import { lettersIn } from '../letters.ts';
import { plainText } from '../markdown/inline.ts';
import { readItems } from '../markdown/items.ts';
import { readOutline } from '../markdown/outline.ts';
import { trailersNamed } from '../message/index.ts';
import type { Document, OwedCommit } from '../types.ts';
import { describeEvidence } from '../wording/evidence.ts';

export type Phase = {
  /** `0`, `5.5a`, `2B`; null where neither the title nor the path has a number. */
  readonly id: string | null;
  readonly title: string;
  readonly path: string;
  /** Its checkboxes, in order. */
  readonly items: readonly { readonly text: string; readonly isDone: boolean }[];
};

const WORD =
  'phase|fase|faza|фаза|sprint|milestone|stage|étape|etape|etapa|etap|етап|этап|阶段|階段|단계|フェーズ';
const ID = '\\d+(?:\\.\\d+){0,3}[a-z]?';
// Compared in lower case: an expression with the flags i and u together takes milliseconds to be ready.
const NAMED = lettersIn(`(?<![\\p{L}\\p{N}])(?:${WORD})[ _-]?#?(${ID})(?![\\p{L}\\p{N}]|\\.\\d)`, 'gu');

/** The number of the first phase that a text names. */
export const phaseNamed = (text: string): string | null => phasesNamed(text)[0]?.id ?? null;

/** All phases that a text names; `end`: offset behind the number. */
export const phasesNamed = (text: string): { readonly id: string; readonly end: number }[] =>
  [...inLowerCase(text).matchAll(NAMED)].map((match) => ({
    id: match[1] ?? '',
    end: match.index + match[0].length,
  }));

// U+0130 is the one letter that grows, and would move what stands behind it.
const inLowerCase = (text: string): string => text.replaceAll('\u0130', 'i').toLowerCase();

/** In the order of their numbers, then paths. */
export function readPhases(documents: readonly Document[]): Phase[] {
  const phases = documents.map(({ path, text }): Phase => {
    const outline = readOutline(text);
    const title = plainText(outline.sections.find(({ level }) => level === 1)?.title ?? '');
    const boxes = readItems(outline.lines, [0, outline.lines.length]).filter(({ isDone }) => isDone !== null);
    const items = boxes.map((box) => ({ text: box.text, isDone: box.isDone === true }));
    return { id: phaseNamed(title) ?? phaseNamed(path), title, path, items };
  });
  return phases.sort((a, b) => compareIds(a.id, b.id) || (a.path < b.path ? -1 : Number(a.path > b.path)));
}

// What has no number comes first; `5.5` before `5.10` before `5a`. A collator would take long to wake up.
function compareIds(a: string | null, b: string | null): number {
  const [left, right] = [a, b].map((id) => id?.match(/\d+|[a-z]/g)?.map(rankOf) ?? []) as [
    number[],
    number[],
  ];
  const at = left.findIndex((rank, index) => rank !== right[index]);
  return at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
}

const rankOf = (part: string): number => (/\d/.test(part) ? Number(part) : 1e6 + part.charCodeAt(0));

const DONE =
  /\b(?:complete[ds]?|done|finished|closed|validated|shipped|terminée?|finie?|validée?|completad[ao]|terminad[ao]|concluíd[ao]|abgeschlossen|fertig|completat[ao]|ukończona|завершен[ао])\b|✅|完成|完了|완료/iu;

/** Numbers of the phases that a commit completed: by its `Phase:` trailers, else by the signal that says so. */
export function completedPhases({ message, verdict }: OwedCommit): string[] {
  const trailers = trailersNamed(message, 'phase').filter((value) => DONE.test(value));
  const named = trailers.map(
    (value) => phaseNamed(value) ?? new RegExp(`^${ID}`, 'i').exec(value)?.[0]?.toLowerCase(),
  );
  const signals = verdict.signals.filter(({ rule, isUrgent }) => isUrgent && rule === 'phase-completed');
  const judged =
    trailers.length > 0 ? [] : signals.map(({ evidence }) => phaseNamed(describeEvidence(evidence)));
  return [...new Set([...named, ...judged].flatMap((id) => id ?? []))];
}

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
  return item === undefined ? titleBehind(phases, phases.indexOf(current)) : item.text;
}

// The one whose document the commits touched or whose number they name; where they name none, the one that is begun,
// or the first behind those that are done. A list that nobody ticks says nothing of where the project is.
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
