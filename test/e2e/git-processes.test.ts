// How often git is started: each process costs a command as long as a tenth of node's own start.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, code, createProject } from '../helpers/project.ts';
import { createFolder, createRepository, type TestRepository } from '../helpers/repository.ts';

const CONTEXT = '# Session Context\n\n## Current State\n- Phase 1: `src/parser.js`\n\n## Update Log\n';

/** git's verbs in the order in which a run of the command starts them. */
function gitOf({ run, env }: TestRepository, ...args: string[]): string[] {
  const folder = createFolder();
  const log = join(folder, 'log');
  const real = run('sh', ['-c', 'command -v git']).stdout.trim();
  writeFileSync(log, '');
  // Settings (`-c name=value`) stand before the verb.
  const wrapper = `#!/bin/sh\nfor word; do\n  case $word in -*|core.*) ;; *) echo "$word" >>'${log}'; break ;; esac\ndone\nexec '${real}' "$@"\n`;
  writeFileSync(join(folder, 'git'), wrapper);
  chmodSync(join(folder, 'git'), 0o755);
  assert.is(run('node', [CLI, ...args], { PATH: [folder, env.PATH].join(delimiter) }).status, 0);
  return readFileSync(log, 'utf8').split('\n').filter(Boolean);
}

/** What our hooks start, as against what git starts by itself. */
const OURS = [
  'cat-file',
  'diff-index',
  'diff-tree',
  'hash-object',
  'log',
  'ls-files',
  'ls-tree',
  'rev-parse',
  'write-tree',
];

const repository = createRepository();
repository.commit('chore: start', {
  'SESSION_CONTEXT.md': CONTEXT,
  'docs/decisions.md': '# Decisions\n\n## Decision 1: Model\n\n**Chosen:** Phi-3\n**Rationale:** it fits\n',
  'src/parser.js': 'true;\n',
});
repository.commit('feat: a floor', { 'src/floor.js': 'true;\n' });
repository.commit('feat: a ceiling', { 'src/ceiling.js': 'true;\n' });

// cat-file starts when the first text is asked for, which depends on who is faster.
const sorted = (verbs: readonly string[]): string[] => [...verbs].sort();

test('a brief asks git five times, however many commits and documents there are', () => {
  const expected = ['cat-file', 'cat-file', 'log', 'log', 'ls-files'];
  assert.equal(sorted(gitOf(repository, 'brief')), expected);
});

test('a brief of a file that quotes lost paths asks three times more', () => {
  repository.git('mv', 'src/parser.js', 'src/reader.js');
  repository.commit('refactor: rename');
  const more = ['check-ignore', 'diff', 'log'];
  const expected = ['cat-file', 'cat-file', 'log', 'log', 'ls-files', ...more];
  assert.equal(sorted(gitOf(repository, 'brief')), sorted(expected));
});

test('where the hooks are installed, a brief asks git three times, whatever was committed since', () => {
  const project = createProject();
  const expected = ['cat-file', 'log', 'ls-files'];
  assert.equal(sorted(gitOf(project, 'brief')), expected);
  project.commit('feat: complete Phase 1, the engine', { 'src/engine.ts': code('engine') });
  project.commit('docs: context');
  assert.equal(sorted(gitOf(project, 'brief')), expected);
  project.remove();
});

/** git's verbs that a hook starts for a recorded commit, with what the hook says. */
function recorded(files: Readonly<Record<string, string>>): {
  readonly verbs: string[];
  readonly context: string;
} {
  const project = createProject({ 'TODO.md': '- [ ] Oil the hinge\n' });
  project.commit('chore: list more', { 'notes.txt': 'a\n' });
  const trace = join(createFolder(), 'trace');
  const { stderr } = project.commit('feat: complete Phase 1, the engine', files, { GIT_TRACE2_EVENT: trace });
  assert.match(stderr, /drafted/);
  const started = readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"event":"start"'))
    .map((line) => JSON.parse(line).argv.find((word: string) => OURS.includes(word)))
    .filter((verb) => verb !== undefined);
  const context = project.read('SESSION_CONTEXT.md');
  project.remove();
  return { verbs: sorted(started), context };
}

test('a recorded commit asks git for everything while node starts, each thing once', () => {
  const { verbs } = recorded({ 'src/engine.ts': code('engine') });
  assert.equal(verbs, ['cat-file', 'diff-index', 'hash-object', 'log', 'ls-files']);
});

test('for the documents that the range changed it asks once more at most', () => {
  const { verbs, context } = recorded({
    'src/engine.ts': code('engine'),
    'TODO.md': '- [x] Oil the hinge\n',
  });
  const known = ['cat-file', 'diff-index', 'hash-object', 'log', 'ls-files'];
  assert.ok(verbs.length <= known.length + 1, verbs.join(' '));
  assert.match(context, /TODO\.md: ✓ Oil the hinge/);
});

test.run();
