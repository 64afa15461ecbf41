// A draft that is not committed yet: who is told, and when.

import { spawnSync } from 'node:child_process';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, CONTEXT, code, createProject } from '../helpers/project.ts';
import { cleanEnvironment, createFolder, createRepository, openRepository } from '../helpers/repository.ts';

const COMMIT = 'git commit -m "docs: update the session context" -- SESSION_CONTEXT.md';

test('status and a push name the branch whose draft is not committed, until it is', () => {
  const repository = createProject();
  const remote = openRepository(createFolder());
  remote.git('init', '--quiet', '--bare');
  repository.git('remote', 'add', 'origin', remote.dir);
  repository.git('push', '--quiet', 'origin', 'main');
  repository.git('switch', '--quiet', '--create', 'planner');
  repository.commit('feat: complete Phase 1', { 'src/a.ts': code('a') });
  const what = 'the update of SESSION_CONTEXT.md for planner is drafted, but not committed';
  const push = () => repository.run('git', ['push', '--quiet', 'origin', 'HEAD']);
  const problems = () =>
    JSON.parse(repository.run('git', ['handoff', 'status', '--json']).stdout).problems.map(
      (problem: { what: string }) => problem.what,
    );
  const first = push();
  assert.is(first.status, 0);
  assert.is(first.stderr, `handoff: ${what}\n  fix  ${COMMIT}\n`);
  assert.ok(problems().includes(what));
  assert.is(repository.run('git', ['push', '--quiet', 'origin', 'main']).stderr, '');
  assert.is(repository.run('sh', ['-c', COMMIT]).status, 0);
  assert.is(push().stderr, '');
  assert.not.ok(problems().includes(what));
  remote.remove();
  repository.remove();
});

for (const [into, told, status] of [
  ['commit', /committed an update of SESSION_CONTEXT\.md for 2 commits, by itself/, ''],
  ['index', /drafted an update of SESSION_CONTEXT\.md for 2 commits, staged/, 'M  SESSION_CONTEXT.md'],
] as const)
  test(`a draft that waits lands where draft --into ${into} asks for, with what it tells of`, () => {
    const repository = createProject();
    repository.commit('feat: complete Phase 1', { 'src/a.ts': code('a') });
    repository.git('commit', '--quiet', '--allow-empty', '-m', 'feat: complete Phase 2');
    const { problems } = JSON.parse(repository.run('git', ['handoff', 'status', '--json']).stdout);
    assert.equal(
      problems.filter(({ what }: { what: string }) => /not in this history/.test(what)),
      [],
    );
    const drafted = repository.read('SESSION_CONTEXT.md');
    const draft = () => repository.run('node', [CLI, 'draft', '--into', into]);
    assert.match(draft().stderr, told);
    assert.is(repository.read('SESSION_CONTEXT.md'), drafted);
    assert.is(repository.git('status', '--porcelain'), status);
    if (into === 'commit') assert.match(draft().stderr, /accounts for every commit/);
    repository.remove();
  });

