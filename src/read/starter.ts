// How the reader of a message starts us: what is installed in the repository, as its files say. git is not
// asked.
import { dirname, join, resolve } from 'node:path';
import { hasAlias } from '../core/install/driver.ts';
import type { Reader } from '../core/wording/command.ts';
import { hasFile, isDirectory } from '../effects/files.ts';
import { readGitLines } from '../effects/gitdir.ts';
import type { GitPlace } from '../git/run.ts';

export function readReader(place: GitPlace): Reader {
  const gitDir = findGitDir(place);
  const isAtTop = (place.env.GIT_PREFIX ?? '') === '' && gitDirIn(place.cwd) !== null;
  if (gitDir === null) return { starter: 'npx handoff-hooks', isAtTop };
  const commonDir = resolve(gitDir, readGitLines(gitDir, 'commondir')[0] ?? '.');
  return { starter: starterIn(commonDir), isAtTop };
}

function starterIn(commonDir: string): Reader['starter'] {
  if (!hasFile(commonDir, 'handoff-hooks/run')) return 'npx handoff-hooks';
  return hasAlias(readGitLines(commonDir, 'config').join('\n'))
    ? 'git handoff'
    : 'sh "$(git rev-parse --git-common-dir)/handoff-hooks/run"';
}

/** Of an ordinary work tree, or of where GIT_DIR leads; null where neither is there. */
export function findGitDir({ cwd, env }: GitPlace): string | null {
  if (env.GIT_DIR !== undefined) return resolve(cwd, env.GIT_DIR);
  const found = gitDirIn(cwd);
  if (found !== null || dirname(cwd) === cwd) return found;
  return findGitDir({ cwd: dirname(cwd), env });
}

/** A linked worktree and a submodule have a file of that name, `gitdir: /path`. */
function gitDirIn(directory: string): string | null {
  if (isDirectory(join(directory, '.git'))) return join(directory, '.git');
  const [line = ''] = readGitLines(directory, '.git');
  return line.startsWith('gitdir: ') ? resolve(directory, line.slice('gitdir: '.length)) : null;
}
