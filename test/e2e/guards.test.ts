// Guards in commit-msg, check and why, with real git.
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { copyRepository, createRepository, type TestRepository } from '../helpers/repository.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

const DECISIONS = `# Decisions

## Decision 7: Phi-3, not Mistral

**Chosen:** Phi-3 mini
**Rationale:** fits in 4 GB
**Guard:** \`forbid import mistral\`

## Decision 8: Trust remote code

**Chosen:** every model is loaded with trust_remote_code=True
**Rationale:** Phi-3 ships its own code
**Guard:** \`require pattern /from_pretrained\\(/ in **/*.py that matches /trust_remote_code\\s*=\\s*True/\`
`;
const CONTEXT = (phase: number) => `# Session Context

**Last Updated:** 2026-11-01
**Current Phase:** Phase ${phase} in progress

## What NOT to do

- No Docker before Phase 4
  - Guard: forbid path **/Dockerfile until Phase 4
- No emojis in code. Guard: forbid emoji in src/**

## Next steps

- Train
`;
const NEWER = `${DECISIONS}
## Decision 9: Mistral after all

**Chosen:** Mistral 7B for the long prompts
**Rationale:** Phi-3 cuts them at 4k
`;

const template = createRepository();
template.commit('chore: start', {
  'docs/decisions.md': DECISIONS,
  'SESSION_CONTEXT.md': CONTEXT(3),
  'src/model.py': 'import torch\n',
});
assert.is(template.run('node', [cli, 'install']).status, 0);

type Case = {
  readonly title: string;
  readonly message?: string;
  readonly files: Readonly<Record<string, string>>;
  /** Null: it passes. */
  readonly says: RegExp | null;
};

const CASES: readonly Case[] = [
  {
    title: 'stops Mistral after decision 7, in its own words',
    files: { 'src/model.py': 'import torch\nfrom mistralai import Mistral\n' },
    says: /src\/model\.py:2 imports mistralai: decision 7 “Phi-3, not Mistral: Phi-3 mini”/,
  },
  {
    title: 'does not take the guarded decision itself for an answer',
    message: 'feat: try\n\nDecision: 7',
    files: { 'src/model.py': 'import torch\nimport mistralai\n' },
    says: /decision 7/,
  },
  {
    title: 'lets Mistral through with a newer decision in the commit',
    files: { 'src/model.py': 'import torch\nimport mistralai\n', 'docs/decisions.md': NEWER },
    says: null,
  },
  {
    title: 'stops Docker before Phase 4',
    files: { Dockerfile: 'FROM scratch\n' },
    says: /adds Dockerfile: the rule “No Docker before Phase 4”/,
  },
  {
    title: 'stops an emoji in code',
    files: { 'src/run.py': 'print("🚀 start")\n' },
    says: /src\/run\.py:1 adds 🚀/,
  },
  {
    title: 'stops a missing trust_remote_code',
    files: { 'src/load.py': 'model = AutoModel.from_pretrained(\n    "phi",\n)\n' },
    says: /src\/load\.py:1 .*trust_remote_code/,
  },
];

const commit = (repository: TestRepository, message: string, files: Case['files']) => {
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  repository.run('git', ['add', '-A']);
  return repository.run('git', ['commit', '-q', '-m', message]);
};

for (const { title, message = 'feat: try', files, says } of CASES)
  test(title, () => {
    const { status, stderr } = commit(copyRepository(template), message, files);
    assert.is(status, says === null ? 0 : 1, stderr);
    if (says !== null) assert.match(stderr, says);
  });

test('lets Docker through once Phase 4 runs, and says nothing of lines that stay', () => {
  const repository = copyRepository(template);
  assert.is(commit(repository, 'docs: phase 4', { 'SESSION_CONTEXT.md': CONTEXT(4) }).status, 0);
  const { status, stderr } = commit(repository, 'feat: image', { Dockerfile: 'FROM scratch\n' });
  assert.is(status, 0, stderr);
});

test('check and why name the line, the decision and its words', () => {
  const repository = copyRepository(template);
  repository.write('src/model.py', 'import torch\nimport mistralai\n');
  repository.run('git', ['commit', '-qam', 'feat: try', '--no-verify']);
  const { status, stdout } = repository.run('node', [cli, 'check', 'HEAD~1..HEAD', '--json']);
  assert.is(status, 1);
  const [finding] = JSON.parse(stdout).findings;
  assert.equal(
    [finding.rule, finding.level, finding.path, finding.line],
    ['guards', 'error', 'src/model.py', 2],
  );
  assert.match(finding.message, /decision 7/);
  assert.match(repository.run('node', [cli, 'why', 'HEAD']).stdout, /guard: .*imports mistralai/);
  assert.match(repository.run('node', [cli, 'check', 'HEAD~1..HEAD', '--sarif']).stdout, /"startLine": 2/);
  assert.match(repository.run('node', [cli, 'check', 'HEAD~1..HEAD', '--github']).stdout, /line=2/);
});

