// Where the context file stands: which one it is, when it last changed, and what it owes.

import { GUARD_KINDS } from '../core/config/documents.ts';
import { rootOf } from '../core/context/territories.ts';
import { unknownIdsOf } from '../core/draft/unknown-ids.ts';
import { guardFaults, listGuards } from '../core/guards/force.ts';
import type { Finding, Tracking } from '../core/types.ts';
import type { Debt } from '../core/wording/status.ts';
import { readBranch } from '../git/head.ts';
import { readCommitId } from '../git/repository.ts';
import { readWorkDocuments } from './documents.ts';
import { readDrift } from './drift.ts';
import { readLedger, trackingOf } from './ledger.ts';
import { isDraftPending } from './memory.ts';
import { openProject } from './project.ts';
import type { Session } from './session.ts';
import { findContextFiles, findHome, findLeftOut, readTerritories } from './territories.ts';

export type ContextStatus = {
  /** The one that is kept; null where there is none. */
  readonly contextFile: string | null;
  /** Others that could be it. */
  readonly others: readonly string[];
  /** Those of other directories. */
  readonly elsewhere: readonly string[];
  readonly tracking: Tracking;
  readonly lastUpdate: { readonly sha: string; readonly date: string } | null;
  /** Null where there is no context file, or no commit. */
  readonly debt: Debt | null;
  /** Ids in a pending draft whose commits are not in this history. */
  readonly unknownIds: readonly string[];
  /** Set where the file is a draft of ours that is not committed. */
  readonly pending: { readonly branch: string | null } | null;
  /** Where the file and git disagree, besides the debt. */
  readonly warnings: number;
  /** Of its documents, as on disk. */
  readonly guardFaults: readonly Finding[];
};

/** Throws Problem (3): no work tree, a config with faults, a context file that is no text. */
export async function readContextStatus(session: Session): Promise<ContextStatus> {
  const project = await openProject(session);
  const home = findHome(session, project);
  const contextFile = home?.contextPath;
  const leftOut = home === null ? findLeftOut(project) : null;
  const isOther = (path: string) => path !== contextFile;
  const others = findContextFiles(project).filter((path) => isOther(path) && rootOf(path) === home?.root);
  const elsewhere = readTerritories(project).flatMap(({ path }) => (isOther(path) ? path : []));
  const { invalid } = listGuards(readWorkDocuments(project, GUARD_KINDS), project.config);
  const faults = guardFaults(invalid, []);
  if (home === null || contextFile === undefined || readCommitId(project.place, 'HEAD') === null)
    return {
      ...NO_CONTEXT,
      contextFile: contextFile ?? leftOut,
      others,
      elsewhere,
      tracking: leftOut === null ? 'uncommitted' : 'left-out',
      guardFaults: faults,
    };
  const { lastUpdate, listed, owed, weight, context } = await readLedger(home, {
    most: Number.POSITIVE_INFINITY,
  });
  const tracking = trackingOf(project, context);
  return {
    contextFile,
    others,
    elsewhere,
    tracking,
    lastUpdate: lastUpdate === null ? null : { sha: lastUpdate.sha, date: lastUpdate.date },
    debt: tracking === 'ignored' ? null : { commits: owed.length, weight, limit: project.config.debt.limit },
    unknownIds: unknownIdsOf(context, listed),
    pending: isDraftPending(project, contextFile) ? { branch: readBranch(project.place) } : null,
    warnings: (await readDrift(session)).filter(({ rule }) => rule !== 'behind').length,
    guardFaults: faults,
  };
}

/** What a bare repository has of all that. */
export const NO_CONTEXT: ContextStatus = {
  contextFile: null,
  others: [],
  elsewhere: [],
  tracking: 'uncommitted',
  lastUpdate: null,
  debt: null,
  unknownIds: [],
  pending: null,
  warnings: 0,
  guardFaults: [],
};
