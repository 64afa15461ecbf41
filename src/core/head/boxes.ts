// Checkboxes that a commit ticked in a phase document, ticked where the context file lists the same thing.

import type { Config } from '../config/defaults.ts';
import { isDocument } from '../config/documents.ts';
import type { Context } from '../context/context.ts';
import { foldName } from '../context/roles.ts';
import { readItems } from '../markdown/items.ts';
import { readOutline } from '../markdown/outline.ts';
import type { DocumentChange, Edit } from '../types.ts';

/** What a change ticked in phase documents and roadmaps, folded. */
export function tickedItems(documents: readonly DocumentChange[], config: Config): string[] {
  return documents
    .filter(({ path }) => isDocument('phases', path, config) || isDocument('roadmap', path, config))
    .flatMap(({ before, after }) => {
      const open = new Set(boxesIn(before, false));
      return boxesIn(after, true).filter((item) => open.has(item));
    });
}

function boxesIn(text: string | null, isDone: boolean): string[] {
  const { lines } = readOutline(text ?? '');
  const boxes = readItems(lines, [0, lines.length]).filter((item) => item.isDone === isDone);
  return boxes.map((box) => foldName(box.text)).filter((words) => words !== '');
}

/** Edits that tick those items; none inside past log entries. */
export function tickBoxes({ outline, log }: Context, ticked: readonly string[]): Edit[] {
  const { lines } = outline;
  const isLogged = (index: number) =>
    log?.entries.some(({ from, to }) => from <= index && index < to) ?? false;
  const boxes = readItems(lines, [0, lines.length]).filter(({ isDone }) => isDone === false);
  return boxes
    .filter((box) => !isLogged(box.from) && ticked.includes(foldName(box.text)))
    .flatMap(({ from }) => {
      const line = lines[from];
      const at = line?.text.indexOf('[ ]') ?? -1;
      return line === undefined || at < 0
        ? []
        : [{ start: line.start + at, end: line.start + at + 3, text: '[x]' }];
    });
}
