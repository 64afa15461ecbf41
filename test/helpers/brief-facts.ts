// The facts of a brief over one context file, for tests of what is told of it.
import type { BriefFacts } from '../../src/core/brief/facts.ts';
import { DEFAULTS, type DocumentKind } from '../../src/core/config/defaults.ts';
import { readContext } from '../../src/core/context/context.ts';

export const NOTHING_PRESENT = Object.fromEntries(
  Object.keys(DEFAULTS.documents).map((kind) => [kind, []]),
) as unknown as Record<DocumentKind, readonly string[]>;

export const factsOf = (text: string | null, more: Partial<BriefFacts> = {}): BriefFacts => ({
  document: text === null ? null : { path: 'SESSION_CONTEXT.md', context: readContext(text) },
  freshness: {
    contextFile: text === null ? null : 'SESSION_CONTEXT.md',
    branch: 'main',
    head: '0123456789abcdef0123456789abcdef01234567',
    lastUpdate: { sha: 'fedcba9876543210', date: '2026-01-02T03:04:05Z' },
    commits: 2,
    days: 1,
    daysBehind: 0,
    owed: [{ sha: 'aaaaaaaaaa', subject: 'feat: a' }],
    isDue: false,
  },
  present: NOTHING_PRESENT,
  phases: [],
  plans: [],
  decisions: [],
  commits: [],
  lost: [],
  task: null,
  pause: { days: 0, pins: [] },
  config: DEFAULTS,
  ...more,
});
