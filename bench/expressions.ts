// `npm run expressions`: asks recheck about every expression that has no verdict yet, and writes
// test/fixtures/expressions.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { expressions, judge, keyOf, VERDICTS, type Verdict } from '../test/helpers/expression-verdicts.ts';

const TIMEOUT = 6000;

const known: Readonly<Record<string, Verdict>> = process.argv.includes('--all')
  ? {}
  : JSON.parse(readFileSync(VERDICTS, 'utf8'));
const rows = expressions().map((one): [string, Verdict] => [
  keyOf(one),
  known[keyOf(one)] ?? judge(one, TIMEOUT),
]);
const lines = rows
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map((row) => row.map((v) => JSON.stringify(v)).join(': '));
writeFileSync(VERDICTS, `{\n  ${lines.join(',\n  ')}\n}\n`);
