// What git is in the middle of, by the files that it leaves in the git directory meanwhile.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export type Operation = 'rebase' | 'am' | 'merge' | 'cherry-pick' | 'revert' | 'bisect';

// `rebase-apply` serves am too; `sequencer` stays between two picks of a range, when no *_HEAD does.
const TRACES: readonly (readonly [file: string, operation: Operation])[] = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply/applying', 'am'],
  ['rebase-apply', 'rebase'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['sequencer', 'cherry-pick'],
  ['BISECT_LOG', 'bisect'],
];

/** `gitDir` is that of the worktree. Null: nothing that an ordinary commit would get in the way of. */
export const readOperation = (gitDir: string): Operation | null =>
  TRACES.find(([file]) => existsSync(join(gitDir, file)))?.[1] ?? null;
