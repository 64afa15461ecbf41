// A commit together with the texts of its documents.
import type { Config } from '../../core/config/defaults.ts';
import { isRelevant } from '../../core/config/relevance.ts';
import type { Change, ChangedFile, Commit, DocumentChange } from '../../core/types.ts';
import type { ReadObjects } from '../../git/blobs.ts';

/** Files whose texts are read at most; a commit with more documents is judged by the first ones. */
const MOST_DOCUMENTS = 200;

export async function readChange<Made extends Commit>(
  commit: Made,
  config: Config,
  read: ReadObjects,
): Promise<Change & { readonly commit: Made }> {
  const wanted = commit.files.filter((file) => isRelevant(file, config)).slice(0, MOST_DOCUMENTS);
  return { commit, documents: await readDocumentChanges(commit, wanted, read) };
}

/** The texts of some of a commit's files before and after. */
export async function readDocumentChanges(
  { parents }: Commit,
  files: readonly ChangedFile[],
  read: ReadObjects,
): Promise<DocumentChange[]> {
  const others = parents.slice(1);
  const names = files.map(({ blobs = [NOTHING, NOTHING], path, from = path }) => [
    ...blobs,
    ...others.map((parent) => `${parent}:${from}`),
  ]);
  const texts = await read(names.flat());
  return files.map((file, index) => {
    const at = index * (2 + others.length);
    const [before = null, after = null, ...befores] = texts.slice(at, at + 2 + others.length);
    return { ...documentOf(file, before, after), otherBefores: befores.filter((text) => text !== null) };
  });
}

const NOTHING = '0'.repeat(40);

const documentOf = (file: ChangedFile, before: string | null, after: string | null): DocumentChange => ({
  path: file.path,
  ...(file.from === undefined ? {} : { from: file.from }),
  before,
  after,
});
