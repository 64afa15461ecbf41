// Says what is installed, what git will really run, how far the context file is behind, and what to mend.
import { join } from 'node:path';
import { CODEX_HOOKS } from '../agents/codex.ts';
import { countUntrusted } from '../agents/codex-trust.ts';
import { isWired } from '../agents/index.ts';
import { type Fault, type Inspection, inspect } from '../core/install/inspect.ts';
import { relativeTo } from '../core/install/paths.ts';
import { cannotRun, orProblem, Problem } from '../core/problem.ts';
import { commandLine } from '../core/wording/command.ts';
import { hooklessTroubles } from '../core/wording/hookless.ts';
import {
  describeContextFaults,
  describeDeath,
  describeFault,
  describeProblem,
  describeStatus,
  describeUntrusted,
  formatStatus,
  type Status,
} from '../core/wording/status.ts';
import { isDirectory } from '../effects/files.ts';
import { readShipped } from '../effects/install/contents.ts';
import { type Probed, probeHooks } from '../effects/install/probe.ts';
import { findLeftovers, findOldLocks } from '../effects/leftovers.ts';
import { print, printLines } from '../effects/say.ts';
import { mayRemember, readNote } from '../effects/state.ts';
import { type Repository, readCommitId } from '../git/repository.ts';
import { NO_CONTEXT, readContextStatus } from '../read/context-status.ts';
import { readIfText } from '../read/documents.ts';
import { readHookless } from '../read/hookless.ts';
import { type Look, lookAround } from '../read/installation.ts';
import { type Command, hasOption, type Session } from './session.ts';

export const status: Command = {
  usage: '[--probe] [--json]',
  examples: ['', '--probe --json'],
  mostWords: 0,
  options: {
    probe: { type: 'boolean', says: 'make a real commit in a scratch worktree and see which hooks run' },
    json: { type: 'boolean', says: 'one line of JSON' },
  },
  async run(session, args) {
    const shipped = readShipped(session.home, session.version);
    const look = lookAround(session, shipped.hooks);
    const answer = await readStatus(session, look, {
      inspection: inspect(look.around, look.present.manifest, { ...shipped, version: session.version }),
      isProbed: hasOption(args, 'probe'),
    });
    const format = hasOption(args, 'json') ? formatStatus : describeStatus;
    await (hasOption(args, 'json') ? print : printLines)(`${format(answer, look.view.top)}\n`);
    return 0;
  },
};

type StatusRequest = { readonly inspection: Inspection; readonly isProbed: boolean };

async function readStatus(
  session: Session,
  look: Look,
  { inspection, isProbed }: StatusRequest,
): Promise<Status> {
  const { top } = look.repository;
  const found = top === null ? NO_CONTEXT : await orProblem(readContextStatus(session));
  const context = found instanceof Problem ? NO_CONTEXT : found;
  const contextTroubles =
    found instanceof Problem ? [describeProblem(found.text)] : describeContextFaults(found);
  const probed = isProbed ? await probe(look, inspection) : null;
  const faults = [
    ...inspection.faults,
    ...crashFaults(look.repository),
    ...(probed === null ? [] : missedIn(inspection, probed)),
  ];
  return {
    ...context,
    inspection,
    isInstalled: look.present.manifest !== null,
    version: session.version,
    probed: probed?.ran ?? null,
    troubles: [
      ...faults.map((fault) => describeFault(fault, look.view.top)),
      ...describeDeath(readNote(look.repository.gitDir, 'died')),
      ...describeUntrusted(untrustedIn(session, top)),
      ...(top === null ? [] : contextTroubles),
      ...hooklessTroubles(await readHookless(look.repository)),
    ],
  };
}

async function probe({ repository, around }: Look, { place: { settings } }: Inspection): Promise<Probed> {
  const { place, top } = repository;
  if (top === null || readCommitId(place, 'HEAD') === null)
    throw cannotRun({
      what: 'a probe needs a work tree and a first commit',
      fix: `${commandLine('status')}   without --probe`,
    });
  const state = settings === null ? undefined : around.disk.get(settings.path);
  const texts =
    settings !== null && state?.kind === 'file'
      ? [[relativeTo(top, settings.path), state.text] as const]
      : [];
  return probeHooks(place, { hooksDir: around.hooksDir, settings: new Map(texts) });
}

/** Nobody's, where Codex is not used or not ours. */
function untrustedIn({ env }: Session, top: string | null): number {
  const home = env.CODEX_HOME ?? (env.HOME === undefined ? undefined : join(env.HOME, '.codex'));
  if (top === null || home === undefined || !isDirectory(home)) return 0;
  if (!isWired(readIfText(top, CODEX_HOOKS))) return 0;
  return countUntrusted(join(top, CODEX_HOOKS), readIfText(home, 'config.toml') ?? '');
}

function crashFaults({ gitDir, commonDir }: Repository): Fault[] {
  const paths = findLeftovers([gitDir, commonDir]);
  const locks = findOldLocks(gitDir, commonDir).map((path) => ({ kind: 'locked', path }) as const);
  const closed = mayRemember(gitDir) ? [] : [{ kind: 'read-only', path: gitDir } as const];
  return [...(paths.length === 0 ? [] : [{ kind: 'leftovers', paths } as const]), ...locks, ...closed];
}

/** The hooks that should have run and did not. */
const missedIn = ({ hooks }: Inspection, { ran, stopped }: Probed): Fault[] =>
  hooks
    .filter(({ name, state }) => (state === 'ours' || state === 'chained') && !ran.includes(name))
    .map(({ name }) => ({ kind: 'missed', hook: name, reason: stopped }));
