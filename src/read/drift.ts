// Where the context file and git disagree, as findings: what `status` counts and `check --drift` reports.

import { buildBrief } from '../core/brief/brief.ts';
import { findingsOf } from '../core/drift/findings.ts';
import type { Finding } from '../core/types.ts';
import { readBriefFacts } from './brief.ts';
import { openReader } from './reader.ts';
import type { Session } from './session.ts';

/** Warnings of HEAD. Throws Problem (3): no repository, a config with faults. */
export async function readDrift(session: Session): Promise<Finding[]> {
  const facts = await readBriefFacts(session, await openReader(session), null);
  const { warnings, freshness } = buildBrief(facts);
  return findingsOf(warnings, freshness).map((finding) => ({ ...finding, sha: freshness.head }));
}
