// pre-commit owns the hooks: the gate goes into its settings, the rest stays beside it.
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { installIn, notesOf, uninstallFrom } from '../helpers/installed.ts';
import { findManager } from '../helpers/managers.ts';
import { createFolder, createRepository, type TestRepository } from '../helpers/repository.ts';
import { snapshot } from '../helpers/snapshot.ts';

const tool = findManager('pre-commit');
const SETTINGS = '.pre-commit-config.yaml';

const YAML = `# our checks
repos:
  # a local one
  - repo: local   # here
    hooks:
      - id: theirs
        name: theirs
        entry: sh -c 'echo theirs >>"$NOTES"'
        language: system
        always_run: true
        pass_filenames: false
        stages: [commit]
`;

const FORMS: Readonly<Record<string, string>> = {
  'as its documentation has it': YAML,
  'with lists not indented': YAML.replace(/^ {2}/gm, ''),
  'with CRLF and no final newline': YAML.trimEnd().replaceAll('\n', '\r\n'),
};

const HOME = { PRE_COMMIT_HOME: createFolder('handoff-pre-commit-') };

function withPreCommit(yaml = YAML): TestRepository {
  const repository = createRepository();
  repository.write(SETTINGS, yaml);
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--message', 'start');
  preCommit(repository, 'install');
  return repository;
}

const preCommit = (repository: TestRepository, ...args: string[]) => {
  const { status, stdout } = repository.run('pre-commit', args, HOME);
  assert.is(status, 0, stdout);
};

const commit = (repository: TestRepository, extra: Record<string, string>) =>
  repository.commit('one', { 'a.txt': `${Object.keys(extra)}` }, { ...HOME, NOTES: '/dev/null', ...extra });

const everything = ({ dir }: TestRepository) =>
  snapshot(dir, ['objects', 'logs', 'index', 'notes-of-the-stub', 'COMMIT_EDITMSG', 'ORIG_HEAD']);

if (tool !== null) {
  for (const [title, yaml] of Object.entries(FORMS))
    test(`runs the gate from settings ${title}, and restores them`, () => {
      const repository = withPreCommit(yaml);
      const before = everything(repository);
      installIn(repository);
      const notes = notesOf(repository, (env) => assert.is(commit(repository, env).status, 0));
      assert.equal(notes, ['theirs', 'commit-msg .git/COMMIT_EDITMSG | ', 'post-commit | ']);
      assert.equal(uninstallFrom(repository).leftovers, []);
      repository.git('reset', '--quiet', '--hard', 'HEAD~1');
      assert.equal(everything(repository), before);
      repository.remove();
    });

  test('stops a commit, and goes on running after pre-commit was installed again', () => {
    const repository = withPreCommit();
    installIn(repository);
    preCommit(repository, 'install', '--hook-type', 'pre-commit', '--hook-type', 'commit-msg');
    assert.equal(installIn(repository).changes, []);
    assert.is(commit(repository, { STUB_EXIT: '10' }).status, 1);
    repository.remove();
  });

  test('offers a hook of its own that pre-commit finds valid', () => {
    const manifest = fileURLToPath(new URL('../../.pre-commit-hooks.yaml', import.meta.url));
    preCommit(createRepository(), 'validate-manifest', manifest);
  });

  test('says that pre-commit has to see its settings staged', () => {
    const repository = withPreCommit();
    assert.equal(installIn(repository).pending, [`git add ${SETTINGS}`]);
    assert.equal(installIn(repository).pending, []);
    repository.remove();
  });

  test('keeps a file that pre-commit needs for hooks that were added since', () => {
    const repository = withPreCommit();
    installIn(repository);
    const more = '      - {id: more, name: more, entry: "true", language: system, stages: [commit-msg]}\n';
    repository.write(SETTINGS, repository.read(SETTINGS) + more);
    uninstallFrom(repository);
    assert.is(repository.read(SETTINGS), YAML + more);
    assert.match(repository.read('.git/hooks/commit-msg'), /--hook-type=commit-msg/);
    repository.remove();
  });
}

test.run();
