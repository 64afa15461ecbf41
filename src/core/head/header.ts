// The header's date. The author's note in brackets behind it stays, and a date that tells an event is left
// alone.
import type { Context } from '../context/context.ts';
import { commonStyle, writeDate } from '../dates/dates.ts';
import type { Edit } from '../types.ts';

// `2026-03-04 — fixed the batch timeout`: another date would say when that was.
const EVENT = /^[ \t*_]*[-–—][ \t]+\S/;

export function headerEdits({ headerDates, log, text }: Context, now: string): Edit[] {
  const logged = (log?.entries ?? []).flatMap(({ date }) => date ?? []);
  return headerDates.flatMap(({ date, start, end }) => {
    const style = commonStyle(
      [date, ...logged].filter(({ styles }) =>
        styles.some((one) => date.styles.some((own) => own.pattern === one.pattern)),
      ),
    );
    return style === null || EVENT.test(text.slice(end, end + 80))
      ? []
      : [{ start, end, text: writeDate(now, style) }];
  });
}
