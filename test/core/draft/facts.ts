// Owed commits and facts as fixtures write them.
import { readFileSync } from 'node:fs';
import type { DraftFacts } from '../../../src/core/draft/index.ts';
import { parseMessage } from '../../../src/core/message/index.ts';
import type { Decision, Document, DocumentChange, OwedCommit, Signal } from '../../../src/core/types.ts';

export type CommitFact = {
  readonly sha: string;
  readonly message: string;
  readonly record: boolean;
  readonly weight: number;
  readonly files: readonly string[];
  /** Which of them it made. */
  readonly made?: readonly string[];
  readonly documents?: readonly DocumentChange[];
  readonly signals?: readonly Signal[];
};

export type Facts = {
  readonly now: string;
  readonly commits: readonly CommitFact[];
  readonly phases?: readonly Document[];
  readonly decisions?: readonly Decision[];
  readonly answers?: DraftFacts['answers'];
};

export const readFacts = (url: URL): Facts => JSON.parse(readFileSync(url, 'utf8'));

export const draftFacts = ({ now, phases = [], decisions = [], answers }: Facts): DraftFacts => ({
  now,
  phases,
  decisions: () => decisions,
  answers,
});

export function owedCommit({ sha, message, record, weight, files, ...more }: CommitFact): OwedCommit {
  const changed = files.map((path) => {
    const status = more.made?.includes(path) ? ('A' as const) : ('M' as const);
    return { path, status, added: 20, deleted: 2 };
  });
  const documents = more.documents ?? [];
  const gate = {
    needed: false,
    satisfiedBy: null,
    files: [],
    findings: [],
    decision: null,
    waiver: null,
  };
  return {
    commit: { sha, parents: ['0'.repeat(40)], date: '2026-06-05T09:00:00+02:00', message, files: changed },
    message: parseMessage(message),
    verdict: { kind: 'record', record, weight, signals: more.signals ?? [], gate, needsNoRecord: false },
    documents,
  };
}
