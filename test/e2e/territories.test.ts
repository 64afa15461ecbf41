// A monorepo: each context file is told what belongs to its directory, and commands speak of the nearest one.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, CONTEXT, code, DECISIONS } from '../helpers/project.ts';
import { createRepository, openRepository, type TestRepository } from '../helpers/repository.ts';

const contextOf = (name: string): string =>
  CONTEXT.replace('Phase 1 is being built', `Phase 1 is being built for ${name}`);

function createMonorepo(files: Readonly<Record<string, string>>): TestRepository {
  const repository = createRepository();
  repository.commit('chore: start', files);
  const { status, stderr } = repository.run('node', [CLI, 'install']);
  if (status !== 0) throw new Error(stderr);
  return repository;
}

/** In a directory of the repository. */
function at({ dir }: TestRepository, folder: string): TestRepository {
  mkdirSync(join(dir, folder), { recursive: true });
  return openRepository(join(dir, folder));
}

const PACKAGES = {
  'packages/a/SESSION_CONTEXT.md': contextOf('a'),
  'packages/b/SESSION_CONTEXT.md': contextOf('b'),
};

const changed = (repository: TestRepository): string =>
  repository.git('diff', '--name-only').split('\n').filter(Boolean).join(' ');

const keep = (repository: TestRepository) => repository.git('commit', '--quiet', '-am', 'docs: context');

for (const [title, files, commits] of [
  [
    'two packages',
    PACKAGES,
    [
      [['packages/b/src/x.ts'], 'packages/b/SESSION_CONTEXT.md'],
      [['packages/a/x.ts', 'packages/b/y.ts'], 'packages/a/SESSION_CONTEXT.md packages/b/SESSION_CONTEXT.md'],
      [['tools/z.ts'], ''],
    ],
  ],
  [
    'two packages and the whole',
    { ...PACKAGES, 'SESSION_CONTEXT.md': contextOf('all') },
    [
      [['packages/b/src/x.ts'], 'packages/b/SESSION_CONTEXT.md'],
      [['packages/a/x.ts', 'packages/b/y.ts'], 'SESSION_CONTEXT.md'],
      [['tools/z.ts'], 'SESSION_CONTEXT.md'],
    ],
  ],
  [
    'files of another name, one in docs/',
    {
      'apps/web/HANDOFF.md': contextOf('web'),
      'apps/api/docs/HANDOFF.md': contextOf('api'),
      'HANDOFF.md': CONTEXT,
    },
    [
      [['apps/api/src/x.ts'], 'apps/api/docs/HANDOFF.md'],
      [['apps/web/src/x.ts'], 'apps/web/HANDOFF.md'],
      [['README.md'], 'HANDOFF.md'],
    ],
  ],
  [
    'copies that nobody keeps',
    {
      'SESSION_CONTEXT.md': CONTEXT,
      'archive/SESSION_CONTEXT.md': CONTEXT,
      'test/fixtures/SESSION_CONTEXT.md': CONTEXT,
    },
    [[['archive/x.ts', 'test/fixtures/y.ts'], 'SESSION_CONTEXT.md']],
  ],
] as const)
  test(`a draft goes where the commit's work was: ${title}`, () => {
    const repository = createMonorepo(files);
    for (const [phase, [paths, drafted]] of commits.entries()) {
      repository.commit(
        `feat: complete Phase ${phase + 2}`,
        Object.fromEntries(paths.map((path) => [path, code(`p${phase}`)])),
      );
      assert.is(changed(repository), drafted, paths.join(' '));
      if (drafted !== '') keep(repository);
    }
    repository.remove();
  });

