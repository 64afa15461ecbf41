// Whatever hangs, git gets its hook back after 5 s with one line, and nothing that was started lives on.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { installIn } from '../helpers/installed.ts';
import { ARCHITECTURE, CLI, code, createProject, NEW_ARCHITECTURE } from '../helpers/project.ts';
import { copyRepository, createRepository, type TestRepository } from '../helpers/repository.ts';
import { hasTerminals, runInTerminal } from '../helpers/terminal.ts';

const LINE = (hook: string) => new RegExp(`^handoff: ${hook} [a-z ]+: it was not done after 5 s; .*\n$`);

/** More than the budget, less than it takes on a busy machine. */
const LONGEST = 90_000;

function timed<Value>(run: () => Value): Value {
  const start = Date.now();
  const value = run();
  assert.ok(Date.now() - start < LONGEST, `${Date.now() - start} ms`);
  return value;
}

// A busy JS thread hears no timer and no signal handler; its child is what a git process is.
const SPINNING = `const { spawn } = require('node:child_process');
if (process.argv[3] === process.env.HANGS) {
  const child = spawn('sleep', ['600']);
  require('node:fs').writeFileSync(process.env.CHILD, String(child.pid));
  for (;;);
}
process.exitCode = 11;
`;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

for (const hook of ['commit-msg', 'post-commit'])
  test(`a ${hook} whose node is busy for ever costs nobody the commit`, () => {
    const repository = createRepository();
    installIn(repository);
    writeFileSync(join(repository.dir, '.git/handoff-hooks/bundle/cli.js'), SPINNING);
    const child = join(repository.dir, '.git/child');
    const { status, stderr } = timed(() =>
      repository.commit('feat: x', { 'a.js': '1\n' }, { HANGS: hook, CHILD: child }),
    );
    assert.is(status, 0);
    assert.match(stderr, LINE(hook));
    assert.not(isRunning(Number(readFileSync(child, 'utf8'))));
    repository.remove();
  });

