// What fits into an entry: details that share a line, small changes in words, what was taken back, days that
// are long.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { draftUpdate } from '../../../src/core/draft/update.ts';
import { type CommitFact, draftFacts, owedCommit } from './facts.ts';

const FILE = '# S\n\n## Current State\n\nWorks.\n\n## Update Log\n\n**2026-06-01:**\n- Started\n';
const shaOf = (at: number) => `${(at + 4096).toString(16)}b2c3d`.repeat(5).slice(0, 40);
const NOW = '2026-06-05T09:07:00+00:00';

function draft(messages: readonly (string | CommitFact)[], text = FILE, from = 0): string {
  const commits = messages.map(
    (one, at): CommitFact =>
      typeof one === 'string'
        ? { sha: shaOf(from + at), message: one, record: true, weight: 2, files: [`src/p${from + at}/a.ts`] }
        : one,
  );
  const facts = draftFacts({ now: NOW, commits });
  return draftUpdate({ path: 'C.md', text }, commits.map(owedCommit), facts, DEFAULTS).text;
}

const entryOf = (text: string) =>
  (/\*\*2026-06-05:\*\*\n([\s\S]*?)\n\n/.exec(text)?.[1] ?? '')
    .replace(/ \([0-9a-f]{7}(?:, [0-9a-f]{7})*\)/g, '')
    .split('\n');

test('a commit that has more to say than lines says the rest on its last line', () => {
  const points = Array.from(
    { length: 14 },
    (_, at) => `- Reads the gauge of lock number ${at + 1} ${'by the hour and '.repeat(8)}`,
  );
  const lines = entryOf(draft([`feat: read gauges\n\n${points.join('\n')}`]));
  assert.is(lines.length, 11);
  assert.match(lines.at(-1) ?? '', /lock number 10 .*; Reads .* 11 /);
});

test('short details share a line, a few stand alone', () => {
  const told = (count: number) =>
    entryOf(
      draft([
        `feat: read gauges\n\n${Array.from({ length: count }, (_, at) => `- Reads the gauge of lock ${at}`).join('\n')}`,
      ]),
    );
  assert.is(told(3).length, 4);
  assert.match(told(4)[1] ?? '', /lock 0; Reads the gauge of lock 1; .* lock 3$/);
});

test('steps that every phase has are one line', () => {
  const lines = entryOf(
    draft([
      'docs(01): create phase plan\n\n- 3 tasks defined',
      'docs(02): create phase plan',
      'feat(02): read the gauges',
    ]),
  );
  assert.ok(lines.includes('- 01: create phase plan; 02: create phase plan'), lines.join('\n'));
});

test('where lines are few a commit says its first detail behind its subject', () => {
  const many = Array.from(
    { length: 20 },
    (_, at) => `feat(m${at}): read gauge ${at}\n\n- Counts the ships of lock ${at} by the hour`,
  );
  const lines = entryOf(draft(many));
  assert.ok(lines.length <= 20, String(lines.length));
  assert.ok(lines.filter((line) => /— Counts the ships/.test(line)).length > 10, lines.join('\n'));
});

for (const subject of [
  'revert: smooth with a filter',
  'revert: feat: smooth with a filter',
  'Revert "feat: smooth with a filter"',
])
  test(`a revert without an id is found by the subject: ${subject}`, () => {
    const entry = entryOf(draft(['feat: smooth with a filter', subject])).join('\n');
    assert.is(entry.match(/smooth/gi)?.length, 1, entry);
    assert.match(entry, /revert/i);
  });

test('a commit and its revert are one line with both ids, and a revert taken back is none', () => {
  const sha = shaOf(0);
  const revert = `Revert "feat: smooth with a filter"\n\nThis reverts commit ${sha}.`;
  const text = draft(['feat: smooth with a filter\n\nGotcha: the filter needs noise', revert]);
  assert.equal(entryOf(text), ['- Revert "feat: smooth with a filter"']);
  assert.match(text, `(${sha.slice(0, 7)}, ${shaOf(1).slice(0, 7)})`);
  const back = `Reapply "feat: smooth with a filter"\n\nThis reverts commit ${shaOf(1)}.`;
  assert.ok(entryOf(draft(['feat: smooth with a filter', revert, back])).includes('- Smooth with a filter'));
});

test('a subject that says nothing is no point beside others', () => {
  const small = (at: number, message: string): CommitFact => ({
    sha: shaOf(at),
    message,
    record: false,
    weight: 0.2,
    files: ['src/a.ts'],
  });
  const text = draft([small(0, 'wip'), small(1, 'tidy the gauges of the north'), small(2, 'asdf')]);
  assert.equal(entryOf(text), ['- Tidy the gauges of the north']);
  for (const at of [0, 1, 2]) assert.ok(text.includes(shaOf(at).slice(0, 7)), String(at));
});

test('a day stays one entry, and a long one takes what weighs without its details', () => {
  let text = FILE;
  for (let at = 0; at < 13; at++)
    text = draft([`feat: read gauge ${at}\n\n- One\n- Counts the ships of lock ${at}`], text, at);
  assert.is(text.match(/\*\*2026-06-05:\*\*/g)?.length, 1);
  assert.match(text, '- Read gauge 12 (');
  assert.not.match(text, 'lock 12');
});

test.run();
