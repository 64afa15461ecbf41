// The points of the file's own sections on what was tried and given up.
import type { Context } from '../context/context.ts';
import { foldName } from '../context/roles.ts';
import { readItems } from '../markdown/items.ts';
import { type Point, pointOf, saysNone } from './points.ts';

const HEADING =
  /^(?:what (?:did not|didn't|does not|doesn't) work|what (?:has )?failed|what we tried|(?:tried|approaches) (?:and|that) (?:rejected|failed|abandoned)|(?:failed|rejected|abandoned|discarded) (?:approaches|attempts|alternatives|ideas|experiments|options)|dead ends|rejected|lo que no funciono|ce qui n'a pas marche|was nicht funktioniert hat|verworfen|试过但失败的|失败的尝试)(?: |$)/;

/** In the order of the file; what a section says of none is left out. */
export function failedAttempts({ outline }: Context): Point[] {
  const sections = outline.sections.filter(({ level, title }) => level > 1 && HEADING.test(foldName(title)));
  return sections
    .flatMap(({ from, to }) => readItems(outline.lines, [from + 1, to]))
    .map(pointOf)
    .filter(({ text, isHeading }) => !isHeading && !saysNone(text));
}
