// Node that ends without an answer, and what V8 kept of the bundle when it is damaged: never taken for a yes.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ARCHITECTURE, CLI, createProject, NEW_ARCHITECTURE } from '../helpers/project.ts';
import { copyRepository, type TestEnvironment, type TestRepository } from '../helpers/repository.ts';

const template = createProject({ 'a.txt': 'a\n' });
test.after(template.remove);
const open = (): TestRepository => copyRepository(template);
const bundle = ({ dir }: TestRepository, name = ''): string => join(dir, '.git/handoff-hooks/bundle', name);
const JUDGED_NOTHING = /^handoff: commit-msg judged nothing: .*; git handoff status {3}says more$/m;
const STOPPED = /but records no decision/;

function within(run: (repository: TestRepository) => void): () => void {
  return () => {
    const repository = open();
    run(repository);
    repository.remove();
  };
}

function commitArchitecture(repository: TestRepository, extra: TestEnvironment = {}) {
  return repository.commit('docs: SQLite', { 'docs/architecture.md': NEW_ARCHITECTURE }, extra);
}

type Death = { readonly title: string; readonly prepare: (repository: TestRepository) => TestEnvironment };

const truncateAt = (name: string, share: number): Death => ({
  title: `${name} ends after ${share * 100} % of it`,
  prepare: (repository) => {
    const path = bundle(repository, name);
    truncateSync(path, Math.floor(statSync(path).size * share));
    return {};
  },
});

const DEATHS: readonly Death[] = [
  { title: 'an option that node does not know', prepare: () => ({ NODE_OPTIONS: '--no-such-option' }) },
  { title: 'no memory', prepare: () => ({ NODE_OPTIONS: '--max-old-space-size=3' }) },
  truncateAt('commit-msg.js', 0.3),
  truncateAt('commit-msg.js', 0.98),
  truncateAt('cli.js', 0.5),
  {
    title: 'a start that does nothing',
    prepare: (repository) => {
      writeFileSync(bundle(repository, 'cli.js'), '// lost\n');
      return {};
    },
  },
  {
    title: 'a part that does nothing',
    prepare: (repository) => {
      writeFileSync(bundle(repository, 'commit-msg.js'), '(function () {})\n');
      return {};
    },
  },
];

for (const name of ['cli.js', 'commit-msg.js'])
  test(
    `a part of the bundle that may not be read is said in one line: ${name}`,
    within((repository) => {
      rmSync(bundle(repository, name));
      symlinkSync('nowhere', bundle(repository, name));
      const { status, stderr } = commitArchitecture(repository);
      assert.is(status, 0);
      assert.match(stderr, /^handoff: commit-msg not run: its bundle is (?:gone|damaged); npx .*\n$/);
    }),
  );

test(
  'a part that becomes unreadable while node starts is said without a stack',
  within((repository) => {
    rmSync(bundle(repository, 'commit-msg.js'));
    mkdirSync(bundle(repository, 'commit-msg.js'));
    const { status, stderr } = commitArchitecture(repository);
    assert.is(status, 0);
    assert.match(stderr, /^handoff: the bundle could not be read: EISDIR/m);
    assert.match(stderr, JUDGED_NOTHING);
    assert.not.match(stderr, /^ {4}at /m);
  }),
);

for (const { title, prepare } of DEATHS)
  test(
    `says that nothing was judged, once, and status shows it: ${title}`,
    within((repository) => {
      const { status, stderr } = commitArchitecture(repository, prepare(repository));
      assert.is(status, 0);
      assert.match(stderr, JUDGED_NOTHING);
      assert.is(stderr.split('judged nothing').length, 2);
      const { stdout } = repository.run('node', [CLI, 'status']);
      assert.match(stdout, /problem: the last run of \S+ came to no end: node exited with \d+/);
    }),
  );

test(
  'a run that ends well takes the word of the one before back',
  within((repository) => {
    commitArchitecture(repository, { NODE_OPTIONS: '--no-such-option' });
    assert.is(repository.commit('docs: back', { 'docs/architecture.md': ARCHITECTURE }).status, 1);
    assert.not.match(repository.run('node', [CLI, 'status']).stdout, 'came to no end');
  }),
);

const compiledOf = (repository: TestRepository): string => bundle(repository, 'compiled-commit-msg');

function warm(repository: TestRepository): void {
  for (const run of [1, 2]) {
    assert.match(commitArchitecture(repository).stderr, STOPPED, `${run}`);
    repository.git('reset', '--quiet', '--hard');
  }
  assert.ok(existsSync(compiledOf(repository)));
}

