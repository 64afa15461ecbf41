import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Problem } from '../../src/core/problem.ts';
import type { Effect } from '../../src/core/types.ts';
import { applyEffects } from '../../src/effects/apply.ts';
import { readText } from '../../src/effects/files.ts';
import { readWorkTree } from '../../src/git/repository.ts';
import {
  copyRepository,
  createFolder,
  createRepository,
  openRepository,
  type TestRepository,
} from '../helpers/repository.ts';

const FILE = 'SESSION_CONTEXT.md';
const BEFORE = '# Context\n\n## State\n\nfine\n\n## Notes\n\nnone\n\n## Log\n\n- one\n';
const MESSAGE = 'docs(context): phase 1 is complete';
const withEntry = (text: string): string =>
  text.replace(/- one\r?\n/, (line) => `- two${line.slice(5)}${line}`);

const made: TestRepository[] = [];
const keep = (repository: TestRepository): TestRepository => {
  made.push(repository);
  return repository;
};
test.after.each(() => {
  for (const repository of made.splice(0)) repository.remove();
});

const template = createRepository();
test.after(template.remove);
mkdirSync(join(template.dir, '.git/handoff-hooks'));
template.commit('chore: start', { [FILE]: BEFORE, 'a.txt': 'a\n' });
template.commit('feat: work', { 'b.txt': 'b\n' });

/** A repository whose last commit has just been made. */
function createHistory(files: Readonly<Record<string, string>> = {}): TestRepository {
  const repository = keep(copyRepository(template));
  if (Object.keys(files).length > 0) repository.commit('chore: more', files);
  return repository;
}

type LandingPlan = {
  readonly path?: string;
  readonly extra?: Record<string, string>;
  readonly isOurs?: boolean;
};

/** Lands the file's text with one more entry; the file is what stands in the work tree. */
function land(
  { dir, env }: TestRepository,
  kind: 'commit' | 'stage' | 'write',
  { path = FILE, extra = {}, isOurs = false }: LandingPlan = {},
): Promise<unknown> {
  const { place, top, gitDir } = readWorkTree({ cwd: dir, env: { ...env, ...extra } });
  const before = readText(top, path) ?? '';
  const effect: Effect = { kind, path, before, text: withEntry(before), message: MESSAGE, isOurs } as Effect;
  return applyEffects([effect], { place, top, gitDir });
}

const failure = (landing: Promise<unknown>): Promise<Problem> =>
  landing.then(
    () => assert.unreachable('nothing was refused') as never,
    (error) => error,
  );

const status = ({ git }: TestRepository): string => git('status', '--porcelain', '--untracked-files=all');
/** Everything that a landing that failed must leave as it was. */
const snapshot = (repository: TestRepository): string =>
  [
    repository.git('for-each-ref'),
    repository.git('rev-parse', 'HEAD'),
    repository.git('ls-files', '--stage'),
    repository.git('diff'),
    status(repository),
    repository.run('ls', ['-A', '.', '.git']).stdout,
  ].join('\n');

test('commits the context file alone and leaves a clean tree', async () => {
  const repository = createHistory();
  await land(repository, 'commit');
  assert.is(repository.git('show', '--format=%s', '--name-status', 'HEAD'), `${MESSAGE}\n\nM\t${FILE}`);
  assert.is(repository.git('show', `HEAD:${FILE}`), withEntry(BEFORE).trimEnd());
  assert.is(repository.git('diff-files', FILE), '');
  assert.is(status(repository), '');
  assert.is(repository.git('log', '-1', '--format=%P'), repository.git('rev-parse', 'HEAD~1'));
  assert.match(repository.git('reflog', '-1', '--format=%gs'), `handoff: ${MESSAGE}`);
});

test('leaves staged, unstaged and untracked work of other files where it is', async () => {
  const repository = createHistory();
  repository.write('a.txt', 'staged\n');
  repository.git('add', 'a.txt');
  repository.write('a.txt', 'unstaged\n');
  repository.write('new.txt', 'new\n');
  repository.git('rm', '--quiet', '--cached', 'b.txt');
  const before = status(repository);
  await land(repository, 'commit');
  assert.is(status(repository), before);
  assert.is(repository.git('show', ':a.txt'), 'staged');
  assert.is(repository.git('show', '--format=', '--name-only', 'HEAD'), FILE);
});

