// A commit that nobody needs to hear about starts no node; whatever else happens, node is there for the next
// one.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  ARCHITECTURE,
  CLI,
  CONTEXT,
  code,
  createProject,
  DECISIONS,
  NEW_ARCHITECTURE,
  NEW_DECISIONS,
} from '../helpers/project.ts';
import {
  type Answer,
  copyRepository,
  createFolder,
  createRepository,
  openRepository,
  type TestEnvironment,
  type TestRepository,
} from '../helpers/repository.ts';

const template = createProject({
  'package.json': '{ "name": "a", "version": "1.0.0" }\n',
  'src/a.ts': code('a', 20),
});

/** With a first draft long ago, and a commit that node has judged. */
function open(): TestRepository {
  const repository = copyRepository(template);
  const draft = { blob: '1'.repeat(40), isOurs: true };
  repository.write('.git/handoff-hooks/drafts.json', JSON.stringify([draft]));
  repository.commit('chore: list more', { 'notes.txt': 'a\n' }, { GIT_AUTHOR_DATE: '1700000000 +0000' });
  return repository;
}

type Watch = {
  readonly env: TestEnvironment;
  readonly nodes: () => number;
  /** Of ours: those that git starts by itself are not counted. */
  readonly gits: () => number;
};

/** Counts what is started: node by a wrapper at the front of PATH, git by its own trace. */
function watch(): Watch {
  const folder = createFolder('handoff-watch-');
  const [nodes, trace] = [join(folder, 'nodes'), join(folder, 'trace')];
  mkdirSync(join(folder, 'bin'));
  writeFileSync(
    join(folder, 'bin/node'),
    `#!/bin/sh\necho node >>'${nodes}'\nexec '${process.execPath}' "$@"\n`,
  );
  chmodSync(join(folder, 'bin/node'), 0o755);
  const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
  return {
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, GIT_TRACE2_EVENT: trace },
    nodes: () => linesOf(nodes).filter(Boolean).length,
    gits: () =>
      linesOf(trace).filter((line) => line.includes('"event":"start"') && /"diff-(?:index|tree)"/.test(line))
        .length,
  };
}

const TYPO = 'fix: a typo';

/** A commit of its own, with nothing in it for anybody to hear. */
const quietly = (repository: TestRepository, extra: TestEnvironment = {}) =>
  repository.commit(TYPO, { 'notes.txt': 'another line\n' }, extra);

type Quiet = readonly [
  title: string,
  commit: (repository: TestRepository, env: TestEnvironment) => { status: number; stderr: string },
];

const QUIET: readonly Quiet[] = [
  ['a small fix', quietly],
  [
    'a message from an editor',
    (repository, env) => {
      repository.write('notes.txt', 'b\n');
      const editor = join(createFolder(), 'editor');
      writeFileSync(editor, `#!/bin/sh\nprintf '${TYPO}\\n# a comment: blocked by nothing\\n' >"$1"\n`);
      chmodSync(editor, 0o755);
      return repository.run('git', ['commit', '-qa'], { ...env, GIT_EDITOR: editor });
    },
  ],
  [
    'a commit of single paths, from a subfolder',
    (repository, env) => {
      repository.write('src/a.ts', `${code('a', 20)}\n`);
      return repository.run('git', ['-C', 'src', 'commit', '-qm', TYPO, '--', 'a.ts'], env);
    },
  ],
  [
    'a manifest that says nothing of ours',
    (repository, env) => repository.commit('chore: bump version', { 'package.json': manifest('1.0.1') }, env),
  ],
  [
    'the first commit on another branch',
    (repository, env) => {
      repository.git('checkout', '-qb', 'other', 'HEAD~1');
      return quietly(repository, env);
    },
  ],
  [
    'a path that is not ASCII, and a message that is not English',
    (repository, env) => repository.commit('corrige une coquille', { 'docs/été.txt': 'a\n' }, env),
  ],
];

for (const [title, commit] of QUIET)
  test(`starts no node: ${title}`, () => {
    const repository = open();
    const { env, nodes, gits } = watch();
    const { status, stderr } = commit(repository, env);
    assert.equal([status, stderr, nodes()], [0, '', 0]);
    assert.ok(gits() <= 2, `${gits()} git processes`);
    assert.is(repository.git('status', '--porcelain'), '');
    assert.is(quietly(repository, env).stderr, '');
    assert.is(nodes(), 0, 'the next one');
    repository.remove();
  });

