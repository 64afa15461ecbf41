// The gate over what is pushed, for commits that skipped the hooks.
import { formatProblem } from '../../core/problem.ts';
import type { Finding } from '../../core/types.ts';
import { describePush } from '../../core/wording/gate.ts';
import { describePending } from '../../core/wording/record.ts';
import { readInputLines } from '../../effects/gitdir.ts';
import { say } from '../../effects/say.ts';
import { readBranch } from '../../git/head.ts';
import { readCommitId } from '../../git/repository.ts';
import { isNothing, readPushed, readSpan } from '../../git/span.ts';
import { readTreeEntry } from '../../git/tracking.ts';
import { checkSpan } from '../../read/checked.ts';
import { isDraftPending, readMemory } from '../../read/memory.ts';
import { type HookProject, openHookProject } from '../../read/project.ts';
import { readTerritories } from '../../read/territories.ts';
import type { Hook } from '../session.ts';

/** git's argument: the remote's name, or its address where it has none. */
export const run: Hook = async (session, [remote = '']) => {
  const project = await openHookProject(session);
  const level = project.gateConfig.gate.prePush;
  if (level === 'off') return 0;
  const pushes = readInputLines().map(parsePush);
  await tellPending(project, pushes);
  const findings = await findUnmet(project, pushes, remote);
  if (findings.length === 0) return 0;
  say(formatProblem(describePush(findings, level === 'block')));
  return level === 'block' ? 1 : 0;
};

/** What was drafted for the last commits of a branch is easily left behind. */
async function tellPending(project: HookProject, pushes: readonly Push[]): Promise<void> {
  if (!pushes.some(({ local }) => local === project.head?.sha)) return;
  for (const { path } of readTerritories(project))
    if (isDraftPending(project, path))
      say(
        formatProblem(
          describePending(
            path,
            readBranch(project.place),
            readTreeEntry(project.place, 'HEAD', path) === null,
          ),
        ),
      );
}

async function findUnmet(project: HookProject, pushes: readonly Push[], remote: string): Promise<Finding[]> {
  const { baseline } = readMemory(project.repository);
  const findings: Finding[] = [];
  for (const push of pushes) {
    if (isNothing(push.local)) continue;
    const checked = await checkSpan(project.repository, spanOf(project, push, remote), baseline);
    findings.push(...checked.findings.filter(({ level }) => level === 'error'));
  }
  return findings;
}

type Push = { readonly local: string; readonly theirs: string };

// `refs/heads/main <id> refs/heads/main <id at the remote>`, zeros where there is none.
function parsePush(line: string): Push {
  const [, local = '', , theirs = ''] = line.split(' ');
  return { local, theirs };
}

// What the remote has may be unknown here: then its branches as they were seen last.
function spanOf({ repository, place }: HookProject, { local, theirs }: Push, remote: string) {
  const isKnown = !isNothing(theirs) && readCommitId(place, theirs) !== null;
  return isKnown ? readSpan(repository, `${theirs}..${local}`) : readPushed(repository, local, remote);
}
