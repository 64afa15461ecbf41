// Labelled commits of further public repositories as what the features measure of them: numbers and the
// reader's verdict, no message and no path. `node --import tsx bench/readings.ts PATH ...` measures rows anew
// (PATH as for `npm run eval`). What the cross-validation judges is never learnt from them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FEATURES } from '../src/core/signals/judgement.ts';
import { judge, readLabelled } from './labelled.ts';
import type { Example } from './logistic.ts';

export type Measured = Example & { readonly repo: string };

/** Repository and commit, whether it deserves a record, and place and value of what is not 0. */
type Line = readonly [repo: string, sha: string, record: 0 | 1, values: readonly number[]];

const file = fileURLToPath(new URL('./readings.jsonl', import.meta.url));

/** In the order of FEATURES; of a feature that was not there when they were measured, nothing is known: 0. */
export function readReadings(): Measured[] {
  const [head = '[]', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const places = new Map(FEATURES.map(({ name }, at) => [name, at]));
  const placeOf = (JSON.parse(head) as string[]).map((name) => places.get(name));
  return lines.map((line) => {
    const [repo, , record, pairs] = JSON.parse(line) as Line;
    const values = new Array<number>(FEATURES.length).fill(0);
    for (let at = 0; at < pairs.length; at += 2) {
      const place = placeOf[pairs[at] ?? 0];
      if (place !== undefined) values[place] = pairs[at + 1] ?? 0;
    }
    return { repo, values, isYes: record === 1 };
  });
}

function lineOf({ row, values }: ReturnType<typeof judge>): Line {
  const pairs = values.flatMap((value, at) => (value === 0 ? [] : [at, Number(value.toFixed(3))]));
  return [row.repo, row.sha.slice(0, 10), row.record ? 1 : 0, pairs];
}

function measure(paths: readonly string[]): void {
  const rows = paths.flatMap(readLabelled).map((row) => lineOf(judge(row)));
  const head = FEATURES.map(({ name }) => name);
  writeFileSync(file, `${[head, ...rows].map((line) => JSON.stringify(line)).join('\n')}\n`);
  console.log(`${file}: ${rows.length} commits of ${new Set(rows.map(([repo]) => repo)).size} repositories`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = process.argv.slice(2);
  const absent = given.filter((path) => !existsSync(path));
  if (given.length > 0 && absent.length === 0) measure(given);
  else {
    console.error(
      `readings: no labelled commits at ${absent.join(', ') || 'no path'}; usage: readings.ts PATH ...`,
    );
    process.exitCode = 2;
  }
}
