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
  const texts = await read(wanted.flatMap(({ blobs }) => [...(blobs ?? [NOTHING, NOTHING])]));
  return {
    commit,
    documents: wanted.map((file, index) => documentOf(file, texts[2 * index], texts[2 * index + 1])),
  };
}

const NOTHING = '0'.repeat(40);

const documentOf = (
  file: ChangedFile,
  before: string | null = null,
  after: string | null = null,
): DocumentChange => ({
  path: file.path,
  ...(file.from === undefined ? {} : { from: file.from }),
  before,
  after,
});
