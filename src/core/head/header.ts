// The header's date, and the note in brackets behind it: what the newest entry is about.
import type { Context } from '../context/context.ts';
import { commonStyle, isZone, writeDate } from '../dates/dates.ts';
import type { Edit } from '../types.ts';

/** `headline`: a few words that are safe to stand in a line; where there are none the note stays. */
export function headerEdits({ headerDates, log, text }: Context, now: string, headline: string): Edit[] {
  const logged = (log?.entries ?? []).flatMap(({ date }) => date ?? []);
  return headerDates.flatMap(({ date, start, end, note }) => {
    const style = commonStyle(
      [date, ...logged].filter(({ styles }) =>
        styles.some((one) => date.styles.some((own) => own.pattern === one.pattern)),
      ),
    );
    const edits: Edit[] = style === null ? [] : [{ start, end, text: writeDate(now, style) }];
    const says = note === null ? '' : text.slice(note.start, note.end);

    return note === null || isZone(says) || headline === '' ? edits : [...edits, { ...note, text: headline }];
  });
}
