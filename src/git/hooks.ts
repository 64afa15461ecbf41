// What git itself says about its hooks: the folder that it looks in, and who told it so.
import type { Repository } from './repository.ts';
import { runGit, tryGit } from './run.ts';

export type HookFacts = {
  /** Absolute; `core.hooksPath` included. */
  readonly hooksDir: string;
  /** The value and its scope (`local`, `worktree`, `global`, `system`, `command`); null where it is not set. */
  readonly hooksPath: { readonly value: string; readonly scope: string } | null;
  /** Top levels of all worktrees, the main one first. */
  readonly worktrees: readonly string[];
};

/** Throws GitProblem. */
export function readHookFacts({ place }: Repository): HookFacts {
  return {
    hooksDir: oneLine(runGit(place, ['rev-parse', '--path-format=absolute', '--git-path', 'hooks'])),
    hooksPath: parseScoped(
      tryGit(place, ['config', '--show-scope', '--null', '--get', 'core.hooksPath']) ?? '',
    ),
    worktrees: runGit(place, ['worktree', 'list', '--porcelain'])
      .split('\n')
      .flatMap((line) => (line.startsWith('worktree ') ? [line.slice('worktree '.length)] : [])),
  };
}

const oneLine = (text: string): string => text.replace(/\r?\n$/, '');

// `local\0.husky/_\0`
function parseScoped(answer: string): HookFacts['hooksPath'] {
  const [scope = '', value] = answer.split('\0');
  return value === undefined ? null : { value, scope };
}
