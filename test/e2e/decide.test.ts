// `decide` and `decisions` in real repositories.
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { copyRepository, createRepository, type TestRepository } from '../helpers/repository.ts';
import { hasTerminals, plain, runInTerminal } from '../helpers/terminal.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

const LOG = `# Decisions

## Decision 1: Model

**Chosen:** Llama 3
**Rationale:** It was the first one that fitted the card.

## Decision 2: Storage

**Chosen:** SQLite
**Rationale:** One file to back up, and no server to keep alive.
`;

const template = createRepository();
template.commit('chore: start', { 'docs/decisions.md': LOG });

const situation = (title: string, run: (repository: TestRepository) => void) =>
  test(title, () => {
    const repository = copyRepository(template);
    try {
      run(repository);
    } finally {
      repository.remove();
    }
  });

const handoff = ({ run }: TestRepository, ...args: string[]) => run('node', [cli, ...args]);

const SAID = ['--chosen', 'Mistral 7B', '--rationale', 'Two points better at half the latency'];

situation('writes an entry that the check takes, and finds it again', (repository) => {
  const { status, stderr } = handoff(
    repository,
    'decide',
    'Switch',
    'the',
    'model',
    ...SAID,
    '--supersedes',
    '1',
  );
  assert.is(status, 0, stderr);
  assert.match(stderr, /decision written in docs\/decisions\.md/);
  const text = repository.read('docs/decisions.md');
  assert.match(text, /\*\*Superseded by:\*\* Decision 3\n/);
  assert.match(
    text,
    /## Decision 3: Switch the model\n\n\*\*Chosen:\*\* Mistral 7B\n[\s\S]*\*\*Supersedes:\*\* Decision 1\n$/,
  );
  const found = handoff(repository, 'decisions', 'should', 'we', 'use', 'Llama', 'instead?').stdout;
  assert.match(found, /^3 {2}Switch the model {3}\(stands\) {3}docs\/decisions\.md:\d+\n/);
  assert.match(found, /\n1 {2}Model {3}\(superseded\) {3}docs\/decisions\.md:3\n/);
  assert.match(found, / now {5}3 {2}Switch the model {3}docs\/decisions\.md:\d+/);
});

situation('answers with JSON lines, best match first', (repository) => {
  const lines = handoff(repository, 'decisions', 'what storage do we use', '--json')
    .stdout.trimEnd()
    .split('\n');
  const [first] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.is(first?.id, '2');
  assert.is(first?.status, 'stands');
  assert.is(first?.chosen, 'SQLite');
  assert.is(first?.path, 'docs/decisions.md');
  assert.type(first?.score, 'number');
  assert.equal(Object.keys(first ?? {}).slice(0, 10), [
    'id',
    'title',
    'chosen',
    'rationale',
    'status',
    'supersededBy',
    'date',
    'path',
    'line',
    'score',
  ]);
});

situation('lists all without a question, and works in a bare clone', (repository) => {
  repository.git('clone', '--quiet', '--bare', '.', 'bare.git');
  const { stdout } = repository.run('node', [cli, 'decisions', '--json', '--cwd', 'bare.git']);
  assert.is(stdout.trimEnd().split('\n').length, 2);
});

situation('sees a log that git does not track yet', (repository) => {
  repository.git('rm', '--quiet', 'docs/decisions.md');
  for (const title of ['First', 'Second']) assert.is(handoff(repository, 'decide', title, ...SAID).status, 0);
  assert.match(repository.read('docs/decisions.md'), /## Decision 1: First[\s\S]*## Decision 2: Second/);
});

situation('says what is missing where nobody can be asked', (repository) => {
  const { status, stderr } = handoff(repository, 'decide', 'Cache', '--chosen', 'Redis');
  assert.is(status, 2);
  assert.match(stderr, /a decision needs --rationale/);
  assert.is(repository.read('docs/decisions.md'), LOG);
});

situation('writes nothing while a printed blank is left as it is', (repository) => {
  for (const [word, args] of [
    ['chosen ‹what›', ['Cache', '--chosen', '‹what›', '--rationale', 'fast']],
    ['rationale ‹why›', ['Cache', '--chosen', 'Redis', '--rationale', 'since ‹why›']],
    ['title ‹title›', ['‹title›', ...SAID]],
  ] as const) {
    const { status, stderr } = handoff(repository, 'decide', ...args);
    assert.is(status, 2);
    assert.match(stderr, word);
    assert.is(repository.read('docs/decisions.md'), LOG);
  }
});

situation('replaces nothing that does not exist', (repository) => {
  const { status, stderr } = handoff(repository, 'decide', 'Cache', ...SAID, '--supersedes', '7');
  assert.is(status, 2);
  assert.match(stderr, /there is no decision 7 to replace/);
  assert.is(repository.read('docs/decisions.md'), LOG);
});

if (hasTerminals)
  situation('asks at a terminal for what is missing', (repository) => {
    const seen = runInTerminal({
      argv: ['node', cli, 'decide', 'Cache'],
      cwd: repository.dir,
      env: { ...repository.env, TERM: 'xterm' },
      steps: [
        { see: 'What was chosen?' },
        { type: 'Redis\r' },
        { see: 'Why?' },
        { type: 'Lookups took 40 ms\r' },
        { see: 'decision written' },
      ],
    });
    assert.is(seen.missed, null, plain(seen.output));
    assert.is(seen.status, 0);
    assert.match(
      repository.read('docs/decisions.md'),
      /Decision 3: Cache\n\n\*\*Chosen:\*\* Redis\n\*\*Rationale:\*\* Lookups took 40 ms\n$/,
    );
  });

test.run();
