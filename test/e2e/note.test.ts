// `note` on the command line and at a terminal.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readBlobId } from '../../src/git/tracking.ts';
import { copyRepository, createRepository, type TestRepository } from '../helpers/repository.ts';
import { hasTerminals, runInTerminal } from '../helpers/terminal.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const FILE = 'SESSION_CONTEXT.md';
const CONTEXT =
  '# Context\n\n## Gotchas\n\n- Excel writes a BOM\n\n## Update Log\n\n### 2025-01-02\n\n- Started\n';

const template = createRepository();
test.after(template.remove);
template.commit('chore: start', { [FILE]: CONTEXT, 'docs/a.md': 'a\n' });

const note = (repository: TestRepository, ...args: string[]) =>
  repository.run('node', [cli, 'note', ...args]);

function within(run: (repository: TestRepository) => void): () => void {
  return () => {
    const repository = copyRepository(template);
    run(repository);
    repository.remove();
  };
}

test(
  'writes the note and says where, with nothing staged or committed',
  within((repository) => {
    const { status, stdout, stderr } = note(repository, 'gotcha', 'git apply wants', 'a final newline');
    assert.is(status, 0, stderr);
    assert.is(stdout, '');
    assert.is(stderr, `handoff: noted in ${FILE}:6\n`);
    assert.match(repository.read(FILE), '- Excel writes a BOM\n- git apply wants a final newline\n');
    assert.is(repository.git('diff', '--name-only'), FILE);
    assert.is(repository.git('diff', '--cached', '--name-only'), '');
  }),
);

test(
  'shows a gotcha that stands there already',
  within((repository) => {
    const { status, stderr } = note(repository, 'gotcha', 'excel writes a bom');
    assert.is(status, 0);
    assert.is(stderr, `handoff: ${FILE}:5 says so already\n`);
    assert.is(repository.read(FILE), CONTEXT);
  }),
);

test(
  'finds the file from a subfolder',
  within((repository) => {
    const sub = repository.run('sh', ['-c', 'cd docs && exec node "$0" note next "the exporter"', cli]);
    assert.is(sub.status, 0, sub.stderr);
    assert.match(repository.read(FILE), 'Next: the exporter');
  }),
);

type Refusal = {
  readonly title: string;
  readonly args: readonly string[];
  readonly code: number;
  readonly says: RegExp;
};

const refused: readonly Refusal[] = [
  { title: 'no kind', args: [], code: 2, says: /note next "‹next step›" {3}or another of gotcha, blocker/ },
  {
    title: 'an unknown kind',
    args: ['idea', 'x'],
    code: 2,
    says: /note next "‹next step›" {3}or another of gotcha, blocker/,
  },
  { title: 'no text', args: ['next'], code: 2, says: /one line of text/ },
  { title: 'an empty text', args: ['next', '  '], code: 2, says: /one line of text/ },
  {
    title: 'a deviation without its rationale',
    args: ['deviation', "it's $(x)"],
    code: 2,
    says: /note deviation 'it'\\''s \$\(x\)' --rationale/,
  },
  {
    title: 'a discussion without a file for it',
    args: ['discussion', 'x'],
    code: 3,
    says: /docs\/conversation_summary\.md/,
  },
];

for (const { title, args, code, says } of refused)
  test(
    `refuses ${title}`,
    within((repository) => {
      const { status, stderr } = note(repository, ...args);
      assert.is(status, code);
      assert.match(stderr, says);
      assert.is(repository.git('status', '--porcelain'), '');
    }),
  );

test(
  'puts a deviation with its rationale, and a discussion into its own file',
  within((repository) => {
    assert.is(note(repository, 'deviation', 'SQLite', '--rationale', 'files are slow').status, 0);
    assert.match(repository.read(FILE), 'Deviation: SQLite — files are slow');
    repository.write('docs/conversation_summary.md', '# Conversation\n');
    assert.is(note(repository, 'discussion', 'Why not Postgres?').status, 0);
    assert.match(repository.read('docs/conversation_summary.md'), '- Why not Postgres?');
  }),
);

test(
  'a draft with a note in it stays a draft',
  within((repository) => {
    const place = { cwd: repository.dir, env: repository.env };
    const drafts = join(repository.dir, '.git/handoff-hooks/drafts.json');
    note(repository, 'next', 'clean');
    assert.is(existsSync(drafts), false);
    repository.write(
      '.git/handoff-hooks/drafts.json',
      JSON.stringify([{ blob: readBlobId(place, FILE, repository.read(FILE)), head: 'abc', isOurs: true }]),
    );
    note(repository, 'result', '3x');
    const marks = JSON.parse(readFileSync(drafts, 'utf8'));
    assert.is(marks.length, 2);
    assert.equal(marks[1], {
      blob: readBlobId(place, FILE, repository.read(FILE)),
      head: 'abc',
      isOurs: true,
    });
  }),
);

test(
  'says so where there is no context file',
  within((repository) => {
    repository.git('rm', '--quiet', FILE);
    const { status, stderr } = note(repository, 'next', 'x');
    assert.is(status, 3);
    assert.match(stderr, 'no context file found');
  }),
);

if (hasTerminals)
  test(
    'asks at a terminal for what is missing',
    within((repository) => {
      const seen = runInTerminal({
        argv: [process.execPath, cli, 'note', 'deviation'],
        cwd: repository.dir,
        env: { ...repository.env, TERM: 'xterm' },
        steps: [
          { see: 'What is to be recorded?' },
          { type: 'SQLite\r' },
          { see: 'Why does it deviate?' },
          { type: 'files are slow\r' },
        ],
      });
      assert.is(seen.status, 0, seen.output);
      assert.match(repository.read(FILE), 'Deviation: SQLite — files are slow');
    }),
  );

test('a note and a decision of one moment wait for each other, and none is refused', async () => {
  const repository = copyRepository(template);
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [cli, ...args], { cwd: repository.dir, env: repository.env });
  await Promise.all([
    run('note', 'gotcha', 'the gauge drifts'),
    run('decide', 'SQLite', '--chosen', 'one file', '--rationale', 'no server'),
  ]);
  assert.match(repository.read(FILE), 'the gauge drifts');
  assert.match(repository.read('docs/decisions.md'), 'SQLite');
  repository.remove();
});

test.run();