test('brief, status, note and draft in a directory speak of its file', () => {
  const repository = createMonorepo({
    ...PACKAGES,
    'docs/decisions.md': DECISIONS,
    'packages/a/docs/phases/phase1.md': '# Phase 1: Gauges of a\n\n**Status:** in progress\n',
  });
  repository.commit('feat: complete Phase 1', { 'packages/b/src/x.ts': code('x') });
  const [inA, inB] = [at(repository, 'packages/a/src'), at(repository, 'packages/b')];
  const brief = (where: TestRepository) => where.run('git', ['handoff', 'brief']).stdout;
  assert.match(brief(inA), /Phase 1 is being built for a/);
  assert.match(brief(inA), /packages\/a\/docs\/phases\/phase1\.md/);
  assert.not.match(brief(inA), /for b|Phase 1 complete/);
  assert.match(brief(inB), /Phase 1 complete/);
  assert.not.match(brief(inB), /docs\/phases|for a/);
  const status = (where: TestRepository) =>
    JSON.parse(where.run('git', ['handoff', 'status', '--json']).stdout);
  assert.is(status(inA).contextFile, 'packages/a/SESSION_CONTEXT.md');
  assert.is(status(inA).debt.commits, 0);
  assert.match(inA.run('git', ['handoff', 'status']).stdout, /other directories have their own: packages\/b/);
  keep(repository);
  assert.is(inA.run('git', ['handoff', 'note', 'next', 'Calibrate the gauges']).status, 0);
  assert.is(changed(repository), 'packages/a/SESSION_CONTEXT.md');
  assert.match(
    inB.run('git', ['handoff', 'draft']).stderr,
    /packages\/b\/SESSION_CONTEXT\.md accounts for every/,
  );
  assert.match(inA.run('git', ['handoff', 'park']).stderr, /packages\/a\/SESSION_CONTEXT\.md/);
  repository.remove();
});

test('the notice prints a command that fills the file that was drafted, from where the commit was made', () => {
  const repository = createMonorepo({ ...PACKAGES, 'SESSION_CONTEXT.md': CONTEXT });
  const inA = at(repository, 'packages/a/my src');
  for (const [where, phase, command] of [
    [repository, 2, 'git -C packages/b handoff note'],
    [inA, 3, 'git -C ../../b handoff note'],
    [at(repository, 'packages/b/lib'), 4, 'git handoff note'],
  ] as const) {
    repository.write(`packages/b/p${phase}.ts`, code(`p${phase}`));
    repository.git('add', '--all');
    const { stderr } = where.run('git', ['commit', '--quiet', '--message', `feat: complete Phase ${phase}`]);
    const [, note = ''] = /fix {2}(git .* handoff note .*|git handoff note .*)/.exec(stderr) ?? [];
    const [, commit = ''] = /^ {7}(git commit .*)$/m.exec(stderr) ?? [];
    assert.ok(note.startsWith(command), stderr);
    assert.is(where.run('sh', ['-c', note.replace(/"‹.*›"/, `"Lay pipe ${phase}"`)]).status, 0, note);
    assert.match(repository.read('packages/b/SESSION_CONTEXT.md'), new RegExp(`Lay pipe ${phase}`));
    assert.is(where.run('sh', ['-c', commit]).status, 0, commit);
    assert.is(changed(repository), '');
  }
  repository.remove();
});

test('a decision goes to the log of the directory, else to the one above it', () => {
  const repository = createMonorepo({
    ...PACKAGES,
    'docs/decisions.md': DECISIONS,
    'packages/b/docs/decisions.md': DECISIONS.replace('Files', 'Rows'),
  });
  const decide = (folder: string, title: string) =>
    at(repository, folder).run('git', [
      'handoff',
      'decide',
      title,
      '--chosen',
      'pipes',
      '--rationale',
      'water flows',
    ]);
  assert.is(decide('packages/b/src', 'Pipes').status, 0);
  assert.is(changed(repository), 'packages/b/docs/decisions.md');
  assert.is(decide('packages/a', 'Valves').status, 0);
  assert.is(changed(repository), 'docs/decisions.md packages/b/docs/decisions.md');
  const brief = (folder: string) => at(repository, folder).run('git', ['handoff', 'brief']).stdout;
  assert.match(brief('packages/b'), /Pipes/);
  assert.not.match(brief('packages/a'), /Pipes|Rows/);
  repository.remove();
});

test('quiet commits of several directories are drafted in each, once enough has come together', () => {
  const repository = createMonorepo(PACKAGES);
  for (const name of ['a', 'b']) {
    repository.commit('feat: complete Phase 2', { [`packages/${name}/x.ts`]: code('x') });
    keep(repository);
  }
  for (let count = 0; count < 16; count++)
    repository.commit(`feat(${count % 2 ? 'a' : 'b'}): add part ${count}`, {
      [`packages/${count % 2 ? 'a' : 'b'}/part${count}.ts`]: code(`part${count}`, 60),
    });
  for (const name of ['a', 'b']) {
    const text = repository.read(`packages/${name}/SESSION_CONTEXT.md`);
    assert.match(text, name === 'a' ? /add part 1\b/i : /add part 0\b/i);
    assert.not.match(text, name === 'a' ? /add part 0\b/i : /add part 1\b/i);
  }
  repository.remove();
});

test.run();
