// What is attacked: a repository for each operation, and the line of shell that does it.
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, CONTEXT, createProject, DECISIONS, NEW_ARCHITECTURE } from '../helpers/project.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';

export type Operation = {
  readonly name: string;
  readonly make: () => TestRepository;
  /** The process that sh becomes is the one that is attacked. */
  readonly command: string;
  /** What must hold afterwards, beside what always must. */
  readonly isFor: 'record' | 'gate' | 'installation' | 'documents';
};

export const FOREIGN_HOOKS = ['commit-msg', 'post-commit', 'pre-push'];

function withForeignHooks(repository: TestRepository): TestRepository {
  for (const name of FOREIGN_HOOKS) {
    repository.write(`.git/hooks/${name}`, `#!/bin/sh\necho mine: ${name} >&2\n`);
    chmodSync(join(repository.dir, '.git/hooks', name), 0o755);
  }
  return repository;
}

function createPlain(files: Readonly<Record<string, string>> = {}): TestRepository {
  const repository = createRepository();
  repository.commit('chore: start', { 'src/a.js': 'a();\n', ...files });
  return repository;
}

const createInto = (into: string): TestRepository =>
  createProject({ 'src/a.js': 'a();\n', 'handoff.config.json': `{"draft":{"into":"${into}"}}\n` });

function createOwed(): TestRepository {
  const repository = createInto('worktree');
  for (const phase of [2, 3])
    repository.commit(
      `feat(phase${phase}): complete Phase ${phase}, it`,
      { 'src/a.js': `a(${phase});\n` },
      { HANDOFF: '0' },
    );
  return repository;
}

function createInstalled(): TestRepository {
  const repository = withForeignHooks(createPlain({ 'AGENTS.md': '# Agents\n' }));
  repository.run('node', [CLI, 'install', '--agent', 'agents-md']);
  return repository;
}

const DOCUMENTS = {
  'SESSION_CONTEXT.md': CONTEXT,
  'docs/decisions.md': DECISIONS,
  'AGENTS.md': '# Agents\n',
};
const COMMIT =
  "echo more >>src/a.js; git add -A; exec git commit -qm 'feat(phase6): complete Phase 6, the planner'";
const GATE = `printf '%s' '${NEW_ARCHITECTURE}' >docs/architecture.md; git add -A; exec git commit -qm 'docs: x'`;
const run = (words: string): string => `exec node '${CLI}' ${words}`;

export const OPERATIONS: readonly Operation[] = [
  ...['worktree', 'commit', 'index'].map((into): Operation => {
    const name = `a commit, drafted into ${into}`;
    return { name, make: () => createInto(into), command: COMMIT, isFor: 'record' };
  }),
  ...['worktree', 'commit', 'index'].map((into): Operation => {
    const command = run(`draft --into ${into}`);
    return { name: `draft --into ${into}`, make: createOwed, command, isFor: 'record' };
  }),
  { name: 'note', make: createOwed, command: run('note gotcha "it deadlocks"'), isFor: 'record' },
  {
    name: 'decide',
    make: createOwed,
    command: run('decide "Keep chunks in SQLite" --chosen SQLite --rationale "one file"'),
    isFor: 'record',
  },
  { name: 'the gate', make: () => createInto('worktree'), command: GATE, isFor: 'gate' },
  {
    name: 'install',
    make: () => withForeignHooks(createPlain(DOCUMENTS)),
    command: run('install --agent claude --agent agents-md'),
    isFor: 'installation',
  },
  { name: 'uninstall', make: createInstalled, command: run('uninstall'), isFor: 'installation' },
  { name: 'init', make: () => createPlain(), command: run('init'), isFor: 'documents' },
];