type Damage = { readonly title: string; readonly make: (data: Buffer) => Buffer };

const DAMAGES: readonly Damage[] = [
  // The data, the same once more, the source.
  ...[0.1, 0.5, 0.9].map((part) => ({
    title: `zeros behind ${part} of it`,
    make: (data: Buffer) =>
      data.fill(0, Math.floor(data.length * part), Math.floor(data.length * part) + 8192),
  })),
  { title: 'half of it', make: (data) => data.subarray(0, data.length / 2) },
  { title: 'one byte of it', make: (data) => data.subarray(0, 1) },
  { title: 'nothing of it', make: () => Buffer.alloc(0) },
  { title: 'one bit that is another one', make: (data) => flip(data, Math.floor(data.length / 3)) },
  { title: 'a length that is another one', make: (data) => flip(data, data.length - 8) },
  { title: 'a count that is another one', make: (data) => flip(data, data.length - 4) },
];

function flip(data: Buffer, at: number): Buffer {
  data[at] = (data[at] ?? 0) ^ 1;
  return data;
}

for (const { title, make } of DAMAGES)
  test(
    `the gate stops with what V8 kept damaged: ${title}`,
    within((repository) => {
      warm(repository);
      writeFileSync(compiledOf(repository), make(readFileSync(compiledOf(repository))));
      for (const run of [1, 2]) assert.match(commitArchitecture(repository).stderr, STOPPED, `${run}`);
    }),
  );

test(
  'what V8 kept of another bundle of the same length is not used',
  within((repository) => {
    warm(repository);
    const path = bundle(repository, 'commit-msg.js');
    const { atime, mtime } = statSync(path);
    const text = readFileSync(path, 'latin1');
    assert.match(text, 'records no decision');
    writeFileSync(path, text.replaceAll('records no decision', 'RECORDS NO DECISION'), 'latin1');
    utimesSync(path, atime, mtime);
    assert.match(commitArchitecture(repository).stderr, /but RECORDS NO DECISION/);
  }),
);

test(
  'what V8 kept is out of the way of a run that dies, and grows to an end',
  within((repository) => {
    warm(repository);
    repository.write('die.cjs', 'setImmediate(() => process.kill(process.pid, "SIGKILL"));\n');
    const { stderr } = commitArchitecture(repository, {
      NODE_OPTIONS: `--require=${repository.dir}/die.cjs`,
    });
    assert.match(stderr, JUDGED_NOTHING);
    assert.not.ok(existsSync(compiledOf(repository)));
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    for (let run = 0; run < 12; run++) commitArchitecture(repository);
    const before = readFileSync(compiledOf(repository));
    commitArchitecture(repository);
    assert.ok(before.equals(readFileSync(compiledOf(repository))));
    const names = readdirSync(bundle(repository)).filter((name) => name.startsWith('compiled-commit-msg'));
    assert.equal(names, ['compiled-commit-msg']);
  }),
);

// The hook as it stands, first as node judges it and then as the shell does that remembers it.
for (const shell of [
  'dash',
  'bash --posix',
  'busybox sh',
  'ksh',
  'mksh',
  'posh',
  'yash',
  'zsh --emulate sh',
  'dash -eu',
])
  test(
    `under ${shell} the gate stops, lets a quiet commit pass in silence, and says when node died`,
    within((repository) => {
      const [program = '', ...args] = shell.split(' ');
      if (repository.run(program, [...args, '-c', ':']).status !== 0)
        return void console.log(`skipped: there is no ${program} on this machine`);
      for (const hook of ['commit-msg', 'post-commit']) {
        const path = `.git/hooks/${hook}`;
        repository.write(path, repository.read(path).replace(/^#!.*/, `#!/usr/bin/env -S ${shell}`));
      }
      for (const run of ['first', 'second', 'third']) {
        const { status, stderr } = repository.commit(`chore: ${run}`, { 'a.txt': `${run}\n` });
        assert.is(`${status}${stderr}`, '0', run);
        assert.match(commitArchitecture(repository).stderr, STOPPED, run);
        repository.git('reset', '--quiet', '--hard');
      }
      const { stderr } = commitArchitecture(repository, { NODE_OPTIONS: '--no-such-option' });
      assert.match(stderr, JUDGED_NOTHING);
      assert.not.match(stderr, /syntax|unexpected/i);
    }),
  );

test.run();
