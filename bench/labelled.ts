// Labelled commits as the classifier sees them: message and file list only.
import { readFileSync } from 'node:fs';
import { DEFAULTS } from '../src/core/config/defaults.ts';
import { parseMessage } from '../src/core/message/index.ts';
import { scaled } from '../src/core/signals/features.ts';
import { judgeBy, type Reading, readCommit, weigh } from '../src/core/signals/index.ts';
import { FEATURES, SHIPPED } from '../src/core/signals/judgement.ts';
import type { ChangedFile, Signal } from '../src/core/types.ts';

export type LabelledCommit = {
  readonly sha: string;
  readonly repo: string;
  readonly date: string;
  readonly message: string;
  readonly files: readonly ChangedFile[];
  readonly record: boolean;
  readonly kinds: readonly string[];
};

export type Judged = {
  readonly row: LabelledCommit;
  readonly signals: readonly Signal[];
  /** What the shipped weights say. */
  readonly weight: number;
  readonly record: boolean;
  readonly reading: Reading;
  /** Of each feature, in the order of FEATURES. */
  readonly values: readonly number[];
};

/** Where the labelled commits are, unless paths are given. */
export const CORPUS: readonly string[] = [
  '../shared/corpus/dev-labelled.jsonl',
  '../shared/corpus/dev-labelled-2.jsonl',
];

export function readLabelled(path: string): LabelledCommit[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as LabelledCommit);
}

export function judge(row: LabelledCommit): Judged {
  const { sha, date, message, files } = row;
  // A row does not tell its parents; one of them makes it an ordinary commit.
  const change = { commit: { sha, parents: ['unknown'], date, message, files }, documents: [] };
  const reading = readCommit(change, parseMessage(message), DEFAULTS);
  const signals = judgeBy(SHIPPED, reading);
  const values = FEATURES.map((feature) => scaled(feature, feature.of(reading.facts, reading.measured)));
  return { row, signals, ...weigh(signals), reading, values };
}
