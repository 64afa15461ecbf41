import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openObjects, readObjects } from '../../src/git/blobs.ts';
import { type CommitAt, readCommit, readCommits, readLastLogged } from '../../src/git/log.ts';
import { readEmptyTree, readRepository, readWorkTree } from '../../src/git/repository.ts';
import { GitProblem, runGit } from '../../src/git/run.ts';
import { readChangesBetween, readStagedChanges } from '../../src/git/staged.ts';
import { createFolder, createRepository, type TestRepository } from '../helpers/repository.ts';

const placeOf = ({ dir, env }: TestRepository) => ({ cwd: dir, env });

async function allOf(repository: TestRepository, ...revisions: string[]): Promise<CommitAt[]> {
  const commits: CommitAt[] = [];
  for await (const commit of readCommits(placeOf(repository), ['--reverse', ...revisions]))
    commits.push(commit);
  return commits;
}

test('reads message, files and counts of every commit, the root one included', async () => {
  const repository = createRepository();
  repository.commit('feat: one\n\nwith a body\n:100644 not a file', { 'a.txt': '1\n2\n' });
  repository.commit('fix: two', { 'a.txt': '1\n3\n', 'b.bin': '\0\x01' });
  const [one, two] = await allOf(repository, 'HEAD');
  assert.is(one?.message, 'feat: one\n\nwith a body\n:100644 not a file\n');
  assert.equal(one?.parents, []);
  assert.equal(
    one?.files.map(({ path, status, added, deleted }) => [path, status, added, deleted]),
    [['a.txt', 'A', 2, 0]],
  );
  assert.equal(
    two?.files.map(({ path, status, added, deleted }) => [path, status, added, deleted]),
    [
      ['a.txt', 'M', 1, 1],
      ['b.bin', 'A', null, null],
    ],
  );
  assert.equal(two?.parents, [one?.sha]);
  repository.remove();
});

test('keeps paths with spaces, quotes, newlines, non-ASCII letters, and a message that looks like a separator', async () => {
  const repository = createRepository();
  const paths = ['a b.txt', 'c"d.txt', 'e\nf.txt', 'größe/日本.txt', ':odd', '\x1ecommit', '1\t2\tx'];
  repository.commit(
    'odd\n\n\x1e0123456789012345678901234567890123456789',
    Object.fromEntries(paths.map((path) => [path, 'x\n'])),
  );
  repository.commit('next', { z: 'z\n' });
  const [odd, next] = await allOf(repository, 'HEAD');
  assert.equal(odd?.files.map(({ path }) => path).sort(), [...paths].sort());
  assert.is(next?.message, 'next\n');
  repository.remove();
});

test('follows a rename and counts only its edits', async () => {
  const repository = createRepository();
  const text = Array.from({ length: 30 }, (_, line) => `line ${line}\n`).join('');
  repository.commit('one', { 'old name.ts': text });
  repository.git('mv', 'old name.ts', 'new.ts');
  repository.commit('two', { 'new.ts': `${text}more\n` });
  const [, two] = await allOf(repository, 'HEAD');
  assert.equal(
    two?.files.map(({ path, from, status, added, deleted }) => ({ path, from, status, added, deleted })),
    [{ path: 'new.ts', from: 'old name.ts', status: 'R', added: 1, deleted: 0 }],
  );
  repository.remove();
});

test('a merge lists only what differs from every parent', async () => {
  const repository = createRepository();
  repository.commit('base', { shared: '1\n', other: 'o\n' });
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit('side', { shared: '2\n', side: 's\n' });
  repository.git('checkout', '-q', 'main');
  repository.commit('main', { shared: '3\n' });
  repository.run('git', ['merge', 'side']);
  repository.commit('merge side', { shared: '4\n' });
  const merge = (await allOf(repository, 'HEAD')).at(-1);
  assert.is(merge?.parents.length, 2);
  assert.equal(
    merge?.files.map(({ path }) => path),
    ['shared'],
  );
  repository.remove();
});

const LINES = Array.from({ length: 30 }, (_, line) => `line ${line}\n`).join('');
type Act = (repository: TestRepository) => void;
const inBoth: Act = ({ git, write }) => {
  git('mv', 'b', 'c');
  write('c', `${LINES}more\n`);
};

