// What needs a decision, rule by rule, and what is too small to need one.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Config, DEFAULTS, type GateRule } from '../../src/core/config/defaults.ts';
import { changedWords, isTrivialEdit, isTrivialMerge } from '../../src/core/gate/edits.ts';
import { judgeGate } from '../../src/core/gate/judge.ts';
import { isPresetPath, type PresetRule } from '../../src/core/gate/presets.ts';
import { addedDependencies } from '../../src/core/manifests.ts';
import { parseMessage } from '../../src/core/message/index.ts';
import type { ChangedFile, Decision, DocumentChange, Gate } from '../../src/core/types.ts';

const configWith = (
  rules: Partial<Record<GateRule, 'block' | 'warn' | 'off'>>,
  paths: readonly string[] = [],
): Config => ({
  ...DEFAULTS,
  gate: { ...DEFAULTS.gate, paths, rules: { ...DEFAULTS.gate.rules, ...rules } },
});

type Situation = {
  readonly documents?: readonly DocumentChange[];
  readonly files?: readonly ChangedFile[];
  readonly message?: string;
  readonly config?: Config;
  readonly decisions?: readonly Decision[];
};

const changed = (path: string, status: ChangedFile['status'] = 'M', from?: string): ChangedFile => ({
  path,
  from,
  status,
  added: 3,
  deleted: 1,
});

function judge({
  documents = [],
  files,
  message = 'feat: x',
  config = DEFAULTS,
  decisions = [],
}: Situation): Gate {
  const all =
    files ??
    documents.map(({ path, from, before, after }) =>
      changed(path, before === null ? 'A' : after === null ? 'D' : from === undefined ? 'M' : 'R', from),
    );
  const commit = { sha: null, parents: ['0'], date: '2026-01-01T00:00:00Z', message, files: all };
  const change = { commit, documents };
  const gate = judgeGate(change, parseMessage(message), { decisions, config });
  // Who does not look for decisions that nothing asks for comes to the same judgement.
  const lazy = judgeGate(change, parseMessage(message), { decisions, config, isLazy: true });
  assert.equal(lazy, { ...gate, decision: lazy.decision });
  if (gate.needed) assert.equal(lazy.decision, gate.decision);
  return gate;
}

const OLD = '# Architecture\n\n## Storage\n\nChunks are files in one folder, read by one process.\n';
const document = (after: string | null, before: string | null = OLD): DocumentChange => ({
  path: 'docs/architecture.md',
  before,
  after,
});

const EDITS: readonly (readonly [
  what: string,
  change: DocumentChange,
  needed: boolean,
  satisfiedBy: Gate['satisfiedBy'],
])[] = [
  ['a changed heading', document(OLD.replace('Storage', 'Stores')), true, null],
  ['a new section', document(`${OLD}\n## Network\n\nThere is none.\n`), true, null],
  [
    'six words',
    document(OLD.replace('read by one process', 'written at once by very many workers')),
    true,
    null,
  ],
  ['five words', document(OLD.replace('one folder', 'a single big directory here')), false, 'trivial'],
  ['another wrapping', document(OLD.replace('folder, read', 'folder,\nread')), false, 'trivial'],
  ['CRLF', document(OLD.replaceAll('\n', '\r\n')), false, 'trivial'],
  ['other marks', document(OLD.replace('one folder', '**one folder**')), false, 'trivial'],
  ['a deleted document', document(null), true, null],
  ['a new document', document(OLD, null), false, null],
  [
    'a renamed document',
    { path: 'ARCHITECTURE.md', from: 'docs/architecture.md', before: OLD, after: OLD },
    false,
    'trivial',
  ],
  [
    'a document renamed and rewritten',
    { path: 'ARCHITECTURE.md', from: 'docs/architecture.md', before: OLD, after: '# Parts\n' },
    true,
    null,
  ],
];
for (const [what, change, needed, satisfiedBy] of EDITS)
  test(`${what} ${needed ? 'needs a decision' : 'needs none'}`, () => {
    const gate = judge({ documents: [change] });
    assert.is(gate.needed, needed);
    assert.is(gate.satisfiedBy, satisfiedBy);
    assert.is(gate.findings.length, needed ? 1 : 0);
  });

