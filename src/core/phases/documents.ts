// Phase documents: the number, the title and the checklist of each.
import { plainText } from '../markdown/inline.ts';
import { readItems } from '../markdown/items.ts';
import { readOutline } from '../markdown/outline.ts';
import type { Document } from '../types.ts';
import { findPhases } from './phases.ts';
import { phasesOfPlan } from './plan.ts';
import { roadmapPaths } from './plans/index.ts';

export type Phase = {
  /** `0`, `5.5A`, `2B`; null where neither the title nor the path has a number. */
  readonly id: string | null;
  readonly title: string;
  readonly path: string;
  /** Its checkboxes, in order. */
  readonly items: readonly { readonly text: string; readonly isDone: boolean }[];
};

/** In the order of their numbers, then paths; a roadmap holds several. */
export function readPhases(documents: readonly Document[]): Phase[] {
  const phases = documents.flatMap(({ path, text }): Phase[] => {
    if (roadmapPaths([path]).length > 0) return plannedPhases({ path, text });
    const outline = readOutline(text);
    const title = plainText(outline.sections.find(({ level }) => level === 1)?.title ?? '');
    const boxes = readItems(outline.lines, [0, outline.lines.length]).filter(({ isDone }) => isDone !== null);
    const items = boxes.map((box) => ({ text: box.text, isDone: box.isDone === true }));
    return [{ id: idIn(title) ?? idIn(path), title, path, items }];
  });
  return phases.sort((a, b) => compareIds(a.id, b.id) || (a.path < b.path ? -1 : Number(a.path > b.path)));
}

const plannedPhases = (document: Document): Phase[] =>
  phasesOfPlan(document)
    .filter(({ unit }) => unit === 'phase')
    .map(({ id, title, tasks }) => ({ id, title, path: document.path, items: tasks }));

// What has no number comes first; `5.5` before `5.10` before `5a`. A collator would take long to activate up.
export function compareIds(a: string | null, b: string | null): number {
  const [left, right] = [a, b].map(
    (id) =>
      id
        ?.toLowerCase()
        .match(/\d+|[a-z]/g)
        ?.map(rankOf) ?? [],
  ) as [number[], number[]];
  const at = left.findIndex((rank, index) => rank !== right[index]);
  return at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
}

const rankOf = (part: string): number => (/\d/.test(part) ? Number(part) : 1e6 + part.charCodeAt(0));

const idIn = (text: string): string | null => findPhases(text)[0]?.id ?? null;
