// One thing that a commit certainly says or shows: the only source of what is written into the head of the file.

export type ClaimKind =
  | 'phase-done'
  | 'phase-started'
  | 'done'
  | 'next'
  | 'blocker'
  | 'unblocked'
  | 'gotcha'
  | 'result'
  | 'decision'
  | 'deviation'
  | 'rejected'
  | 'learned';

export type Claim = {
  readonly kind: ClaimKind;
  /** Of a phase, as written: `2B`, `IV`; null for the other kinds. */
  readonly id: string | null;
  /** Of a phase: `phase`, `sprint`, `etap`, `フェーズ`; null for the other kinds. */
  readonly unit: string | null;
  /** The part of a monorepo that the unit belongs to; absent where there is none. */
  readonly scope?: string | null | undefined;
  /** The substance, without its label; of a phase its title, where one is given. */
  readonly text: string;
  readonly source: 'trailer' | 'label' | 'subject' | 'body' | 'document';
  /** The author's own words. */
  readonly quote: string;
  /** Of a document. */
  readonly path?: string | undefined;
};
