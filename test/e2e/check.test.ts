// `check` over the index, commits and ranges of real repositories.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type Answer,
  copyRepository,
  createFolder,
  createRepository,
  openRepository,
  type TestRepository,
} from '../helpers/repository.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const schema = fileURLToPath(new URL('../fixtures/sarif-2.1.0.schema.json', import.meta.url));

const ARCHITECTURE =
  '# Architecture\n\n## Storage\n\nChunks are files.\n\n## Access\n\nOne process reads them.\n';
const STORAGE = ARCHITECTURE.replace('files', 'rows of one table, indexed by session and by day');
const ACCESS = ARCHITECTURE.replace(
  'One process reads them',
  'Readers take turns, each with a lease of a minute',
);
const LOG =
  '# Decisions\n\n## Decision 1: Files\n\n**Chosen:** files in one folder\n**Rationale:** nothing to install\n';
const entry = (number: number, title: string): string =>
  `\n## Decision ${number}: ${title}\n\n**Chosen:** ${title} for all of it\n**Rationale:** ${title} is the only one that was measured\n`;

const template = createRepository();
template.commit('chore: start', {
  'docs/architecture.md': ARCHITECTURE,
  'docs/decisions.md': LOG,
  'src/compress/index.js': '1\n',
});
template.git('tag', 'start');

const check = ({ run }: TestRepository, ...args: string[]): Answer => run('node', [cli, 'check', ...args]);

type Report = {
  readonly ok: boolean;
  readonly commits: number;
  readonly findings: readonly { rule: string; level: string; sha: string; message: string; path: string }[];
  readonly waivers: readonly { sha: string; reason: string }[];
  readonly excused: readonly unknown[];
};

const report = (repository: TestRepository, ...args: string[]): Report =>
  JSON.parse(check(repository, ...args, '--json').stdout) as Report;

const rulesOf = (repository: TestRepository, ...args: string[]): string[] =>
  report(repository, ...args).findings.map(({ level, rule }) => `${level} ${rule}`);

const situation = (title: string, run: (repository: TestRepository) => void) =>
  test(title, () => {
    const repository = copyRepository(template);
    try {
      run(repository);
    } finally {
      repository.remove();
    }
  });

situation('stops a staged change of architecture with no decision', (repository) => {
  repository.write('docs/architecture.md', STORAGE);
  repository.git('add', '--all');
  const { status, stdout } = check(repository);
  assert.is(status, 1);
  assert.match(stdout, /^error staged changes architecture but records no decision: docs\/architecture\.md/);
  repository.write('message', 'feat: rows\n\nDecision: 1\n');
  assert.is(check(repository, '--message-file', 'message').status, 0);
});

situation('judges one commit, and each commit of a range', (repository) => {
  repository.commit('feat: rows', { 'docs/architecture.md': STORAGE });
  repository.commit('fix: nothing', { 'src/compress/index.js': '2\n' });
  assert.equal(rulesOf(repository, 'HEAD'), []);
  assert.equal(rulesOf(repository, 'HEAD~1'), ['error architecture-document']);
  assert.equal(rulesOf(repository, 'start..HEAD'), ['error architecture-document']);
  assert.is(check(repository, 'start..HEAD').status, 1);
});

situation('takes a decision in any commit of the range, and says so in the audit', (repository) => {
  repository.commit('feat: rows', { 'docs/architecture.md': STORAGE });
  repository.commit('docs: decide', { 'docs/decisions.md': LOG + entry(2, 'SQLite') });
  assert.equal(report(repository, 'start..HEAD').findings, []);
  assert.is(report(repository, 'start..HEAD').excused.length, 1);
  assert.match(
    check(repository, 'start..HEAD', '--audit').stdout,
    /^excused [0-9a-f]{10} changes architecture/,
  );
});

