// Adds to and removes from a JSON text by splices, so that a person's entries, comments and formatting stay.
// Reads what settings files really hold: JSON with comments and trailing commas.
import { applyEdits, lineEndingOf } from './markdown/lines.ts';

export type JsonNode = {
  readonly start: number;
  readonly end: number;
  readonly kind: 'object' | 'array' | 'scalar';
  /** Of an object or an array, in order; `start` of a member is that of its key. */
  readonly children: readonly JsonChild[];
  /** Of a scalar. */
  readonly value: unknown;
};
export type JsonChild = { readonly key: string | null; readonly start: number; readonly node: JsonNode };

/** Throws SyntaxError where the text is no JSON even with comments and trailing commas allowed. */
export function parseJson(text: string): JsonNode {
  const { node, end } = readValue(text, skipSpace(text, text.startsWith('\uFEFF') ? 1 : 0));
  if (skipSpace(text, end) < text.length) throw new SyntaxError(`unexpected text at ${end}`);
  return node;
}

type Read = { readonly node: JsonNode; readonly end: number };

const SPACE = /(?:\s|\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/)*/y;
const SCALAR = /"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/y;
const DEEPEST = 200;

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.test(text);
  return SPACE.lastIndex;
}

function readValue(text: string, start: number, depth = 0): Read {
  if (depth > DEEPEST) throw new SyntaxError('nested too deep');
  if (text[start] === '{' || text[start] === '[') return readContainer(text, start, depth);
  SCALAR.lastIndex = start;
  const found = SCALAR.exec(text)?.[0];
  if (found === undefined) throw new SyntaxError(`no value at ${start}`);
  const end = start + found.length;
  return { node: { start, end, kind: 'scalar', children: [], value: JSON.parse(found) }, end };
}

function readContainer(text: string, start: number, depth: number): Read {
  const kind = text[start] === '{' ? 'object' : 'array';
  const close = kind === 'object' ? '}' : ']';
  const children: JsonChild[] = [];
  let at = skipSpace(text, start + 1);
  while (text[at] !== close) {
    const key = kind === 'object' ? readKey(text, at) : { name: null, end: at };
    const value = readValue(text, key.end, depth + 1);
    children.push({ key: key.name, start: at, node: value.node });
    at = skipSpace(text, value.end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
    else if (text[at] !== close) throw new SyntaxError(`no comma at ${at}`);
  }
  return { node: { start, end: at + 1, kind, children, value: undefined }, end: at + 1 };
}

function readKey(text: string, at: number): { readonly name: string; readonly end: number } {
  const { node, end } = readValue(text, at);
  const colon = skipSpace(text, end);
  if (typeof node.value !== 'string' || text[colon] !== ':') throw new SyntaxError(`no key at ${at}`);
  return { name: node.value, end: skipSpace(text, colon + 1) };
}

export const childOf = (node: JsonNode, key: string): JsonNode | undefined =>
  node.children.find((child) => child.key === key)?.node;

/** Appends `item` to the array that stands at `path`, making what is missing on the way. Throws SyntaxError
 * where something else stands there. */
export function appendItem(text: string, path: readonly string[], item: unknown): string {
  const made = addMember(text, path, [item]);
  if (made !== text) return made;
  const list = path.reduce<JsonNode | undefined>((node, key) => node && childOf(node, key), parseJson(text));
  if (list?.kind !== 'array') throw new SyntaxError(`${path.join('.')} is not a list`);
  return insertLast(text, list, { key: null, value: item });
}

/** Puts `value` at `path` where nothing stands there, making the objects above it. Throws SyntaxError where
 * one of them is none. */
export function addMember(text: string, path: readonly string[], value: unknown): string {
  let node = parseJson(text);
  for (const [depth, key] of path.entries()) {
    if (node.kind !== 'object')
      throw new SyntaxError(`${path.slice(0, depth).join('.') || 'it'} is not an object`);
    const next = childOf(node, key);
    if (next === undefined) {
      const rest = path.slice(depth + 1).reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
      return insertLast(text, node, { key, value: rest });
    }
    node = next;
  }
  return text;
}

function insertLast(
  text: string,
  into: JsonNode,
  child: { readonly key: string | null; readonly value: unknown },
): string {
  const eol = lineEndingOf(text);
  const unit = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  const last = into.children.at(-1);
  const isOneLine = last !== undefined && !text.slice(into.start, last.start).includes('\n');
  const indent = last === undefined ? indentAt(text, into.start) + unit : indentAt(text, last.start);
  const name = child.key === null ? '' : `${JSON.stringify(child.key)}: `;
  const value = name + JSON.stringify(child.value, null, unit).replace(/\n/g, eol + indent);
  const added = isOneLine ? ` ${name}${JSON.stringify(child.value)}` : eol + indent + value;
  if (last !== undefined)
    return applyEdits(text, [{ start: last.node.end, end: last.node.end, text: `,${added}` }]);
  const behind = into.end - 1;
  const inside = text.slice(into.start + 1, behind).trimEnd();
  const end = eol + indentAt(text, into.start);
  return applyEdits(text, [{ start: into.start + 1 + inside.length, end: behind, text: added + end }]);
}

function indentAt(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** Takes a child out, with its comma and the white space that was its own. */
export function removeChild(text: string, from: JsonNode, child: JsonChild): string {
  const index = from.children.indexOf(child);
  const before = from.children[index - 1];
  const after = from.children[index + 1];
  if (after !== undefined) return applyEdits(text, [{ start: child.start, end: after.start, text: '' }]);
  if (before !== undefined)
    return applyEdits(text, [{ start: before.node.end, end: child.node.end, text: '' }]);
  return applyEdits(text, [{ start: from.start + 1, end: from.end - 1, text: '' }]);
}
