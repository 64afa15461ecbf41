// Of several context files of one directory, the one that is kept: by what history says of them alone.
import type { Freshness } from '../core/brief/facts.ts';
import { rootOf } from '../core/context/territories.ts';
import { newestChange } from '../git/newest.ts';
import type { GitPlace } from '../git/run.ts';

/** Seconds for which the preferred one was left alone before another's change, until that one is kept. */
const LEFT_ALONE = 7 * 86_400;

/** `paths`: the preferred one first. With the one first that is kept. */
export function keptFirst(place: GitPlace, paths: readonly string[]): readonly string[] {
  const [preferred = ''] = paths;
  const newest = newestChange(place, paths);
  const other = paths.find((path) => newest?.paths.includes(path));
  if (newest === null || other === undefined || newest.paths.includes(preferred)) return paths;
  if (newestChange(place, [preferred], newest.at - LEFT_ALONE) !== null) return paths;
  return [other, ...paths.filter((path) => path !== other)];
}

/** Files beside the one that is kept, and the day on which one of them was changed later; undefined: there
 * are none. */
export function readOthers(
  place: GitPlace,
  kept: string | null,
  files: readonly string[],
): Freshness['others'] {
  const paths = files.filter((path) => path !== kept && rootOf(path) === rootOf(kept ?? ''));
  if (kept === null || paths.length === 0) return undefined;
  const newest = newestChange(place, [kept, ...paths]);
  if (newest === null || newest.paths.includes(kept)) return { paths, newer: null };
  const isNewest = (path: string) => newest.paths.includes(path);
  return {
    paths: [...paths.filter(isNewest), ...paths.filter((path) => !isNewest(path))],
    newer: new Date(newest.at * 1000).toISOString().slice(0, 10),
  };
}
