// Whether a line stands in one of many spans.

/** Lines from `from` up to, but not including, `to`. */
export type Span = { readonly from: number; readonly to: number };

/** In time that does not depend on how many spans there are. */
export function isWithin(spans: readonly Span[]): (line: number) => boolean {
  const inside = new Uint8Array(spans.reduce((most, { to }) => Math.max(most, to), 0));
  for (const { from, to } of spans) inside.fill(1, from, to);
  return (line) => inside[line] === 1;
}
