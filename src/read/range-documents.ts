// The texts of the documents that a range of commits changed, before and after, as far as their number and
// size allow.
import { filesOfRange, MOST_TEXT, type RangeDocument } from '../core/draft/index.ts';
import type { OwedCommit } from '../core/types.ts';
import type { Project } from './project.ts';

export type RangeDocuments = { readonly documents: readonly RangeDocument[]; readonly unread: number };

/** Asked for at once: a text that is too long is read before its length is known. */
const MOST_TOGETHER = 8;

/** `commits` oldest first. A text that git does not have here costs nothing and says nothing. */
export async function readRangeDocuments(
  { objects, config }: Pick<Project, 'objects' | 'config'>,
  commits: readonly OwedCommit[],
  contextPath: string,
): Promise<RangeDocuments> {
  const range = filesOfRange(
    commits.map(({ commit }) => commit),
    contextPath,
    config,
  );
  const documents: RangeDocument[] = [];
  let length = 0;
  for (let at = 0; at < range.files.length && length <= MOST_TEXT; at += MOST_TOGETHER) {
    const files = range.files.slice(at, at + MOST_TOGETHER);
    const texts = await objects.read(files.flatMap(({ blobs }) => blobs));
    for (const [index, { path, sha, isNew }] of files.entries()) {
      const [before = null, after = null] = texts.slice(2 * index, 2 * index + 2);
      length += (before?.length ?? 0) + (after?.length ?? 0);
      if (length > MOST_TEXT) return { documents, unread: range.leftOut + range.files.length - at - index };
      if (after !== null && isNew === (before === null)) documents.push({ path, before, after, sha });
    }
  }
  return { documents, unread: range.leftOut };
}
