// `git handoff`: an alias in the repository's own git config that runs the installed bundle, without npm.
import type { Disk } from '../types.ts';
import { markedLines } from './block.ts';
import { textAt } from './disk.ts';
import type { FileEdit } from './manifest.ts';

// git runs it at the top level, in a linked worktree with GIT_DIR set: then a subdirectory would be taken for
// the top.
const ALIAS =
  '![ -n "$GIT_WORK_TREE" ] || unset GIT_DIR; cd "./$GIT_PREFIX" && ' +
  'sh "$(git rev-parse --git-common-dir)/handoff-hooks/run"';

const LINE = `\thandoff = "${ALIAS.replace(/["\\]/g, '\\$&')}"`;

/** Whether it stands in the text of a git config. */
export const hasAlias = (config: string): boolean => config.includes(LINE);

/** Whether a value that git gives for `alias.handoff` is ours. */
export const isOurAlias = (value: string): boolean => value === ALIAS;

export function aliasEdit(disk: Disk, commonDir: string): FileEdit {
  const path = `${commonDir}/config`;
  const before = textAt(disk, path);
  const text = before ?? '';
  const block = markedLines(['[alias]', LINE]);
  const after = text === '' || text.endsWith('\n') ? text + block : `${text}\n${block.trimEnd()}`;
  return { kind: 'settings', name: 'git', path, before, after };
}
