// Two branches that both wrote the context file or the decision log, merged by real git with our driver.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, code, createProject, DECISIONS } from '../helpers/project.ts';
import { copyRepository, type TestRepository } from '../helpers/repository.ts';

const PATH = 'SESSION_CONTEXT.md';
const LOG = 'docs/decisions.md';
const template = createProject();

const phase = (repository: TestRepository, id: number): void => {
  repository.commit(`feat: complete Phase ${id}`, { [`src/p${id}.ts`]: code(`p${id}`) });
  repository.commit('docs: session context');
};

function branches(
  first: (one: TestRepository) => void,
  second: (one: TestRepository) => void,
): TestRepository {
  const repository = copyRepository(template);
  repository.git('checkout', '-qb', 'side');
  first(repository);
  repository.git('checkout', '-q', 'main');
  second(repository);
  return repository;
}

const VERBS = {
  merge: ['merge', '-q', '--no-edit', 'side'],
  rebase: ['rebase', '-q', 'side'],
  'cherry-pick': ['cherry-pick', 'main..side'],
} as const;
for (const [verb, args] of Object.entries(VERBS))
  test(`two branches with drafts meet without a conflict: ${verb}`, () => {
    const repository = branches(
      (one) => phase(one, 2),
      (one) => phase(one, 3),
    );
    const { status, stderr } = repository.run('git', args);
    assert.is(status, 0, stderr);
    for (const id of [2, 3]) assert.match(repository.read(PATH), `omplete Phase ${id}`);
    assert.not.match(repository.read(PATH), '<<<<<<<');
    repository.remove();
  });

const state = (text: string) => (one: TestRepository) =>
  void one.commit('docs: state', { [PATH]: one.read(PATH).replace('Phase 1 is being built', text) });

test('what cannot be united stands between git markers, with and without our bundle', () => {
  for (const isGone of [false, true]) {
    const repository = branches(state('Phase 1 is late'), state('Phase 1 is fast'));
    if (isGone) repository.run('rm', ['-rf', '.git/handoff-hooks/bundle']);
    assert.is.not(repository.run('git', ['merge', '-q', 'side']).status, 0);
    assert.match(
      repository.read(PATH),
      /<<<<<<< .*\n- Phase 1 is fast\n=======\n- Phase 1 is late\n>>>>>>> /,
    );
    repository.remove();
  }
});

test('of two decisions with one number the later takes the next', () => {
  const decide = (title: string, date: string) => (one: TestRepository) =>
    void one.commit(`docs: decide ${title}`, {
      [LOG]: `${DECISIONS}\n## Decision 2: ${title} (${date})\n\n**Chosen:** ${title}\n**Rationale:** it is fast\n`,
    });
  const repository = branches(decide('SQLite', '2026-02-03'), decide('Rows', '2026-02-01'));
  assert.is(repository.run('git', ['merge', '-q', '--no-edit', 'side']).status, 0);
  assert.match(repository.read(LOG), '## Decision 2: Rows');
  assert.match(repository.read(LOG), '## Decision 3: SQLite');
  repository.remove();
});

test('merge unites a file that a merge without the driver left in conflict', () => {
  const repository = branches(
    (one) => phase(one, 2),
    (one) => phase(one, 3),
  );
  repository.write('.git/info/attributes', '');
  assert.is.not(repository.run('git', ['merge', '-q', 'side']).status, 0);
  assert.match(repository.read(PATH), '<<<<<<<');
  assert.is(repository.run('node', [CLI, 'merge', PATH]).status, 0);
  assert.not.match(repository.read(PATH), '<<<<<<<');
  for (const id of [2, 3]) assert.match(repository.read(PATH), `omplete Phase ${id}`);
  repository.remove();
});

test('uninstall takes the driver back', () => {
  const repository = copyRepository(template);
  assert.match(repository.git('config', 'merge.handoff.driver'), 'merge-file');
  repository.run('node', [CLI, 'uninstall']);
  assert.is(repository.run('git', ['config', 'merge.handoff.driver']).status, 1);
  assert.is(repository.git('check-attr', 'merge', PATH), `${PATH}: merge: unspecified`);
  repository.remove();
});

test.run();
