// A commit in one line, and what its body adds, in the author's own words.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { areaOf, detailsOf, phraseOf } from '../../../src/core/draft/phrase.ts';
import { wordsOf } from '../../../src/core/wording/draft.ts';
import { owedCommit } from './facts.ts';

const commit = (message: string, files: readonly string[] = [], text = '') =>
  owedCommit({
    sha: '1a2b3c4d'.repeat(5),
    message,
    record: true,
    weight: 1,
    files,
    signals:
      text === '' ? [] : [{ rule: 'gotcha', weight: 1, isUrgent: false, evidence: { kind: 'quote', text } }],
  });

for (const [message, phrase] of [
  ['feat: add a reader', 'Add a reader'],
  ['feat(importer): add a reader', 'Importer: add a reader'],
  ['feat(importer): importer reads CSV', 'Importer reads CSV'],
  ['feat(phase5.1): add search', 'Add search'],
  ['fix: empty list crashes', 'Fix: empty list crashes'],
  ['fix(api): empty list crashes', 'Fix (api): empty list crashes'],
  ['fix: prevent a crash on an empty list', 'Prevent a crash on an empty list'],
  ['[skip ci] Release 2.0', 'Release 2.0'],
  ['feat: readFile() takes a signal', 'readFile() takes a signal'],
  ['Phase 2: Navigation tools (peek, grep)', 'Phase 2: Navigation tools (peek, grep)'],
  ['Next: wire the planner', 'Next: wire the planner'],
  ['Rejected: two queues', 'Rejected: two queues'],
  ['Verworfen: zwei Kanäle', 'Verworfen: zwei Kanäle'],
  ['plan: phase 3 complete', 'Plan: phase 3 complete'],
  ['draft: all of sprint 4 done', 'Draft: all of sprint 4 done'],
  ['plan: read gauges twice', 'Read gauges twice'],
  ['watchdogs: guard the disk', 'Watchdogs: guard the disk'],
  ['Restructure: gauges and locks', 'Restructure: gauges and locks'],
  ['[softphone] compact the dialer', 'Softphone: compact the dialer'],
  ['feat: [core/auth] keep the session', 'core/auth: keep the session'],
  ['[WIP] sort the shelves', 'Sort the shelves'],
  ['[feat] sort the shelves', 'Sort the shelves'],
  ['[bot] sort the shelves', 'Sort the shelves'],
  ['[ABC-12] sort the shelves', 'Sort the shelves'],
  ['[1/3] sort the shelves', 'Sort the shelves'],
  ['feat: rollup >=4.59.0 is pinned', 'rollup >=4.59.0 is pinned'],
  ['chore: ajv 8.17 is skipped', 'ajv 8.17 is skipped'],
  ['QueueBuilder: hand the teams over', 'QueueBuilder: hand the teams over'],
  ['feat(ui): two columns', 'ui: two columns'],
  ['sfx: a louder bell', 'sfx: a louder bell'],
  ['wip\n\n- Reads files of 2 GB in constant memory', 'Reads files of 2 GB in constant memory'],
] as const) {
  test(`says of "${message.replaceAll('\n', ' ')}": ${phrase}`, () => {
    assert.is(phraseOf(commit(message), wordsOf('en')), phrase);
  });
}

test('says where the work was when the message says nothing', () => {
  assert.is(
    phraseOf(commit('wip', ['src/importer/a.ts', 'src/importer/b.ts']), wordsOf('en')),
    'Wip: src/importer',
  );
});

for (const [line, isTold] of [
  ['Enhance MessageSource and MessageTarget with optional fields', false],
  ['Changed from getFormattedLevel to getIslandLevel', false],
  ['Streamlined `lockReader` imports in gauge_list.ts', false],
  ['Agent-Model: Five Pro Agent-Run-ID: halls-06-05 Agent-Mode: interactive', false],
  ['Build-Host: hall-2 Build-Number: 77', false],
  ['Two-hall: the lock opens one-sided: never both at once', true],
  ['getGauge() rejects a negative depth', true],
  ['readLock throws on EACCES instead of silently returning null', true],
  ['gauge_list reads 40 % faster', true],
  ['Keepers see the depth of their own lock', true],
] as const)
  test(`${isTold ? 'tells' : 'leaves out'} "${line}"`, () => {
    assert.is(detailsOf(commit(`feat: gauges\n\n- ${line}`)).length, isTold ? 1 : 0);
  });

test('a long body of nothing but a walk through the code is told by it', () => {
  const walk = ['readGauge in gauge_list.ts', 'lockReader of lock_list.ts', 'GaugeList beside LockList'];
  assert.is(detailsOf(commit(`feat: gauges\n\n- ${walk.join('\n- ')}`)).length, 3);
  assert.is(detailsOf(commit(`feat: gauges\n\n- ${walk.join('\n- ')}\n- Keepers see each depth`)).length, 1);
});

