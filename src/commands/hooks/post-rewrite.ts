// After a rebase or an amend: remembers the new ids of the commits, and catches up once.
import { applyEffects } from '../../effects/apply.ts';
import { hasFile } from '../../effects/files.ts';
import { readInputLines } from '../../effects/gitdir.ts';
import { openHookProject } from '../../read/project.ts';
import { countOwed } from '../acts/count.ts';
import { record } from '../acts/record.ts';
import { rememberRewrites } from '../acts/rewrites.ts';
import type { Hook } from '../session.ts';

// While it is there, the user's uncommitted changes, our draft among them, are not back yet.
const AUTOSTASH = ['rebase-merge/autostash', 'rebase-apply/autostash'];

/** git says `amend` or `rebase`; after an amend post-commit catches up. */
export const run: Hook = async (session, [cause = '']) => {
  const project = await openHookProject(session);
  await rememberRewrites(project, readInputLines());
  const mayWrite = cause === 'rebase' && !AUTOSTASH.some((file) => hasFile(project.gitDir, file));
  const code = mayWrite ? await applyEffects((await record(session, project, null)).effects, project) : 0;
  await countOwed(project);
  return code;
};
