// Marked lines put into a YAML text as the first item of a map or list; every other byte stays.
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { lineEndingOf } from '../../markdown/lines.ts';
import { markedLines } from '../block.ts';

/** `path` leads to a map or list; an empty one to the end of the text. */
export type Insertion = { readonly path: readonly string[]; readonly lines: readonly string[] };

/** Null where the text is no YAML, or has at `path` what is not a block map or list. */
export function insertLines(text: string, { path, lines }: Insertion): string | null {
  const spot = findSpot(text, path);
  if (spot === null) return null;
  const nested = spot.missing.map((key, depth) => `${'  '.repeat(depth)}${key}:`);
  const inner = lines.map((line) => '  '.repeat(nested.length) + line);
  const edited = insertAt(text, spot.at, markedLines([...nested, ...inner], spot.indent));
  // Behind a document's end mark, for one, the lines would make a second document.
  return parseDocument(edited).errors.length === 0 ? edited : null;
}

/** Whether something stands at the path. */
export function hasAt(text: string, path: readonly string[]): boolean {
  const value: unknown = parseDocument(text).getIn(path);
  return value !== undefined;
}

type Spot = { readonly at: number; readonly indent: string; readonly missing: readonly string[] };

function findSpot(text: string, path: readonly string[]): Spot | null {
  const { contents, errors } = parseDocument(text);
  if (errors.length > 0) return null;
  if (contents === null || path.length === 0) return atEnd(text, contents, path);
  return isBlock(contents) ? descend(text, contents, path) : null;
}

/** `path` from the item `node` on down. */
function descend(text: string, node: unknown, path: readonly string[]): Spot | null {
  if (!isBlock(node)) return null;
  const [key, ...rest] = path;
  if (key === undefined) return firstIn(text, startOf(node), []);
  if (!isMap(node)) return null;
  const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (pair === undefined) return firstIn(text, startOf(node), path);
  return isEmpty(pair) ? below(text, keyStart(pair), rest) : descend(text, pair.value, rest);
}

function atEnd(text: string, root: unknown, missing: readonly string[]): Spot | null {
  if (root !== null && !(isMap(root) && isBlock(root))) return null;
  return { at: text.length, indent: root === null ? '' : columnOf(text, startOf(root)), missing };
}

type Block = YAMLMap | YAMLSeq;

const isBlock = (node: unknown): node is Block => (isMap(node) || isSeq(node)) && node.flow !== true;

const isEmpty = ({ value }: Pair): boolean => value === null || (isScalar(value) && value.value === null);

const keyStart = ({ key }: Pair): number => (isScalar(key) ? (key.range?.[0] ?? 0) : 0);

const startOf = (node: Block): number => node.range?.[0] ?? 0;

const firstIn = (text: string, item: number, missing: readonly string[]): Spot => ({
  at: text.lastIndexOf('\n', item - 1) + 1,
  indent: columnOf(text, item),
  missing,
});

const below = (text: string, key: number, missing: readonly string[]): Spot => ({
  at: text.indexOf('\n', key) + 1 || text.length,
  indent: `${columnOf(text, key)}  `,
  missing,
});

const columnOf = (text: string, at: number): string => ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1));

function insertAt(text: string, at: number, block: string): string {
  const own = block.replaceAll('\n', lineEndingOf(text));
  const isOpen = at === text.length && text !== '' && !text.endsWith('\n');
  if (isOpen) return `${text}\n${own.trimEnd()}`;
  return text.slice(0, at) + own + text.slice(at);
}
