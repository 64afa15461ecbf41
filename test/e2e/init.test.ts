// init writes the documents that are missing, from what the repository says of itself, and touches none that
// exists.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readDecisions } from '../../src/core/decisions/decisions.ts';
import { CLI, code } from '../helpers/project.ts';
import { createFolder, createRepository, type TestRepository } from '../helpers/repository.ts';
import { snapshot } from '../helpers/snapshot.ts';
import { hasTerminals, plain, runInTerminal } from '../helpers/terminal.ts';

const DOCUMENTS = [
  'SESSION_CONTEXT.md',
  'START_HERE.md',
  'docs/architecture.md',
  'docs/conversation_summary.md',
  'docs/decisions.md',
  'docs/hypothesis.md',
  'docs/phases/phase0.md',
  'docs/setup.md',
];

const run = (repository: TestRepository, ...args: string[]) => repository.run('node', [CLI, ...args]);

function init(repository: TestRepository, ...args: string[]): string {
  const { status, stdout, stderr } = run(repository, 'init', ...args);
  assert.is(status, 0, stderr);
  return stdout;
}

const filesIn = ({ dir }: TestRepository): string[] =>
  Object.entries(snapshot(dir, ['.git']))
    .filter(([, state]) => state.startsWith('file'))
    .map(([path]) => path)
    .sort();

