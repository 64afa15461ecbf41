// The packed package beside each real hook manager, through a whole life: install, commit, draft, block, the
// manager's next run, uninstall.
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findManager, PATH } from '../helpers/managers.ts';
import { ARCHITECTURE, CONTEXT, code, DECISIONS, NEW_ARCHITECTURE } from '../helpers/project.ts';
import { createFolder, createRepository, type TestRepository } from '../helpers/repository.ts';
import { snapshot } from '../helpers/snapshot.ts';
import { packedCli } from '../helpers/tarball.ts';

const HUSKY = fileURLToPath(new URL('../../node_modules/husky/bin.js', import.meta.url));

type Manager = {
  readonly into: string;
  readonly files: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly isThere: () => boolean;
};

const MANAGERS: readonly Manager[] = [
  {
    into: 'husky',
    files: { '.husky/pre-commit': 'echo theirs >>"$SEEN"\n' },
    command: [process.execPath, HUSKY],
    isThere: () => true,
  },
  {
    into: 'lefthook',
    files: { 'lefthook.yml': 'pre-commit:\n  jobs:\n    - run: echo theirs >>"$SEEN"\n' },
    command: ['lefthook', 'install'],
    isThere: () => findManager('lefthook') !== null,
  },
  {
    into: 'simple-git-hooks',
    files: { 'package.json': '{\n  "simple-git-hooks": { "pre-commit": "echo theirs >>\\"$SEEN\\"" }\n}\n' },
    command: ['simple-git-hooks'],
    isThere: () => findManager('simple-git-hooks') !== null,
  },
  {
    into: 'prek',
    files: {
      'prek.toml':
        '[[repos]]\nrepo = "local"\n\n[[repos.hooks]]\nid = "theirs"\nname = "theirs"\nlanguage = "system"\nentry = \'sh -c "echo theirs >>$SEEN"\'\nalways_run = true\npass_filenames = false\n',
    },
    command: ['prek', 'install'],
    isThere: () => findManager('prek') !== null,
  },
  {
    into: 'pre-commit',
    files: {
      '.pre-commit-config.yaml':
        'repos:\n- repo: local\n  hooks:\n  - id: theirs\n    name: theirs\n    entry: sh -c \'echo theirs >>"$SEEN"\'\n    language: system\n    always_run: true\n    pass_filenames: false\n    stages: [commit]\n',
    },
    command: ['pre-commit', 'install'],
    isThere: () => findManager('pre-commit') !== null,
  },
];

const ENV = { SEEN: '/dev/null', PRE_COMMIT_HOME: createFolder('handoff-pre-commit-') };

// What commits leave in the git directory, and a sum that lefthook keeps with the time.
const GROWS = [
  'objects',
  'logs',
  'index',
  'refs',
  'COMMIT_EDITMSG',
  'ORIG_HEAD',
  'lefthook.checksum',
  'info',
  'rr-cache',
];

const ok = (repository: TestRepository, [program = '', ...args]: readonly string[]) => {
  const { status, stdout, stderr } = repository.run(program, args, { ...ENV, PATH });
  assert.is(status, 0, stdout + stderr);
};

const handoff = (repository: TestRepository, ...args: string[]) =>
  ok(repository, ['node', packedCli(), ...args]);

function createProject({ files, command }: Manager): TestRepository {
  const repository = createRepository();
  const documents = {
    'SESSION_CONTEXT.md': CONTEXT,
    'docs/architecture.md': ARCHITECTURE,
    'docs/decisions.md': DECISIONS,
  };
  repository.commit('chore: start', { ...documents, ...files });
  ok(repository, command);
  return repository;
}

for (const manager of MANAGERS.filter(({ isThere }) => isThere()))
  test(`lives with ${manager.into} from install to uninstall`, () => {
    const repository = createProject(manager);
    const before = snapshot(repository.dir, GROWS);
    const commit = (message: string, files: Record<string, string>) =>
      repository.commit(message, files, ENV).status;

    handoff(repository, 'install');
    assert.is(JSON.parse(repository.read('.git/handoff-hooks/install.json')).into, manager.into);
    assert.is(commit('style: a note', { 'note.js': '// a note\n' }), 0);
    assert.is(repository.git('status', '--porcelain'), '');

    assert.is(commit('feat(phase1): complete Phase 1', { 'src/engine.js': code('engine') }), 0);
    const id = repository.git('rev-parse', '--short=7', 'HEAD');
    assert.match(repository.read('SESSION_CONTEXT.md'), new RegExp(id));
    repository.git('checkout', '--quiet', '--', 'SESSION_CONTEXT.md');

    ok(repository, manager.command);
    assert.is(commit('docs: one table', { 'docs/architecture.md': NEW_ARCHITECTURE }), 1);
    repository.git('reset', '--quiet', '--hard');

    handoff(repository, 'uninstall');
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--no-verify', '--allow-empty', '--message', 'chore: uninstalled');
    assert.is(
      repository.git(
        'diff',
        '--stat',
        'HEAD',
        repository.git('rev-list', '--max-parents=0', 'HEAD'),
        '--',
        ...Object.keys(manager.files),
        '.husky',
      ),
      '',
    );
    repository.git('reset', '--quiet', '--hard', repository.git('rev-list', '--max-parents=0', 'HEAD'));
    assert.equal(snapshot(repository.dir, GROWS), before);
    assert.is(repository.git('status', '--porcelain'), '');
    repository.remove();
  });

test.run();
