// A small project with something of all that a page shows: what README's pictures are made of.

import { CLI, code } from './project.ts';
import { createFolder, createRepository, type TestRepository } from './repository.ts';

const CONTEXT = `# Session Context

**Updated:** 2026-03-12

## Current State

**Current Phase:** Phase 2 in progress

- ✅ Phase 1: Importer complete
- Phase 2: Search in progress

## What's Next

- Rank results by date
- Highlight the words that were found

## Current Blockers

- The test archive of 2 GB is not here yet

## Known Gotchas

- Mail dates lie: read the Received line

## What NOT to do

- No Docker before Phase 4. Guard: \`forbid path **/Dockerfile until Phase 4\`
- No emojis in code. Guard: \`forbid emoji in src/**\`

## Update Log

### 2026-03-12

- Phase 1 complete: 40,000 mails in 9 s
- Next: the index

### 2026-03-03

- Started with the importer
`;

const entry = (id: number, title: string, ...lines: readonly string[]) =>
  `## Decision ${id}: ${title}\n\n${lines.map((line) => `${line}\n`).join('')}\n`;

const FIRST = `# Decisions\n\n${entry(
  1,
  'Mails are files',
  '**Chosen:** one file a mail, in a directory a day',
  '**Rationale:** nothing to install, and grep works',
)}`;
const SECOND = `${FIRST}${entry(
  2,
  'SQLite, not Postgres',
  '**Chosen:** one SQLite database with a full-text index',
  '**Rationale:** listing 40,000 files takes 8 s, and users have no server',
  '**Rejected:** Postgres: a server to run',
  '**Supersedes:** Decision 1',
  '**Affects:** src/store/**',
  '**Guard:** `forbid import postgres`',
)}`;
const plan = (done: number) =>
  `# Phase 2: Search\n\n${['Index on import', 'Query language', 'Rank by date', 'Highlight'].map((item, at) => `- [${at < done ? 'x' : ' '}] ${item}\n`).join('')}`;

type Made = readonly [day: string, message: string, files: Readonly<Record<string, string>>];

const BEFORE: readonly Made[] = [
  ['02', 'chore: start', { 'README.md': '# mailsearch\n', 'src/cli.ts': code('cli', 40) }],
  ['03', 'feat: read a mailbox', { 'src/import/mbox.ts': code('mbox'), 'docs/decisions.md': FIRST }],
  ['04', 'fix: encoded subjects', { 'src/import/subject.ts': code('subject', 30) }],
  ['09', 'feat: threads', { 'src/import/threads.ts': code('threads') }],
  ['11', 'docs: SQLite in place of files', { 'docs/decisions.md': SECOND }],
  [
    '12',
    'feat: complete Phase 1, the importer',
    { 'SESSION_CONTEXT.md': CONTEXT, 'docs/phases/phase2.md': plan(0) },
  ],
];
const AFTER: readonly Made[] = [
  [
    '16',
    'feat(store): tables and a full-text index',
    { 'src/store/tables.ts': code('tables'), 'docs/phases/phase2.md': plan(1) },
  ],
  ['17', 'test: a mailbox with broken dates', { 'test/dates.test.ts': code('dates', 60) }],
  [
    '18',
    'feat: a query language with quotes and a minus',
    { 'src/query.ts': code('query'), 'docs/phases/phase2.md': plan(2) },
  ],
  [
    '19',
    'fix: a query of quotes alone\n\nUnblocked: The test archive of 2 GB is here',
    { 'src/query.ts': code('query', 250) },
  ],
  [
    '20',
    'feat: import while searching\n\nDecision-Waiver: the store is only opened twice',
    { 'src/import/watch.ts': code('watch') },
  ],
];

/** With what `remove` takes away; its directory is named `mailsearch`. */
export function createShownProject(): TestRepository {
  const repository = createRepository(`${createFolder()}/mailsearch`);
  repository.git('remote', 'add', 'origin', 'https://github.com/example/mailsearch.git');
  const commit = ([day, message, files]: Made) => {
    const date = `2026-03-${day}T10:00:00+0000`;
    repository.commit(message, files, { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, HANDOFF: '0' });
  };
  BEFORE.forEach(commit);
  repository.run('node', [CLI, 'install']);
  AFTER.forEach(commit);
  repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD~1');
  return repository;
}