test('starts no node in a linked worktree', () => {
  const repository = open();
  const dir = createFolder();
  repository.git('worktree', 'add', '--quiet', '--force', dir, '-b', 'other');
  const linked = openRepository(dir);
  quietly(linked);
  const { env, nodes } = watch();
  linked.commit(TYPO, { 'notes.txt': 'third\n' }, env);
  assert.is(nodes(), 0);
  linked.remove();
  repository.remove();
});

test('starts no node for what no guard looks at, and node where one does', () => {
  const repository = open();
  const forms = [
    'forbid import x',
    'forbid emoji in src/**',
    'forbid path **/Dockerfile',
    'forbid dependency y',
  ];
  const guards = Array.from({ length: 48 }, (_, at) => `**Guard:** \`${forms[at % 4]}${at}\`\n`).join('');
  const log = `${repository.read('docs/decisions.md')}\n## Decision 2: Many\n\n**Chosen:** all\n**Rationale:** they hold\n${guards}`;
  repository.commit('docs: guards', { 'docs/decisions.md': log });
  quietly(repository);
  repository.commit('chore: list more', { 'notes.txt': 'more\n' });
  const { env, nodes } = watch();
  assert.is(repository.commit(TYPO, { 'notes.txt': 'and more\n' }, env).stderr, '');
  assert.is(nodes(), 0);
  const { status } = repository.commit(TYPO, { 'src/b.js': "import a from 'x0';\n" }, env);
  assert.is(status, 1);
  assert.is(nodes(), 1);
  repository.remove();
});

const FEW_WORDS = ARCHITECTURE.replace('one folder', 'a folder');

const manifest = (version: string) => `{ "name": "a", "version": "${version}" }\n`;

test('starts node once where the gate has to look and finds nothing', () => {
  const repository = open();
  repository.commit('chore: settings\n\nDecision-Waiver: a test', {
    'handoff.config.json': '{ "gate": { "rules": { "dependencies": "block" } } }\n',
  });
  quietly(repository);
  const { env, nodes } = watch();
  for (const version of ['1.0.1', '1.0.2']) {
    const before = nodes();
    const { status, stderr } = repository.commit(TYPO, { 'package.json': manifest(version) }, env);
    assert.equal([status, stderr, nodes() - before], [0, '', 1]);
  }
  assert.is(quietly(repository, env).stderr, '');
  assert.is(nodes(), 2, 'the next one');
  repository.remove();
});

test('starts node at the 8th commit, and at the 400th line', () => {
  const repository = open();
  const { env, nodes } = watch();
  const started = (lines: number) => {
    const before = nodes();
    repository.commit(TYPO, { 'src/b.ts': code(`b${Math.random()}`, lines) }, env);
    return nodes() - before;
  };
  assert.equal([1, 1, 1, 1, 1, 1, 1].map(started), [0, 0, 0, 0, 0, 0, 0]);
  assert.equal([1, 1].map(started), [1, 0]);
  // What the one before adds, the next one takes away.
  assert.equal([150, 49, 1].map(started), [0, 0, 1]);
  repository.remove();
});

test('starts node at every commit until there is a first draft', () => {
  const repository = copyRepository(template);
  const { env, nodes } = watch();
  for (const count of [1, 2, 3]) {
    quietly(repository, env);
    assert.is(nodes(), count);
  }
  repository.remove();
});

test('what init leaves in the log is no first draft: the first commit that deserves a record is drafted', () => {
  const repository = createRepository();
  repository.commit('chore: start', { 'README.md': '# Gauges\n' });
  for (const command of ['install', 'init'])
    assert.is(repository.run('node', [CLI, command]).status, 0, command);
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '-m', 'chore: handoff');
  repository.commit('feat: read the gauges\n\nPolling faster than a second blocks the bus.', {
    'src/gauges.ts': code('gauges'),
  });
  assert.match(repository.read('SESSION_CONTEXT.md'), /^- Read the gauges/m);
  repository.remove();
});