test('a level of warn lets through with a warning, off says nothing', () => {
  const documents = [document('# Other\n')];
  const warned = judge({ documents, config: configWith({ 'architecture-document': 'warn' }) });
  assert.equal(
    warned.findings.map(({ level }) => level),
    ['warning'],
  );
  assert.equal(judge({ documents, config: configWith({ 'architecture-document': 'off' }) }).findings, []);
});

test('a decision record inside the architecture folder is no architecture', () => {
  assert.is(judge({ files: [changed('docs/architecture/decisions/0001-x.md')] }).needed, false);
});

test("the project's own globs count new files too", () => {
  const config = configWith({}, ['src/db/schema/**']);
  assert.equal(judge({ files: [changed('src/db/schema/user.ts', 'A')], config }).files, [
    'src/db/schema/user.ts',
  ]);
  assert.is(judge({ files: [changed('src/db/user.ts', 'A')], config }).needed, false);
});

test('a pure rename of such a file needs none', () => {
  const config = configWith({}, ['src/db/schema/**']);
  const file = { ...changed('src/db/schema/b.ts', 'R', 'src/db/schema/a.ts'), added: 0, deleted: 0 };
  assert.is(judge({ files: [file], config }).needed, false);
});

test('a fixup is left to the check of its range', () => {
  assert.is(judge({ documents: [document('# Other\n')], message: 'fixup! feat: x' }).needed, false);
});

const PRESETS: readonly (readonly [PresetRule, path: string, isMeant: boolean])[] = [
  ['schema', 'prisma/schema.prisma', true],
  ['schema', 'db/schema.rb', true],
  ['schema', 'src/db/schema/user.ts', true],
  ['schema', 'test/fixtures/schema.sql', false],
  ['schema', 'src/schematic.ts', false],
  ['migrations', 'db/migrate/20240101_add_users.rb', true],
  ['migrations', 'app/migrations/0002_auto.py', true],
  ['migrations', 'alembic/versions/1a2b.py', true],
  ['migrations', 'docs/migrations.md', false],
  ['protocols', 'api/v1/user.proto', true],
  ['protocols', 'openapi.yaml', true],
  ['protocols', 'vendor/google/any.proto', false],
  ['infrastructure', 'Dockerfile', true],
  ['infrastructure', 'deploy/docker-compose.prod.yml', true],
  ['infrastructure', 'infra/main.tf', true],
  ['infrastructure', 'k8s/api/deployment.yaml', true],
  ['infrastructure', '.github/workflows/ci.yml', false],
];
for (const [rule, path, isMeant] of PRESETS)
  test(`${rule} ${isMeant ? 'means' : 'leaves out'} ${path}`, () => {
    assert.is(isPresetPath(rule, path), isMeant);
    const files = [changed(path)];
    assert.is(judge({ files, config: configWith({ [rule]: 'block' }) }).needed, isMeant);
    assert.is(judge({ files }).needed, false);
  });

