// Takes a draft that is not committed out of the work tree, so that a pull, a rebase or a switch can go on.
import { mapCommitIds } from '../core/draft/ids.ts';
import { type PendingDraft, stillPending } from '../core/draft/parked.ts';
import { cannotRun } from '../core/problem.ts';
import { describeNothingPending, describeNotParked, describeParked } from '../core/wording/record.ts';
import { applyAnyway } from '../effects/apply.ts';
import { carryText, type World } from '../effects/carry.ts';
import { readText } from '../effects/files.ts';
import { readMemory, readPending } from '../read/memory.ts';
import type { Project } from '../read/project.ts';
import { openHome } from '../read/territories.ts';
import type { Command } from './session.ts';

export const park: Command = {
  usage: '',
  examples: ['', '--cwd .'],
  mostWords: 0,
  options: {},
  run: async (session) => {
    const project = await openHome(session);
    const { contextPath: path } = project;
    const [found = null] = await project.objects.find([`HEAD:${path}`]);
    project.objects.close();
    const committed = found?.kind === 'blob' ? found.id : null;
    const before = readText(project.top, path) ?? '';
    const pending = stillPending(readPending(project), { path, committed });
    const text = pending.length === 0 ? before : takeOut(project, before, readCurrentIds(project, pending));
    if (text === null) throw cannotRun(describeNotParked(path));
    if (text === before) return applyAnyway([{ kind: 'say', text: describeNothingPending(path) }], project);
    return applyAnyway(
      [
        { kind: 'write', path, before, text },
        { kind: 'forget', name: 'pending' },
        { kind: 'say', text: describeParked(path) },
      ],
      project,
    );
  },
};

/** As they read where a rebase or an amend has taken their ids along. */
function readCurrentIds(
  { repository }: Pick<Project, 'repository'>,
  pending: readonly PendingDraft[],
): readonly PendingDraft[] {
  const { rewritten } = readMemory(repository);
  return pending.map((one) => ({ ...one, text: mapCommitIds(one.text, rewritten, one.before) }));
}

/** The newest first; what its author added around them stays. Null where it stands in the same lines. */
function takeOut(world: World, text: string, pending: readonly PendingDraft[]): string | null {
  const last = pending.at(-1);
  if (last === undefined) return text;
  const without =
    text === last.text ? last.before : carryText(world, text, { before: last.text, after: last.before });
  return without === null ? null : takeOut(world, without, pending.slice(0, -1));
}
