// lefthook owns the hooks: ours go into its settings, whatever their format, and come out again.
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { installIn, notesOf, uninstallFrom } from '../helpers/installed.ts';
import { findManager, PATH } from '../helpers/managers.ts';
import { CLI, CONTEXT, code } from '../helpers/project.ts';
import {
  createFolder,
  createRepository,
  openRepository,
  type TestRepository,
} from '../helpers/repository.ts';
import { snapshot } from '../helpers/snapshot.ts';
import { hasTerminals, runInTerminal } from '../helpers/terminal.ts';

const tool = findManager('lefthook');

const THEIRS = 'echo "theirs" >>"$NOTES"';

const FORMS: Readonly<Record<string, string>> = {
  'lefthook.yml': `# øurs by hand – “quoted”
pre-commit:
  parallel: true   # fast
  commands:
    theirs:
      run: ${THEIRS}

commit-msg:
  # checks the message
  commands:
    # theirs first
    theirs:
      run: ${THEIRS} && grep -vq forbidden {1}
post-merge:
`,
  '.lefthook.yaml': `pre-commit:\r\n  jobs:\r\n    - run: ${THEIRS}\r\ncommit-msg:\r\n  jobs:\r\n    - run: ${THEIRS} && grep -vq forbidden {1}\r\n`,
  '.config/lefthook.yml': `pre-commit:\n  commands:\n    theirs: { run: 'true' }\ncommit-msg:\n  commands:\n    theirs:\n      run: ${THEIRS} && grep -vq forbidden {1}`,
  'lefthook.toml': `# tøml – “quoted”\n[pre-commit.commands.theirs]\nrun = '${THEIRS}'\n[commit-msg.commands.theirs]\nrun = '${THEIRS} && grep -vq forbidden {1}'\n`,
  'lefthook.json': JSON.stringify(
    {
      'pre-commit': { commands: { theirs: { run: THEIRS } } },
      'commit-msg': { commands: { theirs: { run: `${THEIRS} && grep -vq forbidden {1}` } } },
    },
    null,
    4,
  ),
};

function withLefthook(name: string, text: string, repository = createRepository()): TestRepository {
  repository.write(name, text);
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--message', 'start');
  lefthook(repository, 'install');
  return repository;
}

const lefthook = (repository: TestRepository, ...args: string[]) =>
  assert.is(repository.run('lefthook', args, { PATH }).status, 0);

// lefthook keeps a sum of its settings, with the time, in .git/info.
const everything = ({ dir }: TestRepository) =>
  snapshot(dir, ['objects', 'logs', 'info', 'index', 'notes-of-the-stub', 'COMMIT_EDITMSG', 'ORIG_HEAD']);

const commit = (repository: TestRepository, message: string, extra = {}) =>
  repository.commit(message, {}, { NOTES: '/dev/null', ...extra });

if (tool !== null)
  for (const [name, text] of Object.entries(FORMS))
    test(`runs ours beside theirs from ${name}, and restores it byte for byte`, () => {
      const repository = withLefthook(name, text);
      const before = everything(repository);
      installIn(repository);
      assert.is.not(repository.read(name), text);
      assert.equal(installIn(repository).changes, []);
      lefthook(repository, 'install');
      const notes = notesOf(repository, (env) =>
        assert.is(repository.run('git', ['commit', '--quiet', '--allow-empty', '-m', 'one'], env).status, 0),
      );
      assert.equal(notes.filter((note) => note.startsWith('theirs')).length, notes.length - 2);
      assert.ok(notes.includes('commit-msg .git/COMMIT_EDITMSG | '));
      assert.is(notes.at(-1), 'post-commit | ');
      repository.git('reset', '--quiet', 'HEAD~1');
      assert.equal(uninstallFrom(repository).leftovers, []);
      assert.equal(everything(repository), before);
      repository.remove();
    });