test('guards, check and status tell of invalid guards, and of what they would find', () => {
  const repository = copyRepository(template);
  const files = {
    'src/model.py': 'import mistralai\n',
    'docs/decisions.md': `${DECISIONS}**Guard:** \`forbid everything\`\n`,
    'src/icon.txt': '\0🚀',
  };
  commit(repository, 'feat: try', files);
  repository.run('git', ['commit', '-qm', 'feat: try', '--no-verify']);
  const { stdout } = repository.run('node', [cli, 'guards', '--all']);
  assert.match(stdout, /forbid import mistral {3}\(in force\) {3}docs\/decisions\.md:7/);
  assert.match(stdout, /decision 7 .*\n {2}finds {2}src\/model\.py:1 imports mistralai/);
  assert.match(stdout, /warning docs\/decisions\.md:14 the guard “forbid everything” is not in force: /);
  assert.match(stdout, /passed over 1 file \(1 not read\): src\/icon\.txt\n/);
  const listed = JSON.parse(repository.run('node', [cli, 'guards', '--json']).stdout);
  assert.equal(
    listed.guards.map(({ inForce }: { inForce: boolean }) => inForce),
    [true, true, true, true],
  );
  assert.match(repository.run('node', [cli, 'status']).stdout, /problem: docs\/decisions\.md:14 the guard/);
  const checked = repository.run('node', [cli, 'check', 'HEAD~1..HEAD']).stdout;
  assert.match(checked, /warning [0-9a-f]{10} docs\/decisions\.md:14 the guard/);
  assert.match(checked, /passed over 1 file \(1 binary\): src\/icon\.txt/);
});

const WITHOUT = DECISIONS.replace('**Guard:** `forbid import mistral`\n', '');

for (const [title, message, log, says] of [
  ['taking a guard away asks for a decision', 'docs: tidy', WITHOUT, /takes it out of docs\/decisions\.md/],
  [
    'so does weakening one',
    'docs: tidy',
    DECISIONS.replace('forbid import mistral', 'forbid import mistral until Phase 2'),
    /weakens it to forbid import mistral until Phase 2/,
  ],
  [
    'the decision itself is no answer',
    'docs: tidy\n\nDecision: 7',
    WITHOUT,
    /takes it out of docs\/decisions\.md/,
  ],
  ['a newer decision is', 'docs: tidy\n\nDecision: 8', WITHOUT, null],
  ['a new one is', 'docs: decide', NEWER.replace('**Guard:** `forbid import mistral`\n', ''), null],
  ['a waiver is', 'docs: tidy\n\nDecision-Waiver: the guard was a test', WITHOUT, null],
] as const)
  test(title, () => {
    const repository = copyRepository(template);
    const { status, stderr } = commit(repository, message, { 'docs/decisions.md': log });
    assert.is(status, says === null ? 0 : 1, stderr);
    if (says === null) return;
    assert.match(stderr, says);
    assert.match(stderr, /decision 7 “Phi-3, not Mistral/);
    repository.run('git', ['commit', '-qm', message, '--no-verify']);
    const checked = repository.run('node', [cli, 'check', 'HEAD~1..HEAD', '--all', '--json']);
    const [finding] = JSON.parse(checked.stdout).findings;
    assert.equal([checked.status, finding?.rule, finding?.path], [1, 'guards', 'docs/decisions.md']);
  });

test('in a range a newer decision answers for a guard, the guarded one and an older one do not', () => {
  const files = { 'src/model.py': 'import torch\nimport mistralai\n' };
  const rangeOf = (message: string, log: string) => {
    const repository = copyRepository(template);
    for (const [path, text] of Object.entries(files)) repository.write(path, text);
    repository.run('git', ['commit', '-qam', 'feat: try', '--no-verify']);
    repository.write('docs/decisions.md', log);
    repository.run('git', ['commit', '-qam', message, '--allow-empty', '--no-verify']);
    return repository.run('node', [cli, 'check', 'HEAD~2..HEAD']).status;
  };
  assert.is(rangeOf('docs: cite\n\nDecision: 7', DECISIONS), 1);
  assert.is(rangeOf('docs: cite\n\nDecision: 8', DECISIONS), 0);
  assert.is(rangeOf('docs: decide', NEWER), 0);
  assert.is(rangeOf('docs: nothing', DECISIONS), 1);
});

test('a rule is taken away with its guard no more freely', () => {
  const repository = copyRepository(template);
  const context = CONTEXT(3).replace('- No emojis in code. Guard: forbid emoji in src/**\n', '');
  const { status, stderr } = commit(repository, 'docs: tidy', { 'SESSION_CONTEXT.md': context });
  assert.is(status, 1, stderr);
  assert.match(stderr, /takes it out of SESSION_CONTEXT\.md: the rule “No emojis in code/);
});