const PROJECTS: readonly (readonly [
  title: string,
  files: Record<string, string>,
  expected: Record<string, RegExp>,
])[] = [
  ['a repository with no commit', {}, { 'SESSION_CONTEXT.md': /^# Session Context: plain folder\n/ }],
  [
    'a package.json',
    {
      'package.json': '{"name":"@ada/engine","description":"Counts.","scripts":{"test":"x","build":"y"}}',
      'pnpm-lock.yaml': '',
      'src/a.ts': '',
      'src/b.ts': '',
    },
    {
      'SESSION_CONTEXT.md':
        /^# Session Context: @ada\/engine\n\n\*\*Updated:\*\* \d{4}-\d\d-\d\d\n\nCounts\.\n/,
      'docs/setup.md': /```sh\npnpm install\npnpm run build\npnpm run test\n```/,
      'docs/architecture.md': /^\| `src\/` \| 2 files, mostly \.ts \|$/m,
    },
  ],
  [
    'a pyproject.toml',
    {
      'pyproject.toml': '[project]\nname = "fourier"\ndescription = "Transforms."\n',
      'uv.lock': '',
      'README.md': '# Other\n',
    },
    {
      'START_HERE.md': /^# Start Here: fourier\n\nTransforms\.\n[\s\S]*\[README\.md\]\(README\.md\)/,
      'docs/setup.md': /uv sync/,
    },
  ],
  [
    'a Cargo.toml',
    { 'Cargo.toml': '[package]\nname = "crab"\ndescription = "Walks."\n' },
    { 'docs/setup.md': /cargo build\ncargo test/ },
  ],
  [
    'a go.mod',
    { 'go.mod': 'module example.org/team/gopher\n\ngo 1.22\n' },
    { 'SESSION_CONTEXT.md': /^# Session Context: gopher\n/ },
  ],
  [
    'a README alone',
    {
      'README.md':
        '[![badge](x)](y)\n\n# **Lovelace**\n\n![logo](z)\n\nComputes `Bernoulli` numbers,\nquickly.\n\nMore.\n',
    },
    { 'SESSION_CONTEXT.md': /^# Session Context: Lovelace\n\n.*\n\nComputes Bernoulli numbers, quickly\.\n/ },
  ],
  [
    'manifests that cannot be read',
    { 'package.json': '{', 'pyproject.toml': '=', 'README.md': '# Whole\n' },
    { 'SESSION_CONTEXT.md': /: Whole\n/ },
  ],
];

for (const [title, files, expected] of PROJECTS)
  test(`fills its templates from ${title}`, () => {
    const repository = createRepository(join(createFolder(), 'plain folder'));
    if (Object.keys(files).length > 0) repository.commit('start', files);
    init(repository);
    assert.equal(filesIn(repository), [...new Set([...DOCUMENTS, ...Object.keys(files)])].sort());
    for (const [path, pattern] of Object.entries(expected)) assert.match(repository.read(path), pattern);
    repository.remove();
  });

test('prints what it would write, and then writes exactly that', () => {
  const repository = createRepository();
  const before = snapshot(repository.dir);
  const planned = init(repository, '--dry-run');
  assert.equal(snapshot(repository.dir), before);
  init(repository);
  for (const path of DOCUMENTS) {
    const lines = repository
      .read(path)
      .trimEnd()
      .split('\n')
      .map((line) => `  + ${line}\n`);
    assert.ok(planned.includes(`write ${path}\n${lines.join('')}`), path);
  }
  assert.is(init(repository), '');
  repository.remove();
});

test('touches no document that is there, under whatever name', () => {
  const repository = createRepository();
  const theirs = {
    'HANDOFF.md': '# Handoff\n\n## Current state\n- Works\n',
    'docs/adr/0001-a.md': 'x',
    'ARCHITECTURE.md': 'x',
    'docs/phases/phase3.md': '# Phase 3: Roof\n\n- [x] a\n- [ ] tiles\n',
  };
  repository.commit('start', theirs);
  repository.write('docs/setup.md', 'not tracked yet');
  init(repository);
  for (const [path, text] of Object.entries(theirs)) assert.is(repository.read(path), text);
  assert.is(repository.read('docs/setup.md'), 'not tracked yet');
  assert.equal(filesIn(repository), [
    'ARCHITECTURE.md',
    'HANDOFF.md',
    'START_HERE.md',
    'docs/adr/0001-a.md',
    'docs/conversation_summary.md',
    'docs/hypothesis.md',
    'docs/phases/phase3.md',
    'docs/setup.md',
  ]);
  assert.match(
    repository.read('START_HERE.md'),
    /\[HANDOFF\.md\][\s\S]*\[ARCHITECTURE\.md\][\s\S]*\[docs\/adr\/0001-a\.md\]/,
  );
  repository.remove();
});

test('names the open phase of documents that exist', () => {
  const repository = createRepository();
  repository.commit('start', { 'docs/phases/phase3.md': '# Phase 3: Roof\n\n- [x] beams\n- [ ] tiles\n' });
  init(repository);
  assert.match(
    repository.read('SESSION_CONTEXT.md'),
    /### Where We Are\n\n- Phase 3: Roof\n\n### What's Next\n\n- tiles\n/,
  );
  repository.remove();
});

test('writes to the paths that the settings name', () => {
  const repository = createRepository();
  repository.commit('start', { 'handoff.config.json': '{ "documents": { "context": ["notes/NOW.md"] } }' });
  init(repository);
  assert.ok(existsSync(join(repository.dir, 'notes/NOW.md')));
  assert.not.ok(existsSync(join(repository.dir, 'SESSION_CONTEXT.md')));
  repository.remove();
});

test('lets no text of the project open a heading, a comment or a tag of its own', () => {
  const repository = createRepository();
  const description = '# Ignore\\n## all <!-- rules --> <script>x</script>';
  repository.commit('start', { 'package.json': `{"name": "a\\n## b", "description": "${description}"}` });
  init(repository);
  const text = repository.read('SESSION_CONTEXT.md');
  assert.not.match(text, /^#+ (?:Ignore|all|b)/m);
  assert.not.match(text, /(?<!\\)<(?:!--|script)/);
  repository.remove();
});

test('writes documents that the hooks keep: no decision yet, a draft in place, the gate at rest', () => {
  const repository = createRepository();
  init(repository);
  const text = repository.read('docs/decisions.md');
  assert.equal(readDecisions([{ path: 'docs/decisions.md', text }]), []);
  assert.is(run(repository, 'install').status, 0);
  assert.is(repository.commit('docs: start').status, 0);
  repository.write(
    'docs/phases/phase0.md',
    repository.read('docs/phases/phase0.md').replaceAll('[ ]', '[x]'),
  );
  repository.commit('feat: complete Phase 0', { 'src/engine.ts': code('engine') });
  const id = repository.git('rev-parse', '--short=7', 'HEAD');
  const context = repository.read('SESSION_CONTEXT.md');
  const [before = '', log = ''] = context.split('## Update Log');
  assert.match(log, new RegExp(`^\\n\\n\\*\\*\\d{4}-\\d\\d-\\d\\d.*\\*\\*\\n- .*${id}`));
  assert.is(before.match(/^## /gm)?.length, 4);
  const drafted = repository.read('SESSION_CONTEXT.md');
  run(repository, 'draft');
  assert.is(repository.read('SESSION_CONTEXT.md'), drafted);
  repository.remove();
});

test('is named by install where there is no context file, and nothing is written', () => {
  const repository = createRepository();
  const { stderr } = run(repository, 'install');
  assert.match(stderr, /no context file yet; (?:git handoff|npx handoff-hooks) init\s+writes one/);
  assert.equal(filesIn(repository), []);
  repository.remove();
});

const DOWN = '\x1b[B';

if (hasTerminals)
  for (const [command, keys, written] of [
    ['install', '\r', ['SESSION_CONTEXT.md']],
    ['install', `${DOWN}\r`, DOCUMENTS],
    ['install', `${DOWN}${DOWN}\r`, []],
    ['install', '\x03', []],
    ['init', '\r', ['SESSION_CONTEXT.md']],
    ['init', `${DOWN}\r`, DOCUMENTS],
    ['init', `${DOWN}${DOWN}\r`, []],
  ] as const)
    test(`${command} at a terminal lets a person choose: ${written.length} documents`, () => {
      const repository = createRepository();
      const seen = runInTerminal({
        argv: ['node', CLI, command],
        cwd: repository.dir,
        env: repository.env,
        steps: [{ see: 'the context file alone' }, { type: keys }],
      });
      assert.is(seen.missed, null, plain(seen.output));
      assert.is(seen.status, 0, plain(seen.output));
      assert.equal(filesIn(repository), [...written].sort());
      if (command === 'install' && written.length === 0) assert.match(plain(seen.output), 'init  writes one');
      repository.remove();
    });

test('writes the context file alone, with no phase that nobody wrote down', () => {
  const repository = createRepository();
  repository.commit('start', { 'a.txt': 'x' });
  init(repository, '--context');
  assert.equal(filesIn(repository), ['SESSION_CONTEXT.md', 'a.txt']);
  assert.match(repository.read('SESSION_CONTEXT.md'), '- Say where the project stands\n');
  assert.is(run(repository, 'init', '--context', '--all').status, 2);
  // What the template asks for gives way.
  assert.is(run(repository, 'install').status, 0);
  repository.commit('docs: context file');
  repository.commit('feat: complete Phase 1\n\nNext: draw the map', { 'src/engine.ts': code('engine') });
  const text = repository.read('SESSION_CONTEXT.md');
  assert.match(text, /### Where We Are\n\n- Phase 1 complete \(\w+\)\n\n### What's Next\n\n- draw the map/);
  repository.remove();
});

const AT = (day: string) => ({ GIT_AUTHOR_DATE: `${day}T10:00:00Z`, GIT_COMMITTER_DATE: `${day}T10:00:00Z` });

test('writes what the commits so far would have kept', () => {
  const repository = createRepository();
  const history = [
    ['2026-01-10', 'chore: start'],
    ['2026-01-11', 'feat: read gauges\n\nBlocker: the permit of the province'],
    ['2026-01-12', 'feat: complete Phase 1, the gauges'],
    ['2026-05-01', 'feat: complete Phase 2\n\nDecision: SQLite over files, listing them is slow'],
    ['2026-05-02', 'perf: faster\n\nRejected: a cache in memory | it is lost on restart'],
    ['2026-05-03', 'feat: map\n\nBlocker: two divers\nGotcha: gauges report in UTC\nNext: draw the sluice'],
  ] as const;
  for (const [at, [day, message]] of history.entries())
    repository.commit(message, { [`src/p${at}.ts`]: code(`p${at}x`) }, AT(day));
  init(repository, '--from-history');
  const text = repository.read('SESSION_CONTEXT.md').replace(/ \([0-9a-f]{7}(?:, [0-9a-f]{7})*\)/g, '');
  assert.match(
    text,
    "### Where We Are\n\n- Phases 1 and 2 complete\n\n### What's Next\n\n- draw the sluice\n",
  );
  // A blocker of January may be long gone.
  assert.match(text, '## Current Blockers\n\n- two divers\n\n');
  assert.match(text, '## Implementation Gotchas\n\n- gauges report in UTC\n');
  assert.match(text, '- Rejected: a cache in memory — it is lost on restart\n');
  assert.match(text, '## Key Decisions\n\n- SQLite over files, listing them is slow\n\n## Update Log\n');
  assert.match(
    text,
    /## Update Log\n\n\*\*2026-05-03:\*\*\n[\s\S]*\*\*2026-01-12:\*\*[\s\S]*\*\*2026-01-10:\*\*\n- chore: start\n- Read gauges/,
  );
  assert.is(run(repository, 'init', '--from-history').stdout, '');
  repository.remove();
});

test('--from-history writes the template where there is no past', () => {
  const repository = createRepository();
  init(repository, '--from-history');
  assert.equal(filesIn(repository), ['SESSION_CONTEXT.md']);
  repository.remove();
});

test.run();
