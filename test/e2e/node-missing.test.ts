// Whatever is missing on a machine, the commit goes through, with one line at most.
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { installIn, notesOf } from '../helpers/installed.ts';
import {
  createFolder,
  createRepository,
  type TestEnvironment,
  type TestRepository,
} from '../helpers/repository.ts';

/** A PATH with git and the tools of a bare system, and no node. */
function barePath(): string {
  const folder = createFolder('handoff-path-');
  for (const name of ['sh', 'cat', 'git', 'dirname', 'basename', 'sed'])
    symlinkSync(which(name), join(folder, name));
  return folder;
}

function which(name: string): string {
  const repository = createRepository();
  const { stdout } = repository.run('sh', ['-c', `command -v ${name}`]);
  repository.remove();
  return stdout.trim();
}

function installed(): TestRepository {
  const repository = createRepository();
  installIn(repository);
  return repository;
}

const bare = barePath();
const nowhere: TestEnvironment = { PATH: bare, HOME: bare };

const judgedNothing = (how: string): RegExp =>
  new RegExp(
    `^handoff: commit-msg judged nothing: ${how}; sh "\\$\\(git rev-parse --git-common-dir\\)/handoff-hooks/run" status {3}says more\\n$`,
  );

type Situation = {
  readonly title: string;
  readonly line: RegExp | null;
  readonly prepare: (repository: TestRepository) => TestEnvironment;
};

const SITUATIONS: readonly Situation[] = [
  { title: 'HANDOFF=0 is set', line: null, prepare: () => ({ HANDOFF: '0' }) },
  {
    title: 'the bundle is gone',
    line: /^handoff: commit-msg not run: its bundle is gone; npx handoff-hooks install puts it back\n$/,
    prepare: ({ dir }) => {
      rmSync(join(dir, '.git/handoff-hooks/bundle'), { recursive: true });
      return {};
    },
  },
  {
    title: 'a part of the bundle is gone',
    line: /^handoff: commit-msg not run: its bundle is damaged; npx handoff-hooks install puts it right\n$/,
    prepare: ({ dir }) => {
      rmSync(join(dir, '.git/handoff-hooks/bundle/part.js'));
      return {};
    },
  },
  {
    title: 'the bundle is empty',
    line: /^handoff: commit-msg not run: its bundle is damaged; npx handoff-hooks install puts it right\n$/,
    prepare: ({ dir }) => {
      writeFileSync(join(dir, '.git/handoff-hooks/bundle/cli.js'), '');
      return {};
    },
  },
  {
    title: 'what the hooks share is gone',
    line: /^handoff: commit-msg not run: its files are damaged; npx handoff-hooks install repairs them\n$/,
    prepare: ({ dir }) => {
      rmSync(join(dir, '.git/handoff-hooks/hooks/lib'), { recursive: true });
      return {};
    },
  },
  {
    title: 'all of our folder is gone',
    line: /^handoff: commit-msg not run: npx handoff-hooks install repairs it, uninstall removes it\n$/,
    prepare: ({ dir }) => {
      rmSync(join(dir, '.git/handoff-hooks'), { recursive: true });
      return {};
    },
  },
  {
    title: 'node cannot read the bundle',
    line: judgedNothing('node cannot run it: its bundle is damaged, or node is older than 20\\.19'),
    prepare: () => ({ STUB_EXIT: '1' }),
  },
  {
    title: 'the bundle crashes',
    line: judgedNothing('node ended with 13'),
    prepare: () => ({ STUB_EXIT: '13' }),
  },
  {
    title: 'node runs out of work before it has judged',
    line: judgedNothing('node ended with 0'),
    prepare: () => ({ STUB_EXIT: '0' }),
  },
  {
    title: 'node is killed',
    line: judgedNothing('node was killed by signal 9'),
    prepare: () => ({ STUB_KILL: 'SIGKILL' }),
  },
  {
    title: 'node runs out of memory',
    line: judgedNothing('node gave up, as it does out of memory'),
    prepare: () => ({ STUB_KILL: 'SIGABRT' }),
  },
];

for (const { title, line, prepare } of SITUATIONS)
  test(`lets the commit through when ${title}`, () => {
    const repository = installed();
    const { status, stderr } = repository.commit('one', { a: '1' }, prepare(repository));
    assert.is(status, 0);
    if (line === null) assert.is(stderr, '');
    // A shell may say of its own what signal a child had.
    else assert.match(stderr.replace(/^(?:Killed|Aborted).*\n/gm, ''), line);
    repository.remove();
  });

// This machine has node in one of the places that are the same for everybody.
function installedWithNoCommonPlaces(): TestRepository {
  const repository = installed();
  const start = '.git/handoff-hooks/hooks/lib/node.sh';
  const text = repository.read(start);
  const without = text.replace('/opt/homebrew/bin /usr/local/bin /usr/bin /opt/local/bin /snap/bin', '');
  assert.is.not(without, text);
  repository.write(start, without);
  return repository;
}

