// Our entries in an agent's JSON settings: put there once, found again by their commands, taken out without a
// trace.

import {
  addMember,
  appendItem,
  childOf,
  type JsonChild,
  type JsonNode,
  parseJson,
  removeChild,
} from '../core/json.ts';
import { cannotRun } from '../core/problem.ts';
import type { HookFile, Moment } from './agent.ts';
import { SERVER } from './answers.ts';

/** What every command of a hook of ours holds, whichever version wrote it. */
const OUR_COMMAND = /\bhandoff-hooks\/(?:hooks\/lib\/agent\b|.*\bbrief --agent\b)/;
const OUR_SERVER = [SERVER.command, ...SERVER.args].join(' ');

export type Wanted = {
  readonly commandAt: (moment: Moment) => string;
  /** Whether the MCP server is wanted; one that is there stays. */
  readonly hasServer: boolean;
};

/** The settings with our entries; `text` null: there is no file. Throws Problem (3) where the file is not
 * JSON. */
export function addEntries(file: HookFile, text: string | null, wanted: Wanted): string | null {
  const isNew = text === null || text.trim() === '';
  return reading(file, () => {
    const wired = addHooks(file, isNew ? null : text, wanted);
    const { server } = file;
    if (server === undefined || !wanted.hasServer) return wired ?? text;
    return addMember(wired ?? newSettings(file), server.at, server.value);
  });
}

/** The settings without our entries; null where nothing of the user's is left. Throws Problem (3) where the
 * file is not JSON. */
export function removeEntries(file: HookFile, text: string): string | null {
  return reading(file, () => {
    const bare = removeOurs(text, isOurs);
    if (bare === null || bare === text) return bare;
    const isBare = parseJson(bare).children.every(({ key }) => key !== null && key in file.skeleton);
    return isBare ? null : bare;
  });
}

/** Null where there is no file, and no hook to put into it. */
function addHooks(file: HookFile, text: string | null, { commandAt }: Wanted): string | null {
  const { entries } = file;
  if (entries.length === 0) return text;
  const commands = entries.map(({ moment }) => commandAt(moment));
  if (text !== null && commandsIn(text).join('\n') === commands.join('\n')) return text;
  const bare = (text === null ? null : removeOurs(text, isHook)) ?? newSettings(file);
  return entries.reduce(
    (edited, { list, entry, moment }) => appendItem(edited, list, entry(commandAt(moment))),
    bare,
  );
}

const newSettings = ({ skeleton }: HookFile): string => `${JSON.stringify(skeleton, null, 2)}\n`;

function reading<T>(file: HookFile, edit: () => T): T {
  try {
    return edit();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw cannotRun({
      what: `${file.path} could not be edited`,
      why: error.message,
      fix: `fix its JSON (${places(file)}), then run this again`,
    });
  }
}

const places = ({ entries, server }: HookFile): string =>
  [
    ...entries.map(({ list }) => `a list belongs at ${list.join('.')}`),
    ...(server === undefined ? [] : [`an object belongs at ${server.at.slice(0, -1).join('.')}`]),
  ].join(', ');

/** One step from a container to what it holds. */
type Link = { readonly parent: JsonNode; readonly child: JsonChild };

/** From the root down to each node of ours. */
function findOurs(
  node: JsonNode,
  isWanted: (node: JsonNode) => boolean,
  above: readonly Link[] = [],
): (readonly Link[])[] {
  if (isWanted(node)) return [above];
  return node.children.flatMap((child) =>
    findOurs(child.node, isWanted, [...above, { parent: node, child }]),
  );
}

const textAt = (node: JsonNode, key: string): string => String(childOf(node, key)?.value ?? '');

const commandOf = (node: JsonNode): string => textAt(node, 'command') || textAt(node, 'bash');

const isHook = (node: JsonNode): boolean => OUR_COMMAND.test(commandOf(node));

const isServer = (node: JsonNode): boolean =>
  ['command', 'args']
    .flatMap((key) => {
      const found = childOf(node, key);
      return found?.kind === 'array' ? found.children.map((child) => child.node.value) : [found?.value];
    })
    .filter((word) => word !== undefined)
    .join(' ') === OUR_SERVER;

const isOurs = (node: JsonNode): boolean => isHook(node) || isServer(node);

const commandsIn = (text: string): string[] =>
  findOurs(parseJson(text), isHook).flatMap((chain) => {
    const last = chain.at(-1);
    return last === undefined ? [] : [commandOf(last.child.node)];
  });

/** The text without any entry of ours; null where nothing else was in it. */
function removeOurs(text: string, isWanted: (node: JsonNode) => boolean): string | null {
  const chain = findOurs(parseJson(text), isWanted)[0];
  if (chain === undefined) return text;
  let depth = chain.length - 1;
  while (depth > 0 && isLeftEmpty(chain, depth)) depth -= 1;
  const link = chain[depth];
  if (link === undefined || (depth === 0 && isLeftEmpty(chain, 0))) return null;
  return removeOurs(removeChild(text, link.parent, link.child), isWanted);
}

// A container that held nothing else, or a group such as {"matcher": "x", "hooks": []} that has lost its
// list.
function isLeftEmpty(chain: readonly Link[], depth: number): boolean {
  const link = chain[depth];
  const above = chain[depth - 1];
  return (
    link?.parent.children.length === 1 || (link?.child.node.kind === 'array' && above?.child.key === null)
  );
}
