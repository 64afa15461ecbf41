// Where things are: the work tree, the git directory, the one that linked worktrees share, HEAD.
import { cannotRun, type Problem, wrongUsage } from '../core/problem.ts';
import { type GitPlace, runGit, streamGit, tryGit } from './run.ts';

export type Repository = {
  /** Runs git at the top level, as whom the caller is. */
  readonly place: GitPlace;
  /** Absolute; null in a bare repository. */
  readonly top: string | null;
  /** Absolute; of this worktree. */
  readonly gitDir: string;
  /** Absolute; shared by all linked worktrees. */
  readonly commonDir: string;
  readonly isShallow: boolean;
};

/** A repository with a work tree. */
export type WorkTree = Repository & { readonly top: string };

const PLACES = (
  'rev-parse --path-format=absolute --git-dir --git-common-dir --is-bare-repository ' +
  '--is-shallow-repository'
).split(' ');

/** Throws Problem (3): no git, no repository, dubious ownership. */
export function readRepository(place: GitPlace): Repository {
  // In a bare repository and inside of a git directory there is no top level to show.
  const answer = tryGit(place, [...PLACES, '--show-toplevel']) ?? runGit(place, PLACES);
  const answers = answer.split('\n');
  // A directory's name may hold line breaks.
  const isWhole = answers.length <= PLACES.length && /^(?:true|false)$/.test(answers[2] ?? '');
  const [gitDir = '', commonDir = '', bare = '', shallow = '', shown = ''] = isWhole
    ? answers
    : [...PLACES.slice(2), '--show-toplevel'].map((asked) => askAlone(place, asked));
  const top = bare === 'true' ? null : shown || null;
  return { place: { ...place, cwd: top ?? gitDir }, top, gitDir, commonDir, isShallow: shallow === 'true' };
}

const askAlone = (place: GitPlace, asked: string): string =>
  (tryGit(place, [...PLACES.slice(0, 2), asked]) ?? '').replace(/\r?\n$/, '');

/** As `readRepository`; throws Problem (3) in a bare repository too. */
export function readWorkTree(place: GitPlace): WorkTree {
  const repository = readRepository(place);
  if (repository.top === null)
    throw cannotRun({
      what: 'this repository has no work tree',
      why: repository.gitDir,
      fix: 'run this in a clone that has its files checked out',
    });
  return { ...repository, top: repository.top };
}

/** The commit id of a revision; null where there is none, such as HEAD before the first commit. */
export const readCommitId = (place: GitPlace, revision: string): string | null =>
  tryGit(place, commitOf(revision))?.trim() ?? null;

const commitOf = (revision: string): readonly string[] => [
  'rev-parse',
  '--verify',
  '--quiet',
  '--end-of-options',
  `${revision}^{commit}`,
];

/** As `readCommitId`, while others work; null where git cannot say either. */
export async function findCommitId(place: GitPlace, revision: string): Promise<string | null> {
  let id = '';
  try {
    for await (const chunk of streamGit(place, commitOf(revision))) id += chunk;
  } catch {
    return null;
  }
  return id.trim();
}

/** Throws Problem (2) for a revision that is not here, or a range with such an end. */
export function refuseUnknown(place: GitPlace, revision: string): void {
  // rev-list would walk the whole range.
  const answer = tryGit(place, ['rev-parse', '--end-of-options', revision, '--']);
  if (answer === null) throw noRevision(revision);
}

export const noRevision = (revision: string): Problem =>
  wrongUsage({
    what: `commit not found: ${revision}`,
    fix: 'name a commit that `git log --all` shows, or git fetch the branch that has it',
  });

/** The id of the tree that has nothing in it, in this repository's hash. */
export const readEmptyTree = (place: GitPlace): string =>
  runGit(place, ['hash-object', '-t', 'tree', '--stdin']).trim();

/** The address of `origin` as it is configured; null where there is none. */
export const readRemote = (place: GitPlace): string | null =>
  tryGit(place, ['config', '--get', 'remote.origin.url'])?.trim() || null;
