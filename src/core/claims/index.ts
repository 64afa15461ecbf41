// What a commit claims.
export type { Claim, ClaimKind } from './claim.ts';
export { readClaims } from './read.ts';
