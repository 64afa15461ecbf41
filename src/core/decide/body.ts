// The body of a new entry, written as another entry of its log is.
import { isMeta } from '../decisions/labels.ts';
import { LABEL } from '../decisions/parts.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { type Chunk, isFrame, readChunks } from './chunks.ts';
import { dateLike } from './like.ts';

/** Texts are single lines of Markdown. */
export type Said = {
  readonly chosen: string;
  readonly rationale: string;
  /** What it replaces, as the log names it; null: nothing. */
  readonly supersedes: string | null;
  /** ISO 8601 with an offset. */
  readonly now: string;
};

/** `sample`: the lines of a complete entry behind its heading, with those between it and the next one. */
export function bodyLike(sample: readonly BlockLine[], said: Said): string {
  const end = sample.findLastIndex(({ kind }) => kind !== 'blank' && kind !== 'rule') + 1;
  const chunks = readChunks(sample.slice(0, end));
  const values = valuesFor(chunks, said);
  const texts = chunks.map((chunk, index) => chunkLike(chunk, values.get(index), said));
  const body = trimLines(texts.join(''));
  const eol = eolOf(sample);
  const tail = sample.slice(end).map(({ text }) => text + eol);
  return body + supersedesLike(chunks, said) + eol + tail.join('');
}

/** A line that says what an entry replaces or is replaced by, in the style of the labels around it. */
export function linkLike(chunks: readonly Chunk[], label: string, value: string): string {
  const own = chunks.filter(({ field }) => field !== null);
  const sample = own.find(
    ({ field, lines }) => field?.level === LABEL && field.text !== '' && lines[0] !== undefined,
  );
  const eol = eolOf(chunks.flatMap(({ lines }) => lines));
  const [line] = sample?.lines ?? [];
  if (sample?.field?.label != null && line !== undefined) {
    const isSpaced = sample.lines.at(-1)?.kind === 'blank';
    const text = line.text
      .trimEnd()
      .replace(sample.field.label, label)
      .replace(sample.field.text, () => value);
    return eol + (isSpaced ? eol : '') + text;
  }
  const heading = own.find(({ field }) => (field?.level ?? LABEL) < LABEL)?.field;
  return (
    eol +
    eol +
    (heading == null ? `${label}: ${value}` : `${'#'.repeat(heading.level)} ${label}${eol}${eol}${value}`)
  );
}

const supersedesLike = (chunks: readonly Chunk[], { supersedes }: Said): string =>
  supersedes === null ? '' : linkLike(chunks, 'Supersedes', supersedes);

const eolOf = (lines: readonly BlockLine[]): string => lines.find(({ eol }) => eol !== '')?.eol ?? '\n';

const trimLines = (text: string): string => text.replace(/[\r\n]+$/, '');

// What goes where: the decision to its label, the reasons to theirs, and to the prose before the labels what has none.
function valuesFor(chunks: readonly Chunk[], said: Said): Map<number, string> {
  const [lead] = chunks;
  const hasProse = lead?.lines.some(isProse) === true;
  const chosen = seatOf(chunks, ['decision']);
  const why = seatOf(chunks, ['rationale']);
  const rationale = why >= 0 ? why : seatOf(chunks, ['context']);
  if (chosen >= 0 && rationale >= 0)
    return new Map([
      [chosen, said.chosen],
      [rationale, said.rationale],
    ]);
  if (chosen >= 0 && hasProse)
    return new Map([
      [chosen, said.chosen],
      [0, said.rationale],
    ]);
  if (why >= 0 && hasProse)
    return new Map([
      [0, said.chosen],
      [why, said.rationale],
    ]);
  if (chosen >= 0) return new Map([[chosen, joinSentences(said)]]);
  const [first, second] = chunks.flatMap(({ field, role }, index) =>
    field === null || isMeta(role) ? [] : [index],
  );
  if (hasProse || first === undefined) return new Map([[0, joinSentences(said)]]);
  return second === undefined
    ? new Map([[first, joinSentences(said)]])
    : new Map([
        [first, said.chosen],
        [second, said.rationale],
      ]);
}

const seatOf = (chunks: readonly Chunk[], roles: readonly Chunk['role'][]): number =>
  chunks.findIndex(({ role }) => role !== null && roles.includes(role));

const joinSentences = ({ chosen, rationale }: Said): string =>
  `${chosen}${/[.!?。！？]$/.test(chosen) ? '' : '.'} ${rationale}`;

const isProse = (line: BlockLine, index: number, lines: readonly BlockLine[]): boolean =>
  !['blank', 'rule', 'comment'].includes(line.kind) && !isFrame(line, lines[index + 1]);

function chunkLike(chunk: Chunk, value: string | undefined, said: Said): string {
  if (chunk.field === null) return leadLike(chunk.lines, value);
  if (value !== undefined) return valueLike(chunk, value);
  if (chunk.role === 'date') return dateLike(textOf(chunk.lines), said.now);
  return chunk.role === 'status' ? statusLike(chunk, said) : '';
}

const textOf = (lines: readonly BlockLine[]): string => lines.map(({ text, eol }) => text + eol).join('');

// Blank lines and a table's frame stay; the prose is replaced or goes.
function leadLike(lines: readonly BlockLine[], value: string | undefined): string {
  const from = lines.findIndex(isProse);
  const to = lines.findLastIndex(isProse) + 1;
  if (from < 0) return textOf(lines) + (value === undefined ? '' : value + eolOf(lines));
  const text = value === undefined ? '' : (lines[from]?.marker ?? '') + value + eolOf(lines);
  return textOf(lines.slice(0, from)) + text + (text === '' ? '' : textOf(lines.slice(to)));
}

function valueLike({ field, lines }: Chunk, value: string): string {
  const [first, ...others] = lines;
  if (first === undefined || field === null) return '';
  const blanks = others.slice(others.findLastIndex(({ kind }) => kind !== 'blank') + 1);
  const safe = first.kind === 'table' ? value.replace(/(?<!\\)\|/g, '\\|') : value;
  if (field.text !== '') return replaceLast(first.text, field.text, safe) + first.eol + textOf(blanks);
  if (first.kind === 'table')
    return `${first.text.replace(/\|\s*\|\s*$/, () => `| ${safe} |`)}${first.eol}${textOf(blanks)}`;
  const gap = others.slice(
    0,
    Math.max(
      0,
      others.findIndex(({ kind }) => kind !== 'blank'),
    ),
  );
  const eol = eolOf(lines);
  return first.text + eol + textOf(gap) + value + eol + textOf(blanks);
}

function replaceLast(text: string, old: string, next: string): string {
  const at = text.lastIndexOf(old);
  return at < 0 ? text : text.slice(0, at) + next + text.slice(at + old.length);
}

const OVER = /supersed|replac|deprecat|reject|obsolet|withdrawn|propos|draft/i;

// A new decision is accepted, as others of its log are.
function statusLike(chunk: Chunk, said: Said): string {
  const { field, lines } = chunk;
  const value = field?.text || lines.slice(1).find(({ kind }) => kind !== 'blank')?.content || '';
  const text = valueLike(chunk, OVER.test(value) ? 'Accepted' : value);
  return field?.text === '' ? text : dateIn(text, said);
}

// `**Date**: 2026-01-01 | **Status**: Accepted` has both.
const dateIn = (text: string, { now }: Said): string => (/\d{4}/.test(text) ? dateLike(text, now) : text);
