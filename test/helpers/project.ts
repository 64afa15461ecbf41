// A project as our users keep one: a context file, documents, our hooks installed from the built bundle.
import { fileURLToPath } from 'node:url';
import { createRepository, type TestRepository } from './repository.ts';

export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export const CONTEXT = [
  '# Session Context',
  '',
  '**Updated:** 2026-01-05',
  '',
  '## Current State',
  '',
  '### Where We Are',
  '- Phase 1 is being built',
  '',
  '## Current Blockers',
  '',
  'None',
  '',
  '## Update Log',
  '',
  '**2026-01-05:**',
  '- Started the project',
  '- Next: Phase 1',
  '',
].join('\n');

export const ARCHITECTURE = '# Architecture\n\n## Storage\n\nChunks are files in one folder.\n';
export const NEW_ARCHITECTURE =
  '# Architecture\n\n## Storage\n\nChunks are rows of one SQLite table, indexed by session and by day.\n';
export const DECISIONS =
  '# Decisions\n\n## Decision 1: Files\n\n**Chosen:** files in one folder\n**Rationale:** nothing to install\n';
export const NEW_DECISIONS = `${DECISIONS}\n## Decision 2: SQLite\n\n**Chosen:** one SQLite table\n**Rationale:** listing 20,000 files is slow\n`;

/** So many lines of code, different by name. */
export const code = (name: string, lines = 240): string =>
  Array.from(
    { length: lines },
    (_, line) => `export const ${name}${line} = (input) => input + ${line};\n`,
  ).join('');

/** With one commit before the hooks were installed; `files` on top of the usual documents. */
export function createProject(files: Readonly<Record<string, string>> = {}): TestRepository {
  const repository = createRepository();
  repository.commit('chore: start', {
    'SESSION_CONTEXT.md': CONTEXT,
    'docs/architecture.md': ARCHITECTURE,
    'docs/decisions.md': DECISIONS,
    ...files,
  });
  const { status, stderr } = repository.run('node', [CLI, 'install']);
  if (status !== 0) throw new Error(stderr);
  return repository;
}
