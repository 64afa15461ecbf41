// Files that git itself keeps for a hook, and what it writes to a hook's standard input.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isatty } from 'node:tty';
import type { WorkTree } from '../git/repository.ts';
import type { GitPlace } from '../git/run.ts';
import { isDirectory } from './files.ts';

/** The repository of a hook, which git starts at the top of its work tree with GIT_DIR set or `.git` there.
 * Null where it is not as plain as that, and git has to be asked. */
export function findWorkTree(place: GitPlace): WorkTree | null {
  const { GIT_DIR = '.git', GIT_WORK_TREE, GIT_COMMON_DIR } = place.env;
  if (GIT_WORK_TREE !== undefined || GIT_COMMON_DIR !== undefined) return null;
  const gitDir = resolve(place.cwd, GIT_DIR);
  if (gitDir === place.cwd || !isDirectory(gitDir) || !existsSync(join(gitDir, 'index'))) return null;
  const commonDir = resolve(gitDir, readGitLines(gitDir, 'commondir')[0] ?? '.');
  const isShallow = existsSync(join(commonDir, 'shallow'));
  return { place, top: place.cwd, gitDir, commonDir, isShallow };
}

/** As `findWorkTree`, for a command that somebody runs at the top of an ordinary work tree. */
export function findPlainWorkTree(place: GitPlace): WorkTree | null {
  const found = place.env.GIT_DIR === undefined ? findWorkTree(place) : null;
  const isWhole = found !== null && ['HEAD', 'objects'].every((name) => existsSync(join(found.gitDir, name)));
  return isWhole && !MOVED.test(readGitLines(found.gitDir, 'config').join('\n')) ? found : null;
}

/** In a config, where alone git looks for it: that the work tree is elsewhere. */
const MOVED = /worktree|\bbare\s*=(?!\s*false)/i;

/** Lines of a file in the git directory; none where it is missing. */
export function readGitLines(gitDir: string, name: string): readonly string[] {
  try {
    return linesOf(readFileSync(join(gitDir, name), 'utf8'));
  } catch {
    return [];
  }
}

/** What git did last with HEAD, as its reflog says (`commit (amend)`); null where the last entry is about
 * another commit. */
export function readLastAction(gitDir: string, head: string): string | null {
  // `<old id> <new id> Ada <ada@example.org> 1700000000 +0100\tcommit: the subject`
  const [ids = '', action = ''] = (readGitLines(gitDir, 'logs/HEAD').at(-1) ?? '').split('\t');
  return ids.split(' ')[1] === head ? action : null;
}

export type Action = { readonly sha: string; readonly action: string; readonly subject: string };

/** What git did with HEAD, the newest first, as far as a reflog of a reasonable length goes. */
export const readActions = (gitDir: string): Action[] =>
  readGitLines(gitDir, 'logs/HEAD')
    .slice(-MOST_ACTIONS)
    .reverse()
    .map((line) => {
      const [ids = '', ...text] = line.split('\t');
      const [action = '', ...subject] = text.join(' ').split(': ');
      return { sha: ids.split(' ')[1] ?? '', action, subject: subject.join(': ') };
    });

const MOST_ACTIONS = 1000;

/** The commit message as git hands it to commit-msg; a path relative to `cwd`. Bytes that are not UTF-8 are
 * read as Latin-1. Throws what node:fs throws. */
export function readMessageFile(cwd: string, path: string): string {
  const bytes = readFileSync(join(path.startsWith('/') ? '' : cwd, path));
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') ? bytes.toString('latin1') : text;
}

/** What post-rewrite and pre-push are told: a line each. */
export const readInputLines = (): readonly string[] => linesOf(readFileSync(0, 'utf8'));

/** What the hooks' shell wrote there; nothing where it cannot be read, and git is asked again. */
export function readToldBytes(): Buffer {
  try {
    return readFileSync(0);
  } catch {
    return Buffer.alloc(0);
  }
}

/** All that stands on standard input; nothing where a person sits there or nobody writes to it. */
export const readInput = (): string => (isatty(0) ? '' : readToldBytes().toString('utf8'));

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');
