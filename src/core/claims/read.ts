// Reads the claims of one commit: its message first, then the documents that it changed.
import type { DocumentChange, Message } from '../types.ts';
import type { Claim, ClaimKind } from './claim.ts';

const KINDS: ReadonlyMap<string, ClaimKind> = new Map([
  ['gotcha', 'gotcha'],
  ['blocker', 'blocker'],
  ['unblocked', 'unblocked'],
  ['result', 'result'],
  ['deviation', 'deviation'],
  ['next', 'next'],
]);

/** In the order of the text, each once. */
export function readClaims(message: Message, _documents: readonly DocumentChange[] = []): readonly Claim[] {
  return message.trailers.flatMap(({ key, value }) => {
    const kind = KINDS.get(key);
    const claim = { id: null, unit: null, scope: message.scope, text: value, source: 'trailer' as const };
    return kind === undefined ? [] : [{ kind, ...claim, quote: `${key}: ${value}` }];
  });
}
