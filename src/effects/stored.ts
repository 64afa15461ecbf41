// What git would store a file of the work tree as, once there is another text in it.
import { createHash } from 'node:crypto';
import type { Document } from '../core/types.ts';
import type { GitPlace } from '../git/run.ts';
import type { Told } from '../git/told.ts';
import { readBlobId } from '../git/tracking.ts';

/** Ids of blobs for texts of the file. Where git is known to store its present text as it is, no line ending
 * or filter stands between, and git is not asked. The answer throws GitProblem. */
export function nameBlobs(
  place: GitPlace,
  { path, text }: Document,
  told: Told['file'],
): (text: string) => string {
  const isAsItIs = told?.path === path && told.blob === idOf(text, told.blob);
  return (other) => (isAsItIs ? idOf(other, told.blob) : readBlobId(place, path, other));
}

/** Every id that `git add` may give a text: a file that is stored with CRLF keeps it, which hash-object does
 * not look at. */
export function blobsOf(
  place: GitPlace,
  { path, text }: Document,
  name: (text: string) => string = (other) => readBlobId(place, path, other),
): readonly string[] {
  const id = name(text);
  return text.includes('\r\n') ? [...new Set([id, idOf(text, id)])] : [id];
}

// https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_object_storage
function idOf(text: string, like: string): string {
  const bytes = Buffer.from(text);
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
