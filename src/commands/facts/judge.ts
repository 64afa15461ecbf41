// What the judgement of this repository's commits needs besides the commits.
import type { Config } from '../../core/config/defaults.ts';
import { readDecisions } from '../../core/decisions/decisions.ts';
import { readTemplates } from '../../core/decisions/templates.ts';
import { once } from '../../core/memo.ts';
import type { Document } from '../../core/types.ts';
import type { JudgeFacts } from '../../core/verdict/judge.ts';
import type { Memory } from './memory.ts';

type Wanted = {
  readonly config: Config;
  readonly gateConfig?: Config;
  readonly contextPath: string | null;
  readonly memory: Memory;
  /** The documents that may hold decisions; asked for at most once, and only by the gate. */
  readonly documents: () => readonly Document[];
};

export function judgeFacts({
  config,
  gateConfig = config,
  contextPath,
  memory,
  documents,
}: Wanted): JudgeFacts {
  const known = once(documents);
  return {
    config,
    gateConfig,
    contextPath,
    decisions: once(() => readDecisions(known())),
    templates: once(() => readTemplates(known())),
    draftBlobs: new Set(memory.drafts.map(({ blob }) => blob)),
  };
}
