// Commit ids as a draft writes them: in brackets at the end of a line, `(1a2b3c4, 5d6e7f8)`.

const SHORT = 7;
const ENDING = /\(((?:[0-9a-f]{7,64})(?:, [0-9a-f]{7,64})*)\)\s*\|?\s*$/;

/** What a drafted line ends with. */
export const idsEnding = (ids: readonly string[]): string => `(${ids.map(shortId).join(', ')})`;

// Seven digits, or as many as it takes to be told from a word such as "defaced".
const shortId = (id: string): string => id.slice(0, Math.max(SHORT, id.search(/\d/) + 1));

/** A line with its ids; what a person noted by hand has none. */
export const withIds = (text: string, ids: readonly string[]): string =>
  ids.length === 0 ? text : `${text} ${idsEnding(ids)}`;

/** The ids that a line ends with, as they stand there; empty where it ends otherwise. */
export const idsAtEnd = (line: string): string[] => ENDING.exec(line)?.[1]?.split(', ') ?? [];

/** The ids in a table's row, which may have a column of their own. */
export const idsInRow = (row: string): string[] => [...row.matchAll(/\b[0-9a-f]{7,64}\b/g)].map(([id]) => id);

/** Brings the ids at the ends of drafted lines up to date; `ids`: new ids by the old ones, in full. Several
 * that became one are named once. Lines that stand in `committed` too are left as they are. */
export function mapCommitIds(text: string, ids: ReadonlyMap<string, string>, committed = ''): string {
  if (ids.size === 0) return text;
  const settled = new Set(committed.split(/\r?\n/));
  return text.replace(/[^\r\n]+/g, (line) => (settled.has(line) ? line : mapLine(line, ids)));
}

function mapLine(line: string, ids: ReadonlyMap<string, string>): string {
  const found = ENDING.exec(line)?.[1];
  if (found === undefined) return line;
  const mapped = found.split(', ').map((short) => {
    const full = [...ids.keys()].find((id) => id.startsWith(short));
    return full === undefined ? short : (ids.get(full) ?? '').slice(0, short.length);
  });
  const at = line.lastIndexOf(found);
  return line.slice(0, at) + [...new Set(mapped)].join(', ') + line.slice(at + found.length);
}
