// The claims of a commit, read once for all who ask: the entry, the head, the signals.
import type { DocumentChange, Message } from '../types.ts';
import type { Claim } from './claim.ts';
import { readClaims } from './read.ts';

type Claiming = { readonly message: Message; readonly documents: readonly DocumentChange[] };

const known = new WeakMap<Message, readonly Claim[]>();
let last: { readonly message: Message; readonly claims: readonly Claim[] } | null = null;

/** A message belongs to one commit: what its documents show is kept with it. */
export function claimsOf({ message, documents }: Claiming): readonly Claim[] {
  if (last?.message === message) return last.claims;
  const claims = known.get(message) ?? readClaims(message, documents);
  known.set(message, claims);
  last = { message, claims };
  return claims;
}