situation('wants one in each commit where the project says so', (repository) => {
  repository.commit('chore: per commit\n\nDecision-Waiver: agreed in the meeting', {
    'handoff.config.json': '{ "gate": { "perCommit": true } }\n',
  });
  repository.git('tag', 'strict');
  repository.commit('feat: rows', { 'docs/architecture.md': STORAGE });
  repository.commit('docs: decide', { 'docs/decisions.md': LOG + entry(2, 'SQLite') });
  assert.equal(rulesOf(repository, 'strict..HEAD'), ['error architecture-document']);
});

situation('does not take a decision that a later commit takes out again', (repository) => {
  repository.commit('docs: decide', { 'docs/decisions.md': LOG + entry(2, 'SQLite') });
  repository.commit('feat: rows', { 'docs/architecture.md': STORAGE });
  repository.commit('docs: undecide', { 'docs/decisions.md': LOG });
  assert.equal(rulesOf(repository, 'start..HEAD'), ['error architecture-document']);
});

situation('lets a waiver with a reason pass for its own commit, and lists it', (repository) => {
  repository.commit('feat: rows\n\nDecision-Waiver: a spike, thrown away on Friday', {
    'docs/architecture.md': STORAGE,
  });
  const sha = repository.git('rev-parse', 'HEAD');
  const { findings, waivers } = report(repository, 'start..HEAD');
  assert.equal(findings, []);
  assert.equal(waivers, [{ sha, reason: 'a spike, thrown away on Friday' }]);
  assert.match(check(repository, 'start..HEAD', '--audit').stdout, /^waiver [0-9a-f]{10} a spike/);
});

const REFUSED: readonly (readonly [what: string, message: string, why: RegExp])[] = [
  ['a waiver with no reason', 'feat: rows\n\nDecision-Waiver:', /gives no reason|records no decision/],
  ['a waiver with the words of the help', 'feat: rows\n\nDecision-Waiver: <reason>', /gives no reason/],
  [
    'a waiver in a body',
    'feat: rows\n\nUse "Decision-Waiver: x" to skip.\n\nThat is all.',
    /records no decision/,
  ],
  ['a number that never was', 'feat: rows\n\nDecision: 41', /Decision: 41 does not exist/],
];
for (const [what, message, why] of REFUSED)
  situation(`refuses ${what}`, (repository) => {
    repository.commit(message, { 'docs/architecture.md': STORAGE });
    const { findings } = report(repository, 'HEAD');
    assert.is(findings.length, 1);
    assert.match(findings[0]?.message ?? '', why);
  });

situation('refuses a decision that another one replaced', (repository) => {
  repository.commit('docs: decide', {
    'docs/decisions.md': `${LOG}${entry(2, 'SQLite')}**Supersedes:** Decision 1\n`,
  });
  repository.commit('feat: rows\n\nDecision: 1', { 'docs/architecture.md': STORAGE });
  assert.match(report(repository, 'HEAD').findings[0]?.message ?? '', /is no longer in force, 2 replaced it/);
});

situation('does not take a decision from a log that goes with the same commit', (repository) => {
  repository.git('rm', '--quiet', 'docs/decisions.md');
  repository.commit('feat: rows\n\nDecision: 1', { 'docs/architecture.md': STORAGE });
  assert.equal(rulesOf(repository, 'HEAD'), ['error architecture-document']);
});

situation('judges a change of the gate by the gate as it was', (repository) => {
  repository.commit('chore: soften', {
    'handoff.config.json': '{ "gate": { "rules": { "architecture-document": "off" } } }\n',
  });
  repository.commit('feat: rows', { 'docs/architecture.md': STORAGE });
  assert.equal(rulesOf(repository, 'start..HEAD'), ['error gate-settings', 'error architecture-document']);
});

situation('leaves other settings alone', (repository) => {
  repository.commit('chore: limit', { 'handoff.config.json': '{ "debt": { "limit": 5 }, "gate": {} }\n' });
  assert.equal(rulesOf(repository, 'start..HEAD'), []);
});

