// Puts the hooks in place: looks where, says it, writes.
import { unwiredAgents } from '../agents/index.ts';
import { readConfig } from '../core/config/config.ts';
import { DEFAULTS } from '../core/config/defaults.ts';
import { isOurAlias, patternsOf } from '../core/install/driver.ts';
import { INTO } from '../core/install/manifest.ts';
import {
  choosePlace,
  isBareWithoutWorktree,
  isTracked,
  parseInto,
  refuseInactive,
} from '../core/install/place.ts';
import { type Plan, planInstall } from '../core/install/plan.ts';
import { cannotRun, orProblem, Problem } from '../core/problem.ts';
import { askAgents, offerAgents, offerInit } from '../core/wording/init.ts';
import {
  closing,
  describeBareWithoutWorktree,
  describeChanges,
  describeLeftovers,
  describeNoRepository,
  describePending,
  describePlace,
  describeTeam,
  type View,
} from '../core/wording/install.ts';
import { askText } from '../effects/ask.ts';
import { mayAsk } from '../effects/audience.ts';
import { hasFile } from '../effects/files.ts';
import { carryOut, checkChanges } from '../effects/install/carry-out.ts';
import { readShipped, type Shipped } from '../effects/install/contents.ts';
import { clearLeftovers } from '../effects/leftovers.ts';
import { withInstallLock } from '../effects/lock.ts';
import { printLines, say } from '../effects/say.ts';
import { readAliases } from '../git/hooks.ts';
import { type Repository, readCommitId, readRepository } from '../git/repository.ts';
import { readIfText } from '../read/documents.ts';
import { groundOf, lookAround } from '../read/installation.ts';
import { openHookProject, openProject, readConfigTexts } from '../read/project.ts';
import { findGitDir } from '../read/starter.ts';
import { findContextFiles } from '../read/territories.ts';
import { countOwed } from './acts/count.ts';
import { wireAgents, wireUser } from './acts/wiring.ts';
import { writeDocuments } from './init.ts';
import { type Arguments, type Command, hasOption, type Session, textOption, textOptions } from './session.ts';

export const install: Command = {
  usage: `[--into ${INTO.join('|')}] [--agent NAME]... [--user] [--mcp] [--dry-run]`,
  examples: ['--dry-run', '--agent claude'],
  mostWords: 0,
  options: {
    into: { type: 'string', says: 'where the hooks go; found by itself without it' },
    agent: {
      type: 'string',
      multiple: true,
      says: 'wire the brief to the start of its sessions; several of them',
    },
    user: {
      type: 'boolean',
      says: 'wire these agents in your home, for all repositories; nothing else is installed',
    },
    mcp: { type: 'boolean', says: 'name the MCP server in the settings of these agents, too' },
    'dry-run': { type: 'boolean', says: 'print what would be written, and write nothing' },
  },
  async run(session, args) {
    const isDry = hasOption(args, 'dry-run');
    if (hasOption(args, 'user')) {
      wireUser(session, textOptions(args, 'agent'), isDry);
      return 0;
    }
    const shipped = readShipped(session.home, session.version);
    const found = await orProblem(findRepository(session));
    // It may stand in a `prepare` script, which runs where an archive was unpacked too.
    if (found instanceof Problem && findGitDir(session) === null) {
      say(describeNoRepository());
      return 0;
    }
    if (found instanceof Problem) throw found;
    const { gitDir, commonDir, top } = found;
    const contents = { ...shipped, merged: await mergedPatterns(top) };
    const put = (agents: readonly string[] = textOptions(args, 'agent')) =>
      putInPlace(session, args, { ...contents, agents });
    const { plan, place, look } = isDry ? put() : withInstallLock(commonDir, () => put());
    if (!isDry) clearLeftovers([gitDir, commonDir]);
    await tell(plan, { isDry, view: look.view, isForTeam: isTracked(place, look.around) });
    if (!isDry && top !== null) {
      await offerDocuments(session);
      if (textOptions(args, 'agent').length === 0)
        await offerWiring(session, top, (agents) => withInstallLock(commonDir, () => put(agents)));
      await countFirst(session);
    }
    return plan.leftovers.length === 0 ? 0 : 3;
  },
};

