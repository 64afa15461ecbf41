// New ids of commits that a rebase or an amend made anew, by the ids that a draft may still hold.

/** Rewritten commits remembered at most; an older draft keeps its ids. */
const MOST = 2000;

/** `lines` are post-rewrite's: `<old id> <new id>` and perhaps more. A commit rewritten twice keeps its first
 * id as key. */
export function addRewrites(
  known: ReadonlyMap<string, string>,
  lines: readonly string[],
): Map<string, string> {
  const pairs = lines.map((line) => line.split(' ')).filter(([before, after]) => before && after);
  const latest = new Map(pairs.map(([before = '', after = '']) => [before, after]));
  const followed = [...known].map(([before, after]): [string, string] => [
    before,
    latest.get(after) ?? after,
  ]);
  return new Map([...followed, ...latest].slice(-MOST));
}
