// What a commit claims.
export type { Claim, ClaimKind } from './claim.ts';
export { readAllClaims, readClaims } from './read.ts';
