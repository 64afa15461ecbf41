// The verdict on commits, or on what is staged, with the evidence for it.
import type { Commit } from '../core/types.ts';
import { explainVerdict, formatVerdictLine } from '../core/wording/why.ts';
import { print, printLines } from '../effects/say.ts';
import { readHead } from '../git/head.ts';
import { judgeInOrder } from '../read/judge-order.ts';
import { openProject } from '../read/project.ts';
import { readNamed, readTouching } from '../read/range.ts';
import { openReader, type Reader } from '../read/reader.ts';
import { readStagedCommit } from '../read/staged.ts';
import { readNamedMessage } from './directory.ts';
import { type Arguments, type Command, hasOption, type Session, textOption, textOptions } from './session.ts';

export const why: Command = {
  usage: '[REV|RANGE]... [--path FILE]... [--json]',
  examples: ['HEAD', 'HEAD~1..HEAD --json'],
  options: {
    json: { type: 'boolean', says: 'a line of JSON for each commit' },
    'message-file': { type: 'string', says: 'the message of the staged changes' },
    path: {
      type: 'string',
      multiple: true,
      says: 'the newest commits that changed this file; several of them',
    },
  },
  run: async (session, args) => {
    const reader = await openReader(session);
    const commits = commitsOf(session, reader, args);
    const format = hasOption(args, 'json') ? formatVerdictLine : explainVerdict;
    const show = hasOption(args, 'json') ? print : printLines;
    for await (const judged of judgeInOrder(reader, commits)) {
      const lines = judged.map(([commit, verdict, claims]) => `${format(commit, verdict, claims)}\n`);
      if (!(await show(lines.join('')))) break;
    }
    return 0;
  },
};

function commitsOf(
  session: Session,
  { repository: { place } }: Reader,
  args: Arguments,
): AsyncIterable<readonly Commit[]> {
  const paths = textOptions(args, 'path');
  if (paths.length > 0) return readTouching(place, paths);
  return args.words.length > 0 ? readNamed(place, args.words) : readStaged(session, args);
}

async function* readStaged(session: Session, args: Arguments): AsyncGenerator<readonly Commit[]> {
  const project = await openProject(session);
  const message = readNamedMessage(session.cwd, textOption(args, 'message-file'));
  yield [readStagedCommit(session, { ...project, head: readHead(project.place) }, message)];
}
