// Answers that are kept: over a long history the same paths and words come again and again.

/** `most`: answers kept at a time, so that a history of any length fits. Only for what depends on its key
 * alone. */
export function memoize<Key, Value extends NonNullable<unknown> | null>(
  compute: (key: Key) => Value,
  most = 20_000,
): (key: Key) => Value {
  const known = new Map<Key, Value>();
  let last: { readonly key: Key; readonly value: Value } | null = null;
  return (key) => {
    // Mostly the same is asked several times in a row.
    if (last?.key === key) return last.value;
    const before = known.get(key);
    const value = before === undefined ? compute(key) : before;
    last = { key, value };
    if (before !== undefined) return value;
    if (known.size >= most) known.clear();
    known.set(key, value);
    return value;
  };
}

/** What is asked for once at most. */
export function once<Value extends object>(compute: () => Value): () => Value {
  let known: Value | null = null;
  return () => {
    known ??= compute();
    return known;
  };
}
