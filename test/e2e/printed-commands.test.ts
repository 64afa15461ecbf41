// Commands run as they were printed, blanks filled in: from any directory, offline, without a terminal.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, CONTEXT, code, createProject, NEW_ARCHITECTURE } from '../helpers/project.ts';
import { copyRepository, openRepository, type TestRepository } from '../helpers/repository.ts';

const PATH = 'SESSION_CONTEXT.md';
const template = createProject();
test.after(template.remove);

const within = (run: (repository: TestRepository) => void) => () => {
  const repository = copyRepository(template);
  run(repository);
  repository.remove();
};

/** The commands of a message's `fix`, a line each. */
const fixesIn = (text: string): string[] => {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith('  fix  '));
  const rest = from < 0 ? [] : lines.slice(from);
  const to = rest.findIndex((line, at) => at > 0 && !line.startsWith('       '));
  return rest.slice(0, to < 0 ? undefined : to).map((line) => line.slice('  fix  '.length));
};

const fill = (command: string): string => command.replace(/‹([^›]*)›/g, 'words about the $1 of it');

/** Runs them one after the other where the message was read, in a session without a terminal. */
function runPrinted({ env }: TestRepository, cwd: string, commands: readonly string[]): void {
  assert.ok(commands.length > 0);
  for (const command of commands) {
    const { status, stderr } = spawnSync('setsid', ['-w', 'sh', '-c', fill(command)], {
      cwd,
      env: { ...env, npm_config_offline: 'true', TERM: 'dumb' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    assert.is(status, 0, `${command}\n${stderr}`);
  }
}

const isClean = ({ git }: TestRepository): boolean => git('status', '--porcelain', PATH) === '';

test(
  'the notice of a draft fills it and commits it',
  within((repository) => {
    const { stderr } = repository.commit('feat: complete Phase 1', { 'src/a.ts': code('a') });
    const commands = fixesIn(stderr);
    assert.equal(commands, [
      'git handoff note next "‹next step›"',
      'git commit -m "docs: update the session context" -- SESSION_CONTEXT.md',
    ]);
    runPrinted(repository, repository.dir, commands);
    assert.match(repository.git('show', `HEAD:${PATH}`), 'words about the next step of it');
    assert.ok(isClean(repository));
  }),
);

test(
  'from a subdirectory of a linked worktree too',
  within((repository) => {
    const dir = `${repository.dir}-linked`;
    repository.git('worktree', 'add', '--quiet', dir, '-b', 'linked');
    const linked = openRepository(dir);
    linked.write('sub/a b/a.ts', code('a'));
    linked.git('add', '--all');
    const cwd = join(dir, 'sub/a b');
    const { stderr } = linked.run('git', ['-C', cwd, 'commit', '-q', '-m', 'feat: complete Phase 1']);
    runPrinted(linked, cwd, fixesIn(stderr));
    assert.match(linked.git('show', `HEAD:${PATH}`), 'words about the next step of it');
    assert.ok(isClean(linked));
    assert.is(repository.read(PATH), CONTEXT);
    linked.remove();
  }),
);

test('an archive beside the context file is committed with it', () => {
  const repository = createProject({ 'handoff.config.json': '{"draft":{"keepEntries":1}}' });
  const { stderr } = repository.commit('feat: complete Phase 1', { 'src/a.ts': code('a') });
  runPrinted(repository, repository.dir, fixesIn(stderr));
  assert.is(repository.git('status', '--porcelain'), '');
  assert.match(repository.git('show', '--name-only', 'HEAD'), 'docs/session-log/2026.md');
  repository.remove();
});

type Stop = readonly [what: string, args: readonly string[], cwd: string, isStaged: boolean];

const STOPS: readonly Stop[] = [
  ['of the index', ['-m', "feat(db): Ana's $store"], '.', true],
  ['with a body', ['-m', 'feat: a store', '-m', '# not a comment\nand more'], '.', true],
  ['of all tracked files', ['-am', 'feat: a store'], '.', false],
  ['of one path', ['-m', 'feat: a store', '--', 'docs/architecture.md'], '.', false],
  ['of all tracked files, in a subdirectory', ['-am', 'feat: a store'], 'docs', false],
];

for (const [what, args, cwd, isStaged] of STOPS)
  test(
    `a stopped commit ${what} is made again with its decision`,
    within((repository) => {
      repository.write('docs/architecture.md', NEW_ARCHITECTURE);
      if (isStaged) repository.git('add', 'docs');
      const at = join(repository.dir, cwd);
      const { status, stderr } = repository.run('git', ['-C', at, 'commit', '-q', ...args]);
      assert.is(status, 1);
      assert.ok(stderr.trimEnd().split('\n').length <= 8, stderr);
      assert.not.match(stderr, '‹title');
      const commands = fixesIn(stderr);
      assert.is(commands.length, 3);
      runPrinted(repository, at, commands);
      assert.is(repository.git('rev-list', '--count', 'HEAD'), '2');
      assert.is(repository.git('show', 'HEAD:docs/architecture.md'), NEW_ARCHITECTURE.trimEnd());
      const text = args.filter((word) => word.includes(' ')).join('\n\n');
      assert.is(repository.git('log', '-1', '--format=%B').trimEnd(), text);
      assert.is(repository.git('diff', 'HEAD', '--name-only', '--', 'docs'), '');
    }),
  );

test('where each decision is a file, their directory is staged', () => {
  const record = (id: number) =>
    `# ${id}. Use thing ${id}\n\nDate: 2026-01-0${id}\n\n## Status\n\nAccepted\n\n## Context\n\nWe need it.\n\n` +
    `## Decision\n\nWe use thing ${id} for all work.\n\n## Consequences\n\nIt is fast.\n`;
  const repository = createProject({
    'docs/decisions.md': '',
    'docs/adr/0001-use-thing-1.md': record(1),
    'docs/adr/0002-use-thing-2.md': record(2),
  });
  const { stderr } = repository.commit('feat: a store', { 'docs/architecture.md': NEW_ARCHITECTURE });
  const commands = fixesIn(stderr);
  assert.is(commands[1], 'git add docs/adr');
  runPrinted(repository, repository.dir, commands);
  assert.match(repository.git('show', '--name-only', 'HEAD'), /docs\/adr\/0003-a-store\.md/);
  repository.remove();
});

test(
  'a commit that skipped the gate is amended',
  within((repository) => {
    repository.write('docs/architecture.md', NEW_ARCHITECTURE);
    const { stderr } = repository.run('git', ['commit', '-qanm', 'feat: a store']);
    runPrinted(repository, repository.dir, fixesIn(stderr));
    assert.match(repository.git('show', '--name-only', 'HEAD'), 'docs/decisions.md');
    assert.is(repository.git('rev-list', '--count', 'HEAD'), '2');
  }),
);

const UNFILLED = [
  ['note', 'next', '‹next step›'],
  ['note', 'deviation', 'another cache', '--rationale', '‹why›'],
  ['decide', '‹title›', '--chosen', 'a', '--rationale', 'b'],
  ['decide', 'A store', '--chosen', 'a', '--rationale', 'b', '--supersedes', '‹number›'],
];

for (const words of UNFILLED)
  test(
    `a blank that is not filled in is named, and nothing is written: ${words.join(' ')}`,
    within((repository) => {
      const { status, stderr } = repository.run('git', ['handoff', ...words]);
      assert.is(status, 2);
      assert.match(stderr, /‹(?:next step|why|title|number)› is still to be filled in/);
      assert.is(repository.git('status', '--porcelain'), '');
    }),
  );

const SCRIPT = 'sh "$(git rev-parse --git-common-dir)/handoff-hooks/run"';

test('an alias of that name stays, and the installed script takes its place', () => {
  const repository = createProject();
  repository.run('node', [CLI, 'uninstall']);
  repository.git('config', 'alias.handoff', 'status --short');
  const before = repository.read('.git/config');
  repository.run('node', [CLI, 'install']);
  assert.is(repository.git('config', '--get-all', 'alias.handoff'), 'status --short');
  repository.write('sub/a.ts', code('a'));
  repository.git('add', '--all');
  const cwd = join(repository.dir, 'sub');
  const { stderr } = repository.run('git', ['-C', cwd, 'commit', '-q', '-m', 'feat: complete Phase 1']);
  const commands = fixesIn(stderr);
  assert.is(commands[0], `${SCRIPT} note next "‹next step›"`);
  runPrinted(repository, cwd, commands);
  repository.run('node', [CLI, 'uninstall']);
  assert.is(repository.read('.git/config'), before);
  repository.remove();
});

test('installed twice the alias is there once; uninstalled it is gone, and npx is named', () => {
  const repository = createProject();
  repository.run('node', [CLI, 'install']);
  assert.is(repository.git('config', '--get-all', 'alias.handoff').split('\n').length, 1);
  assert.is(repository.run('git', ['handoff', 'uninstall']).status, 0);
  assert.not.match(repository.read('.git/config'), 'handoff');
  const { stderr } = repository.run('node', [CLI, 'note']);
  assert.match(stderr, 'fix  npx handoff-hooks note');
  repository.remove();
});

const NOBODY = ['--reuid=65534', '--regid=65534', '--clear-groups'];
const mayLeaveRoot =
  process.getuid?.() === 0 && spawnSync('setpriv', [...NOBODY, 'true'], { stdio: 'ignore' }).status === 0;

// As in a sandbox that gives an agent the work tree alone.
if (mayLeaveRoot)
  test('what writes the work tree alone needs no write access to .git', () => {
    const repository = createProject();
    repository.commit('feat: complete Phase 1', { 'src/a.ts': code('a') }, { HANDOFF: '0' });
    repository.run('chown', ['-R', '65534:65534', repository.dir]);
    repository.run('chown', ['-R', '0:0', join(repository.dir, '.git')]);
    repository.run('chmod', ['-R', 'go-w', join(repository.dir, '.git')]);
    const git = ['git', '-c', 'safe.directory=*', 'handoff'];
    for (const words of [
      ['draft'],
      ['note', 'next', 'The tests'],
      ['decide', 'A store', '--chosen', 'rows', '--rationale', 'listing is slow'],
    ]) {
      const answer = repository.run('setpriv', [...NOBODY, ...git, ...words], { HOME: '/nonexistent' });
      assert.is(answer.status, 0, answer.stderr);
    }
    assert.match(repository.read(PATH), /Phase 1[\s\S]*The tests/);
    assert.match(repository.read('docs/decisions.md'), 'listing is slow');
    repository.remove();
  });

test.run();