const MANIFESTS: readonly (readonly [
  path: string,
  before: string,
  after: string,
  added: readonly string[],
])[] = [
  [
    'package.json',
    '{"dependencies":{"a":"1"}}',
    '{"dependencies":{"a":"2","b":"1"},"devDependencies":{"c":"1"}}',
    ['b', 'c'],
  ],
  ['package.json', '{"dependencies":{"a":"1"}}', '{"devDependencies":{"a":"1"}}', []],
  ['package.json', '{"dependencies":{"a":"1"}}', '{ broken', []],
  [
    'composer.json',
    '{"require":{"php":">=8"}}',
    '{"require":{"php":">=8","monolog/monolog":"^3"}}',
    ['monolog/monolog'],
  ],
  [
    'requirements.txt',
    'flask==2\n',
    '# web\nFlask==3\nredis>=5 ; python_version > "3"\n-r other.txt\n',
    ['redis'],
  ],
  ['requirements-dev.txt', '', 'pytest\n', ['pytest']],
  [
    'pyproject.toml',
    '[project]\ndependencies = ["flask>=2"]\n',
    '[project]\ndependencies = [\n  "flask>=3",\n  "uvicorn[standard]>=0.2",\n]\n[project.optional-dependencies]\ndev = ["pytest"]\n',
    ['uvicorn', 'pytest'],
  ],
  [
    'pyproject.toml',
    '[tool.poetry.dependencies]\npython = "^3.12"\n',
    '[tool.poetry.dependencies]\npython = "^3.13"\nhttpx = {version = "1"}\n',
    ['httpx'],
  ],
  [
    'go.mod',
    'module x\n\nrequire a.com/b v1.0.0\n',
    'module x\n\nrequire (\n\ta.com/b v1.2.0\n\tc.org/d/v2 v2.0.0\n\te.org/f v1.0.0 // indirect\n)\n',
    ['c.org/d/v2'],
  ],
  [
    'Cargo.toml',
    '[dependencies]\nserde = "1"\n',
    '[dependencies]\nserde = { version = "1.1" }\ntokio.workspace = true\n\n[dev-dependencies.insta]\nversion = "1"\n',
    ['tokio', 'insta'],
  ],
  ['Gemfile', "gem 'rails', '7'\n", "gem 'rails', '8'\n  gem \"sidekiq\"\n# gem 'pry'\n", ['sidekiq']],
  [
    'pom.xml',
    '<project><artifactId>me</artifactId></project>',
    '<project><artifactId>me2</artifactId><dependencies><dependency><groupId>g</groupId><artifactId>guava</artifactId></dependency></dependencies></project>',
    ['guava'],
  ],
];
for (const [path, before, after, added] of MANIFESTS)
  test(`${path}: finds what is added, ${added.join(', ') || 'nothing here'}`, () => {
    assert.equal(addedDependencies(path, [before], after), added);
    const gate = judge({
      documents: [{ path, before, after }],
      config: configWith({ dependencies: 'block' }),
    });
    assert.is(gate.needed, added.length > 0);
  });

const SETTINGS: readonly (readonly [
  what: string,
  before: string | null,
  after: string | null,
  isFound: boolean,
])[] = [
  ['a softer rule', '{}', '{"gate":{"rules":{"paths":"off"}}}', true],
  ['a first config that softens it', null, '{"gate":{"perCommit":false}}', true],
  ['other architecture documents', '{}', '{"documents":{"architecture":["x.md"]}}', true],
  ['a config that goes', '{"gate":{"perCommit":true}}', null, true],
  ['a config that nobody can read', '{}', '{', true],
  [
    'another order of keys',
    '{"gate":{"perCommit":true,"paths":[]}}',
    '{"gate":{"paths":[],"perCommit":true}}',
    false,
  ],
  ['the first name of the context file', null, '{"documents":{"context":"JOURNAL.md"}}', false],
  ['another context file', '{"documents":{"context":"A.md"}}', '{"documents":{"context":"B.md"}}', true],
  ['other keys', '{"debt":{"limit":3}}', '{"debt":{"limit":4}}', false],
  ['a first config about other things', null, '{"debt":{"limit":4}}', false],
];
for (const [what, before, after, isFound] of SETTINGS)
  test(`${what} ${isFound ? 'changes' : 'does not change'} the gate's settings`, () => {
    const gate = judge({ documents: [{ path: 'handoff.config.json', before, after }] });
    assert.equal(
      gate.findings.map(({ rule }) => rule),
      isFound ? ['gate-settings'] : [],
    );
  });

test('settings that move from package.json to a file of their own do not change', () => {
  const documents = [
    { path: 'package.json', before: '{"handoff":{"gate":{"perCommit":true}}}', after: '{}' },
    { path: 'handoff.config.json', before: null, after: '{"gate":{"perCommit":true}}' },
  ];
  assert.is(judge({ documents }).needed, false);
});

test('a block message has eight lines at most and says what the new entry lacks', async () => {
  const { describeBlock } = await import('../../src/core/wording/gate.ts');
  const { formatProblem } = await import('../../src/core/problem.ts');
  const half = '# Decisions\n\n## Decision 1: Rows\n\n**Chosen:** rows\n**Rationale:**\n';
  const gate = judge({
    documents: [document('# Other\n'), { path: 'docs/decisions.md', before: null, after: half }],
    message: 'feat: x\n\nDecision: 12\nDecision-Waiver:  ',
  });
  const text = formatProblem(
    describeBlock(gate, {
      title: 'A store',
      places: ['docs/decisions.md'],
      subject: 'feat: a store',
      isLong: false,
      hasComments: false,
      from: 'index',
    }),
  );
  assert.ok(text.split('\n').length <= 8, text);
  assert.match(
    text,
    /^handoff: this commit changes architecture but records no decision\n {2}why {2}docs\/architecture\.md: \d lines changed \(rule: architecture-document\)/,
  );
  assert.match(text, /docs\/decisions\.md:3: the new entry “1” has no rationale/);
  assert.match(
    text,
    /\n {2}fix {2}git handoff decide "A store" --chosen "‹what›" --rationale "‹why›"\n {7}git add docs\/decisions\.md\n {7}git commit -m "feat: a store"\n {2}skip add the trailer {2}Decision-Waiver: <reason>$/,
  );
});