test('an awk that is busy for ever is ended, and node judges the commit', () => {
  const repository = createProject();
  const first = repository.commit('chore: a typo', { 'src/a.js': '1\n' });
  assert.is(first.status, 0, first.stderr);
  const bin = join(repository.dir, '.git/bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'awk'), '#!/bin/sh\n: >"$0.began"\nwhile :; do :; done\n', { mode: 0o755 });
  const { status, stderr } = timed(() =>
    repository.commit(
      'feat: another store',
      { 'docs/architecture.md': NEW_ARCHITECTURE },
      { PATH: `${bin}:${repository.env.PATH}` },
    ),
  );
  assert.is(status, 1);
  assert.match(stderr, /^handoff: this commit changes architecture but records no decision$/m);
  const quiet = timed(() =>
    repository.commit(
      'chore: two',
      { 'src/b.js': '1\n', 'docs/architecture.md': ARCHITECTURE },
      { PATH: `${bin}:${repository.env.PATH}` },
    ),
  );
  assert.is(quiet.status, 0, quiet.stderr);
  assert.ok(existsSync(join(bin, 'awk.began')));
  repository.remove();
});

const GIT = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim();

for (const [how, act] of [
  ['is busy for ever', 'while :; do :; done'],
  ['dies in the middle of its answer', `'${GIT}' "$@" | head -n 1; exit 128`],
  ['dies without an answer', 'exit 128'],
] as const)
  test(`a git that ${how} is never taken for a quiet commit`, () => {
    const repository = createProject();
    repository.commit('chore: a typo', { 'src/a.js': '1\n' });
    const bin = join(repository.dir, '.git/bin');
    mkdirSync(bin);
    const script = `#!/bin/sh\ncase " $* " in *" diff-index "*) : >"$0.began"; ${act} ;; esac\nexec '${GIT}' "$@"\n`;
    writeFileSync(join(bin, 'git'), script, { mode: 0o755 });
    // Not timed: what is limited are seconds of a processor that others may have.
    const { status, stderr } = repository.commit(
      'docs: another store',
      { 'docs/architecture.md': NEW_ARCHITECTURE, 'a/first.txt': '1\n' },
      // git puts the directory of its programs before all others on PATH.
      { PATH: `${bin}:${repository.env.PATH}`, GIT_EXEC_PATH: bin },
    );
    assert.is(status, 1, stderr);
    assert.match(stderr, /^handoff: this commit changes architecture but records no decision$/m);
    assert.ok(existsSync(join(bin, 'git.began')));
    repository.remove();
  });

for (const name of ['records', 'wanted', 'range', 'passed', 'paths', 'plan', 'count', 'seen', 'died'])
  test(`a file of state that has become endless costs no time, and opens no gate: ${name}`, () => {
    const repository = createProject();
    for (const at of [1, 2]) repository.commit('chore: a typo', { 'src/a.js': `${at}\n` });
    writeFileSync(join(repository.dir, '.git/handoff-hooks', name), '{"a":1}\n'.repeat(300_000));
    const { status, stderr } = timed(() =>
      repository.commit('feat: another store', { 'docs/architecture.md': NEW_ARCHITECTURE }),
    );
    assert.is(status, 1, stderr);
    assert.match(stderr, 'changes architecture');
    repository.remove();
  });

test('a gate that has said no holds, however long node takes to end', () => {
  const repository = createProject();
  const slow = join(repository.dir, '.git/slow.cjs');
  writeFileSync(
    slow,
    "process.on('exit', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 7000));\n",
  );
  const { status, stderr } = timed(() =>
    repository.commit(
      'feat: another store',
      { 'docs/architecture.md': NEW_ARCHITECTURE },
      { NODE_OPTIONS: `--require ${slow}` },
    ),
  );
  assert.match(stderr, 'changes architecture');
  assert.is(status, 1, stderr);
  repository.remove();
});

test('a node that never starts costs nobody the commit', () => {
  const repository = createRepository();
  installIn(repository);
  repository.write('bin/node', '#!/bin/sh\nsleep 600\n');
  chmodSync(join(repository.dir, 'bin/node'), 0o755);
  const { status, stderr } = timed(() =>
    repository.run('git', ['commit', '--quiet', '--allow-empty', '-m', 'feat: x'], {
      PATH: `${repository.dir}/bin:${process.env.PATH}`,
    }),
  );
  assert.is(status, 0);
  assert.match(stderr, LINE('commit-msg'));
  repository.remove();
});

const template = createProject();
test.after(template.remove);

const hasSandbox =
  process.platform === 'linux' && createRepository().run('python3', [sandbox(), 'true']).status === 0;

function sandbox(): string {
  return new URL('../helpers/no-shutdown.py', import.meta.url).pathname;
}

const inSandbox = ({ run, env }: TestRepository, args: readonly string[]) =>
  timed(() => run('timeout', ['25', 'python3', sandbox(), ...args], env));

// A child whose standard input is a pipe never sees its end there, if it is node that waits for it.
if (hasSandbox) {
  for (const into of ['worktree', 'index', 'commit'])
    test(`a commit is recorded in the ${into} where shutdown(2) is denied`, () => {
      const repository = copyRepository(template);
      repository.write('handoff.config.json', JSON.stringify({ draft: { into } }));
      repository.write('src/engine.ts', code('engine'));
      repository.write('.gitignore', 'node_modules\n');
      repository.git('add', '.');
      const message = `feat: complete Phase 1, the engine\n\nDecision-Waiver: settings of a test`;
      const { status, stderr } = inSandbox(repository, ['git', 'commit', '--quiet', '-m', message]);
      assert.is(status, 0, stderr);
      assert.match(stderr, into === 'commit' ? /committed an update/ : /drafted an update/);
      repository.remove();
    });

  for (const words of [
    'status',
    'brief',
    'why HEAD',
    'check HEAD',
    'check --all HEAD',
    'draft --stdout',
    'note next something',
    'decisions files',
    'install',
    'uninstall',
  ])
    test(`${words} ends where shutdown(2) is denied`, () => {
      const repository = copyRepository(template);
      repository.commit(
        'feat: x',
        { 'a.js': code('a'), 'docs/architecture.md': NEW_ARCHITECTURE },
        { HANDOFF: '0' },
      );
      const { status, stderr } = inSandbox(repository, ['node', CLI, ...words.split(' ')]);
      assert.ok(status === 0 || status === 1, stderr);
      repository.remove();
    });
}

if (hasTerminals)
  test('a person who takes longer than the hook has is still asked', () => {
    const repository = copyRepository(template);
    repository.write('src/engine.ts', code('engine'));
    repository.git('add', 'src');
    const seen = runInTerminal({
      argv: ['git', 'commit', '--quiet', '--message', 'feat: complete Phase 1, the engine'],
      cwd: repository.dir,
      env: { ...repository.env, TERM: 'xterm' },
      steps: [
        { see: 'select' },
        { wait: 7 },
        { type: '1' },
        { type: '\r' },
        { see: 'what only you know' },
        { type: '\x03' },
      ],
    });
    assert.is(seen.missed, null, seen.output);
    assert.not.match(seen.output, /not done after/);
    repository.remove();
  });

test.run();
