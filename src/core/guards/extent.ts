// The call or block that begins with a match: what a requirement has to be met in.

/** Characters of one call or block at most. */
const LONGEST = 20_000;

/** Offsets into the text. */
export type Extent = { readonly from: number; readonly to: number };

/** `code`: the text with comments and the insides of strings blank. `from`, `to`: of the match. */
export function extentOf(code: string, { from, to }: Extent): Extent {
  const open = code.slice(from, code.length).search(/\(/) + from;
  const isCall = open >= from && (open < to || /^\s*$/.test(code.slice(to, open)));
  if (isCall) return { from, to: Math.max(to, closeOf(code, open)) };
  return { from, to: Math.max(to, endOfBlock(code, from)) };
}

const PAIRS: Readonly<Record<string, number>> = { '(': 1, '[': 1, '{': 1, ')': -1, ']': -1, '}': -1 };

/** Behind what closes the bracket at `open`. */
function closeOf(code: string, open: number): number {
  let depth = 0;
  const end = Math.min(code.length, open + LONGEST);
  for (let at = open; at < end; at++) {
    depth += PAIRS[code[at] ?? ''] ?? 0;
    if (depth === 0) return at + 1;
  }
  return end;
}

// `name: {` to its brace, `def name():` and a key of YAML with all that is indented below, else the line.
function endOfBlock(code: string, from: number): number {
  const end = lineEnd(code, from);
  const bracket = code.slice(from, end).search(/[[{(]\s*$/);
  if (bracket >= 0) return closeOf(code, from + bracket);
  if (!/:\s*$/.test(code.slice(from, end))) return end;
  const start = code.lastIndexOf('\n', from - 1) + 1;
  const indent = /^[ \t]*(?:- )?/.exec(code.slice(start))?.[0].length ?? 0;
  let to = end;
  while (to < code.length && to - from < LONGEST) {
    const next = lineEnd(code, to + 1);
    const line = code.slice(to + 1, next);
    if (line.trim() !== '' && line.length - line.trimStart().length <= indent) break;
    to = next;
  }
  return to;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
