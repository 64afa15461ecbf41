// What a commit claims.
export type { Claim, ClaimKind } from './claim.ts';
export { openedIn, tickedIn } from './documents.ts';
export { claimsOf } from './of-commit.ts';
export { readAllClaims, readClaims, readTakenBack } from './read.ts';
export { isRepaired, MENDS } from './repaired.ts';
export { quotedRevert, reasonOfRevert, revertedIn, subjectReverted, takenBackBy } from './reverts.ts';