const INFRA: readonly (readonly [what: string, before: string, after: string, needed: boolean])[] = [
  ['an image that is bumped', 'image: redis:7-alpine\n', 'image: redis:8.2.1-alpine\n', false],
  ['another indent', 'a:\n  b: c\n', 'a:\n    b: c\n', false],
  ['another image', 'image: redis:7\n', 'image: valkey:8\n', true],
];
for (const [what, before, after, needed] of INFRA)
  test(`${what} ${needed ? 'changes' : 'does not change'} infrastructure`, () => {
    const gate = judge({
      documents: [{ path: 'compose.yml', before, after }],
      config: configWith({ infrastructure: 'block' }),
    });
    assert.is(gate.needed, needed);
  });

test('a merge adds no dependency that a parent has, and no setting', () => {
  const manifest = {
    path: 'package.json',
    before: '{"dependencies":{"a":"1"}}',
    after: '{"dependencies":{"a":"1","b":"1"}}',
    otherBefores: ['{"dependencies":{"b":"1"}}'],
  };
  const settings = {
    path: 'handoff.config.json',
    before: '{"debt":{"limit":1}}',
    after: '{"debt":{"limit":1},"gate":{"perCommit":true}}',
    otherBefores: ['{"gate":{"perCommit":true}}'],
  };
  assert.is(
    judge({ documents: [manifest, settings], config: configWith({ dependencies: 'block' }) }).needed,
    false,
  );
});

test('a document in an archive says what was', () => {
  const change = { ...document('# Other\n'), path: 'docs/architecture/archive/v1.md' };
  assert.is(judge({ documents: [change] }).needed, false);
});

const words = (text: string): string[] => text.split(' ');

test('counts changed words as a person would', () => {
  assert.is(changedWords(words('a b c'), words('a b c'), 5), 0);
  assert.is(changedWords(words('a b c d'), words('a x c d'), 5), 1);
  assert.is(changedWords(words('a b'), words('a b c d e'), 5), 3);
  assert.is(changedWords(words('a b c d e f g'), words('t u v w x y z'), 5), 6);
});

test('an edit in a document of a million words is still small', () => {
  const long = 'word '.repeat(1_000_000);
  assert.ok(isTrivialEdit(long, `${long}more`));
  assert.not(isTrivialEdit(long, `${long}one two three four five six`));
});