// What a merge does of its own, and how its files read: status, path, older name, lines.
const MERGES: readonly (readonly [string, readonly Act[], Act, readonly string[]])[] = [
  ['renames', [], ({ git }) => void git('mv', 'b', 'c'), ['R c b 0 0']],
  ['renames and edits', [], inBoth, ['R c b 1 0']],
  ['moves to a path that is odd', [], ({ git }) => void git('mv', 'b', ':1\t2\tx y'), ['R :1\t2\tx y b 0 0']],
  ['renames what a side had renamed', [({ git }) => void git('mv', 'b', 'side b')], inBoth, ['R c b 1 0']],
  ['deletes', [], ({ git }) => void git('rm', '-q', 'b'), ['D b - 0 30']],
  ['adds', [], ({ write }) => write('new', '1\n'), ['A new - 1 0']],
  ['adds what is binary', [], ({ write }) => write('new', '\0\x01'), ['A new - null null']],
  ['makes a link of a file', [], (r) => void r.run('sh', ['-c', 'rm b; ln -s a b']), ['T b - 1 30']],
  ['makes it executable', [], ({ run }) => void run('chmod', ['+x', 'b']), ['M b - 0 0']],
  [
    'has three parents',
    [({ write }) => write('second', '2\n')],
    ({ git }) => void git('mv', 'b', 'c'),
    ['R c b 0 0'],
  ],
];

for (const [name, extra, own, files] of MERGES)
  test(`a merge that ${name} keeps its files, and its neighbours stay commits`, async () => {
    const repository = createRepository();
    repository.git('config', 'diff.renames', 'copies');
    repository.commit('base', { a: '1\n', b: LINES });
    const sides = [({ write }: TestRepository) => write('side', 's\n'), ...extra];
    for (const [at, act] of sides.entries()) {
      repository.git('checkout', '-q', '-b', `side${at}`, 'main');
      act(repository);
      repository.commit(`side ${at}`);
    }
    repository.git('checkout', '-q', 'main');
    repository.commit('main', { a: '2\n' });
    const branches = sides.map((_, at) => `side${at}`);
    repository.git('merge', '-q', '--no-commit', '--no-ff', ...branches);
    if (repository.run('test', ['-f', 'side b']).status === 0) repository.git('mv', 'side b', 'b');
    own(repository);
    repository.commit('merge of its own');
    repository.commit('after', { z: 'z\n' });
    const commits = await allOf(repository, 'HEAD');
    assert.equal(commits.map(({ message }) => message.trim()).slice(-2), ['merge of its own', 'after']);
    assert.is(commits.length, 4 + sides.length);
    const read = commits
      .at(-2)
      ?.files.map(({ status, path, from = '-', added, deleted }) =>
        [status, path, from, String(added), String(deleted)].join(' '),
      );
    assert.equal(read, files);
    assert.equal(readCommit(placeOf(repository), 'HEAD~1')?.files, commits.at(-2)?.files);
    assert.equal(
      commits.at(-1)?.files.map(({ path }) => path),
      ['z'],
    );
    repository.remove();
  });

test('a merge that moves a submodule on keeps its files, and its neighbours stay commits', async () => {
  const repository = createRepository();
  repository.commit('base', { a: '1\n' });
  const point = (id: string) =>
    void repository.git('update-index', '--add', '--cacheinfo', `160000,${id},sub`);
  for (const [branch, id] of [
    ['side', '1'.repeat(40)],
    ['main', '2'.repeat(40)],
  ] as const) {
    repository.git('checkout', '-q', '-B', branch, ...(branch === 'main' ? [] : ['main']));
    point(id);
    repository.git('commit', '-q', '-m', branch);
    if (branch === 'side') repository.git('checkout', '-q', '-f', 'main');
  }
  repository.run('git', ['merge', '-q', '-s', 'ours', '--no-commit', 'side']);
  point('3'.repeat(40));
  repository.git('commit', '-q', '-m', 'merge of its own');
  const commits = await allOf(repository, 'HEAD');
  assert.is(commits.length, 4);
  assert.equal(
    commits.at(-1)?.files.map(({ status, path, mode }) => [status, path, mode]),
    [['M', 'sub', '160000']],
  );
  repository.remove();
});