test('commits without the unstaged edits of the same file', async () => {
  const repository = createHistory();
  const mine = BEFORE.replace('fine', 'my own words');
  repository.write(FILE, mine);
  await land(repository, 'commit');
  assert.is(repository.read(FILE), withEntry(mine));
  assert.is(repository.git('show', `HEAD:${FILE}`), withEntry(BEFORE).trimEnd());
  assert.is(repository.git('show', `:${FILE}`), withEntry(BEFORE).trimEnd());
  assert.match(repository.git('diff'), /-fine\n\+my own words/);
});

test('commits without the staged edits of the same file, which stay staged', async () => {
  const repository = createHistory();
  const mine = BEFORE.replace('fine', 'staged words');
  repository.write(FILE, mine);
  repository.git('add', FILE);
  repository.write(FILE, mine.replace('none', 'unstaged words'));
  await land(repository, 'commit');
  assert.is(repository.git('show', `HEAD:${FILE}`), withEntry(BEFORE).trimEnd());
  assert.is(repository.git('show', `:${FILE}`), withEntry(mine).trimEnd());
  assert.is(repository.read(FILE), withEntry(mine.replace('none', 'unstaged words')));
});

for (const kind of ['commit', 'stage'] as const)
  for (const isStaged of [false, true])
    test(`an earlier draft${isStaged ? ', staged,' : ''} goes along into the ${kind}`, async () => {
      const repository = createHistory();
      const drafted = BEFORE.replace('- one', '- drafted before\n- one');
      repository.write(FILE, drafted);
      if (isStaged) repository.git('add', FILE);
      await land(repository, kind, { isOurs: true });
      const revision = kind === 'commit' ? 'HEAD' : '';
      assert.is(repository.git('show', `${revision}:${FILE}`), withEntry(drafted).trimEnd());
      assert.is(repository.git('diff', '--name-only'), '');
      assert.is(status(repository), kind === 'commit' ? '' : `M  ${FILE}`);
    });

for (const kind of ['commit', 'stage'] as const)
  test(`refuses to ${kind} into lines that the user is changing, and does nothing`, async () => {
    const repository = createHistory();
    repository.write(FILE, BEFORE.replace('- one', '- mine\n- one'));
    const before = snapshot(repository);
    const problem = await failure(land(repository, kind));
    assert.match(problem.text.what, /changes of yours in the lines of the update/);
    assert.is(snapshot(repository), before);
  });

test('refuses to commit beside staged edits of the same lines, and does nothing', async () => {
  const repository = createHistory();
  repository.write(FILE, BEFORE.replace('- one', '- staged\n- one'));
  repository.git('add', FILE);
  repository.write(FILE, BEFORE);
  const before = snapshot(repository);
  assert.match((await failure(land(repository, 'commit'))).text.what, /staged changes of yours/);
  assert.is(snapshot(repository), before);
});

test('a file that was taken out of the index stays out', async () => {
  const repository = createHistory();
  repository.git('rm', '--quiet', '--cached', FILE);
  await land(repository, 'commit');
  assert.is(repository.git('ls-files', FILE), '');
  assert.is(repository.git('show', `HEAD:${FILE}`), withEntry(BEFORE).trimEnd());
});

test('a file that git does not know yet is committed whole', async () => {
  const repository = createHistory();
  repository.write('docs/HANDOFF.md', BEFORE);
  await land(repository, 'commit', { path: 'docs/HANDOFF.md' });
  assert.is(repository.git('show', '--format=', '--name-status', 'HEAD'), 'A\tdocs/HANDOFF.md');
  assert.is(status(repository), '');
});

