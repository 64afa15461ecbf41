// Which lines a change wrote, as they stand now.
import type { GitPlace } from './run.ts';
import { runGit } from './run.ts';

const DIFF = (
  '-c core.quotePath=false diff --unified=0 --no-color --no-ext-diff --no-textconv ' +
  '--no-renames --src-prefix=a/ --dst-prefix=b/'
).split(' ');

/** Paths that differ from a commit, with the 1-based lines that they have instead; `tip`: null: the work
 * tree. */
export function readWritten(
  place: GitPlace,
  base: string,
  tip: string | null,
): ReadonlyMap<string, ReadonlySet<number>> {
  const written = new Map<string, Set<number>>();
  let lines = new Set<number>();
  for (const line of runGit(place, [...DIFF, base, ...(tip === null ? [] : [tip]), '--']).split('\n')) {
    // `diff --git a/docs/x.md b/docs/x.md`, also of a file that is gone.
    const path = /^diff --git a\/(.*) b\/\1$/.exec(line)?.[1];
    if (path !== undefined) {
      lines = new Set();
      written.set(path, lines);
    }
    const [, from, count] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (from === undefined) continue;
    for (let at = 0; at < Number(count ?? 1); at += 1) lines.add(Number(from) + at);
  }
  return written;
}
