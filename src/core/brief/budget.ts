// Fits blocks of lines into a number of characters: whole lines only, the important first, and what is left
// out is told.

export type Block = {
  /** Always there when a line of the block is, or when it has none to begin with. */
  readonly head: readonly string[];
  readonly lines: readonly string[];
  readonly foot: readonly string[];
  /** Its part of the room where there is too little for all; 0: its lines are not cut. */
  readonly share: number;
  /** The line that stands for `count` lines that were left out. */
  readonly left: (count: number) => string;
};

/** In the order given, which is that of their importance too. */
export function fitBlocks(blocks: readonly Block[], budget: number): string {
  const fixed = blocks
    .filter(({ share }) => share === 0)
    .reduce((sum, block) => sum + sizeOf(block, block.lines.length), 0);
  const room = budget - fixed;
  const shares = blocks.reduce((sum, { share }) => sum + share, 0);
  const counts = blocks.map((block) =>
    block.share === 0 ? block.lines.length : mostLines(block, (room * block.share) / Math.max(shares, 1)),
  );
  let spare = budget - blocks.reduce((sum, block, index) => sum + sizeOf(block, counts[index] ?? 0), 0);
  // A long list of commits leaves no room for what the file says.
  const order = [...blocks.entries()].sort(([, a], [, b]) => b.share - a.share);
  order.forEach(([index, block]) => {
    const size = sizeOf(block, counts[index] ?? 0);
    counts[index] = Math.max(counts[index] ?? 0, mostLines(block, size + spare));
    spare -= sizeOf(block, counts[index] ?? 0) - size;
  });
  return blocks.flatMap((block, index) => write(block, counts[index] ?? 0)).join('\n');
}

function mostLines(block: Block, room: number): number {
  let [fits, tooMany] = [0, block.lines.length + 1];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (sizeOf(block, middle) <= room) fits = middle;
    else tooMany = middle;
  }
  return fits;
}

const sizeOf = (block: Block, count: number): number =>
  write(block, count).reduce((sum, line) => sum + line.length + 1, 0);

function write(block: Block, count: number): string[] {
  const { head, lines, foot, left } = block;
  if (count === lines.length) return [...head, ...lines, ...foot];
  const told = left(lines.length - count);
  return count === 0
    ? [told, '']
    : [...head, ...lines.slice(0, count), ...foot.slice(0, -1), told, ...foot.slice(-1)];
}