for (const kind of ['commit', 'stage'] as const)
  test(`only writes a file that git ignores when asked to ${kind} it`, async () => {
    const repository = createHistory({ '.gitignore': 'private/\n' });
    repository.write('private/HANDOFF.md', BEFORE);
    const head = repository.git('rev-parse', 'HEAD');
    await land(repository, kind, { path: 'private/HANDOFF.md' });
    assert.is(repository.read('private/HANDOFF.md'), withEntry(BEFORE));
    assert.is(repository.git('rev-parse', 'HEAD'), head);
    assert.is(status(repository), '');
  });

test('a file behind a link inside the repository is committed under its own name', async () => {
  const repository = createHistory();
  mkdirSync(join(repository.dir, 'docs'));
  renameSync(join(repository.dir, FILE), join(repository.dir, 'docs/real.md'));
  symlinkSync('docs/real.md', join(repository.dir, FILE));
  repository.commit('chore: move');
  await land(repository, 'commit');
  assert.is(repository.git('show', '--format=', '--name-status', 'HEAD'), 'M\tdocs/real.md');
  assert.is(status(repository), '');
});

test('keeps the mode of the file', async () => {
  const repository = createHistory();
  chmodSync(join(repository.dir, FILE), 0o755);
  repository.commit('chore: run bit');
  await land(repository, 'commit');
  assert.match(repository.git('ls-tree', 'HEAD', FILE), /^100755 blob/);
  assert.is(status(repository), '');
});

const named: readonly string[] = ['docs/ü "q" .md', 'docs/a\nb.md', 'docs/*.md', 'docs/a,b.md', '-f.md'];
for (const path of named)
  test(`commits a file of the name ${JSON.stringify(path)}`, async () => {
    const repository = createHistory({ 'docs/a.md': 'other\n', [path]: BEFORE });
    await land(repository, 'commit', { path });
    assert.is(
      repository.git('-c', 'core.quotePath=false', 'show', '--format=', '--name-only', '-z', 'HEAD'),
      `${path}\0`,
    );
    assert.is(status(repository), '');
  });

type Ending = {
  readonly autocrlf: string;
  readonly attributes?: string;
  /** Set only when the file was committed already. */
  readonly isLate?: boolean;
  readonly stored: 'LF' | 'CRLF';
};

const endings: readonly Ending[] = [
  { autocrlf: 'true', stored: 'LF' },
  { autocrlf: 'false', stored: 'CRLF' },
  { autocrlf: 'false', attributes: '* text=auto\n', stored: 'LF' },
  { autocrlf: 'true', isLate: true, stored: 'CRLF' },
];

for (const { autocrlf, attributes = '', isLate = false, stored } of endings)
  for (const edit of ['untouched', 'edited'])
    test(`changes one line of an ${edit} file of CRLF, stored as ${stored}, under autocrlf=${autocrlf} ${attributes.trim()}`, async () => {
      const repository = keep(createRepository());
      const crlf = BEFORE.replaceAll('\n', '\r\n');
      if (!isLate) repository.git('config', 'core.autocrlf', autocrlf);
      repository.commit('chore: start', { [FILE]: crlf, '.gitattributes': attributes });
      repository.git('config', 'core.autocrlf', autocrlf);
      if (edit === 'edited') repository.write(FILE, crlf.replace('fine', 'mine'));
      await land(repository, 'commit');
      assert.is(repository.git('show', '--format=', '--numstat', 'HEAD'), `1\t0\t${FILE}`);
      assert.is(repository.git('cat-file', 'blob', `HEAD:${FILE}`).includes('\r\n'), stored === 'CRLF');
      assert.is(status(repository), edit === 'edited' ? ` M ${FILE}` : '');
    });

test('runs no hook', async () => {
  const repository = createHistory();
  for (const hook of [
    'pre-commit',
    'prepare-commit-msg',
    'commit-msg',
    'post-commit',
    'reference-transaction',
    'post-index-change',
    'post-rewrite',
  ])
    writeFileSync(join(repository.dir, '.git/hooks', hook), '#!/bin/sh\necho "$0" >>ran\nexit 1\n', {
      mode: 0o755,
    });
  await land(repository, 'commit');
  assert.is(existsSync(join(repository.dir, 'ran')), false);
});

