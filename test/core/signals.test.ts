// Verdicts on commits that any reader would agree on, rule by rule, and on commits that no reader would write.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Config, DEFAULTS } from '../../src/core/config/defaults.ts';
import { parseMessage } from '../../src/core/message/index.ts';
import { findSignals, RULES, weigh } from '../../src/core/signals/index.ts';
import type { ChangedFile, DocumentChange, Signal } from '../../src/core/types.ts';
import { describeEvidence } from '../../src/core/wording/evidence.ts';

type Given = {
  readonly parents?: readonly string[];
  readonly documents?: readonly DocumentChange[];
  readonly signals?: Config['signals'];
};

// `A src/a.ts +200 -0`
const file = (text: string): ChangedFile => {
  const [status = 'M', path = '', added = '+1', deleted = '-0'] = text.split(' ');
  return {
    status: status as ChangedFile['status'],
    path,
    added: Number(added),
    deleted: Math.abs(Number(deleted)),
  };
};

function signalsOf(
  message: string,
  files: readonly (string | ChangedFile)[],
  { parents = ['0'], documents = [], signals = {} }: Given = {},
): Signal[] {
  const changed = files.map((one) => (typeof one === 'string' ? file(one) : one));
  const commit = { sha: null, parents, date: '2026-01-01T00:00:00Z', message, files: changed };
  return findSignals({ commit, documents }, parseMessage(message), { ...DEFAULTS, signals });
}

const LIST = 'Adds the index, the query language and the ranking that the search page needs. '.repeat(6);

