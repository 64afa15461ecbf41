// Guards: read from documents, and each form both ways.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { matchesGlob } from '../../../src/core/config/documents.ts';
import { readImports } from '../../../src/core/guards/added.ts';
import { findBreaches, type Match } from '../../../src/core/guards/breaches.ts';
import { listGuards } from '../../../src/core/guards/force.ts';
import { type Guard, parseGuard } from '../../../src/core/guards/guard.ts';
import { isNamed } from '../../../src/core/guards/names.ts';
import { createMatch } from '../../../src/effects/patterns.ts';

const match: Match = createMatch();

function guardOf(text: string): Guard {
  const rule = parseGuard(text);
  if ('reason' in rule) throw new Error(rule.reason);
  return {
    ...rule,
    path: 'docs/decisions.md',
    line: 1,
    decision: { id: '7', title: 'T' },
    words: 'w',
    ended: null,
  };
}

/** `line: what` of each breach of a file that becomes `after`. */
function broken(guard: string, path: string, before: string | null, after: string): (number | null)[] {
  const file = { path, status: before === null ? 'A' : 'M', added: 1, deleted: 0 } as const;
  const commit = { sha: null, parents: ['p'], date: '', message: '', files: [file] };
  const change = { commit, documents: [{ path, before, after }] };
  return findBreaches(change, [guardOf(guard)], match).map(({ line }) => line);
}

const REQUIRE = 'require pattern /from_pretrained\\(/ in **/*.py that matches /trust_remote_code=True/';

type Row = readonly [
  guard: string,
  path: string,
  before: string | null,
  after: string,
  lines: readonly (number | null)[],
];

const ROWS: readonly Row[] = [
  ['forbid import mistral', 'a.py', 'x\n', 'x\nimport mistralai\n', [2]],
  ['forbid import mistral', 'a.py', 'import mistralai\n', 'import mistralai\nx = 1\n', []],
  ['forbid import mistral', 'a.py', 'import mistralai\n', 'import mistralai, os\n', []],
  ['forbid import mistral', 'a.py', 'if x:\n  pass\n', 'if x:\n  pass\n"""\nimport mistral\n"""\n', []],
  ['forbid import mistral', 'vendor/a.py', null, 'import mistral\n', []],
  ['forbid import lodash', 'a.ts', '', 'import {\n  get,\n} from "lodash/fp";\n', [3]],
  ['forbid import lodash', 'a.ts', '', '// require("lodash")\nconst a = "lodash";\n', []],
  ['forbid import gin', 'a.go', '', 'import (\n\t"os"\n\t"github.com/gin-gonic/gin"\n)\n', [3]],
  ['forbid dependency moment', 'package.json', '{}', '{\n "dependencies": {\n  "moment": "1"\n }\n}\n', [3]],
  [
    'forbid dependency moment',
    'package.json',
    '{"dependencies":{"moment":"1"}}',
    '{"dependencies":{"moment":"2"}}',
    [],
  ],
  [
    'forbid dependency coveralls',
    'package.json',
    '{}',
    '{\n "scripts": { "coveralls": "tap | coveralls" },\n "devDependencies": {\n  "coveralls": "^2.1.0"\n }\n}\n',
    [4],
  ],
  [
    'forbid dependency gin',
    'go.mod',
    'module a\n',
    'module a\n\nrequire github.com/gin-gonic/gin v1.9.1\n',
    [3],
  ],
  ['forbid dependency torch', 'requirements.txt', 'numpy\n', 'numpy\ntorch==2\n', [2]],
  ['forbid path **/Dockerfile', 'Dockerfile', null, 'FROM x\n', [null]],
  ['forbid path **/Dockerfile', 'Dockerfile', 'FROM x\n', 'FROM y\n', []],
  ['forbid path **/Dockerfile', 'docs/Dockerfile.md', null, 'x\n', []],
  ['forbid pattern /eval\\(/ in src/**', 'src/a.js', 'a\n', 'a\neval(b)\n', [2]],
  ['forbid pattern /eval\\(/ in src/**', 'src/a.js', 'eval(b)\n', 'x\nif (y)\n  eval(b)\n', []],
  ['forbid pattern /eval\\(/ in src/**', 'test/a.js', 'a\n', 'a\neval(b)\n', []],
  ['forbid emoji in src/**', 'src/a.py', '', 'print("🚀")\n', [1]],
  ['forbid emoji in src/**', 'src/a.py', '', 'print("→ ✓ © 1")\n', []],
  [REQUIRE, 'a.py', '', 'm = A.from_pretrained("x")\n', [1]],
  [REQUIRE, 'a.py', '', 'm = A.from_pretrained(\n  "x",\n  # trust_remote_code=True\n)\n', [1]],
  [REQUIRE, 'a.py', '', 'm = A.from_pretrained(\n  f("x"),\n  trust_remote_code=True,\n)\n', []],
  [REQUIRE, 'a.py', 'm = A.from_pretrained("x")\n', 'm = A.from_pretrained("x")\ny = 1\n', []],
  [REQUIRE, 'a.py', 'm = A.from_pretrained(\n  "x",\n)\n', 'm = A.from_pretrained(\n  "y",\n)\n', [2]],
  [REQUIRE, 'a.py', '', 'def from_pretrained(a):\n  """x.from_pretrained("y")"""\n', []],
  [REQUIRE, 'a.py', '', 'm = A.from_pretrained("x", **options)\n', []],
];