test('is made by the committer, whoever wrote the commit that a hook runs for', async () => {
  const repository = createHistory();
  const extra = { GIT_AUTHOR_NAME: 'Bob', GIT_AUTHOR_EMAIL: 'bob@x', GIT_AUTHOR_DATE: '@1000000000 +0200' };
  await land(repository, 'commit', { extra });
  const [author, committer, age] = repository.git('log', '-1', '--format=%an %ae%n%cn %ce%n%at').split('\n');
  assert.is(author, 'Ada ada@example.invalid');
  assert.is(committer, author);
  assert.ok(Number(age) > 1_700_000_000);
});

test('uses user.name and user.email of the repository', async () => {
  const repository = createHistory();
  repository.git('config', 'user.name', 'Zoë "Z" O\'Neil');
  repository.git('config', 'user.email', 'zoe@example.invalid');
  const extra = {
    GIT_COMMITTER_NAME: '',
    GIT_COMMITTER_EMAIL: '',
    GIT_AUTHOR_NAME: '',
    GIT_AUTHOR_EMAIL: '',
  };
  const env = Object.fromEntries(Object.entries(repository.env).filter(([name]) => !(name in extra)));
  await land({ ...repository, env }, 'commit');
  assert.is(
    repository.git('log', '-1', '--format=%an %ae %cn'),
    'Zoë "Z" O\'Neil zoe@example.invalid Zoë "Z" O\'Neil',
  );
});

/** Makes the user's commits signed ones, by a new ssh key; the key's file. */
function signWithSsh(repository: TestRepository): string {
  const key = join(createFolder(), 'key');
  repository.run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  repository.git('config', 'gpg.format', 'ssh');
  repository.git('config', 'user.signingKey', key);
  repository.git('config', 'commit.gpgSign', 'yes');
  return key;
}

test('signs where the user signs', async () => {
  const repository = createHistory();
  if (!existsSync(signWithSsh(repository))) return;
  await land(repository, 'commit');
  assert.match(repository.git('cat-file', 'commit', 'HEAD'), /\ngpgsig -----BEGIN SSH SIGNATURE-----/);
});

test('does not sign where the user does not, and does nothing where signing fails', async () => {
  const repository = createHistory();
  await land(repository, 'commit');
  assert.not.match(repository.git('cat-file', 'commit', 'HEAD'), /gpgsig/);
  signWithSsh(repository);
  repository.git('config', 'user.signingKey', '/nonexistent/key');
  const before = snapshot(repository);
  assert.is((await failure(land(repository, 'commit'))).code, 3);
  assert.is(snapshot(repository), before);
});

test('moves a detached HEAD and no branch', async () => {
  const repository = createHistory();
  repository.git('checkout', '--quiet', '--detach');
  const branch = repository.git('rev-parse', 'main');
  await land(repository, 'commit');
  assert.is(repository.git('rev-parse', 'main'), branch);
  assert.is(repository.git('rev-parse', 'HEAD~1'), branch);
});

test('stands on the very first commit', async () => {
  const repository = keep(createRepository());
  repository.commit('feat: start', { [FILE]: BEFORE });
  await land(repository, 'commit');
  assert.is(repository.git('log', '--format=%s'), `${MESSAGE}\nfeat: start`);
});

test('has nothing to stand on before the first commit', async () => {
  const repository = keep(createRepository());
  repository.write(FILE, BEFORE);
  assert.match((await failure(land(repository, 'commit'))).text.what, /no commit yet/);
  assert.is(repository.read(FILE), BEFORE);
  await land(repository, 'stage');
  assert.is(repository.git('show', `:${FILE}`), withEntry(BEFORE).trimEnd());
});

