// A stranger's repository with symbolic links in it: whatever is run, nothing outside of it is made, changed
// or removed.
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, CONTEXT, code, createProject, DECISIONS } from '../helpers/project.ts';
import {
  copyRepository,
  createFolder,
  createRepository,
  type TestRepository,
} from '../helpers/repository.ts';
import { snapshot } from '../helpers/snapshot.ts';

const HUSKY = { 'package.json': '{"devDependencies":{"husky":"9"},"scripts":{"prepare":"husky"}}\n' };
const LEFTHOOK = { 'lefthook.yml': 'pre-commit:\n  commands:\n    x:\n      run: "true"\n' };

const outside = createFolder('handoff-outside-');
mkdirSync(join(outside, 'folder'));
for (const [name, text] of [
  ['bashrc', 'the only copy\n'],
  ['lefthook.yml', 'pre-commit: {}\n'],
  ['folder/0001-use-files.md', '# 1. Use files\n\n## Status\n\nAccepted\n\n## Decision\n\nWe use files.\n'],
] as const)
  writeFileSync(join(outside, name), text);
const untouched = snapshot(outside);
test.after(() => rmSync(outside, { recursive: true }));

/** A relative link, as a clone brings it. */
function link({ dir }: TestRepository, path: string, to: string): void {
  const file = join(dir, path);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { recursive: true, force: true });
  symlinkSync(relative(dirname(file), join(outside, to)), file);
}

type Case = {
  readonly path: string;
  readonly to: string;
  readonly run: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  /** Whether there is nothing to be done without following the link. */
  readonly isRefused?: boolean;
};

const agents = (
  [
    ['claude', '.claude', '.claude/settings.json'],
    ['cursor', '.cursor', '.cursor/hooks.json'],
    ['codex', '.codex', '.codex/hooks.json'],
    ['gemini', '.gemini', '.gemini/settings.json'],
    ['copilot', '.github', '.github/copilot-instructions.md'],
    ['windsurf', '.windsurf/rules', '.windsurf/rules/session-handoff.md'],
    ['agents-md', null, 'AGENTS.md'],
  ] as const
).flatMap(([name, folder, file]): Case[] => {
  const run = ['install', '--agent', name];
  return [
    ...(folder === null ? [] : [{ path: folder, to: 'folder', run, isRefused: true }]),
    ...(name === 'claude' || folder === null ? [file, `${file}.handoff-new`] : []).map((path) => ({
      path,
      to: name === 'claude' ? 'nothing' : 'bashrc',
      run,
    })),
  ];
});

const CASES: readonly Case[] = [
  ...agents,
  ...['docs', 'docs/phases'].map((path) => ({ path, to: 'folder', run: ['init'], isRefused: true })),
  ...['SESSION_CONTEXT.md', 'docs/decisions.md', 'START_HERE.md.handoff-new'].flatMap((path) =>
    ['bashrc', 'nothing'].map((to) => ({ path, to, run: ['init'] })),
  ),
  { path: '.husky', to: 'folder', run: ['install'], files: HUSKY, isRefused: true },
  ...['commit-msg', 'commit-msg.handoff-new', 'commit-msg.before-handoff', 'pre-push'].map((name) => ({
    path: `.husky/${name}`,
    to: 'bashrc',
    run: ['install'],
    files: HUSKY,
  })),
  { path: 'lefthook.yml.handoff-new', to: 'bashrc', run: ['install', '--into', 'lefthook'], files: LEFTHOOK },
  { path: 'lefthook.yml', to: 'lefthook.yml', run: ['install', '--into', 'lefthook'], isRefused: true },
  ...['.pre-commit-config.yaml'].map((path) => ({
    path,
    to: 'bashrc',
    run: ['install', '--into', 'pre-commit'],
    isRefused: true,
  })),
  ...['bashrc', 'nothing'].map((to) => ({ path: 'handoff.html', to, run: ['page'], isRefused: true })),
  { path: 'site', to: 'folder', run: ['page', '--out', 'site/index.html'], isRefused: true },
  { path: '.git/handoff-hooks', to: 'folder', run: ['install'], isRefused: true },
  { path: '.git/handoff-hooks/bundle', to: 'folder', run: ['install'], isRefused: true },
  { path: '.git/hooks', to: 'folder', run: ['install'], isRefused: true },
  { path: '.git/hooks/before-handoff', to: 'folder', run: ['install'] },
];

const template = createRepository();
template.commit('chore: start', { 'a.txt': 'a\n' });
test.after(template.remove);

for (const { path, to, run, files = {}, isRefused = false } of CASES)
  test(`${run.join(' ')} leaves what ${path} leads to alone: ${to}`, () => {
    const repository = copyRepository(template);
    repository.commit('chore: files', { 'b.txt': 'b\n', ...files });
    link(repository, path, to);
    if (!path.startsWith('.git/')) repository.commit('chore: links', {});
    const { status, stderr } = repository.run('node', [CLI, ...run]);
    assert.equal(snapshot(outside), untouched);
    assert.not.match(stderr, /^ {4}at |a fault of/m);
    if (isRefused) {
      assert.is(status, 3, stderr);
      assert.match(stderr, /symbolic link|leads outside this repository/);
      assert.match(stderr, /^ {2}fix {2}/m);
    }
    repository.run('node', [CLI, 'uninstall']);
    assert.equal(snapshot(outside), untouched);
    repository.remove();
  });

const project = createProject();
test.after(project.remove);

for (const [path, to, run] of [
  ['SESSION_CONTEXT.md', 'bashrc', ['note', 'gotcha', 'x']],
  ['SESSION_CONTEXT.md', 'nothing', ['draft']],
  ['docs', 'folder', ['decide', 'T', '--chosen', 'a', '--rationale', 'b']],
  ['docs/decisions.md', 'bashrc', ['decide', 'T', '--chosen', 'a', '--rationale', 'b']],
  ['docs/session-log', 'folder', ['draft']],
  ['.git/handoff-hooks', 'folder', ['draft']],
  ['.git/handoff-hooks/drafts.json', 'bashrc', ['draft']],
  ['.git/handoff-hooks/plan', 'bashrc', ['draft']],
] as const)
  test(`${run[0]}, and a commit, leave what ${path} leads to alone: ${to}`, () => {
    const repository = copyRepository(project);
    repository.write('SESSION_CONTEXT.md', CONTEXT);
    repository.write('docs/decisions.md', DECISIONS);
    repository.write('handoff.config.json', '{"draft":{"keepEntries":1}}\n');
    link(repository, path, to);
    repository.commit('feat: complete Phase 1, the engine', { 'src/engine.ts': code('engine') });
    const { stderr } = repository.run('node', [CLI, ...run]);
    assert.not.match(stderr, /^ {4}at |a fault of/m);
    assert.equal(snapshot(outside), untouched);
    assert.is(readFileSync(join(outside, 'bashrc'), 'utf8'), 'the only copy\n');
    assert.equal(readdirSync(join(outside, 'folder')), ['0001-use-files.md']);
    repository.remove();
  });

test.run();
