// Where the context file and git disagree, as findings: what `status` counts, and what `check --drift`
// reports of HEAD or of a span.

import { buildBrief } from '../core/brief/brief.ts';
import { type Change, isCaused } from '../core/drift/caused.ts';
import { findingsOf } from '../core/drift/findings.ts';
import type { Finding } from '../core/types.ts';
import { readCommits } from '../git/log.ts';
import type { Span } from '../git/span.ts';
import { readWritten } from '../git/written.ts';
import { readBriefFacts } from './brief.ts';
import { openReader, type Reader } from './reader.ts';
import type { Session } from './session.ts';

/** Warnings of HEAD; of a span those that it caused. Throws Problem (3): no repository, a config with
 * faults. */
export async function readDrift(session: Session, span: Span | null = null): Promise<Finding[]> {
  const reader = await openReader(session);
  const facts = await readBriefFacts(session, reader, null);
  const { warnings, freshness } = buildBrief(facts);
  const change = span === null ? null : await readSpanChange(reader, span);
  const where = { path: freshness.contextFile ?? '', owed: freshness.owed.map(({ sha }) => sha) };
  const caused = change === null ? warnings : warnings.filter((drift) => isCaused(drift, change, where));
  return findingsOf(caused, freshness).map((finding) => ({ ...finding, sha: freshness.head }));
}

// Null: the span starts with the very first commit, and caused it all.
async function readSpanChange({ repository }: Reader, span: Span): Promise<Change | null> {
  const { place, top } = repository;
  const base = span.readBase();
  if (base === null) return null;
  const commits = new Set<string>();
  for await (const { sha } of readCommits(place, span.revisions)) commits.add(sha);
  return { commits, written: readWritten(place, base, top === null ? span.tip : null) };
}
