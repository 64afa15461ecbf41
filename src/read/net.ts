// What a span changes as a whole: small edits that add up, a document that was moved away and written anew, a
// merge that dropped what its other side had.
import type { GateContext } from '../core/gate/context.ts';
import { judgeChange } from '../core/gate/judge.ts';
import type { RangeGate } from '../core/gate/range.ts';
import { mayConcern } from '../core/gate/triggers.ts';
import { parseMessage } from '../core/message/index.ts';
import type { ChangedFile } from '../core/types.ts';
import { describeNet } from '../core/wording/gate.ts';
import type { ReadObjects } from '../git/blobs.ts';
import type { GitPlace } from '../git/run.ts';
import { readRawChanges } from '../git/staged.ts';
import { readOne, type Wanted } from './change.ts';

/** The commits that the whole is held against, and its end. */
export type Ends = { readonly readBases: () => readonly string[]; readonly tip: string };

export type NetScene = {
  readonly place: GitPlace;
  readonly read: ReadObjects;
  readonly wanted: Wanted;
  readonly context: GateContext;
};

/** The gate of the whole, about the files that no commit of the span had to answer for: one, or nothing to
 * say. */
export async function judgeNet(
  { place, read, wanted, context }: NetScene,
  { readBases, tip }: Ends,
  gates: readonly RangeGate[],
): Promise<RangeGate[]> {
  const bases = readBases();
  if (bases.length === 0) return [];
  const files = readNetFiles(place, bases, tip).filter(isOpen(gates, context));
  if (files.length === 0) return [];
  const commit = { sha: tip, parents: bases, date: '', message: '', files };
  const gate = judgeChange(await readOne(commit, wanted, read), parseMessage(''), context);
  const findings = gate.findings.filter(({ rule }) => rule !== 'decision-style').map(describeNet);
  return findings.length === 0 ? [] : [{ sha: tip, gate: { ...gate, findings } }];
}

/** What differs from every base. */
function readNetFiles(
  place: GitPlace,
  [first = '', ...others]: readonly string[],
  tip: string,
): ChangedFile[] {
  const files = readRawChanges(place, first, tip);
  const differing = others.map((base) => new Set(readRawChanges(place, base, tip).map(({ path }) => path)));
  return files.filter(({ path }) => differing.every((paths) => paths.has(path)));
}

// What a commit decided, cited or waived is answered, and what it did not is said of it already. A decision
// that governs a file is cited in commits.
function isOpen(
  gates: readonly RangeGate[],
  { config, guards }: GateContext,
): (file: ChangedFile) => boolean {
  const answered = new Set(gates.flatMap(({ gate }) => (gate.needed ? gate.files : [])));
  const rulebook = { config, decisions: [], affects: [], guards };
  return ({ path, from = path }) =>
    [path, from].every((name) => !answered.has(name)) &&
    [path, from].some((name) => mayConcern(name, rulebook));
}
