// The update that post-commit drafts, with real git and no terminal.
import { chmodSync, existsSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, CONTEXT, code, createProject, NEW_ARCHITECTURE, NEW_DECISIONS } from '../helpers/project.ts';
import {
  type Answer,
  copyRepository,
  createRepository,
  openRepository,
  type TestRepository,
} from '../helpers/repository.ts';

const template = createProject();

const open = (): TestRepository => copyRepository(template);

const PATH = 'SESSION_CONTEXT.md';
const PHASE = 'feat: complete Phase 1, the engine';

const idOf = (repository: TestRepository, revision = 'HEAD'): string =>
  repository.git('rev-parse', '--short=7', revision);

const hasEntry = (repository: TestRepository, revision = 'HEAD'): boolean =>
  repository.read(PATH).includes(idOf(repository, revision));

const commitPhase = (repository: TestRepository, message = PHASE, name = 'engine'): Answer =>
  repository.commit(message, { [`src/${name}.ts`]: code(name) });

/** What the user has: history, index, untracked files; all of it but the context file. */
const stateOf = (repository: TestRepository): string =>
  [
    repository.git('log', '--format=%H %s'),
    repository.git('diff', '--cached', '--stat'),
    repository
      .git('status', '--porcelain')
      .split('\n')
      .filter((line) => !line.endsWith(PATH))
      .join('\n'),
  ].join('\n');

test('a completed phase is drafted into the work tree, and nothing else changes', () => {
  const repository = open();
  const { status, stderr } = commitPhase(repository);
  assert.is(status, 0);
  assert.ok(hasEntry(repository));
  assert.is(repository.git('status', '--porcelain'), `M ${PATH}`.padStart(PATH.length + 3));
  assert.is(repository.git('log', '-1', '--format=%s'), PHASE);
  const lines = stderr.trim().split('\n');
  assert.ok(lines.length <= 8, stderr);
  assert.match(stderr, PATH);
  repository.remove();
});

test('drafting again changes nothing', () => {
  const repository = open();
  commitPhase(repository);
  const text = repository.read(PATH);
  const before = stateOf(repository);
  const { status } = repository.run('node', [CLI, 'draft']);
  assert.is(status, 0);
  assert.is(repository.read(PATH), text);
  assert.is(stateOf(repository), before);
  repository.remove();
});

