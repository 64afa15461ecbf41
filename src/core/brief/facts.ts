// What a brief is made from.
import type { Config, DocumentKind } from '../config/defaults.ts';
import type { Context } from '../context/context.ts';
import type { DriftFacts } from '../drift/facts.ts';
import type { Document, Hookless } from '../types.ts';

export type Freshness = {
  /** Null: the repository has none. */
  readonly contextFile: string | null;
  /** Other files beside it that tell the state too; absent: none. `newer`: the day on which the first of them
   * was changed later. */
  readonly others?: { readonly paths: readonly string[]; readonly newer: string | null } | undefined;
  readonly branch: string | null;
  readonly head: string | null;
  /** The last commit that changed the file itself. */
  readonly lastUpdate: { readonly sha: string; readonly date: string } | null;
  /** Git leaves the file alone, and can say nothing of it. */
  readonly isIgnored?: boolean | undefined;
  /** Objects that the clone does not have and that were wanted. */
  readonly missing?: number | undefined;
  /** Since then; days until now, and until the newest commit. */
  readonly commits: number;
  readonly days: number;
  readonly daysBehind: number;
  /** How many of them were looked at, the newest ones; absent: all. */
  readonly seen?: number | undefined;
  /** Of these commits those that deserve a record, newest first. */
  readonly owed: readonly { readonly sha: string; readonly subject: string }[];
  /** How many of those came before that update, which did not tell of them; absent: none. */
  readonly earlier?: number | undefined;
  /** The commits are those of one directory; absent: of the whole repository. */
  readonly directory?: string | undefined;
  /** Made while git ran no hooks, newest first; absent: none. */
  readonly hookless?: Hookless | undefined;
  /** An update is due. */
  readonly isDue: boolean;
};

export type PauseFacts = {
  /** Since the last commit of all. */
  readonly days: number;
  /** What files such as `.nvmrc` pin: the file and its first line. */
  readonly pins: readonly { readonly path: string; readonly value: string }[];
};

export type BriefFacts = Omit<DriftFacts, 'path' | 'context' | 'lag' | 'phases'> & {
  /** Null: there is no context file. */
  readonly document: { readonly path: string; readonly context: Context } | null;
  readonly freshness: Freshness;
  /** Paths that are there, by kind. */
  readonly present: Readonly<Record<DocumentKind, readonly string[]>>;
  readonly phases: readonly Document[];
  /** Documents that hold several phases or open tasks, the preferred one first. */
  readonly plans: readonly Document[];
  /** The task with the documents that may bear on it; null: there is none. */
  readonly task: { readonly text: string; readonly documents: readonly Document[] } | null;
  readonly pause: PauseFacts;
  readonly config: Config;
};
