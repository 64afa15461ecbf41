// The context file as the tool would have kept it over a range, from the file at the range's start.
import { findDocuments } from '../core/config/documents.ts';
import { type Replay, replayCommit } from '../core/draft/replay.ts';
import type { Change, Document } from '../core/types.ts';
import { type Judgement, judgeChange } from '../core/verdict/judge.ts';
import type { ReadObjects } from '../git/blobs.ts';
import { readChanges, relevantFiles } from './change.ts';
import { readDocumentsAt } from './documents.ts';
import { readRange } from './range.ts';
import type { Reader } from './reader.ts';

export type Course = {
  readonly reader: Pick<Reader, 'repository' | 'config' | 'facts'>;
  readonly range: string;
  readonly read: ReadObjects;
};

export type Judged = { readonly change: Change; readonly judged: Judgement };

/** Each commit of the range, oldest first. */
export async function* judgeRange({ reader, range, read }: Course): AsyncGenerator<Judged> {
  const { repository, config, facts } = reader;
  const commits = readRange(repository.place, range);
  for await (const changes of readChanges(commits, relevantFiles(config), read))
    for (const change of changes) yield { change, judged: judgeChange(change, facts) };
}

/** A history that never has a context file is replayed over an empty one. */
export async function replayRange(course: Course): Promise<Document> {
  const { reader } = course;
  const [path = 'SESSION_CONTEXT.md'] = reader.config.documents.context;
  const empty = { path, text: '' };
  const [own, other] = [startReplay(reader, null), startReplay(reader, empty)];
  for await (const one of judgeRange(course)) if (own(one).context === null) other(one);
  return own().context ?? other().context ?? empty;
}

/** `context`: the file to begin with, where the range's start has none. Told of each commit in turn, it gives
 * the state behind it; told of none, the state as it is. */
export function startReplay(reader: Course['reader'], context: Document | null): (one?: Judged) => Replay {
  let state: Replay | null = null;
  return (one) => {
    if (one !== undefined) {
      state ??= readStart(reader, one.change.commit.parents[0], context);
      state = replayCommit(state, { ...one, config: reader.config });
    }
    return state ?? { ...EMPTY, context };
  };
}

const EMPTY: Replay = { context: null, owed: [], documents: new Map() };

/** The documents as they were before the first commit of the range. */
function readStart(
  { repository, config }: Course['reader'],
  parent: string | undefined,
  context: Document | null,
): Replay {
  if (parent === undefined) return { ...EMPTY, context };
  const found = readDocumentsAt(repository.place, parent, {
    config,
    kinds: ['context', 'phases', 'decisions'],
  });
  const documents = new Map(found.map(({ path, text }) => [path, text]));
  const [path] = findDocuments('context', [...documents.keys()], config);
  return {
    ...EMPTY,
    documents,
    context: path === undefined ? context : { path, text: documents.get(path) ?? '' },
  };
}
