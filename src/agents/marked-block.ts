// Our marked block in a Markdown file that belongs to the user: put there once, replaced in place, taken out whole.
import { lineEndingOf } from '../core/markdown/lines.ts';
import { applyEdits } from '../core/markdown/splice.ts';
import type { BlockFile } from './agent.ts';

const START = '<!-- handoff-hooks:start -->';
const END = '<!-- handoff-hooks:end -->';

/** The file with our block; `text` null: there is no file. */
export function addBlock(file: BlockFile, text: string | null): string {
  const block = `${START}\n${file.body}\n${END}`;
  if (text === null || text.trim() === '') return `${file.head}${block}\n`;
  const eol = lineEndingOf(text);
  const own = block.replace(/\n/g, eol);
  const found = findBlock(text);
  if (found !== null) return applyEdits(text, [{ ...found, text: own }]);
  return `${text}${text.endsWith('\n') ? '' : eol}${eol}${own}${eol}`;
}

/** The file without our block; null where nothing of the user's is left. */
export function removeBlock(file: BlockFile, text: string): string | null {
  const found = findBlock(text);
  if (found === null) return text;
  const before = text.slice(0, found.start).replace(/(\r?\n)\r?\n$/, '$1');
  const rest = before + text.slice(found.end).replace(/^\r?\n/, '');
  return rest.trim() === file.head.trim() ? null : rest;
}

function findBlock(text: string): { readonly start: number; readonly end: number } | null {
  const start = text.indexOf(START);
  const end = start < 0 ? -1 : text.indexOf(END, start);
  return end < 0 ? null : { start, end: end + END.length };
}
