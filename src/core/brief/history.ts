// Which lines of a context file tell of what was: past entries, sections of an earlier day, what is done.
import type { Context } from '../context/context.ts';
import { type Item, readItems } from '../markdown/items.ts';
import { isWithin } from '../markdown/outline.ts';
import { memoize } from '../memo.ts';
import { isClosed } from '../phases/finished.ts';
import { isObsolete, pastBlocks } from './newest.ts';

/** All that a context file has. */
export const itemsOf = memoize(
  ({ outline: { lines } }: Context): readonly Item[] => readItems(lines, [0, lines.length]),
  4,
);

/** Takes the index of a line. */
export const historyOf = memoize((context: Context): ((index: number) => boolean) => {
  const { outline, log, places } = context;
  const done = places.filter(({ role }) => role === 'done' || role === 'log');
  const items = itemsOf(context).filter(
    ({ kind, text, isDone }) => kind === 'item' && (isDone === true || DONE.test(text)),
  );
  const over = outline.sections.filter(({ level, title }) => level > 1 && isOver(title));
  return isWithin([...(log?.entries ?? []), ...done, ...pastBlocks(context), ...over, ...items]);
}, 4);

// `**DONE 2026-05-29: the leak**`
const DONE =
  /^\W*(?:DONE|FIXED|RESOLVED|SHIPPED|COMPLETED?)\b|^\s*(?:✅|☑)|^~~|^.{1,120}?[:：—–-]\s*(?:✅|☑)/;

const OVER =
  /^\W*(?:previous|prior|earlier|archived?|historical|completed|past)\b|\bcompletion summary\b|[([](?:completed?|done|shipped|archived|closed|resolved|superseded)\b/i;

/** Whether a title says that what stands below it is past. */
export const isOver = (title: string): boolean => OVER.test(title) || isObsolete(title) || isClosed(title);
