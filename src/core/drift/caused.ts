// Of what drifted what a change caused: its commits are the evidence, or it wrote one of the lines that
// disagree.
import type { Drift } from './facts.ts';

export type Change = {
  /** Ids of its commits. */
  readonly commits: ReadonlySet<string>;
  /** Lines that it wrote, 1-based, by path; a path that it only took lines from has none. */
  readonly written: ReadonlyMap<string, ReadonlySet<number>>;
};

type Where = {
  /** The context file's. */
  readonly path: string;
  /** Commits that deserve a record and have none. */
  readonly owed: readonly string[];
};

export function isCaused(drift: Drift, { commits, written }: Change, { path, owed }: Where): boolean {
  const wrote = (line: number, file = path): boolean => written.get(file)?.has(line) ?? false;
  return drift.rule === 'behind'
    ? owed.some((sha) => commits.has(sha))
    : wrote(drift.line) || hasEvidence(drift, { commits, written }, wrote);
}

function hasEvidence(
  drift: Drift,
  { commits, written }: Change,
  wrote: (line: number, file?: string) => boolean,
): boolean {
  switch (drift.rule) {
    case 'path-gone':
      return drift.paths.some(({ sha, line }) => commits.has(sha) || wrote(line));
    case 'next-done':
      return commits.has(drift.sha);
    case 'phase-finished':
      return drift.by.kind === 'checklist' ? written.has(drift.by.path) : commits.has(drift.by.sha);
    case 'decision-superseded':
      return [drift.decision, drift.successor].some((one) => one !== null && wrote(one.line, one.path));
    case 'choice-replaced':
      return wrote(drift.decision.line, drift.decision.path);
    case 'dates-contradict':
      return wrote(drift.laterLine);
    case 'command-gone':
      return written.has(drift.file);
    default:
      return false;
  }
}
