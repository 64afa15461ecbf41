// What the judgement of this repository's commits needs besides the commits.

import type { Config } from '../core/config/defaults.ts';
import { readDecisions } from '../core/decisions/decisions.ts';
import { readTemplates } from '../core/decisions/templates.ts';
import { type GateContext, gateContext } from '../core/gate/context.ts';
import { once } from '../core/memo.ts';
import type { Document } from '../core/types.ts';
import type { JudgeFacts } from '../core/verdict/judge.ts';

type Recorded = {
  readonly config: Config;
  /** The documents that may hold decisions; asked for at most once, and only by the gate. */
  readonly documents: () => readonly Document[];
  /** As in GateContext. */
  readonly affects?: readonly string[] | undefined;
};

type Wanted = Recorded & { readonly contextPath: string | null };

export const judgeFacts = ({ contextPath, ...recorded }: Wanted): JudgeFacts => ({
  ...readLater(recorded),
  contextPath,
});

/** For the gate alone. */
export const gateFacts = (recorded: Recorded): GateContext =>
  gateContext({ ...readLater(recorded), isLazy: true });

function readLater({ config, documents, affects }: Recorded) {
  const known = once(documents);
  return {
    config,
    affects,
    decisions: once(() => readDecisions(known())),
    templates: once(() => readTemplates(known())),
  };
}