const findRepository = async ({ cwd, env }: Session): Promise<Repository> => readRepository({ cwd, env });

/** A config with faults says nothing of them: then the usual names. */
async function mergedPatterns(top: string | null): Promise<readonly string[]> {
  const config = top === null ? DEFAULTS : await orProblem(readConfig(readConfigTexts(top)));
  const { documents } = config instanceof Problem ? DEFAULTS : config;
  return patternsOf([...documents.context, ...documents.decisions]);
}

type Contents = Shipped & { readonly merged: readonly string[] };

function putInPlace(
  session: Session,
  args: Arguments,
  { agents: names, ...shipped }: Contents & { readonly agents: readonly string[] },
) {
  const look = lookAround(session, shipped.hooks);
  const { repository, around, present, view } = look;
  if (isBareWithoutWorktree(around)) throw cannotRun(describeBareWithoutWorktree());
  const place = choosePlace(around, parseInto(textOption(args, 'into')), present.manifest?.into);
  refuseInactive(place, present.manifest?.into);
  const head = readCommitId(repository.place, 'HEAD');
  const agents = wireAgents(names, present, hasOption(args, 'mcp'));
  const isAliased = readAliases(repository).every(isOurAlias);
  const goal = { ...shipped, place, head, version: session.version, agents, isAliased };
  const plan = planInstall(present, goal);
  say(describePlace(place, view));
  const act = hasOption(args, 'dry-run') ? checkChanges : carryOut;
  act(plan.changes, groundOf(around));
  return { plan, place, look };
}

type InstallReport = { readonly isDry: boolean; readonly view: View; readonly isForTeam: boolean };

async function tell(
  { changes, leftovers, pending }: Plan,
  { isDry, view, isForTeam }: InstallReport,
): Promise<void> {
  await printLines(describeChanges({ isDry, changes }, view));
  for (const line of describeLeftovers(leftovers, view)) say(line);
  say(closing('install', { isDry, changes }));
  for (const command of pending) say(describePending(command));
  if (isForTeam && !isDry && changes.length > 0) say(describeTeam());
}

/** The first commit need not wait for what can be known now. */
async function countFirst(session: Session): Promise<void> {
  const project = await orProblem(openHookProject(session));
  if (!(project instanceof Problem)) await countOwed(project, true);
}

/** A person is asked; nothing is written behind anybody's back. */
async function offerDocuments(session: Session): Promise<void> {
  const project = await orProblem(openProject(session));
  if (project instanceof Problem || findContextFiles(project).length > 0) return;
  if (!mayAsk(session.env)) return say(offerInit());
  await writeDocuments(session, { extent: null, isDry: false });
  if (findContextFiles(project).length === 0) say(offerInit());
}

/** The agents whose files are in the repository; `wire` puts theirs in place. */
async function offerWiring(
  session: Session,
  top: string,
  wire: (agents: readonly string[]) => ReturnType<typeof putInPlace>,
): Promise<void> {
  const agents = unwiredAgents(
    (path) => hasFile(top, path),
    (path) => readIfText(top, path),
  );
  if (agents.length === 0) return;
  const names = agents.map(({ name }) => name);
  const { env } = session;
  const message = askAgents(agents.map(({ title }) => title));
  const answer = mayAsk(env) ? await askText({ env, message, deadline: DEFAULTS.ask.deadline }) : null;
  if (!answer?.toLowerCase().startsWith('y')) return say(offerAgents(names));
  const { plan, look } = wire(names);
  await tell(plan, { isDry: false, view: look.view, isForTeam: false });
}
