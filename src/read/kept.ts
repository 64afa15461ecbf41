// Of several context files of one directory, the one that is kept: by what history says of them alone.
import type { Freshness } from '../core/brief/facts.ts';
import { rootOf } from '../core/context/territories.ts';
import { newestChanges } from '../git/newest.ts';
import type { GitPlace } from '../git/run.ts';

/** Seconds for which the preferred one was left alone before another's change, or changes of others in a row
 * since its own, until another is kept. */
const LEFT_ALONE = 7 * 86_400;
const IN_A_ROW = 3;

/** `paths`: the preferred one first. With the one first that is kept; `dayOf`: the newest day that a text
 * names, where one commit changed several last. */
export function keptFirst(
  place: GitPlace,
  paths: readonly string[],
  dayOf: (path: string) => number,
): readonly string[] {
  const [preferred = ''] = paths;
  const changes = newestChanges(place, paths, { most: IN_A_ROW });
  const [newest] = changes;
  const other = paths.find((path) => newest?.paths.includes(path));
  if (newest === undefined || other === undefined) return paths;
  if (newest.paths.includes(preferred)) return latestFirst(paths, newest.paths, dayOf);
  const isPassedOver = changes.length === IN_A_ROW && !changes.some((one) => one.paths.includes(preferred));
  const since = newest.at - LEFT_ALONE;
  if (!isPassedOver && newestChanges(place, [preferred], { most: 1, since }).length > 0) return paths;
  return [other, ...paths.filter((path) => path !== other)];
}

const DAY = 86_400_000;

// One commit that brought all of them says nothing; their own days do.
function latestFirst(
  paths: readonly string[],
  changed: readonly string[],
  dayOf: (path: string) => number,
): readonly string[] {
  const [preferred = ''] = paths;
  const tied = paths.filter((path) => changed.includes(path));
  if (tied.length < 2) return paths;
  const days = new Map(tied.map((path) => [path, dayOf(path)]));
  const own = days.get(preferred) ?? 0;
  const [latest, day] = [...days].reduce((best, one) => (one[1] > best[1] ? one : best), [preferred, own]);
  return own === 0 || day - own < DAY ? paths : [latest, ...paths.filter((path) => path !== latest)];
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
  const [newest] = newestChanges(place, [kept, ...paths], { most: 1 });
  if (newest === undefined || newest.paths.includes(kept)) return { paths, newer: null };
  const isNewest = (path: string) => newest.paths.includes(path);
  return {
    paths: [...paths.filter(isNewest), ...paths.filter((path) => !isNewest(path))],
    newer: new Date(newest.at * 1000).toISOString().slice(0, 10),
  };
}
