// The page of a repository, as a file that somebody opens.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, code, createProject, DECISIONS } from '../helpers/project.ts';
import { createRepository } from '../helpers/repository.ts';

const HOSTILE = '<script>alert(1)</script>" onload="x';

test('a project is shown with its phase, what is owed, its decisions and its commits; nothing in it is markup', () => {
  const repository = createProject({
    'docs/decisions.md': `${DECISIONS}\n## Decision 2: Tables ${HOSTILE}\n\n**Chosen:** SQLite\n**Supersedes:** Decision 1\n**Affects:** src/**\n`,
  });
  repository.git('remote', 'add', 'origin', 'git@github.com:owner/name.git');
  repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  const published = repository.git('rev-parse', 'HEAD');
  repository.commit(`feat: ${HOSTILE}`, { 'src/engine.ts': code('engine') });
  const { status, stdout } = repository.run('node', [CLI, 'page']);
  assert.is(status, 0);
  assert.is(stdout, `${join(repository.dir, 'handoff.html')}\n`);
  const text = readFileSync(join(repository.dir, 'handoff.html'), 'utf8');
  for (const id of ['state', 'warnings', 'timeline', 'decisions']) assert.match(text, `<h2 id="${id}">`);
  assert.match(text, `href="https://github.com/owner/name/commit/${published.slice(0, 12)}"`);
  assert.not.match(text, `commit/${repository.git('rev-parse', 'HEAD').slice(0, 12)}`);
  assert.match(text, '&lt;script&gt;');
  assert.not.match(text, /<script|" onload="/);
  assert.match(text, /Replaced by<\/span> <a href="#d2">/);
  assert.match(text, '<code>src/**</code>');
  assert.ok(text.length < 30_000, `${text.length}`);
  assert.is(repository.run('node', [CLI, 'page']).status, 0, 'a page of ours is replaced');
  repository.remove();
});

test('there is a page before the first commit, and without a context file', () => {
  const repository = createRepository();
  const empty = repository.run('node', [CLI, 'page', '--out', '-']);
  assert.is(empty.status, 0, empty.stderr);
  assert.match(empty.stdout, 'There is no commit yet.');
  repository.commit('feat: start', { 'a.ts': 'a\n' });
  const without = repository.run('node', [CLI, 'page', '--out', '-']);
  assert.match(without.stdout, 'No context file found');
  assert.match(without.stdout, 'feat: start');
  assert.not.ok(existsSync(join(repository.dir, 'handoff.html')));
  repository.remove();
});

test('a file that is not a page stays, and a path that cannot be written is named', () => {
  const repository = createRepository();
  repository.commit('feat: start', { 'README.md': '# Hello\n' });
  const answers = ['README.md', 'no/such/page.html', '.'].map((out) =>
    repository.run('node', [CLI, 'page', '--out', out]),
  );
  assert.equal(
    answers.map(({ status }) => status),
    [3, 3, 3],
  );
  assert.match(answers[0]?.stderr ?? '', 'is not a page of handoff-hooks');
  assert.match(answers[1]?.stderr ?? '', 'its directory does not exist');
  assert.match(answers[2]?.stderr ?? '', 'could not be written');
  assert.is(repository.read('README.md'), '# Hello\n');
  repository.remove();
});

test.run();
