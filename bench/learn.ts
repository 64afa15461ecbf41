// `npm run learn [-- PATH ...]`: learns what each feature of a commit weighs from labelled commits and from
// bench/readings.jsonl, and writes src/core/signals/weights.json. Run again on the same rows it writes the
// same bytes.
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { digestOfRules } from './digest.ts';
import { crossValidate, learn, learntOf, scoreFlagging } from './folds.ts';
import { CORPUS, judge, readLabelled } from './labelled.ts';

/**
 * Of the commits that deserve no record, how many may be flagged in repositories that nothing was learnt
 * from.
 */
const FLAGGED = 0.069;

const file = fileURLToPath(new URL('../src/core/signals/weights.json', import.meta.url));

const given = process.argv.slice(2);
const paths = given.length > 0 ? given : CORPUS;
const absent = paths.filter((path) => !existsSync(path));
if (absent.length === 0) {
  const rows = paths.flatMap(readLabelled).map((row) => judge(row));
  const enough = scoreFlagging(FLAGGED, crossValidate(rows));
  const learnt = { rules: digestOfRules(), ...learntOf(learn(rows), enough) };
  writeFileSync(file, `${JSON.stringify(learnt, null, 2).replace(/\[\s+(\S+)\s+(\S+)\s+\]/g, '[$1 $2]')}\n`);
  console.log(`${file}: ${Object.keys(learnt.features).length} features of ${rows.length} commits`);
} else {
  console.error(`learn: no labelled commits at ${absent.join(', ')}; usage: npm run learn -- PATH ...`);
  process.exitCode = 2;
}