if (tool !== null) {
  const yml = FORMS['lefthook.yml'] ?? '';

  test('lets both a failing hook of theirs and the gate stop a commit', () => {
    const repository = withLefthook('lefthook.yml', yml);
    installIn(repository);
    assert.is(commit(repository, 'forbidden').status, 1);
    assert.is(commit(repository, 'fine', { STUB_EXIT: '10' }).status, 1);
    assert.is(commit(repository, 'fine').status, 0);
    repository.remove();
  });

  test('hands standard input on to post-rewrite and pre-push', () => {
    const repository = withLefthook('lefthook.yml', yml);
    installIn(repository);
    commit(repository, 'one');
    const old = repository.git('rev-parse', 'HEAD');
    const notes = notesOf(repository, (env) =>
      repository.run('git', ['commit', '--amend', '--allow-empty', '-qm', 'two'], env),
    );
    assert.is(notes.at(-1), `post-rewrite amend | ${old} ${repository.git('rev-parse', 'HEAD')}`);
    repository.remove();
  });

  test('hands arguments on as they are, with spaces and quotes in them', () => {
    const folder = join(createFolder("handoff it's "), 'main (one)');
    const plain = "pre-push:\n  commands:\n    theirs:\n      run: 'true'\n";
    const repository = withLefthook('lefthook.yml', plain, createRepository(folder));
    installIn(repository);
    repository.commit('with settings');
    const linked = openRepository(join(createFolder(), 'linked'));
    repository.git('worktree', 'add', '--quiet', linked.dir);
    const commits = notesOf(repository, (env) =>
      linked.run('git', ['commit', '--quiet', '--allow-empty', '-m', 'one'], env),
    );
    assert.ok(commits.includes(`commit-msg ${folder}/.git/worktrees/linked/COMMIT_EDITMSG | `));
    const push = ['push', '--quiet', folder, 'HEAD:refs/heads/x'];
    const pushes = notesOf(repository, (env) => repository.run('git', push, env));
    assert.ok(pushes[0]?.startsWith(`pre-push ${folder} ${folder} | HEAD `));
    repository.remove();
  });

  test('leaves a plain hook plain that lefthook would have pushed aside', () => {
    const repository = withLefthook('lefthook.yml', yml);
    repository.write('.git/hooks/post-commit', '#!/bin/sh\necho mine >>"$NOTES"\n');
    chmodSync(join(repository.dir, '.git/hooks/post-commit'), 0o755);
    installIn(repository);
    lefthook(repository, 'install');
    const notes = notesOf(repository, (env) => commit(repository, 'one', env));
    assert.equal(notes.slice(-2), ['post-commit | ', 'mine']);
    repository.remove();
  });

  test('keeps what was added to the settings around ours', () => {
    const repository = withLefthook('lefthook.yml', yml);
    installIn(repository);
    const edit = (text: string) => text.replace('# øurs by hand – “quoted”', '# edited\n').concat('# more\n');
    repository.write('lefthook.yml', edit(repository.read('lefthook.yml')));
    assert.equal(uninstallFrom(repository).leftovers, []);
    assert.is(repository.read('lefthook.yml'), edit(yml));
    repository.remove();
  });

  test('asks nobody, as lefthook would show the question when the hook has ended', () => {
    if (!hasTerminals) return;
    const repository = createRepository();
    repository.commit('chore: start', { 'SESSION_CONTEXT.md': CONTEXT, 'lefthook.yml': yml });
    assert.is(repository.run('node', [CLI, 'install', '--into', 'lefthook']).status, 0);
    lefthook(repository, 'install');
    repository.write('src/engine.ts', code('engine'));
    repository.git('add', 'src');
    const env = { ...repository.env, PATH, TERM: 'xterm', NOTES: '/dev/null' };
    const argv = ['git', 'commit', '--quiet', '--message', 'feat: complete Phase 1, the engine'];
    const { status, missed, left, output } = runInTerminal({ argv, cwd: repository.dir, env, steps: [] });
    assert.equal([status, missed, left], [0, null, { canonical: true, echo: true }], output.slice(0, 2000));
    assert.not.match(output, 'Record this?');
    assert.match(repository.read('SESSION_CONTEXT.md'), repository.git('rev-parse', '--short=7', 'HEAD'));
    repository.remove();
  });

  test('refuses settings whose form it cannot add to, and names the way out', () => {
    const repository = withLefthook(
      'lefthook.yml',
      "commit-msg: { commands: { theirs: { run: 'true' } } }\n",
    );
    assert.throws(
      () => installIn(repository),
      (error: { text: { fix: string } }) => /--into git/.test(error.text.fix),
    );
    installIn(repository, { into: 'git' });
    repository.remove();
  });

  test('makes settings where --into asks for it', () => {
    const repository = createRepository();
    repository.commit('start', { a: '1' });
    installIn(repository, { into: 'lefthook' });
    lefthook(repository, 'install');
    const notes = notesOf(repository, (env) => commit(repository, 'one', env));
    assert.equal(notes, ['commit-msg .git/COMMIT_EDITMSG | ', 'post-commit | ']);
    repository.git('reset', '--quiet', 'HEAD~1');
    uninstallFrom(repository);
    assert.is(repository.git('status', '--porcelain'), '');
    repository.remove();
  });
}

test.run();
