// Boxes of the context file whose item a commit finished.

import type { Context } from '../context/context.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { type Item, readItems } from '../markdown/items.ts';
import { isWithin } from '../markdown/outline.ts';
import type { Edit } from '../types.ts';

/** Boxes of the head, in whatever section; those of past log entries are the past's. */
export function boxesOf({ outline: { lines }, log }: Context): Item[] {
  const isLogged = isWithin(log?.entries ?? []);
  return readItems(lines, [0, lines.length]).filter(({ isDone, from }) => isDone !== null && !isLogged(from));
}

export const tickBoxes = (context: Context, isTicked: (text: string) => boolean): Edit[] =>
  boxesOf(context).flatMap(({ isDone, text, from }) =>
    isDone === false && isTicked(text) ? tick(context.outline.lines[from]) : [],
  );

/** The line's open box, ticked; no edit where it has none. */
export function tick(line: BlockLine | undefined): Edit[] {
  const at = line?.text.indexOf('[ ]') ?? -1;
  return line === undefined || at < 0
    ? []
    : [{ start: line.start + at, end: line.start + at + 3, text: '[x]' }];
}

/** Whether a line begins with a box that is a sign of its own, `☐ Paint the door`. */
export const hasOpenSign = (text: string): boolean => OPEN_SIGN.test(text);
const OPEN_SIGN = /^(?:☐|⬜|🔲|◻)\ufe0f?(?=\s)/u;

/** `☑`, and for what others use as a box `✅`. */
export function tickSign(line: BlockLine | undefined): Edit[] {
  const sign = OPEN_SIGN.exec(line?.content ?? '')?.[0];
  if (line === undefined || sign === undefined) return [];
  const start = line.start + line.text.indexOf(sign);
  return [{ start, end: start + sign.length, text: sign.startsWith('☐') ? '☑' : '✅' }];
}

/** The line's ticked box, open again; no edit where it has none. */
export function untick(line: BlockLine): Edit[] {
  const box = /\[[xX]\]/.exec(line.marker)?.[0];
  const at = box === undefined ? -1 : line.text.indexOf(box);
  return at < 0 ? [] : [{ start: line.start + at, end: line.start + at + 3, text: '[ ]' }];
}

const COUNT =
  /(?<![\d.,/-])(\d{1,4})(\s?(?:\/|of|out of|von|de|sur|di|из|з)\s?)(\d{1,4})(?![\d.,/-]*\d)(?:([^.;|·\n\d]{0,40}?)(\d{1,3})(?=\s?%))?/g;

/** Edits by which a count of boxes goes on to be right: `3/12 tasks` where 3 of 12 were ticked `before`,
 * in the section of the line or in the whole head. */
export function countBoxes(before: Context, after: Context): Edit[] {
  const counts = [countsOf(before), countsOf(after)] as const;
  const isLogged = isWithin(after.log?.entries ?? []);
  return after.outline.lines.flatMap(({ text, start }, index): Edit[] => {
    if (isLogged(index) || !/\d/.test(text) || /\[[ xX]\]/.test(text)) return [];
    return [...text.matchAll(COUNT)].flatMap((found): Edit[] => {
      const [, done = '', sign = '', all = '', gap, share] = found;
      const title = titleAt(after, index);
      const was = [title, null].find((name) => isCount(counts[0].get(name), [Number(done), Number(all)]));
      const [ticked, total] = counts[1].get(was ?? null) ?? [0, 0];
      if (was === undefined || total === 0 || (ticked === Number(done) && total === Number(all))) return [];
      const [at, length] = [start + found.index, `${done}${sign}${all}`.length];
      const isShare = share !== undefined && Number(share) === Math.round((Number(done) * 100) / Number(all));
      const behind = isShare ? at + length + (gap ?? '').length : 0;
      return [
        { start: at, end: at + length, text: `${ticked}${sign}${total}` },
        ...(isShare
          ? [{ start: behind, end: behind + share.length, text: String(Math.round((ticked * 100) / total)) }]
          : []),
      ];
    });
  });
}

type Count = readonly [ticked: number, total: number];

/** Fewer boxes than this may be counted by chance. */
const FEWEST = 3;
const isCount = (count: Count | undefined, [done, all]: Count): boolean =>
  count !== undefined && all >= FEWEST && count[0] === done && count[1] === all;

const titleAt = ({ outline: { sections } }: Context, index: number): string | null =>
  sections.findLast(({ level, from, to }) => level > 0 && from <= index && index < to)?.title ?? null;

// By the title of the section they stand in; null: of the whole head.
function countsOf(context: Context): ReadonlyMap<string | null, Count> {
  const counts = new Map<string | null, Count>();
  for (const { isDone, from } of boxesOf(context))
    for (const key of new Set([titleAt(context, from), null])) {
      const [ticked, total] = counts.get(key) ?? [0, 0];
      counts.set(key, [ticked + (isDone === true ? 1 : 0), total + 1]);
    }
  return counts;
}
