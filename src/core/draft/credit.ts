// Which commit of a range wrote a point into its document: the first whose text has the line that says it.
import { foldName } from '../context/roles.ts';
import { once } from '../memo.ts';
import type { RangeDocument } from './range.ts';

/** Letters of a point by which its line is found. */
const SHORTEST_FOUND = 12;
const LONGEST_FOUND = 60;

/** The commit's id, in full; the last one's that changed the document where no line says the point. */
export function creditIn(document: RangeDocument): (point: string) => string {
  const { sha, versions = [], before, after } = document;
  if (versions.length === 0) return () => sha;
  const linesOf = (text: string | null) => (text ?? '').split('\n').map((line) => line.trim());
  const fresh = once(() => {
    const known = new Set(linesOf(before));
    return linesOf(after)
      .filter((line) => line !== '' && !known.has(line))
      .map((line) => ({ line, said: foldName(line.replace(/^\W{0,4}\[[ xX]\]/, '')) }));
  });
  const texts = once(() => versions.map((one) => ({ sha: one.sha, lines: new Set(linesOf(one.text)) })));
  return (point) => {
    const meant = foldName(point).slice(0, LONGEST_FOUND).trim();
    const found = fresh().find(({ said }) => isOf(meant, said));
    return texts().find(({ lines }) => found !== undefined && lines.has(found.line))?.sha ?? sha;
  };
}

// A point may be a part of its line, or go on in the lines below.
const isOf = (meant: string, said: string): boolean =>
  meant.length >= SHORTEST_FOUND &&
  (said.includes(meant) || (said.length >= SHORTEST_FOUND && meant.startsWith(said)));
