// Says so when a branch switch brought another context file.
import { noteNewHead } from '../acts/hookless.ts';
import type { Hook } from '../session.ts';

/** `isBranch` is `1` for a switch of branches, `0` for files that were checked out. */
export const run: Hook = async (session, [before = '', after = '', isBranch = '']) =>
  isBranch === '1' && before !== after ? noteNewHead(session, before, after) : 0;
