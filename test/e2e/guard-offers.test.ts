// Guards that `decide`, `note` and `guards --suggest` offer: written when a person says yes, else a command
// to run.
import { spawnSync } from 'node:child_process';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, CONTEXT, createProject } from '../helpers/project.ts';
import { copyRepository, type TestRepository } from '../helpers/repository.ts';
import { hasTerminals, runInTerminal, type Step } from '../helpers/terminal.ts';

const PATH = 'SESSION_CONTEXT.md';
const LOG = 'docs/decisions.md';
const template = createProject({
  [PATH]: CONTEXT.replace(
    '## Update Log',
    '## Gotchas\n\n- Excel writes a BOM\n\n## What NOT to do\n\n- No emojis in code\n- Be kind\n\n## Update Log',
  ),
});
test.after(template.remove);

const within = (run: (repository: TestRepository) => void) => () => {
  const repository = copyRepository(template);
  run(repository);
  repository.remove();
};

const DECIDE = ['decide', 'Phi-3, not Mistral', '--chosen', 'Phi-3 mini', '--rationale', 'fits in 4 GB'];
const GOTCHA = ['note', 'gotcha', 'Always pass trust_remote_code=True'];
const MISTRAL = '**Guard:** `forbid import mistral`';
const TRUST =
  'require pattern /\\bfrom_pretrained\\(/ in **/*.py that matches /\\btrust_remote_code\\s*=\\s*True/';

