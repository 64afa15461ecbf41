// Clones that lack objects, and checkouts that lack files: what cannot be read costs what depended on it, and
// is said.
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, createProject, DECISIONS, NEW_DECISIONS } from '../helpers/project.ts';
import { createFolder, openRepository, type TestRepository } from '../helpers/repository.ts';

function createHistory(): TestRepository {
  const repository = createProject({ 'docs/decisions.md': DECISIONS });
  repository.git('config', 'uploadpack.allowFilter', 'true');
  const commit = (message: string, files: Record<string, string>) =>
    repository.commit(message, files, { HANDOFF: '0' });
  commit('docs: decide', { 'docs/decisions.md': NEW_DECISIONS });
  commit('feat: rename a note', {
    'notes/one.md': '# One\n\nA note.\n',
    'src/a.ts': 'let a = 1;\n',
  });
  repository.git('mv', 'notes/one.md', 'notes/two.md');
  repository.write('docs/decisions.md', `${NEW_DECISIONS}- and it is fast\n`);
  commit('feat: complete Phase 1', { 'src/a.ts': 'let a = 2;\n' });
  return repository;
}

/** A clone without the texts of the past, whose server is gone. */
function cloneInPart(from: TestRepository): TestRepository {
  const dir = createFolder();
  from.git('clone', '--quiet', '--filter=blob:none', `file://${from.dir}`, dir);
  renameSync(from.dir, `${from.dir}-gone`);
  return openRepository(dir);
}

const LEFT_OUT = /handoff: \d+ objects are missing in this clone, and what needs them was left out/;

test('a partial clone that cannot fetch answers all the same, and says what it did not see', () => {
  const origin = createHistory();
  const clone = cloneInPart(origin);
  const handoff = (...args: string[]) => clone.run('node', [CLI, ...args]);
  const brief = handoff('brief');
  assert.is(brief.status, 0, brief.stderr);
  assert.match(brief.stdout, /\d+ objects missing in this clone/);
  assert.match(brief.stdout, /3 commits and \d+ days ago/);
  const why = handoff('why', 'HEAD~3..HEAD');
  assert.is(why.status, 0, why.stderr);
  assert.match(why.stdout, /feat: complete Phase 1\n {2}record/);
  assert.match(why.stderr, LEFT_OUT);
  const draft = handoff('draft');
  assert.is(draft.status, 0, draft.stderr);
  assert.match(clone.read('SESSION_CONTEXT.md'), /Phase 1 complete|Complete Phase 1/);
  // The text before is missing: nothing says that these were decided only now.
  assert.not.match(clone.read('SESSION_CONTEXT.md'), /one SQLite table|files in one folder/);
  assert.is(handoff('status').status, 0);
  const check = handoff('check', 'HEAD~2..HEAD');
  assert.is(check.status, 3, 'what could not be read was not judged');
  assert.match(check.stderr, LEFT_OUT);
  clone.remove();
  rmSync(`${origin.dir}-gone`, { recursive: true });
});

test('a partial clone commits, with hooks, while its server is gone', () => {
  const origin = createHistory();
  const clone = cloneInPart(origin);
  assert.is(clone.run('node', [CLI, 'install']).status, 0);
  const { status, stderr } = clone.commit('feat: complete Phase 2', { 'src/b.ts': 'let b;\n' });
  assert.is(status, 0);
  assert.match(stderr, /drafted an update/);
  clone.remove();
  rmSync(`${origin.dir}-gone`, { recursive: true });
});

test('a partial clone whose server is there lacks nothing', () => {
  const origin = createHistory();
  const dir = createFolder();
  origin.git('clone', '--quiet', '--filter=blob:none', `file://${origin.dir}`, dir);
  const clone = openRepository(dir);
  const why = clone.run('node', [CLI, 'why', 'HEAD~3..HEAD']);
  assert.is(why.stderr, '');
  assert.is(why.stdout, origin.run('node', [CLI, 'why', 'HEAD~3..HEAD']).stdout);
  clone.remove();
  origin.remove();
});

/** Files of loose objects. */
const looseIn = (dir: string): string[] =>
  readdirSync(join(dir, '.git/objects'), { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, '.git/objects', name))
    .filter((file) => /\/[0-9a-f]{2}\/[0-9a-f]{38}$/.test(file) && statSync(file).isFile());