situation('finds nothing in a merge of two changes that were decided', (repository) => {
  repository.git('switch', '--quiet', '-c', 'access');
  repository.commit('feat: leases\n\nDecision: 1', { 'docs/architecture.md': ACCESS });
  repository.git('switch', '--quiet', 'main');
  repository.commit('feat: rows\n\nDecision: 1', { 'docs/architecture.md': STORAGE });
  repository.git('merge', '--quiet', '--no-edit', 'access');
  assert.equal(rulesOf(repository, 'HEAD'), []);
});

situation('finds what a merge changes by itself', (repository) => {
  repository.git('switch', '--quiet', '-c', 'access');
  repository.commit('feat: leases\n\nDecision: 1', { 'docs/architecture.md': ACCESS });
  repository.git('switch', '--quiet', 'main');
  repository.commit('feat: rows\n\nDecision: 1', { 'docs/architecture.md': STORAGE });
  repository.git('merge', '--quiet', '--no-commit', 'access');
  repository.commit("Merge branch 'access'", {
    'docs/architecture.md': `${ARCHITECTURE}\n## Network\n\nEvery chunk is sent to three peers at once.\n`,
  });
  assert.equal(rulesOf(repository, 'HEAD'), ['error architecture-document']);
});

situation('finds a number that two branches have given', (repository) => {
  repository.git('switch', '--quiet', '-c', 'other');
  repository.commit('docs: b', { 'docs/adr/0002-leases.md': record(2, 'Leases') });
  repository.git('switch', '--quiet', 'main');
  repository.commit('docs: a', { 'docs/adr/0002-rows.md': record(2, 'Rows') });
  assert.equal(rulesOf(repository, 'start..HEAD'), []);
  repository.git('merge', '--quiet', '--no-edit', 'other');
  assert.equal(rulesOf(repository, 'start..HEAD'), ['error decision-number']);
  assert.equal(rulesOf(repository, 'HEAD'), ['error decision-number']);
});

const record = (number: number, title: string): string =>
  `# ${number}. ${title}\n\n## Status\n\nAccepted\n\n## Context\n\nIt was slow.\n\n## Decision\n\n${title} it is.\n\n## Consequences\n\nOne table more.\n`;

situation("takes no copy of the folder's own template", (repository) => {
  const template =
    '# NUMBER. TITLE\n\n## Context\n\nSay what hurts, and whom.\n\n## Decision\n\nSay what we do about it from now on.\n';
  repository.commit('docs: template', {
    'docs/adr/template.md': template,
    'docs/adr/0001-rows.md': record(1, 'Rows'),
  });
  const copy = template.replace('NUMBER. TITLE', '2. Rows');
  repository.commit('feat: rows', { 'docs/architecture.md': STORAGE, 'docs/adr/0002-rows.md': copy });
  const { findings } = report(repository, 'HEAD');
  assert.match(
    findings[0]?.message ?? '',
    /docs\/adr\/0002-rows\.md:1: the new entry “0002” has no decision/,
  );
  assert.is(check(repository).status, 0);
});

situation('tells once which decision governs a file', (repository) => {
  repository.commit('docs: govern', { 'docs/decisions.md': `${LOG}**Affects:** \`src/compress/**\`\n` });
  repository.git('tag', 'governed');
  repository.commit('fix: a', { 'src/compress/index.js': '3\n' });
  repository.commit('fix: b', { 'src/compress/index.js': '4\n' });
  const { ok, findings } = report(repository, 'governed..HEAD');
  assert.is(ok, true);
  assert.equal(
    findings.map(({ level, rule }) => `${level} ${rule}`),
    ['warning affects'],
  );
  assert.match(findings[0]?.message ?? '', /decision 1 "Files"/);
});

situation('takes two sentences in a log of no known style, with a warning', (repository) => {
  repository.commit('docs: prose', { 'docs/decisions.md': 'We keep notes here, as they come.\n' });
  repository.commit('feat: rows', {
    'docs/architecture.md': STORAGE,
    'docs/decisions.md':
      'We keep notes here, as they come. Chunks become rows from today on. Listing the folder took four seconds.\n',
  });
  assert.equal(rulesOf(repository, 'HEAD'), ['warning decision-style']);
});

