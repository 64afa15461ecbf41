// The header's date. The author's note behind it keeps the day that it tells of, and a date that tells an
// event is left alone.
import type { Context } from '../context/context.ts';
import { commonStyle, findDate, writeDate } from '../dates/dates.ts';
import type { Dating } from '../dates/day.ts';
import type { Edit } from '../types.ts';

// `2026-03-04 — fixed the batch timeout`: another date would say when that was.
const EVENT = /^[ \t*_]*[-–—][ \t]+\S/;

export function headerEdits({ headerDates, log, text, dating }: Context, now: string): Edit[] {
  const logged = (log?.entries ?? []).flatMap(({ date }) => date ?? []);
  return headerDates.flatMap(({ date, start, end }) => {
    const style = commonStyle(
      [date, ...logged].filter(({ styles }) =>
        styles.some((one) => date.styles.some((own) => own.pattern === one.pattern)),
      ),
    );
    return style === null || EVENT.test(text.slice(end, end + 80))
      ? []
      : [withNote(text, { start, end, text: writeDate(now, style) }, dating)];
  });
}

// `2026-03-04 (sorted the shelves)`, `2026-03-04 by Ada`: another day's work and another person's hand.
const IN_BRACKETS =
  /^[ \t*_]{0,3}[(（](?!\s*(?:UTC|GMT|CES?T|[A-Z]{3}|\d{1,2}[:h]|v?\d+\.|\p{L}{2,10}(?:day|tag)?\s*[)）]))(?=[^)）]*\p{L})/u;
const BESIDE =
  /^(,? (?:by|at|after|before|von|nach|par|après|por|tras|após|di|dopo|przez)\s[^|\n]{1,120}?|, [^|\n]{1,120}?)[\s*_.)|]*$/u;

function withNote(text: string, edit: Edit, dating: Dating): Edit {
  const told = text.slice(edit.start, edit.end);
  const rest = text.slice(edit.end, edit.end + LONGEST_NOTE).split('\n', 1)[0] ?? '';
  if (told === edit.text) return edit;
  const bracket = IN_BRACKETS.exec(rest)?.[0].length ?? 0;
  if (bracket > 0 && findDate(rest.slice(bracket, bracket + 40), dating)?.start !== 0)
    return { ...edit, end: edit.end + bracket, text: `${edit.text}${rest.slice(0, bracket)}${told}: ` };
  const note = bracket > 0 ? undefined : BESIDE.exec(rest)?.[1];
  return note === undefined
    ? edit
    : { ...edit, end: edit.end + note.length, text: `${edit.text} (${told}${note})` };
}

const LONGEST_NOTE = 400;
