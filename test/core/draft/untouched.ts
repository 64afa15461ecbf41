// Which of a text's lines an edit took away or replaced: those that a longest common subsequence leaves out.

const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

/**
 * Lines of `before` that `after` has no longer; line endings count, but for one that the end of the file
 * needs.
 */
export function lostLines(before: string, after: string): string[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const isKept = (a: string | undefined, b: string | undefined, row: number) =>
    a === b ||
    (row === old.length - 1 && a !== undefined && !a.endsWith('\n') && b?.trimEnd() === a.trimEnd());
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = now.length - 1; column >= 0; column--)
      common[row * width + column] = isKept(old[row], now[column], row)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  const lost: string[] = [];
  for (let row = 0, column = 0; row < old.length; ) {
    if (column < now.length && isKept(old[row], now[column], row)) {
      row++;
      column++;
    } else if (column < now.length && at(row, column + 1) >= at(row + 1, column)) column++;
    else lost.push(old[row++] ?? '');
  }
  return lost;
}
