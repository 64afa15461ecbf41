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
  assert.match(stdout, /passed over 1 file \(1 not text\): src\/icon\.txt\n/);
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
