// The body of a new entry, written as another entry of its log is.

import { isLabel, isMeta, roleOf } from '../decisions/labels.ts';
import { fieldsOf, LABEL } from '../decisions/parts.ts';
import { readStatus } from '../decisions/status.ts';
import { letters } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { withoutLineEnds } from '../markdown/lines.ts';
import { type Chunk, isFrame, readChunks } from './chunks.ts';
import { dateLike, type Now } from './like.ts';

/** Texts are single lines of Markdown. */
export type DecisionText = {
  /** Null: it is said above the body. */
  readonly chosen: string | null;
  readonly rationale: string;
  /** What it replaces, as the log names it; null: nothing. */
  readonly supersedes: string | null;
  /** What is to hold commits to it, each as code. */
  readonly guards: readonly string[];
  readonly now: Now;
};

/** `sample`: the lines of a complete entry behind its heading, with those between it and the next one;
 * `isRecord`: a file of its own; `isOwn`: whether a heading inside it is the sample's own matter. */
export function bodyLike(
  sample: readonly BlockLine[],
  said: DecisionText,
  isRecord = false,
  isOwn: (label: string) => boolean = () => false,
): string {
  const end = sample.findLastIndex(({ kind }) => kind !== 'blank' && kind !== 'rule') + 1;
  const chunks = readChunks(sample.slice(0, end)).filter(
    ({ field, role }) => field === null || field.level >= LABEL || role !== null || !isOwn(field.label ?? ''),
  );
  const values = valuesFor(chunks, said);
  const open = isRecord ? chunks.filter(isOpenSection) : [];
  const texts = chunks.map((chunk, index) =>
    chunkLike(
      isOwn(chunk.field?.label ?? '') ? withPlainLabel(chunk) : chunk,
      values.get(index) ?? (open.includes(chunk) ? TO_WRITE : undefined),
      said,
    ),
  );
  const eol = eolOf(sample);
  const body = withoutLineEnds(
    texts.reduce((above, text, index) => above + gapFor(chunks[index], { above, text, eol }) + text, ''),
  );
  const tail = sample.slice(end).map(({ text }) => text + eol);
  return body + supersedesLike(chunks, said) + guardsLike(chunks, said) + eol + tail.join('');
}

// `## Rationale for staging` of one record is `## Rationale` of another.
function withPlainLabel(chunk: Chunk): Chunk {
  const [first, ...others] = chunk.lines;
  const label = chunk.field?.label ?? '';
  const words = label.split(' ');
  const at = words.findIndex((_, index) => isLabel(words.slice(0, index + 1).join(' ')));
  if (first === undefined || at < 0 || at === words.length - 1) return chunk;
  const plain = words.slice(0, at + 1).join(' ');
  const text = first.text.replace(label, plain);
  return { ...chunk, lines: [{ ...first, text, content: first.content.replace(label, plain) }, ...others] };
}

// A line that is left out leaves the blank one below it.
const gapFor = (
  chunk: Chunk | undefined,
  { above, text, eol }: { readonly above: string; readonly text: string; readonly eol: string },
): string => (text === '' && chunk?.lines.at(-1)?.kind === 'blank' && /[^\r\n]\r?\n$/.test(above) ? eol : '');

// The section of Nygard's form that only time or the author can fill.
const isOpenSection = ({ field }: Chunk): boolean =>
  field !== null &&
  field.level < LABEL &&
  /^(?:consequences|konsequenzen|folgen|conséquences|consecuencias|consequências|последствия|后果|影響)$/iu.test(
    field.label ?? '',
  );
const TO_WRITE = 'To be written.';

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
    const old = line.text.trimEnd();
    const at = old.lastIndexOf(sample.field.text);
    const text = old.slice(0, at) + value + old.slice(at + sample.field.text.length);
    return eol + (isSpaced ? eol : '') + text.replace(sample.field.label, label);
  }
  const heading = own.find(({ field }) => (field?.level ?? LABEL) < LABEL)?.field;
  return (
    eol +
    eol +
    (heading == null ? `${label}: ${value}` : `${'#'.repeat(heading.level)} ${label}${eol}${eol}${value}`)
  );
}

