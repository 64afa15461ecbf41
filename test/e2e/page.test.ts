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

test('without a context file it says what became of it, and shows what it had decided', () => {
  const repository = createRepository();
  const context =
    '# Session Context\n\n## Current State\n\n- Phase 1 in progress\n\n## Architecture Decisions\n\n| Question | Decision | Why |\n| --- | --- | --- |\n| Storage | SQLite | nothing to run |\n\n## Update Log\n\n### 2026-01-02\n\n- Started\n';
  repository.commit('feat: start', { 'SESSION_CONTEXT.md': context });
  repository.write(
    'docs/phases/phase1.md',
    '# Phase 1: Start\n\n**Status:** Complete\n\n- [ ] Begin\n- [x] End\n',
  );
  repository.write('docs/archive/.keep', '');
  repository.git('mv', 'SESSION_CONTEXT.md', 'docs/archive/SESSION_CONTEXT.md');
  repository.commit('feat!: Phase 2, reminders by the clock are gone\n\nNobody read them.');
  const gone = repository.git('rev-parse', '--short=7', 'HEAD');
  const { stdout } = repository.run('node', [CLI, 'page', '--out', '-']);
  assert.match(
    stdout,
    `The context file SESSION_CONTEXT.md was moved to docs/archive/SESSION_CONTEXT.md in <code>${gone}`,
  );
  assert.match(stdout, 'docs/phases/phase1.md says that it is done, and 1 box of 2 is open.');
  assert.match(stdout, 'Last named by a commit</span> feat!: Phase 2');
  assert.match(stdout, /As docs\/archive\/SESSION_CONTEXT\.md has them[\s\S]*<h3>Storage<\/h3>/);
  assert.match(stdout, /What changed course[\s\S]*reminders by the clock[\s\S]*Nobody read them\./);
  repository.remove();
});

test.run();
