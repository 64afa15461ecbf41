// What messages and documents claim, both ways, in the languages that are known; files of rows in
// fixtures/claims.
import { readdirSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { figures, judgeRow, KINDS, readRows } from '../../../bench/claims.ts';
import { readAllClaims, readClaims } from '../../../src/core/claims/index.ts';
import { parseMessage } from '../../../src/core/message/index.ts';
import { growthOf, HOSTILE } from '../../helpers/hostile.ts';

const FIXTURES = new URL('../../fixtures/claims/', import.meta.url);
const all = readdirSync(FIXTURES).flatMap((name) => readRows(new URL(name, FIXTURES)).map(judgeRow));
const judged = all.filter(({ row }) => row.missed !== true);

test('claims nothing that a message does not say', () => {
  assert.ok(judged.length > 400);
  assert.equal(
    all.filter(({ wrong }) => wrong.length > 0).map(({ row, wrong }) => [row.message, wrong]),
    [],
  );
});

test('finds what messages say', () => {
  const missed = judged.filter((one) => one.missed.length > 0).map(({ row }) => row.message);
  assert.equal(missed, []);
  for (const kind of KINDS) assert.is(figures(judged, kind).recall, '100.0%', kind);
});

test('what is known to be missed is still missed', () => {
  const read = all.filter(({ row, missed }) => row.missed === true && missed.length === 0);
  assert.equal(
    read.map(({ row }) => row.message),
    [],
  );
});

test('the text of a claim has neither its label nor its period', () => {
  for (const name of ['wording.jsonl', 'wording-of-others.jsonl'])
    for (const { message, says } of readRows(new URL(name, FIXTURES)).filter((row) => row.missed !== true))
      assert.equal(
        readClaims(parseMessage(message))
          .flatMap(({ id, text }) => (id === null ? [text] : []))
          .sort(),
        says.flatMap(({ id, text }) => (id === undefined ? [text] : [])).sort(),
        message,
      );
});

test('no message without a word of completion claims that a phase is done', () => {
  const rest = [
    'importer',
    'work on the parser',
    'design',
    '80%',
    '(2 of 5)',
    'tests',
    ': reads totals',
    'next to nothing',
  ];
  for (const unit of ['Phase 3', 'sprint 4', 'Фаза 2', 'フェーズ3', '阶段3', '3단계', 'la fase 2', 'Etap 5'])
    for (const words of rest)
      for (const message of [`${unit} ${words}`, `feat: ${words} ${unit}`, `feat: x\n\n- ${unit} ${words}`]) {
        const kinds = readClaims(parseMessage(message)).map(({ kind }) => kind);
        assert.not(kinds.includes('phase-done'), message);
      }
});

const SHA = '1234567890abcdef1234567890abcdef12345678';
const commit = (message: string, sha: string | null = null) => ({ sha, message: parseMessage(message) });
const kindsOf = (...commits: Parameters<typeof readAllClaims>[0]) =>
  readAllClaims(commits).flatMap((claims) => claims.map(({ kind }) => kind));

test('a revert takes back what the reverted commit claimed, and its own revert gives it again', () => {
  const done = commit('feat: complete phase 3', SHA);
  const undo = commit(`Revert "feat: complete phase 3"\n\nThis reverts commit ${SHA}.`, 'a'.repeat(40));
  const redo = commit(`Revert "Revert"\n\nThis reverts commit ${'a'.repeat(40)}.`);
  assert.equal(kindsOf(done), ['phase-done']);
  assert.equal(kindsOf(done, undo), []);
  assert.equal(kindsOf(done, undo, redo), ['phase-done']);
});

const ticked = (before: string, after: string) =>
  readClaims(parseMessage('docs: plan'), [{ path: 'TODO.md', before, after }]).map(({ kind, text }) => [
    kind,
    text,
  ]);

test('a box that was open and is ticked is done; one that came ticked is not claimed', () => {
  assert.equal(ticked('- [ ] a\n- [ ] b\n- [x] c\n', '- [x] a\n- [ ] b\n- [x] c\n- [x] d\n'), [
    ['done', 'a'],
  ]);
  assert.equal(ticked('- [x] a\n', '- [ ] a\n'), []);
});

test('a commit that ticks 10,000 boxes claims a bounded number', () => {
  const list = (mark: string) =>
    Array.from({ length: 10_000 }, (_, index) => `- [${mark}] item ${index}\n`).join('');
  assert.is(ticked(list(' '), list('x')).length, 200);
});

for (const shape of ['subject', 'body'] as const)
  test(`a ${shape} of any shape takes time in proportion to its length`, () => {
    for (const part of HOSTILE) {
      const read = (text: string) =>
        readClaims(
          parseMessage(shape === 'subject' ? text : `feat: x\n\n${text.replace(/(.{1000})/g, '$1\n')}`),
        );
      const { ratio, large } = growthOf((text) => void read(text), part, 100_000);
      assert.ok(ratio < 32, `${JSON.stringify(part)}: x${ratio.toFixed(1)}, ${large.toFixed(0)} ms`);
    }
  });

test.run();
