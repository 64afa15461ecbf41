// Says of each line of a Markdown text what it is. A line scanner, not a parser: it has to be right about
// what an edit could break (headings, fences, comments, tables, lists), on 5 MB in a fraction of a second.
// After CommonMark 0.31 (https://spec.commonmark.org/0.31.2/), checked against micromark in the tests.
import { type Line, LONGEST_LINE, splitLines } from './lines.ts';

export type BlockLine = Line & {
  /** `rule`: a thematic break. `item`: the first line of a list item. `underline`: below a heading of one
   * line. */
  readonly kind:
    | 'blank'
    | 'heading'
    | 'fence'
    | 'code'
    | 'comment'
    | 'table'
    | 'item'
    | 'quote'
    | 'rule'
    | 'underline'
    | 'text'
    | 'front';
  /** Of a heading: 1 to 6; else 0. */
  readonly level: number;
  /** Of a heading or an item: its text without the marks; else the trimmed line. */
  readonly content: string;
  /** Of an item: what stands before its content, such as `- `, `  * [x] ` or `3. `; else empty. */
  readonly marker: string;
};

type State = {
  fence: string | null;
  comment: boolean;
  front: boolean;
  list: boolean;
  previous: BlockLine['kind'];
  isUnderlined: boolean;
};

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]([\s\S]*))?$/;
const ITEM = /^(\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)([\s\S]*)$/;
// A fence may stand inside a list item, behind its mark.
const FENCE_OPEN = /^\s*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:>[ \t]?)*(`{3,}|~{3,})/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const TABLE = /^\s*\|.*\|\s*$/;

/** One entry a line, in order. */
export function scanBlocks(text: string): BlockLine[] {
  const state: State = {
    fence: null,
    comment: false,
    front: false,
    list: false,
    previous: 'blank',
    isUnderlined: false,
  };
  const lines = splitLines(text);
  state.front = startsFrontMatter(lines);
  const wrapper = wrapperOf(lines);
  return lines.map((line, index) => {
    if (wrapper.includes(index)) return blockOf(line, { kind: 'fence' });
    const found = underlined(line, lines[index + 1], state) ?? classify(headOf(line.text), line.start, state);
    const { kind } = found;
    state.previous = kind;
    if (kind !== 'blank') state.list = kind === 'item' || (state.list && /^\s/.test(line.text));
    return blockOf(line, found);
  });
}

// An assistant's answer may be kept with the fence that it came in: all of the file is Markdown inside one.
function wrapperOf(lines: readonly Line[]): readonly number[] {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  const isWrapped =
    /^```+(?:markdown|md)\s*$/i.test(lines[first]?.text ?? '') && /^```+\s*$/.test(lines[last]?.text ?? '');
  return isWrapped && first < last ? [first, last] : [];
}

// What stands behind is kept as it is, and says nothing.
const headOf = (text: string): string => (text.length > LONGEST_LINE ? text.slice(0, LONGEST_LINE) : text);

// Written out, not spread: there may be a hundred thousand of them.
const blockOf = ({ text, eol, start, end }: Line, found: Found): BlockLine => ({
  text,
  eol,
  start,
  end,
  kind: found.kind,
  level: found.level ?? 0,
  content: found.content ?? headOf(text).trim(),
  marker: found.marker ?? '',
});

type Found = Pick<BlockLine, 'kind'> & Partial<Pick<BlockLine, 'level' | 'content' | 'marker'>>;

const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;

// `Title` above `=====` or `-----`.
function underlined({ text }: Line, next: Line | undefined, state: State): Found | null {
  if (state.isUnderlined) {
    state.isUnderlined = false;
    return { kind: 'underline' };
  }
  const marks = UNDERLINE.exec(next?.text ?? '')?.[0].trim();
  if (marks === undefined || state.front || state.fence !== null || state.comment) return null;
  if (!BEFORE_BLOCK.includes(state.previous) || !isTitle(text, marks)) return null;
  state.isUnderlined = true;
  return {
    kind: 'heading',
    level: marks.startsWith('=') ? 1 : 2,
    content: headOf(text)
      .replace(/^\uFEFF/, '')
      .trim(),
  };
}

const BEFORE_BLOCK: readonly BlockLine['kind'][] = [
  'blank',
  'heading',
  'rule',
  'underline',
  'fence',
  'front',
];
const LONGEST_TITLE = 80;

// Below a label or a sentence, three dashes are meant as a rule, whatever CommonMark makes of them.
function isTitle(text: string, marks: string): boolean {
  if (!/^\uFEFF? {0,3}[^\s#>|<+=-]/.test(text)) return false;
  if ([ITEM, RULE, FENCE_OPEN].some((other) => other.test(text))) return false;
  const isLong = marks.startsWith('=') || marks.length > 3;
  return isLong || (text.length <= LONGEST_TITLE && !/[:：]|[.;,!?…*_]\s*$/.test(text));
}

function classify(text: string, start: number, state: State): Found {
  const around = inFrontMatter(text, start, state) ?? (state.comment ? inComment(text, state) : null);
  return around ?? inFence(text, state) ?? inComment(text, state) ?? plain(text, state);
}

// A first line `---` that nothing closes is a rule.
const startsFrontMatter = ([first, ...others]: readonly Line[]): boolean =>
  first !== undefined &&
  /^\uFEFF?---\s*$/.test(first.text) &&
  others.some(({ text }) => FRONT_END.test(text));

const FRONT_END = /^(?:---|\.\.\.)\s*$/;

function inFrontMatter(text: string, start: number, state: State): Found | null {
  if (!state.front) return null;
  if (start > 0 && FRONT_END.test(text)) state.front = false;
  return { kind: 'front' };
}

function inFence(text: string, state: State): Found | null {
  if (state.fence !== null) {
    const mark = state.fence;
    const closing = text.replace(/^[\s>]*/, '').trimEnd();
    if (closing.length >= mark.length && [...closing].every((letter) => letter === mark[0]))
      state.fence = null;
    return { kind: state.fence === null ? 'fence' : 'code' };
  }
  const found = FENCE_OPEN.exec(text);
  const opening = found?.[1];
  if (found === null || opening === undefined || isIndentedCode(text, state)) return null;
  // Backticks further on make it a code span.
  if (opening.startsWith('`') && text.includes('`', found[0].length)) return null;
  state.fence = opening;
  return { kind: 'fence' };
}

function inComment(text: string, state: State): Found | null {
  if (!state.comment && !/^ {0,3}<!--/.test(text)) return null;
  const from = state.comment ? 0 : text.indexOf('<!--') + 4;
  state.comment = text.indexOf('-->', from) < 0;
  return { kind: 'comment' };
}

function plain(text: string, state: State): Found {
  if (text.trim() === '') return { kind: 'blank' };
  if (isIndentedCode(text, state)) return { kind: 'code' };
  const heading = HEADING.exec(text.replace(/^\uFEFF/, ''));
  if (heading !== null)
    return { kind: 'heading', level: heading[1]?.length ?? 0, content: withoutClosing(heading[2] ?? '') };
  if (RULE.test(text)) return { kind: 'rule' };
  const item = mayBeItem(text, state) ? ITEM.exec(text) : null;
  if (item !== null) return { kind: 'item', marker: item[1] ?? '', content: (item[2] ?? '').trim() };
  if (/^\s*>/.test(text)) return { kind: 'quote', content: text.replace(/^\s*(?:>\s?)+/, '').trim() };
  return { kind: TABLE.test(text) ? 'table' : 'text' };
}

// `Title ##`; step by step, as an expression would start anew at each `#`.
function withoutClosing(title: string): string {
  const text = title.trim();
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  return end === 0 || /[ \t]/.test(text[end - 1] ?? '') ? text.slice(0, end).trim() : text;
}

// Outside a list, four columns in front of a mark make it the rest of a paragraph.
const mayBeItem = (text: string, state: State): boolean => state.list || !/^(?: {4}| {0,3}\t)/.test(text);

// Four spaces make code only where no paragraph or list item goes on.
function isIndentedCode(text: string, state: State): boolean {
  return (
    /^(?: {4}|\t)/.test(text) &&
    !state.list &&
    ['blank', 'code', 'heading', 'rule', 'fence'].includes(state.previous)
  );
}
