// `git commit` where nobody can be asked: what an agent is told, and how often.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { code, createProject } from '../helpers/project.ts';
import {
  type Answer,
  copyRepository,
  type TestEnvironment,
  type TestRepository,
} from '../helpers/repository.ts';

const PATH = 'SESSION_CONTEXT.md';
const AGENT = { CLAUDECODE: '1' };
const template = createProject();
test.after(template.remove);

const commitPhase = (repository: TestRepository, phase: number, env: TestEnvironment = AGENT): Answer =>
  repository.commit(
    `feat: complete Phase ${phase}, the engine`,
    { [`src/engine${phase}.ts`]: code(`e${phase}`) },
    env,
  );

function within(run: (repository: TestRepository) => void): () => void {
  return () => {
    const repository = copyRepository(template);
    run(repository);
    repository.remove();
  };
}

test(
  'an agent is told what was drafted, what is left to it and the command, in eight lines at most',
  within((repository) => {
    const { status, stderr } = commitPhase(repository, 1);
    const lines = stderr.trimEnd().split('\n');
    assert.is(status, 0);
    assert.ok(lines.length >= 3 && lines.length <= 8, stderr);
    assert.match(lines[0] ?? '', `drafted an update of ${PATH} for one commit`);
    assert.match(stderr, /add {2}what only you know/);
    assert.match(stderr, /fix {2}git handoff note next "‹next step›"/);
  }),
);

test(
  'the same draft is told once; one that has grown is told again',
  within((repository) => {
    commitPhase(repository, 1);
    const quiet = repository.run('git', ['commit', '--quiet', '--allow-empty', '-m', 'docs: a typo'], AGENT);
    assert.is(quiet.stderr, '');
    repository.write('src/engine2.ts', code('e2'));
    repository.git('add', 'src');
    const grown = repository.run('git', ['commit', '--quiet', '-m', 'feat: complete Phase 2'], AGENT);
    assert.match(grown.stderr, 'for one commit');
  }),
);

test(
  'who is no agent is spoken of, not to',
  within((repository) => {
    assert.match(commitPhase(repository, 1, {}).stderr, 'what only the author knows');
  }),
);

test(
  'HANDOFF_MODE=off drafts nothing',
  within((repository) => {
    const { stderr } = commitPhase(repository, 1, { ...AGENT, HANDOFF_MODE: 'off' });
    assert.is(stderr, '');
    assert.is(repository.git('status', '--porcelain'), '');
  }),
);

test.run();
