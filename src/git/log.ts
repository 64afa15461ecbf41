// Commits as data, a whole range through one git process. Fields stand between NULs: a printable separator
// has turned one commit's body into two commits elsewhere.
import type { Commit } from '../core/types.ts';
import { createEntryParser, DIFF } from './entries.ts';
import { addMissing, isMissing, UNFETCHED } from './missing.ts';
import { FRUGALLY, type GitPlace, runGit, runGitBytes, startGit, streamGit } from './run.ts';
import { createTokenizer } from './tokens.ts';

// 0x1e starts a commit: where an entry of the file list could stand, nothing else starts with it.
const FORMAT = '%x1e%H%x00%P%x00%aI%x00%gs%x00%B%x00';
const FIELDS = 5;
const LOG = ['log', '--encoding=UTF-8', `--format=${FORMAT}`, '--root', '--no-show-signature', '-c', ...DIFF];

/** A message is cut to this many characters; what stands behind them cannot matter to a reader. */
export const LONGEST_MESSAGE = 100_000;

export type CommitAt = Commit & { readonly sha: string };

/** The commit that HEAD's reflog tells of last; `action` as in `commit (amend): subject`. */
export type LoggedCommit = CommitAt & { readonly action: string };

/** Commits as they arrive, so many at a time; never an empty list. */
export type CommitBatches = AsyncIterable<readonly CommitAt[]>;

/** `revisions` are rev-list's: `main..HEAD`, `--reverse`, `-n5`. Newest first unless they say otherwise. A
 * merge lists only the files that differ from every parent. Throws GitProblem. */
export async function* readCommits(
  place: GitPlace,
  revisions: readonly string[],
  paths: readonly string[] = [],
): AsyncGenerator<CommitAt> {
  for await (const commits of readCommitBatches(place, revisions, paths)) yield* commits;
}

/** As `readCommits`, for long ranges. */
export const readCommitBatches = (
  place: GitPlace,
  revisions: readonly string[],
  paths: readonly string[] = [],
): CommitBatches => readAnyway(place, LOG, [...revisions, '--', ...paths]);

/** git's verb and options for them. */
export const rangeOptions = (revisions: readonly string[]): readonly string[] => [...LOG, ...revisions, '--'];

/** git's whole command line for `readCommitBatches`, for somebody else to ask; no word of it has a space. */
export const rangeArguments = (revisions: readonly string[]): string =>
  [...FRUGALLY, ...rangeOptions(revisions)].join(' ');

/** What git says to them. */
export const parseRange = (output: Buffer): Promise<readonly CommitAt[]> =>
  collectCommits(parseCommits(once(output)));

async function* once(output: Buffer): AsyncGenerator<Buffer> {
  yield output;
}

/** All of them, at once. */
export async function collectCommits(batches: CommitBatches): Promise<readonly CommitAt[]> {
  const commits: CommitAt[] = [];
  for await (const batch of batches) commits.push(...batch);
  return commits;
}

/** As `readCommitBatches`, but lines are not counted, for which git would have to read every file. */
export const readNameBatches = (place: GitPlace, revisions: readonly string[]): CommitBatches =>
  readAnyway(place, UNCOUNTED, [...revisions, '--']);

/** The same of a git that starts at once; `stop` is for when they are not read to their end. */
export function startNameBatches(
  place: GitPlace,
  revisions: readonly string[],
): { readonly commits: CommitBatches; readonly stop: () => void } {
  const { output, stop } = startGit(place, [...UNCOUNTED, ...revisions, '--']);
  return { commits: parseCommits(output), stop };
}

const UNCOUNTED = LOG.filter((option) => option !== '--numstat');
const WITHOUT_TEXTS = UNCOUNTED.map((option) => (option === '-M' ? '--no-renames' : option));