const supersedesLike = (chunks: readonly Chunk[], { supersedes }: DecisionText): string =>
  supersedes === null ? '' : linkLike(chunks, 'Supersedes', supersedes);

const guardsLike = (chunks: readonly Chunk[], { guards }: DecisionText): string =>
  guards.map((guard) => guardLike(chunks, guard)).join('');

/** A guard (as code) as a line, never a section; a row of a table has its bars escaped. */
export function guardLike(chunks: readonly Chunk[], guard: string): string {
  const line = linkLike(chunks, 'Guard', guard);
  const eol = eolOf(chunks.flatMap(({ lines }) => lines));
  if (line.trimStart().startsWith('#')) return `${eol}${eol}Guard: ${guard}`;
  return line.trimStart().startsWith('|') ? linkLike(chunks, 'Guard', guard.replace(/\|/g, '\\|')) : line;
}

/** The first line ending that they have. */
export const eolOf = (lines: readonly BlockLine[]): string =>
  lines.find(({ eol }) => eol !== '')?.eol ?? '\n';

type Values = ReadonlyMap<number, string>;

// What goes where: the decision to its label, the reasons to theirs, and to the prose before the labels what
// has none.
function valuesFor(chunks: readonly Chunk[], said: DecisionText): Values {
  const { chosen, rationale } = said;
  const hasProse = chunks[0]?.lines.some(isProse) === true;
  const places = { chosen: placeOf(chunks, ['decision']), why: placeOf(chunks, ['rationale']) };
  const reasons = places.why >= 0 ? places.why : placeOf(chunks, ['context']);
  if (chosen === null) return valuesAt([Math.max(reasons, 0), rationale]);
  if (isOutcome(chunks[places.chosen]))
    return valuesAt(
      [places.chosen, outcomeOf(chosen, rationale)],
      [reasons, rationale],
      ...optionsIn(chunks, chosen),
    );
  if (places.chosen >= 0 && reasons >= 0) return valuesAt([places.chosen, chosen], [reasons, rationale]);
  if (places.chosen >= 0 && hasProse) return valuesAt([places.chosen, chosen], [0, rationale]);
  if (places.why >= 0 && hasProse) return valuesAt([0, chosen], [places.why, rationale]);
  if (places.chosen >= 0) return valuesAt([places.chosen, joinSentences(chosen, rationale)]);
  const [first = 0, second] = hasProse
    ? []
    : chunks.flatMap(({ field, role }, index) => (field === null || isMeta(role) ? [] : [index]));
  return second === undefined
    ? valuesAt([first, joinSentences(chosen, rationale)])
    : valuesAt([first, chosen], [second, rationale]);
}

const valuesAt = (...values: readonly (readonly [place: number, text: string])[]): Values =>
  new Map(values.filter(([place]) => place >= 0));

// MADR's own sentence: https://adr.github.io/madr/
const isOutcome = (chunk: Chunk | undefined): boolean =>
  chunk?.lines.some(({ text }) => /^\W*chosen option:/i.test(text)) === true;

const outcomeOf = (chosen: string, rationale: string): string =>
  `Chosen option: "${chosen.replace(/"/g, "'")}", because ${rationale.replace(/^(?:The|A|An|It|We|Our|This|That|There|One|Two|All|No)\b/, (word) => word.toLowerCase())}${/[.!?。！？]$/.test(rationale) ? '' : '.'}`;

// What was chosen was an option too; the others are the author's to add.
function optionsIn(chunks: readonly Chunk[], chosen: string): (readonly [place: number, text: string])[] {
  const place = chunks.findIndex(
    ({ field, role }) => role === 'rejected' && /option/i.test(field?.label ?? ''),
  );
  const marker = chunks[place]?.lines.find(({ kind }) => kind === 'item')?.marker ?? '';
  return [[place, marker + chosen]];
}

const placeOf = (chunks: readonly Chunk[], roles: readonly Chunk['role'][]): number =>
  chunks.findIndex(({ role }) => role !== null && roles.includes(role));

export const joinSentences = (chosen: string, rationale: string): string =>
  `${chosen}${/[.!?。！？]$/.test(chosen) ? '' : '.'} ${rationale}`;

