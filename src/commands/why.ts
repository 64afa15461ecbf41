// The verdict on commits, or on what is staged, with the evidence for it.
import { type Claim, readClaims } from '../core/claims/index.ts';
import { parseMessage } from '../core/message/index.ts';
import type { Change, Commit, Verdict } from '../core/types.ts';
import { judgeChange } from '../core/verdict/judge.ts';
import { debtAfter, decideVerdict } from '../core/verdict/verdict.ts';
import { explainVerdict, formatVerdictLine } from '../core/wording/why.ts';
import { print, printLines } from '../effects/say.ts';
import { openObjects } from '../git/blobs.ts';
import { readHead } from '../git/head.ts';
import { readChanges, relevantFiles, withGuarded } from '../read/change.ts';
import { openProject } from '../read/project.ts';
import { readNamed, readTouching } from '../read/range.ts';
import { openReader, type Reader } from '../read/reader.ts';
import { readStagedCommit } from '../read/staged.ts';
import { readNamedMessage } from './folder.ts';
import { type Arguments, type Command, hasOption, type Session, textOption, textOptions } from './session.ts';

export const why: Command = {
  usage: '[REV|RANGE]... [--path FILE]... [--json]',
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

type Judged = readonly [Commit, Verdict, readonly Claim[]];

/** Each commit with its verdict and what it claims, with the debt of those before it in mind. */
async function* judgeInOrder(
  { repository, facts, config, guards }: Reader,
  commits: AsyncIterable<readonly Commit[]>,
): AsyncGenerator<readonly Judged[]> {
  const objects = openObjects(repository.place);
  const lazily = { ...facts, guards, isLazy: true };
  const wanted = withGuarded(relevantFiles(config), guards().inForce);
  let weight = 0;
  const judge = (change: Change): Judged => {
    const judged = judgeChange(change, lazily);
    const verdict = decideVerdict(judged, { weight, limit: config.debt.limit });
    weight = debtAfter(weight, judged, verdict);
    return [change.commit, verdict, readClaims(parseMessage(change.commit.message), change.documents)];
  };
  try {
    for await (const changes of readChanges(commits, wanted, objects.read)) yield changes.map(judge);
  } finally {
    objects.close();
  }
}
