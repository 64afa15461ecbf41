// What a message says, and no more, stands in the head of the file: played through real commits with the
// hooks installed.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, code, createProject } from '../helpers/project.ts';
import { copyRepository, type TestRepository } from '../helpers/repository.ts';

const PATH = 'SESSION_CONTEXT.md';
const CONTEXT = `# Session Context

**Updated:** 2026-03-04

## Current State

- Phase 1 complete: gauges are read
- Phase 2 in progress: the lock planner
- Sprint 7 in progress
- Etap 5 in progress
- Phase IV in progress

## What's Next

- Write the lock planner

## Gotchas

- Gauges report in UTC

## Current Blockers

None

## What NOT to Do

- Never push on Fridays

## Update Log

**2026-03-04:**
- Gauges are read
`;

const template = createProject({ [PATH]: CONTEXT });
const open = (): TestRepository => copyRepository(template);

const play = (repository: TestRepository, ...messages: readonly string[]): void => {
  for (const message of messages)
    repository.commit(message, {
      [`src/a${repository.git('rev-list', '--count', 'HEAD')}.ts`]: code('a', 60),
    });
};

/** The lines of a section, without the ids of commits. */
const part = (repository: TestRepository, title: string): string[] => {
  const [, text = ''] = repository.read(PATH).split(`## ${title}\n`);
  const [lines = ''] = text.split('\n## ');
  return lines
    .split('\n')
    .map((line) => line.replace(/ \([0-9a-f]{7}(?:, [0-9a-f]{7})*\)$/, ''))
    .filter((line) => line.trim() !== '');
};

const HEAD = ['Current State', "What's Next", 'Gotchas', 'Current Blockers', 'What NOT to Do'];
const headOf = (repository: TestRepository): string[][] => HEAD.map((title) => part(repository, title));

test('nearly said, planned, denied, quoted and shared completions leave the head as it is', () => {
  const repository = open();
  const before = headOf(repository);
  play(
    repository,
    'docs: Phase 2 is not complete yet',
    'fix: Phase 2 was marked complete by mistake',
    'feat: 80% of phase 2 complete',
    'Phase 2: planner tests complete',
    'once phase 2 is complete the shim can go',
    'feat: lock map\n\n- [ ] Phase 2 complete\n- the plan says that Phase 2 is complete',
    'feat: store\n\nPhase 6 (complete) had the raw frame; this adds the filtered one.',
    'plan: sprint 7 complete',
  );
  repository.run('node', [CLI, 'draft']);
  assert.equal(headOf(repository), before);
  assert.not.match(repository.read(PATH), /^- Phase 2 complete|^- Sprint 7 complete/m);
  repository.remove();
});

test('empty answers leave the head as it is', () => {
  const repository = open();
  const before = headOf(repository);
  play(
    repository,
    'feat: a\n\nBlocker: none\nGotcha: N/A\nNext: TBD\nUnblocked: nothing',
    'feat: b\n\nBlockers: -\nNext steps:\n- none\nResult: n/a',
    'feat: c\n\nBlocker: Keine\nNächster Schritt: -',
    'feat: d\n\nBlocker: нет\nNext: ‹next step›',
  );
  repository.run('node', [CLI, 'draft']);
  assert.equal(headOf(repository), before);
  repository.remove();
});

const UNITS = [
  ['feat: Sprint 7 complete', '- Sprint 7 in progress', '- Sprint 7 complete'],
  ['Phase IV complete', '- Phase IV in progress', '- Phase IV complete'],
  ['etap 5 ukończony: odczyt', '- Etap 5 in progress', '- Etap 5 complete'],
  [
    'docs: Phase 2 marked complete',
    '- Phase 2 in progress: the lock planner',
    '- Phase 2 complete: the lock planner',
  ],
] as const;

test('a unit keeps its name, and no other one changes', () => {
  const repository = open();
  let state = part(repository, 'Current State');
  for (const [message, from, to] of UNITS) {
    play(repository, message);
    state = state.map((line) => (line === from ? to : line));
    assert.equal(part(repository, 'Current State'), state, message);
  }
  repository.remove();
});

test('two units of one message are both over; what is said twice is written once', () => {
  const repository = open();
  play(repository, 'Phases 8 and 9 complete', 'docs: phase 9 complete, notes');
  repository.run('node', [CLI, 'draft']);
  const state = part(repository, 'Current State').join('\n');
  assert.is(state.match(/Phases? 8/g)?.length, 1, state);
  assert.is(state.match(/\b9\b/g)?.length, 1, state);
  repository.remove();
});

test('a revert takes the completion back', () => {
  const repository = open();
  play(repository, 'feat: complete Phase 2, the lock planner');
  assert.ok(part(repository, 'Current State').includes('- Phase 2 complete: the lock planner'));
  repository.git('commit', '--quiet', '--no-verify', '-am', 'docs: record');
  repository.git('revert', '--no-edit', 'HEAD~1');
  repository.run('node', [CLI, 'draft']);
  assert.ok(part(repository, 'Current State').includes('- Phase 2 in progress: the lock planner'));
  repository.remove();
});

