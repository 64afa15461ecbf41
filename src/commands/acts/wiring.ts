// The wiring of coding agents as edits that an installation makes and takes back with everything else.

import { join } from 'node:path';
import type { Agent, AgentFile, HookFile } from '../../agents/agent.ts';
import { AGENTS, addTo, findAgent, removeFrom } from '../../agents/index.ts';
import { fromBytes, textAt, toBytes } from '../../core/install/disk.ts';
import type { Unwire } from '../../core/install/edit.ts';
import type { FileEdit } from '../../core/install/manifest.ts';
import type { Present } from '../../core/install/plan.ts';
import { cannotRun, Problem, wrongUsage } from '../../core/problem.ts';
import {
  describeNoHome,
  describeNoUserAgent,
  describeNoUserFile,
  describeUnwirable,
  describeUserFile,
} from '../../core/wording/install.ts';
import { readText, writeAtomic } from '../../effects/files.ts';
import { removeQuietly } from '../../effects/replace.ts';
import { say } from '../../effects/say.ts';
import type { Session } from '../session.ts';

/** What wires the agents, where it is not there already. Throws Problem (2) for an unknown name, (3) for
 * settings that cannot be read. */
export function wireAgents(names: readonly string[], present: Present, hasServer = false): FileEdit[] {
  const agents = [...new Set(names)].map(findAgent);
  const edits = agents.flatMap((agent) =>
    agent.files.flatMap((file) => wireFile(agent, file, present, hasServer)),
  );
  // Two agents may read one file.
  return edits.filter(({ path }, at) => edits.findIndex((edit) => edit.path === path) === at);
}

/** Undefined where what is ours cannot be told any more. */
export const unwire: Unwire = (name, path, bytes) => {
  const file = AGENTS.find((agent) => agent.name === name)?.files.find((one) =>
    path.endsWith(`/${one.path}`),
  );
  if (file === undefined) return undefined;
  try {
    const rest = removeFrom(file, fromBytes(bytes));
    return rest === null ? null : toBytes(rest);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
};

function wireFile(
  agent: Agent,
  file: AgentFile,
  { disk, top, manifest }: Present,
  hasServer: boolean,
): FileEdit[] {
  const path = `${top}/${file.path}`;
  const bytes = textAt(disk, path);
  if (bytes === null && disk.has(path)) {
    if (isLeft(file, hasServer)) return [];
    throw cannotRun(describeUnwirable(file.path));
  }
  const text = bytes === null ? null : fromBytes(bytes);
  const wired = addTo(agent, file, text, hasServer);
  if (wired === null || wired === text) return [];
  const old = manifest?.edits.find((edit) => edit.kind === 'agent' && edit.path === path);
  const before =
    old === undefined
      ? bytes
      : old.after === bytes
        ? old.before
        : (unwire(agent.name, path, bytes ?? '') ?? null);
  return [{ kind: 'agent', name: agent.name, path, before, after: toBytes(wired) }];
}

/** Whether nothing has to be written there. */
const isLeft = (file: AgentFile, hasServer: boolean): boolean =>
  file.kind === 'block' ? file.isServer === true && !hasServer : file.entries.length === 0 && !hasServer;

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