test('a context file that a draft wrote an entry of, in another clone, has its first draft', () => {
  const repository = copyRepository(template);
  const entry = '- the importer reads totals (1a2b3c4)';
  repository.commit('docs: context', { 'SESSION_CONTEXT.md': `${CONTEXT}\n${entry}\n` });
  const { env, nodes } = watch();
  quietly(repository, env);
  assert.is(nodes(), 0);
  repository.remove();
});

test('counts no lines of data, however many files, and those of code whatever it costs', () => {
  const repository = open();
  const { env, nodes } = watch();
  const files = (ending: string) =>
    Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`data/${at}.${ending}`, 'a\nb\nc\n']));
  repository.commit(TYPO, files('csv'), env);
  assert.is(nodes(), 0);
  repository.commit(TYPO, files('py'), env);
  assert.is(nodes(), 1);
  repository.remove();
});

test('starts node twice where a decision was needed, and drafts', () => {
  const repository = open();
  const { env, nodes } = watch();
  const files = { 'docs/architecture.md': NEW_ARCHITECTURE, 'docs/decisions.md': NEW_DECISIONS };
  const { status, stderr } = repository.commit('docs: storage', files, env);
  assert.is(status, 0);
  assert.match(stderr, 'drafted');
  assert.is(nodes(), 2);
  repository.remove();
});

test('a commit that needs a decision is recorded whoever left word of another one', () => {
  const repository = open();
  repository.commit(TYPO, { 'docs/architecture.md': FEW_WORDS });
  const { stderr } = repository.run('sh', [
    '-c',
    `printf '${NEW_ARCHITECTURE.replaceAll('\n', '\\n')}' >docs/architecture.md && git commit -qan -m 'docs: storage'`,
  ]);
  assert.match(stderr, 'drafted');
  repository.remove();
});

type Loud = readonly [
  title: string,
  /** What is different, and the commit behind it, which is an ordinary small fix where none is given. */
  prepare: (repository: TestRepository, env: TestEnvironment) => unknown,
  commit?: (repository: TestRepository, env: TestEnvironment) => unknown,
];

const saying =
  (message: string, files: Readonly<Record<string, string>> = { 'notes.txt': 'b\n' }) =>
  (repository: TestRepository, env: TestEnvironment) =>
    repository.commit(message, files, env);

const nothing = () => undefined;

