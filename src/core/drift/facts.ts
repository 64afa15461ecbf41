// What is compared for drift, and what a finding of it says.
import type { Unread } from '../brief/long.ts';
import type { Context } from '../context/context.ts';
import type { Decision, Document, OwedCommit } from '../types.ts';

/** A commit since the last update of the file, newest first. */
export type RecentCommit = Pick<OwedCommit, 'commit' | 'message'>;

/** A path that the file quotes and that is not there, as git tells what became of it. */
export type LostPath = {
  readonly path: string;
  readonly line: number;
  /** The commit that took it away. */
  readonly sha: string;
  /** Its name since; null where git knows none. */
  readonly to: string | null;
};

/** How far the file is behind, where an update of it is due. */
export type Lag = {
  readonly commits: number;
  readonly days: number;
  /** Subjects of the commits that deserve a record, newest first. */
  readonly subjects: readonly string[];
};

export type DriftFacts = {
  readonly path: string;
  readonly context: Context;
  /** Null where the file accounts for all that deserves it. */
  readonly lag: Lag | null;
  readonly phases: readonly Document[];
  readonly decisions: readonly Decision[];
  readonly commits: readonly RecentCommit[];
  readonly lost: readonly LostPath[];
  /** The line where git's conflict markers begin; absent: there are none. */
  readonly conflict?: number | undefined;
  /** Lines of a very long file that were left out of what is read. */
  readonly unread?: Unread | undefined;
  /** What `npm run` and `make` can run at the top level; null where there is no such file, or it names more
   * elsewhere. */
  readonly runnable?: Runnable | undefined;
};

export type Runnable = {
  readonly scripts: ReadonlySet<string> | null;
  readonly targets: ReadonlySet<string> | null;
};

export type FinishedBy =
  | { readonly kind: 'commit'; readonly sha: string; readonly subject: string }
  | { readonly kind: 'later'; readonly sha: string; readonly subject: string; readonly phase: string }
  | { readonly kind: 'checklist'; readonly path: string; readonly total: number };

export type Drift = { readonly line: number } & (
  | ({ readonly rule: 'behind' } & Lag)
  | { readonly rule: 'path-gone'; readonly sha: string; readonly paths: readonly LostPath[] }
  | {
      readonly rule: 'phase-finished';
      readonly phase: string;
      readonly text: string;
      readonly by: FinishedBy;
    }
  | {
      readonly rule: 'decision-superseded';
      readonly decision: Decision;
      readonly successor: Decision | null;
      readonly text: string;
    }
  | { readonly rule: 'choice-replaced'; readonly decision: Decision; readonly text: string }
  | { readonly rule: 'next-done'; readonly text: string; readonly sha: string; readonly subject: string }
  | {
      readonly rule: 'dates-contradict';
      readonly earlier: string;
      readonly later: string;
      readonly laterLine: number;
    }
  | { readonly rule: 'conflict'; readonly path: string }
  | { readonly rule: 'too-long'; readonly to: number }
  | { readonly rule: 'template-text'; readonly text: string }
  | { readonly rule: 'command-gone'; readonly command: string; readonly file: string }
  | { readonly rule: 'log-order'; readonly above: string; readonly below: string }
  | { readonly rule: 'addresses-assistant'; readonly text: string }
);
