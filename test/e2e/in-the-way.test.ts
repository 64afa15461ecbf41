// A file where a directory is expected, a directory or a pipe where a file is: each command ends by itself
// and names what is in the way, or goes on without it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, createProject } from '../helpers/project.ts';
import { copyRepository, type TestRepository } from '../helpers/repository.ts';

const template = createProject({ 'src/a.js': 'a();\n' });
template.commit('feat: complete Phase 1, the engine', { 'src/a.js': 'b();\n' }, { HANDOFF: '0' });
test.after(template.remove);

type Obstacle = 'a file' | 'a directory' | 'a pipe';

const put: Readonly<Record<Obstacle, (repository: TestRepository, path: string) => void>> = {
  'a file': ({ dir }, path) => writeFileSync(join(dir, path), 'in the way\n'),
  'a directory': ({ dir }, path) => mkdirSync(join(dir, path)),
  'a pipe': (repository, path) => void repository.run('mkfifo', [path]),
};

const DIRECTORIES = ['docs', 'docs/phases', 'docs/adr', 'specs', '.planning', 'memory-bank', '.claude'];
const FILES = [
  ...['SESSION_CONTEXT.md', 'docs/decisions.md', 'docs/architecture.md', 'docs/phases/phase1.md'],
  ...['AGENTS.md', 'TODO.md', 'ROADMAP.md', 'CHANGELOG.md', '.planning/ROADMAP.md', 'specs/1/tasks.md'],
  ...['handoff.config.json', 'package.json', 'handoff.html', '.claude/settings.json'],
];
const CASES = [
  ...DIRECTORIES.map((path) => ({ path, obstacle: 'a file' }) as const),
  ...FILES.flatMap((path) => (['a directory', 'a pipe'] as const).map((obstacle) => ({ path, obstacle }))),
];
const COMMANDS = [
  ...['init', 'status', 'brief', 'draft', 'check HEAD', 'why HEAD', 'decisions storage', 'page'],
  ...['note gotcha x', 'decide T --chosen a --rationale b', 'install --agent claude'],
];
/** Different ones for each case, so that all of them meet all kinds. */
const FEW = 2;

for (const [at, { path, obstacle }] of CASES.entries())
  test(`${obstacle} at ${path} is in nobody's way`, () => {
    const repository = copyRepository(template);
    rmSync(join(repository.dir, path), { recursive: true, force: true });
    mkdirSync(dirname(join(repository.dir, path)), { recursive: true });
    put[obstacle](repository, path);
    for (let step = 0; step < FEW; step++) {
      const command = COMMANDS[(at * FEW + step) % COMMANDS.length] ?? '';
      const { status, stderr } = repository.run('timeout', ['30', 'node', CLI, ...command.split(' ')]);
      assert.ok([0, 1, 3].includes(status ?? -1), `${command}: ${status} ${stderr}`);
      assert.not.match(stderr, /^ {4}at |a fault of|the system refused/m, command);
    }
    const { status, stderr } = repository.run('timeout', [
      '60',
      'git',
      'commit',
      '-qm',
      'feat: x',
      '--allow-empty',
    ]);
    assert.is(status, 0, stderr);
    assert.not.match(stderr, /^ {4}at |a fault of|the system refused/m);
    repository.remove();
  });

for (const obstacle of ['a directory', 'a pipe'] as const)
  test(`git is not asked to read ${obstacle} in the place of the context file`, () => {
    const repository = copyRepository(template);
    const log = join(repository.dir, '.git/trace');
    rmSync(join(repository.dir, 'SESSION_CONTEXT.md'));
    put[obstacle](repository, 'SESSION_CONTEXT.md');
    const message = 'feat: complete Phase 7, the wheel';
    assert.is(
      repository.run('git', ['commit', '-qm', message, '--allow-empty'], { GIT_TRACE: log }).status,
      0,
    );
    const asked = readFileSync(log, 'utf8');
    assert.match(asked, 'cat-file');
    assert.not.match(asked, 'hash-object -- SESSION_CONTEXT.md');
    repository.remove();
  });

test.run();
