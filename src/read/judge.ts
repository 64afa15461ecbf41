// What the judgement of this repository's commits needs besides the commits.

import type { Config } from '../core/config/defaults.ts';
import { mayDecideIn } from '../core/config/documents.ts';
import { readDecisions } from '../core/decisions/decisions.ts';
import { readTemplates } from '../core/decisions/templates.ts';
import { type GateContext, type GuardBook, gateContext } from '../core/gate/context.ts';
import type { Guard, Pattern } from '../core/guards/guard.ts';
import { once } from '../core/memo.ts';
import type { Document } from '../core/types.ts';
import type { JudgeFacts } from '../core/verdict/judge.ts';
import { createMatch } from '../effects/patterns.ts';

type Recorded = Pick<GateContext, 'settings'> & {
  readonly config: Config;
  /** The documents that may hold decisions; asked for at most once, and only by the gate. */
  readonly documents: () => readonly Document[];
  /** As in GateContext. */
  readonly affects?: readonly string[] | undefined;
};

type Wanted = Recorded & { readonly contextPath: string | null };

/** Without guards: what breaks one is stopped, or found by `check`; it says nothing of what is worth a
 * record. */
export const judgeFacts = ({ contextPath, ...recorded }: Wanted): JudgeFacts => ({
  ...readLater(recorded),
  contextPath,
});

/** For the gate alone. `guards`: those in force; asked for at most once. */
export const gateFacts = (recorded: Recorded & { readonly guards: () => readonly Guard[] }): GateContext =>
  gateContext({
    ...readLater(recorded),
    guards: once(() => guardBook(recorded.guards())),
    isLazy: true,
  });

/** The documents that hold decisions, among those that guards are read from. */
export const recordsAmong = (documents: readonly Document[], config: Config): Document[] =>
  documents.filter(({ path }) => mayDecideIn(path, config));

/** What a change of code is held against. */
export function guardBook(inForce: readonly Guard[]): GuardBook {
  const slow: Pattern[] = [];
  return { inForce, match: createMatch((pattern) => slow.push(pattern)), slow };
}

function readLater({ config, settings, documents, affects }: Recorded) {
  const all = once(documents);
  const known = once(() => recordsAmong(all(), config));
  return {
    config,
    settings,
    affects,
    decisions: once(() => readDecisions(known())),
    templates: once(() => readTemplates(known())),
  };
}