test('park takes a draft out for a pull, keeps what its author wrote, and a later draft brings it back', () => {
  const repository = createProject();
  const remote = openRepository(createFolder());
  remote.git('init', '--quiet', '--bare');
  repository.git('remote', 'add', 'origin', remote.dir);
  repository.git('push', '--quiet', '--set-upstream', 'origin', 'main');
  const park = () => repository.run('git', ['handoff', 'park']);
  assert.match(park().stderr, /no draft of ours waits in SESSION_CONTEXT\.md/);
  const started = repository.read('SESSION_CONTEXT.md');

  const { stderr } = repository.commit('feat: complete Phase 1', { 'src/a.ts': code('a') });
  assert.match(stderr, /^ {2}skip git handoff park {2}/m);
  repository.write('src/b.ts', code('b'));
  repository.git('add', 'src/b.ts');
  repository.git('commit', '--quiet', '-m', 'feat: complete Phase 2');
  const drafted = repository.read('SESSION_CONTEXT.md');
  assert.is.not(repository.run('git', ['pull', '--rebase', '--quiet']).status, 0);
  assert.match(
    park().stderr,
    /took the draft out of SESSION_CONTEXT\.md; it comes back with {2}git handoff draft/,
  );
  assert.is(repository.read('SESSION_CONTEXT.md'), started);
  assert.is(repository.git('status', '--porcelain'), '');
  assert.is(repository.run('git', ['pull', '--rebase', '--quiet']).status, 0);
  repository.run('git', ['handoff', 'draft']);
  assert.is(repository.read('SESSION_CONTEXT.md'), drafted);

  repository.write('SESSION_CONTEXT.md', `${drafted}\nA line of mine.\n`);
  assert.is(park().status, 0);
  assert.is(repository.read('SESSION_CONTEXT.md'), `${started}\nA line of mine.\n`);

  repository.run('git', ['handoff', 'draft']);
  const again = repository.read('SESSION_CONTEXT.md');
  const edited = again.replace(/Complete Phase 1/g, 'Phase 1 is complete, at last');
  assert.is.not(edited, again);
  repository.write('SESSION_CONTEXT.md', edited);
  const refused = park();
  assert.is(refused.status, 3);
  assert.match(refused.stderr, /edited in the same lines, so nothing was taken out/);
  assert.is(repository.read('SESSION_CONTEXT.md'), edited);
  assert.is(repository.run('sh', ['-c', COMMIT]).status, 0);
  assert.match(park().stderr, /no draft of ours waits/);
  remote.remove();
  repository.remove();
});

test('install where there is no repository says so in one line and is no failure', () => {
  const cwd = createFolder();
  const { status, stderr, stdout } = spawnSync('node', [CLI, 'install'], {
    cwd,
    env: { ...cleanEnvironment(), GIT_CEILING_DIRECTORIES: cwd },
    encoding: 'utf8',
  });
  assert.is(status, 0);
  assert.is(stdout + stderr, 'handoff: not a git repository, so there are no hooks to install\n');
  openRepository(cwd).remove();
});

test('ids in a draft follow a rebase that stashes the draft away and brings it back', () => {
  for (const options of [[], ['--apply']]) {
    const repository = createProject();
    repository.git('config', 'rebase.autoStash', 'true');
    repository.git('branch', 'other');
    repository.commit('feat: complete Phase 1', { 'src/a.ts': code('a') });
    const old = repository.git('rev-parse', '--short=7', 'HEAD');
    assert.match(repository.read('SESSION_CONTEXT.md'), new RegExp(old));
    repository.write('mine.txt', 'mine\n');
    repository.git('add', '--intent-to-add', 'mine.txt');
    const other = repository.git('commit-tree', 'other^{tree}', '-p', 'other', '-m', 'chore: other');
    repository.git('update-ref', 'refs/heads/other', other);
    repository.git('add', 'mine.txt');
    assert.is(repository.run('git', ['rebase', '--quiet', ...options, 'other']).status, 0);
    const now = repository.git('rev-parse', '--short=7', 'HEAD');
    const text = repository.read('SESSION_CONTEXT.md');
    assert.match(text, new RegExp(now));
    assert.not.match(text, new RegExp(old));
    assert.is(repository.read('mine.txt'), 'mine\n');
    assert.match(repository.run('git', ['handoff', 'park']).stderr, /took the draft out/);
    assert.not.match(repository.read('SESSION_CONTEXT.md'), new RegExp(now));
    repository.remove();
  }
});

