// The claims of a commit, read once for all who ask: the entry, the head, the signals.
import type { DocumentChange, Message } from '../types.ts';
import type { Claim } from './claim.ts';
import { readClaims } from './read.ts';

type Claiming = { readonly message: Message; readonly documents: readonly DocumentChange[] };

const known = new WeakMap<Message, readonly Claim[]>();

/** A message belongs to one commit: what its documents show is kept with it. */
export function claimsOf({ message, documents }: Claiming): readonly Claim[] {
  const before = known.get(message);
  if (before !== undefined) return before;
  const claims = readClaims(message, documents);
  known.set(message, claims);
  return claims;
}
