// Labelled commits as the classifier sees them: message and file list only.
import { readFileSync } from 'node:fs';
import { DEFAULTS } from '../src/core/config/defaults.ts';
import { parseMessage } from '../src/core/message/index.ts';
import { findSignals, RULES, weigh } from '../src/core/signals/index.ts';
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
  /** What each rule found, as a share of its weight, in the order of RULES. */
  readonly strengths: readonly number[];
};

export function readLabelled(path: string): LabelledCommit[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as LabelledCommit);
}

export function judge(row: LabelledCommit): Judged {
  const { sha, date, message, files } = row;
  // A row does not tell its parents; one of them makes it an ordinary commit.
  const commit = { sha, parents: ['unknown'], date, message, files };
  const signals = findSignals({ commit, documents: [] }, parseMessage(message), DEFAULTS);
  const strengths = RULES.map(
    ({ name, weight }) => (signals.find(({ rule }) => rule === name)?.weight ?? 0) / weight,
  );
  return { row, signals, ...weigh(signals), strengths };
}