const VERDICTS: readonly (readonly [record: boolean, message: string, ...files: string[]])[] = [
  [true, 'feat: add search', 'A src/search.ts +200'],
  [true, 'feat(phase6): complete Phase 6', 'M src/search.ts +80 -4'],
  [true, 'Phase 2: navigation tools', 'M src/tools.ts +120 -4'],
  [true, 'docs: mark Phase 5.5a as complete', 'M ROADMAP.md +9 -3'],
  [true, 'docs: session close, what is left for Monday', 'M NOTES.md +40 -9'],
  [true, 'chore(release): 2.0.0', 'M CHANGELOG.md +80 -0'],
  [true, 'docs: plan of the offline mode', 'A docs/plans/offline.md +140'],
  [true, 'Añade el módulo de pagos', 'A src/pagos.py +180'],
  [true, 'Ajout du service de recherche', 'A src/recherche.py +180'],
  [true, 'Добавлен модуль поиска', 'A src/search.go +180'],
  [true, '新增搜索功能', 'A src/search.ts +180'],
  [true, 'update', 'A src/engine.rs +400'],
  [true, `Wire the query language\n\n${LIST}`, 'M src/a.ts +90 -10', 'M src/b.ts +60 -8'],
  [true, 'feat: tenants', 'A db/migrations/004_tenants.sql +30'],
  [true, 'add an order state to the schema', 'M prisma/schema.prisma +14'],
  [true, 'Add Docker Compose for Kafka', 'A docker-compose.yml +80'],
  [
    true,
    'fix(ci): pin Python to 3.11\n\n3.12 caused the import to fail at runtime: pip reports success, but the module is missing in the runner.',
    'M .github/workflows/ci.yml +1 -1',
  ],
  [
    true,
    'fix: flush before exit\n\nRoot cause: Node does not wait for a pipe, so the last line was lost silently.',
    'M src/say.ts +3 -1',
  ],
  [
    true,
    'Benchmark results of the new index\n\nbaseline 412 ms → 96 ms on the large set, memory 2.1x',
    'M docs/bench.md +30',
  ],
  [true, 'refactor: split the server into packages', ...manyMoves(12)],
  [true, 'v2.4.0', 'M CHANGELOG.md +30 -0'],
  [true, 'prepare 2.0.0 release', 'M CHANGELOG.md +58 -3'],
  [true, '发布 v2.1.0', 'M CHANGELOG.md +22 -0'],
  [true, 'Replace the hand-written lexer by logos', 'M Cargo.toml +1', 'M src/lexer.rs +98 -412'],
  [true, 'Move state to S3 with locking', 'M backend.tf +11 -3', 'M README.md +14 -2'],
  [
    true,
    'Switch from npm to pnpm',
    'M package.json +2',
    'D package-lock.json +0 -18233',
    'A pnpm-lock.yaml +9000',
  ],
  [true, 'Drop Python 3.8, zoneinfo instead of pytz', 'M pyproject.toml +3 -4', 'M src/tz.py +38 -61'],
  [
    true,
    '状態管理をVuexからPiniaへ移行',
    'M package.json +1 -1',
    'A src/stores/cart.ts +71',
    'D src/store.js +0 -140',
  ],
  [true, 'ci: add the blueprint of the hosting', 'A render.yaml +72'],
  [true, 'schema: align with the fields of the pipeline', 'M src/schemas/city.ts +14 -1'],
  [true, 'refactor: chunk on request (v0.9.0)\n\nBREAKING: no reminders', 'M templates/hooks.json +0 -10'],
  [true, 'Prefetch on the dashboard: 212 queries down to 9, 1.8s to 140ms', 'M views.py +11 -4'],
  [true, 'exp 14: focal loss, mAP 0.412 -> 0.437', 'M train/losses.py +8 -2'],
  [true, 'Unblock the release: the entitlement is approved', 'M ios/App.entitlements +2'],
  [
    true,
    'fix: no matcher in the Stop hook\n\nStop hooks do not support matchers, causing it to never fire.',
    'M templates/settings.json +0 -1',
  ],
  [
    true,
    'fix(ci): downgrade ESLint to 9.x\n\nESLint 10 removed getFilename(), which the plugin still calls.',
    'M package.json +1 -1',
  ],
  [true, 'iOSで音が鳴らない問題を修正\n\n原因：最初のタップの前はsuspendedのまま。', 'M web/audio.ts +14 -3'],
  [true, 'feat: classify artifacts', 'M src/catcher.ts +47 -4', 'M src/prompts.ts +9 -4'],
  [false, 'Increase the timeout from 5s to 30s', 'M src/client.ts +1 -1'],
  [false, 'balance: archers 10 -> 8 damage', 'M data/units.json +2 -2'],
  [false, 'lr 3e-4 -> 1e-4', 'M configs/base.yaml +1 -1'],
  [false, 'Optional chaining instead of nested ifs', 'M src/client.ts +14 -22', 'M src/user.ts +8 -15'],
  [false, 'Move the settings button to the header', 'M src/Header.tsx +18 -3', 'M src/Footer.tsx +2 -14'],
  [false, 'move lodash to devDependencies', 'M package.json +1 -1', 'M package-lock.json +2 -1'],
  [false, 'Fix the release 2.0 script', 'M scripts/release.sh +2 -1'],
  [false, 'Improve the hover of cards', 'M src/Card.tsx +12 -5', 'M src/card.css +18 -4'],
  [false, 'Release the lock when the reader fails', 'M src/lock.ts +3 -1'],
  [false, 'fix: typo', 'M src/a.ts +1 -1'],
  [false, 'fix: null check in the cart', 'M src/cart.ts +4 -1'],
  [false, 'docs: clarify the setup', 'M README.md +9 -2'],
  [false, 'Update README', 'M README.md +60 -12'],
  [false, 'chore(deps): bump x from 1.2.0 to 1.3.0', 'M package.json +1 -1', 'M package-lock.json +900 -40'],
  [false, 'chore: update the lock file', 'M package-lock.json +9000 -4000'],
  [false, 'build output', 'M dist/app.js +9000 -4000', 'M public/app.min.js +3000 -10'],
  [false, 'refresh data', 'M data/cities.json +40000 -100', 'A data/new.csv +9000'],
  [false, 'Update snapshots', 'M src/__snapshots__/a.test.ts.snap +900 -400'],
  [false, 'style: format everything', 'M src/a.ts +20 -20', 'M src/b.ts +30 -30'],
  [false, 'Tweak button colours', 'M src/app.css +12 -9', 'M src/Button.tsx +14 -9'],
  [false, 'fix eslint warnings', 'M src/a.ts +60 -60', 'M src/b.ts +40 -38'],
  [false, 'test: cover the parser', 'A test/parser.test.ts +120'],
  [false, 'ci: run on pull requests too', 'M .github/workflows/ci.yml +2 -1'],
  [false, 'Rename the options helper', 'M src/options.ts +12 -12', 'M src/a.ts +2 -2'],
  [false, 'Add a helper for dates', 'M src/dates.ts +24 -1'],
  [false, 'add vendored library', 'A vendor/lib/a.c +9000', 'A public/jquery-3.7.1.js +9000'],
  [false, 'Add pictures', 'A public/a.png +0', 'A public/b.svg +300'],
  [false, 'move docs', ...manyMoves(12, 'md')],
];

function manyMoves(count: number, extension = 'ts'): string[] {
  return Array.from({ length: count }, (_, index) => [
    `D src/part${index}.${extension} +0 -90`,
    `A packages/server/part${index}.${extension} +90 -0`,
  ]).flat();
}

for (const [record, message, ...files] of VERDICTS) {
  const title = message.split('\n')[0];
  test(`${record ? 'records' : 'passes over'} "${title}" with ${files[0]}`, () => {
    const signals = signalsOf(message, files);
    assert.is(
      weigh(signals).record,
      record,
      signals.map(({ rule, weight }) => `${rule} ${weight}`).join(', '),
    );
  });
}

