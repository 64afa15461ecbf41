// Which lines a commit adds to its files; a line that only moved, or is indented otherwise, is not one.
import { compare } from '../markdown/diff.ts';
import type { DocumentChange } from '../types.ts';

export type Added = {
  readonly path: string;
  /** The text after the commit, and its lines. */
  readonly text: string;
  readonly lines: readonly string[];
  /** 1-based. */
  readonly added: ReadonlySet<number>;
  /** In the order of the parents. */
  readonly befores: readonly string[];
};

const linesIn = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** Of files that are there after the commit. `change`: all files that one guard looks at. */
export function addedIn(changes: readonly DocumentChange[]): Added[] {
  return changes.flatMap(({ path, before, after, otherBefores = [] }) => {
    if (after === null) return [];
    const befores = [...(before === null ? [] : [before]), ...otherBefores];
    const lines = linesIn(after);
    const sets = befores.map((text) => addedTo(linesIn(text), lines));
    const [first = new Set(lines.map((_, index) => index + 1)), ...others] = sets;
    const added = new Set([...first].filter((line) => others.every((other) => other.has(line))));
    return { path, text: after, lines, added, befores };
  });
}

/** Lines as they are compared: white space says nothing. */
export const plainLine = (line: string): string => line.replace(/\s+/g, ' ').trim();

/** The lines that these files lose, with how often. */
export function removedIn(changes: readonly DocumentChange[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { before, after } of changes) {
    if (before === null) continue;
    for (const { mark, text } of compare(linesIn(before), linesIn(after ?? '')))
      if (mark === '-') counts.set(plainLine(text), (counts.get(plainLine(text)) ?? 0) + 1);
  }
  return counts;
}

function addedTo(before: readonly string[], after: readonly string[]): Set<number> {
  const added = new Set<number>();
  let line = 0;
  for (const { mark } of compare(before, after)) {
    if (mark === '-') continue;
    line++;
    if (mark === '+') added.add(line);
  }
  return added;
}
