// Judges one commit by what it says and what it changes.
import type { Config } from '../config/defaults.ts';
import { type GuardBook, gateContext } from '../gate/context.ts';
import { judgeGate } from '../gate/judge.ts';
import { memoize } from '../memo.ts';
import { parseMessage, trailersNamed } from '../message/index.ts';
import { findSignals, weigh } from '../signals/index.ts';
import type { Change, Decision, Gate, Message, Signal } from '../types.ts';
import { isUpkeep, readUpdate } from './recorded.ts';
import type { Judged } from './verdict.ts';

export type JudgeFacts = {
  readonly config: Config;
  /** The decisions as they were before the change; read at most once. */
  readonly decisions: () => readonly Decision[];
  /** What their documents hold only to be copied, as `readTemplates` gives it. */
  readonly templates?: () => ReadonlySet<string>;
  /** Null where the repository has no context file. */
  readonly contextPath: string | null;
  /** As in GateContext. */
  readonly isLazy?: boolean;
  /** As in GateContext. */
  readonly affects?: readonly string[] | undefined;
  /** As in GateContext; where guards are asked for. */
  readonly guards?: (() => GuardBook) | undefined;
};

const contextOf = memoize((facts: JudgeFacts) => gateContext(facts), 4);

export type Judgement = Judged & { readonly message: Message };

export function judgeChange(change: Change, facts: JudgeFacts): Judgement {
  const message = parseMessage(change.commit.message);
  const found = findSignals(change, message, facts.config);
  const gate = judgeGate(change, message, contextOf(facts));
  // A guard stops a commit and owes no record: what is owed is found without reading what guards look at.
  const isGuarded = (facts.guards?.().inForce.length ?? 0) > 0;
  const owed = isGuarded ? judgeGate(change, message, gateContext({ ...facts, guards: undefined })) : gate;
  const signals = withGate(found, owed, facts.config);
  const isOwnUpdate = changesContext(change, facts);
  const { files, parents } = change.commit;
  const needsNoRecord =
    isOwnUpdate ||
    parents.length > 1 ||
    isSkipped(message) ||
    isUpkeep(files, facts.contextPath === null ? [] : [facts.contextPath]);
  return { message, signals, gate, ...weigh(signals), needsNoRecord, changesContext: isOwnUpdate };
}

/** What needs a decision is worth a record, and nothing that speaks against one outweighs that. */
const GATE_WEIGHT = 3;

function withGate(
  signals: readonly Signal[],
  { needed, files, decision, waiver }: Gate,
  config: Config,
): readonly Signal[] {
  if (!needed || config.signals.architecture?.off === true) return signals;
  const reason = decision === null ? waiver : `${decision.id ?? ''} ${decision.title}`.trim();
  const others = signals.filter(({ rule }) => rule !== 'architecture');
  return [
    { rule: 'architecture', weight: GATE_WEIGHT, isUrgent: true, evidence: { kind: 'gate', files, reason } },
    ...others,
  ];
}

const isSkipped = (message: Message): boolean =>
  trailersNamed(message, 'handoff').some((value) => value.toLowerCase() === 'skip');

/** A commit that carries an entry for others is judged by itself. */
function changesContext({ commit, documents }: Change, { contextPath }: JudgeFacts): boolean {
  if (!commit.files.some(({ path }) => path === contextPath)) return false;
  const document = documents.find(({ path }) => path === contextPath);
  return document === undefined || readUpdate(document.before, document.after).isOwn;
}
