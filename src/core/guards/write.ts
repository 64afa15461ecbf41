// Writes a guard where the decision or the rule that it holds commits to stands, in the style of what is
// around it.
import { placesOf, readContext } from '../context/context.ts';
import { guardLike } from '../decide/body.ts';
import { readChunks } from '../decide/chunks.ts';
import { readEntries } from '../decisions/decisions.ts';
import type { Entry } from '../decisions/entry.ts';
import { type BlockLine, scanBlocks } from '../markdown/blocks.ts';
import { applyEdits } from '../markdown/lines.ts';
import type { Decision, Document } from '../types.ts';

/** As code, in which nothing is a mark. */
export const guardCode = (guard: string): string =>
  guard.includes('`') ? `\`\` ${guard} \`\`` : `\`${guard}\``;

/** A sentence with a guard behind it, as it is read back. */
export const withGuard = (text: string, guard: string): string =>
  `${text.trimEnd()}${/[.;!?。！？]$/.test(text.trimEnd()) ? '' : '.'} Guard: ${guard}`;

/** The document with the guard at what stands on that line (1-based); null: no decision and no rule stands
 * there. */
export function writeGuard(document: Document, line: number, guard: string): string | null {
  const lines = scanBlocks(document.text);
  const code = guardCode(guard);
  const entry = readEntries([document]).findLast(
    ({ kind, decision, to }) => kind === 'record' || (decision.line <= line && line <= to),
  );
  const isBlock = entry?.kind === 'heading' || entry?.kind === 'record';
  const edit = isBlock ? inEntry(entry, lines, code) : behindLine(lines, line - 1, code);
  if (edit === null) return null;
  return applyEdits(document.text, [{ start: edit.at, end: edit.at, text: edit.text }]);
}

type Insertion = { readonly at: number; readonly text: string };

function inEntry({ kind, decision, to }: Entry, lines: readonly BlockLine[], code: string): Insertion | null {
  const own = lines.slice(decision.line, kind === 'record' ? lines.length : to);
  const last = own.findLast((one) => one.kind !== 'blank' && one.kind !== 'rule') ?? lines[decision.line - 1];
  return last === undefined
    ? null
    : { at: last.start + last.text.length, text: guardLike(readChunks(own), code) };
}

// Behind the last line of an item or a paragraph; of a row inside its last cell.
function behindLine(lines: readonly BlockLine[], index: number, code: string): Insertion | null {
  const own = lines[index];
  if (own === undefined || !['item', 'text', 'quote', 'table'].includes(own.kind)) return null;
  let at = index;
  while (own.kind !== 'table' && lines[at + 1]?.kind === 'text') at++;
  const last = lines[at] ?? own;
  const isRow = own.kind === 'table';
  const text = isRow ? last.text.replace(/(?<!\s)\s*(?:\|\s*)?$/, '') : last.text.trimEnd();
  const guard = isRow ? code.replace(/\|/g, '\\|') : code;
  return { at: last.start + text.length, text: withGuard(text, guard).slice(text.length) };
}

/** Whether a line (1-based) stands in the file's own section of gotchas: an entry of its log moves away in
 * time. */
export const isGotcha = ({ text }: Pick<Document, 'text'>, line: number): boolean =>
  placesOf(readContext(text.replace(/^\uFEFF/, '')), 'gotchas').some(({ items }) =>
    items.some((item) => item.line === line),
  );

/** The decision that a document has and did not have before; null: none. */
export function findAdded(before: Document | null, after: Document): Decision | null {
  const decisionsOf = (document: Document) => readEntries([document]).map(({ decision }) => decision);
  const known = new Set(
    (before === null ? [] : decisionsOf(before)).map(({ id, title }) => `${id} ${title}`),
  );
  return decisionsOf(after).find(({ id, title }) => !known.has(`${id} ${title}`)) ?? null;
}

/** `docs/decisions.md:7`; null: that is no place. */
export function parsePlace(text: string): { readonly path: string; readonly line: number } | null {
  const [whole, path = '', line = ''] = /^(?:\.\/)?(.+):([1-9]\d{0,6})$/.exec(text) ?? [];
  return whole === undefined ? null : { path, line: Number(line) };
}
