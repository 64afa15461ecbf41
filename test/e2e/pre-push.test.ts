// What a push says about commits that got past the hooks.
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  copyRepository,
  createFolder,
  createRepository,
  type TestRepository,
} from '../helpers/repository.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

const ARCHITECTURE = '# Architecture\n\n## Storage\n\nChunks are files.\n';
const CHANGED =
  '# Architecture\n\n## Storage\n\nChunks are rows of one table, indexed by session and by day.\n';

const template = createRepository();
template.commit('chore: start', { 'docs/architecture.md': ARCHITECTURE });
assert.is(template.run('node', [cli, 'install']).status, 0);

type Pushed = { readonly status: number; readonly stderr: string };

/** Pushes to a bare repository that has all but what `work` commits. */
function pushed(work: (repository: TestRepository) => void, branch = 'main'): Pushed {
  const repository = copyRepository(template);
  const server = createRepository(createFolder(), ['--bare']);
  repository.git('remote', 'add', 'origin', server.dir);
  repository.git('push', '--quiet', 'origin', 'main');
  work(repository);
  const answer = repository.run('git', ['push', '--quiet', 'origin', `HEAD:${branch}`]);
  repository.remove();
  server.remove();
  return answer;
}

const skipHooks = (repository: TestRepository) => {
  repository.write('docs/architecture.md', CHANGED);
  repository.git('commit', '--quiet', '--all', '--no-verify', '--message', 'feat: rows');
};

test('warns about a change that skipped the gate, and pushes', () => {
  const { status, stderr } = pushed(skipHooks);
  assert.is(status, 0, stderr);
  assert.match(stderr, /handoff: this push has changes that need a decision and record none/);
  assert.match(stderr, /docs\/architecture\.md: 1 line changed/);
  assert.not.match(stderr, /no-verify/);
});

test('warns on a new branch too', () => {
  assert.match(pushed(skipHooks, 'other').stderr, /need a decision/);
});

test('warns on the first push to an empty remote, whatever was decided before the hooks were there', () => {
  const repository = createRepository();
  const decisions = '# Decisions\n\n### Decision 1: Files\n**Chosen:** files\n**Rationale:** simple enough\n';
  repository.commit('chore: start', { 'docs/architecture.md': ARCHITECTURE, 'docs/decisions.md': decisions });
  assert.is(repository.run('node', [cli, 'install']).status, 0);
  const server = createRepository(createFolder(), ['--bare']);
  repository.git('remote', 'add', 'origin', server.dir);
  skipHooks(repository);
  assert.match(repository.run('git', ['push', '--quiet', 'origin', 'main']).stderr, /need a decision/);
  repository.remove();
  server.remove();
});

test('stops the push where the project says so', () => {
  const { status, stderr } = pushed((repository) => {
    repository.commit('chore: strict\n\nDecision-Waiver: agreed in the meeting', {
      'handoff.config.json': '{ "gate": { "prePush": "block" } }\n',
    });
    skipHooks(repository);
  });
  assert.is(status, 1);
  assert.match(stderr, /skip git push --no-verify/);
});

test('says nothing about commits that need no decision', () => {
  const { status, stderr } = pushed((repository) => {
    repository.commit('fix: a', { 'src/a.js': '1\n' });
  });
  assert.is(status, 0);
  assert.not.match(stderr, /handoff:/);
});

test('says nothing when a branch is deleted', () => {
  const repository = copyRepository(template);
  const server = createRepository(createFolder(), ['--bare']);
  repository.git('remote', 'add', 'origin', server.dir);
  repository.git('push', '--quiet', 'origin', 'main', 'main:old');
  const { status, stderr } = repository.run('git', ['push', '--quiet', 'origin', ':old']);
  assert.is(status, 0, stderr);
  assert.not.match(stderr, /handoff:/);
  repository.remove();
  server.remove();
});

test.run();
