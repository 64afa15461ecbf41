// A run that is ended in the middle of its work, by a signal or for good: git goes on, nothing is lost, and
// what is left is named and cleared.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, code, createProject } from '../helpers/project.ts';
import { copyRepository, type TestRepository } from '../helpers/repository.ts';

const template = createProject();
template.commit('feat: complete Phase 1, the engine', { 'src/engine.ts': code('engine') }, { HANDOFF: '0' });
test.after(template.remove);

/** git that takes its time for one of its commands; `ignored` are signals that do not end it. */
function slowGit({ dir }: TestRepository, command: string, ignored = ''): string {
  const bin = join(dir, '.git/bin');
  mkdirSync(bin);
  const real = template.run('sh', ['-c', 'command -v git']).stdout.trim();
  const slow = `case " \${GIT_INDEX_FILE##*/} $* " in *" ${command} "*) ${ignored && `trap '' ${ignored};`} : >"$0.began"; sleep 0.4;; esac`;
  writeFileSync(join(bin, 'git'), `#!/bin/sh\n${slow}\nexec '${real}' "$@"\n`, { mode: 0o755 });
  return bin;
}

type Interruption = {
  readonly signal: NodeJS.Signals;
  readonly command: string;
  readonly ignored?: string;
  /** What is run; a draft into a commit without it. */
  readonly words?: string;
};

