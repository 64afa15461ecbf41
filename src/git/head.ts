// The commit that HEAD names, and what is being made upon it.
import { type Environment, type GitPlace, tryGit } from './run.ts';

export type Head = {
  readonly sha: string;
  readonly parents: readonly string[];
  /** Seconds since the epoch. */
  readonly authoredAt: number;
  readonly committedAt: number;
};

/** Null before the first commit. */
export function readHead(place: GitPlace): Head | null {
  const answer = tryGit(place, [
    'log',
    '-1',
    '--no-show-signature',
    '--format=%H%n%P%n%at%n%ct',
    'HEAD',
    '--',
  ]);
  if (answer === null) return null;
  const [sha = '', parents = '', authored = '', committed = ''] = answer.split('\n');
  return {
    sha,
    parents: parents.split(' ').filter(Boolean),
    authoredAt: Number(authored),
    committedAt: Number(committed),
  };
}

/** Null on a detached HEAD. */
export const readBranch = (place: GitPlace): string | null =>
  tryGit(place, ['symbolic-ref', '--quiet', '--short', 'HEAD'])?.trim() ?? null;

/** Whether the commit that is being made has HEAD's author date, as an amend has. git tells hooks as `@1700000000 +0100`. */
export const hasAuthorDateOf = (head: Head, env: Environment): boolean =>
  Number(/^@(\d+) /.exec(env.GIT_AUTHOR_DATE ?? '')?.[1] ?? Number.NaN) === head.authoredAt;

/** The tree that the index would make; null while it has conflicts. */
export const readIndexTree = (place: GitPlace): string | null =>
  tryGit(place, ['write-tree'])?.trim() ?? null;

/** The tree of a commit. Null where there is no such commit. */
export const readTreeId = (place: GitPlace, revision: string): string | null =>
  tryGit(place, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{tree}`])?.trim() ??
  null;

/** What stands before a comment in a commit message that somebody edits. */
export const readCommentMark = (place: GitPlace): string =>
  tryGit(place, ['config', '--get-regexp', '^core\\.comment(char|string)$'])
    ?.trim()
    .split('\n')
    .at(-1)
    ?.split(' ')[1] ?? '#';