const BLOCKERS = [
  ['blocked on the API key of the harbour office', '- the API key of the harbour office'],
  ['Blocker: chart quota used up', '- chart quota used up'],
  ['feat: chart client\n\nBlocked on: a test account', '- a test account'],
  ['wip: charts, waiting for the licence', '- the licence'],
  ['Blockiert durch: kein Zugang zum Testkonto', '- kein Zugang zum Testkonto'],
] as const;

test('blockers stand where "None" stood, each once, and leave when they are gone', () => {
  const repository = open();
  for (const [at, [message, blocker]] of BLOCKERS.entries()) {
    play(repository, message);
    const listed = part(repository, 'Current Blockers');
    assert.equal([listed.length, listed.at(-1)], [at + 1, blocker], message);
  }
  play(
    repository,
    'Unblocked: the API key of the harbour office came',
    'feat: chart client\n\nBehoben: kein Zugang zum Testkonto',
    'chore: no longer waiting for the licence',
  );
  repository.run('node', [CLI, 'draft']);
  assert.equal(part(repository, 'Current Blockers'), ['- chart quota used up', '- a test account']);
  repository.remove();
});

test('what stands below labels goes where it belongs, and is not told as done', () => {
  const repository = open();
  play(
    repository,
    'feat: complete Phase 2, the lock planner\n\n- reads gauges in one pass\n\nKnown issues:\n- two planners wait for each other\n\nBlocked on: a pilot licence\n\nNext steps:\n- try it on a phone\n- publish the beta',
  );
  assert.equal(part(repository, 'Current Blockers'), ['- a pilot licence']);
  assert.equal(part(repository, "What's Next").slice(0, 2), ['- try it on a phone', '- publish the beta']);
  assert.ok(part(repository, 'Gotchas').includes('- two planners wait for each other'));
  const done = part(repository, 'Update Log').filter((line) => !/Gotcha|Blocker|Next/.test(line));
  assert.not.match(done.join('\n'), /phone|beta|licence|wait for each other/);
  repository.remove();
});

test('rejected, binding and untested things go to their sections', () => {
  const repository = open();
  play(
    repository,
    'refactor: cache by tile\n\nConstraint: the feed allows 60 calls an hour\nRejected: cache by harbour | one harbour changes\nDirective: never cache a forecast\nNot-tested: two writers at once\nConfidence: high',
    'feat: queue\n\nConsidered and rejected:\n- one queue for all',
  );
  repository.run('node', [CLI, 'draft']);
  const rejected = part(repository, 'What NOT to Do').join('\n');
  assert.match(rejected, /cache by harbour — one harbour changes/);
  assert.match(rejected, /one queue for all/);
  assert.ok(part(repository, 'Gotchas').includes('- the feed allows 60 calls an hour'));
  assert.ok(part(repository, 'Gotchas').includes('- never cache a forecast'));
  assert.match(part(repository, "What's Next").join('\n'), /two writers at once/);
  assert.not.match(headOf(repository).flat().join('\n'), /Confidence|high/);
  repository.remove();
});

test('a squash says what its parts say, in git’s own message and in a forge’s', () => {
  const repository = open();
  repository.git('checkout', '--quiet', '-b', 'side');
  const commit = (message: string, name: string) => {
    repository.write(`src/${name}.ts`, code(name, 60));
    repository.git('add', '-A');
    repository.git('-c', 'core.hooksPath=/dev/null', 'commit', '--quiet', '-m', message);
  };
  commit('feat: complete Phase 2, the lock planner\n\nGotcha: plans need the local date', 'b');
  commit('wip: sprint 7 not complete', 'c');
  repository.git('checkout', '--quiet', '-');
  repository.git('merge', '--squash', 'side');
  repository.git('commit', '--quiet', '--no-edit');
  assert.ok(part(repository, 'Current State').includes('- Phase 2 complete: the lock planner'));
  assert.ok(part(repository, 'Current State').includes('- Sprint 7 in progress'));
  assert.ok(part(repository, 'Gotchas').includes('- plans need the local date'));
  play(repository, 'feat: charts (#41)\n\n* feat: charts\n\n* wip: sprint 7 not done\n\n* sprint 7 complete');
  assert.ok(part(repository, 'Current State').includes('- Sprint 7 complete'));
  repository.remove();
});

test('a commit that carries the last draft along still clears what it says is over', () => {
  const repository = open();
  play(repository, 'chore: the pump is late\n\nBlocker: the pump of lock 3 is not delivered');
  assert.equal(part(repository, 'Current Blockers'), ['- the pump of lock 3 is not delivered']);
  // `git add -A` takes the draft into the next commit.
  repository.commit('the pump of lock 3 is here', { [PATH]: repository.read(PATH), 'notes.txt': 'pump\n' });
  play(repository, 'feat: Phase 2 complete');
  assert.equal(part(repository, 'Current Blockers'), ['- None']);
});

test.run();