test('an empty commit has no files, an empty message is empty, and an empty range has no commits', async () => {
  const repository = createRepository();
  repository.commit('one', { a: '1\n' });
  repository.git('commit', '-q', '--allow-empty', '--allow-empty-message', '-m', '');
  const [, empty] = await allOf(repository, 'HEAD');
  assert.equal(empty?.files, []);
  assert.is(empty?.message.trim(), '');
  assert.equal(await allOf(repository, 'HEAD..HEAD'), []);
  repository.remove();
});

test('a message in Latin-1 arrives as text', async () => {
  const repository = createRepository();
  repository.write('message', Buffer.from('Gr\xf6\xdfe ge\xe4ndert\n', 'latin1'));
  repository.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
  repository.git('commit', '-q', '--allow-empty', '-F', 'message');
  assert.is((await allOf(repository, 'HEAD'))[0]?.message, 'Größe geändert\n');
  repository.remove();
});

test('a range that does not exist is git’s own failure', async () => {
  const repository = createRepository();
  try {
    await allOf(repository, 'no-such-branch');
    assert.unreachable();
  } catch (error) {
    assert.instance(error, GitProblem);
  }
  repository.remove();
});

test('the reflog tells what made the last commit', () => {
  const repository = createRepository();
  repository.commit('one', { a: '1\n' });
  assert.match(readLastLogged(placeOf(repository))?.action ?? '', /^commit \(initial\)/);
  repository.git('commit', '-q', '--amend', '-m', 'two');
  const logged = readLastLogged(placeOf(repository));
  assert.match(logged?.action ?? '', /^commit \(amend\)/);
  assert.is(logged?.message, 'two\n');
  assert.is(readCommit(placeOf(repository), 'HEAD')?.sha, logged?.sha);
  repository.remove();
});

test('staged changes are read against HEAD, a parent, or nothing at all', () => {
  const repository = createRepository();
  repository.write('a', '1\n');
  repository.git('add', 'a');
  const empty = readEmptyTree(placeOf(repository));
  assert.equal(
    readStagedChanges(placeOf(repository), empty).map(({ path, status }) => [path, status]),
    [['a', 'A']],
  );
  repository.commit('one');
  repository.write('a', '2\n');
  repository.git('add', 'a');
  assert.equal(
    readStagedChanges(placeOf(repository), 'HEAD').map(({ path, status }) => [path, status]),
    [['a', 'M']],
  );
  assert.equal(
    readChangesBetween(placeOf(repository), empty, 'HEAD').map(({ path }) => path),
    ['a'],
  );
  repository.remove();
});

test('objects are read in the order asked, with null for what is not there', async () => {
  const repository = createRepository();
  const large = 'x'.repeat(300_000);
  repository.commit('one', { 'a b': 'A\n', large });
  const names = ['HEAD:a b', 'HEAD:nothing', 'HEAD:large', 'HEAD', 'HEAD:line\nbreak', 'HEAD:a b'];
  const expected = ['A\n', null, large, null, null, 'A\n'];
  assert.equal(readObjects(placeOf(repository), names), expected);
  const objects = openObjects(placeOf(repository));
  assert.equal(await objects.read(names), expected);
  assert.equal(await objects.read(['HEAD:a b']), ['A\n']);
  objects.close();
  repository.remove();
});

test('outside a repository, and in a bare one, the problem says so', () => {
  const folder = createFolder();
  const { env, remove } = createRepository(`${folder}/bare`, ['--bare']);
  for (const [cwd, read] of [
    [folder, readRepository],
    [`${folder}/bare`, readWorkTree],
  ] as const) {
    try {
      read({ cwd, env: { ...env, GIT_CEILING_DIRECTORIES: folder } });
      assert.unreachable();
    } catch (error) {
      assert.is((error as GitProblem).code, 3);
    }
  }
  assert.is(readRepository({ cwd: `${folder}/bare`, env }).top, null);
  remove();
});

test('a git that is not there is a problem with its fix, not a stack', () => {
  try {
    runGit({ cwd: '/', env: { PATH: '/nowhere' } }, ['version']);
    assert.unreachable();
  } catch (error) {
    assert.match((error as GitProblem).text.what, 'could not be started');
  }
});

test.run();
