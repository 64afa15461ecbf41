// What one side did to a text, as runs of lines that it took away and put there.
import { compare } from '../markdown/diff.ts';

/** Base lines `from` to `to` (behind the last) went, `lines` came in their place. */
export type Run = { readonly from: number; readonly to: number; readonly lines: readonly string[] };

export function changesOf(base: readonly string[], side: readonly string[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  let open: { from: number; lines: string[] } | null = null;
  for (const { mark, text } of compare(base, side)) {
    if (mark === ' ') {
      if (open !== null) runs.push({ ...open, to: at });
      open = null;
      at += 1;
      continue;
    }
    open ??= { from: at, lines: [] };
    if (mark === '+') open.lines.push(text);
    else at += 1;
  }
  return slidUp(base, open === null ? runs : [...runs, { ...open, to: at }]);
}

/** What came in is taken to stand as far up as the same lines allow, so that both sides name one place
 * alike. */
function slidUp(base: readonly string[], runs: readonly Run[]): Run[] {
  return runs.map(({ from, to, lines }, at) => {
    const start = runs[at - 1]?.to ?? 0;
    const { length } = lines;
    let by = 0;
    if (from === to && length > 0)
      while (from - by > start && base[from - by - 1] === lines[(length * (by + 1) - by - 1) % length])
        by += 1;
    const turn = length === 0 ? 0 : length - (by % length);
    return { from: from - by, to: to - by, lines: [...lines.slice(turn), ...lines.slice(0, turn)] };
  });
}

/** Runs of both sides that overlap or touch. */
export type Cluster = { readonly ours: readonly Run[]; readonly theirs: readonly Run[] };

/** In the order of the text. */
export function clustersOf(ours: readonly Run[], theirs: readonly Run[]): Cluster[] {
  const all = [
    ...ours.map((run) => ({ run, isOurs: true })),
    ...theirs.map((run) => ({ run, isOurs: false })),
  ].sort((a, b) => a.run.from - b.run.from || a.run.to - b.run.to);
  const groups: (typeof all)[] = [];
  let end = -1;
  for (const one of all) {
    const last = groups.at(-1);
    const isSamePlace = last !== undefined && (one.run.from <= end || one.run.from === last[0]?.run.from);
    if (isSamePlace) last.push(one);
    else groups.push([one]);
    end = Math.max(isSamePlace ? end : -1, one.run.to);
  }
  return groups.map((group) => ({
    ours: group.filter(({ isOurs }) => isOurs).map(({ run }) => run),
    theirs: group.filter(({ isOurs }) => !isOurs).map(({ run }) => run),
  }));
}