situation('checks the root commit, and paths of any letters', (repository) => {
  repository.commit('feat: größer', { 'docs/architecture/größe "a".md': ARCHITECTURE });
  repository.commit('feat: größer', { 'docs/architecture/größe "a".md': STORAGE });
  assert.is(report(repository, '--all').commits, 3);
  const { findings } = report(repository, 'start..HEAD');
  assert.equal(
    findings.map(({ path }) => path),
    ['docs/architecture/größe "a".md'],
  );
});

situation('refuses a shallow clone that ends inside the range', (repository) => {
  repository.commit('feat: rows', { 'docs/architecture.md': STORAGE });
  repository.commit('fix: a', { 'src/compress/index.js': '3\n' });
  const clone = openRepository(createFolder());
  repository.git('clone', '--quiet', '--depth', '2', `file://${repository.dir}`, clone.dir);
  for (const range of ['start..HEAD', '--all', 'HEAD~1']) {
    const { status, stderr, stdout } = check(clone, range);
    assert.is(status, 3, range);
    assert.is(stdout, '');
    assert.match(stderr, /git fetch --unshallow/);
  }
  assert.is(check(clone, 'HEAD').status, 0);
  clone.remove();
});

situation(
  'judges a range by the settings where it starts, not by those of a side that went on',
  (repository) => {
    const settings = '{ "gate": { "rules": { "architecture-document": "off" } } }';
    repository.git('switch', '--quiet', '-c', 'other');
    repository.commit('chore: settings', { 'handoff.config.json': settings });
    repository.git('switch', '--quiet', 'main');
    repository.commit('feat: rows', { 'docs/architecture.md': STORAGE });
    repository.commit('style: compress', { 'src/compress/index.js': '2\n' });
    for (const range of ['start..main', 'other..main', 'other...main'])
      assert.equal(rulesOf(repository, range), ['error architecture-document'], range);
    repository.git('merge', '--quiet', '--no-edit', 'other');
    assert.equal(rulesOf(repository, 'other..HEAD'), [], 'the other side is where this range starts');
  },
);

situation('refuses a range with no common commit', (repository) => {
  repository.git('switch', '--quiet', '--orphan', 'elsewhere');
  repository.commit('chore: another start', { 'a.txt': 'a\n' });
  const { status, stderr } = check(repository, 'main..elsewhere');
  assert.is(status, 3);
  assert.match(stderr, /no common commit/);
});

situation('writes SARIF that its schema accepts', (repository) => {
  repository.commit('feat: rows', { 'docs/architecture.md': STORAGE });
  const log: unknown = JSON.parse(check(repository, 'start..HEAD', '--sarif').stdout);
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    JSON.parse(readFileSync(schema, 'utf8')) as object,
  );
  assert.ok(validate(log), JSON.stringify(validate.errors));
  assert.match(JSON.stringify(log), /"ruleId":"architecture-document"/);
});

situation('writes annotations that GitHub reads', (repository) => {
  repository.commit('feat: rows', { 'docs/architecture.md': STORAGE });
  const { stdout } = check(repository, 'start..HEAD', '--github');
  assert.match(
    stdout,
    /^::error file=docs\/architecture\.md,line=5,title=handoff%3A architecture-document::/,
  );
  assert.match(stdout, /1 commit checked: 1 error, 0 warnings\n$/);
});

