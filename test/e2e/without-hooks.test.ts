// Commits that git made without running our hooks: the next hook, brief, status and check name them, the gate
// included.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, createProject, NEW_ARCHITECTURE, NEW_DECISIONS } from '../helpers/project.ts';
import type { TestRepository } from '../helpers/repository.ts';

const handoff = (repository: TestRepository, ...args: string[]) => repository.run('node', [CLI, ...args]);

const OFF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'core.hooksPath is empty': {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.hooksPath',
    GIT_CONFIG_VALUE_0: '',
  },
  'core.hooksPath is elsewhere': {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.hooksPath',
    GIT_CONFIG_VALUE_0: '/dev/null',
  },
  'node cannot run, as in a container or under a GUI': { PATH: 'broken' },
  'HANDOFF=0': { HANDOFF: '0' },
};

/** A commit of one file that no hook of ours sees. */
function commitWithout(
  repository: TestRepository,
  env: Readonly<Record<string, string>>,
  [subject, path, text]: readonly [string, string, string],
): string {
  repository.write(path, text);
  repository.git('add', '-A');
  const all = env.PATH === undefined ? env : { PATH: `${brokenNode(repository)}:${process.env.PATH}` };
  const { status, stderr } = repository.run('git', ['commit', '--quiet', '-m', subject], all);
  assert.is(status, 0, stderr);
  return repository.git('rev-parse', '--short=7', 'HEAD').trim();
}

