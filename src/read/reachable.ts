// Which ids are of commits of this history. What else a clone happens to have makes no difference.

import { type CommitAt, readIds } from '../git/log.ts';
import type { Source } from './listing.ts';

/** An abbreviation: git would fetch what a partial clone lacks by a full one. */
const LONGEST_ID = 16;

/** Tells which of the ids, abbreviated or not, are of no commit of HEAD's history. Throws GitProblem. */
export async function readForeign(
  { place, objects }: Source,
  ids: readonly string[],
  listed: readonly CommitAt[],
): Promise<(id: string) => boolean> {
  const unknown = ids.filter((id) => !listed.some(({ sha }) => sha.startsWith(id)));
  const found = await objects.find(unknown.map((id) => `${id.slice(0, LONGEST_ID)}^{commit}`));
  const present = found.flatMap((object) => (object === null ? [] : [object.id]));
  const outside = present.length === 0 ? new Set() : readIds(place, [...present, '^HEAD']);
  const foreign = new Set(unknown.filter((_, at) => !found[at] || outside.has(found[at].id)));
  return (id) => foreign.has(id);
}