/** The commands behind `fix`, run as they stand: without a terminal, from a subdirectory. */
function runFixes({ dir, env }: TestRepository, said: string): number {
  const fixes = said.split('\n').flatMap((line) => /^ {2}fix {2}(.*)$/.exec(line)?.[1] ?? []);
  for (const fix of fixes) {
    const filled = fix.replace(/‹([^›]*)›/g, 'the $1 of it');
    const { status, stderr } = spawnSync('setsid', ['-w', 'sh', '-c', filled], {
      cwd: `${dir}/docs`,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    assert.is(status, 0, `${fix}\n${stderr}`);
  }
  return fixes.length;
}

const count = (text: string, part: string): number => text.split(part).length - 1;

test(
  'decide without a terminal prints the command that adds the guard, and writes none',
  within((repository) => {
    const { status, stderr } = repository.run('node', [CLI, ...DECIDE]);
    assert.is(status, 0, stderr);
    assert.match(stderr, 'its text asks for the guard  forbid import mistral\n');
    assert.not.match(repository.read(LOG), /guard/i);
    assert.is(runFixes(repository, stderr), 1);
    assert.match(repository.read(LOG), `**Rationale:** fits in 4 GB\n${MISTRAL}\n`);
    assert.is(runFixes(repository, stderr), 1);
    assert.is(count(repository.read(LOG), 'Guard'), 1);
    repository.git('add', '--all');
    repository.run('git', ['commit', '-qm', 'docs: decide']);
    const { status: stopped } = repository.commit('feat: try', { 'src/a.py': 'import mistralai\n' });
    assert.is(stopped, 1);
  }),
);

test(
  'note without a terminal prints it too, and the guard goes behind the gotcha',
  within((repository) => {
    const { stderr } = repository.run('node', [CLI, ...GOTCHA]);
    assert.not.match(repository.read(PATH), /guard/i);
    assert.is(runFixes(repository, stderr), 1);
    assert.match(repository.read(PATH), `- Always pass trust_remote_code=True. Guard: \`${TRUST}\`\n`);
    repository.git('add', '--all');
    repository.run('git', ['commit', '-qm', 'docs: note']);
    const missing = repository.commit('feat: load', { 'src/a.py': 'm = A.from_pretrained("x")\n' });
    assert.is(missing.status, 1);
  }),
);

test(
  'a deviation, which moves away with the log, is offered as a decision',
  within((repository) => {
    const words = ['note', 'deviation', 'SQLite instead of Postgres', '--rationale', 'nothing to run'];
    const { stderr } = repository.run('node', [CLI, ...words]);
    assert.is(runFixes(repository, stderr), 1);
    assert.match(repository.read(LOG), '**Guard:** `forbid import postgres`\n');
  }),
);

test(
  'text that asks for no guard is not spoken of, nor one that stands already',
  within((repository) => {
    const plain = repository.run('node', [CLI, 'note', 'gotcha', 'the sun is bright']);
    assert.not.match(plain.stderr, /guard/);
    repository.run('node', [CLI, ...DECIDE, '--guard', 'forbid import mistral']);
    const again = repository.run('node', [CLI, ...DECIDE]);
    assert.not.match(again.stderr, /guard/);
  }),
);

test(
  'guards --suggest prints commands that write what was suggested, and no more',
  within((repository) => {
    const { stdout } = repository.run('node', [CLI, 'guards', '--suggest']);
    assert.is(repository.git('status', '--porcelain'), '');
    assert.is(runFixes(repository, stdout), 1);
    assert.match(repository.read(PATH), '- No emojis in code. Guard: `forbid emoji in **/*.{');
    assert.is(repository.git('diff', '--numstat', PATH), `1\t1\t${PATH}`);
    assert.is(repository.run('node', [CLI, 'guards', '--suggest']).stdout, 'no guard to suggest\n');
  }),
);

test(
  'guards add refuses what is no guard, no place, or no rule, and writes nothing',
  within((repository) => {
    for (const [place, guard] of [
      [`${LOG}:3`, 'forbid everything'],
      [`${LOG}:3`, ''],
      ['docs/none.md:3', 'forbid import x'],
      [`${PATH}:2`, 'forbid import x'],
      [LOG, 'forbid import x'],
      ['../x:1', 'forbid import x'],
    ] as const) {
      const { status, stderr } = repository.run('node', [CLI, 'guards', 'add', place, guard]);
      assert.is(status, 2, `${place} ${guard}: ${stderr}`);
    }
    assert.is(repository.run('node', [CLI, 'guards', 'remove']).status, 2);
    assert.is(repository.git('status', '--porcelain'), '');
  }),
);

const ask = (repository: TestRepository, words: readonly string[], steps: readonly Step[]) => {
  const argv = ['node', CLI, ...words];
  const env = { ...repository.env, TERM: 'xterm' };
  const seen = runInTerminal({ argv, cwd: repository.dir, env, steps });
  assert.is(seen.missed, null, seen.output);
  assert.is(seen.status, 0, seen.output);
  assert.equal(seen.left, { canonical: true, echo: true });
  return seen.output;
};

const QUESTION: Step = { see: 'Hold commits to it' };
const answer = (keys: string): readonly Step[] => [QUESTION, { type: keys }];

if (hasTerminals) {
  for (const [words, path, guard] of [
    [DECIDE, LOG, MISTRAL],
    [GOTCHA, PATH, `Guard: \`${TRUST}\``],
  ] as const)
    test(
      `at a terminal ${words[0]} writes the guard that the person confirms`,
      within((repository) => {
        const output = ask(repository, words, answer('y\r'));
        assert.is(count(repository.read(path), guard), 1, repository.read(path));
        assert.not.match(output, 'guards add');
      }),
    );

  for (const [keys, how] of [
    ['n\r', 'says no'],
    ['\r', 'presses Enter'],
    ['\x03', 'presses Ctrl-C'],
  ] as const)
    test(
      `a person who ${how} gets the decision without a guard`,
      within((repository) => {
        ask(repository, DECIDE, answer(keys));
        assert.match(repository.read(LOG), 'Phi-3, not Mistral');
        assert.not.match(repository.read(LOG), /guard/i);
      }),
    );

  test(
    'a person is not asked for what the text does not ask for',
    within((repository) => {
      const output = ask(repository, ['note', 'gotcha', 'the sun is bright'], []);
      assert.not.match(output, 'Hold commits');
    }),
  );
}

test.run();
