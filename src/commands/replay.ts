// Prints the context file as the tool would have kept it over a range, from the file at the range's start.
import { wrongUsage } from '../core/problem.ts';
import { describeReplayUsage } from '../core/wording/record.ts';
import { print } from '../effects/say.ts';
import { openObjects } from '../git/blobs.ts';
import { openReader } from '../read/reader.ts';
import { replayRange } from '../read/replay.ts';
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
      await print((await replayRange({ reader, range: words[0] ?? '', read: objects.read })).text);
    } finally {
      objects.close();
    }
    return 0;
  },
};
