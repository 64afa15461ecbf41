// What later commits of a range make of earlier ones: parts of them, and news that is none any more.
import { claimsOf } from '../claims/index.ts';
import { isInPart } from '../head/doings.ts';
import { unitKind, unitsIn } from '../phases/units.ts';
import type { OwedCommit } from '../types.ts';
import { isPaper } from './range.ts';

/** Repairs whose code files one earlier commit of the range made, each with that commit. */
export function repairedIn(commits: readonly OwedCommit[]): ReadonlyMap<OwedCommit, OwedCommit> {
  const makers = new Map<string, OwedCommit>();
  const found = new Map<OwedCommit, OwedCommit>();
  for (const owed of commits) {
    const { commit, message } = owed;
    const code = commit.files.filter(({ path }) => !isPaper(path));
    const [maker, ...others] = new Set(code.map(({ path }) => makers.get(path)));
    const isRepair =
      /^(?:fix|bugfix|hotfix|style|refactor)$/.test(message.type ?? '') && !owed.verdict.gate.needed;
    if (isRepair && maker !== undefined && others.length === 0) found.set(owed, maker);
    for (const { path, status } of code) if (status === 'A') makers.set(path, owed);
  }
  return found;
}

/** `Phase 1 is not complete yet` where a later commit completes it. */
export function isOvertaken({ message, commit }: OwedCommit, commits: readonly OwedCommit[]): boolean {
  if (!isInPart(message.description)) return false;
  const later = commits.slice(commits.findIndex((one) => one.commit.sha === commit.sha) + 1);
  const over = later.flatMap((one) => claimsOf(one).filter(({ kind }) => kind === 'phase-done'));
  const named = unitsIn(message.description).flatMap(({ units }) => units);
  return over.some(({ unit, id }) =>
    named.some((one) => one.id === id && unitKind(one.unit) === unitKind(unit ?? '')),
  );
}
