// husky 9 owns the hooks: ours go into .husky, where a teammate's clone finds them too.
import { chmodSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

const HUSKY = fileURLToPath(new URL('../../node_modules/husky/bin.js', import.meta.url));

const runHusky = (repository: TestRepository) =>
  assert.is(repository.run(process.execPath, [HUSKY]).status, 0);

function withHusky(): TestRepository {
  const repository = createRepository();
  repository.write('package.json', '{ "devDependencies": { "husky": "9.1.7" } }\n');
  repository.write('.husky/commit-msg', 'echo "theirs $1" >>"$NOTES"\n');
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--no-verify', '--message', 'start');
  runHusky(repository);
  return repository;
}

const BOTH = ['commit-msg .git/COMMIT_EDITMSG | ', 'theirs .git/COMMIT_EDITMSG', 'post-commit | '];

test('finds husky by itself and runs in front of its hooks', () => {
  const repository = withHusky();
  installIn(repository);
  assert.ok(repository.read('.husky/commit-msg').endsWith('echo "theirs $1" >>"$NOTES"\n'));
  const notes = notesOf(repository, (env) => assert.is(repository.commit('one', { a: '1' }, env).status, 0));
  assert.equal(notes, BOTH);
  repository.remove();
});

test('goes on running after husky ran again', () => {
  const repository = withHusky();
  installIn(repository);
  runHusky(repository);
  assert.equal(
    notesOf(repository, (env) => repository.commit('one', { a: '1' }, env)),
    BOTH,
  );
  repository.remove();
});

test('stops a commit through husky', () => {
  const repository = withHusky();
  installIn(repository);
  assert.is(repository.commit('one', { a: '1' }, { STUB_EXIT: '10' }).status, 1);
  repository.remove();
});

test('restores .husky byte for byte and leaves a clean status', () => {
  const repository = withHusky();
  const before = snapshot(repository.dir, ['objects', 'logs']);
  installIn(repository);
  uninstallFrom(repository);
  assert.equal(snapshot(repository.dir, ['objects', 'logs']), before);
  assert.is(repository.git('status', '--porcelain'), '');
  repository.remove();
});

test('lets a teammate commit who has the hooks and has not installed', () => {
  const repository = withHusky();
  installIn(repository);
  repository.commit('with hooks');
  const clone = openRepository(createFolder());
  clone.git('clone', '--quiet', repository.dir, '.');
  runHusky(clone);
  const notes = notesOf(clone, (env) => {
    const { status, stderr } = clone.commit('theirs', { b: '2' }, env);
    assert.is(status, 0);
    assert.is(stderr, '');
  });
  assert.equal(notes, ['theirs .git/COMMIT_EDITMSG']);
  installIn(clone);
  assert.equal(
    notesOf(clone, (env) => clone.commit('mine', { b: '3' }, env)),
    BOTH,
  );
  clone.remove();
  repository.remove();
});

test('goes to .husky in a clone where husky has not run yet, and says what is left to do', () => {
  const repository = withHusky();
  repository.git('config', '--unset', 'core.hooksPath');
  assert.equal(installIn(repository).pending, ['npx husky']);
  runHusky(repository);
  assert.equal(
    notesOf(repository, (env) => repository.commit('one', { a: '1' }, env)),
    BOTH,
  );
  repository.remove();
});

test('makes .husky where --into asks for it, and takes it away again', () => {
  const repository = createRepository();
  const before = snapshot(repository.dir);
  installIn(repository, { into: 'husky' });
  assert.ok(existsSync(join(repository.dir, '.husky/post-commit')));
  uninstallFrom(repository);
  assert.equal(snapshot(repository.dir), before);
  repository.remove();
});

test('moves from husky to git when told to', () => {
  const repository = withHusky();
  const before = snapshot(join(repository.dir, '.husky'));
  installIn(repository);
  repository.git('config', '--unset', 'core.hooksPath');
  installIn(repository, { into: 'git' });
  assert.equal(snapshot(join(repository.dir, '.husky')), before);
  assert.equal(
    notesOf(repository, (env) => repository.commit('one', {}, env)),
    [BOTH[0] ?? '', BOTH[2] ?? ''],
  );
  repository.remove();
});

test('keeps the hooks that work where husky is asked for and does not run', () => {
  const repository = createRepository();
  const install = (...args: string[]) => repository.run('node', [CLI, 'install', ...args]);
  assert.is(install().status, 0);
  const before = snapshot(repository.dir);
  for (const prepare of [
    () => {},
    () => repository.write('package.json', '{ "devDependencies": { "husky": "9.1.7" } }\n'),
    () => repository.write('.husky/commit-msg', ''),
  ]) {
    prepare();
    const { status, stdout, stderr } = install('--into', 'husky');
    assert.is(status, 3);
    assert.is(stdout, '');
    assert.match(stderr, /^handoff: husky does not run the hooks.*\n.*\n {2}fix {2}npx husky {3}then/);
  }
  assert.is(snapshot(repository.dir)['.git/hooks/commit-msg'], before['.git/hooks/commit-msg']);
  assert.is(repository.read('.husky/commit-msg'), '');
  runHusky(repository);
  assert.is(install('--into', 'husky').status, 0);
  assert.match(repository.read('.husky/commit-msg'), 'handoff-hooks');
  repository.remove();
});

test('uninstall says which files the whole team shares, and how to go alone', () => {
  const repository = withHusky();
  installIn(repository);
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--no-verify', '--message', 'chore: hooks');
  const { stderr } = repository.run('node', [CLI, 'uninstall']);
  assert.match(stderr, /\.husky\/commit-msg, .*are committed and shared: .*gone for the whole team/);
  const [, alone = ''] = /to go alone, (git restore .*)/.exec(stderr) ?? [];
  assert.is(repository.run('sh', ['-c', alone]).status, 0, alone);
  assert.is(repository.git('status', '--porcelain'), '');
  assert.is(
    repository.commit('feat: complete Phase 1', { 'src/a.ts': 'let a;\n' }, { NOTES: '/dev/null' }).status,
    0,
  );
  repository.remove();
});

for (const [kind, make] of [
  ['a file', (at: string) => writeFileSync(at, 'echo STRANGE >>"$NOTES"\n', { mode: 0o755 })],
  ['a link', (at: string) => symlinkSync('../strange', at)],
] as const)
  test(`${kind} that has the name of a backup of ours is neither run nor moved`, () => {
    const repository = withHusky();
    rmSync(join(repository.dir, '.husky/commit-msg'));
    repository.write('strange', 'echo STRANGE >>"$NOTES"\n');
    chmodSync(join(repository.dir, 'strange'), 0o755);
    make(join(repository.dir, '.husky/commit-msg.before-handoff'));
    const before = snapshot(join(repository.dir, '.husky'));
    installIn(repository);
    const notes = notesOf(repository, (env) =>
      assert.is(repository.commit('one', { a: '1' }, env).status, 0),
    );
    assert.equal(
      notes.filter((note) => note.includes('STRANGE')),
      [],
    );
    uninstallFrom(repository);
    assert.equal(snapshot(join(repository.dir, '.husky')), before);
    repository.remove();
  });

test.run();
