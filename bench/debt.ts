// `node --import tsx bench/debt.ts [FOLDER]`: how often each debt limit prompts on real histories, and how
// much it leaves unrecorded, so that the default is chosen on data.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULTS } from '../src/core/config/defaults.ts';
import { isDocument } from '../src/core/config/documents.ts';
import { parseMessage } from '../src/core/message/index.ts';
import { findSignals, weigh } from '../src/core/signals/index.ts';
import type { ChangedFile, Gate } from '../src/core/types.ts';
import { debtAfter, decideVerdict, isUrgent, type Judged } from '../src/core/verdict/verdict.ts';

type Exported = { readonly sha: string; readonly message: string; readonly files: readonly ChangedFile[] };

const LIMITS = [0, 2, 4, 5, 6, 7, 8, 9, 10, 12, 15];
const NO_GATE: Gate = {
  needed: false,
  satisfiedBy: null,
  files: [],
  findings: [],
  decision: null,
  waiver: null,
};

function judge({ sha, message, files }: Exported): Judged {
  const parsed = parseMessage(message);
  const commit = { sha, parents: ['unknown'], date: '', message, files };
  const signals = findSignals({ commit, documents: [] }, parsed, DEFAULTS);
  const changesContext = files.some(({ path }) => isDocument('context', path, DEFAULTS));
  const needsNoRecord = changesContext || parsed.kind === 'merge';
  return { signals, ...weigh(signals), gate: NO_GATE, changesContext, needsNoRecord };
}

/** Prompts, and the most deserving commits that were unrecorded at one time. */
function replay(judged: readonly Judged[], limit: number): { prompts: number; longest: number } {
  let [weight, waiting, prompts, longest] = [0, 0, 0, 0];
  for (const one of judged) {
    const verdict = decideVerdict(one, { weight, limit });
    weight = debtAfter(weight, one, verdict);
    if (verdict.kind === 'record') prompts += 1;
    waiting =
      verdict.kind === 'record' || one.changesContext
        ? 0
        : waiting + Number(one.record && !one.needsNoRecord);
    longest = Math.max(longest, waiting);
  }
  return { prompts, longest };
}

const per100 = (count: number, all: readonly Judged[]): string =>
  ((100 * count) / all.length).toFixed(1).padStart(5);

const folder = process.argv[2] ?? '../shared/real';
for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl'))) {
  const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
  const exported = lines.map((line) => JSON.parse(line) as Exported);
  // Once as the team kept the file itself, once as if nobody had ever touched it.
  for (const kept of [true, false]) {
    const judged = exported
      .map(judge)
      .map((one) => (kept ? one : { ...one, changesContext: false, needsNoRecord: false }));
    const urgent = judged.filter((one) => isUrgent(one) && !one.needsNoRecord).length;
    const deserving = judged.filter(({ record }) => record).length;
    console.log(
      `${file}, ${kept ? 'as the team kept it' : 'never kept by hand'}: ${judged.length} commits, per 100: ${per100(deserving, judged)} deserving, ${per100(urgent, judged)} urgent`,
    );
    for (const limit of LIMITS) {
      const { prompts, longest } = replay(judged, limit);
      console.log(
        `  limit ${String(limit).padStart(2)}  prompts per 100 ${per100(prompts, judged)}   longest run unrecorded ${longest}`,
      );
    }
  }
}
