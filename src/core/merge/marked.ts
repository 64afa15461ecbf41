// Reads a text that has git's conflict markers as the versions that they part.
import { splitLines } from '../markdown/lines.ts';
import type { Versions } from './merge.ts';

const SIDES = ['base', 'ours', 'theirs'] as const;
type Side = (typeof SIDES)[number];

// `<<<<<<< HEAD`, `||||||| 1a2b3c4`, `=======`, `>>>>>>> branch`
const MARKER = /^(<{7}|\|{7}|={7}|>{7})(?: |$)/;

/** Which lines come behind a marker; null: those of all sides. */
const BEHIND: Readonly<Record<string, Side | null>> = { '<': 'ours', '|': 'base', '=': 'theirs', '>': null };

/** Null: the text has no markers. `base` is null where git did not write it. */
export function readMarked(text: string): Pick<Versions, 'base' | 'ours' | 'theirs'> | null {
  const texts: Record<Side, string> = { base: '', ours: '', theirs: '' };
  const seen = new Set<string>();
  let side: Side | null = null;
  for (const { text: line, eol } of splitLines(text)) {
    const mark = MARKER.exec(line)?.[1]?.[0];
    if (mark !== undefined && (side !== null || mark === '<')) {
      seen.add(mark);
      side = BEHIND[mark] ?? null;
    } else for (const name of sidesOf(side)) texts[name] += line + eol;
  }
  if (!seen.has('<')) return null;
  return { ...texts, base: seen.has('|') ? texts.base : null };
}

/** The same lines, those of other sides than ours and the markers left empty; `line`: of the first one,
 * 1-based. Null: no markers. */
export function oursInPlace(text: string): { readonly text: string; readonly line: number } | null {
  if (!/^<{7}/m.test(text)) return null;
  let side: Side | null = null;
  let first = 0;
  const lines = splitLines(text).map(({ text: line, eol }, index) => {
    const mark = MARKER.exec(line)?.[1]?.[0];
    const isMark = mark !== undefined && (side !== null || mark === '<');
    if (isMark) side = BEHIND[mark] ?? null;
    if (isMark && first === 0) first = index + 1;
    return isMark || !sidesOf(side).includes('ours') ? eol : line + eol;
  });
  return first === 0 ? null : { text: lines.join(''), line: first };
}

const sidesOf = (side: Side | null): readonly Side[] => (side === null ? SIDES : [side]);
