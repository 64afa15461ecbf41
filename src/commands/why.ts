// The verdict on commits, or on what is staged, with the evidence for it.
import type { Commit, Verdict } from '../core/types.ts';
import { judgeChange } from '../core/verdict/judge.ts';
import { debtAfter, decideVerdict } from '../core/verdict/verdict.ts';
import { explainVerdict, formatVerdictLine } from '../core/wording/why.ts';
import { print } from '../effects/say.ts';
import { openObjects } from '../git/blobs.ts';
import { readChange } from './facts/change.ts';
import { openProject } from './facts/project.ts';
import { readNamed } from './facts/range.ts';
import { openReader, type Reader } from './facts/reader.ts';
import { readStagedCommit } from './facts/staged.ts';
import { readNamedMessage } from './folder.ts';
import { type Arguments, type Command, hasOption, type Session, textOption } from './session.ts';

export const why: Command = {
  usage: '[REV|RANGE]... [--json]',
  options: {
    json: { type: 'boolean', says: 'a line of JSON for each commit' },
    'message-file': { type: 'string', says: 'the message of the staged changes' },
  },
  run: async (session, args) => {
    const reader = await openReader(session);
    const commits =
      args.words.length > 0 ? readNamed(reader.repository.place, args.words) : readStaged(session, args);
    const format = hasOption(args, 'json') ? formatVerdictLine : explainVerdict;
    for await (const [commit, verdict] of judgeInOrder(reader, commits)) {
      if (!(await print(`${format(commit, verdict)}\n`))) break;
    }
    return 0;
  },
};

async function* readStaged(session: Session, args: Arguments): AsyncGenerator<Commit> {
  const project = await openProject(session);
  const message = readNamedMessage(session.cwd, textOption(args, 'message-file'));
  yield readStagedCommit(session, project, message);
}

/** Each commit with its verdict, with the debt of those before it in mind. */
async function* judgeInOrder(
  { repository, facts, config }: Reader,
  commits: AsyncIterable<Commit>,
): AsyncGenerator<[Commit, Verdict]> {
  const objects = openObjects(repository.place);
  let weight = 0;
  try {
    for await (const commit of commits) {
      const judged = judgeChange(await readChange(commit, config, objects.read), facts);
      const verdict = decideVerdict(judged, { weight, limit: config.debt.limit });
      weight = debtAfter(weight, judged, verdict);
      yield [commit, verdict];
    }
  } finally {
    objects.close();
  }
}
