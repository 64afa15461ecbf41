// What a sandbox takes away: a git directory that may be written, HOME, the network. Each command does what
// it can, and says what it cannot. (shutdown(2): hanging.test.ts.)
import { spawnSync } from 'node:child_process';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findAgent, hookCommand } from '../../src/agents/index.ts';
import { CLI, createProject, NEW_ARCHITECTURE } from '../helpers/project.ts';
import type { TestRepository } from '../helpers/repository.ts';
import { snapshot } from '../helpers/snapshot.ts';

const NOBODY = 65534;
const BARE = ['env', '-i', `PATH=${process.env.PATH}`];
const AS_NOBODY = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', ...BARE];
const OFFLINE = ['unshare', '--net'];

const runs = ([program = '', ...args]: readonly string[]): boolean =>
  spawnSync(program, [...args, 'true']).status === 0;
const isRoot = process.getuid?.() === 0;
const mayLock = isRoot && runs(AS_NOBODY);
if (!mayLock) console.log('skipped: only root can make a git directory that its user cannot write');

/** With one commit that owes a record, and one that the gate would have stopped. */
function createOwing(): TestRepository {
  const repository = createProject({ 'src/a.ts': 'a\n' });
  repository.commit('feat: complete Phase 1', { 'src/b.ts': 'b\n' }, { HANDOFF: '0' });
  repository.commit('feat: use SQLite', { 'docs/architecture.md': NEW_ARCHITECTURE }, { HANDOFF: '0' });
  return repository;
}

/** All of it is the user's but the git directory. */
function createLocked(): TestRepository {
  const repository = createOwing();
  repository.run('chown', ['-R', `${NOBODY}:${NOBODY}`, repository.dir]);
  repository.run('chown', ['-R', '0:0', '.git']);
  repository.run('chmod', ['-R', 'a+rX,go-w', '.git']);
  return repository;
}

const TRUSTED = ['GIT_CONFIG_COUNT=1', 'GIT_CONFIG_KEY_0=safe.directory', 'GIT_CONFIG_VALUE_0=*'];

/** Commands that read, and those that write the work tree alone. */
const WORKING = [
  'status',
  'brief',
  'brief --task storage',
  'why HEAD',
  'check HEAD~1',
  'decisions files',
  'guards',
  'draft --stdout',
  'draft',
  'park',
  'note next something',
  'decide SQLite --chosen SQLite --rationale small',
  'page --out page.html',
];

const endsWell = (title: string, { status, stderr }: { status: number | null; stderr: string }): void => {
  assert.is(status, 0, `${title}: ${stderr}`);
  assert.not.match(stderr, /\n {4}at /, `${title}: no stack`);
};

if (mayLock) {
  test('all but install and uninstall work where the git directory is read-only and there is no HOME', () => {
    const repository = createLocked();
    const before = snapshot(`${repository.dir}/.git`);
    const { status, stdout } = repository.run(AS_NOBODY[0] ?? '', [
      ...AS_NOBODY.slice(1),
      ...TRUSTED,
      'git',
      'handoff',
      'status',
    ]);
    assert.is(status, 0);
    assert.match(stdout, /problem: \.git cannot be written here/);
    for (const words of WORKING)
      endsWell(
        words,
        repository.run(AS_NOBODY[0] ?? '', [
          ...AS_NOBODY.slice(1),
          ...TRUSTED,
          'git',
          'handoff',
          ...words.split(' '),
        ]),
      );
    assert.match(repository.read('SESSION_CONTEXT.md'), /something/);
    assert.match(repository.read('docs/decisions.md'), /Decision 2: SQLite/);
    for (const words of ['uninstall', 'install --agent claude']) {
      const done = repository.run(AS_NOBODY[0] ?? '', [
        ...AS_NOBODY.slice(1),
        ...TRUSTED,
        'node',
        CLI,
        ...words.split(' '),
      ]);
      assert.is(done.status, 3, words);
      assert.match(done.stderr, /could not be written\n {2}why {2}it is read-only\n {2}fix /, words);
    }
    assert.equal(snapshot(`${repository.dir}/.git`), before);
    repository.remove();
  });

  test('an agent is told the brief, and never stopped, where the git directory is read-only', () => {
    const repository = createLocked();
    for (const moment of ['start', 'subagent', 'edit', 'stop'] as const) {
      const input = JSON.stringify({ session_id: 's', tool_input: { file_path: 'src/a.ts' } });
      const line = `printf '%s' '${input}' | { ${hookCommand(findAgent('claude'), moment)}; }`;
      const done = repository.run(AS_NOBODY[0] ?? '', [...AS_NOBODY.slice(1), ...TRUSTED, 'sh', '-c', line]);
      assert.equal([done.status, done.stderr], [0, ''], moment);
      if (moment === 'start') assert.match(done.stdout, /Session brief/);
    }
    repository.remove();
  });
}

if (isRoot && runs(OFFLINE))
  test('no command asks the network for anything, and none needs HOME', () => {
    const repository = createOwing();
    for (const words of [...WORKING, 'uninstall'])
      endsWell(
        words,
        repository.run(OFFLINE[0] ?? '', [
          ...OFFLINE.slice(1),
          ...BARE,
          'git',
          'handoff',
          ...words.split(' '),
        ]),
      );
    endsWell(
      'install',
      repository.run(OFFLINE[0] ?? '', [...OFFLINE.slice(1), ...BARE, 'node', CLI, 'install']),
    );
    repository.remove();
  });

test('where git is told to run no hooks, status says so, and install and uninstall work', () => {
  const repository = createOwing();
  const off = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.hooksPath', GIT_CONFIG_VALUE_0: '' };
  const run = (...args: string[]) => repository.run('node', [CLI, ...args], off);
  assert.match(run('status').stdout, /problem: git runs no hooks here/);
  endsWell('uninstall', run('uninstall'));
  endsWell('install', run('install'));
  assert.match(
    repository.commit('feat: complete Phase 2', { 'src/c.ts': 'c\n' }).stderr,
    /drafted an update/,
  );
  repository.remove();
});

test.run();