test('no sentence is cut within a quotation or brackets', () => {
  const body = 'Captions break in the middle ("a birthday. And I liked it") of a cue. Cues are joined now.';
  assert.equal(detailsOf(commit(`feat: captions\n\n${body}`)), [body.slice(0, -1)]);
});

for (const line of [
  'All 7 new stubs confirm RED state',
  'Update test_gauge_list stub to a real assertion',
  'docs/PROGRESS.md updated: phase advanced to 2',
  'Update README with the new gauges',
])
  test(`leaves out "${line}"`, () => {
    assert.equal(detailsOf(commit(`feat: gauges\n\n- ${line}`)), []);
  });

test('takes points and first sentences before the rest, and leaves out what says nothing', () => {
  const body =
    'The reader streams. It never holds a file.\n\nFeatures:\n- Counts broken rows\n- src/csv.ts\n- Closes #12\n\nTests:\n- 16 new tests for the reader\n\nhttps://example.org/x';
  assert.equal(detailsOf(commit(`feat: reader\n\n${body}`)), [
    'The reader streams. It never holds a file',
    'Counts broken rows',
  ]);
});

test('a sentence does not end at an abbreviation, and a paragraph is told as far as a point goes', () => {
  const body = `Paths keep their folder, e.g. "USA/Halo.iso", cf. RFC 8. ${'It takes long to say so much. '.repeat(8)}`;
  const [first = '', second = ''] = detailsOf(commit(`feat: reader\n\n${body}`));
  assert.match(first, /^Paths keep their folder, e\.g\. "USA\/Halo\.iso", cf\. RFC 8\. It takes/);
  assert.ok(first.length <= 240 && second.startsWith('It takes long'), first);
});

test('leaves out steps that the code names, unless they say what for', () => {
  const steps = [
    'Add UpdateRequest struct in the shared crate',
    'Create search.ts module with createIndex and searchDocs',
    'Add update_handler with a role check',
    'Add 6 integration tests for the update',
    'Cover deferred cases with unit tests',
    'Ran the whole suite',
    'Modify grantXP to detect level-ups',
    'Follows the established patterns of the reader',
    'This commit completes the reader',
    '9 requirements across 3 categories',
  ];
  const told = [
    'Add readRange() so that a file of 2 GB is read in parts',
    'Use lru_cache: parsing takes 40 ms instead of 2 s',
    'Drop the probe timeout from 3 s to 1.5 s',
  ];
  const body = [...steps, ...told].map((step) => `- ${step}`).join('\n');
  assert.equal(detailsOf(commit(`feat: reader\n\n${body}`)), told);
});

test('puts first what made the commit matter', () => {
  const body = '- Adds a retry\n- The lookup returns nothing because the index is eventually consistent';
  const evidence = 'because the index is eventually consistent';
  assert.match(detailsOf(commit(`fix: x\n\n${body}`, [], evidence))[0] ?? '', /eventually consistent$/);
});

for (const [paths, area] of [
  [['src/importer/a.ts', 'src/importer/b.ts', 'README.md'], 'src/importer'],
  [['src/a/x.ts', 'src/b/y.ts'], 'src'],
  [['a.ts', 'b.ts'], null],
  [['docs/x.md', 'src/y.ts', 'test/z.ts', 'bench/u.ts'], null],
] as const) {
  test(`calls the part of ${paths.join(', ')}: ${area}`, () => assert.is(areaOf(paths), area));
}

for (const label of [
  'Stop if:',
  'Runs stop when one of these is so:',
  'Parar si:',
  'Stop, wenn:',
  'Arrêt si :',
  'Стоп, если:',
])
  test(`what stands below “${label}” is a condition and no news`, () => {
    const body = `The night run looks after itself because nobody is there.\n\n${label}\n- two runs in a row came back with no video\n- the disk has less than 1 GB left\n`;
    const told = detailsOf(commit(`feat: night run\n\n${body}`)).join('\n');
    assert.match(told, 'looks after itself');
    assert.not.match(told, /no video|1 GB/);
  });

for (const [line, isTold] of [
  ['Symptom: the door stayed open without a key', false],
  ['Previously: runs stopped when the disk was full', false],
  ['Antes: los turnos se cortaban porque no había disco', false],
  ['Vorher: die Läufe brachen ab, weil der Platz fehlte', false],
  ['Before: 12 ms, after: 3 ms because of the index', true],
  ['Runs stop when the disk is full', true],
] as const)
  test(`${isTold ? 'tells' : 'leaves out'} “${line}”`, () => {
    const told = detailsOf(commit(`feat: night run\n\n- ${line}\n- Keys are never lost because they hang\n`));
    assert.is(
      told.some((one) => one.startsWith(line.slice(0, 20))),
      isTold,
    );
  });

test.run();