test('commits in a linked worktree to that worktree', async () => {
  const repository = createHistory();
  const linked = join(createFolder(), 'linked');
  repository.git('worktree', 'add', '--quiet', '-b', 'side', linked);
  const main = repository.git('rev-parse', 'main');
  const gitDir = join(repository.dir, '.git/worktrees/linked');
  // As git sets them for a hook in a linked worktree.
  await land(openRepository(linked), 'commit', {
    extra: { GIT_DIR: gitDir, GIT_INDEX_FILE: join(gitDir, 'index') },
  });
  assert.is(repository.git('rev-parse', 'main'), main);
  assert.is(repository.git('rev-parse', 'side~1'), main);
  assert.is(status(openRepository(linked)), '');
  assert.is(status(repository), '');
});

test('stages the update and nothing else', async () => {
  const repository = createHistory();
  repository.write(FILE, BEFORE.replace('fine', 'unstaged words'));
  repository.write('a.txt', 'unstaged\n');
  const head = repository.git('rev-parse', 'HEAD');
  await land(repository, 'stage');
  assert.is(repository.git('show', `:${FILE}`), withEntry(BEFORE).trimEnd());
  assert.is(repository.read(FILE), withEntry(BEFORE.replace('fine', 'unstaged words')));
  assert.is(repository.git('show', ':a.txt'), 'a');
  assert.is(repository.git('rev-parse', 'HEAD'), head);
});

for (const args of [['--all'], ['--', 'a.txt']])
  for (const kind of ['commit', 'stage'] as const)
    test(`a ${kind} from post-commit of \`git commit ${args.join(' ')}\` leaves no reversal behind`, async () => {
      const repository = createHistory();
      repository.write('a.txt', 'changed\n');
      repository.write('b.txt', 'staged\n');
      repository.git('add', 'b.txt');
      const script = new URL('../fixtures/ask/land.mts', import.meta.url).pathname;
      const hook = `#!/bin/sh\nexec '${process.execPath}' --import '${import.meta.resolve('tsx')}' '${script}' ${kind}\n`;
      writeFileSync(join(repository.dir, '.git/hooks/post-commit'), hook, { mode: 0o755 });
      const said = repository.run('git', ['commit', '--quiet', '-m', 'fix: b', ...args]);
      assert.is(said.stderr, '');
      const isPartial = args[0] === '--';
      assert.is(
        status(repository),
        [kind === 'stage' ? `M  ${FILE}` : '', isPartial ? 'M  b.txt' : ''].filter(Boolean).join('\n'),
      );
      assert.is(repository.git('show', `:${FILE}`), withEntry(BEFORE).trimEnd());
      rmSync(join(repository.dir, '.git/hooks/post-commit'));
      repository.git('commit', '--quiet', '--allow-empty', '-m', 'next', '--', 'a.txt');
      assert.is(repository.git('show', `:${FILE}`), withEntry(BEFORE).trimEnd());
    });

test('stages nothing into the passing index of a commit that is being made', async () => {
  const repository = createHistory();
  const before = snapshot(repository);
  const extra = { GIT_INDEX_FILE: join(repository.dir, '.git/next-index-1.lock') };
  assert.match((await failure(land(repository, 'stage', { extra }))).text.what, /a commit is being made/);
  assert.is(snapshot(repository), before);
});

test('does nothing while git has the index locked', async () => {
  const repository = createHistory();
  writeFileSync(join(repository.dir, '.git/index.lock'), '');
  const before = snapshot(repository);
  assert.match((await failure(land(repository, 'commit'))).text.what, /another git process/);
  assert.is(snapshot(repository), before);
});

test('puts the file back when the branch is locked', async () => {
  const repository = createHistory();
  writeFileSync(join(repository.dir, '.git/refs/heads/main.lock'), '');
  const before = snapshot(repository);
  assert.is((await failure(land(repository, 'commit'))).code, 3);
  assert.is(snapshot(repository), before);
});

for (const [operation, trace] of [
  ['merge', 'MERGE_HEAD'],
  ['rebase', 'rebase-merge'],
  ['cherry-pick', 'CHERRY_PICK_HEAD'],
  ['bisect', 'BISECT_LOG'],
] as const)
  test(`does nothing during a ${operation}`, async () => {
    const repository = createHistory();
    writeFileSync(join(repository.dir, '.git', trace), '');
    const problem = await failure(land(repository, 'commit'));
    assert.is(problem.text.why, `${operation} under way`);
    assert.is(repository.read(FILE), BEFORE);
  });

