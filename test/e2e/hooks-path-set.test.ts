// core.hooksPath, at any scope: what git really uses is what we write to, except where other repositories use
// it too.
import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { installIn, notesOf, uninstallFrom } from '../helpers/installed.ts';
import { CLI } from '../helpers/project.ts';
import {
  createFolder,
  createRepository,
  openRepository,
  type TestRepository,
} from '../helpers/repository.ts';
import { snapshot } from '../helpers/snapshot.ts';

const OURS = ['commit-msg .git/COMMIT_EDITMSG | ', 'post-commit | '];

/** What a commit leaves in the git directory. */
const GROWS = ['objects', 'logs', 'index', 'notes-of-the-stub', 'COMMIT_EDITMSG', 'heads'];

const PATHS: readonly (readonly [title: string, value: (dir: string) => string])[] = [
  ['relative', () => '.githooks'],
  ['relative and not ASCII', () => 'häk chen'],
  ['absolute', (dir) => join(dir, 'tools/git hooks')],
];

for (const [title, value] of PATHS)
  test(`installs into a core.hooksPath that is ${title}, and takes everything back`, () => {
    const repository = createRepository();
    repository.git('config', 'core.hooksPath', value(repository.dir));
    const before = snapshot(repository.dir, GROWS);
    installIn(repository);
    const run = (env: { NOTES: string }) =>
      repository.run('git', ['commit', '--quiet', '--allow-empty', '-m', 'one'], env);
    assert.equal(notesOf(repository, run), OURS);
    uninstallFrom(repository);
    assert.equal(snapshot(repository.dir, GROWS), before);
    repository.remove();
  });

type World = { readonly repository: TestRepository; readonly shared: string };

/** A repository of somebody who keeps all hooks in one folder. */
function withSharedHooks(): World {
  const shared = join(createFolder('handoff shared-'), "Ada's hooks");
  mkdirSync(shared);
  writeFileSync(join(shared, 'pre-commit'), '#!/bin/sh\necho shared pre-commit >>"$NOTES"\n');
  writeFileSync(join(shared, 'commit-msg'), '#!/bin/sh\necho "shared $1" >>"$NOTES"\n');
  for (const hook of ['pre-commit', 'commit-msg']) chmodSync(join(shared, hook), 0o755);
  const config = join(shared, '..', 'gitconfig');
  writeFileSync(config, `[core]\n\thooksPath = ${JSON.stringify(shared)}\n`);
  const repository = createRepository();
  Object.assign(repository.env, { GIT_CONFIG_GLOBAL: config, NOTES: '/dev/null' });
  return { repository, shared };
}

test('leaves a hooks folder outside the repository alone, and offers two ways', () => {
  const { repository, shared } = withSharedHooks();
  const before = snapshot(shared);
  assert.throws(
    () => installIn(repository),
    ({ code, text }: { code: number; text: { why: string; fix: string; skip: string } }) =>
      code === 3 && /global/.test(text.why) && /--into local/.test(text.fix) && /--into git/.test(text.skip),
  );
  assert.equal(snapshot(shared), before);
  repository.remove();
});

test('edits the shared folder when --into git says so, for this repository alone', () => {
  const { repository, shared } = withSharedHooks();
  const before = snapshot(shared);
  installIn(repository, { into: 'git' });
  const theirs = ['shared pre-commit', OURS[0], 'shared .git/COMMIT_EDITMSG', OURS[1]];
  assert.equal(
    notesOf(repository, (env) => repository.commit('one', {}, env)),
    theirs,
  );
  const other = createRepository();
  Object.assign(other.env, { GIT_CONFIG_GLOBAL: repository.env.GIT_CONFIG_GLOBAL ?? '' });
  const notes = notesOf(other, (env) => assert.is(other.commit('one', {}, env).stderr, ''));
  assert.equal(notes, ['shared pre-commit', 'shared .git/COMMIT_EDITMSG']);
  uninstallFrom(repository);
  assert.equal(snapshot(shared), before);
  other.remove();
  repository.remove();
});

