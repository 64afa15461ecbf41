// What is left of a line once later commits of its range are asked.
import { memoize } from '../memo.ts';
import { isOpen, type Overtaking } from './overtaken.ts';
import { wholeSentences } from './phrase.ts';
import type { EntryLine } from './tell.ts';

export type Standing = {
  readonly line: EntryLine;
  /** The commit that overtook all that the line says. */
  readonly by: string | null;
};

/** Of a line about one commit: its text and details without the clauses that a later one overtook. */
export function standing(line: EntryLine, overtakes: Overtaking): Standing {
  const [sha = ''] = line.ids;
  const byOf = memoize((clause: string) => overtakes(clause, sha));
  const left = (text: string): string =>
    clausesOf(text)
      .filter((clause) => byOf(clause) === null)
      .join(' ')
      .replace(/;$/, '');
  const details = line.details.map(left).filter((detail) => detail !== '');
  const said = [line.text, withoutStates(line.text)].find((text) => clausesOf(text).map(byOf).includes(null));
  if (said === undefined) return { line: { ...line, details }, by: byOf(clausesOf(line.text).at(-1) ?? '') };
  return { line: { ...line, text: left(said), details }, by: null };
}

const clausesOf = (text: string): string[] => wholeSentences(text).flatMap((one) => one.split(/(?<=;)\s/));

// `Add the pages (hidden from the menu)` where they stand in it since.
const withoutStates = (text: string): string =>
  text.replace(/\s*[(（][^()（）]{1,60}[)）]/g, (bracket) => (isOpen(bracket) ? '' : bracket));
