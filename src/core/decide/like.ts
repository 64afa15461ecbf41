// Writes a number, a date and a title where another entry of the log has its own, marks and separators kept.

import { commonStyle, type FoundDate, findDate, ISO_DAY, writeDate } from '../dates/dates.ts';
import type { Dating } from '../dates/day.ts';
import { allLetters, letters } from '../letters.ts';
import { applyEdits } from '../markdown/lines.ts';
import type { Edit } from '../types.ts';

/** What stands in the sample, and in its place; null: leave it. `number`: digits only. */
export type Names = { readonly number: string | null; readonly title: string | null };

export type Now = {
  /** ISO 8601 with an offset. */
  readonly iso: string;
  /** How the log writes dates. */
  readonly dating: Dating;
};

export type Stamp = Names & { readonly now: Now };

/** `## 🧭 7. **Old** (2026-01-02)` becomes `## 🧭 8. **New** (2026-03-04)`. */
export function nameLike(sample: string, old: Names, next: Stamp): string {
  const number = numberEdit(sample, old.number, next.number);
  const date = dateEdit(sample, next.now);
  const behind = Math.max(number?.end ?? 0, date !== null && date.start < sample.length / 2 ? date.end : 0);
  const title = titleEdit(sample, old, next, behind);
  const edits = [number, date, title].filter((edit) => edit !== null);
  return applyEdits(sample, withoutOverlaps(edits));
}

/** Any date in the text is today's, written alike. */
export function dateLike(sample: string, now: Now): string {
  const edit = dateEdit(sample, now) ?? monthEdit(sample, now);
  return edit === null ? writeDate(now.iso, ISO_DAY) : applyEdits(sample, [edit]);
}

// `Date: 2026-06` names a month.
function monthEdit(sample: string, { iso }: Now): Edit | null {
  const match = /(?<!\d)(?:19|20)\d\d-\d\d(?![\d-])/.exec(sample);
  return match === null
    ? null
    : { start: match.index, end: match.index + match[0].length, text: iso.slice(0, match[0].length) };
}

const withoutOverlaps = (edits: readonly Edit[]): Edit[] =>
  edits.filter(
    (edit, index) => !edits.slice(0, index).some((one) => edit.start < one.end && one.start < edit.end),
  );

// `007`, `7` and `0007` are one number; each keeps its own width. `UUIDv7` is a name.
function numberEdit(sample: string, old: string | null, next: string | null): Edit | null {
  if (old === null || next === null) return null;
  const match = new RegExp(
    `(?<![a-z\\d.])0*${old.replace(/^0+(?=\d)/, '').replace(/\./g, '\\.')}(?!\\d)`,
  ).exec(sample);
  if (match === null) return null;
  const text = next.replace(/^0+(?=\d)/, '').padStart(match[0].length, '0');
  return { start: match.index, end: match.index + match[0].length, text };
}

function dateEdit(sample: string, { iso, dating }: Now): Edit | null {
  const found: FoundDate | null = findDate(sample, dating);
  const style = found === null ? null : commonStyle([found]);
  return found === null || style === null
    ? null
    : { start: found.start, end: found.end, text: writeDate(iso, style) };
}

// `API` is no word of `OpenAPI`.
function wordAt(sample: string, word: string, behind: number): number {
  let at = sample.indexOf(word, behind);
  while (
    at > 0 &&
    letters`[\p{L}\p{N}]$`.test(sample.slice(0, at)) &&
    letters`^[\p{L}\p{N}]`.test(word) &&
    !SIGNS.test(word)
  )
    at = sample.indexOf(word, at + 1);
  return at;
}

const SIGNS = /^[\u3000-\ud7ff]/;

// From the old title's first word to its last: marks around it stay, marks inside it go.
function titleEdit(
  sample: string,
  { title: old }: Names,
  { title: next }: Names,
  behind: number,
): Edit | null {
  if (old === null || next === null) return null;
  const words = old.match(allLetters`[\p{L}\p{N}]+`) ?? [];
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined)
    return { start: sample.length, end: sample.length, text: `: ${next}` };
  const start = wordAt(sample, first, behind);
  const end = sample.lastIndexOf(last) + last.length;
  if (start < 0 || end <= start) return null;
  const opened = /[`"'“(]$/.test(sample.slice(0, start)) && old.startsWith(sample.charAt(start - 1)) ? 1 : 0;
  // A title that is a sentence keeps its full stop.
  const closed = /^[`"'”)!?]/.test(sample.slice(end)) && old.endsWith(sample.charAt(end)) ? 1 : 0;
  return { start: start - opened, end: end + closed, text: next };
}