const TRAILERS: readonly (readonly [trailer: string, rule: string])[] = [
  ['Phase: 0 complete', 'phase-completed'],
  ['Gotcha: the index is locked', 'gotcha'],
  ['Blocker: no licence for the data', 'blocker'],
  ['Unblocked: the licence came', 'unblocked'],
  ['Result: 12 % faster', 'result'],
  ['Deviation: SQLite, as the server has no Postgres', 'deviation'],
  ['Decision: 14', 'decision'],
  ['Next: the query language', 'next'],
];
for (const [trailer, rule] of TRAILERS) {
  test(`a trailer "${trailer}" makes the smallest commit urgent`, () => {
    const signals = signalsOf(`chore: tidy\n\n${trailer}`, ['M src/a.ts +1 -1']);
    const found = signals.find((signal) => signal.rule === rule);
    assert.ok(found !== undefined && describeEvidence(found.evidence).includes(trailer.split(': ')[1] ?? ''));
    assert.is(found?.isUrgent, true);
    assert.ok(weigh(signals).record);
  });
}

for (const [message, rule, isUrgent] of [
  ['Gotcha: the feed needs a trailing slash', 'gotcha', true],
  ['Next: wire the planner', 'next', true],
  [
    'fix: the feed\n\nNext: wire the planner\nand then the pilot, which is a sentence that goes on.',
    'next',
    true,
  ],
  ['fix: the feed\n\nThe root cause is that the feed drops a path without a slash.', 'gotcha', false],
] as const)
  test(`${JSON.stringify(message)} is ${isUrgent ? '' : 'not '}recorded at once`, () => {
    const found = signalsOf(message, ['M src/a.ts +1 -1']).find((signal) => signal.rule === rule);
    assert.is(found?.isUrgent, isUrgent);
  });

test('a trailer speaks in a merge as well, and nothing else does', () => {
  const files = ['A src/search.ts +900'];
  const parents = ['0', '1', '2'];
  assert.not(weigh(signalsOf("Merge branches 'a' and 'b'", files, { parents })).record);
  assert.ok(weigh(signalsOf("Merge branch 'a'\n\nPhase: 1 complete", files, { parents })).record);
});

const EVIDENCE: readonly (readonly [rule: string, part: RegExp, message: string, ...files: string[]])[] = [
  ['major-code', /src\/search\.ts \(\+200 -0\)/, 'feat: search', 'A src/search.ts +200'],
  ['phase-completed', /Phase 6/, 'complete Phase 6', 'M src/a.ts +9'],
  ['phase-step', /Sprint 3/, 'Sprint 3: login', 'M src/a.ts +9'],
  ['schema', /004\.sql/, 'tenants', 'A db/migrations/004.sql +30'],
  ['result', /412 ms → 96 ms/, 'benchmark: 412 ms → 96 ms', 'M src/a.ts +9'],
  ['gotcha', /root cause/i, 'fix: x\n\nThe root cause is that Node fails.', 'M src/a.ts +2'],
  ['restructured', /12 files/, 'move', ...manyMoves(12)],
  ['upkeep', /tidy/, 'chore: tidy', 'M src/a.ts +2'],
];
for (const [rule, part, message, ...files] of EVIDENCE) {
  test(`the evidence for ${rule} is concrete`, () => {
    const found = signalsOf(message, files).find((signal) => signal.rule === rule);
    assert.match(found === undefined ? '' : describeEvidence(found.evidence), part);
  });
}

const STAGES: readonly (readonly [isComplete: boolean, subject: string])[] = [
  [true, 'Phase 4 validated: summaries, deduplication'],
  [true, 'Etapa 4.5 completa'],
  [true, 'Week 5: all 13 tasks finished'],
  [true, 'Sprint 12 ✅'],
  [true, 'M2 done: the importer'],
  [true, 'close out milestone 2'],
  [true, 'Phase 3: 100% done'],
  [true, '第二阶段完成'],
  [false, 'Phase 4: production enhancements'],
  [false, 'task_completed events'],
  [false, 'session 2026-04-23 notes'],
  [false, 'complete the form'],
];
for (const [isComplete, subject] of STAGES) {
  test(`"${subject}" ${isComplete ? 'completes' : 'does not complete'} a stage`, () => {
    const rules = signalsOf(subject, ['M src/a.ts +9']).map(({ rule }) => rule);
    assert.is(rules.includes('phase-completed'), isComplete);
  });
}