test('of a context file that git ignores nothing is said of commits, and none is asked for', () => {
  const repository = createRepository();
  repository.write('SESSION_CONTEXT.md', CONTEXT);
  repository.commit('chore: start', { '.gitignore': 'SESSION_CONTEXT.md\n' });
  assert.is(repository.run('node', [CLI, 'install']).status, 0);
  const first = repository.commit('feat: complete Phase 1', { 'src/a.ts': code('a') }).stderr;
  assert.match(
    first,
    /drafted an update of SESSION_CONTEXT\.md for one commit, in the work tree; git ignores the file/,
  );
  assert.not.match(first, /git commit|park/);
  const second = repository.commit('feat: complete Phase 2', { 'src/b.ts': code('b') }).stderr;
  assert.match(second, /for one commit/);
  const text = repository.read('SESSION_CONTEXT.md');
  assert.match(text, /Phases? 1/);
  assert.is(text.match(/Complete Phase [12] \(/g)?.length, 2);
  const status = repository.run('git', ['handoff', 'status']).stdout;
  assert.match(status, /SESSION_CONTEXT\.md, ignored by git: nothing is said of commits since/);
  assert.not.match(status, /not committed|owed/);
  const brief = repository.run('git', ['handoff', 'brief']).stdout;
  assert.match(brief, /is ignored by git, which cannot say how old it is/);
  assert.not.match(brief, /commits? and \d+ days? ago|deserve/);
  assert.is(repository.git('status', '--porcelain'), '');
  repository.remove();
});

test('a context file that was never added is committed by the command that is printed', () => {
  const repository = createRepository();
  repository.commit('chore: start', { 'a.txt': 'a\n' });
  repository.write('SESSION_CONTEXT.md', CONTEXT);
  assert.is(repository.run('node', [CLI, 'install']).status, 0);
  repository.write('src/a.ts', code('a'));
  repository.git('add', 'src');
  const { stderr } = repository.run('git', ['commit', '--quiet', '--message', 'feat: complete Phase 1']);
  const [, command = ''] = /^ {7}(git add .*)$/m.exec(stderr) ?? [];
  assert.is(repository.run('sh', ['-c', command]).status, 0, stderr);
  assert.is(repository.git('status', '--porcelain'), '');
  repository.remove();
});

test('an amend that hits the commit of the update is said, and the printed commands bring it where it belongs', () => {
  const repository = createProject({ 'handoff.config.json': '{ "draft": { "into": "commit" } }\n' });
  repository.commit('feat: complete Phase 1', { 'src/a.ts': code('a') });
  assert.is(repository.git('log', '-1', '--format=%s'), 'docs: update SESSION_CONTEXT.md');
  repository.write('src/a.ts', code('fixed'));
  const { stderr } = repository.run('git', ['commit', '--quiet', '--all', '--amend', '--no-edit']);
  assert.match(stderr, /amended the commit that updates SESSION_CONTEXT\.md.*src\/a\.ts/);
  const commands = [...stderr.matchAll(/^ {2}(?:fix {2}| {5})(git .*)$/gm)].map(
    ([, command = '']) => command,
  );
  assert.is(commands.length, 3, stderr);
  for (const command of commands) assert.is(repository.run('sh', ['-c', command]).status, 0, command);
  assert.is(
    repository.git('log', '--format=%s', '-2'),
    'docs: update the session context\nfeat: complete Phase 1',
  );
  assert.is(repository.git('show', 'HEAD~1:src/a.ts'), code('fixed').trimEnd());
  assert.match(
    repository.git('show', 'HEAD:SESSION_CONTEXT.md'),
    new RegExp(repository.git('rev-parse', '--short=7', 'HEAD~1')),
  );
  assert.is(repository.git('status', '--porcelain'), '');
  repository.remove();
});

test('an amend of the update alone is nothing to speak of', () => {
  const repository = createProject({ 'handoff.config.json': '{ "draft": { "into": "commit" } }\n' });
  repository.commit('feat: complete Phase 1', { 'src/a.ts': code('a') });
  repository.write('SESSION_CONTEXT.md', `${repository.read('SESSION_CONTEXT.md')}\n- Next: Phase 2\n`);
  assert.is(repository.run('git', ['commit', '--quiet', '--all', '--amend', '--no-edit']).stderr, '');
  repository.remove();
});

test.run();
