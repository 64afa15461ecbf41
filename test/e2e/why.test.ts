// The verdict on commits of real repositories.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, code, createProject, NEW_ARCHITECTURE } from '../helpers/project.ts';
import { createFolder, createRepository } from '../helpers/repository.ts';

type Line = {
  readonly sha: string | null;
  readonly subject: string;
  readonly verdict: string;
  readonly record: boolean;
  readonly weight: number;
  readonly signals: readonly { readonly rule: string; readonly evidence: string }[];
  readonly gate: {
    readonly needed: boolean;
    readonly satisfiedBy: string | null;
    readonly files: readonly string[];
  };
  readonly claims: readonly Readonly<Record<string, string | null>>[];
};

const linesOf = (stdout: string): Line[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('a range gives a line of JSON for each commit, oldest first, the root and merges included', () => {
  const repository = createProject();
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit('feat: complete Phase 1, the engine', { 'src/engine.ts': code('engine') });
  repository.git('checkout', '-q', 'main');
  repository.commit('style: b', { b: 'b\n' });
  repository.git('merge', '-q', '--no-edit', 'side');
  const { status, stdout } = repository.run('node', [CLI, 'why', '--json', 'HEAD~1..HEAD', 'HEAD']);
  assert.is(status, 0);
  const lines = linesOf(stdout);
  assert.is(lines.length, 3);
  assert.is(lines[0]?.record, true);
  assert.ok(lines[0]?.signals.some(({ evidence }) => evidence !== ''));
  assert.equal(lines[0]?.claims, [
    {
      kind: 'phase-done',
      id: '1',
      unit: 'phase',
      text: '',
      source: 'subject',
      quote: 'complete Phase 1, the engine',
    },
  ]);
  assert.equal(lines.at(-1)?.claims, []);
  assert.is(lines.at(-1)?.record, false, 'the merge');
  const all = linesOf(
    repository.run('node', [CLI, 'why', '--json', `${repository.git('rev-list', '--max-parents=0', 'HEAD')}`])
      .stdout,
  );
  assert.is(all[0]?.subject, 'chore: start');
  repository.remove();
});

test('staged changes are judged with the message of a file', () => {
  const repository = createProject();
  repository.write('docs/architecture.md', NEW_ARCHITECTURE);
  repository.git('add', '--all');
  repository.write('message.txt', 'feat: SQLite\n\nGotcha: one writer only\nNext: none\n');
  const [line] = linesOf(
    repository.run('node', [CLI, 'why', '--json', '--message-file', 'message.txt']).stdout,
  );
  assert.is(line?.sha, null);
  assert.is(line?.subject, 'feat: SQLite');
  assert.is(line?.verdict, 'block');
  assert.equal(
    line?.claims.map(({ kind, text }) => [kind, text]),
    [['gotcha', 'one writer only']],
  );
  assert.equal(line?.gate, { needed: true, satisfiedBy: null, files: ['docs/architecture.md'], guards: [] });
  repository.remove();
});

test('for people it names the verdict, the rules with their evidence, and what would change it', () => {
  const repository = createProject();
  repository.commit('feat: complete Phase 1, the engine', { 'src/engine.ts': code('engine') });
  const { stdout } = repository.run('node', [CLI, 'why', 'HEAD']);
  for (const part of [/complete Phase 1/, /record/, /phase-completed/, /Handoff: skip/])
    assert.match(stdout, part);
  repository.remove();
});

test('it works in a bare repository and from a subfolder', () => {
  const repository = createProject({ 'src/a.ts': 'x\n' });
  const bare = createFolder();
  repository.git('clone', '-q', '--bare', '.', bare);
  assert.is(repository.run('node', [CLI, 'why', '--json', '--cwd', bare, 'HEAD']).status, 0);
  assert.is(repository.run('node', [CLI, 'why', '--json', '--cwd', 'src', 'HEAD']).status, 0);
  repository.remove();
});

for (const [title, args, code] of [
  ['a revision that does not exist', ['why', 'no-such-branch'], 2],
  ['an option that does not exist', ['why', '--nope'], 2],
  ['a command that does not exist', ['wyh'], 2],
] as const) {
  test(`${title} ends with ${code} and a message, not a stack`, () => {
    const repository = createRepository();
    const { status, stderr } = repository.run('node', [CLI, ...args]);
    assert.is(status, code);
    assert.match(stderr, /^handoff: /);
    assert.not.match(stderr, /\n\s+at /);
    repository.remove();
  });
}

test('outside a repository it ends with 3', () => {
  const repository = createRepository();
  const folder = createFolder();
  assert.is(
    repository.run('node', [CLI, 'why', '--cwd', folder], { GIT_CEILING_DIRECTORIES: '/tmp' }).status,
    3,
  );
  repository.remove();
});

test.run();
