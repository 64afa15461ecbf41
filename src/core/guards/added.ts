// Which lines a commit adds to its files; a line that only moved, or is indented otherwise, is not one.
import { compare, type Step } from '../markdown/diff.ts';
import { once } from '../memo.ts';
import type { DocumentChange } from '../types.ts';
import { type Import, readImports } from './imports.ts';

/** One file of a change; what takes long is looked at when somebody asks, and once for all guards. */
export type Edited = {
  readonly path: string;
  /** The path before. */
  readonly from: string;
  /** After the commit; null: it is gone. */
  readonly text: string | null;
  readonly lines: () => readonly string[];
  /** 1-based. Of a merge: what no parent has. */
  readonly added: () => ReadonlySet<number>;
  readonly removed: () => readonly string[];
  readonly imports: () => readonly Import[];
  readonly befores: readonly string[];
  /** Names that it imported before. */
  readonly known: () => ReadonlySet<string>;
};

const linesIn = (text: string): string[] => text.split(/\r\n|\n|\r/);

export function openEdit({ path, from = path, before, after, otherBefores = [] }: DocumentChange): Edited {
  const befores = [...(before === null ? [] : [before]), ...otherBefores];
  const lines = once(() => linesIn(after ?? ''));
  const scripts = once(() => befores.map((text) => compare(linesIn(text), after === null ? [] : lines())));
  return {
    path,
    from,
    text: after,
    lines,
    added: once(() => {
      const [first = new Set(lines().map((_, index) => index + 1)), ...others] = scripts().map(addedIn);
      return new Set([...first].filter((line) => others.every((other) => other.has(line))));
    }),
    removed: once(() =>
      before === null ? [] : (scripts()[0] ?? []).flatMap(({ mark, text }) => (mark === '-' ? [text] : [])),
    ),
    imports: once(() => readImports(path, after ?? '')),
    befores,
    known: once(() => new Set(befores.flatMap((text) => readImports(path, text)).map(({ name }) => name))),
  };
}

/** Lines as they are compared: white space says nothing. */
export const plainLine = (line: string): string => line.replace(/\s+/g, ' ').trim();

/** The lines that a file loses, with how often. */
export function removedIn({ removed }: Edited): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of removed()) counts.set(plainLine(text), (counts.get(plainLine(text)) ?? 0) + 1);
  return counts;
}

function addedIn(script: readonly Step[]): Set<number> {
  const added = new Set<number>();
  let line = 0;
  for (const { mark } of script) {
    if (mark === '-') continue;
    line++;
    if (mark === '+') added.add(line);
  }
  return added;
}