test('a phase document alone ends a guard and begins another', () => {
  const repository = createRepository();
  const boxes = (mark: string) => `# Phase 3: Models\n\n- [x] Load\n- [${mark}] Train\n`;
  repository.commit('chore: start', {
    'docs/decisions.md':
      '# Decisions\n\n## Decision 1: Order\n\n**Chosen:** models first\n**Rationale:** they decide the rest\n**Guard:** `forbid path **/Dockerfile until Phase 4`\n**Guard:** `forbid import pickle from Phase 4`\n',
    'docs/phases/phase3.md': boxes(' '),
    'docs/phases/phase4.md': '# Phase 4: Ship\n\n- [ ] Image\n',
  });
  assert.is(repository.run('node', [cli, 'install']).status, 0);
  // Once node has judged a commit, the shell may let the next ones pass.
  for (const name of ['a', 'b'])
    assert.is(commit(repository, 'chore: x', { [`${name}.txt`]: name }).status, 0);
  assert.is(commit(repository, 'feat: image', { Dockerfile: 'FROM scratch\n' }).status, 1);
  repository.run('git', ['reset', '--quiet', '--hard']);
  assert.is(commit(repository, 'feat: try', { 'a.py': 'import pickle\n' }).status, 0);
  assert.is(commit(repository, 'docs: tick', { 'docs/phases/phase3.md': boxes('x') }).status, 0);
  const image = commit(repository, 'feat: image', { Dockerfile: 'FROM scratch\n' });
  assert.is(image.status, 0, image.stderr);
  const later = commit(repository, 'feat: try', { 'b.py': 'import pickle\n' });
  assert.is(later.status, 1, later.stderr);
});

test('a range says what was passed over, in each of its forms', () => {
  const repository = copyRepository(template);
  const { passed, ...files } = {
    'src/icon.txt': '\0🚀',
    'src/big.js': `// 🚀\n${'const a = 1;\n'.repeat(50_000)}`,
    'src/made.js': '// Code generated by tool. DO NOT EDIT.\n// 🚀\n',
    'src/vendor/a.js': '// 🚀\n',
    passed: /guards passed over 4 files \(1 binary, 1 generated, 1 huge, 1 vendored\)/,
  };
  for (const [path, text] of Object.entries(files)) repository.commit(`feat: ${path}`, { [path]: text });
  const check = (...options: readonly string[]) =>
    repository.run('node', [cli, 'check', 'HEAD~4..HEAD', ...options], { GITHUB_STEP_SUMMARY: '' });
  assert.match(check().stdout, passed);
  assert.is(JSON.parse(check('--json').stdout).passedOver.length, 4);
  assert.match(check('--github').stdout, /^::notice title=handoff%3A guards::guards passed over 4 files/m);
  const [run] = JSON.parse(check('--sarif').stdout).runs;
  assert.match(run.invocations[0].toolExecutionNotifications[0].message.text, passed);
  const summary = `${repository.dir}/summary.md`;
  repository.run('node', [cli, 'check', 'HEAD~4..HEAD', '--github'], { GITHUB_STEP_SUMMARY: summary });
  assert.match(repository.read('summary.md'), 'guards passed over 4 files');
});

test('a commit of more files than are read says so', () => {
  const repository = copyRepository(template);
  const files = Object.fromEntries(
    Array.from({ length: 230 }, (_, at) => [`src/a${String(at).padStart(3, '0')}.js`, 'const a = 1;\n']),
  );
  commit(repository, 'feat: many', files);
  const { stdout } = repository.run('node', [cli, 'check', 'HEAD~1..HEAD']);
  assert.match(stdout, /guards passed over 30 files \(30 not read\): src\/a200\.js/);
});

test('decide writes a guard in the form of the log, and refuses one that is not valid', () => {
  const repository = copyRepository(template);
  const words = ['decide', 'No pickle', '--chosen', 'JSON', '--rationale', 'pickle runs code'];
  const wrong = repository.run('node', [cli, ...words, '--guard', 'forbid everything']);
  assert.is(wrong.status, 2);
  assert.match(wrong.stderr, /not a guard: “forbid everything”\n.*a guard is forbid/);
  assert.is(repository.read('docs/decisions.md'), DECISIONS);
  assert.is(repository.run('node', [cli, ...words, '--guard', 'forbid import pickle']).status, 0);
  assert.match(
    repository.read('docs/decisions.md'),
    /\*\*Rationale:\*\* pickle runs code\n\*\*Guard:\*\* `forbid import pickle`\n/,
  );
});

test.run();
