// Takes a body apart into statements: items, paragraphs and labelled lines, each with the kind that the label
// or the heading over it gives. Fenced, indented and quoted text says nothing.
import { letters } from '../letters.ts';
import { type BlockLine, scanBlocks } from '../markdown/blocks.ts';
import { plainText } from '../markdown/inline.ts';
import { indentOf } from '../markdown/items.ts';
import { clauseOf, unitsAt } from '../phases/units.ts';
import { fold, mayNameUnit } from '../words/lexicon.ts';
import { type FoundLabel, headingKind, labelOf } from './labels.ts';
import { isOfDocument } from './of-sentence.ts';
import { sentencesOf } from './sentences.ts';

export type Statement = {
  /** As written, on one line. */
  readonly raw: string;
  /** What the label or heading over it makes of it; null where there is none. */
  readonly over: FoundLabel['kind'] | null;
  readonly isItem: boolean;
  /** Of a checkbox; else null. */
  readonly isTicked: boolean | null;
  /** Of an item that is nested in another one of these statements. */
  readonly depth: number;
};

/** A line above this length is text, not a statement. */
const LONGEST_LINE = 2000;
/** What goes on beyond this length is left out. */
const LONGEST_STATEMENT = 4000;
const MOST_LINES = 20_000;

type Open = {
  raw: string;
  over: Statement['over'];
  isItem: boolean;
  isTicked: boolean | null;
  depth: number;
};
type State = {
  readonly found: Open[];
  heading: Statement['over'];
  label: Statement['over'];
  /** Labels without a value that are items: what is nested below them is theirs. */
  readonly items: { indent: number; kind: Statement['over'] | undefined }[];
  open: Open | null;
  previous: BlockLine['kind'];
};

export function readStatements(body: string): Statement[] {
  const state: State = { found: [], heading: null, label: null, items: [], open: null, previous: 'blank' };
  for (const line of scanBlocks(body).slice(0, MOST_LINES)) {
    read(state, line);
    state.previous = line.kind;
  }
  return state.found;
}

function read(state: State, line: BlockLine): void {
  if (line.text.length > LONGEST_LINE) state.open = null;
  else if (line.kind === 'heading') readHeading(state, line);
  else if (line.kind === 'item') readItem(state, line);
  else if (line.kind === 'text') readText(state, line);
  else if (line.kind !== 'blank') close(state);
  else state.open = null;
}

function close(state: State): void {
  state.open = null;
  state.items.length = 0;
  state.label = null;
}

function readHeading(state: State, line: BlockLine): void {
  close(state);
  state.heading = headingKind(plainText(line.content));
  // A heading may be a statement itself: `## Phase 3 complete`.
  state.found.push({ raw: line.content, over: null, isItem: false, isTicked: null, depth: 0 });
}

function readItem(state: State, line: BlockLine): void {
  const indent = indentOf(line.text);
  while ((state.items.at(-1)?.indent ?? -1) >= indent) state.items.pop();
  const outer = state.items.findLast(({ kind }) => kind !== undefined)?.kind;
  const box = /\[([ xX])\]/.exec(line.marker)?.[1];
  const kind = bareLabel(line.content);
  const depth = state.items.filter((item) => item.kind === undefined).length;
  state.items.push({ indent, kind: kind ?? undefined });
  if (kind !== null) {
    sayUnit(state, line.content, outer ?? state.label ?? state.heading);
    return;
  }
  state.open = {
    raw: line.content,
    over: outer ?? state.label ?? state.heading,
    isItem: true,
    isTicked: box === undefined ? null : box !== ' ',
    depth,
  };
  state.found.push(state.open);
}

// `Next steps:`, and nothing behind it; or a line of bold that is a known label.
function bareLabel(content: string): FoundLabel['kind'] | null {
  const plain = plainText(content);
  if (/[:：]$/.test(plain)) return headingKind(plain);
  if (/[?？]$/.test(plain)) return headingKind(plain) === 'unknown' ? null : headingKind(plain);
  const isBold = /^\*\*[^*]+\*\*$|^__[^_]+__$/.test(content.trim());
  const kind = isBold ? headingKind(plain) : 'unknown';
  return kind === 'unknown' ? null : kind;
}

function readText(state: State, line: BlockLine): void {
  const isIndented = /^(?: {2}|\t)/.test(line.text);
  if (state.open === null && isIndented && state.items.length === 0) return;
  if (state.open !== null && isIndented && !state.open.isItem && !isLabelled(state.open.raw)) return;
  if (state.open !== null && !startsStatement(state.open, line.content)) {
    if (state.open.raw.length <= LONGEST_STATEMENT) state.open.raw += ` ${line.content}`;
    return;
  }

  const isBelowLabel = state.label !== null && state.previous === 'text';
  if (!isIndented) state.items.length = 0;
  const kind = bareLabel(line.content);
  if (kind !== null) {
    sayUnit(state, line.content, state.heading);
    state.label = isEditOfDocument(line.content) ? 'neutral' : kind;
    return;
  }
  if (!isBelowLabel) state.label = null;
  const over = isBelowLabel ? state.label : state.heading;
  state.open = { raw: line.content, over, isItem: false, isTicked: null, depth: 0 };
  state.found.push(state.open);
}

// `Phase 3 complete:` says so, whatever the list below it tells.
function sayUnit(state: State, content: string, over: Statement['over']): void {
  state.open = null;
  if (!startsWithUnit(content)) return;
  state.found.push({ raw: withoutColon(content), over, isItem: true, isTicked: null, depth: 0 });
}

function startsWithUnit(content: string): boolean {
  const start = content.slice(0, LONGEST_LABEL);
  if (!mayNameUnit(fold(start))) return false;
  return unitsAt(clauseOf(plainText(start)), 0) !== null;
}

const withoutColon = (label: string): string => label.replace(/[:：][*_\s]*$/, '');

// `Updated STATE.md:`
const isEditOfDocument = (content: string): boolean => {
  const [sentence] = sentencesOf(withoutColon(content));
  return sentence !== undefined && isOfDocument(sentence, sentence.text.length);
};

// A label is at the start: what is behind it does not matter.
const LONGEST_LABEL = 80;

const isLabelled = (raw: string): boolean => {
  const label = labelOf(plainText(raw.slice(0, LONGEST_LABEL)));
  return label !== null && (label.kind !== 'unknown' || startsWithUnit(label.name));
};

// Emoji, arrows and dots that are not Markdown's start a point all the same.
const MARKED = /^(?:[\u2022\u2023\u2190-\u2bff]|[\ud83c-\ud83e][\udc00-\udfff])\ufe0f?\s/;

// `Fix: clear it on unmount`, below `Cause: …`
const OTHER_LABEL = letters`^\p{Lu}[\p{L}'’-]{1,20}(?: [\p{L}'’-]{1,20}){0,2}\s?:\s`;

// Inside a wrapped paragraph a label is prose; below a labelled line or a whole sentence it is one.
function startsStatement(open: Open, content: string): boolean {
  if (MARKED.test(content)) return true;
  // Units, one a line.
  if (startsWithUnit(content) && startsWithUnit(open.raw)) return true;
  const isLabel = isLabelled(open.raw);
  if (isLabel && OTHER_LABEL.test(content)) return true;
  const isEnd = isLabel || /[.!?:：。！？;)]/.test(open.raw.at(-1) ?? '');
  return isEnd && !open.isItem && (isLabelled(content) || bareLabel(content) !== null);
}
