// What stands between NULs in a stream of bytes.

export type Tokenizer = {
  /** The tokens that end in this chunk, in order. */
  readonly take: (chunk: Buffer) => string[];
  /** What follows the last NUL; null where nothing does. */
  readonly end: () => string | null;
};

/** Of each token at least `mostBytes` are kept where it has as many; the rest of a longer one may be
 * missing. */
export function createTokenizer(mostBytes: number): Tokenizer {
  let kept: Buffer[] = [];
  let length = 0;
  const keep = (part: Buffer) => {
    if (length < mostBytes) kept.push(part);
    length += part.length;
  };
  const closeKept = (): string => {
    const text = Buffer.concat(kept).toString('utf8');
    kept = [];
    length = 0;
    return text;
  };
  const take = (chunk: Buffer): string[] => {
    const tokens: string[] = [];
    let from = 0;
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
      if (length > 0) {
        keep(chunk.subarray(from, at));
        tokens.push(closeKept());
      } else tokens.push(chunk.toString('utf8', from, at));
      from = at + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
    return tokens;
  };
  return { take, end: () => (length > 0 ? closeKept() : null) };
}