situation(
  'appends a summary where GitHub names a file for it, with nothing in it that is markup',
  (repository) => {
    repository.commit('feat: rows', { 'docs/architecture.md': STORAGE });
    const file = join(createFolder(), 'summary.md');
    writeFileSync(file, 'before\n');
    const env = { GITHUB_STEP_SUMMARY: file };
    const args = [cli, 'check', 'start..HEAD'];
    repository.run('node', args, env);
    assert.is(readFileSync(file, 'utf8'), 'before\n', 'only with --github');
    assert.is(repository.run('node', [...args, '--github'], env).status, 1);
    const text = readFileSync(file, 'utf8');
    assert.match(text, /^before\n### handoff-hooks\n\n1 commit checked: 1 error, 0 warnings\n/);
    assert.match(text, /\n\| error \| [0-9a-f]{10} \| docs\/architecture\.md:5 \| /);
    const answer = repository.run('node', [...args, '--github'], { GITHUB_STEP_SUMMARY: '/no/such/summary' });
    assert.is(answer.status, 1);
    assert.match(answer.stderr, 'the summary could not be written');
  },
);

const HOOK = `#!/bin/sh
status=0
while read -r old new ref; do
  case "$new" in *[!0]*) ;; *) continue ;; esac
  node "$HANDOFF_CLI" check "$old..$new" >&2 || status=1
done
exit $status
`;

situation("stops a push at the server, before its objects are the repository's", (repository) => {
  const server = createRepository(createFolder(), ['--bare']);
  server.write('hooks/pre-receive', HOOK);
  server.run('chmod', ['+x', 'hooks/pre-receive']);
  const push = (...refs: string[]) =>
    repository.run('git', ['push', '--quiet', server.dir, ...refs], { HANDOFF_CLI: cli });
  assert.is(push('main').status, 0, 'the first push of a new branch');
  repository.commit('feat: rows', { 'docs/architecture.md': STORAGE });
  const refused = push('main');
  assert.is(refused.status, 1);
  assert.match(refused.stderr, /changes architecture but records no decision/);
  assert.is(push('main:other').status, 1, 'a new branch is no way around it');
  repository.commit('docs: decide', { 'docs/decisions.md': LOG + entry(2, 'SQLite') });
  assert.is(push('main').status, 0);
  server.remove();
});

situation('settings in UTF-16 at the base of a range are named, and nothing passes', (repository) => {
  const settings = '{ "gate": { "rules": { "architecture-document": "off" } } }';
  for (const bytes of [
    Buffer.from(`\ufeff${settings}`, 'utf16le'),
    Buffer.from(settings, 'utf16le'),
    Buffer.from(`\ufeff${settings}`, 'utf16le').swap16(),
  ]) {
    repository.write('handoff.config.json', bytes);
    repository.commit('chore: settings');
    repository.commit('feat: rows', { 'docs/architecture.md': `${STORAGE}${bytes.length}\n` });
    const { status, stderr } = check(repository, 'HEAD~1..HEAD');
    assert.is(status, 3);
    assert.match(stderr, /handoff\.config\.json: not UTF-8 text; save it as UTF-8/);
  }
});

situation('a path with a NUL in the settings is named', (repository) => {
  repository.commit('chore: settings', { 'handoff.config.json': '{"documents":{"context":"a\\u0000b"}}' });
  repository.commit('feat: rows', { 'docs/architecture.md': STORAGE });
  const { status, stderr } = check(repository, 'HEAD~1..HEAD');
  assert.is(status, 3);
  assert.match(stderr, /documents\.context: "a\\u0000b": a path holds no control characters/);
});

const BAD_SETTINGS = ['{"x": 1}', '{"gate": {"paths": ["(a+)+$"]}}', '{', '[]', 'null', ''];
const PATHS = '{"gate": {"paths": ["src/compress/**"]}}';

situation('a range that leaves settings with a fault is stopped, whatever the fault', (repository) => {
  for (const settings of BAD_SETTINGS) {
    repository.git('reset', '--quiet', '--hard', 'start');
    repository.commit('chore: settings\n\nDecision-Waiver: agreed', { 'handoff.config.json': settings });
    assert.equal(rulesOf(repository, 'start..HEAD'), ['error settings-invalid'], settings);
    assert.is(check(repository, 'start..HEAD').status, 1);
    assert.match(check(repository, 'start..HEAD').stdout, 'handoff.config.json');
  }
});

situation('settings that a range puts right are those from before the fault', (repository) => {
  repository.commit('chore: settings', { 'handoff.config.json': PATHS });
  repository.git('tag', 'good');
  for (const settings of BAD_SETTINGS) {
    repository.git('reset', '--quiet', '--hard', 'good');
    repository.commit('chore: settings', { 'handoff.config.json': settings });
    repository.git('tag', '--force', 'bad');
    repository.commit('fix: settings', { 'handoff.config.json': PATHS });
    assert.equal(rulesOf(repository, 'bad..HEAD'), [], settings);
    repository.commit('feat: compress', { 'src/compress/index.js': '2\n' });
    assert.equal(rulesOf(repository, 'bad..HEAD'), ['error paths'], settings);
    repository.git('reset', '--quiet', '--hard', 'bad');
    repository.commit('fix: settings', { 'handoff.config.json': '{}' });
    assert.equal(rulesOf(repository, 'bad..HEAD'), ['error gate-settings'], settings);
  }
});

situation('a shallow clone that knows no settings without a fault passes nothing', (repository) => {
  repository.commit('chore: settings', { 'handoff.config.json': PATHS });
  repository.commit('chore: settings', { 'handoff.config.json': '{"x": 1}' });
  repository.commit('fix: settings', { 'handoff.config.json': PATHS });
  const clone = openRepository(createFolder());
  repository.git('clone', '--quiet', '--depth', '2', `file://${repository.dir}`, clone.dir);
  assert.is(check(clone, 'HEAD~1..HEAD').status, 3);
  clone.remove();
});

situation('a range from before the installation says so, and is checked on demand', (repository) => {
  repository.commit('feat: rows', { 'docs/architecture.md': STORAGE });
  assert.is(repository.run('node', [cli, 'install', '--into', 'git']).status, 0);
  const { status, stdout } = check(repository, 'HEAD~1..HEAD');
  assert.is(status, 0);
  assert.is(
    stdout,
    'nothing checked: 1 commit of this range, all from before handoff-hooks was installed here; --all checks them too\n',
  );
  assert.is(check(repository, '--all', 'HEAD~1..HEAD').status, 1);
});

const PROSE = 'The planner now talks to a remote server over TLS and all chunks move there for good';

situation('small edits of many commits add up', (repository) => {
  PROSE.split(' ').forEach((word, at) => {
    const text = `${repository.read('docs/architecture.md')}${word}\n`;
    repository.commit(`docs: typo ${at}`, { 'docs/architecture.md': text });
  });
  assert.equal(rulesOf(repository, 'start..HEAD'), ['error architecture-document']);
  assert.match(check(repository, 'start..HEAD').stdout, 'the range as a whole changes architecture');
});

situation('a document that was moved away and written anew is the changed one', (repository) => {
  repository.git('mv', 'docs/architecture.md', 'docs/old.md');
  repository.commit('chore: move');
  repository.commit('docs: new', { 'docs/architecture.md': `${ARCHITECTURE}\n${PROSE}.\n` });
  assert.equal(rulesOf(repository, 'start..HEAD'), ['error architecture-document']);
});

situation('a merge that drops what its other side changed is found', (repository) => {
  repository.git('checkout', '--quiet', '-b', 'side');
  repository.commit('feat: own', { 'src/own.js': '1\n' });
  repository.git('checkout', '--quiet', 'main');
  repository.commit('docs: x\n\nDecision-Waiver: agreed', { 'docs/architecture.md': STORAGE });
  repository.git('checkout', '--quiet', 'side');
  repository.git('merge', '--quiet', '-s', 'ours', '-m', 'Merge main', 'main');
  assert.equal(rulesOf(repository, 'main..side'), ['error architecture-document']);
});

situation('what a commit waived is not asked for again by the whole', (repository) => {
  repository.commit('docs: x\n\nDecision-Waiver: agreed', { 'docs/architecture.md': STORAGE });
  assert.equal(rulesOf(repository, 'start..HEAD'), []);
});

situation('a check of nothing in CI asks for a range', ({ run }) => {
  const { status, stderr } = run('node', [cli, 'check'], { CI: 'true' });
  assert.is(status, 2);
  assert.match(stderr, 'check needs a range in CI');
});

test.run();
