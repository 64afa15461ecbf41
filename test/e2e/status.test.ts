// What status says about hooks, and that it is what git then does.
import { chmodSync, existsSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../src/core/config/defaults.ts';
import { describeFault } from '../../src/core/wording/status.ts';
import { inspectIn, installIn } from '../helpers/installed.ts';
import { findManager, PATH } from '../helpers/managers.ts';
import { CLI, CONTEXT, code, createProject } from '../helpers/project.ts';
import {
  copyRepository,
  createFolder,
  createRepository,
  type TestRepository,
} from '../helpers/repository.ts';

const HUSKY = fileURLToPath(new URL('../../node_modules/husky/bin.js', import.meta.url));

const HOOKS = ['commit-msg', 'post-checkout', 'post-commit', 'post-merge', 'post-rewrite', 'pre-push'];

type Answer = {
  readonly installed: boolean;
  readonly into: string;
  readonly hooks: readonly { readonly name: string; readonly path: string; readonly state: string }[];
  readonly contextFile: string | null;
  readonly lastUpdate: { readonly sha: string; readonly date: string } | null;
  readonly debt: { readonly commits: number; readonly weight: number; readonly limit: number } | null;
  readonly probed?: readonly string[];
  readonly problems: readonly { readonly what: string; readonly fix: string }[];
};

function statusOf(repository: TestRepository, ...args: string[]): Answer {
  const { status, stdout, stderr } = repository.run('node', [CLI, 'status', '--json', ...args]);
  assert.is(status, 0, stderr);
  return JSON.parse(stdout);
}

const handoff = (repository: TestRepository, ...args: string[]) => {
  const { status, stderr } = repository.run('node', [CLI, ...args]);
  assert.is(status, 0, stderr);
};

const states = ({ hooks }: Answer) => Object.fromEntries(hooks.map(({ name, state }) => [name, state]));

const template = createProject();
const createInstalled = (): TestRepository => copyRepository(template);

test('says that nothing is installed, and how to install', () => {
  const repository = createRepository();
  repository.commit('start', { 'SESSION_CONTEXT.md': CONTEXT });
  const answer = statusOf(repository);
  assert.is(answer.installed, false);
  assert.equal(states(answer), Object.fromEntries(HOOKS.map((hook) => [hook, 'missing'])));
  assert.equal(answer.problems, [{ what: 'the hooks are not installed', fix: 'npx handoff-hooks install' }]);
  repository.remove();
});

test('names every hook with its path, the context file and its last update', () => {
  const repository = createInstalled();
  const answer = statusOf(repository);
  assert.is(answer.installed, true);
  assert.equal(
    answer.hooks,
    HOOKS.map((name) => ({ name, path: `.git/hooks/${name}`, state: 'ours' })),
  );
  assert.is(answer.contextFile, 'SESSION_CONTEXT.md');
  assert.is(answer.lastUpdate?.sha, repository.git('rev-parse', 'HEAD'));
  assert.equal(answer.debt, { commits: 0, weight: 0, limit: DEFAULTS.debt.limit });
  assert.equal(answer.problems, []);
  repository.remove();
});

test('counts the commits that the context file does not account for', () => {
  const repository = createInstalled();
  repository.commit('feat: parse the log', { 'src/parse.ts': code('parse', 40) }, { HANDOFF: '0' });
  const { debt } = statusOf(repository);
  assert.is(debt?.commits, 1);
  assert.ok((debt?.weight ?? 0) > 0);
  repository.remove();
});

test('shows the hooks although the settings have a fault', () => {
  const repository = createProject({ 'handoff.config.json': '{ "debt": { "limit": "many" } }' });
  const answer = statusOf(repository);
  assert.is(answer.installed, true);
  assert.match(answer.problems[0]?.what ?? '', /settings|config/);
  repository.remove();
});

test('says the same in words, from a subfolder', () => {
  const repository = createProject({ 'src/a.ts': '' });
  const { stdout } = repository.run('node', [CLI, 'status', '--cwd', 'src']);
  assert.match(stdout, /^handoff-hooks \S+, installed into git\n/);
  assert.match(stdout, /^ {2}commit-msg {5}ours {5}\.git\/hooks\/commit-msg$/m);
  assert.match(
    stdout,
    /^ {2}context file: SESSION_CONTEXT\.md, last updated \d{4}-\d\d-\d\d \([0-9a-f]{7}\)$/m,
  );
  assert.not.match(stdout, /problem/);
  repository.remove();
});

type Damage = {
  readonly title: string;
  readonly damage: (repository: TestRepository) => void;
  readonly problem: RegExp;
};

const DAMAGES: readonly Damage[] = [
  {
    title: 'a hook that was written anew',
    damage: ({ write }) => write('.git/hooks/commit-msg', '#!/bin/sh\ntrue\n'),
    problem: /^\.git\/hooks\/commit-msg was written anew, without ours$/,
  },
  {
    title: 'a hook that is gone',
    damage: ({ dir }) => rmSync(join(dir, '.git/hooks/post-commit')),
    problem: /^git finds no hook at \.git\/hooks\/post-commit$/,
  },
  {
    title: 'a hook that lost its run bit',
    damage: ({ dir }) => chmodSync(join(dir, '.git/hooks/post-commit'), 0o644),
    problem: /^git skips \.git\/hooks\/post-commit: it has no run bit$/,
  },
  {
    title: 'a bundle that is gone',
    damage: ({ dir }) => rmSync(join(dir, '.git/handoff-hooks/bundle'), { recursive: true }),
    problem: /^the bundle that hooks run is gone$/,
  },
  {
    title: 'a bundle of another version',
    damage: ({ read, write }) =>
      write(
        '.git/handoff-hooks/install.json',
        read('.git/handoff-hooks/install.json').replace(/"version": "[^"]+"/, '"version": "0.0.1"'),
      ),
    problem: /^hooks run version 0\.0\.1; this is \d/,
  },
  {
    title: 'a core.hooksPath that was set since',
    damage: ({ git }) => void git('config', 'core.hooksPath', 'tools/hooks'),
    problem: /^git finds no hook at tools\/hooks\/commit-msg$/,
  },
];

for (const { title, damage, problem } of DAMAGES)
  test(`reports ${title}, and install mends it`, () => {
    const repository = createRepository();
    installIn(repository);
    damage(repository);
    const { what, fix } = describeFault(
      inspectIn(repository)[0] ?? { kind: 'not-installed' },
      repository.dir,
    );
    assert.match(what, problem);
    assert.is.not(fix, '');
    installIn(repository);
    assert.equal(inspectIn(repository), []);
    repository.remove();
  });

test('names the context file that is kept where there are two', () => {
  const repository = createInstalled();
  repository.write('HANDOFF.md', CONTEXT);
  assert.is(
    statusOf(repository).problems[0]?.what,
    'SESSION_CONTEXT.md is kept; HANDOFF.md could be the context file too',
  );
  repository.remove();
});

test('proves with a probe commit that git runs each hook, and leaves nothing behind', () => {
  const repository = createInstalled();
  repository.write('SESSION_CONTEXT.md', `${CONTEXT}unsaved work\n`);
  const traces = () => [
    repository.git('worktree', 'list'),
    repository.git('for-each-ref'),
    repository.git('reflog'),
    repository.git('status', '--porcelain'),
    existsSync(join(repository.dir, '.git/worktrees')),
  ];
  const before = traces();
  const answer = statusOf(repository, '--probe');
  assert.equal([...(answer.probed ?? [])].sort(), HOOKS);
  assert.equal(answer.problems, []);
  assert.equal(traces(), before);
  repository.remove();
});

test('finds with a probe a hook that stands there and does not run', () => {
  const repository = createInstalled();
  const path = '.git/hooks/post-commit';
  repository.write(path, repository.read(path).replace('#!/bin/sh\n', '#!/bin/sh\nexit 0\n'));
  const { problems } = statusOf(repository, '--probe');
  assert.equal(
    problems.map(({ what }) => what),
    ['post-commit did not run in the probe'],
  );
  repository.remove();
});

test('says what stopped a probe', () => {
  const repository = createInstalled();
  repository.write('.git/hooks/pre-commit', '#!/bin/sh\necho the linter says no >&2\nexit 1\n');
  chmodSync(join(repository.dir, '.git/hooks/pre-commit'), 0o755);
  const { problems } = statusOf(repository, '--probe');
  assert.is(problems[0]?.what, 'commit-msg did not run in the probe: the linter says no');
  repository.remove();
});

test('probes husky’s hooks although its folder is not in the scratch worktree', () => {
  const repository = createRepository();
  repository.commit('start', { 'SESSION_CONTEXT.md': CONTEXT });
  repository.run(process.execPath, [HUSKY]);
  handoff(repository, 'install');
  const answer = statusOf(repository, '--probe');
  assert.is(answer.into, 'husky');
  assert.equal([...(answer.probed ?? [])].sort(), HOOKS);
  assert.equal(answer.problems, []);
  repository.remove();
});

test('says that git does not run .husky while husky is asleep', () => {
  const repository = createRepository();
  repository.commit('start', { 'SESSION_CONTEXT.md': CONTEXT });
  handoff(repository, 'install', '--into', 'husky');
  assert.match(statusOf(repository).problems[0]?.what ?? '', /^git does not run \.husky/);
  repository.remove();
});

test('names a linked worktree in which git runs no hooks', () => {
  const repository = createRepository();
  repository.commit('start', { 'SESSION_CONTEXT.md': CONTEXT });
  repository.run(process.execPath, [HUSKY]);
  handoff(repository, 'install');
  const linked = join(createFolder(), 'linked');
  repository.git('worktree', 'add', '--quiet', linked);
  assert.equal(
    statusOf(repository).problems.map(({ what }) => what),
    [`git runs no hooks in the worktree ${linked}: it has no .husky/_`],
  );
  repository.remove();
});

for (const [manager, settings] of [
  ['lefthook', 'lefthook.yml'],
  ['pre-commit', '.pre-commit-config.yaml'],
] as const)
  if (findManager(manager) !== null)
    test(`probes what ${manager} runs by settings that are not committed yet`, () => {
      const repository = createRepository();
      repository.commit('start', {
        'SESSION_CONTEXT.md': CONTEXT,
        [settings]:
          manager === 'lefthook'
            ? "pre-push:\n  commands:\n    a:\n      run: 'true'\n"
            : 'repos:\n- repo: local\n  hooks:\n  - {id: a, name: a, entry: "true", language: system}\n',
      });
      repository.run(manager, ['install'], { PATH });
      handoff(repository, 'install');
      const answer = statusOf(repository, '--probe');
      assert.is(answer.into, manager);
      assert.equal([...(answer.probed ?? [])].sort(), HOOKS);
      assert.equal(answer.problems, []);
      repository.remove();
    });

for (const [damage, path, act] of [
  ['lost a part', 'hooks/lib/start.sh', (file: string) => rmSync(file)],
  ['holds an empty file', 'bundle/cli.js', (file: string) => writeFileSync(file, '')],
  ['holds a file cut short', 'hooks/commit-msg', (file: string) => truncateSync(file, 20)],
] as const)
  test(`lists an installation that ${damage}`, () => {
    const repository = createInstalled();
    act(join(repository.dir, '.git/handoff-hooks', path));
    assert.equal(statusOf(repository).problems, [
      { what: `the bundle that hooks run is damaged: ${path}`, fix: 'npx handoff-hooks install' },
    ]);
    handoff(repository, 'install');
    assert.equal(statusOf(repository).problems, []);
    repository.remove();
  });

test('knows the ids that a draft moves from a committed line into a merged one', () => {
  const repository = createProject({
    'SESSION_CONTEXT.md': CONTEXT.replace('- Phase 1 is being built', '- Built'),
  });
  repository.commit('feat: complete Phase 1', { 'a.ts': 'a\n' });
  repository.commit('docs: update', { 'SESSION_CONTEXT.md': repository.read('SESSION_CONTEXT.md') });
  repository.commit('feat: complete Phase 2', { 'b.ts': 'b\n' });
  assert.match(repository.read('SESSION_CONTEXT.md'), /Phases 1 and 2 complete/);
  assert.not.match(repository.run('node', [CLI, 'status']).stdout, /not in this history/);
  repository.remove();
});

test.run();
