// Says so when a merge or a pull brought another context file.
import { noteNewHead } from '../acts/hookless.ts';
import type { Hook } from '../session.ts';

export const run: Hook = async (session) => noteNewHead(session, 'ORIG_HEAD', 'HEAD');
