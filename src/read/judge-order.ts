// The verdict on commits in their order, each with what it claims.
import { type Claim, claimsOf } from '../core/claims/index.ts';
import type { Change, Commit, Verdict } from '../core/types.ts';
import { judgeChange } from '../core/verdict/judge.ts';
import { debtAfter, decideVerdict } from '../core/verdict/verdict.ts';
import { openObjects } from '../git/blobs.ts';
import { readChanges, relevantFiles, withGuarded } from './change.ts';
import type { Reader } from './reader.ts';

export type JudgedCommit = readonly [Commit, Verdict, readonly Claim[]];

/** Each commit with its verdict and what it claims, with the debt of those before it in mind. */
export async function* judgeInOrder(
  { repository, facts, config, guards }: Reader,
  commits: AsyncIterable<readonly Commit[]>,
): AsyncGenerator<readonly JudgedCommit[]> {
  const objects = openObjects(repository.place);
  const lazily = { ...facts, guards, isLazy: true };
  const wanted = withGuarded(relevantFiles(config), guards().inForce);
  let weight = 0;
  const judge = (change: Change): JudgedCommit => {
    const judged = judgeChange(change, lazily);
    const verdict = decideVerdict(judged, { weight, limit: config.debt.limit });
    weight = debtAfter(weight, judged, verdict);
    return [change.commit, verdict, claimsOf({ message: judged.message, documents: change.documents })];
  };
  try {
    for await (const changes of readChanges(commits, wanted, objects.read)) yield changes.map(judge);
  } finally {
    objects.close();
  }
}
