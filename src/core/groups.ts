// Lists: values grouped by a key, the first value from a place on, and what one has that another lacks.

/** As Map.groupBy of Node 21: groups in the order in which their keys are first seen. */
export function groupBy<T, K>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** The index of the first value at or after `from`; -1 where there is none. Looks at nothing before it, and
 * copies nothing. */
export function indexFrom<T>(values: readonly T[], from: number, is: (value: T) => boolean): number {
  for (let at = from; at < values.length; at++) if (is(values[at] as T)) return at;
  return -1;
}

/** How many of the values the others do not have. */
export function countMissing<T>(some: readonly T[], others: readonly T[]): number {
  const there = new Set(others);
  return some.filter((value) => !there.has(value)).length;
}
