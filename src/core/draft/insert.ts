// Whole lines put into a text: between two lines, with the text's own line endings, the end of the file
// included.
import type { BlockLine } from '../markdown/blocks.ts';
import type { Edit } from '../types.ts';

/** New lines in front of line `index`. */
export function insertBefore(
  lines: readonly BlockLine[],
  index: number,
  added: readonly string[],
  eol: string,
): Edit {
  const line = lines[index];
  if (line === undefined) return insertAfter(lines, lines.length - 1, added, eol);
  return { start: line.start, end: line.start, text: added.map((text) => text + eol).join('') };
}

/** New lines behind line `index`; -1 is the start of the text. A file that ends with no line break still
 * does. */
export function insertAfter(
  lines: readonly BlockLine[],
  index: number,
  added: readonly string[],
  eol: string,
): Edit {
  const line = lines[index];
  const at = line?.end ?? 0;
  const text = added.join(eol);
  return { start: at, end: at, text: line !== undefined && line.eol === '' ? eol + text : text + eol };
}

/** Lines `from` to `to` replaced; what ended the last of them still does. */
export function replaceLines(
  lines: readonly BlockLine[],
  [from, to]: readonly [number, number],
  added: readonly string[],
  eol: string,
): Edit {
  const [first, last] = [lines[from], lines[to - 1]];
  const start = first?.start ?? 0;
  return { start, end: last === undefined ? start : last.end - last.eol.length, text: added.join(eol) };
}

/** Lines `from` to `to` taken out with their endings. */
export const removeLines = (lines: readonly BlockLine[], [from, to]: readonly [number, number]): Edit => ({
  start: lines[from]?.start ?? 0,
  end: lines[to - 1]?.end ?? lines[from]?.start ?? 0,
  text: '',
});

/** Several spans taken out; where a span stood between two blank lines, one of them goes too. */
export function removeSpans(
  lines: readonly BlockLine[],
  spans: readonly (readonly [number, number])[],
): Edit[] {
  const merged: [number, number][] = [];
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  const isBlank = (index: number) => lines[index]?.kind === 'blank';
  return merged.map(([from, to]) =>
    removeLines(lines, [from, isBlank(from - 1) && isBlank(to) ? to + 1 : to]),
  );
}
