// Commits of a range as data, through one git process. Fields stand between NULs: a printable separator has turned
// one commit's body into two commits elsewhere.
import type { Commit } from '../core/types.ts';
import { createEntryParser, type EntryParser } from './entries.ts';
import { type GitPlace, streamGit } from './run.ts';

const FORMAT = '%x1e%H%x00%P%x00%aI%x00%B%x00';
const DIFF = [
  '--raw',
  '--numstat',
  '-z',
  '--no-abbrev',
  '-M',
  '-c',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
];
const LOG = ['log', '--encoding=UTF-8', `--format=${FORMAT}`, '--root', '--no-show-signature', ...DIFF];

/** A message is cut to this many characters; what stands behind them cannot matter to a reader. */
export const LONGEST_MESSAGE = 1_000_000;

export type CommitAt = Commit & { readonly sha: string };

/** `revisions` are rev-list's: `main..HEAD`, `-n`, `5`, `HEAD`. Newest first unless they say otherwise. Throws GitProblem. */
export async function* readCommits(
  place: GitPlace,
  revisions: readonly string[],
  paths: readonly string[] = [],
): AsyncGenerator<CommitAt> {
  const chunks = streamGit(place, [...LOG, ...revisions, '--', ...paths]);
  let open: OpenCommit | null = null;
  for await (const token of readTokens(chunks)) {
    if (open?.take(token)) continue;
    if (open !== null) yield open.close();
    open = openCommit(token);
  }
  if (open?.isWhole()) yield open.close();
}

type OpenCommit = {
  readonly take: (token: string) => boolean;
  readonly close: () => CommitAt;
  readonly isWhole: () => boolean;
};

function openCommit(first: string): OpenCommit {
  const fields = [first.replace(/^\n*\x1e/, '')];
  const entries: EntryParser = createEntryParser();
  const take = (token: string): boolean => {
    if (fields.length < 4) return fields.push(token) > 0;
    return entries.take(token);
  };
  const close = (): CommitAt => {
    const [sha = '', parents = '', date = '', message = ''] = fields;
    return {
      sha,
      parents: parents === '' ? [] : parents.split(' '),
      date,
      message: message.slice(0, LONGEST_MESSAGE),
      files: entries.files(),
    };
  };
  return { take, close, isWhole: () => fields.length === 4 };
}

/** What stands between NULs, however the chunks fall. */
async function* readTokens(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
      rest.push(chunk.subarray(from, at));
      yield Buffer.concat(rest).toString('utf8');
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
}