for (const [guard, path, before, after, lines] of ROWS)
  test(`${guard} over ${path}: ${JSON.stringify(after)}`, () => {
    assert.equal(broken(guard, path, before, after), lines);
  });

test('a line that its own file loses came from there, whatever another file adds', () => {
  const line = 'm = A.from_pretrained("x")\n';
  const documents = [
    { path: 'a.py', before: 'x = 1\n', after: `x = 1\n${line}` },
    { path: 'b.py', before: line, after: `with y:\n    ${line}` },
    { path: 'c.py', before: `z = 1\nn = A.from_pretrained("z")\n`, after: 'z = 1\n' },
    { path: 'd.py', before: 'z = 2\n', after: `z = 2\nn = A.from_pretrained("z")\n` },
  ];
  const files = documents.map(({ path }) => ({ path, status: 'M', added: 1, deleted: 1 }) as const);
  const commit = { sha: null, parents: ['p'], date: '', message: '', files };
  assert.equal(
    findBreaches({ commit, documents }, [guardOf(REQUIRE)], match).map(({ path }) => path),
    ['a.py'],
  );
});

test('a library that is copied in imports itself, a wrapper of the same name imports the library', () => {
  const added = (path: string, after: string) => ({ path, before: null, after });
  const linesOf = (...documents: readonly ReturnType<typeof added>[]) => {
    const files = documents.map(({ path }) => ({ path, status: 'A', added: 1, deleted: 0 }) as const);
    const commit = { sha: null, parents: ['p'], date: '', message: '', files };
    return findBreaches({ commit, documents }, [guardOf('forbid import redis')], match).length;
  };
  const copy = added('lib/deps/redis/client.py', 'import redis\nfrom redis.parser import read\n');
  assert.is(linesOf(copy, added('lib/deps/redis/parser.py', 'x = 1\n')), 0);
  assert.is(linesOf(copy, added('lib/deps/redis/parser/__init__.py', '')), 0);
  assert.is(linesOf(copy, added('lib/deps/redis/other.py', 'x = 1\n')), 2);
  assert.is(linesOf(added('app/redis/client.py', 'from redis.asyncio import Redis\n')), 1);
  assert.is(linesOf(added('app/redis/__init__.py', 'import redis\n')), 1);
});

const PHASES = ['until Phase 4', 'until Phase 3', 'from Phase 4', 'from Phase 3', 'until Sprint 2b'];

test('a phase begins or ends a guard', () => {
  const items = PHASES.map((term) => `- No ${term}. Guard: forbid import x ${term}\n`).join('');
  const text = `# Session Context\n\n**Current Phase:** Phase 3 in progress\n\n## What NOT to do\n\n${items}`;
  const { guards, invalid } = listGuards([{ path: 'SESSION_CONTEXT.md', text }], DEFAULTS);
  assert.equal(invalid, []);
  assert.equal(
    guards.map(({ endedBy }) => endedBy === null),
    [true, false, false, true, false],
  );
});

test('a roadmap begins and ends guards where nothing else names the phase, and holds none itself', () => {
  const roadmap = (status: string) => ({
    path: 'ROADMAP.md',
    text: `# Roadmap\n\n## Phase 3: Models ${status}\n\n- [x] Train\n\n## Phase 4: Ship\n\n- [ ] Image\n\nGuard: Bob\nGuard: forbid import y\n`,
  });
  const log = {
    path: 'docs/decisions.md',
    text: '# Decisions\n\n## Decision 1: No x\n\n**Chosen:** none\n**Rationale:** it is slow\n**Guard:** forbid import x until Phase 4\n',
  };
  const told = (status: string) => listGuards([log, roadmap(status)], DEFAULTS);
  assert.equal([told('(done)').invalid, told('(done)').guards.length], [[], 1]);
  assert.is(told('(done)').guards[0]?.endedBy, 'phase 4 has begun');
  assert.is(listGuards([log], DEFAULTS).guards[0]?.endedBy, null);
});