const homes: readonly (readonly [place: string, prepare: (home: string) => string])[] = [
  ['the newest of nvm', (home) => join(home, '.nvm/versions/node/v22.1.0/bin')],
  ['volta', (home) => join(home, '.volta/bin')],
  ['fnm', (home) => join(home, '.local/share/fnm/aliases/default/bin')],
  ['fnm on a Mac', (home) => join(home, 'Library/Application Support/fnm/aliases/default/bin')],
];

for (const [place, folderIn] of homes)
  test(`finds node in the folder of ${place} when PATH is bare`, () => {
    const repository = installedWithNoCommonPlaces();
    const home = createFolder('handoff home-');
    putNode(folderIn(home), process.execPath);
    if (place.includes('nvm')) putNode(join(home, '.nvm/versions/node/v20.0.0/bin'), '/bin/false');
    const notes = notesOf(repository, (env) => {
      const { status, stderr } = repository.commit('one', { a: '1' }, { ...env, PATH: bare, HOME: home });
      assert.is(status, 0);
      assert.is(stderr, '');
    });
    assert.equal(notes, ['commit-msg .git/COMMIT_EDITMSG | ', 'post-commit | ']);
    repository.remove();
  });

function putNode(folder: string, target: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'node'), `#!/bin/sh\nexec '${target}' "$@"\n`);
  chmodSync(join(folder, 'node'), 0o755);
}

test('says in one line that there is no node, and lets the commit through', () => {
  const repository = installedWithNoCommonPlaces();
  const { status, stderr } = repository.commit('one', { a: '1' }, nowhere);
  assert.is(status, 0);
  assert.is(stderr, 'handoff: commit-msg not run: no node on PATH nor in the usual places\n');
  repository.remove();
});

test('stops the commit when the gate says no', () => {
  const repository = installed();
  assert.is(repository.commit('one', { a: '1' }, { STUB_EXIT: '10' }).status, 1);
  assert.is(repository.run('git', ['rev-parse', '--verify', '--quiet', 'HEAD']).status, 1);
  repository.remove();
});

for (const hook of ['post-commit', 'post-merge', 'post-checkout', 'post-rewrite'])
  test(`never fails from ${hook}`, () => {
    const repository = installed();
    assert.is(repository.run('git', ['hook', 'run', hook], { STUB_EXIT: '10' }).status, 0);
    repository.remove();
  });

test('does not hand NODE_EXTRA_CA_CERTS to node', () => {
  const repository = installed();
  const { stderr } = repository.commit('one', { a: '1' }, { NODE_EXTRA_CA_CERTS: '/nowhere/at-all.pem' });
  assert.is(stderr, '');
  repository.remove();
});

test('goes on working in a repository that was moved', () => {
  const repository = installed();
  const elsewhere = join(createFolder('handoff elsewhere-'), 'ré po');
  renameSync(repository.dir, elsewhere);
  const moved = createRepository(elsewhere);
  const notes = notesOf(moved, (env) => moved.commit('one', { a: '1' }, env));
  assert.equal(notes, ['commit-msg .git/COMMIT_EDITMSG | ', 'post-commit | ']);
  moved.remove();
});

// The hook as it stands in `.git/hooks`, run by the shells that git or a hook manager may run it with.
const SHELLS: readonly (readonly string[])[] = [
  ['dash'],
  ['busybox', 'sh'],
  ['bash', '--posix'],
  ['bash'],
  ['ksh'],
  ['mksh'],
  ['yash'],
  ['dash', '-eu'],
  ['bash', '-eu'],
];

for (const shell of SHELLS)
  test(`runs under ${shell.join(' ')}`, () => {
    const repository = installed();
    const [program = '', ...args] = shell;
    if (repository.run(program, [...args, '-c', ':']).status !== 0)
      return void console.log(`skipped: there is no ${program} on this machine`);
    const run = (hook: string, extra: TestEnvironment = {}) =>
      repository.run(program, [...args, `.git/hooks/${hook}`, 'a b', '*'], extra);
    const notes = notesOf(repository, (env) => {
      assert.equal(run('commit-msg', env), { status: 0, stdout: '', stderr: '' });
      assert.equal(run('pre-push', env), { status: 0, stdout: '', stderr: '' });
      assert.equal(run('commit-msg', { ...env, STUB_EXIT: '10' }), { status: 1, stdout: '', stderr: '' });
      assert.equal(run('post-commit', { ...env, STUB_EXIT: '10' }), { status: 0, stdout: '', stderr: '' });
      assert.equal(run('commit-msg', { HANDOFF: '0' }), { status: 0, stdout: '', stderr: '' });
    });
    assert.equal(notes, [
      'commit-msg a b * | ',
      'pre-push a b * | ',
      'commit-msg a b * | ',
      'post-commit a b * | ',
    ]);
    repository.remove();
  });

test.run();
