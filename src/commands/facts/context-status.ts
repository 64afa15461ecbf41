// Where the context file stands: which one it is, and when it last changed.
import { type LastUpdate, readLastUpdate } from '../../git/updates.ts';
import type { Session } from '../session.ts';
import { findContextFiles } from './documents.ts';
import { openReader } from './reader.ts';

export type ContextStatus = {
  /** The one that is kept; null where there is none. */
  readonly contextFile: string | null;
  /** Others that could be it. */
  readonly others: readonly string[];
  readonly lastUpdate: LastUpdate | null;
};

/** Throws Problem (3): no repository, a config with faults. */
export async function readContextStatus(session: Session): Promise<ContextStatus> {
  const { repository, config, facts } = await openReader(session);
  const { place, top } = repository;
  const [, ...others] = top === null ? [] : findContextFiles({ place, top, config });
  const contextFile = facts.contextPath;
  return {
    contextFile,
    others,
    lastUpdate: contextFile === null ? null : readLastUpdate(place, contextFile),
  };
}
