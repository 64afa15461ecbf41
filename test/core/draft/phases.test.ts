// Which phases commits completed, and what the phase documents say comes next.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { completedPhases, nextByPhases } from '../../../src/core/draft/phases.ts';
import { readPhases } from '../../../src/core/phases/documents.ts';
import { owedCommit } from './facts.ts';

const commit = (message: string, paths: readonly string[] = []) =>
  owedCommit({
    sha: '1a2b3c4d'.repeat(5),
    message,
    record: true,
    weight: 1,
    files: [],
    documents: paths.map((path) => ({ path, before: '', after: '' })),
  });

for (const [title, owed, ids] of [
  ['a trailer', commit('x\n\nPhase: 0 complete'), ['0']],
  ['a trailer in French', commit('x\n\nPhase: 2 terminée'), ['2']],
  ['a trailer that completes nothing', commit('x\n\nPhase: 2'), []],
  ['a subject', commit('Phase 4 complete'), ['4']],
  ['a subject that speaks of a part', commit('Phase 4: tests complete'), []],
] as const) {
  test(`tells what is completed by ${title}`, () => assert.equal(completedPhases(owed), [...ids]));
}

const phases = readPhases([
  { path: 'docs/phases/phase10.md', text: '# Phase 10: Release\n\n- [ ] tag\n' },
  { path: 'docs/phases/phase1.md', text: '# Phase 1: Import\n\n- [x] reader\n- [x] writer\n' },
  { path: 'docs/phases/phase2.md', text: '# Phase 2: Search\n\n- [x] index\n- [ ] query\n- [ ] rank\n' },
]);

for (const [title, commits, next] of [
  ['the next item of the phase that is begun', [commit('x')], 'query'],
  ['the next item of the phase whose document was touched', [commit('x', ['docs/phases/phase10.md'])], 'tag'],
  ['the title behind a document that is done', [commit('x', ['docs/phases/phase1.md'])], 'Phase 2: Search'],
  ['the title behind a completed phase', [commit('x\n\nPhase: 2 complete')], 'Phase 10: Release'],
  ['nothing behind the last', [commit('x\n\nPhase: 10 complete')], null],
  ['nothing when the commits name a phase that has no document', [commit('Phase 7: more')], null],
] as const) {
  test(`says ${title}`, () => assert.is(nextByPhases(phases, commits), next));
}

test('puts 5.5 before 5.10, steps before letters, and what has no number first', () => {
  const ids = ['10', '5a', '5.10', '5.5a', '5', '5.5', '2B'];
  const documents = ids.map((id) => ({ path: `docs/phases/${id}.md`, text: `# Phase ${id}\n` }));
  assert.equal(
    readPhases([...documents, { path: 'docs/phases/overview.md', text: '# Overview\n' }]).map(({ id }) => id),
    [null, '2B', '5', '5.5', '5.5A', '5.10', '5A', '10'],
  );
});

test('takes a list that nobody ticks for no plan, unless all before it is done', () => {
  const open = { path: 'docs/phases/phase5.md', text: '# Phase 5\n\n- [ ] works\n' };
  const done = { path: 'docs/phases/phase4.md', text: '# Phase 4\n\n- [x] works\n' };
  assert.is(nextByPhases(readPhases([open]), [commit('x')]), null);
  assert.is(nextByPhases(readPhases([open, done]), [commit('x')]), 'works');
});

const boxes = (...marks: string[]) => marks.map((mark, at) => `- [${mark}] step ${at}\n`).join('');
for (const [title, list, next] of [
  ['the item behind those that are done', boxes('x', 'x', ' ', ' '), 'step 2'],
  ['the first of a short list that is all open', boxes(' ', ' '), 'step 0'],
  ['nothing of a backlog that is done here and there', boxes(' ', 'x', ' ', 'x', ' '), null],
  ['nothing of a long list that is all open', boxes(...Array<string>(40).fill(' ')), null],
] as const)
  test(`a document that commits touched says what is next: ${title}`, () => {
    const path = 'docs/phases/phase3.md';
    const documents = readPhases([{ path, text: `# Phase 3: Halls\n\n${list}` }]);
    assert.is(nextByPhases(documents, [commit('feat: x', [path])]), next);
  });

test('a list without a number that nobody ticks says nothing of what is next, though commits touched it', () => {
  const documents = readPhases([
    { path: 'TODO.md', text: '# Ideas\n\n- [ ] polish the bell\n- [ ] paint the door\n' },
  ]);
  assert.is(nextByPhases(documents, [commit('feat: x', ['TODO.md'])]), null);
});

test.run();
