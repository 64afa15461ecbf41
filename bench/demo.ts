// The main job on real input: installs the hooks in a scratch repository, commits with real git, and shows
// what they do.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createFolder, openRepository, type TestRepository } from '../test/helpers/repository.ts';
import { readHistory, rebuildHistory } from './history.ts';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const real = new URL('../../shared/real/rlm-claude.jsonl', import.meta.url);
const carried = new URL('./history/demo.jsonl', import.meta.url);
const CODE = Array.from(
  { length: 240 },
  (_, line) => `def step_${line}(state):\n    return state + ${line}\n`,
).join('\n');

const show = (text: string): void => console.log(text.replace(/^(?=.)/gm, '    '));
const title = (text: string): void => console.log(`\n== ${text}\n`);

function commit(
  repository: TestRepository,
  message: string,
  files: Readonly<Record<string, string>>,
): number {
  show(`$ git commit -m '${message.split('\n')[0]}'   # ${Object.keys(files).join(', ')}`);
  const { status, stdout, stderr } = repository.commit(message, files);
  show(`${stdout}${stderr}`.trimEnd() || '(nothing said)');
  return status;
}

function expect(isTrue: boolean, what: string): void {
  if (isTrue) return;
  console.error(`demo: ${what}`);
  process.exitCode = 1;
}

const contextPath = (repository: TestRepository): string =>
  readdirSync(repository.dir, { recursive: true, encoding: 'utf8' }).find((path) =>
    /(^|\/)SESSION_CONTEXT\.md$/.test(path),
  ) ?? '';

const source = existsSync(real) ? real : carried;
const dir = createFolder('handoff-demo-');
rebuildHistory(readHistory(source).slice(0, 40), dir);
const repository = openRepository(dir);
const context = contextPath(repository);
title(
  `A repository with ${repository.git('rev-list', '--count', 'HEAD')} commits; its sessions read ${context} first`,
);

title('handoff-hooks install');
show(repository.run('node', [cli, 'install']).stderr.trimEnd());

title('A commit that nobody needs to hear about');
expect(
  commit(repository, 'style: sort the imports', { 'src/imports.py': 'import json\nimport sys\n' }) === 0,
  'the quiet commit failed',
);
expect(repository.git('status', '--porcelain') === '', 'the quiet commit left something behind');

title('A commit that completes a phase: the update is drafted');
const phase =
  'feat(phase6): complete Phase 6, the multi-agent planner\n\nGotcha: the planner deadlocks when two agents share one chunk; give each its own';
expect(commit(repository, phase, { 'src/planner.py': CODE }) === 0, 'the commit of the phase failed');
title(`git diff ${context}`);
show(repository.git('diff', '--', context));
expect(
  repository.git('diff', '--', context).includes(repository.git('rev-parse', '--short=7', 'HEAD')),
  'nothing was drafted',
);
repository.git('commit', '--quiet', '--all', '--message', 'docs: the update of the context');

title('A change of the architecture with no decision: stopped');
repository.commit('docs: architecture and decisions', {
  'docs/architecture.md': '# Architecture\n\n## Storage\n\nChunks are files in one folder.\n',
  'docs/decisions.md':
    '# Decisions\n\n## Decision 1: Files\n\n**Chosen:** files in one folder\n**Rationale:** nothing to install\n',
});
const storage = {
  'docs/architecture.md':
    '# Architecture\n\n## Storage\n\nChunks are rows of one SQLite table, indexed by session and by day.\n',
};
expect(commit(repository, 'feat: keep chunks in SQLite', storage) === 1, 'the gate let the change through');

title('The same change with its decision');
const decision =
  '\n## Decision 2: SQLite for chunks\n\n**Chosen:** one SQLite table\n**Rationale:** 20,000 files make every listing slow\n';
const log = `${repository.read('docs/decisions.md')}${decision}`;
expect(
  commit(repository, 'feat: keep chunks in SQLite', { ...storage, 'docs/decisions.md': log }) === 0,
  'the gate stopped a decided change',
);
title(`git diff ${context}`);
show(repository.git('diff', '--', context));

title('handoff-hooks uninstall');
show(repository.run('node', [cli, 'uninstall']).stderr.trimEnd());
repository.remove();