/** The reasons, with what is replaced where there is no line for it. */
export const withReplaced = ({ rationale, supersedes }: DecisionText): string =>
  supersedes === null ? rationale : `${rationale} (supersedes ${supersedes})`;

const isProse = (line: BlockLine, index: number, lines: readonly BlockLine[]): boolean =>
  !['blank', 'rule', 'comment'].includes(line.kind) && !isFrame(line, lines[index + 1]);

function chunkLike(chunk: Chunk, value: string | undefined, said: DecisionText): string {
  if (chunk.field === null) return leadLike(chunk.lines, value);
  if (value !== undefined) return valueLike(chunk, value);
  const [first] = chunk.lines;
  if (first !== undefined && fieldsOf(first).length > 1) return metaLike(first, said);
  if (chunk.role === 'date') return datedLike(chunk, said);
  return chunk.role === 'status' ? statusLike(chunk, said) : '';
}

// `**Date**: 2026-01-01 | **Status**: Accepted | **Owner**: Ada`: the first two.
function metaLike({ text, eol }: BlockLine, { now }: DecisionText): string {
  const segments = text.split(/\s[|·•]\s+(?=\*\*)/);
  const joint = /\s[|·•]\s+(?=\*\*)/.exec(text)?.[0] ?? ' | ';
  const kept = segments.flatMap((segment) => {
    const [, label = '', behind = ''] = /\*\*([^*]{1,60})\*\*(.*)$/.exec(segment) ?? [];
    const role = roleOf(label.replace(/[:：]\s*$/, ''));
    if (role === 'date') return [dateLike(segment, now)];
    const value = behind.replace(/^\s*[:：]?\s*/, '').trim();
    return role === 'status' ? [replaceLast(segment, value, standingLike(value))] : [];
  });
  return kept.length === 0 ? '' : kept.join(joint) + (/(?<!\s)\s*$/.exec(text)?.[0] ?? '') + eol;
}

const textOf = (lines: readonly BlockLine[]): string => lines.map(({ text, eol }) => text + eol).join('');

// Blank lines and a table's frame stay; the prose is replaced or goes.
function leadLike(lines: readonly BlockLine[], value: string | undefined): string {
  const from = lines.findIndex(isProse);
  const to = lines.findLastIndex(isProse) + 1;
  if (from < 0) return textOf(lines) + (value === undefined ? '' : value + eolOf(lines).repeat(2));
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
  const below = others.find(({ kind }) => kind !== 'blank');
  const marker = below?.kind === 'item' && !value.startsWith(below.marker) ? below.marker : '';
  return first.text + eol + textOf(gap) + marker + value + eol + textOf(blanks);
}

export function replaceLast(text: string, old: string, next: string): string {
  const at = text.lastIndexOf(old);
  return at < 0 ? text : text.slice(0, at) + next + text.slice(at + old.length);
}

// A new decision is accepted, as others of its log are.
function statusLike(chunk: Chunk, said: DecisionText): string {
  const { field, lines } = chunk;
  const value = field?.text || lines.slice(1).find(({ kind }) => kind !== 'blank')?.content || '';
  return dateIn(valueLike(chunk, standingLike(value)), said);
}

// A date that is not known as one gives way to today's, its line stays.
function datedLike(chunk: Chunk, { now }: DecisionText): string {
  const text = textOf(chunk.lines);
  return /\d{4}/.test(text) ? dateLike(text, now) : valueLike(chunk, dateLike('', now));
}

const dateIn = (text: string, { now }: DecisionText): string =>
  /\d{4}/.test(text) ? dateLike(text, now) : text;

const FIRST_WORD = letters`^[^\p{L}]*\p{L}+`;

/** A status that is in force, in the words of another entry's: without who gave it, and when. */
export function standingLike(value: string): string {
  const word = FIRST_WORD.exec(value)?.[0] ?? '';
  const mark = /^\W*?(\*\*|__)/.exec(word)?.[1] ?? '';
  if (readStatus(value) === 'stands' && readStatus(word) === 'stands') return word + mark;
  return /^\W*\p{Ll}/u.test(value) ? 'accepted' : 'Accepted';
}
