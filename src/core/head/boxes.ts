// Boxes of the context file whose item a commit finished.

import type { Context } from '../context/context.ts';
import { foldName } from '../context/roles.ts';
import { readItems } from '../markdown/items.ts';
import type { Edit } from '../types.ts';

/** `ticked`: texts of finished items. None inside past log entries. */
export function tickBoxes({ outline, log }: Context, ticked: readonly string[]): Edit[] {
  const { lines } = outline;
  const isLogged = (index: number) =>
    log?.entries.some(({ from, to }) => from <= index && index < to) ?? false;
  const boxes = readItems(lines, [0, lines.length]).filter(({ isDone }) => isDone === false);
  return boxes
    .filter((box) => !isLogged(box.from) && ticked.some((text) => foldName(text) === foldName(box.text)))
    .flatMap(({ from }) => {
      const line = lines[from];
      const at = line?.text.indexOf('[ ]') ?? -1;
      return line === undefined || at < 0
        ? []
        : [{ start: line.start + at, end: line.start + at + 3, text: '[x]' }];
    });
}
