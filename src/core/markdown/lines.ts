// A text as lines that know their offsets, so that an edit is a splice and every other byte stays.
import type { Edit } from '../types.ts';

/** `text` has no line ending; `eol` is what ended it: `\n`, `\r\n`, `\r` or nothing at the end of the
 * file. */
export type Line = {
  readonly text: string;
  readonly eol: string;
  /** Offset of its first character. */
  readonly start: number;
  /** Offset behind its ending: where the next line starts. */
  readonly end: number;
};

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const ending = /\r\n|\n|\r/g;
  let start = 0;
  for (let match = ending.exec(text); match !== null; match = ending.exec(text)) {
    lines.push({ text: text.slice(start, match.index), eol: match[0], start, end: ending.lastIndex });
    start = ending.lastIndex;
  }
  if (start < text.length) lines.push({ text: text.slice(start), eol: '', start, end: text.length });
  return lines;
}

/** The ending that the text itself uses most; `\n` where it has none. */
export function lineEndingOf(text: string): string {
  let crlf = 0;
  let all = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    all += 1;
    if (text[at - 1] === '\r') crlf += 1;
  }
  return crlf > all - crlf ? '\r\n' : '\n';
}

/** Characters of a line that are text; what stands behind them is not read. */
export const LONGEST_LINE = 2000;

/** A text for readers alone, in which no line is longer; `…` ends one that was. */
export const cutLines = (text: string): string =>
  hasLongLine(text) ? text.replace(LONG_LINE, cutLine) : text;

const cutLine = (line: string): string =>
  line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1).trimEnd()}…` : line;

const LONG_LINE = /[^\r\n]+/g;

function hasLongLine(text: string): boolean {
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    if (end - start > LONGEST_LINE) return true;
    start = end + 1;
  }
  return text.length - start > LONGEST_LINE;
}

/** Without the line breaks that it ends in. */
export const withoutLineEnds = (text: string): string => text.replace(/(?<![\r\n])[\r\n]+$/, '');

/** Edits may come in any order; those at one offset keep theirs. Throws RangeError when two overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || a.order - b.order);
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length)
      throw new RangeError('edits overlap');
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