const LOUD: readonly Loud[] = [
  ['a completed phase', nothing, saying('feat: complete Phase 1, the engine')],
  ['a trailer', nothing, saying('fix: a typo\n\nGotcha: the parser eats tabs')],
  ['an architecture document', nothing, saying(TYPO, { 'docs/architecture.md': `${ARCHITECTURE}\nMore.\n` })],
  ['a decision', nothing, saying(TYPO, { 'docs/decisions.md': `${DECISIONS}\nMore.\n` })],
  [
    'an update of the context file',
    nothing,
    saying('feat: complete Phase 1, the engine', { 'SESSION_CONTEXT.md': `${CONTEXT}\nMore.\n` }),
  ],
  ['settings', nothing, saying(TYPO, { 'handoff.config.json': '{}\n' })],
  [
    'settings in a manifest',
    nothing,
    saying(TYPO, { 'package.json': '{ "name": "a", "handoff": { "gate": { "mode": "strict" } } }\n' }),
  ],
  [
    'settings on disk alone',
    ({ write, git }) => {
      write('handoff.config.json', '{ "debt": { "limit": 1 } }\n');
      git('update-index', '--refresh');
    },
    (repository, env) => {
      repository.write('notes.txt', 'b\n');
      repository.run('git', ['commit', '-qm', TYPO, '--', 'notes.txt'], env);
    },
  ],
  [
    'a context file that somebody is writing in',
    ({ write }) => write('SESSION_CONTEXT.md', `${CONTEXT}\nMore.\n`),
    (repository, env) => {
      repository.write('notes.txt', 'b\n');
      repository.run('git', ['commit', '-qm', TYPO, '--', 'notes.txt'], env);
    },
  ],
  [
    'white space in the context file',
    nothing,
    saying('feat: complete Phase 1, the engine', { 'SESSION_CONTEXT.md': CONTEXT.replace(/\n/g, ' \n') }),
  ],
  ['a history that was cut off by hand', ({ git }) => git('update-ref', 'HEAD', 'HEAD~1')],
  ['a history that was cut off', ({ git }) => git('reset', '--quiet', '--hard', 'HEAD~1')],
  ['references that are packed', ({ git }) => git('pack-refs', '--all')],
  ['an amend', nothing, ({ run }, env) => run('git', ['commit', '-q', '--amend', '-m', TYPO], env)],
  [
    'a message that a hook behind ours changes',
    ({ dir, read }) => {
      const hook = join(dir, '.git/hooks/commit-msg');
      writeFileSync(hook, `${read('.git/hooks/commit-msg')}\nsleep 0.02\necho 'Blocker: the disk' >>"$1"\n`);
    },
    (repository, env) => repository.commit('fix: a typo\n\n', { 'notes.txt': 'b\n' }, env),
  ],
  ['a path with a quotation mark', nothing, saying(TYPO, { 'q"x.ts': 'a\n' })],
  [
    'a message whose first line git takes away',
    nothing,
    ({ run, write, git }, env) => {
      write('notes.txt', 'b\n');
      git('add', '--all');
      return run('git', ['commit', '-q', '--cleanup=strip', '-m', '# hint', '-m', 'Phase 6 complete'], env);
    },
  ],
  ...['plan', 'paths', 'count'].map(
    (name): Loud => [
      `half of ${name}`,
      ({ dir, read }) => {
        const text = read(`.git/handoff-hooks/${name}`);
        writeFileSync(join(dir, '.git/handoff-hooks', name), text.slice(0, text.length / 2));
      },
    ],
  ),
  [
    'half of the wires',
    ({ dir, read }) => {
      const text = read('.git/handoff-hooks/bundle/wires.txt');
      writeFileSync(join(dir, '.git/handoff-hooks/bundle/wires.txt'), text.slice(0, text.length / 2));
    },
  ],
  ['wires that are gone', ({ dir }) => writeFileSync(join(dir, '.git/handoff-hooks/bundle/wires.txt'), '')],
];

for (const [title, prepare, commit = quietly] of LOUD)
  test(`starts node: ${title}`, () => {
    const repository = open();
    const { env, nodes } = watch();
    prepare(repository, env);
    const said = commit(repository, env);
    assert.ok(nodes() > 0);
    assert.not.match(
      String((said as Partial<Answer> | undefined)?.stderr ?? ''),
      /quiet|cannot (?:open|create)/,
    );
    repository.remove();
  });

test('asks for an update once the small ones make a debt', () => {
  const repository = open();
  const { env, nodes } = watch();
  const said = Array.from({ length: 17 }, (_, at) => {
    const subject = `feat: let list number ${at} be sorted`;
    return repository.commit(subject, { [`src/list${at}.ts`]: code(`list${at}`, 60) }, env).stderr;
  });
  const first = said.findIndex((text) => text.includes('SESSION_CONTEXT.md'));
  assert.ok(first > 2 && nodes() < 12, `the ${first}th, ${nodes()} times node`);
  repository.remove();
});

test('says nothing of a count that cannot be written, and drafts all the same', () => {
  const repository = open();
  rmSync(join(repository.dir, '.git/handoff-hooks/count'));
  mkdirSync(join(repository.dir, '.git/handoff-hooks/count'));
  const { status, stderr } = repository.commit('feat: complete Phase 1, the engine');
  assert.is(status, 0);
  assert.match(stderr, /^handoff: drafted/);
  assert.not.match(stderr, /Problem|Node\.js|hook\.js/);
  repository.remove();
});

test('is quiet without awk as well, by way of node', () => {
  const repository = open();
  const bin = createFolder();
  for (const name of ['sh', 'git', 'node', 'grep', 'cat'])
    symlinkSync(
      repository.run('sh', ['-c', `command -v ${name}`]).stdout.trim() || process.execPath,
      join(bin, name),
    );
  const { status, stderr } = quietly(repository, { PATH: bin, GIT_EXEC_PATH: repository.git('--exec-path') });
  assert.equal([status, stderr], [0, '']);
  repository.remove();
});

test.run();
