// simple-git-hooks owns the hooks, and deletes those that its settings do not name: ours go into its
// settings.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { installIn, notesOf, uninstallFrom } from '../helpers/installed.ts';
import { findManager, PATH } from '../helpers/managers.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';
import { snapshot } from '../helpers/snapshot.ts';

const tool = findManager('simple-git-hooks');

const COMMANDS = {
  'pre-commit': 'echo first >>"$NOTES"',
  'commit-msg': 'grep -vq forbidden "$1" && echo theirs "$1" >>"$NOTES"',
  'pre-push': 'cat >>"$NOTES"',
};

const FORMS: Readonly<Record<string, string>> = {
  'package.json': `{\n\t"name": "caf\u00e9",\n\t"simple-git-hooks": ${JSON.stringify(COMMANDS, null, '\t').replaceAll('\n', '\n\t')},\n\t"version": "1.0.0"\n}\n`,
  'simple-git-hooks.json': JSON.stringify(COMMANDS, null, 2),
};

function withManager(name: string, text: string): TestRepository {
  const repository = createRepository();
  repository.write(name, text);
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--message', 'start');
  manager(repository);
  return repository;
}

const manager = (repository: TestRepository) => {
  const { status, stderr } = repository.run('simple-git-hooks', [], { PATH });
  assert.is(status, 0, stderr);
};

const everything = ({ dir }: TestRepository) =>
  snapshot(dir, ['objects', 'logs', 'index', 'notes-of-the-stub']);

const EXPECTED = [
  'first',
  'commit-msg .git/COMMIT_EDITMSG | ',
  'theirs .git/COMMIT_EDITMSG',
  'post-commit | ',
];

if (tool !== null)
  for (const [name, text] of Object.entries(FORMS)) {
    test(`runs ours with theirs from ${name}`, () => {
      const repository = withManager(name, text);
      installIn(repository);
      const run = () => notesOf(repository, (env) => assert.is(repository.commit('one', {}, env).status, 0));
      assert.equal(run(), EXPECTED);
      manager(repository);
      assert.equal(run(), EXPECTED);
      assert.is(repository.commit('forbidden').status, 1);
      assert.is(repository.commit('one', {}, { STUB_EXIT: '10' }).status, 1);
      repository.remove();
    });

    test(`restores ${name} byte for byte, also after simple-git-hooks ran again`, () => {
      const repository = withManager(name, text);
      const before = everything(repository);
      installIn(repository);
      manager(repository);
      assert.equal(installIn(repository).changes, []);
      assert.equal(uninstallFrom(repository).leftovers, []);
      assert.equal(everything(repository), before);
      assert.is(repository.git('status', '--porcelain'), '');
      repository.remove();
    });
  }

if (tool !== null) {
  const text = FORMS['package.json'] ?? '';

  test('restores package.json when another part of it changed since', () => {
    const repository = withManager('package.json', text);
    installIn(repository);
    repository.write('package.json', repository.read('package.json').replace('1.0.0', '1.1.0'));
    assert.equal(uninstallFrom(repository).leftovers, []);
    assert.is(repository.read('package.json'), text.replace('1.0.0', '1.1.0'));
    repository.remove();
  });

  test('lists package.json when its hooks were written anew since, and leaves it', () => {
    const repository = withManager('package.json', text);
    installIn(repository);
    const anew = JSON.stringify(JSON.parse(repository.read('package.json')));
    repository.write('package.json', anew);
    assert.equal(uninstallFrom(repository).leftovers, [
      { path: `${repository.dir}/package.json`, reason: 'changed' },
    ]);
    assert.is(repository.read('package.json'), anew);
    repository.remove();
  });
}

test.run();
