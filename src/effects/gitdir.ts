// Files that git itself keeps for a hook, and what it writes to a hook's standard input.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isatty } from 'node:tty';
import type { Repository } from '../git/repository.ts';

/** Lines of a file in the git directory; none where it is missing. */
export function readGitLines(gitDir: string, name: string): readonly string[] {
  try {
    return linesOf(readFileSync(join(gitDir, name), 'utf8'));
  } catch {
    return [];
  }
}

/** The commit that HEAD names; null where its reference is not a file of its own, as after `git pack-refs`. */
export function readHeadId({ gitDir, commonDir }: Pick<Repository, 'gitDir' | 'commonDir'>): string | null {
  const [head = ''] = readGitLines(gitDir, 'HEAD');
  const id = head.startsWith('ref: ') ? readGitLines(commonDir, head.slice('ref: '.length))[0] : head;
  return id !== undefined && /^[0-9a-f]{40,64}$/.test(id) ? id : null;
}

/** The commit message as git hands it to commit-msg; a path relative to `cwd`. Bytes that are not UTF-8 are read as Latin-1. Throws what node:fs throws. */
export function readMessageFile(cwd: string, path: string): string {
  const bytes = readFileSync(join(path.startsWith('/') ? '' : cwd, path));
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') ? bytes.toString('latin1') : text;
}

/** What post-rewrite and pre-push are told: a line each. */
export const readInputLines = (): readonly string[] => linesOf(readFileSync(0, 'utf8'));

/** All that stands on standard input; nothing where a person sits there or nobody writes to it. */
export function readInput(): string {
  try {
    return isatty(0) ? '' : readFileSync(0, 'utf8');
  } catch {
    return '';
  }
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');