test('does nothing while another draft is being written, unless that one has ended', async () => {
  const repository = createHistory();
  const lock = join(repository.dir, '.git/handoff-hooks/lock');
  writeFileSync(lock, String(process.pid));
  assert.match((await failure(land(repository, 'write'))).text.what, /another draft/);
  assert.is(repository.read(FILE), BEFORE);
  const ended = repository.run(process.execPath, ['-p', 'String(process.pid)']).stdout.trim();
  writeFileSync(lock, ended);
  await land(repository, 'write');
  assert.is(repository.read(FILE), withEntry(BEFORE));
  assert.is(existsSync(lock), false);
});

const OWN = String(process.pid);
const LOCKS: readonly (readonly [situation: string, text: string, age: number, isHeld: boolean])[] = [
  ['its process goes on', OWN, 60, true],
  ['its process has begun just now and not written its id yet', '', 0, true],
  ['its id was given to another process since', OWN, 3600, false],
  ['its id was given to another user’s process since', '1', 3600, false],
  ['the clock was set back since', OWN, -3600, false],
  ['it was left empty', '', 10, false],
  ['it names no process', '0', 10, false],
  ['it names a process that no system can have', '99999999999999', 0, false],
  ['it names all processes', '-1', 10, false],
  ['it is of another make', '{"pid":1}', 10, false],
];
for (const [situation, text, age, isHeld] of LOCKS)
  test(`${isHeld ? 'respects' : 'takes over'} a lock when ${situation}`, async () => {
    const repository = createHistory();
    const lock = join(repository.dir, '.git/handoff-hooks/lock');
    mkdirSync(dirname(lock), { recursive: true });
    writeFileSync(lock, text);
    const then = Date.now() / 1000 - age;
    utimesSync(lock, then, then);
    if (isHeld) assert.match((await failure(land(repository, 'write'))).text.what, /another draft/);
    else await land(repository, 'write');
    assert.is(repository.read(FILE), isHeld ? BEFORE : withEntry(BEFORE));
    assert.is(existsSync(lock), isHeld);
  });

if (existsSync('/proc/self/stat'))
  test('takes over a lock whose process has ended, and is still listed', async () => {
    const repository = createHistory();
    const lock = join(repository.dir, '.git/handoff-hooks/lock');
    // It ends once its parent has become a program that does not wait for it.
    const untilSleep = 'while read -r name </proc/$$/comm && [ "$name" != sleep ]; do :; done';
    const script = `{ ${untilSleep}; } & echo $! >'${lock}'; exec sleep 60`;
    const parent = spawn('sh', ['-c', script], { stdio: 'ignore' });
    const stat = () => readFileSync(`/proc/${readFileSync(lock, 'utf8').trim()}/stat`, 'utf8');
    const last = Date.now() + 10_000;
    while (!(existsSync(lock) && / Z /.test(stat())) && Date.now() < last) await setTimeout(10);
    writeFileSync(lock, readFileSync(lock, 'utf8').trim());
    await land(repository, 'write');
    assert.is(repository.read(FILE), withEntry(BEFORE));
    parent.kill();
  });

test('carries effects out in order, up to the exit', async () => {
  const { dir, env } = createHistory();
  const { place, top, gitDir } = readWorkTree({ cwd: dir, env });
  const effects: readonly Effect[] = [
    { kind: 'remember', name: 'one', value: 1 },
    { kind: 'remember', name: 'two', value: 2 },
    { kind: 'forget', name: 'one' },
    { kind: 'exit', code: 1 },
    { kind: 'forget', name: 'two' },
  ];
  assert.is(await applyEffects(effects, { place, top, gitDir }), 1);
  assert.equal(existsSync(join(gitDir, 'handoff-hooks/one.json')), false);
  assert.equal(existsSync(join(gitDir, 'handoff-hooks/two.json')), true);
});

test.run();
