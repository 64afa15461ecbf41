// Which decisions a citation means: by number, by date, or by the name of a record's file.
import { groupBy } from '../groups.ts';
import type { Decision } from '../types.ts';
import { meansId, numberIn } from './identity.ts';
import { baseName } from './paths.ts';

export type Finder = (cited: string) => readonly Decision[];

const SLUG = /^(?:[a-z]{1,8}[-_])?\d[\d-]*[-_][a-z]/i;

/** Finds what `0005-use-redwood`, `20260105` or `ADR-5` cite; several where the citation fits several. */
export function createFinder(decisions: readonly Decision[]): Finder {
  const files = groupBy(decisions, ({ path }) => baseName(path).toLowerCase());
  const numbers = groupBy(decisions, ({ id }) => numberIn(id ?? ''));
  return (cited) => {
    const name = cited.trim().toLowerCase().replace(/\.md$/, '');
    const own = files.get(name);
    if (own !== undefined) return own;
    const id = SLUG.test(name) ? (/^\D*\d[\d-]*/.exec(name)?.[0] ?? '').replace(/-$/, '') : cited;
    const some = numbers.get(numberIn(id)) ?? [];
    return some.filter((one) => one.id !== null && meansId(id, one.id) && !isOtherFile(name, one));
  };
}

// A slug of another file means none of the records; in a log its number counts.
const isOtherFile = (name: string, { path }: Decision): boolean =>
  SLUG.test(name) && SLUG.test(baseName(path));

export const findCited = (cited: string, decisions: readonly Decision[]): readonly Decision[] =>
  createFinder(decisions)(cited);
