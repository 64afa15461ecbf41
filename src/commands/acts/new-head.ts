// HEAD that came by no commit: whether it brought another context file, said in one line to an agent, and
// what is owed.
import type { Territory } from '../../core/context/territories.ts';
import type { ExitCode } from '../../core/types.ts';
import { describeContextChanged } from '../../core/wording/record.ts';
import { isAgentRun } from '../../effects/agent.ts';
import { applyEffects } from '../../effects/apply.ts';
import { say } from '../../effects/say.ts';
import { hasPathChanged } from '../../git/staged.ts';
import { openHookProject } from '../../read/project.ts';
import { readTerritories } from '../../read/territories.ts';
import type { Session } from '../session.ts';
import { countOwed } from './count.ts';
import { describeMade, leaveSeen } from './hookless.ts';

export async function noteNewHead(session: Session, before: string, after: string): Promise<ExitCode> {
  const project = await openHookProject(session);
  const hasChanged = ({ path }: Territory) => hasPathChanged(project.place, [before, after], path);
  const changed = isAgentRun(session.env) ? readTerritories(project).filter(hasChanged) : [];
  for (const { path } of changed) say(describeContextChanged(path));
  await applyEffects(await describeMade(project, { tip: before }), project);
  if (project.head !== null) await leaveSeen(project, project.head.sha);
  await countOwed(project);
  return 0;
}
