// Questions to logs in the shapes in which decisions are kept: which decision answers first, whether it is in
// force, and why. Each file of test/fixtures/answers: lines `? question => id or title :: status :: words of
// the reason`, then its documents.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readDecisions } from '../../src/core/decisions/decisions.ts';
import { numberIn } from '../../src/core/decisions/identity.ts';
import { searchDecisions } from '../../src/core/decisions/search.ts';
import type { Decision, Document } from '../../src/core/types.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/answers');
const QUESTION = /^\? (.*?) => (.*?) :: (.*?) :: ?(.*)$/gm;

const isMeant = ({ id, title }: Decision, wanted: string): boolean =>
  /\d/.test(wanted)
    ? numberIn(id ?? '') === numberIn(wanted)
    : title.toLowerCase().includes(wanted.toLowerCase());

for (const name of readdirSync(FOLDER)) {
  const [questions = '', ...files] = readFileSync(join(FOLDER, name), 'utf8').split(/^=== /m);
  const documents = files.map((file): Document => {
    const end = file.indexOf('\n');
    return { path: file.slice(0, end), text: file.slice(end + 1) };
  });
  for (const [, question = '', wanted = '', statuses = '', reason = ''] of questions.matchAll(QUESTION))
    test(`${name}: "${question}" is answered by ${wanted}`, () => {
      const [best] = searchDecisions(readDecisions(documents), question);
      assert.ok(best, 'nothing is found');
      const { decision } = best;
      assert.ok(isMeant(decision, wanted), `got ${decision.id} ${decision.title}`);
      assert.ok(statuses.split('|').includes(decision.status), decision.status);
      const said = `${decision.title} ${decision.chosen} ${decision.rationale}`.toLowerCase();
      assert.ok(said.includes(reason.toLowerCase()), said);
    });
}

test.run();
