// A commit together with the texts of its documents.
import type { Config } from '../core/config/defaults.ts';
import { isRelevant } from '../core/config/relevance.ts';
import { isGuardedPath } from '../core/guards/governs.ts';
import type { Guard } from '../core/guards/guard.ts';
import type { Change, ChangedFile, Commit, DocumentChange } from '../core/types.ts';
import type { ReadObjects } from '../git/blobs.ts';

/** Files whose texts are read at most; a commit with more documents is judged by the first ones. */
const MOST_DOCUMENTS = 200;

/** Which of a commit's files have to be read. */
export type Wanted = (commit: Commit) => readonly ChangedFile[];

type ChangeOf<Made extends Commit> = Change & { readonly commit: Made };

/** What a judgement has to read. */
export const relevantFiles =
  (config: Config): Wanted =>
  ({ files }) =>
    files.filter((file) => isRelevant(file, config)).slice(0, MOST_DOCUMENTS);

/** Besides, what guards look at and where they stand; never a submodule, nor what is only taken out. */
export const withGuarded =
  (wanted: Wanted, guards: readonly Guard[]): Wanted =>
  (commit) => {
    const first = wanted(commit);
    if (guards.length === 0) return first;
    const read = new Set(first.map(({ path }) => path));
    const others = commit.files.filter(
      ({ path, from = path, mode }) =>
        !read.has(path) &&
        mode !== '160000' &&
        guards.some(
          ({ form, path: own }) =>
            own === from ||
            (form.kind !== 'path' && (isGuardedPath(form, path) || isGuardedPath(form, from))),
        ),
    );
    return [...first, ...others.slice(0, MOST_DOCUMENTS)];
  };

export const readChange = <Made extends Commit>(
  commit: Made,
  config: Config,
  read: ReadObjects,
): Promise<ChangeOf<Made>> => readOne(commit, relevantFiles(config), read);

/** As `readChange`, of what somebody else wants to read. */
export async function readOne<Made extends Commit>(
  commit: Made,
  wanted: Wanted,
  read: ReadObjects,
): Promise<ChangeOf<Made>> {
  const [documents = []] = await readTogether([{ commit, files: wanted(commit) }], read);
  return { commit, documents };
}

/** Documents of several commits that are asked for at once, so that git does not wait for us, nor we for
 * it. */
const MOST_TOGETHER = 32;

/** As `readChange`, for commits as they come; never an empty list. */
export async function* readChanges<Made extends Commit>(
  batches: AsyncIterable<readonly Made[]>,
  wanted: Wanted,
  read: ReadObjects,
): AsyncGenerator<readonly ChangeOf<Made>[]> {
  for await (const commits of batches)
    for (const group of groupUp(commits, wanted)) {
      const documents = await readTogether(group, read);
      yield group.map(({ commit }, at) => ({ commit, documents: documents[at] ?? [] }));
    }
}

type Request<Made extends Commit> = { readonly commit: Made; readonly files: readonly ChangedFile[] };

function* groupUp<Made extends Commit>(
  commits: readonly Made[],
  wanted: Wanted,
): Generator<readonly Request<Made>[]> {
  let group: Request<Made>[] = [];
  let count = 0;
  for (const commit of commits) {
    const files = wanted(commit);
    if (count + files.length > MOST_TOGETHER && group.length > 0) {
      yield group;
      group = [];
      count = 0;
    }
    group.push({ commit, files });
    count += files.length;
  }
  if (group.length > 0) yield group;
}

/** For each request the texts of its files before and after. */
async function readTogether(
  requests: readonly Request<Commit>[],
  read: ReadObjects,
): Promise<DocumentChange[][]> {
  const names = requests.flatMap(({ commit, files }) => files.flatMap((file) => namesOf(file, commit)));
  const texts = names.length === 0 ? [] : await read(names);
  let at = 0;
  const documentOf = (file: ChangedFile, { parents }: Commit): DocumentChange => {
    const [before = null, after = null, ...befores] = texts.slice(at, at + Math.max(2, parents.length + 1));
    at += Math.max(2, parents.length + 1);
    const from = file.from === undefined ? {} : { from: file.from };
    return {
      path: file.path,
      ...from,
      before,
      after,
      otherBefores: befores.filter((text) => text !== null),
    };
  };
  return requests.map(({ commit, files }) =>
    files
      .map((file) => [file, documentOf(file, commit)] as const)
      .flatMap(([file, document]) => (isWhole(file, document) ? document : [])),
  );
}

// With one side of it missing a change would read as an addition, or as a deletion.
const isWhole = ({ blobs = [NOTHING, NOTHING] }: ChangedFile, { before, after }: DocumentChange): boolean =>
  [before, after].every((text, at) => text !== null || blobs[at]?.replaceAll('0', '') === '');

const NOTHING = '0'.repeat(40);

// Before, after, and as the parents but the first have it.
const namesOf = (
  { blobs = [NOTHING, NOTHING], path, from = path }: ChangedFile,
  { parents }: Commit,
): string[] => [...blobs, ...parents.slice(1).map((parent) => `${parent}:${from}`)];