for (const [title, damage] of [
  ['missing', (file: string) => rmSync(file)],
  [
    'damaged',
    (file: string) => {
      const bytes = readFileSync(file);
      rmSync(file);
      writeFileSync(file, bytes.subarray(0, bytes.length / 2));
    },
  ],
] as const)
  test(`an old text that is ${title} costs what depended on it`, () => {
    const repository = createHistory();
    const id = repository.git('rev-parse', 'HEAD~2:docs/decisions.md');
    const file = looseIn(repository.dir).find((one) => one.endsWith(`${id.slice(0, 2)}/${id.slice(2)}`));
    if (file === undefined) throw new Error('it is packed');
    damage(file);
    for (const args of [['brief'], ['why', 'HEAD~3..HEAD'], ['draft', '--stdout'], ['status']]) {
      const { status, stderr } = repository.run('node', [CLI, ...args]);
      assert.is(status, 0, `${args}: ${stderr}`);
    }
    assert.match(repository.run('node', [CLI, 'why', 'HEAD']).stderr, /missing in this clone/);
    repository.remove();
  });

test('what a sparse checkout leaves out is read from HEAD, and a decision is never written beside it', () => {
  const repository = createProject({ 'docs/decisions.md': NEW_DECISIONS, 'src/a.ts': 'let a;\n' });
  const before = repository.run('git', ['handoff', 'brief']).stdout;
  assert.match(before, /SQLite/);
  repository.git('sparse-checkout', 'set', '--cone', 'src');
  assert.is(repository.run('test', ['-e', 'docs/decisions.md']).status, 1);
  assert.is(repository.run('git', ['handoff', 'brief']).stdout, before);
  const decide = ['handoff', 'decide', 'Pumps', '--chosen', 'pumps', '--rationale', 'water has to go up'];
  assert.is.not(repository.run('git', decide).status, 0);
  assert.is(repository.run('test', ['-e', 'docs/decisions.md']).status, 1);
  repository.remove();
});

test('a text that is missing hides no path that a commit took away', () => {
  const context = '# C\n\n## Current State\nThe pump is in `src/pump.ts`.\n';
  const repository = createProject({ 'SESSION_CONTEXT.md': context, 'src/pump.ts': 'let pump;\n'.repeat(9) });
  repository.write('src/new.ts', 'let other;\n'.repeat(9));
  repository.git('rm', '-q', 'src/pump.ts');
  repository.git('add', 'src/new.ts');
  repository.git('commit', '-qm', 'refactor: another pump');
  const id = repository.git('rev-parse', 'HEAD:src/new.ts').trim();
  rmSync(join(repository.dir, '.git/objects', id.slice(0, 2), id.slice(2)));
  assert.match(repository.run('git', ['handoff', 'brief']).stdout, /src\/pump\.ts.{0,20}gone/s);
  repository.remove();
});

test('a directory that a sparse checkout leaves out is not said to be gone', () => {
  const context = '# C\n\n## Current State\nThe SQL is in `db/migrations/`.\n';
  const repository = createProject({
    'SESSION_CONTEXT.md': context,
    'db/migrations/1.sql': 'a\n',
    'src/a.ts': 'b\n',
  });
  repository.commit('feat: a second one', { 'db/migrations/2.sql': 'b\n' });
  repository.git('rm', '-q', 'db/migrations/1.sql');
  repository.commit('fix: drop the first', {});
  repository.git('sparse-checkout', 'set', '--no-cone', '/*.md', '/src/');
  assert.not.match(repository.run('git', ['handoff', 'brief']).stdout, /migrations\/?: gone/);
  repository.remove();
});

test('a context file that a sparse checkout leaves out is read from HEAD, and is not written', () => {
  const repository = createProject({ 'src/a.ts': 'let a;\n' });
  const before = repository.run('git', ['handoff', 'brief']).stdout;
  assert.match(before, /Phase 1 is being built/);
  repository.git('sparse-checkout', 'set', '--no-cone', '/src/');
  assert.is(repository.run('test', ['-e', 'SESSION_CONTEXT.md']).status, 1);
  assert.is(repository.run('git', ['handoff', 'brief']).stdout, before);
  assert.match(
    repository.run('git', ['handoff', 'status']).stdout,
    /context file: SESSION_CONTEXT\.md, left out of this sparse checkout/,
  );
  const made = repository.commit('feat: complete Phase 1', { 'src/a.ts': 'let b;\n' });
  assert.is(made.status, 0);
  assert.match(made.stderr, /SESSION_CONTEXT\.md is left out of this sparse checkout/);
  assert.is(repository.run('git', ['handoff', 'init', '--all']).status, 0);
  assert.is(repository.run('test', ['-e', 'docs/decisions.md']).status, 1);
  assert.is(repository.run('test', ['-e', 'SESSION_CONTEXT.md']).status, 1);
  repository.remove();
});

test.run();
