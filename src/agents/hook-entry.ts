// Our entry in an agent's JSON settings: put there once, found again by its command, taken out without a trace.

import { appendItem, childOf, type JsonChild, type JsonNode, parseJson, removeChild } from '../core/json.ts';
import { cannotRun } from '../core/problem.ts';
import type { HookFile } from './agent.ts';

/** What every command of ours holds, whichever version wrote it. */
const OUR_COMMAND = /\bhandoff-hooks\b.*\bbrief --agent\b/;

/** The settings with our entry; `text` null: there is no file. Throws Problem (3) where the file is not JSON. */
export function addEntry(file: HookFile, text: string | null, command: string): string {
  const entry = file.entry(command);
  if (text === null || text.trim() === '') return newSettings(file, entry);
  return reading(file, () => {
    if (holds(text, command)) return text;
    const bare = removeOurs(text);
    return bare === null ? newSettings(file, entry) : appendItem(bare, file.list, entry);
  });
}

/** The settings without our entry; null where nothing of the user's is left. Throws Problem (3) where the file is not JSON. */
export function removeEntry(file: HookFile, text: string): string | null {
  return reading(file, () => {
    const bare = removeOurs(text);
    if (bare === null || bare === text) return bare;
    const isBare = parseJson(bare).children.every(({ key }) => key !== null && key in file.skeleton);
    return isBare ? null : bare;
  });
}

function newSettings(file: HookFile, entry: unknown): string {
  const inner = file.list.reduceRight<unknown>((value, key) => ({ [key]: value }), [entry]);
  return `${JSON.stringify({ ...file.skeleton, ...(inner as object) }, null, 2)}\n`;
}

function reading<T>(file: HookFile, edit: () => T): T {
  try {
    return edit();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw cannotRun({
      what: `${file.path} could not be edited`,
      why: error.message,
      fix: `mend its JSON (a list belongs at ${file.list.join('.')}), then run this again`,
    });
  }
}

/** One step from a container to what it holds. */
type Link = { readonly parent: JsonNode; readonly child: JsonChild };

/** From the root down to each entry of ours. */
function findOurs(node: JsonNode, above: readonly Link[] = []): (readonly Link[])[] {
  if (OUR_COMMAND.test(commandOf(node))) return [above];
  return node.children.flatMap((child) => findOurs(child.node, [...above, { parent: node, child }]));
}

const commandOf = (node: JsonNode): string => String(childOf(node, 'command')?.value ?? '');

function holds(text: string, command: string): boolean {
  const [only, ...others] = findOurs(parseJson(text));
  const last = only?.at(-1);
  return last !== undefined && others.length === 0 && commandOf(last.child.node) === command;
}

/** The text without any entry of ours; null where nothing else was in it. */
function removeOurs(text: string): string | null {
  const chain = findOurs(parseJson(text))[0];
  if (chain === undefined) return text;
  let depth = chain.length - 1;
  while (depth > 0 && isLeftEmpty(chain, depth)) depth -= 1;
  const link = chain[depth];
  if (link === undefined || (depth === 0 && isLeftEmpty(chain, 0))) return null;
  return removeOurs(removeChild(text, link.parent, link.child));
}

// A container that held nothing else, or a group such as {"matcher": "x", "hooks": []} that has lost its list.
function isLeftEmpty(chain: readonly Link[], depth: number): boolean {
  const link = chain[depth];
  const above = chain[depth - 1];
  return (
    link?.parent.children.length === 1 || (link?.child.node.kind === 'array' && above?.child.key === null)
  );
}