// A sentence that is written without blanks, or as one name, is no edit of one word.
const SENTENCES: readonly (readonly [script: string, text: string])[] = [
  ['Chinese', '规划器现在把所有数据块写入远程数据库，迁移之后旧文件会被删除。'],
  ['Japanese', '計画はすべて遠隔のデータベースに保存され、移行後に古いファイルは削除される。'],
  ['Thai', 'ตัววางแผนเก็บข้อมูลทั้งหมดไว้ในฐานข้อมูลระยะไกลและลบไฟล์เก่าหลังจากย้ายเสร็จ'],
  ['underscores', 'the_planner_stores_all_chunks_in_a_remote_database'],
  ['humps', 'thePlannerStoresAllChunksInARemoteDatabase'],
  ['nothing between the words', 'theplannerstoresallchunksinaremotedatabase'],
  ['Amharic, with signs between the words', 'አቃጁ፡አሁን፡ከሩቅ፡አገልጋይ፡ጋር፡ይነጋገራል፡ሁሉም፡ውሂብ፡ወደዚያ፡ይሄዳል'],
  ['Tibetan', 'ད་ལྟ་འཆར་གཞི་བཟོ་མཁན་གྱིས་རྒྱང་རིང་གི་ཞབས་ཞུ་བ་དང་སྐད་ཆ་བཤད་ཅིང་ཚང་མ་དེར་སྤོ་བ་རེད།'],
  ['Javanese', 'ꦱꦏꦶꦠꦶꦏꦶꦥꦼꦫꦼꦤ꧀ꦕꦤꦲꦶꦫꦶꦔꦺꦴꦩꦺꦴꦁꦏꦫꦺꦴꦱꦼꦂꦮꦼꦂꦄꦢꦺꦴꦃꦭꦤ꧀ꦱꦏꦧꦺꦲꦢꦠꦥꦶꦤ꧀ꦢꦃ'],
  ['Mongolian, joined', 'ᠲᠥᠯᠥᠪᠯᠡᠭᠴᠢ᠎ᠣᠳᠣ᠎ᠠᠯᠤᠰ᠎ᠰᠧᠷᠸᠧᠷ᠎ᠲᠠᠢ᠎ᠶᠠᠷᠢᠨ᠎ᠠ᠎ᠪᠦᠬᠦ᠎ᠰᠢᠯᠵᠢᠭᠦᠯᠦᠨ᠎ᠡ'],
  ['braille', '⠞⠓⠑ ⠏⠇⠁⠝⠝⠑⠗ ⠎⠞⠕⠗⠑⠎ ⠁⠇⠇ ⠉⠓⠥⠝⠅⠎ ⠗⠑⠍⠕⠞⠑'],
  ['bold letters of mathematics', '𝗧𝗵𝗲 𝗽𝗹𝗮𝗻𝗻𝗲𝗿 𝗻𝗼𝘄 𝘀𝘁𝗼𝗿𝗲𝘀 𝗮𝗹𝗹 𝗰𝗵𝘂𝗻𝗸𝘀 𝗿𝗲𝗺𝗼𝘁𝗲𝗹𝘆'],
  ['letters in circles', 'ⓣⓗⓔ ⓟⓛⓐⓝⓝⓔⓡ ⓝⓞⓦ ⓢⓣⓞⓡⓔⓢ ⓐⓛⓛ ⓒⓗⓤⓝⓚⓢ'],
  ['Adlam', '𞤋𞤴𞤫 𞤨𞤫𞤱𞤮𞤱𞤮 𞤲𞤮 𞤸𞤢𞤤𞤣𞤢 𞤫 𞤧𞤢𞤪𞤾𞤫𞤪 𞤱𞤮𞤯𞥆𞤵𞤲𞤣𞤫 𞤲𞤮𞤲'],
];

for (const [script, text] of SENTENCES)
  test(`a new sentence is no small edit: ${script}`, () => {
    assert.not(isTrivialEdit('# A\n\nKept.\n', `# A\n\nKept.\n\n${text}\n`));
  });

const SMALL_EDITS: readonly (readonly [script: string, before: string, after: string])[] = [
  ['Chinese', '数据块保存在文件里，每站一个文件。', '数据块保存在本地文件里，每个站点一个文件。'],
  ['Chinese, wrapped anew', '数据块保存在文件里，每站一个文件。', '数据块保存在文件里，\n每站一个文件。'],
  ['Thai', 'ข้อมูลเก็บไว้ในไฟล์', 'ข้อมูลทั้งหมดเก็บไว้ในไฟล์'],
  ['a compound', 'Die Geschwindigkeit gilt.', 'Die Höchstgeschwindigkeitsbegrenzung gilt.'],
  ['a digest', `Pinned: ${'0a1b'.repeat(16)}`, `Pinned: ${'9c8d'.repeat(16)}`],
  ['marks', '| a | ☐ |\n| b | ☐ |\n| c | ☐ |', '| a | ✅ |\n| b | ✅ |\n| c | ✅ |'],
];

for (const [script, before, after] of SMALL_EDITS)
  test(`a few letters are a small edit: ${script}`, () => {
    assert.ok(isTrivialEdit(before, after));
  });

test('a merge is judged by what no parent has', () => {
  const ours = 'a one\nb\nc\n';
  const theirs = 'a\nb\nc two\n';
  assert.ok(isTrivialMerge([ours, theirs], 'a one\nb\nc two\n'));
  assert.not(
    isTrivialMerge([ours, theirs], 'a one\nb\nc two\nand then many other words that none of them had\n'),
  );
});

test.run();