test('puts a folder of the repository in front of the shared one with --into local', () => {
  const { repository, shared } = withSharedHooks();
  const before = [snapshot(shared), snapshot(repository.dir)];
  installIn(repository, { into: 'local' });
  assert.equal(installIn(repository).changes, []);
  const expected = ['shared pre-commit', OURS[0], 'shared .git/COMMIT_EDITMSG', OURS[1]];
  assert.equal(
    notesOf(repository, (env) => repository.commit('one', {}, env)),
    expected,
  );
  assert.is(repository.commit('two', {}, { STUB_EXIT: '10' }).status, 1);
  const config = repository.read('.git/config');
  uninstallFrom(repository);
  assert.equal(snapshot(shared), before[0]);
  assert.is(repository.read('.git/config'), before[1]?.['.git/config']?.replace(/^file \d+ /, ''));
  assert.is.not(repository.read('.git/config'), config);
  repository.remove();
});

test('mends a local folder after the repository was moved', () => {
  const { repository } = withSharedHooks();
  installIn(repository, { into: 'local' });
  const moved = openRepository(join(createFolder('handoff moved-'), 'elsewhere'));
  Object.assign(moved.env, repository.env);
  renameSync(repository.dir, moved.dir);
  assert.equal(
    notesOf(moved, (env) => moved.commit('one', {}, env)),
    [],
  );
  installIn(moved);
  const expected = ['shared pre-commit', OURS[0], 'shared .git/COMMIT_EDITMSG', OURS[1]];
  assert.equal(
    notesOf(moved, (env) => moved.commit('two', {}, env)),
    expected,
  );
  uninstallFrom(moved);
  assert.not.match(moved.read('.git/config'), /hooksPath/);
  moved.remove();
});

test('goes from a local folder to the shared one when told to', () => {
  const { repository } = withSharedHooks();
  installIn(repository, { into: 'local' });
  installIn(repository, { into: 'git' });
  const expected = ['shared pre-commit', OURS[0], 'shared .git/COMMIT_EDITMSG', OURS[1]];
  assert.equal(
    notesOf(repository, (env) => repository.commit('one', {}, env)),
    expected,
  );
  uninstallFrom(repository);
  repository.remove();
});

for (const command of ['install', 'status', 'install --into local'])
  test(`${command} says that hooks are turned off, and how to turn them on`, () => {
    const repository = createRepository();
    repository.git('config', 'core.hooksPath', '/dev/null');
    const { status, stderr } = repository.run('node', [CLI, ...command.split(' ')]);
    assert.is(status, 3);
    assert.match(stderr, /^handoff: hooks are turned off here: .*\/dev\/null/);
    assert.match(stderr, /^ {2}fix {2}git config --local --unset-all core\.hooksPath {3}then/m);
    repository.git('config', '--local', '--unset-all', 'core.hooksPath');
    assert.is(repository.run('node', [CLI, 'install']).status, 0);
    repository.remove();
  });

test('works where an empty value turns all hooks off, and says so', () => {
  const repository = createRepository();
  repository.commit('start', { 'README.md': '# x\n' });
  const off = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.hooksPath', GIT_CONFIG_VALUE_0: '' };
  const handoff = (...args: string[]) => repository.run('node', [CLI, ...args], off);
  const before = snapshot(repository.dir);
  const installed = handoff('install');
  assert.is(installed.status, 0, installed.stderr);
  assert.match(repository.read('.git/hooks/post-commit'), /handoff-hooks/);
  assert.match(handoff('status').stdout, /runs no hooks here: core\.hooksPath is empty/);
  assert.not.match(repository.run('node', [CLI, 'status']).stdout, /runs no hooks here/);
  assert.is(handoff('uninstall').status, 0);
  assert.equal(snapshot(repository.dir), before);
  repository.remove();
});

test.run();
