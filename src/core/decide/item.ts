// A new entry as an item of a list, or as a paragraph that starts in bold.
import { parseIdentity } from '../decisions/identity.ts';
import { roleOf } from '../decisions/labels.ts';
import { fieldsOf } from '../decisions/parts.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { bodyLike, eolOf, joinSentences, withReplaced } from './body.ts';
import { type Day, endOf, type Insertion, type TitledDecision } from './heading.ts';
import { dateLike, nameLike } from './like.ts';
import { digitsOf, type Log, newestOf, nextNumber } from './log.ts';

export function insertItem(log: Log, lines: readonly BlockLine[], said: TitledDecision): Insertion {
  const edge = newestOf(log);
  const eol = eolOf(lines);
  const text = itemLike(log, lines, said);
  const heading = dayLike(lines, edge.decision.line - 1, said);
  const gap = isLoose(log, lines) ? eol : '';
  const first = lines[edge.decision.line - 1];
  if (log.isNewestFirst) {
    const at = heading === null ? first : heading.line;
    return {
      at: at?.start ?? 0,
      text: heading === null ? text + eol + gap : heading.text + eol + eol + text + eol + eol,
    };
  }
  const last = lines[endOf(lines, edge) - 1];
  const at = last === undefined ? 0 : last.start + last.text.length;
  return { at, text: heading === null ? eol + gap + text : eol + eol + heading.text + eol + eol + text };
}

// Whether blank lines stand between two that follow each other; where none do, between paragraphs, not
// between items.
function isLoose({ entries, sample }: Log, lines: readonly BlockLine[]): boolean {
  const gaps = entries.flatMap(({ to }, index) => {
    const next = entries[index + 1];
    const between = next === undefined ? [] : lines.slice(to, next.decision.line - 1);
    return next !== undefined && between.every(({ kind }) => kind === 'blank') ? [between.length] : [];
  });
  return gaps.length > 0 ? (gaps[0] ?? 0) > 0 : lines[sample.decision.line - 1]?.kind === 'text';
}

/** Where items stand below their day's heading: today's, unless it is there already. */
function dayLike(lines: readonly BlockLine[], index: number, { now }: TitledDecision): Day | null {
  const line = lines.slice(0, index).findLast(({ kind }) => kind === 'heading');
  const identity = line === undefined ? null : parseIdentity(line.content, now.dating);
  if (line === undefined || identity === null || identity.title !== '' || identity.date === null) return null;
  return identity.date === now.iso.slice(0, 10) ? null : { line, text: dateLike(line.text, now) };
}

function itemLike(log: Log, lines: readonly BlockLine[], said: TitledDecision): string {
  const { sample } = log;
  const from = sample.decision.line - 1;
  const own = lines.slice(from, endOf(lines, sample));
  const [first] = own;
  if (first === undefined) return '';
  const [field] = fieldsOf(first);
  const chosen = said.title === said.chosen ? said.chosen : `${said.title}. ${said.chosen}`;
  if (field?.label != null && roleOf(field.label) !== null)
    return bodyLike(own, { ...said, chosen }).trimEnd();
  return nextMarker(first) + (leadOverLines(log, own, said) ?? sayLike(log, first.content, said));
}

// A lead with its line to itself: the text, or fields of their own, on the lines below.
function leadOverLines(
  log: Log,
  [first, ...others]: readonly BlockLine[],
  said: TitledDecision,
): string | null {
  const { decision } = log.sample;
  const rest = others.filter(({ kind }) => kind !== 'blank');
  const next = rest[0];
  if (first === undefined || next === undefined) return null;
  const stamp = { number: nextNumber(log), title: said.title, now: said.now };
  const lead = nameLike(first.content, { number: digitsOf(decision.id), title: decision.title }, stamp);
  const eol = first.eol || '\n';
  if (rest.some((line) => fieldsOf(line).some(({ label }) => isAbout(label))))
    return lead === first.content ? null : lead + eol + bodyLike(others, said).trimEnd();
  if (LEAD.exec(first.content)?.[0] !== first.content.trimEnd()) return null;
  const indent = /^\s*/.exec(next.text)?.[0] ?? '';
  return `${lead}${eol}${indent}${next.kind === 'item' ? next.marker.trimStart() : ''}${reasonsOf(said)}`;
}

// What was chosen, why, and what it replaces, in a row of sentences.
const reasonsOf = (said: TitledDecision): string => joinSentences(said.chosen, withReplaced(said));

const isAbout = (label: string | null): boolean => {
  const role = label === null ? null : roleOf(label);
  return role === 'decision' || role === 'rationale';
};

// `**Lead** — text`, `**D-012**: text`, or plain text.
function sayLike(log: Log, sample: string, said: TitledDecision): string {
  const [day] = DAY.exec(sample) ?? [];
  if (day !== undefined) return dateLike(day, said.now) + sayLike(log, sample.slice(day.length), said);
  const { decision } = log.sample;
  const number = digitsOf(decision.id);
  const reasons = reasonsOf(said);
  const [, lead, separator = ''] = LEAD.exec(sample) ?? [];
  const words = (lead ?? '').replace(/[*_]/g, '');
  const old = decision.title.startsWith(words) ? words : decision.title;
  const isTitle = lead !== undefined && old !== '' && lead.includes(old.slice(0, 10));
  const withTitle = `${said.title}: ${reasons}`;
  const stamp = { number: nextNumber(log), title: said.title, now: said.now };
  if (lead !== undefined && isTitle) {
    const joint = separator.trim() === '' && !/[.:：!?。][*_]+$/.test(lead) ? ': ' : separator;
    return nameLike(lead, { number, title: old }, stamp) + joint + reasons;
  }
  if (lead !== undefined) return nameLike(lead, { number, title: null }, stamp) + separator + withTitle;
  return withTitle;
}

// `2026-02-01: ` before what is said.
const DAY = /^\W{0,3}\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\W{0,3}\s(?=\S)/;

const LEAD = /^((?:\*\*|__)[^*_]+(?:\*\*|__))(\s*[:：.–—-]*\s*)/;

const nextMarker = ({ marker }: BlockLine): string =>
  marker.replace(/\d+/, (number) => String(Number(number) + 1));
