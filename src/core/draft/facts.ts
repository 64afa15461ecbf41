// What a draft is computed from, beside the file and the commits.
import type { Decision, Document } from '../types.ts';
import type { RangeDocument } from './range.ts';

/** What only the author knew, filled in at the prompt; one line each. */
export type Answers = {
  readonly next?: string | undefined;
  readonly gotcha?: string | undefined;
  readonly blocker?: string | undefined;
};

export type DraftFacts = {
  /** ISO 8601, local time with its offset. */
  readonly now: string;
  /** The phase documents as they are now. */
  readonly phases: readonly Document[];
  /** What the commits changed in other documents, the most telling first; undefined: what their own readings
   * show. */
  readonly documents?: readonly RangeDocument[] | undefined;
  /** Documents that were too many to be read. */
  readonly unread?: number | undefined;
  /** Asked for where a commit cites one. */
  readonly decisions: () => readonly Decision[];
  readonly answers?: Answers | undefined;
  /** The file as HEAD has it, where that is known: an entry that a checkout carried along belongs to another
   * branch. */
  readonly committed?: string | undefined;
};
