// What lists the decisions of a log and has to be kept up: tables of contents, index tables, counters.

import type { Entry } from '../decisions/entry.ts';
import { stripMarks } from '../decisions/identity.ts';
import { roleOf } from '../decisions/labels.ts';
import { fieldsOf } from '../decisions/parts.ts';
import { wordsOnly } from '../decisions/placeholders.ts';
import { allLetters } from '../letters.ts';
import { type BlockLine, scanBlocks } from '../markdown/blocks.ts';
import type { Edit } from '../types.ts';
import { dateLike, type Now, nameLike } from './like.ts';
import { digitsOf, type Log, newestOf, nextNumber } from './log.ts';

/** `target`: what a link to the entry points to: `#adr-7-title` or `0007-title.md`. */
export type ListEntry = { readonly title: string; readonly target: string; readonly now: Now };

/** A line for the new entry after each line that lists the newest one so far. */
export function listingEdits(log: Log, text: string, { old, next }: ListedPair): Edit[] {
  const lines = scanBlocks(text);
  return lines.flatMap((line, index) => {
    if (!isListed(line, old, log) || isInside(index, log.entries)) return [];
    const eol = line.eol || '\n';
    const listed = listingLike(line, log, { old, next });
    return log.isNewestFirst
      ? [{ start: line.start, end: line.start, text: listed + eol }]
      : [{ start: line.start + line.text.length, end: line.start + line.text.length, text: eol + listed }];
  });
}

const isInside = (index: number, entries: readonly Entry[]): boolean =>
  entries.some(({ kind, decision, to }) => kind !== 'record' && index >= decision.line - 1 && index < to);

function isListed({ kind, text, content }: BlockLine, { target }: ListEntry, log: Log): boolean {
  if (kind !== 'item' && kind !== 'table' && kind !== 'text') return false;
  if (text.includes(`(${target})`) || text.includes(`/${target})`)) return true;
  const { id } = newestOf(log).decision;
  const [, cell = ''] = /^\|([^|]*)\|/.exec(content) ?? [];
  return kind === 'table' && id !== null && stripMarks(cell.trim()) === id;
}

export type ListedPair = { readonly old: ListEntry; readonly next: ListEntry };

const MASK = '\u0000';

function listingLike({ text }: BlockLine, log: Log, { old, next }: ListedPair): string {
  const number = nextNumber(log);
  const digits = digitsOf(newestOf(log).decision.id);
  const masked = text
    .replaceAll(old.target, MASK)
    .replace(/^(\s*)(\d+)(?=[.)]\s)/, (_, space: string, count: string) => `${space}${Number(count) + 1}`);
  const named = nameLike(
    masked,
    { number: digits, title: old.title },
    { number, title: next.title, now: next.now },
  );
  return ownCells(masked, named, { old, next }).replaceAll(MASK, () => next.target);
}

/** Letters of a cell from which on it tells of the old entry alone. */
const LONG_CELL = 40;

// A row's other columns: a status and a name of an area may fit both, a summary does not.
function ownCells(before: string, named: string, { old, next }: ListedPair): string {
  if (!/^\s*\|/.test(before)) return named;
  const cells = before.split('|');
  const title = wordsOnly(old.title);
  const isSummary = (cell: string) =>
    cell.length > LONG_CELL && !cell.includes('](') && !` ${wordsOnly(cell)} `.includes(` ${title} `);
  return cells.some(isSummary)
    ? cells
        .map((cell, at) => (isSummary(cell) ? ` ${next.title} ` : (named.split('|')[at] ?? cell)))
        .join('|')
    : named;
}

const COUNTED = /decision|total|count|number|entries|entscheid|décision|decisi|решени|决策|決定|결정/i;
const UPDATED = /updated|changed|stand|mise à jour|actualiza|обновл|更新|수정/i;

/** The header's number of decisions, and the day of its last update. */
export function headerEdits(log: Log, lines: readonly BlockLine[], now: Now): Edit[] {
  const first = Math.min(...log.entries.map(({ decision }) => decision.line - 1));
  return lines.slice(0, first).flatMap((line) =>
    fieldsOf(line).flatMap(({ label, text }) => {
      const value = headerValue(label ?? '', text, { count: log.entries.length, now });
      const start = line.start + line.text.indexOf(text, line.text.indexOf(label ?? ''));
      return value === null ? [] : [{ start, end: start + text.length, text: value }];
    }),
  );
}

function headerValue(
  label: string,
  text: string,
  { count, now }: { count: number; now: Now },
): string | null {
  if (COUNTED.test(label) && text === String(count)) return String(count + 1);
  return UPDATED.test(label) && roleOf(label) === 'date' ? dateLike(text, now) : null;
}

/** As GitHub makes the anchor of a heading. */
export const anchorOf = (heading: string): string =>
  `#${heading
    .toLowerCase()
    .replace(/\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(allLetters`[^\p{L}\p{M}\p{N}\s_-]`, '')
    .trim()
    .replace(/\s/g, '-')}`;
