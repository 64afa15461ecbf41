// Repositories that are not one folder with a .git in it.
import { chmodSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { carryOut } from '../../src/effects/install/carry-out.ts';
import { installIn, notesOf, uninstallFrom } from '../helpers/installed.ts';
import { CLI } from '../helpers/project.ts';
import {
  createFolder,
  createRepository,
  openRepository,
  type TestRepository,
} from '../helpers/repository.ts';
import { snapshot } from '../helpers/snapshot.ts';

const names = (notes: readonly string[]) => notes.map((note) => note.split(' ')[0]);
/** What a commit leaves in the git directory. */
const GROWS = ['objects', 'logs', 'refs', 'index', 'COMMIT_EDITMSG', 'FETCH_HEAD', 'ORIG_HEAD'];

const OURS = ['commit-msg', 'post-commit'];

const commit = (repository: TestRepository) => (env: { NOTES: string }) => {
  const { status, stderr } = repository.run('git', ['commit', '--quiet', '--allow-empty', '-m', 'one'], env);
  assert.is(status, 0, stderr);
};

function withCommit(repository = createRepository()): TestRepository {
  repository.commit('start', { 'src/a.ts': '' });
  return repository;
}

test('runs in a linked worktree that was made before and in one that was made after', () => {
  const main = withCommit();
  const folder = createFolder('handoff wörk ');
  main.git('worktree', 'add', '--quiet', join(folder, 'before'));
  installIn(main);
  main.git('worktree', 'add', '--quiet', join(folder, 'after'));
  for (const name of ['before', 'after']) {
    const linked = openRepository(join(folder, name));
    assert.equal(names(notesOf(main, commit(linked))), OURS);
    assert.equal(installIn(linked).changes, []);
  }
  main.remove();
});

test('installs from a linked worktree for all of them, and takes everything back from another', () => {
  const main = withCommit();
  const linked = openRepository(join(createFolder(), 'linked'));
  main.git('worktree', 'add', '--quiet', linked.dir);
  const before = snapshot(join(main.dir, '.git'));
  installIn(linked);
  assert.ok(existsSync(join(main.dir, '.git/handoff-hooks/install.json')));
  writeFileSync(join(main.dir, '.git/worktrees/linked/handoff-hooks.json'), '{}');
  uninstallFrom(main);
  const after = snapshot(join(main.dir, '.git'), ['handoff-hooks.json']);
  assert.equal(after, before);
  main.remove();
});

test('writes to a relative core.hooksPath in each worktree in which it is installed, and takes back both', () => {
  const main = withCommit();
  main.git('config', 'core.hooksPath', '.githooks');
  const linked = openRepository(join(createFolder(), 'linked'));
  main.git('worktree', 'add', '--quiet', linked.dir);
  linked.write('.githooks/post-commit', '#!/usr/bin/env node\n');
  chmodSync(join(linked.dir, '.githooks/post-commit'), 0o755);
  const before = [snapshot(main.dir, ['.git']), snapshot(linked.dir, ['.git'])];
  installIn(main);
  installIn(linked);
  for (const repository of [main, linked]) assert.equal(names(notesOf(main, commit(repository))), OURS);
  uninstallFrom(main);
  assert.equal([snapshot(main.dir, ['.git']), snapshot(linked.dir, ['.git'])], before);
  main.remove();
});

test('writes to the core.hooksPath of one worktree alone', () => {
  const main = withCommit();
  main.git('config', 'extensions.worktreeConfig', 'true');
  const linked = openRepository(join(createFolder(), 'linked'));
  main.git('worktree', 'add', '--quiet', linked.dir);
  linked.git('config', '--worktree', 'core.hooksPath', 'hooks-here');
  installIn(linked);
  assert.equal(names(notesOf(main, commit(linked))), OURS);
  assert.equal(names(notesOf(main, commit(main))), []);
  uninstallFrom(linked);
  assert.not.ok(existsSync(join(linked.dir, 'hooks-here')));
  main.remove();
});

test('installs in a submodule for that submodule alone', () => {
  const inner = withCommit();
  const outer = withCommit();
  outer.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', inner.dir, 'libs/inner part');
  outer.commit('add it');
  const submodule = openRepository(join(outer.dir, 'libs/inner part'));
  const before = snapshot(join(outer.dir, '.git/modules'), GROWS);
  installIn(submodule);
  assert.equal(names(notesOf(outer, commit(submodule))), OURS);
  assert.equal(names(notesOf(outer, commit(outer))), []);
  uninstallFrom(submodule);
  assert.equal(snapshot(join(outer.dir, '.git/modules'), GROWS), before);
  outer.remove();
  inner.remove();
});

test('installs from a subfolder as from the top', () => {
  const repository = withCommit();
  installIn(repository, { cwd: join(repository.dir, 'src') });
  assert.equal(installIn(repository).changes, []);
  assert.equal(names(notesOf(repository, commit(openRepository(join(repository.dir, 'src'))))), OURS);
  uninstallFrom(repository, { cwd: join(repository.dir, 'src') });
  assert.not.ok(existsSync(join(repository.dir, '.git/handoff-hooks')));
  repository.remove();
});

test('installs where the git directory is elsewhere', () => {
  const gitDir = join(createFolder('handoff git '), 'dïr');
  const repository = withCommit(createRepository(undefined, [`--separate-git-dir=${gitDir}`]));
  const before = snapshot(gitDir, GROWS);
  installIn(repository);
  const other = createRepository();
  assert.equal(names(notesOf(other, commit(repository))), OURS);
  uninstallFrom(repository);
  assert.equal(snapshot(gitDir, GROWS), before);
  repository.remove();
  other.remove();
});

test('installs where only the environment says where the repository is', () => {
  const repository = withCommit();
  const gitDir = join(createFolder(), 'dotfiles');
  renameSync(join(repository.dir, '.git'), gitDir);
  Object.assign(repository.env, { GIT_DIR: gitDir, GIT_WORK_TREE: repository.dir });
  installIn(repository);
  const other = createRepository();
  assert.equal(names(notesOf(other, commit(repository))), OURS);
  uninstallFrom(repository);
  assert.not.ok(existsSync(join(gitDir, 'handoff-hooks')));
  repository.remove();
  other.remove();
});

test('takes a folder with a husk of a repository for a part of the one around it', () => {
  const repository = withCommit();
  repository.write('SESSION_CONTEXT.md', '# Context\n\n## Where We Are\n\nHere\n');
  repository.write('inner/.git/index', '');
  const { stdout } = repository.run('node', [CLI, 'brief', '--cwd', 'inner']);
  assert.match(stdout, 'Here');
});

test('takes no folder for the work tree that its config says is elsewhere', () => {
  const repository = withCommit();
  repository.write('SESSION_CONTEXT.md', '# Context\n\n## Where We Are\n\nHere\n');
  repository.git('config', 'core.worktree', createFolder());
  const { stdout } = repository.run('node', [CLI, 'brief']);
  assert.not.match(stdout, 'Here');
});

test('runs in the worktrees of a bare repository', () => {
  const bare = createRepository(undefined, ['--bare']);
  const source = withCommit();
  source.git('push', '--quiet', bare.dir, 'HEAD:refs/heads/main');
  const linked = openRepository(join(createFolder(), 'linked'));
  bare.git('worktree', 'add', '--quiet', linked.dir, 'main');
  installIn(linked);
  assert.equal(names(notesOf(source, commit(linked))), OURS);
  uninstallFrom(bare);
  assert.not.ok(existsSync(join(bare.dir, 'handoff-hooks')));
  bare.remove();
  source.remove();
});

test('refuses a bare repository that nobody commits in, and names what works there', () => {
  const bare = createRepository(undefined, ['--bare']);
  const { status, stderr } = bare.run('node', [CLI, 'install']);
  assert.is(status, 3);
  assert.match(
    stderr,
    /^handoff: this repository is bare and has no worktree, so no commits are made here$/m,
  );
  assert.match(stderr, /^ {2}fix {2}.*check/m);
  bare.remove();
});

test('works with object ids of SHA-256', () => {
  const repository = withCommit(createRepository(undefined, ['--object-format=sha256']));
  installIn(repository);
  assert.equal(names(notesOf(repository, commit(repository))), OURS);
  assert.match(JSON.parse(repository.read('.git/handoff-hooks/install.json')).baseline, /^[0-9a-f]{64}$/);
  repository.remove();
});

test('works where paths hold spaces, quotes and letters beyond ASCII', () => {
  const folder = join(createFolder("handoff it's $HOME `x` "), 'ぷろじぇくと "q" é');
  const repository = withCommit(createRepository(folder));
  installIn(repository);
  assert.equal(names(notesOf(repository, commit(repository))), OURS);
  assert.equal(installIn(repository).changes, []);
  uninstallFrom(repository);
  assert.not.ok(existsSync(join(folder, '.git/handoff-hooks')));
  repository.remove();
});

test('says what git says of a folder that is somebody else’s, with the command that trusts it', () => {
  const repository = withCommit();
  const { status, stderr } = repository.run('node', [CLI, 'install'], {
    GIT_TEST_ASSUME_DIFFERENT_OWNER: '1',
  });
  assert.is(status, 3);
  assert.match(stderr, /dubious ownership/);
  assert.match(stderr, /fix {2}git config --global --add safe\.directory/);
  assert.not.ok(existsSync(join(repository.dir, '.git/handoff-hooks')));
  repository.remove();
});

test('says that there is no repository', () => {
  const folder = createFolder();
  const { status, stderr } = openRepository(folder).run('node', [CLI, 'status']);
  assert.is(status, 3);
  assert.match(stderr, /^ {2}fix {2}run this inside a git repository/m);
});

test('says which file it could not write, and takes back what it had written', () => {
  const repository = withCommit();
  repository.write('.git/hooks/commit-msg', '#!/usr/bin/env node\n');
  chmodSync(join(repository.dir, '.git/hooks/commit-msg'), 0o755);
  const before = snapshot(join(repository.dir, '.git'));
  const changes = installIn(repository, { isDry: true }).changes;
  const ground = { tops: [repository.dir], gitDir: join(repository.dir, '.git') };
  const stuck = { kind: 'make-directory', path: '/proc/handoff/hooks' } as const;
  assert.throws(
    () => carryOut([...changes, stuck], ground),
    ({ code, text }: { code: number; text: { what: string } }) =>
      code === 3 && text.what === '/proc/handoff/hooks could not be written',
  );
  assert.equal(snapshot(join(repository.dir, '.git')), before);
  installIn(repository);
  const installed = snapshot(join(repository.dir, '.git'));
  assert.throws(() => carryOut([...uninstallFrom(repository, { isDry: true }).changes, stuck], ground));
  assert.equal(snapshot(join(repository.dir, '.git')), installed);
  repository.remove();
});

test('a repository whose name holds line breaks is one like others, its worktrees too', () => {
  const folder = createFolder();
  const dir = join(folder, 'two\nlines\nfalse');
  const repository = withCommit(createRepository(dir));
  assert.equal(installIn(repository).leftovers, []);
  const tree = join(folder, 'tree\n2');
  repository.git('worktree', 'add', '--quiet', '--detach', tree);
  assert.equal(names(notesOf(repository, commit(repository))), OURS);
  for (const one of [repository, openRepository(tree)]) {
    const { status, stderr } = one.run('node', [CLI, 'status', '--json']);
    assert.is(status, 0, stderr);
  }
  rmSync(folder, { recursive: true });
});

for (const command of ['install', 'status', 'brief', 'check HEAD', 'draft'])
  test(`${command} says of a directory whose name is not UTF-8 that it cannot be opened`, () => {
    const repository = createRepository();
    const script = `d=$(printf 'x\\377y') && mkdir "$d" && cd "$d" && git init -q && node '${CLI}' ${command}`;
    const { status, stderr } = repository.run('sh', ['-c', script]);
    assert.is(status, 3, stderr);
    assert.match(stderr, /^handoff: .* cannot be opened: node reads no names that are not UTF-8\n {2}fix/);
    repository.remove();
  });

test.run();
