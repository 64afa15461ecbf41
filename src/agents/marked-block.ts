// Our marked block in a file that belongs to the user: put there once, replaced in place, taken out whole.
import { applyEdits, lineEndingOf } from '../core/markdown/lines.ts';
import type { BlockFile } from './agent.ts';

const marksOf = ({ comment }: BlockFile): readonly [start: string, end: string] =>
  comment === undefined
    ? ['<!-- handoff-hooks:start -->', '<!-- handoff-hooks:end -->']
    : [`${comment} handoff-hooks:start`, `${comment} handoff-hooks:end`];

/** The file with our block; `text` null: there is no file. */
export function addBlock(file: BlockFile, text: string | null): string {
  const block = marksOf(file).join(`\n${file.body}\n`);
  if (text === null || text.trim() === '') return `${file.head}${block}\n`;
  const eol = lineEndingOf(text);
  const own = block.replace(/\n/g, eol);
  const found = findBlock(file, text);
  if (found !== null) return applyEdits(text, [{ ...found, text: own }]);
  return `${text}${text.endsWith('\n') ? '' : eol}${eol}${own}${eol}`;
}

/** The file without our block; null where nothing of the user's is left. */
export function removeBlock(file: BlockFile, text: string): string | null {
  const found = findBlock(file, text);
  if (found === null) return text;
  const before = text.slice(0, found.start).replace(/(\r?\n)\r?\n$/, '$1');
  const rest = before + text.slice(found.end).replace(/^\r?\n/, '');
  return rest.trim() === file.head.trim() ? null : rest;
}

function findBlock(file: BlockFile, text: string): { readonly start: number; readonly end: number } | null {
  const [first, last] = marksOf(file);
  const start = text.indexOf(first);
  const end = start < 0 ? -1 : text.indexOf(last, start);
  return end < 0 ? null : { start, end: end + last.length };
}
