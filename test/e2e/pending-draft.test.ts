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
