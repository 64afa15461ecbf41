// A pull request that brings its own "handoff-hooks": the action and the commands of docs/ci.md do not run
// it.
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { ARCHITECTURE, createProject } from '../helpers/project.ts';
import { createFolder, type TestRepository } from '../helpers/repository.ts';
import { packedCli } from '../helpers/tarball.ts';

const FORGED = '#!/bin/sh\necho "1 commit checked: 0 errors, 0 warnings (FORGED)"\n';
const EVIL = 'console.log("FORGED"); process.exit(0);\n';
const MANIFEST = {
  name: 'victim',
  dependencies: { 'handoff-hooks': 'file:./evil' },
  overrides: { 'handoff-hooks': 'file:./evil' },
  scripts: { preinstall: 'echo FORGED', install: 'echo FORGED', postinstall: 'echo FORGED' },
};

const FORGERIES: Readonly<Record<string, string>> = {
  'node_modules/.bin/handoff-hooks': FORGED,
  'node_modules/handoff-hooks/package.json': '{"name":"handoff-hooks","version":"0.1.0","bin":"cli.js"}\n',
  'node_modules/handoff-hooks/cli.js': EVIL,
  'node_modules/handoff-hooks/dist/cli.js': EVIL,
  'node_modules/supports-color/index.js': EVIL,
  'node_modules/inquirer/index.js': EVIL,
  'evil/package.json': '{"name":"handoff-hooks","version":"0.1.0","bin":"cli.js"}\n',
  'evil/cli.js': EVIL,
  'evil/npmrc.js': EVIL,
  'package.json': `${JSON.stringify(MANIFEST)}\n`,
  '.npmrc':
    'ignore-scripts=false\nnode-options=--require=./evil/npmrc.js\nregistry=http://localhost:1/\nprefix=./evil\n',
};

const shell: string = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')).runs.steps[0]
  .run;

function hostile(): TestRepository {
  const repository = createProject({ 'docs/architecture.md': ARCHITECTURE });
  repository.git('branch', 'base');
  for (const [path, text] of Object.entries(FORGERIES)) repository.write(path, text);
  repository.run('chmod', ['+x', 'node_modules/.bin/handoff-hooks']);
  repository.write(
    'docs/architecture.md',
    `${ARCHITECTURE}The planner talks to a remote server over TLS and all chunks move there.\n`,
  );
  repository.git('add', '--force', '--all');
  repository.run('git', ['commit', '--quiet', '--message', 'docs: storage'], { HANDOFF: '0' });
  return repository;
}

test('the action runs the version that it installs, whatever the checkout brings', () => {
  const repository = hostile();
  const folder = resolve(packedCli(), '../../..');
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  const extra = {
    RUNNER_TEMP: createFolder(),
    GITHUB_WORKSPACE: repository.dir,
    RANGE: 'base...HEAD',
    VERSION: `file:${join(folder, tarball)}`,
    npm_config_offline: 'true',
    npm_config_cache: createFolder(),
  };
  const { status, stdout, stderr } = repository.run(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', shell],
    extra,
  );
  assert.is(status, 1, stdout + stderr);
  assert.match(stdout, /^::error file=docs\/architecture\.md,/m);
  assert.not.match(stdout + stderr, 'FORGED');
  assert.is(repository.git('status', '--porcelain'), '');
  repository.remove();
});

const CI = readFileSync(new URL('../../docs/ci.md', import.meta.url), 'utf8');
const BLOCKS = [...CI.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind, text = '']) => ({
  kind,
  text,
}));

test('no example of docs/ci.md runs what a checkout brings', () => {
  assert.ok(BLOCKS.length > 5);
  for (const { text } of BLOCKS)
    assert.not.match(text, /\b(?:npx|npm (?:exec|ci|run|test)|\.bin|yarn|pnpm)\b/);
});

test('the job that unites, which may write, runs nothing of a pull request', () => {
  const text = BLOCKS.find(({ text }) => text.includes('/unite'))?.text ?? '';
  const { if: condition, steps } = parse(text).jobs.unite;
  assert.match(condition, 'author_association');
  const repository = hostile();
  const bare = createFolder();
  repository.write('.husky/post-merge', '#!/bin/sh\necho FORGED\n');
  repository.run('chmod', ['+x', '.husky/post-merge']);
  repository.git('add', '--force', '--all');
  repository.run('git', ['commit', '--quiet', '--message', 'chore: husky'], { HANDOFF: '0' });
  repository.git('checkout', '--quiet', '-b', 'newer', 'base');
  repository.commit('feat: base', { 'src/base.ts': '1;\n' }, { HANDOFF: '0' });
  repository.git('checkout', '--quiet', 'main');
  repository.run('node', [packedCli(), 'uninstall']);
  repository.git('init', '--quiet', '--bare', bare);
  repository.git('remote', 'add', 'origin', bare);
  repository.git('push', '--quiet', '--set-upstream', 'origin', 'main', 'newer');
  const script = steps.at(-1).run.replace('origin/main', 'origin/newer');
  const extra = { RUNNER_TEMP: createFolder() };
  const installed = join(extra.RUNNER_TEMP, 'handoff/node_modules');
  mkdirSync(installed, { recursive: true });
  symlinkSync(resolve(packedCli(), '../..'), join(installed, 'handoff-hooks'));
  const { status, stdout, stderr } = repository.run('bash', ['-ec', script], extra);
  assert.is(status, 0, stdout + stderr);
  assert.not.match(stdout + stderr, 'FORGED');
  assert.is(repository.git('rev-parse', 'HEAD'), repository.git('rev-parse', 'origin/main'));
  assert.is(repository.git('log', '-1', '--format=%P').split(' ').length, 2);
  repository.remove();
});

test('the same program run from the checkout by npx would be the forged one', () => {
  const repository = hostile();
  const { stdout } = repository.run('node_modules/.bin/handoff-hooks', ['check', 'base...HEAD']);
  assert.match(stdout, 'FORGED');
  repository.remove();
});

test.run();
