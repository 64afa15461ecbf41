// Which lines of a context file tell of what was: past entries, sections of an earlier day, what is done.
import type { Context } from '../context/context.ts';
import { findDate } from '../dates/dates.ts';
import { readItems } from '../markdown/items.ts';
import type { Section } from '../markdown/outline.ts';
import { isWithin } from '../markdown/within.ts';
import { memoize } from '../memo.ts';
import { isClosed } from '../phases/finished.ts';

/** Takes the index of a line. */
export const historyOf = memoize((context: Context): ((index: number) => boolean) => {
  const { outline, log, places } = context;
  const done = places.filter(({ role }) => role === 'done' || role === 'log');
  const items = readItems(outline.lines, [0, outline.lines.length]).filter(
    ({ kind, text, isDone }) => kind === 'item' && (isDone === true || DONE.test(text)),
  );
  return isWithin([...(log?.entries ?? []), ...done, ...pastSections(context), ...items]);
}, 4);

// `**DONE 2026-05-29: the leak**`
const DONE =
  /^\W*(?:DONE|FIXED|RESOLVED|SHIPPED|COMPLETED?)\b|^\s*(?:✅|☑)|^~~|^.{1,120}?[:：—–-]\s*(?:✅|☑)/;

const OVER =
  /^\W*(?:previous|prior|earlier|archived?)\b|[([](?:completed?|done|shipped|archived|closed|resolved|superseded)\b/i;

// Of sections that bear a day, those before the newest one; and those that say that they are over.
function pastSections({ outline, dating }: Context): Section[] {
  const inner = outline.sections.filter(({ level }) => level > 1);
  const days = new Map(
    inner.flatMap((section) => {
      const day = /\d{4}/.test(section.title) ? findDate(section.title, dating) : null;
      return day === null ? [] : [[section, day.value] as const];
    }),
  );
  const newest = Math.max(...days.values());
  return inner.filter(
    (section) =>
      (days.get(section) ?? newest) < newest || OVER.test(section.title) || isClosed(section.title),
  );
}
