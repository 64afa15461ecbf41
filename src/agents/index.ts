// The list of the coding agents that a brief can be wired to, and the two edits that wire and unwire one.
import { wrongUsage } from '../core/problem.ts';
import type { Agent, AgentFile, Moment } from './agent.ts';
import { AGENTS_MD, CLAUDE_MD, DEVIN, GEMINI_MD } from './agents-md.ts';
import { CLAUDE } from './claude.ts';
import { CODEX } from './codex.ts';
import { COPILOT, VSCODE } from './copilot.ts';
import { CURSOR } from './cursor.ts';
import { GEMINI } from './gemini.ts';
import { addEntries, removeEntries } from './hook-entry.ts';
import { hookLine } from './line.ts';
import { addBlock, removeBlock } from './marked-block.ts';
import { OPENCODE } from './opencode.ts';
import { QWEN } from './qwen.ts';
import { SKILL } from './skill.ts';
import { WINDSURF } from './windsurf.ts';

export const AGENTS: readonly Agent[] = [
  CLAUDE,
  CODEX,
  CURSOR,
  WINDSURF,
  DEVIN,
  COPILOT,
  VSCODE,
  GEMINI,
  QWEN,
  OPENCODE,
  AGENTS_MD,
  CLAUDE_MD,
  GEMINI_MD,
  SKILL,
];

/** Throws Problem (2) for a name that is not in the list. */
export function findAgent(name: string): Agent {
  const agent = AGENTS.find((one) => one.name === name);
  if (agent !== undefined) return agent;
  throw wrongUsage({
    what: `no agent is called ${JSON.stringify(name)}`,
    fix: `use one of ${AGENTS.map((one) => one.name).join(', ')}`,
  });
}

/** Whether a file has what wires an agent to us; null: there is no such file. */
export const isWired = (text: string | null): boolean => text?.includes('handoff-hooks') === true;

/** Agents that files of the repository tell of, and that are not wired. `read`: null: no such file. */
export const unwiredAgents = (
  has: (path: string) => boolean,
  read: (path: string) => string | null,
): Agent[] =>
  AGENTS.filter(({ marks, files }) => marks.some(has) && !files.some(({ path }) => isWired(read(path))));

/** Paths of all files that any agent may be wired by. */
export const wiredPaths = (top: string | null): string[] =>
  top === null ? [] : AGENTS.flatMap(({ files }) => files.map(({ path }) => `${top}/${path}`));

/** The agent that will read the answer: Cursor runs the hooks of Claude Code too, in an environment of its
 * own. */
export const hostOf = (agent: Agent, env: Readonly<Record<string, string | undefined>>): Agent =>
  env.CURSOR_VERSION === undefined ? agent : CURSOR;

export const hookCommand = ({ name }: Agent, moment: Moment = 'start'): string => hookLine(name, moment);

/** The file wired; `text` null: there is no file. Null where it is not there and need not be. Adding twice
 * changes nothing. Throws Problem (3) where settings cannot be read. */
export function addTo(agent: Agent, file: AgentFile, text: string | null, hasServer = false): string | null {
  if (file.kind === 'hook')
    return addEntries(file, text, { commandAt: (moment) => hookCommand(agent, moment), hasServer });
  return file.isServer === true && !hasServer ? text : addBlock(file, text);
}

/** The file without what `addTo` put there; null where nothing of the user's is left. Throws as `addTo`
 * does. */
export const removeFrom = (file: AgentFile, text: string): string | null =>
  file.kind === 'hook' ? removeEntries(file, text) : removeBlock(file, text);
