// What git itself says about its hooks: the directory that it looks in, and who told it so.
import type { Repository } from './repository.ts';
import { type GitPlace, runGit, tryGit } from './run.ts';

export type HookFacts = {
  /** Absolute; `core.hooksPath` included. */
  readonly hooksDir: string;
  /** The value and its scope (`local`, `worktree`, `global`, `system`, `command`); null where it is not
   * set. */
  readonly hooksPath: Scoped | null;
  /** Whether git is told here to run no hook at all, by an empty value, as Gemini CLI's shell tool does. */
  readonly isOff: boolean;
  /** What everybody's configuration says, this repository's own left out; absolute, null where it says
   * nothing. */
  readonly sharedDir: string | null;
  /** Top levels of all worktrees, the main one first. */
  readonly worktrees: readonly string[];
};

export type Scoped = { readonly value: string; readonly scope: string };

/** Throws GitProblem. */
export function readHookFacts({ place }: Repository): HookFacts {
  const all = readValues(place);
  const isOff = all.at(-1)?.value === '';
  const values = all.filter(({ value }) => value !== '');
  // Where it would look without that.
  const instead = isOff ? ['-c', `core.hooksPath=${values.at(-1)?.value ?? hooksOf(place)}`] : [];
  const shared = values.findLast(
    ({ scope, value }) => (scope === 'global' || scope === 'system') && /^(?:\/|[A-Za-z]:)/.test(value),
  );
  return {
    isOff,
    hooksDir: runGit(place, [
      ...instead,
      'rev-parse',
      '--path-format=absolute',
      '--git-path',
      'hooks',
    ]).replace(/\r?\n$/, ''),
    hooksPath: values.at(-1) ?? null,
    sharedDir: shared?.value ?? null,
    worktrees: runGit(place, ['worktree', 'list', '--porcelain'])
      .split('\n')
      .flatMap((line) => (line.startsWith('worktree ') ? [line.slice('worktree '.length)] : [])),
  };
}

// An empty value is no path to git, which then tells none of them as one.
function readValues(place: GitPlace): Scoped[] {
  const ask = (...type: string[]) =>
    tryGit(place, ['config', '--show-scope', '--null', ...type, '--get-all', 'core.hooksPath']);
  return parseScoped(ask('--type=path') ?? ask() ?? '');
}

const hooksOf = (place: GitPlace): string =>
  `${runGit(place, ['rev-parse', '--path-format=absolute', '--git-common-dir']).replace(/\r?\n$/, '')}/hooks`;

/** What `git handoff` means so far: the alias in each scope that has one. Throws GitProblem. */
export const readAliases = ({ place }: Repository): string[] =>
  (tryGit(place, ['config', '--null', '--get-all', 'alias.handoff']) ?? '').split('\0').slice(0, -1);

// `global\0/home/ada/hooks\0local\0.husky/_\0`
function parseScoped(answer: string): Scoped[] {
  const words = answer.split('\0').slice(0, -1);
  return words.flatMap((scope, index) => {
    const value = words[index + 1];
    return index % 2 === 0 && value !== undefined ? [{ scope, value }] : [];
  });
}
