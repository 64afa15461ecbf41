// HEAD that came by no commit: whether it brought another context file, said in one line, and what is owed there.
import type { ExitCode } from '../../core/types.ts';
import { describeContextChanged } from '../../core/wording/record.ts';
import { say } from '../../effects/say.ts';
import { hasPathChanged } from '../../git/staged.ts';
import { findContextFiles } from '../../read/documents.ts';
import { openHookProject } from '../../read/project.ts';
import type { Session } from '../session.ts';
import { countOwed } from './count.ts';

export async function noteNewHead(session: Session, before: string, after: string): Promise<ExitCode> {
  const project = await openHookProject(session);
  const [path] = findContextFiles(project);
  if (path !== undefined && hasPathChanged(project.place, [before, after], path))
    say(describeContextChanged(path));
  await countOwed(project);
  return 0;
}
