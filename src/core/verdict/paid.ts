// Which commits the context file accounts for.

// A commit id as people and tools write it: a word of 7 to 40 (or 64) hex digits with at least one digit in it,
// so that "defaced" is a word.
const ID = /\b(?=[0-9a-f]*[0-9])[0-9a-f]{7,64}\b/g;

/** New ids of rewritten commits, by the old ones. */
export type Rewrites = ReadonlyMap<string, string>;

/** Tells whether a commit's id, or one that it had before it was rewritten, stands in the text, in full or abbreviated. */
export function readRecordedIds(text: string, rewritten: Rewrites = new Map()): (sha: string) => boolean {
  const isThere = readIds(text);
  const former = new Set([...rewritten].flatMap(([before, after]) => (isThere(before) ? [after] : [])));
  return (sha) => isThere(sha) || former.has(sha);
}

function readIds(text: string): (sha: string) => boolean {
  const lengths = new Map<number, Set<string>>();
  for (const [id] of text.toLowerCase().matchAll(ID)) {
    const known = lengths.get(id.length) ?? new Set();
    lengths.set(id.length, known.add(id));
  }
  return (sha) => [...lengths].some(([length, ids]) => ids.has(sha.slice(0, length)));
}

/** Whether a text changed by more than white space. */
export const hasSubstance = (before: string | null, after: string | null): boolean =>
  bare(before) !== bare(after);

const bare = (text: string | null): string => (text ?? '').replace(/\s+/g, '');
