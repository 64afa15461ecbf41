// How far the history has gone on since the context file was updated.

import type { Freshness } from '../core/brief/facts.ts';
import { hasNoDraft, isUpdateDue } from '../core/draft/due.ts';
import type { Document } from '../core/types.ts';
import { readGitLines } from '../effects/gitdir.ts';
import type { Objects } from '../git/blobs.ts';
import type { Head } from '../git/head.ts';
import { missingObjects } from '../git/missing.ts';
import type { Repository } from '../git/repository.ts';
import type { Told } from '../git/told.ts';
import { isIgnored } from '../git/tracking.ts';
import { type Account, readAccount } from './account.ts';
import type { Known } from './last-update.ts';
import type { Kept } from './listing.ts';
import type { Memory } from './memory.ts';
import type { Session } from './session.ts';

const NO_ACCOUNT: Account = {
  lastUpdate: null,
  start: null,
  baseline: null,
  listed: [],
  isWhole: true,
  recent: [],
  passed: 0,
  open: [],
  light: [],
  owed: [],
  weight: 0,
};

export type Where = {
  readonly repository: Repository;
  readonly context: Document | null;
  readonly head: Head | null;
};

export type Since = { readonly account: Account; readonly isDue: boolean };

type Source = { readonly objects: Objects; readonly told: Told | null; readonly known: Known | null };

/** Throws GitProblem. */
export async function countSince(
  { repository, context, head }: Where,
  { known, ...source }: Source,
  { facts, memory, part }: Pick<Kept, 'facts' | 'part'> & { readonly memory: Memory },
): Promise<Since> {
  if (context === null || head === null) return { account: NO_ACCOUNT, isDue: false };
  const kept = { facts, memory, part, context: { ...context, committed: context.text } };
  const { place } = repository;
  const account = await readAccount({ place, ...source }, kept, { isCounted: true, isHistory: true, known });
  const occasion = {
    limit: facts.config.debt.limit,
    newest: null,
    putOff: memory.putOff,
    isFirst: hasNoDraft(context.text),
  };
  return { account, isDue: isUpdateDue(account.owed, occasion) };
}

type Stand = Since & {
  readonly head: Head | null;
  readonly repository: Repository;
  readonly contextPath: string | null;
};

/** As of now, in days. */
export function freshnessOf(
  { now }: Session,
  { head, repository, account, isDue, contextPath }: Stand,
): Freshness {
  const { lastUpdate, passed, owed, recent } = account;
  const isRecent = new Set(recent.map(({ commit }) => commit.sha));
  const recorded = owed.filter(({ verdict }) => verdict.record);
  const earlier = recorded.filter(({ commit }) => !isRecent.has(commit.sha)).length;
  const daysUntil = (seconds: number) =>
    lastUpdate === null ? 0 : daysBetween(Date.parse(lastUpdate.date) / 1000, seconds);
  return {
    contextFile: contextPath,
    branch: readBranch(repository),
    head: head?.sha ?? null,
    isIgnored: lastUpdate === null && contextPath !== null && isIgnored(repository.place, contextPath),
    missing: missingObjects().size,
    lastUpdate: lastUpdate === null ? null : { sha: lastUpdate.sha, date: lastUpdate.date },
    commits: passed ?? recent.length,
    seen: passed === recent.length ? undefined : recent.length,
    days: daysUntil(now.getTime() / 1000),
    daysBehind: daysUntil(head?.committedAt ?? 0),
    earlier: earlier === 0 ? undefined : earlier,
    owed: recorded.map(({ commit, message }) => ({ sha: commit.sha, subject: message.subject })).reverse(),
    isDue,
  };
}

const BRANCH = 'ref: refs/heads/';

/** Null: no branch, or one that the git directory does not tell by itself. */
function readBranch({ gitDir }: Repository): string | null {
  const [line = ''] = readGitLines(gitDir, 'HEAD');
  const name = line.startsWith(BRANCH) ? line.slice(BRANCH.length) : '';
  return name === '' || name === '.invalid' ? null : name;
}

const SECONDS_A_DAY = 86_400;

/** Whole days; both in seconds. */
export const daysBetween = (from: number, to: number): number =>
  Math.max(0, Math.floor((to - from) / SECONDS_A_DAY));
