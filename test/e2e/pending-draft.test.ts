// A draft that is not committed yet: who is told, and when.

import { spawnSync } from 'node:child_process';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, code, createProject } from '../helpers/project.ts';
import { cleanEnvironment, createFolder, openRepository } from '../helpers/repository.ts';

const COMMIT = 'git commit -m "docs: update the session context" -- SESSION_CONTEXT.md';

test('status and a push name the branch whose draft is not committed, until it is', () => {
  const repository = createProject();
  const remote = openRepository(createFolder());
  remote.git('init', '--quiet', '--bare');
  repository.git('remote', 'add', 'origin', remote.dir);
  repository.git('push', '--quiet', 'origin', 'main');
  repository.git('switch', '--quiet', '--create', 'planner');
  repository.commit('feat: complete Phase 1', { 'src/a.ts': code('a') });
  const what = 'the update of SESSION_CONTEXT.md for planner is drafted, but not committed';
  const push = () => repository.run('git', ['push', '--quiet', 'origin', 'HEAD']);
  const problems = () =>
    JSON.parse(repository.run('git', ['handoff', 'status', '--json']).stdout).problems.map(
      (problem: { what: string }) => problem.what,
    );
  const first = push();
  assert.is(first.status, 0);
  assert.is(first.stderr, `handoff: ${what}\n  fix  ${COMMIT}\n`);
  assert.ok(problems().includes(what));
  assert.is(repository.run('git', ['push', '--quiet', 'origin', 'main']).stderr, '');
  assert.is(repository.run('sh', ['-c', COMMIT]).status, 0);
  assert.is(push().stderr, '');
  assert.not.ok(problems().includes(what));
  remote.remove();
  repository.remove();
});

test('park takes a draft out for a pull, keeps what its author wrote, and a later draft brings it back', () => {
  const repository = createProject();
  const remote = openRepository(createFolder());
  remote.git('init', '--quiet', '--bare');
  repository.git('remote', 'add', 'origin', remote.dir);
  repository.git('push', '--quiet', '--set-upstream', 'origin', 'main');
  const park = () => repository.run('git', ['handoff', 'park']);
  assert.match(park().stderr, /no draft of ours waits in SESSION_CONTEXT\.md/);
  const started = repository.read('SESSION_CONTEXT.md');

  const { stderr } = repository.commit('feat: complete Phase 1', { 'src/a.ts': code('a') });
  assert.match(stderr, /^ {2}skip git handoff park {2}/m);
  repository.write('src/b.ts', code('b'));
  repository.git('add', 'src/b.ts');
  repository.git('commit', '--quiet', '-m', 'feat: complete Phase 2');
  const drafted = repository.read('SESSION_CONTEXT.md');
  assert.is.not(repository.run('git', ['pull', '--rebase', '--quiet']).status, 0);
  assert.match(
    park().stderr,
    /took the draft out of SESSION_CONTEXT\.md; it comes back with {2}git handoff draft/,
  );
  assert.is(repository.read('SESSION_CONTEXT.md'), started);
  assert.is(repository.git('status', '--porcelain'), '');
  assert.is(repository.run('git', ['pull', '--rebase', '--quiet']).status, 0);
  repository.run('git', ['handoff', 'draft']);
  assert.is(repository.read('SESSION_CONTEXT.md'), drafted);

  repository.write('SESSION_CONTEXT.md', `${drafted}\nA line of mine.\n`);
  assert.is(park().status, 0);
  assert.is(repository.read('SESSION_CONTEXT.md'), `${started}\nA line of mine.\n`);

  repository.run('git', ['handoff', 'draft']);
  const again = repository.read('SESSION_CONTEXT.md');
  const edited = again.replace(/Complete Phase 1/g, 'Phase 1 is complete, at last');
  assert.is.not(edited, again);
  repository.write('SESSION_CONTEXT.md', edited);
  const refused = park();
  assert.is(refused.status, 3);
  assert.match(refused.stderr, /edited in the same lines, so nothing was taken out/);
  assert.is(repository.read('SESSION_CONTEXT.md'), edited);
  assert.is(repository.run('sh', ['-c', COMMIT]).status, 0);
  assert.match(park().stderr, /no draft of ours waits/);
  remote.remove();
  repository.remove();
});

test('install where there is no repository says so in one line and is no failure', () => {
  const cwd = createFolder();
  const { status, stderr, stdout } = spawnSync('node', [CLI, 'install'], {
    cwd,
    env: { ...cleanEnvironment(), GIT_CEILING_DIRECTORIES: cwd },
    encoding: 'utf8',
  });
  assert.is(status, 0);
  assert.is(stdout + stderr, 'handoff: not a git repository, so there are no hooks to install\n');
  openRepository(cwd).remove();
});

test.run();
