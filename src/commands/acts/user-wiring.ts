// The wiring of agents in the settings of a person's home, which hold for all repositories. No installation
// owns them: `install --user` writes them and `uninstall --user` takes them back, from wherever it is run.
import { join } from 'node:path';
import type { HookFile } from '../../agents/agent.ts';
import { AGENTS, addTo, findAgent, removeFrom } from '../../agents/index.ts';
import { cannotRun, wrongUsage } from '../../core/problem.ts';
import {
  describeNoHome,
  describeNoUserAgent,
  describeNoUserFile,
  describeUserFile,
} from '../../core/wording/install.ts';
import { readText, writeAtomic } from '../../effects/files.ts';
import { removeQuietly } from '../../effects/replace.ts';
import { say } from '../../effects/say.ts';
import type { Session } from '../session.ts';

/** Throws Problem (2) for an agent without such settings, (3) for settings that cannot be read or written. */
export function wireUser(session: Session, names: readonly string[], isDry: boolean): void {
  if (names.length === 0) throw wrongUsage(describeNoUserAgent(userAgents()));
  for (const agent of names.map(findAgent)) {
    const file = agent.files.find(isForUser);
    if (file === undefined) throw wrongUsage(describeNoUserFile(agent.name, userAgents()));
    change(session, file, isDry, (text) => addTo(agent, file, text) ?? text);
  }
}

/** From the settings of all agents. Throws as `wireUser`. */
export function unwireUser(session: Session, isDry: boolean): void {
  for (const file of AGENTS.flatMap(({ files }) => files).filter(isForUser))
    change(session, file, isDry, (text) => (text === null ? null : removeFrom(file, text)));
}

const isForUser = (file: { readonly kind: string }): file is HookFile =>
  file.kind === 'hook' && 'isForUser' in file && file.isForUser === true;

const userAgents = (): string[] =>
  AGENTS.filter(({ files }) => files.some(isForUser)).map(({ name }) => name);

function change(
  { env: { HOME } }: Session,
  { path }: HookFile,
  isDry: boolean,
  edit: (text: string | null) => string | null,
): void {
  if (!HOME) throw cannotRun(describeNoHome());
  const before = readText(HOME, path);
  const text = edit(before);
  if (!isDry && text === null && before !== null) removeQuietly(join(HOME, path));
  if (!isDry && text !== null && text !== before) writeAtomic(HOME, { path, before, text });
  say(describeUserFile(path, text === before ? 'same' : isDry ? 'planned' : 'changed'));
}
