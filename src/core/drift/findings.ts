// What drifted, as `check` and `--json` report it.
import type { Finding } from '../types.ts';
import { describeDrift, fixFor } from '../wording/drift.ts';
import type { Drift } from './facts.ts';

export const findingsOf = (
  drifts: readonly Drift[],
  { contextFile: path }: { readonly contextFile: string | null },
): Finding[] =>
  drifts.map((drift) => ({
    sha: null,
    rule: drift.rule,
    level: 'warning',
    path,
    line: drift.line,
    message: describeDrift(drift),
    fix: fixFor(drift),
  }));
