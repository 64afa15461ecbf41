// What the weights were learnt from, as a digest: of what each feature is of the textbook's commits, and of
// the word lists. A rule that changed makes another one, until `npm run learn` was run.
import { createHash } from 'node:crypto';
import * as against from '../src/core/signals/against.ts';
import * as architecture from '../src/core/signals/architecture.ts';
import * as findings from '../src/core/signals/findings.ts';
import { FEATURES } from '../src/core/signals/judgement.ts';
import { RULES } from '../src/core/signals/rules.ts';
import * as telling from '../src/core/signals/telling.ts';
import * as work from '../src/core/signals/work.ts';
import { textbook } from './folds.ts';

const lists = [against, architecture, findings, telling, work].flatMap((room) =>
  Object.entries(room).flatMap(([name, one]) => (one instanceof RegExp ? [[name, one.source]] : [])),
);

/** Sixteen hexadecimal digits. */
export function digestOfRules(): string {
  const rules = RULES.map(({ name, sign, isSure, urgentFrom }) => [name, sign, isSure, String(urgentFrom)]);
  const features = FEATURES.map(({ name, rule }) => [name, rule]);
  const values = textbook().map(({ values }) => values.map((value) => value.toFixed(4)));
  return createHash('sha256')
    .update(JSON.stringify([rules, features, lists, values]))
    .digest('hex')
    .slice(0, 16);
}
