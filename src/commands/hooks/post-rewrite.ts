// After a rebase or an amend: remembers the new ids of the commits, and catches up once.
import { orProblem } from '../../core/problem.ts';
import { applyEffects } from '../../effects/apply.ts';
import { holdsAutostash } from '../../effects/autostash.ts';
import { readInputLines } from '../../effects/gitdir.ts';
import { openHookProject } from '../../read/project.ts';
import { countOwed } from '../acts/count.ts';
import { record } from '../acts/record.ts';
import { followInStash, rememberRewrites } from '../acts/rewrites.ts';
import type { Hook } from '../session.ts';

/** git says `amend` or `rebase`; after an amend post-commit catches up. */
export const run: Hook = async (session, [cause = '']) => {
  const project = await openHookProject(session);
  await rememberRewrites(project, readInputLines());
  // The user's uncommitted changes, our draft among them, are not back yet.
  const isStashed = holdsAutostash(project);
  if (isStashed) await orProblem(followInStash(project));
  const mayWrite = cause === 'rebase' && !isStashed;
  const code = mayWrite ? await applyEffects((await record(session, project, null)).effects, project) : 0;
  await countOwed(project);
  return code;
};
