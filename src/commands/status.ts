// Says what is installed, what git will really run, how far the context file is behind, and what to mend.
import { type Fault, type Inspection, inspect } from '../core/install/inspect.ts';
import { relativeTo } from '../core/install/paths.ts';
import type { Surroundings } from '../core/install/place.ts';
import { cannotRun } from '../core/problem.ts';
import {
  describeContextFaults,
  describeFault,
  describeStatus,
  formatStatus,
  type Status,
} from '../core/wording/status.ts';
import { readShipped } from '../effects/install/contents.ts';
import { probeHooks } from '../effects/install/probe.ts';
import { print } from '../effects/say.ts';
import { type Repository, readCommitId } from '../git/repository.ts';
import { readContextStatus } from './facts/context-status.ts';
import { lookAround } from './installation.ts';
import { type Command, hasOption } from './session.ts';

export const status: Command = {
  usage: '[--probe] [--json]',
  options: {
    probe: { type: 'boolean', says: 'make a real commit in a scratch worktree and see which hooks run' },
    json: { type: 'boolean', says: 'one line of JSON' },
  },
  async run(session, args) {
    const { hooks } = readShipped(session.home, session.version);
    const { repository, around, present, view } = lookAround(session, hooks);
    const inspection = inspect(around, present.manifest, { hooks, version: session.version });
    const context = await readContextStatus(session);
    const probed = hasOption(args, 'probe') ? probe(repository, around, inspection) : null;
    const faults = [...inspection.faults, ...(probed === null ? [] : missedIn(inspection, probed))];
    const answer: Status = {
      inspection,
      isInstalled: present.manifest !== null,
      version: session.version,
      ...context,
      debt: null,
      probed: probed?.ran ?? null,
      troubles: [...faults.map((fault) => describeFault(fault, view.top)), ...describeContextFaults(context)],
    };
    const format = hasOption(args, 'json') ? formatStatus : describeStatus;
    await print(`${format(answer, view.top)}\n`);
    return 0;
  },
};

type Probed = ReturnType<typeof probeHooks>;

function probe(
  { place, top }: Repository,
  around: Surroundings,
  { place: { settings } }: Inspection,
): Probed {
  if (top === null || readCommitId(place, 'HEAD') === null)
    throw cannotRun({
      what: 'a probe needs a work tree and a first commit',
      fix: 'handoff-hooks status, without --probe',
    });
  const state = settings === null ? undefined : around.disk.get(settings.path);
  const texts =
    settings !== null && state?.kind === 'file'
      ? [[relativeTo(top, settings.path), state.text] as const]
      : [];
  return probeHooks(place, { hooksDir: around.hooksDir, settings: new Map(texts) });
}

/** The hooks that should have run and did not. */
const missedIn = ({ hooks }: Inspection, { ran, stopped }: Probed): Fault[] =>
  hooks
    .filter(({ name, state }) => (state === 'ours' || state === 'chained') && !ran.includes(name))
    .map(({ name }) => ({ kind: 'missed', hook: name, reason: stopped }));