test('a decision that is replaced takes its guards with it', () => {
  const entry = (id: number, more: string) =>
    `## Decision ${id}: Use thing ${id}\n\n**Chosen:** thing ${id}\n**Rationale:** it is small\n${more}\n`;
  const text = `# Decisions\n\n${entry(1, '**Guard:** forbid import a')}${entry(2, '**Supersedes:** 1\n\n- Guard: forbid import b\n- Guard: forbid nothing')}`;
  const { guards, invalid } = listGuards([{ path: 'docs/decisions.md', text }], DEFAULTS);
  assert.equal(
    guards.map(({ guard, endedBy }) => [guard.text, endedBy]),
    [
      ['forbid import a', 'superseded by 2'],
      ['forbid import b', null],
    ],
  );
  assert.equal(
    invalid.map(({ line }) => line),
    [15],
  );
});

const STYLES = [
  '- Guard: forbid import x',
  '**Guard:** `forbid import x`',
  '**Guard**: forbid import x',
  '> Guard: forbid import x',
  '| Guard | forbid import x |',
  'Guards:\n- forbid import x',
  '### Guards\n\n- `forbid import x`',
  '- Never use x. Guard: forbid import x',
  '- Never use x (Guard: forbid import x)',
];

for (const style of STYLES)
  test(`reads ${JSON.stringify(style)}`, () => {
    const text = `# Decisions\n\n## Decision 1: No x\n\n**Chosen:** none\n**Rationale:** it is slow\n\n${style}\n`;
    const { guards, invalid } = listGuards([{ path: 'docs/decisions.md', text }], DEFAULTS);
    assert.equal(
      guards.map(({ guard }) => [guard.text, guard.decision?.id]),
      [['forbid import x', '1']],
    );
    assert.equal(invalid, []);
  });

test('a glob with braces is no blank of a template', () => {
  const guard = 'forbid emoji in **/*.{js,ts}';
  const entry = `## Decision 1: No x\n\n**Chosen:** none\n**Rationale:** it is slow\n**Guard:** \`${guard}\`\n`;
  const rules = `## What NOT to do\n\n- No emojis. Guard: ${guard}\n- No x. Guard: {guard}\n`;
  const documents = [
    { path: 'docs/decisions.md', text: `# Decisions\n\n${entry}` },
    { path: 'SESSION_CONTEXT.md', text: `# Session Context\n\n${rules}` },
  ];
  const { guards, invalid } = listGuards(documents, DEFAULTS);
  assert.equal(
    guards.map((one) => one.guard.text),
    [guard, guard],
  );
  assert.equal(invalid, []);
});

const INVALID = [
  'forbid imports x',
  'forbid import',
  'forbid pattern eval in src/**',
  'forbid pattern /(a/ in src/**',
  'forbid path (a|b)',
  'forbid path a b',
  'require pattern /a/ in src/**',
  `forbid pattern /${'a'.repeat(400)}/ in src/**`,
  'forbid import x until tomorrow',
];

for (const text of INVALID)
  test(`says what is wrong with ${text.slice(0, 50)}`, () => assert.ok('reason' in parseGuard(text)));

test('a pattern that takes too long is given up', () => {
  const started = { source: '(a+)+$', flags: '' };
  assert.is(createMatch()(started, [`${'a'.repeat(40)}b`]), null);
});

test('reads imports of each language', () => {
  const script =
    'import a from "one"; export * from \'two\';\nconst t = `import x from "no" ${require("three")}`;\n<p>Don\'t</p>;\nawait import("four"); obj.require("no"); const r = /[\'"]/; import "five";\n';
  assert.equal(
    readImports('a.tsx', script).map(({ name }) => name),
    ['one', 'two', 'three', 'four', 'five'],
  );
  const python =
    'from a.b import (\n  c as d, e\n)\nfrom . import no\nx = "import no"; import f, g as h\nfrom i import \\\n  j\n';
  assert.equal(
    readImports('a.py', python).map(({ name, line }) => `${name}:${line}`),
    ['a.b:1', 'a.b.c:2', 'a.b.e:2', 'f:5', 'g:5', 'i:6', 'i.j:7'],
  );
});

test('knows a package by its names', () => {
  const pairs: readonly (readonly [string, string, boolean])[] = [
    ['mistral', 'mistralai', true],
    ['mistral', '@mistralai/sdk', true],
    ['open', 'openai', false],
    ['requests', 'requests.adapters', true],
    ['requests', 'requests_toolbelt', false],
    ['yaml', 'gopkg.in/yaml.v3', true],
    ['http', 'net/http', false],
    ['mistral*', 'mistral_common', true],
    ['request', './request', false],
    ['request', '../lib/request', false],
    ['request', '/opt/request', false],
    ['../legacy/*', '../legacy/db', true],
  ];
  for (const [wanted, name, is] of pairs) assert.is(isNamed(wanted, name), is, `${wanted} ${name}`);
});

test('a glob in all directories fits the top level too', () => {
  assert.ok(matchesGlob('**/Dockerfile', 'Dockerfile'));
  assert.not(matchesGlob('**/Dockerfile', 'myDockerfile'));
});

test.run();
