// The context file as it would have been kept over a history, one commit after the other.

import type { Config } from '../config/defaults.ts';
import { isDocument } from '../config/documents.ts';
import { readDecisions } from '../decisions/decisions.ts';
import { once } from '../memo.ts';
import type { Change, Document, OwedCommit } from '../types.ts';
import type { Judgement } from '../verdict/judge.ts';
import { decideVerdict } from '../verdict/verdict.ts';
import { isUpdateDue } from './due.ts';
import { draftUpdate } from './update.ts';

/** What is carried from one commit to the next. */
export type Replay = {
  /** Null until the history has a context file. */
  readonly context: Document | null;
  readonly owed: readonly OwedCommit[];
  /** Texts of the documents as of now, by path. */
  readonly documents: ReadonlyMap<string, string>;
};

export type Step = { readonly change: Change; readonly judged: Judgement; readonly config: Config };

/** The state behind a commit. A context file that the history itself creates is taken over as it is. */
export function replayCommit(replay: Replay, step: Step): Replay {
  const documents = followDocuments(replay.documents, step.change);
  const owed = [...replay.owed, ...owedOf(step)];
  const context = replay.context ?? firstContext(step);
  if (context === null || context !== replay.context) return { context, owed: [], documents };
  const { limit } = step.config.debt;
  if (!isUpdateDue(owed, { limit, newest: step.change.commit.sha, putOff: [] }))
    return { context, owed, documents };
  const texts = [...documents].map(([path, text]) => ({ path, text }));
  const ofKind = (kind: 'phases' | 'decisions') =>
    texts.filter(({ path }) => isDocument(kind, path, step.config));
  const facts = {
    now: step.change.commit.date,
    phases: ofKind('phases'),
    decisions: once(() => readDecisions(ofKind('decisions'))),
  };
  return {
    context: { path: context.path, text: draftUpdate(context, owed, facts, step.config).text },
    owed: [],
    documents,
  };
}

// Their own updates of the file are not part of what the tool would have written, so they do not settle
// anything.
function owedOf({ change, judged, config }: Step): OwedCommit[] {
  const { commit, documents } = change;
  if (commit.sha === null || judged.weight <= 0 || (judged.needsNoRecord && !judged.changesContext))
    return [];
  const verdict = decideVerdict({ ...judged, needsNoRecord: false }, { weight: 0, limit: config.debt.limit });
  return [{ commit: { ...commit, sha: commit.sha }, message: judged.message, verdict, documents }];
}

function firstContext({ change, config }: Step): Document | null {
  const found = change.documents.find(
    ({ path, after }) => after !== null && isDocument('context', path, config),
  );
  return found === undefined ? null : { path: found.path, text: found.after ?? '' };
}

function followDocuments(
  known: ReadonlyMap<string, string>,
  { documents }: Change,
): ReadonlyMap<string, string> {
  const next = new Map(known);
  for (const { path, from, after } of documents) {
    if (from !== undefined) next.delete(from);
    if (after === null) next.delete(path);
    else next.set(path, after);
  }
  return next;
}