/** The signal to all processes of a command of ours while git does `command`, as a terminal sends it. */
async function interrupt(repository: TestRepository, interruption: Interruption) {
  const { signal, command, ignored, words = 'draft --into commit' } = interruption;
  const { dir, env } = repository;
  const bin = slowGit(repository, command, ignored);
  const child = spawn(process.execPath, [CLI, ...words.split(' ')], {
    cwd: dir,
    env: { ...env, PATH: `${bin}:${env.PATH}` },
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(child, 'exit');
  const last = Date.now() + 30_000;
  while (!existsSync(join(bin, 'git.began')) && Date.now() < last) await wait(2);
  await wait(30);
  process.kill(-Number(child.pid), signal);
  return ended;
}

const entries = ({ read }: TestRepository): number =>
  read('SESSION_CONTEXT.md').split('the engine').length - 1;

const locksIn = ({ dir }: TestRepository): string[] =>
  readdirSync(join(dir, '.git')).filter((name) => name.endsWith('.lock') || name.startsWith('.handoff-'));

/** Of the index itself, not of a copy. */
const OF_INDEX = 'index -c core.hooksPath=/dev/null update-index';

for (const [signal, ...commands] of [
  ['SIGINT', 'read-tree', 'update-index', OF_INDEX, 'commit-tree', 'update-ref', 'add'],
  ['SIGTERM', 'update-ref'],
  ['SIGHUP', 'update-ref'],
] as const)
  for (const command of commands)
    test(`${signal} while a draft is committed, in git ${command}, leaves no lock and half of nothing`, async () => {
      const repository = copyRepository(template);
      const head = repository.git('rev-parse', 'HEAD');
      await interrupt(repository, { signal, command });
      assert.equal(locksIn(repository), []);
      const isDone = repository.git('rev-parse', 'HEAD') !== head;
      assert.is(isDone, command === 'add');
      assert.is(repository.git('status', '--porcelain'), '');
      repository.git('commit', '--quiet', '--allow-empty', '-m', 'chore: next');
      assert.is(entries(repository), 1);
      repository.remove();
    });

test('a signal that git outlives ends the run after the branch was moved, and the index with it', async () => {
  const repository = copyRepository(template);
  const [, by] = await interrupt(repository, { signal: 'SIGINT', command: 'update-ref', ignored: 'INT' });
  assert.is(by, 'SIGINT');
  assert.equal(locksIn(repository), []);
  assert.is(repository.git('status', '--porcelain'), '');
  assert.is(repository.git('show', '--format=', '--name-only', 'HEAD'), 'SESSION_CONTEXT.md');
  repository.remove();
});

for (const [situation, command, left] of [
  ['before it wrote anything', 'commit-tree', ''],
  ['before the index was changed', OF_INDEX, ' M'],
  ['before HEAD moved', 'update-ref', 'M '],
  ['after HEAD moved', 'add', ''],
] as const)
  test(`a run that was killed ${situation} locks nothing, and loses nothing`, async () => {
    const repository = copyRepository(template);
    await interrupt(repository, { signal: 'SIGKILL', command });
    assert.not.ok(locksIn(repository).some((name) => name.endsWith('.lock')));
    const status = repository.run('git', ['status', '--porcelain']).stdout;
    assert.is(status.slice(0, 2).replace('\n', ''), left);
    assert.is(repository.commit('chore: next').status, 0);
    repository.run('node', [CLI, 'draft']);
    assert.is(entries(repository), 1);
    repository.run('node', [CLI, 'install']);
    assert.equal(locksIn(repository), []);
    assert.not.match(repository.run('node', [CLI, 'status']).stdout, /was killed/);
    repository.remove();
  });

/** `git commit` that stays between commit-msg and the move of HEAD until `end` is called. */
function startCommit({ dir, env }: TestRepository, hook: string) {
  const [began, go] = [join(dir, '.git/began'), join(dir, '.git/go')];
  const wait = `: >'${began}'; until [ -f '${go}' ]; do sleep 0.05; done`;
  appendFileSync(join(dir, '.git/hooks', hook), `\n${wait}\n`);
  const child = spawn(
    'git',
    ['commit', '--quiet', '--allow-empty', '-m', 'feat: complete Phase 2, the planner'],
    {
      cwd: dir,
      env,
      stdio: 'ignore',
    },
  );
  const ended = once(child, 'exit');
  return { began, end: () => (writeFileSync(go, ''), ended) };
}

test('a draft is not committed under a commit that is being made, which git would refuse then', async () => {
  const repository = copyRepository(template);
  const { began, end } = startCommit(repository, 'commit-msg');
  while (!existsSync(began)) await wait(5);
  const head = repository.git('rev-parse', 'HEAD');
  const { status, stderr } = repository.run('node', [CLI, 'draft', '--into', 'commit']);
  assert.is(status, 3);
  assert.match(stderr, /a commit is being made, so nothing was written/);
  assert.is(repository.git('rev-parse', 'HEAD'), head);
  const [code] = await end();
  assert.is(code, 0);
  assert.is(repository.run('node', [CLI, 'draft', '--into', 'commit']).status, 0);
  assert.is(entries(repository), 1);
  assert.equal(locksIn(repository), []);
  repository.remove();
});

const old = (file: string): void => {
  const then = Date.now() / 1000 - 60;
  utimesSync(file, then, then);
};

for (const name of ['index.lock', 'HEAD.lock', 'refs/heads/main.lock'])
  test(`${name} that is not ours is named, with the command that removes it, and left alone`, () => {
    const repository = copyRepository(template);
    const lock = join(repository.dir, '.git', name);
    writeFileSync(lock, '');
    old(lock);
    const { stdout } = repository.run('node', [CLI, 'status']);
    assert.ok(stdout.includes(`git is locked by .git/${name}`), stdout);
    assert.ok(stdout.includes(`rm .git/${name}   once no git process runs here`), stdout);
    repository.run('node', [CLI, 'install']);
    assert.is(statSync(lock).size, 0);
    repository.remove();
  });

type Leftover = {
  readonly situation: string;
  readonly name: (dead: string) => string;
  readonly isCleared: boolean;
  readonly inState?: boolean;
};

const LEFTOVERS: readonly Leftover[] = [
  { situation: 'a file of a run that ended', name: (dead) => `.handoff-${dead}-abc.tmp`, isCleared: true },
  {
    situation: 'a file of state of a run that ended',
    name: (dead) => `.handoff-${dead}-abc.tmp`,
    isCleared: true,
    inState: true,
  },
  {
    situation: 'git’s lock of an index of ours',
    name: (dead) => `.handoff-${dead}-a.tree.lock`,
    isCleared: true,
  },
  {
    situation: 'a file of a run that goes on',
    name: () => `.handoff-${process.pid}-abc.tmp`,
    isCleared: false,
  },
  {
    situation: 'the lock of an installation that ended',
    name: () => '.handoff-install.lock',
    isCleared: true,
  },
  { situation: 'the lock of a draft that ended', name: () => 'lock', isCleared: true, inState: true },
  { situation: 'a text in an editor', name: (dead) => `.handoff-${dead}-abc.edit`, isCleared: false },
  { situation: 'a file by another name', name: () => '.handoff-notes.tmp', isCleared: false },
  { situation: 'a file of nobody', name: () => '.handoff-0-abc.tmp', isCleared: false },
];

for (const { situation, name, isCleared, inState = false } of LEFTOVERS)
  test(`${situation} is ${isCleared ? 'named, and removed by the next draft' : 'left alone'}`, () => {
    const repository = copyRepository(template);
    const dead = repository.run(process.execPath, ['-p', 'String(process.pid)']).stdout.trim();
    const path = join('.git', inState ? 'handoff-hooks' : '', name(dead));
    repository.write(path, dead);
    assert.is(repository.run('node', [CLI, 'status']).stdout.includes(`was killed left ${path}`), isCleared);
    repository.run('node', [CLI, 'draft']);
    assert.is(entries(repository), 1);
    assert.is(existsSync(join(repository.dir, path)), !isCleared);
    repository.remove();
  });

test('what an installation left in the repository of a linked worktree is named and removed there', () => {
  const repository = copyRepository(template);
  const linked = join(repository.dir, '.git', 'linked');
  repository.git('worktree', 'add', '--quiet', '-b', 'side', linked);
  const dead = repository.run(process.execPath, ['-p', 'String(process.pid)']).stdout.trim();
  const left = join(repository.dir, '.git', `.handoff-${dead}-abc.tmp`);
  writeFileSync(left, 'half');
  const run = (command: string) => repository.run('sh', ['-c', `cd '${linked}' && node '${CLI}' ${command}`]);
  assert.match(run('status').stdout, /a run that was killed left/);
  run('install');
  assert.equal(locksIn(repository), []);
  repository.remove();
});

test('a signal to a probe leaves no worktree', async () => {
  const repository = copyRepository(template);
  const [, by] = await interrupt(repository, {
    signal: 'SIGINT',
    command: 'update-ref',
    words: 'status --probe',
  });
  assert.is(by, 'SIGINT');
  assert.is(repository.git('worktree', 'list', '--porcelain').match(/^worktree /gm)?.length, 1);
  repository.remove();
});

test('a probe that was killed leaves a worktree that status names and the next install removes', async () => {
  const repository = copyRepository(template);
  const words = 'status --probe';
  const [, by] = await interrupt(repository, { signal: 'SIGKILL', command: 'update-ref', words });
  assert.is(by, 'SIGKILL');
  const trees = () => repository.git('worktree', 'list', '--porcelain').match(/^worktree .*$/gm) ?? [];
  const scratch = trees()[1]?.slice('worktree '.length) ?? '';
  assert.match(scratch, /handoff-probe-\d+-\w+\/worktree$/);
  assert.match(repository.run('node', [CLI, 'status']).stdout, /was killed left \S*worktrees\/worktree/);
  assert.is(repository.run('node', [CLI, 'install']).status, 0);
  assert.is(trees().length, 1);
  assert.not(existsSync(dirname(scratch)));
  repository.remove();
});

test('installations that start at the same moment all succeed, and uninstall takes all of it back', async () => {
  const repository = copyRepository(template);
  repository.run('node', [CLI, 'uninstall']);
  const { dir, env } = repository;
  const install = () =>
    once(spawn(process.execPath, [CLI, 'install'], { cwd: dir, env, stdio: 'ignore' }), 'exit');
  assert.equal(await Promise.all([install(), install(), install()]), Array(3).fill([0, null]));
  assert.not.match(repository.run('node', [CLI, 'status']).stdout, /problem: (?!there)/);
  assert.is(repository.run('node', [CLI, 'uninstall']).status, 0);
  assert.equal(
    readdirSync(join(dir, '.git')).filter((name) => name.includes('handoff')),
    [],
  );
  repository.remove();
});

test.run();
