// Globs as pieces of a path that the hooks' shell looks for: a path that fits holds all pieces of one row.
// The text that they are looked for in is the path in lower case, EDGE and a slash before it, EDGE behind it.

export const EDGE = '\u0001';

export type Pieces = readonly string[];

const MOST_ROWS = 64;

/** Rows of pieces; a row of none fits every path. */
export function rowsOf(glob: string): readonly Pieces[] {
  const rows = expand(glob.toLowerCase().replace(/^(?:\.\/)+/, ''));
  return rows.length > MOST_ROWS ? [[]] : rows.map(piecesOf);
}

/** `a.{ts,js}` as `a.ts` and `a.js`, from the inside out; more than MOST_ROWS where the braces stand for
 * more. */
function expand(glob: string): readonly string[] {
  for (let rows: readonly string[] = [glob]; ; ) {
    const next = rows.flatMap(expandOnce);
    if (next.length > MOST_ROWS || next.every((row, at) => row === rows[at])) return next;
    rows = next;
  }
}

function expandOnce(glob: string): readonly string[] {
  const [all, before = '', inner = '', after = ''] = /^(.*)\{([^{}]*)\}(.*)$/.exec(glob) ?? [];
  if (all === undefined || /[\\([]/.test(before)) return [glob];
  const ways = inner.includes(',') ? inner.split(',') : ['*'];
  return ways.map((way) => `${before}${way}${after}`);
}

// What is more than wildcards is not read on.
const STRUCTURE = /[@!+*?]?[([\\|{}].*$/s;
const WILD = '\u0000';

function piecesOf(glob: string): Pieces {
  if (glob.startsWith('!')) return [];
  const plain = `/${glob}${EDGE}`
    .replace(STRUCTURE, WILD)
    .replace(/\/\*\*(?=\/)/g, `/${WILD}`)
    .replace(new RegExp(`/\\*\\*${EDGE}`), WILD)
    // Signs have no case, and git gives their bytes as they are.
    .replace(new RegExp(`[^a-z0-9_ ./${EDGE}\\u3000-\\ud7ff-]+`, 'g'), WILD);
  const anchored = plain.startsWith(`/${WILD}`) ? plain : `${EDGE}${plain}`;
  return anchored.split(WILD).filter((piece) => !['', '/', `${EDGE}/`, EDGE].includes(piece));
}