const PHASE = '# Phase 1\n\n- [x] a\n- [ ] b\n\n```\n- [ ] no box\n```\n';
const ROADMAP = '# Roadmap\n\n## Phase 1\n\n- [ ] a\n\n## Phase 2\n\n- [ ] b\n';
const CHECKLISTS: readonly (readonly [
  title: string,
  isComplete: boolean,
  path: string,
  before: string | null,
  after: string | null,
])[] = [
  [
    'ticks the last box of a phase document',
    true,
    'docs/phases/phase-1.md',
    PHASE,
    PHASE.replace('[ ] b', '[x] b'),
  ],
  ['ticks the last box of one phase', true, 'ROADMAP.md', ROADMAP, ROADMAP.replace('[ ] a', '[x] a')],
  ['leaves a box open', false, 'docs/phases/phase-1.md', PHASE.replace('[x] a', '[ ] a'), PHASE],
  ['adds a document with every box ticked', false, 'docs/phases/phase-1.md', null, '# Phase 1\n\n- [x] a\n'],
  ['ticks boxes elsewhere', false, 'docs/notes.md', PHASE, PHASE.replace('[ ] b', '[x] b')],
  ['drops the open boxes', false, 'ROADMAP.md', ROADMAP, '# Roadmap\n\n## Phase 1\n\nSee below.\n'],
  ['deletes the document', false, 'docs/phases/phase-1.md', PHASE, null],
];
for (const [title, isComplete, path, before, after] of CHECKLISTS) {
  test(`a commit that ${title} ${isComplete ? 'completes it' : 'completes nothing'}`, () => {
    const signals = signalsOf('update', [`M ${path} +1 -1`], { documents: [{ path, before, after }] });
    assert.is(
      signals.some(({ rule }) => rule === 'phase-completed'),
      isComplete,
    );
  });
}

const manifest = (dependencies: Readonly<Record<string, string>>): string => JSON.stringify({ dependencies });
test('a dependency that the message names counts more than one that it does not, a bump not at all', () => {
  const weightOf = (message: string, after: string): number => {
    const documents = [{ path: 'package.json', before: manifest({ left: '^1.0.0' }), after }];
    const signals = signalsOf(message, ['M package.json +1 -1'], { documents });
    return signals.find(({ rule }) => rule === 'dependency')?.weight ?? 0;
  };
  const added = manifest({ left: '^1.0.0', fastify: '^5.0.0' });
  assert.ok(weightOf('use Fastify', added) > weightOf('update', added));
  assert.ok(weightOf('update', added) > 0);
  assert.is(weightOf('bump left', manifest({ left: '^2.0.0' })), 0);
});

test('a weight is set and a rule is switched off by its name', () => {
  const weightOf = (signals: Config['signals']): number =>
    signalsOf('feat: x', ['A src/a.ts +300'], { signals }).find(({ rule }) => rule === 'major-code')
      ?.weight ?? 0;
  assert.is(weightOf({ 'major-code': { weight: 0.25 } }), 0.25);
  assert.is(weightOf({ 'major-code': { off: true } }), 0);
  assert.ok(weightOf({}) > 0.25);
});

test('every rule has a name of its own and says in a sentence what it looks for', () => {
  assert.is(new Set(RULES.map(({ name }) => name)).size, RULES.length);
  for (const { name, looksFor, weight } of RULES) {
    assert.match(name, /^[a-z]+(?:-[a-z]+)*$/);
    assert.ok(looksFor.length > 15, name);
    assert.is.not(weight, 0);
  }
});

const ODD: readonly (readonly [title: string, files: readonly ChangedFile[]])[] = [
  ['no files', []],
  ['a binary file', [{ path: 'a.bin', status: 'M', added: null, deleted: null }]],
  ['a submodule', [{ path: 'src/lib.ts', status: 'M', added: 900, deleted: 1, mode: '160000' }]],
  ['a change of mode alone', [{ path: 'run.sh', status: 'M', added: 0, deleted: 0, mode: '100755' }]],
  ['a symbolic link', [{ path: 'src/a.ts', status: 'T', added: 1, deleted: 640, mode: '120000' }]],
  ['an odd path', [{ path: 'src/ü "x"\n\t\\.ts', status: 'A', added: 3, deleted: 0 }]],
  ['an empty path', [{ path: '', status: 'A', added: 3, deleted: 0 }]],
];
for (const [title, files] of ODD) {
  test(`a commit with ${title} is judged, and deserves no record`, () => {
    for (const message of ['', 'x', '\u0000\u001b[31m', 'Fix\r\n\r\nbody', '\ufffd\ufffd'])
      assert.not(weigh(signalsOf(message, files)).record);
  });
}

test('a commit of 50,000 files is judged by all of them', () => {
  const files = Array.from({ length: 50_000 }, (_, index) => file(`A data/city${index}.json +40`));
  assert.not(weigh(signalsOf('refresh the cities', files)).record);
  const [signal] = signalsOf('x', [...files, file('A src/search.ts +300')]);
  assert.equal(signal?.evidence, { kind: 'files', count: 1, path: 'src/search.ts', plus: 300, minus: 0 });
});

test.run();