/** Where texts are missing that git counts lines in, or finds renames by, the rest is listed without. */
async function* readAnyway(
  place: GitPlace,
  options: readonly string[],
  rest: readonly string[],
): AsyncGenerator<readonly CommitAt[]> {
  let passed = 0;
  try {
    for await (const commits of parseCommits(streamGit(place, [...options, ...rest]))) {
      passed += commits.length;
      yield commits;
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
    addMissing('lines');
    const bare: GitPlace = { ...place, env: { ...place.env, ...UNFETCHED } };
    for await (const commits of parseCommits(streamGit(bare, [...WITHOUT_TEXTS, ...rest]))) {
      const fresh = commits.slice(passed);
      passed = Math.max(0, passed - commits.length);
      if (fresh.length > 0) yield fresh;
    }
  }
}

async function* parseCommits(output: AsyncIterable<Buffer>): AsyncGenerator<readonly CommitAt[]> {
  const tokens = createTokenizer(MOST_BYTES);
  const parser = createCommitParser();
  for await (const chunk of output) {
    const commits = tokens.take(chunk).flatMap((token) => parser.take(token) ?? []);
    if (commits.length > 0) yield commits;
  }
  const rest = [parser.take(tokens.end() ?? ''), parser.end()].filter((commit) => commit !== null);
  if (rest.length > 0) yield rest;
}

/** How many commits `readCommits` would read. Throws GitProblem. */
export async function countCommits(place: GitPlace, revisions: readonly string[]): Promise<number> {
  let count = '';
  for await (const chunk of streamGit(place, ['rev-list', '--count', ...revisions, '--'])) count += chunk;
  return Number(count);
}

/** Ids of the commits that `readCommits` would read. Throws GitProblem. */
export const readIds = (
  place: GitPlace,
  revisions: readonly string[],
  paths: readonly string[] = [],
): ReadonlySet<string> =>
  new Set(
    runGit(place, ['rev-list', ...revisions, '--', ...paths])
      .split('\n')
      .filter(Boolean),
  );

/** One commit. Throws GitProblem where there is none. */
export function readCommit(place: GitPlace, revision: string): LoggedCommit | null {
  const rest = ['-1', '--end-of-options', revision, '--'];
  try {
    return parseOne(runGitBytes(place, [...LOG, ...rest]));
  } catch (error) {
    if (!isMissing(error)) throw error;
    addMissing('lines');
    return parseOne(runGitBytes(place, [...WITHOUT_TEXTS, ...rest], { env: UNFETCHED }));
  }
}

/** The last entry of HEAD's reflog; null where reflogs are off. */
export const readLastLogged = (place: GitPlace): LoggedCommit | null =>
  parseOne(runGitBytes(place, [...LOG, '--walk-reflogs', '-1', 'HEAD', '--']));

function parseOne(output: Buffer): LoggedCommit | null {
  const parser = createCommitParser();
  for (const token of output.toString('utf8').split('\0')) parser.take(token);
  return parser.end();
}

type CommitParser = {
  /** The commit before, when the token starts the next one. */
  readonly take: (token: string) => LoggedCommit | null;
  readonly end: () => LoggedCommit | null;
};

function createCommitParser(): CommitParser {
  let fields: string[] = [];
  let entries = createEntryParser();
  const end = (): LoggedCommit | null => {
    if (fields.length < FIELDS) return null;
    const [sha = '', parents = '', date = '', action = '', message = ''] = fields;
    const files = entries.files();
    return {
      sha,
      parents: parents.split(' ').filter(Boolean),
      date,
      action,
      message: message.slice(0, LONGEST_MESSAGE),
      files,
    };
  };
  const take = (token: string): LoggedCommit | null => {
    if (fields.length > 0 && fields.length < FIELDS) fields.push(token);
    else if (fields.length === 0 || !entries.take(token)) {
      const before = end();
      fields = [token.replace(/^\n*\x1e/, '')];
      entries = createEntryParser();
      return before;
    }
    return null;
  };
  return { take, end };
}

/** Bytes of a token that are kept: all of a path, and of a message what is read of it. */
const MOST_BYTES = 4 * LONGEST_MESSAGE;
