// The commit that HEAD names, and what is being made upon it.
import type { GitObject } from './blobs.ts';
import { type Environment, type GitPlace, tryGit } from './run.ts';

export type Head = {
  readonly sha: string;
  readonly tree: string;
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
    '--format=%H%n%T%n%P%n%at%n%ct',
    'HEAD',
    '--',
  ]);
  if (answer === null) return null;
  const [sha = '', tree = '', parents = '', authored = '', committed = ''] = answer.split('\n');
  return {
    sha,
    tree,
    parents: parents.split(' ').filter(Boolean),
    authoredAt: Number(authored),
    committedAt: Number(committed),
  };
}

/** As git keeps a commit, which `openObjects` finds under HEAD. Null where it is none. */
export function parseHead(found: GitObject | null): Head | null {
  if (found?.kind !== 'commit') return null;
  // `author Ada <ada@example.org> 1700000000 +0100`, among `tree <id>` and, for each, `parent <id>`
  const lines = found.text.slice(0, found.text.indexOf('\n\n')).split('\n');
  const valuesOf = (key: string) =>
    lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  const secondsOf = (key: string) => Number(/> (\d+) [+-]\d+$/.exec(valuesOf(key)[0] ?? '')?.[1]);
  return {
    sha: found.id,
    tree: valuesOf('tree')[0] ?? '',
    parents: valuesOf('parent'),
    authoredAt: secondsOf('author'),
    committedAt: secondsOf('committer'),
  };
}

/** Null on a detached HEAD. */
export const readBranch = (place: GitPlace): string | null =>
  tryGit(place, ['symbolic-ref', '--quiet', '--short', 'HEAD'])?.trim() ?? null;

/** Whether the commit that is being made has HEAD's author date, as an amend has. git tells hooks as
 * `@1700000000 +0100`. */
export const hasAuthorDateOf = (head: Head, env: Environment): boolean =>
  Number(/^@(\d+) /.exec(env.GIT_AUTHOR_DATE ?? '')?.[1] ?? Number.NaN) === head.authoredAt;

/** What stands before a comment in a commit message that somebody edits. */
export const readCommentMark = (place: GitPlace): string =>
  tryGit(place, ['config', '--get-regexp', '^core\\.comment(char|string)$'])
    ?.trim()
    .split('\n')
    .at(-1)
    ?.split(' ')[1] ?? '#';
