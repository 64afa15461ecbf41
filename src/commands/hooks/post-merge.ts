// Says so when a merge or a pull brought another context file.
import { noteContextChange } from '../facts/context-change.ts';
import type { Hook } from '../session.ts';

export const run: Hook = async (session) => noteContextChange(session, 'ORIG_HEAD', 'HEAD');
