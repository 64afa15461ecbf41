// Prints the context file as the tool would have kept it over a range, from the file at the range's start.
import { findDocuments } from '../core/config/documents.ts';
import { type Replay, replayCommit } from '../core/draft/replay.ts';
import { wrongUsage } from '../core/problem.ts';
import type { Document } from '../core/types.ts';
import { judgeChange } from '../core/verdict/judge.ts';
import { describeReplayUsage } from '../core/wording/record.ts';
import { print } from '../effects/say.ts';
import { openObjects, type ReadObjects } from '../git/blobs.ts';
import { readChanges, relevantFiles } from '../read/change.ts';
import { readDocumentsAt } from '../read/documents.ts';
import { readRange } from '../read/range.ts';
import { openReader, type Reader } from '../read/reader.ts';
import type { Command } from './session.ts';

export const replay: Command = {
  usage: 'RANGE',
  examples: ['HEAD~1..HEAD', 'HEAD'],
  mostWords: 1,
  options: {},
  run: async (session, { words }) => {
    if (words.length === 0) throw wrongUsage(describeReplayUsage());
    const reader = await openReader(session);
    const objects = openObjects(reader.repository.place);
    try {
      await print((await replayRange(reader, words[0] ?? '', objects.read)).text);
    } finally {
      objects.close();
    }
    return 0;
  },
};

/** A history that never has a context file is replayed over an empty one. */
async function replayRange(reader: Reader, range: string, read: ReadObjects): Promise<Document> {
  const { context } = await replayFrom(null, { reader, range, read });
  if (context !== null) return context;
  const [path = 'SESSION_CONTEXT.md'] = reader.config.documents.context;
  const empty = { path, text: '' };
  return (await replayFrom(empty, { reader, range, read })).context ?? empty;
}

type Course = { readonly reader: Reader; readonly range: string; readonly read: ReadObjects };

async function replayFrom(context: Document | null, { reader, range, read }: Course): Promise<Replay> {
  const { repository, config, facts } = reader;
  let state: Replay | null = null;
  const commits = readRange(repository.place, range);
  for await (const changes of readChanges(commits, relevantFiles(config), read))
    for (const change of changes) {
      state ??= startReplay(reader, change.commit.parents[0], context);
      state = replayCommit(state, { change, judged: judgeChange(change, facts), config });
    }
  return state ?? { ...EMPTY, context };
}

const EMPTY: Replay = { context: null, owed: [], documents: new Map() };

/** The documents as they were before the first commit of the range. */
function startReplay(
  { repository, config }: Reader,
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
