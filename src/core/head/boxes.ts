// Boxes of the context file whose item a commit finished.

import type { Context } from '../context/context.ts';
import { foldName } from '../context/roles.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { readItems } from '../markdown/items.ts';
import { isWithin } from '../markdown/outline.ts';
import type { Edit } from '../types.ts';

/** `ticked`: texts of finished items. None inside past log entries. */
export function tickBoxes({ outline, log }: Context, ticked: readonly string[]): Edit[] {
  const { lines } = outline;
  const isLogged = isWithin(log?.entries ?? []);
  const boxes = readItems(lines, [0, lines.length]).filter(({ isDone }) => isDone === false);
  return boxes
    .filter((box) => !isLogged(box.from) && ticked.some((text) => foldName(text) === foldName(box.text)))
    .flatMap(({ from }) => tick(lines[from]));
}

/** The line's open box, ticked; no edit where it has none. */
export function tick(line: BlockLine | undefined): Edit[] {
  const at = line?.text.indexOf('[ ]') ?? -1;
  return line === undefined || at < 0
    ? []
    : [{ start: line.start + at, end: line.start + at + 3, text: '[x]' }];
}

/** The line's ticked box, open again; no edit where it has none. */
export function untick(line: BlockLine): Edit[] {
  const box = /\[[xX]\]/.exec(line.marker)?.[0];
  const at = box === undefined ? -1 : line.text.indexOf(box);
  return at < 0 ? [] : [{ start: line.start + at, end: line.start + at + 3, text: '[ ]' }];
}