function brokenNode(repository: TestRepository): string {
  const bin = join(repository.dir, '.git/bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'node'), '#!/bin/sh\nexit 127\n', { mode: 0o755 });
  return bin;
}

for (const [title, env] of Object.entries(OFF))
  test(`names what was committed while ${title}`, () => {
    const repository = createProject({ 'src/a.ts': 'export const a = 1;\n' });
    const first = commitWithout(repository, env, ['feat: add b', 'src/b.ts', 'export const b = 2;\n']);
    const second = commitWithout(repository, env, [
      'feat: use SQLite',
      'docs/architecture.md',
      NEW_ARCHITECTURE,
    ]);
    const says = (text: string, what: string) => {
      assert.match(text, /2 commits were made without the hooks/, what);
      for (const sha of [first, second]) assert.ok(text.includes(sha), `${what} names ${sha}`);
      assert.match(text, new RegExp(`${second} .*architecture`), `${what}: the gate`);
    };
    says(handoff(repository, 'brief').stdout, 'brief');
    says(handoff(repository, 'status').stdout, 'status');
    const check = handoff(repository, 'check', '--json');
    const { ok, findings } = JSON.parse(check.stdout);
    assert.equal([check.status, ok], [0, true], 'what is staged is fine');
    assert.equal(
      findings.map(({ rule, level, sha }: Record<string, string>) => [rule, level, sha?.slice(0, 7)]),
      [
        ['without-hooks', 'warning', second],
        ['without-hooks', 'warning', first],
        ['architecture-document', 'warning', second],
      ],
    );
    repository.write('src/c.ts', 'export const c = 3;\n');
    repository.git('add', 'src/c.ts');
    const next = repository.run('git', ['commit', '--quiet', '-m', 'chore: add c']);
    says(next.stderr, 'the next hook');
    assert.match(next.stderr, /fix .*git handoff decide/);
    for (const command of ['brief', 'status'])
      assert.not.match(handoff(repository, command).stdout, /without the hooks/, `${command}: told`);
    repository.remove();
  });

test('is silent of a gate that a later commit answers', () => {
  const repository = createProject();
  const env = OFF['core.hooksPath is empty'] ?? {};
  commitWithout(repository, env, ['feat: use SQLite', 'docs/architecture.md', NEW_ARCHITECTURE]);
  commitWithout(repository, env, ['docs: decide on SQLite', 'docs/decisions.md', NEW_DECISIONS]);
  const { stdout } = handoff(repository, 'status');
  assert.match(stdout, /2 commits were made without the hooks/);
  assert.not.match(stdout, /no decision/);
  repository.remove();
});

test('names them where a branch is left before the next commit', () => {
  const repository = createProject();
  const sha = commitWithout(repository, OFF['HANDOFF=0'] ?? {}, ['feat: add b', 'src/b.ts', 'b\n']);
  const { stderr } = repository.run('git', ['switch', '--quiet', '-c', 'side', 'HEAD~1']);
  assert.match(stderr, new RegExp(`1 commit was made without the hooks[^]*${sha}`));
  repository.remove();
});

const nothing = (repository: TestRepository, what: string): void => {
  assert.not.match(handoff(repository, 'status').stdout, /without the hooks/, what);
};

test('names nothing that a hook has seen, whatever made it', () => {
  const repository = createProject({ 'src/a.ts': 'a\n' });
  for (const name of ['one', 'two', 'three', 'four'])
    repository.commit(`feat: add ${name}`, { [`src/${name}.ts`]: `export const ${name} = 1;\n` });
  nothing(repository, 'commits');
  repository.git('commit', '--quiet', '--amend', '-m', 'feat: add four again');
  nothing(repository, 'an amend');
  repository.git('switch', '--quiet', '-c', 'side', 'HEAD~3');
  repository.commit('feat: beside', { 'src/side.ts': 'side\n' });
  repository.run('git', ['stash', '--quiet']);
  repository.git('cherry-pick', 'main~1', 'main~2');
  nothing(repository, 'a sequence of picks');
  repository.git('revert', '--no-edit', 'HEAD');
  nothing(repository, 'a revert');
  repository.git('rebase', '--quiet', 'main');
  nothing(repository, 'a rebase');
  repository.git('switch', '--quiet', 'main');
  repository.git('merge', '--quiet', '--no-ff', '--no-edit', 'side');
  nothing(repository, 'a merge');
  repository.git('reset', '--quiet', '--hard', 'HEAD~1');
  nothing(repository, 'a reset');
  repository.git('bisect', 'start');
  repository.commit('fix: in a bisection', { 'src/bisect.ts': 'x\n' });
  repository.git('bisect', 'reset');
  nothing(repository, 'a bisection');
  repository.run('git', ['commit', '--quiet', '--allow-empty', '--no-verify', '-m', 'chore: skip the gate']);
  nothing(repository, '--no-verify, which post-commit sees');
  repository.remove();
});

test('names nothing that came from elsewhere, and nothing where no reflog is kept', () => {
  const repository = createProject();
  repository.git('branch', 'theirs');
  const env = OFF['core.hooksPath is empty'] ?? {};
  repository.git('switch', '--quiet', 'theirs');
  repository.commit('feat: theirs', { 'src/theirs.ts': 'x\n' });
  repository.git('switch', '--quiet', 'main');
  assert.is(repository.run('git', ['merge', '--quiet', '--ff-only', 'theirs'], env).status, 0);
  nothing(repository, 'a fast-forward');
  repository.git('config', 'core.logAllRefUpdates', 'false');
  repository.run('rm', ['-r', '.git/logs']);
  commitWithout(repository, env, ['feat: add b', 'src/b.ts', 'b\n']);
  nothing(repository, 'no reflog');
  repository.remove();
});

test('does not name what carries the context file alone', () => {
  const repository = createProject();
  commitWithout(repository, { HANDOFF: '0' }, [
    'docs: handoff',
    'SESSION_CONTEXT.md',
    `${repository.read('SESSION_CONTEXT.md')}\n- Next: the index\n`,
  ]);
  assert.not.match(handoff(repository, 'brief').stdout, /made without the hooks/);
  repository.remove();
});

test('names nothing whose draft was refused', () => {
  const repository = createProject();
  repository.commit('feat: complete phase 1', { 'src/a.ts': 'a\n' });
  const lock = join(repository.dir, '.git/handoff-hooks/lock');
  writeFileSync(lock, String(process.pid));
  const refused = repository.commit('feat: complete phase 2', { 'src/b.ts': 'b\n' });
  assert.match(refused.stderr, /another draft/);
  rmSync(lock);
  nothing(repository, 'status');
  const { stderr } = repository.commit('feat: complete phase 3', { 'src/c.ts': 'c\n' });
  assert.not.match(stderr, /without the hooks/);
  assert.match(repository.read('SESSION_CONTEXT.md'), /phase 2/i);
  repository.remove();
});

test.run();
