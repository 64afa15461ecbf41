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
  /** Called with each commit on the way. */
  readonly see?: (change: Change, judged: Judgement) => void;
};

/** A history that never has a context file is replayed over an empty one. */
export async function replayRange(course: Course): Promise<Document> {
  const { context } = await replayFrom(null, course);
  if (context !== null) return context;
  const [path = 'SESSION_CONTEXT.md'] = course.reader.config.documents.context;
  const empty = { path, text: '' };
  return (await replayFrom(empty, course)).context ?? empty;
}

/** `context`: the file to begin with, where the range's start has none. */
export async function replayFrom(
  context: Document | null,
  { reader, range, read, see = () => {} }: Course,
): Promise<Replay> {
  const { repository, config, facts } = reader;
  let state: Replay | null = null;
  const commits = readRange(repository.place, range);
  for await (const changes of readChanges(commits, relevantFiles(config), read))
    for (const change of changes) {
      const judged = judgeChange(change, facts);
      see(change, judged);
      state ??= startReplay(reader, change.commit.parents[0], context);
      state = replayCommit(state, { change, judged, config });
    }
  return state ?? { ...EMPTY, context };
}

const EMPTY: Replay = { context: null, owed: [], documents: new Map() };

/** The documents as they were before the first commit of the range. */
function startReplay(
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
