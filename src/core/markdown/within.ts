// Whether a line stands in one of many spans.

/** Lines from `from` up to, but not including, `to`. */
export type Span = { readonly from: number; readonly to: number };

/** In time that does not depend on how many spans there are. */
export function isWithin(spans: readonly Span[]): (line: number) => boolean {
  const inside = new Set<number>();
  for (const { from, to } of spans) for (let line = from; line < to; line++) inside.add(line);
  return (line) => inside.has(line);
}
