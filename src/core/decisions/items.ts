// Topical logs: each bullet, or each paragraph that starts in bold, is a decision.
import type { BlockLine } from '../markdown/blocks.ts';
import { createEntry, type Entry, type Source } from './entry.ts';
import { type Identity, parseIdentity, stripMarks } from './identity.ts';
import { isDecisionWord, roleOf } from './labels.ts';
import { fieldsOf, readParts } from './parts.ts';

/** `lines`: those outside other entries, as the scanner gives them. */
export function readItems(lines: readonly BlockLine[], source: Source): Entry[] {
  const starts = lines.flatMap((line, index) => (isStart(line, lines[index - 1]) ? [index] : []));
  return starts.flatMap((from, order) => {
    const to = endOf(lines, from, starts[order + 1] ?? lines.length);
    const entry = itemEntry(lines.slice(from, to), from, source);
    return entry === null ? [] : [entry];
  });
}

const isTopItem = (line: BlockLine): boolean => line.kind === 'item' && !/^\s{2}/.test(line.marker);
const isBoldParagraph = (line: BlockLine, previous: BlockLine | undefined): boolean =>
  line.kind === 'text' &&
  /^\*\*[^*]/.test(line.content) &&
  (previous === undefined || previous.kind !== 'text');

const isStart = (line: BlockLine, previous: BlockLine | undefined): boolean =>
  isTopItem(line) || isBoldParagraph(line, previous);

function endOf(lines: readonly BlockLine[], from: number, limit: number): number {
  const stop = lines.findIndex(
    (line, index) =>
      index > from &&
      (index >= limit ||
        line.kind === 'heading' ||
        line.kind === 'rule' ||
        (lines[index - 1]?.kind === 'blank' && line.kind === 'text' && !/^\s/.test(line.text))),
  );
  return stop < 0 ? lines.length : Math.min(stop, limit);
}

const LEAD = /^(?:\*\*|__)([^*_]{1,200})(?:\*\*|__)\s*[:：.–—-]*\s*(.*)$/;
const LINK_ONLY = /^\[[^\]]*\]\([^)]*\)\W*$/;

// `**React 19**: the latest` names a product, not the nineteenth decision.
const numberedAs = (identity: Identity | null): Identity | null => {
  const word = identity?.prefix.split(' ').at(-1) ?? '';
  return word === '' || isDecisionWord(word) || /^[A-Z]/.test(identity?.id ?? '') ? identity : null;
};

function itemEntry(lines: readonly BlockLine[], from: number, source: Source): Entry | null {
  const [first, ...others] = lines;
  if (first === undefined || LINK_ONLY.test(first.content) || first.marker.includes('[ ]')) return null;
  const [field] = fieldsOf(first);
  const isLabelled = field?.label != null && roleOf(field.label) !== null;
  const lead = LEAD.exec(first.content);
  const said = isLabelled ? first.content : lead?.[2] || first.content;
  const opening = lead === null && !isLabelled ? paragraphOf(first, others) : first.content;
  const identity = numberedAs(parseIdentity(opening, source.dating));
  const title = isLabelled ? firstSentence(field.text) : (lead?.[1] ?? firstSentence(opening));
  const parts = readParts([{ ...first, kind: 'text', content: said, text: said }, ...others]);
  return createEntry({
    kind: 'item',
    ...source,
    line: from + 1,
    to: from + lines.findLastIndex(({ kind }) => kind !== 'blank') + 1,
    identity,
    heading: lead?.[1] ?? '',
    title: identity === null || identity.title === '' ? stripMarks(title) : firstSentence(identity.title),
    parts,
  });
}

// A point that is wrapped is titled by its sentence, not by its first line.
function paragraphOf(first: BlockLine, others: readonly BlockLine[]): string {
  const end = others.findIndex(({ kind }) => kind !== 'text');
  const wrapped = others.slice(0, end < 0 ? others.length : end).map(({ text }) => text.trim());
  return [first.content, ...wrapped].join(' ').slice(0, LONGEST_OPENING);
}

const LONGEST_OPENING = 300;

const firstSentence = (text: string): string => /^.*?[.!?。！？](?=\s|$)/.exec(text)?.[0] ?? text;
