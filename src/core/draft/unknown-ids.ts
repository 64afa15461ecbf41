// Ids that a draft brought along from another branch.
import { splitLines } from '../markdown/lines.ts';
import { idsAtEnd } from './ids.ts';

/** Ids at the ends of uncommitted lines that belong to none of these commits; such entries are not extended.
 * An id that the committed text has too was recorded before, and only moved into another line. */
export function unknownIdsOf(
  { text, committed }: { readonly text: string; readonly committed: string },
  commits: readonly { readonly sha: string }[],
): string[] {
  const before = splitLines(committed).map((line) => line.text);
  const known = new Set(before);
  const recorded = new Set(before.flatMap(idsAtEnd));
  const fresh = splitLines(text).filter((line) => !known.has(line.text));
  const ids = new Set(fresh.flatMap((line) => idsAtEnd(line.text)));
  return [...ids].filter((id) => !recorded.has(id) && !commits.some(({ sha }) => sha.startsWith(id)));
}
