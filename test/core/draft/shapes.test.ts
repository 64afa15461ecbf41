// Every shape of a context file, before and after a draft; and what holds for all of them.
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { draftUpdate } from '../../../src/core/draft/update.ts';
import { type CommitFact, draftFacts, type Facts, owedCommit, readFacts } from './facts.ts';
import { lostLines } from './untouched.ts';

const folder = new URL('../../fixtures/draft/', import.meta.url);
const contexts = new URL('../../fixtures/contexts/', import.meta.url);

const read = (url: URL) => readFileSync(url, 'utf8');

const draft = (text: string, facts: Facts) =>
  draftUpdate(
    { path: 'SESSION_CONTEXT.md', text },
    facts.commits.map(owedCommit),
    draftFacts(facts),
    DEFAULTS,
  );

const windows = (text: string) => text.replaceAll('\n', '\r\n');
const unended = (text: string) => text.replace(/\n+$/, '');

function checkInvariants(before: string, facts: Facts): void {
  const { text: after } = draft(before, facts);
  assert.is(
    draft(after, { ...facts, now: '2026-07-01T00:00:00+00:00' }).text,
    after,
    'a second draft is empty',
  );
  assert.is(draft(windows(before), facts).text, windows(after), 'the same under CRLF');
  assert.is(draft(unended(before), facts).text, unended(after), 'the same without a final newline');
  assert.is(draft(`\uFEFF${before}`, facts).text, `\uFEFF${after}`, 'the same behind a byte order mark');
  for (let count = 1; count < facts.commits.length; count++) {
    const first = draft(before, { ...facts, commits: facts.commits.slice(0, count), answers: undefined });
    if (facts.answers === undefined)
      assert.is(draft(first.text, facts).text, after, `${count} commits first`);
  }
}

for (const name of readdirSync(folder).sort()) {
  const facts = readFacts(new URL(`${name}/facts.json`, folder));
  const before = read(new URL(`${name}/before.md`, folder));
  test(`drafts as the author would have written: ${name}`, () => {
    assert.is(draft(before, facts).text, read(new URL(`${name}/after.md`, folder)));
  });
  if (before !== '') test(`leaves every other byte alone: ${name}`, () => checkInvariants(before, facts));
}

const COMMITS: readonly CommitFact[] = [
  {
    sha: '1a2b3c4d'.repeat(5),
    message: 'feat(importer): add a CSV reader\n\n- Reads files of 2 GB\n\nGotcha: Excel writes a BOM',
    record: true,
    weight: 2,
    files: ['src/csv.ts'],
  },
  {
    sha: '2b3c4d5e'.repeat(5),
    message: 'fix: off by one',
    record: false,
    weight: 0.3,
    files: ['src/csv.ts'],
  },
];

for (const name of readdirSync(contexts)) {
  const before = read(new URL(name, contexts));
  const facts: Facts = { now: '2026-06-05T09:07:03+02:00', commits: COMMITS };
  test(`leaves every other byte alone in a real file: ${name}`, () => {
    checkInvariants(before, facts);
    const lost = lostLines(before, draft(before, facts).text);
    assert.ok(lost.length <= 1 && lost.every((line) => /\d{4}-\d\d-\d\d/.test(line)), lost.join(''));
  });
}

for (const [name, text] of [
  ['conflict markers', '# A\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n'],
  ['bytes that are no UTF-8', '# A\n\ncaf\ufffd\n'],
  ['NUL bytes', '# A\0\n'],
] as const) {
  test(`refuses a file with ${name}`, () => {
    const facts: Facts = { now: '2026-06-05T09:07:03+02:00', commits: COMMITS };
    assert.throws(() => draft(text, facts), /no update was drafted/);
  });
}

test.run();