test('a commit with nothing to tell is in no line of another, and is owed no more once the draft is there', () => {
  const repository = open();
  commitPhase(repository);
  const commitCode = (message: string, name: string) => {
    repository.write(`src/${name}.ts`, code(name));
    repository.git('add', 'src');
    repository.run('git', ['commit', '-qm', message]);
  };
  commitCode('wip', 'half');
  repository.git('mv', 'src/half.ts', 'src/whole.ts');
  repository.run('git', ['commit', '-qm', 'rename src/half.ts to src/whole.ts']);
  const text = repository.read(PATH);
  const owed = () => repository.run('node', [CLI, 'status', '--json']).stdout;
  const isQuiet = () => {
    assert.is(repository.run('node', [CLI, 'draft']).status, 0);
    assert.is(repository.read(PATH), text);
    assert.match(owed(), /"debt":\{"commits":0,/);
  };
  assert.not.match(text, idOf(repository, 'HEAD~1'));
  isQuiet();
  repository.git('commit', '-qm', 'docs: update the session context', '--', PATH);
  isQuiet();
  commitCode('asdf', 'more');
  commitCode('feat: complete Phase 2, the brakes', 'brakes');
  const told = repository.read(PATH);
  assert.ok(hasEntry(repository));
  assert.not.match(told, idOf(repository, 'HEAD~1'));
  assert.match(owed(), /"debt":\{"commits":0,/);
  repository.remove();
});

test('a quiet commit says and writes nothing', () => {
  const repository = open();
  const { status, stderr } = repository.commit('style: sort imports', { 'src/a.ts': 'import "b";\n' });
  assert.is(status, 0);
  assert.is(stderr, '');
  assert.is(repository.git('status', '--porcelain'), '');
  repository.remove();
});

/** What a project that was drafted once keeps: from then on commits add up. */
function commitFirst(repository: TestRepository): void {
  repository.commit('feat: count the lines', { 'src/lines.ts': code('lines', 60) });
  repository.git('commit', '-qam', 'docs: context');
}

test('the first commit that deserves a record gets a draft, whatever else is owed', () => {
  const repository = open();
  repository.commit('feat: count the lines', { 'src/lines.ts': code('lines', 60) });
  assert.ok(hasEntry(repository));
  repository.remove();
});

test('small commits add up until the update is due, and the draft covers them all', () => {
  const repository = open();
  commitFirst(repository);
  for (let at = 0; at < 12 && repository.git('status', '--porcelain') === ''; at++)
    repository.commit(`feat: add the ${at}. importer`, {
      [`src/importer${at}.ts`]: code(`importer${at}`, 120),
    });
  assert.ok(hasEntry(repository), 'the last commit is in the draft');
  assert.ok(hasEntry(repository, 'HEAD~1'), 'and so is the one before');
  repository.remove();
});

test('where more commits are owed than a hook looks at, it says so, and draft looks at all', () => {
  const repository = open();
  repository.write('stream', streamOf(repository.git('rev-parse', 'HEAD'), 200));
  repository.run('sh', ['-c', 'git fast-import --quiet <stream && rm stream && git reset -q --hard']);
  const { stderr } = commitPhase(repository);
  assert.match(stderr, 'only the newest 200 commits were looked at; for all: git handoff draft');
  assert.ok(stderr.trim().split('\n').length <= 8, stderr);
  assert.match(repository.run('node', [CLI, 'brief']).stdout, 'of the newest 200 deserves a record');
  // What it did not look at stays owed, also behind the commit that carries the draft.
  repository.git('commit', '-qam', 'docs: context');
  const drafted = repository.run('node', [CLI, 'draft']);
  assert.not.match(drafted.stderr, 'newest');
  assert.match(repository.read(PATH), 'the oldest of them');
  repository.remove();
});

/** So many commits upon another one, for fast-import; the first of them deserves a record. */
const streamOf = (from: string, count: number): string =>
  Array.from({ length: count }, (_, at) => {
    const message = at === 0 ? 'feat: complete Phase 0, the oldest of them' : `fix: typo ${at}`;
    const parent = at === 0 ? `from ${from}\n` : '';
    return `commit refs/heads/main\ncommitter A <a@example.org> ${1_760_000_000 + at} +0000\ndata ${message.length}\n${message}\n${parent}M 644 inline notes.txt\ndata 5\n${String(at).padStart(5)}\n`;
  }).join('\n');

test('a commit that updates the context file itself is left alone', () => {
  const repository = open();
  repository.commit(PHASE, {
    'src/engine.ts': code('engine'),
    [PATH]: CONTEXT.replace('is being built', 'is complete'),
  });
  assert.is(repository.git('status', '--porcelain'), '');
  repository.remove();
});

test('a commit that merely carries our draft along is drafted itself', () => {
  const repository = open();
  commitPhase(repository);
  commitPhase(repository, 'feat: complete Phase 2, the planner', 'planner');
  assert.is(repository.git('diff', 'HEAD~1', 'HEAD', '--name-only').split('\n').includes(PATH), true);
  assert.ok(hasEntry(repository), 'the second commit');
  const log = repository.read(PATH).split('## Update Log')[1] ?? '';
  assert.is(log.split(idOf(repository, 'HEAD~1')).length, 2, 'the first one once');
  repository.remove();
});

const STORED: readonly (readonly [where: string, settings: readonly string[]])[] = [
  ['as it is', []],
  ['with other line endings', ['core.autocrlf', 'true']],
  ['through a filter', ['filter.loud.clean', 'tr a-z A-Z']],
  ['through a filter that leaves the present text alone', ['filter.loud.clean', 'sed s/engine/motor/']],
];
for (const [where, settings] of STORED)
  test(`a draft is remembered by the id that git gives it where the file is stored ${where}`, () => {
    const repository = open();
    if (settings.length > 0) repository.git('config', ...settings);
    repository.commit('chore: attributes', { '.gitattributes': 'SESSION_CONTEXT.md filter=loud\n' });
    repository.commit('docs: context', { [PATH]: CONTEXT.replaceAll('\n', '\r\n') });
    commitPhase(repository);
    assert.match(repository.read(PATH), /the engine/);
    const drafts = JSON.parse(repository.read('.git/handoff-hooks/drafts.json'));
    const blobs = drafts.map(({ blob }: { blob: string }) => blob);
    assert.ok(blobs.includes(repository.git('hash-object', PATH)));
    repository.remove();
  });

test('a commit that carries a draft stored with CRLF is drafted itself, whatever git does to line endings', () => {
  const repository = open();
  repository.commit('docs: context', { [PATH]: CONTEXT.replaceAll('\n', '\r\n') });
  repository.git('config', 'core.autocrlf', 'true');
  commitPhase(repository);
  commitPhase(repository, 'feat: complete Phase 2, the wheels', 'wheels');
  assert.match(repository.read(PATH), 'the wheels');
  repository.remove();
});

test('a pending draft is extended by the next commit, not followed by a second entry', () => {
  const repository = open();
  commitPhase(repository);
  repository.write('src/planner.ts', code('planner'));
  repository.git('add', 'src');
  repository.run('git', ['commit', '-q', '-m', 'feat: complete Phase 2, the planner']);
  const log = repository.read(PATH).split('## Update Log')[1] ?? '';
  assert.is(log.match(/^\*\*20/gm)?.length, 2, log);
  for (const revision of ['HEAD', 'HEAD~1']) assert.ok(log.includes(idOf(repository, revision)), revision);
  repository.remove();
});

test('a draft that a checkout carried to another branch is not extended there, and status says so', () => {
  const repository = open();
  repository.git('branch', 'other');
  commitPhase(repository);
  const foreign = idOf(repository);
  repository.git('checkout', '-q', 'other');
  repository.write('src/planner.ts', code('planner'));
  repository.git('add', 'src');
  repository.run('git', ['commit', '-q', '-m', 'feat: complete Phase 2, the planner']);
  const log = repository.read(PATH).split('## Update Log')[1] ?? '';
  assert.is(log.match(/^\*\*20/gm)?.length, 3, log);
  const { problems } = JSON.parse(repository.run('node', [CLI, 'status', '--json']).stdout);
  assert.ok(
    problems.some(({ what }: { what: string }) => what.includes(foreign)),
    JSON.stringify(problems),
  );
  repository.remove();
});

test('status counts what is owed', () => {
  const repository = open();
  commitFirst(repository);
  repository.commit('feat: add an importer', { 'src/importer.ts': code('importer', 60) });
  const { debt, contextFile } = JSON.parse(repository.run('node', [CLI, 'status', '--json']).stdout);
  assert.is(contextFile, PATH);
  assert.is(debt.commits, 1);
  assert.ok(debt.weight > 0 && debt.weight <= debt.limit);
  repository.remove();
});

test('an architecture change that passed the gate is drafted with its decision', () => {
  const repository = open();
  repository.commit('feat: keep chunks in SQLite', {
    'docs/architecture.md': NEW_ARCHITECTURE,
    'docs/decisions.md': NEW_DECISIONS,
  });
  const text = repository.read(PATH);
  assert.match(text, /Decision 2/);
  assert.match(text, /SQLite/);
  repository.remove();
});

test('trailers are recorded word for word', () => {
  const repository = open();
  const trailers =
    'Gotcha: the API answers 429 after 30 calls\nNext: warm the cache in batches\nBlocker: no key for the staging API';
  repository.commit(`feat: read stations\n\n${trailers}`, { 'src/stations.ts': code('station', 20) });
  const text = repository.read(PATH);
  for (const words of [
    'the API answers 429 after 30 calls',
    'warm the cache in batches',
    'no key for the staging API',
  ])
    assert.match(text, words);
  repository.remove();
});

test('Handoff: skip is never drafted', () => {
  const repository = open();
  commitPhase(repository, `${PHASE}\n\nHandoff: skip`);
  assert.is(repository.git('status', '--porcelain'), '');
  repository.remove();
});

test('no commit message can add a heading or a comment to the file', () => {
  const repository = open();
  commitPhase(
    repository,
    'feat: complete Phase 1 <!-- hidden -->\n\nGotcha: # not a heading <!-- nor a comment',
  );
  const text = repository.read(PATH);
  assert.ok(hasEntry(repository));
  assert.not(/^\s*#+ not a heading/m.test(text));
  assert.not(/(?<!\\)<!--/.test(text), text);
  repository.remove();
});

test('nothing is written during a rebase, and the catch-up comes once', () => {
  const repository = open();
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit('chore: a', { a: 'a\n' }, { HANDOFF: '0' });
  for (const name of ['one', 'two', 'three'])
    repository.commit(
      `feat: complete Phase ${name.length}, ${name}`,
      { [`src/${name}.ts`]: code(name) },
      { HANDOFF: '0' },
    );
  repository.git('checkout', '-q', 'main');
  repository.commit('chore: b', { b: 'b\n' });
  repository.git('checkout', '-q', 'side');
  const { status, stderr } = repository.run('git', ['rebase', '--quiet', 'main']);
  assert.is(status, 0, stderr);
  assert.ok(
    ['HEAD', 'HEAD~1', 'HEAD~2'].every((revision) => hasEntry(repository, revision)),
    repository.read(PATH),
  );
  assert.is(stderr.split('handoff').length <= 4, true, stderr);
  repository.remove();
});

test('a cherry-pick writes nothing, and the next ordinary commit catches up', () => {
  const repository = open();
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit(PHASE, { 'src/engine.ts': code('engine') }, { HANDOFF: '0' });
  repository.git('checkout', '-q', 'main');
  assert.is(repository.run('git', ['cherry-pick', 'side']).status, 0);
  assert.is(repository.git('status', '--porcelain'), '');
  repository.commit('style: x', { 'src/x.ts': 'x\n' });
  assert.ok(hasEntry(repository, 'HEAD~1'));
  repository.remove();
});

test('an amended commit keeps its place in the draft under its new id', () => {
  const repository = open();
  commitPhase(repository);
  const old = idOf(repository);
  repository.write('src/more.ts', 'export {};\n');
  repository.git('add', 'src/more.ts');
  assert.is(repository.run('git', ['commit', '--quiet', '--amend', '--no-edit']).status, 0);
  repository.run('node', [CLI, 'draft']);
  const text = repository.read(PATH);
  assert.ok(text.includes(idOf(repository)), text);
  assert.not(text.includes(old));
  repository.remove();
});

test('an amend, of whatever kind, leaves one entry for the commit', () => {
  const repository = open();
  for (const amend of [
    ['--amend', '--no-edit'],
    ['--amend', '--no-edit', '--date=2020-01-01T00:00:00Z'],
    ['--all', '--amend', '--no-edit'],
  ]) {
    if (amend[0] === '--amend' && !repository.read(PATH).includes('Phase 1 complete'))
      commitPhase(repository);
    assert.is(repository.run('git', ['commit', '--quiet', ...amend]).status, 0);
  }
  const text = repository.read(PATH);
  assert.is(text.split('Phase 1 complete').length, 2, text);
  assert.is(text.match(/^\*\*20/gm)?.length, 2, text);
  repository.remove();
});

test('an amended commit is named by its new id at once', () => {
  const repository = open();
  commitPhase(repository);
  const old = idOf(repository);
  const { stderr } = repository.run('git', [
    'commit',
    '--quiet',
    '--amend',
    '--no-edit',
    '--date=2020-01-01T00:00:00Z',
  ]);
  assert.ok(hasEntry(repository));
  assert.not(repository.read(PATH).includes(old));
  assert.is(stderr, '');
  repository.remove();
});

test('what was recorded before a rebase is not drafted again after it', () => {
  const repository = open();
  repository.git('checkout', '-q', '-b', 'topic');
  commitPhase(repository);
  repository.git('commit', '-q', '--all', '-m', 'docs: the update');
  repository.git('checkout', '-q', 'main');
  repository.commit('chore: b', { b: 'b\n' });
  repository.git('checkout', '-q', 'topic');
  const { stderr } = repository.run('git', ['rebase', '--quiet', 'main']);
  assert.is(repository.git('status', '--porcelain'), '', stderr);
  repository.commit('style: x', { x: 'x\n' });
  assert.is(repository.git('status', '--porcelain'), '');
  repository.remove();
});

test('the first commit of a repository is judged like any other', () => {
  for (const message of ['chore: start', PHASE]) {
    const repository = createRepository();
    repository.run('node', [CLI, 'install']);
    const { status, stderr } = repository.commit(message, {
      [PATH]: CONTEXT,
      'src/engine.ts': code('engine'),
    });
    assert.is(status, 0);
    assert.is(stderr, '', stderr);
    repository.remove();
  }
  const repository = createRepository();
  repository.write('a', 'a\n');
  repository.git('add', 'a');
  assert.is(repository.run('node', [CLI, 'why']).status, 0);
  repository.remove();
});

test('while the config cannot be read, nothing is drafted into a file that it may not mean', () => {
  const repository = open();
  repository.write('src/engine.ts', code('engine'));
  repository.git('add', 'src');
  repository.write('handoff.config.json', '{"documents": {"context": "NOTES.md"');
  const { status, stderr } = repository.run('git', ['commit', '-q', '-m', PHASE]);
  assert.is(status, 0);
  assert.is(stderr.trim().split('\n').length, 1, stderr);
  assert.is(repository.read(PATH), CONTEXT);
  repository.remove();
});

test('a revert of an architecture change is noticed where it lacks a decision', () => {
  const repository = open();
  repository.commit('feat: SQLite\n\nDecision: 1', { 'docs/architecture.md': NEW_ARCHITECTURE });
  repository.git('checkout', '-q', '--', PATH);
  const { stderr } = repository.run('git', ['revert', '--no-edit', 'HEAD']);
  assert.match(stderr, /hooks were skipped/);
  repository.remove();
});

test('in a linked worktree the draft lands in its own files', () => {
  const repository = open();
  repository.git('worktree', 'add', '-q', '-b', 'side', join(repository.dir, 'linked'));
  const linked = openRepository(join(repository.dir, 'linked'));
  linked.commit(PHASE, { 'src/engine.ts': code('engine') });
  assert.ok(linked.read(PATH).includes(linked.git('rev-parse', '--short=7', 'HEAD')));
  assert.is(repository.read(PATH), CONTEXT);
  repository.remove();
});

test('a commit from a subfolder, with -a, or of single paths is drafted all the same', () => {
  const repository = open();
  repository.write('src/a.ts', 'x\n');
  repository.write('src/b.ts', 'x\n');
  repository.git('add', '--all');
  repository.commit('chore: files');
  repository.write('src/a.ts', code('a'));
  repository.write('src/b.ts', code('b'));
  assert.is(
    repository.run('git', ['-C', 'src', 'commit', '-q', '-m', 'feat: complete Phase 1, paths', '--', 'a.ts'])
      .status,
    0,
  );
  assert.ok(hasEntry(repository));
  assert.is(repository.run('git', ['commit', '-q', '-am', 'feat: complete Phase 2, all']).status, 0);
  assert.ok(hasEntry(repository));
  repository.remove();
});

test('a detached HEAD is no obstacle', () => {
  const repository = open();
  repository.git('checkout', '-q', '--detach');
  commitPhase(repository);
  assert.ok(hasEntry(repository));
  repository.remove();
});

test('paths with spaces, quotes, newlines and non-ASCII letters are no obstacle', () => {
  const repository = open();
  const files = Object.fromEntries(
    ['a b.ts', 'c"d.ts', 'e\nf.ts', 'größe/日本.ts'].map((path) => [path, code('x')]),
  );
  assert.is(repository.commit(PHASE, files).status, 0);
  assert.ok(hasEntry(repository));
  repository.remove();
});

test('--no-verify past the gate is noticed in one line, and recorded', () => {
  const repository = open();
  repository.write('docs/architecture.md', NEW_ARCHITECTURE);
  repository.git('add', '--all');
  const { status, stderr } = repository.run('git', ['commit', '-q', '--no-verify', '-m', 'feat: SQLite']);
  assert.is(status, 0);
  assert.is(stderr.split('\n').filter((line) => line.includes('hooks were skipped')).length, 1, stderr);
  repository.remove();
});

type Damage = { readonly title: string; readonly damage: (file: string) => void; readonly says: RegExp };

const DAMAGES: readonly Damage[] = [
  {
    title: 'with conflict markers',
    damage: (file) => writeFileSync(file, `${CONTEXT}\n<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n`),
    says: /conflict/,
  },
  {
    title: 'that is binary',
    damage: (file) => writeFileSync(file, Buffer.from([0, 1, 2, 255])),
    says: /not UTF-8/,
  },
  {
    title: 'that is a symbolic link out of the repository',
    damage: (file) => {
      rmSync(file);
      symlinkSync('/etc/hostname', file);
    },
    says: /symbolic link/,
  },
  { title: 'that is read-only', damage: (file) => chmodSync(file, 0o444), says: /read-only/ },
];

for (const { title, damage, says } of DAMAGES) {
  test(`a context file ${title} is left as it is, with one line, and the commit goes through`, () => {
    const repository = open();
    repository.write('src/engine.ts', code('engine'));
    repository.git('add', 'src');
    const file = join(repository.dir, PATH);
    damage(file);
    const bytes = () => (title.includes('link') ? '' : statSync(file).size);
    const before = bytes();
    const { status, stderr } = repository.run('git', ['commit', '-q', '-m', PHASE]);
    assert.is(status, 0);
    assert.match(stderr, says);
    assert.is(stderr.trim().split('\n').length, 1, stderr);
    assert.is(bytes(), before);
    repository.remove();
  });
}

test('with no context file the commit goes through, none is created, and it is said once', () => {
  const repository = open();
  repository.git('rm', '-q', PATH);
  repository.commit('chore: no context', {}, { HANDOFF: '0' });
  const { status, stderr } = commitPhase(repository);
  assert.is(status, 0);
  assert.match(stderr, /no context file/);
  assert.not(existsSync(join(repository.dir, PATH)));
  assert.is(commitPhase(repository, 'feat: complete Phase 2', 'planner').stderr, '', 'it is said once');
  repository.remove();
});

test('an empty context file gets its log', () => {
  const repository = open();
  repository.commit('chore: empty', { [PATH]: '' }, { HANDOFF: '0' });
  commitPhase(repository);
  assert.ok(hasEntry(repository));
  repository.remove();
});

test('a context file that git ignores is kept up all the same', () => {
  const repository = open();
  repository.git('rm', '-q', '--cached', PATH);
  repository.commit('chore: ignore it', { '.gitignore': `${PATH}\n` }, { HANDOFF: '0' });
  commitPhase(repository);
  assert.ok(hasEntry(repository));
  repository.remove();
});

for (const [into, expected] of [
  ['commit', ''],
  ['index', `M  ${PATH}`],
] as const) {
  test(`draft.into ${into} lands there`, () => {
    const repository = open();
    repository.commit('chore: config', { 'handoff.config.json': `{"draft": {"into": "${into}"}}` });
    commitPhase(repository);
    assert.is(repository.git('status', '--porcelain'), expected);
    const phase = into === 'commit' ? 'HEAD~1' : 'HEAD';
    assert.ok(hasEntry(repository, phase));
    repository.remove();
  });
}

test('squashed commits of a merge --squash are judged as one', () => {
  const repository = open();
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit('feat: a', { 'src/a.ts': code('a') }, { HANDOFF: '0' });
  repository.commit('feat: complete Phase 1', { 'src/b.ts': code('b') }, { HANDOFF: '0' });
  repository.git('checkout', '-q', 'main');
  repository.git('merge', '-q', '--squash', 'side');
  assert.is(repository.run('git', ['commit', '-q', '-m', PHASE]).status, 0);
  assert.ok(hasEntry(repository));
  assert.not(repository.read(PATH).includes(idOf(repository, 'side')));
  repository.remove();
});

test.after(template.remove);

test('a directory in the place of a note of ours costs no draft', () => {
  const repository = copyRepository(template);
  rmSync(join(repository.dir, '.git/handoff-hooks/drafts.json'), { force: true });
  repository.write('.git/handoff-hooks/drafts.json/a', '');
  const { stderr } = repository.commit('feat: complete Phase 1, the engine', {
    'src/engine.ts': code('engine'),
  });
  assert.match(stderr, /drafted an update of SESSION_CONTEXT\.md/);
  repository.remove();
});

for (const option of ['--output=taken.txt', '--outp=taken.txt'])
  test(`a note of a range that holds ${option} makes no git write a file`, () => {
    const repository = copyRepository(template);
    repository.commit('feat: complete Phase 1, the engine', { 'src/engine.ts': code('engine') });
    const note = '.git/handoff-hooks/range';
    const range = repository.read(note);
    assert.match(range, / log --/);
    repository.write(note, range.replace(' log --', ` log ${option} --`));
    repository.commit('feat: complete Phase 2, the search', { 'src/search.ts': code('search') });
    assert.not.ok(existsSync(join(repository.dir, 'taken.txt')));
    repository.remove();
  });

test('what a revert of the committed file took back is not owed, in any clone', () => {
  const repository = createProject();
  repository.commit('feat: complete Phase 1, the engine', { 'src/engine.ts': code('engine') });
  repository.git('commit', '-qm', 'docs: update the session context', '--', 'SESSION_CONTEXT.md');
  repository.commit('feat: try a filter', { 'src/filter.ts': code('filter') });
  const tried = repository.git('rev-parse', 'HEAD').trim();
  repository.git('checkout', '-q', '--', 'SESSION_CONTEXT.md');
  repository.git('rm', '-q', 'src/filter.ts');
  repository.commit(
    `Revert "feat: try a filter"\n\nThis reverts commit ${tried}.\n\nRejected: a filter, it is slow`,
    {},
  );
  const revert = repository.git('rev-parse', '--short=7', 'HEAD').trim();
  repository.write(
    'SESSION_CONTEXT.md',
    `${repository.read('SESSION_CONTEXT.md')}\n- a filter is slow (${revert})\n`,
  );
  repository.git('commit', '-qnm', 'docs: what was rejected', '--', 'SESSION_CONTEXT.md');
  const next = repository.commit('feat: complete Phase 2, the search', { 'src/search.ts': code('search') });
  assert.match(next.stderr, 'Phase 2');
  assert.not.match(repository.read('SESSION_CONTEXT.md'), 'Try a filter');
  assert.not.match(repository.read('SESSION_CONTEXT.md'), tried.slice(0, 7));
  repository.remove();
});

test('a row of a change log has the id of the commit that added it, and a merge that renames loses no commit', () => {
  const repository = createProject({ 'docs/CHANGELOG.md': '# Changes\n\n- Began to sort the shelves\n' });
  const off = { HANDOFF: '0' };
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit('feat: labels in colour', { 'src/labels.ts': code('labels') }, off);
  repository.git('checkout', '-q', 'main');
  const rows: string[] = ['- Began to sort the shelves'];
  const ids = ['Doors are locked at nine', 'Carts roll back by themselves', 'Lamps are off at night'].map(
    (row, at) => {
      rows.unshift(`- ${row}`);
      const files = {
        'docs/CHANGELOG.md': `# Changes\n\n${rows.join('\n')}\n`,
        [`src/part${at}.ts`]: code(`part${at}`),
      };
      repository.commit(`feat: part ${at} of the store`, files, off);
      return repository.git('rev-parse', '--short=7', 'HEAD');
    },
  );
  repository.git('merge', '-q', '--no-commit', '--no-ff', 'side');
  repository.git('mv', 'src/part0.ts', 'src/doors.ts');
  repository.commit("Merge branch 'side'", {}, off);
  repository.commit('feat: the store has a roof', { 'src/roof.ts': code('roof') }, off);
  const { stdout } = repository.run('node', [CLI, 'draft', '--stdout']);
  assert.match(stdout, /the store has a roof/i);
  assert.match(stdout, /labels in colour/i);
  assert.not.match(stdout, /:100644|^- +\(/m);
  const line = /CHANGELOG\.md: .*/.exec(stdout)?.[0] ?? '';
  assert.match(line, `Lamps are off at night; Carts roll back by themselves; Doors are locked at nine`);
  assert.match(line, `(${[...ids].reverse().join(', ')})`);
  repository.remove();
});

test.run();
