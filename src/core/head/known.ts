// Whether a context file says something already: a gotcha is not told twice.
import { type Context, placesOf } from '../context/context.ts';
import { foldName } from '../context/roles.ts';

/** The 1-based line that says these words, in whatever case and emphasis; null: none. `counts`: by a line's
 * index. */
export function findKnown(
  context: Context,
  words: string,
  counts: (index: number) => boolean = () => true,
): number | null {
  const wanted = foldName(words);
  if (wanted === '') return null;
  const listed = placesOf(context, 'gotchas').flatMap(({ items }) => items);
  const item = listed.find(({ text, from }) => counts(from) && foldName(text) === wanted);
  if (item !== undefined) return item.line;
  const at = context.outline.lines.findIndex(
    ({ content }, index) => counts(index) && ` ${foldName(content)} `.includes(` ${wanted} `),
  );
  return at < 0 ? null : at + 1;
}
