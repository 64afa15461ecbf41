// One thing that a commit certainly says or shows: the only source of what is written into the head of the
// file.
import { fold } from '../words/lexicon.ts';

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

/** What a part of a message claims, before its commit's scope is known. */
export type MessageClaim = Omit<Claim, 'scope' | 'path'>;

/** In their order, each once. What has begun and is over, by one and the same message, is over. */
export function distinctClaims<One extends MessageClaim>(claims: readonly One[]): One[] {
  const known = new Map<string, One>();
  for (const claim of claims) {
    const isPhase = claim.kind.startsWith('phase-');
    const key = [claim.kind, isPhase ? `${claim.unit} ${claim.id}` : fold(claim.text)].join(' ');
    if (!known.has(key)) known.set(key, claim);
  }
  return [...known].flatMap(([key, claim]) =>
    known.has(key.replace(/^phase-started/, 'phase-done')) && key.startsWith('phase-started') ? [] : [claim],
  );
}
