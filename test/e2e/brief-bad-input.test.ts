// `brief` and `decisions` where the files or the repository are not what they should be.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI } from '../helpers/project.ts';
import {
  createFolder,
  createRepository,
  openRepository,
  type TestRepository,
} from '../helpers/repository.ts';

const CONTEXT = '# S\n\n## Current State\n- The pump runs\n\n## Next\n- Measure it\n';

const brief = ({ run }: TestRepository, ...args: string[]) => run('node', [CLI, 'brief', ...args]);

function situation(title: string, act: (repository: TestRepository) => void): void {
  test(title, () => {
    const repository = createRepository();
    try {
      act(repository);
    } finally {
      repository.remove();
    }
  });
}

situation('tells of a file that no commit has yet', (repository) => {
  repository.write('SESSION_CONTEXT.md', CONTEXT);
  const { status, stdout } = brief(repository);
  assert.is(status, 0);
  assert.match(stdout, /not in the history yet/);
  assert.match(stdout, /- The pump runs/);
});

situation('tells our side of a conflict, and that there is one', (repository) => {
  repository.commit('docs: state', {
    'SESSION_CONTEXT.md':
      '# S\n\n## Next\n<<<<<<< HEAD\n- Ours\n||||||| base\n- Base\n=======\n- Theirs\n>>>>>>> side\n- Both\n',
  });
  const told = JSON.parse(brief(repository, '--json').stdout);
  assert.equal(told.next, ['Ours', 'Both']);
  assert.equal(
    told.warnings.map(({ rule, line, fix }: { rule: string; line: number; fix: string }) => [
      rule,
      line,
      fix,
    ]),
    [['conflict', 4, 'npx handoff-hooks merge SESSION_CONTEXT.md']],
  );
});

for (const [what, put] of [
  ['a directory', (at: string) => mkdirSync(at)],
  ['a pipe', (at: string) => execFileSync('mkfifo', [at])],
] as const)
  situation(`says that ${what} is no context file`, (repository) => {
    repository.commit('docs: state', { 'SESSION_CONTEXT.md': CONTEXT });
    rmSync(join(repository.dir, 'SESSION_CONTEXT.md'));
    put(join(repository.dir, 'SESSION_CONTEXT.md'));
    const { status, stderr } = brief(repository);
    assert.is(status, 3);
    assert.match(stderr, /SESSION_CONTEXT\.md could not be read\n {2}why/);
  });

situation('reads nothing through a link that leads out of the repository', (repository) => {
  const outside = createFolder();
  writeFileSync(join(outside, 'secret.md'), '# S\n\n## Current State\n- A secret\n');
  symlinkSync(join(outside, 'secret.md'), join(repository.dir, 'SESSION_CONTEXT.md'));
  repository.commit('docs: a link');
  for (const command of ['brief', 'decisions']) {
    const { status, stdout, stderr } = repository.run(
      'node',
      [CLI, command, 'secret'].slice(0, command === 'brief' ? 2 : 3),
    );
    assert.is(status, 3, command);
    assert.not.match(`${stdout}${stderr}`, /A secret/);
  }
  rmSync(outside, { recursive: true });
});

situation('tells of a clone that has no contents and cannot fetch them', (repository) => {
  repository.commit('docs: state', { 'SESSION_CONTEXT.md': CONTEXT, 'a.txt': 'one\n' });
  repository.git('config', 'uploadpack.allowFilter', 'true');
  const clone = join(createFolder(), 'clone');
  repository.git(
    'clone',
    '--quiet',
    '--no-checkout',
    '--filter=blob:none',
    `file://${repository.dir}`,
    clone,
  );
  const partial = openRepository(clone);
  partial.git('remote', 'set-url', 'origin', 'file:///nowhere');
  const { status, stdout } = brief(partial);
  assert.is(status, 0);
  assert.match(stdout, /docs: state/);
  partial.remove();
});

situation('tells of commits whose files are lost', (repository) => {
  repository.commit('docs: state', { 'SESSION_CONTEXT.md': CONTEXT });
  repository.commit('feat: the valve', { 'valve.txt': 'x\n'.repeat(50) });
  repository.commit('feat: the gate', { 'gate.txt': 'y\n'.repeat(50), 'valve.txt': 'z\n'.repeat(50) });
  const blob = repository.git('rev-parse', 'HEAD~1:valve.txt');
  rmSync(join(repository.dir, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  const { status, stdout } = brief(repository);
  assert.is(status, 0);
  assert.match(stdout, /2 commits/);
});

situation('reads a context file of 5 MB', (repository) => {
  const entry = (day: number) =>
    `### 20${10 + (day % 80)}-${String((day % 12) + 1).padStart(2, '0')}-01\n${'- The pump was measured\n'.repeat(8)}\n`;
  const log = Array.from({ length: 24_000 }, (_, day) => entry(day)).join('');
  repository.commit('docs: state', { 'SESSION_CONTEXT.md': `${CONTEXT}\n## Update Log\n\n${log}` });
  const { status, stdout } = brief(repository);
  assert.is(status, 0);
  assert.match(stdout, /- Measure it/);
  assert.match(stdout, /the file is too long: lines \d+ to \d+ were not read/);
  assert.ok(stdout.length < 10_000);
});

situation('finds one decision among 5,000', (repository) => {
  const decision = (number: number) =>
    `## Decision ${number}: Part ${number}\n\n**Chosen:** make ${number}\n**Rationale:** it fits\n`;
  const log = Array.from({ length: 5000 }, (_, index) => decision(index + 1)).join('\n');
  repository.commit('docs: log', {
    'SESSION_CONTEXT.md': CONTEXT,
    'docs/decisions.md': `# Decisions\n\n${log}\n## Decision 5001: Sensor\n\n**Chosen:** Quartz\n**Supersedes:** 4999\n`,
  });
  const found = repository
    .run('node', [CLI, 'decisions', 'should we use quartz?', '--json'])
    .stdout.split('\n');
  assert.is(JSON.parse(found[0] ?? '').id, '5001');
  assert.is(JSON.parse(brief(repository, '--json').stdout).decisions.length, 5000);
});

test.run();
