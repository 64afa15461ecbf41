// Whether the context file changed between two commits, said in one line.
import type { ExitCode } from '../../core/types.ts';
import { describeContextChanged } from '../../core/wording/record.ts';
import { say } from '../../effects/say.ts';
import { hasPathChanged } from '../../git/staged.ts';
import type { Session } from '../session.ts';
import { findContextFiles } from './documents.ts';
import { openProject } from './project.ts';

export async function noteContextChange(session: Session, before: string, after: string): Promise<ExitCode> {
  const project = await openProject(session);
  const [path] = findContextFiles(project);
  if (path !== undefined && hasPathChanged(project.place, [before, after], path))
    say(describeContextChanged(path));
  return 0;
}
