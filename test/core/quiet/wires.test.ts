// What is urgent touches a wire, in every awk that is here: on the labelled commits and histories that the
// project carries, and on examples of each rule. Globs mean no less to the shell than to the rules.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readRows } from '../../../bench/claims.ts';
import { readHistory } from '../../../bench/history.ts';
import { readClaims } from '../../../src/core/claims/index.ts';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { matchesGlob } from '../../../src/core/config/documents.ts';
import { PRESETS } from '../../../src/core/gate/presets.ts';
import { parseMessage } from '../../../src/core/message/index.ts';
import { OWN_KEYS } from '../../../src/core/message/trailers.ts';
import { EDGE, rowsOf } from '../../../src/core/quiet/globs.ts';
import { formatTable } from '../../../src/core/quiet/table.ts';
import { findSignals, RULES } from '../../../src/core/signals/index.ts';
import type { ChangedFile, Commit } from '../../../src/core/types.ts';
import { alternatives, WORDS } from '../../../src/core/words/index.ts';
import { logOf, openWires, readWires } from '../../helpers/wires.ts';

const isHere = (awk: string) => spawnSync('sh', ['-c', `${awk} 'BEGIN { exit }'`]).status === 0;
const NAMED = ['mawk', 'gawk', 'busybox awk', 'original-awk'].filter(isHere);
const AWKS = NAMED.length > 0 ? NAMED : ['awk'];

const commitOf = (message: string, files: readonly ChangedFile[]): Commit => ({
  sha: null,
  parents: ['parent'],
  date: '',
  message,
  files,
});

const urgentRules = ({ message, files, ...rest }: Commit): string[] =>
  findSignals({ commit: { message, files, ...rest }, documents: [] }, parseMessage(message), DEFAULTS)
    .filter(({ isUrgent }) => isUrgent)
    .map(({ rule }) => rule);

const file = (path: string, status: ChangedFile['status'] = 'M', added = 60, deleted = 0): ChangedFile => ({
  path,
  status,
  added,
  deleted,
});
const CODE = [file('src/a.ts')];
const many = (count: number, status: ChangedFile['status']) =>
  Array.from({ length: count }, (_, at) => file(`src/part${at}.ts`, status, 5, 5));

type Example = readonly [rule: string, message: string, files?: readonly ChangedFile[]];

/** Urgent ones, in the words of several languages. */
const EXAMPLES: readonly Example[] = [
  ...[
    'feat: complete Phase 1, the engine',
    'Phase 2 is done',
    'Sprint 4 finished',
    'Étape 2 terminée',
    'ÉTAPE 2 TERMINÉE',
    'Fase 3 completada',
    'Fase 3 concluída',
    'Meilenstein 2 abgeschlossen',
    'Etap 4 ukończony',
    'Этап 2 завершён',
    'ФАЗА 2 ЗАВЕРШЕНА',
    '完成第2阶段: 阶段2完成',
    'フェーズ2 完了',
    'work\n\nPhase 2 - done, with the importer',
  ].map((message): Example => ['phase-completed', message, CODE]),
  ['phase-completed', 'fix: x\n\nPhase: 3 complete'],
  ['architecture', 'docs: more', [file('docs/architecture.md', 'M', 90)]],
  ['architecture', 'docs: more', [file('docs/Architecture/Storage.MD'.replace('MD', 'md'), 'M', 90)]],
  ['deviation', 'fix: x\n\nDeviation: one process instead of two'],
  ['decision', 'fix: x\n\nDecision: 4'],
  ['decision', 'docs: storage', [file('docs/decisions.md', 'M', 30)]],
  ['decision', 'docs: storage', [file('docs/adr/0004-storage.md', 'A', 30)]],
  ['schema', 'feat: tenants', [file('db/migrations/004.sql', 'A')]],
  ['schema', 'feat: tenants', [file('prisma/schema.prisma')]],
  ['schema', 'feat: tenants', [file('api/service.proto')]],
  ['schema', 'feat: tenants', [file('alembic/versions/04_tenants.py', 'A')]],
  ['schema', 'feat: tenants', [file('src/db/user_schema.ts')]],
  ['schema', 'feat: tenants', [file('spec/openapi.v2.yaml')]],
  ['restructured', 'move it', many(14, 'D')],
  ['restructured', 'move it', many(14, 'R').map((one) => ({ ...one, from: `old/${one.path}` }))],
  ['blocker', 'wip: blocked by the vendor'],
  ['blocker', 'fix: x\n\nBlocker: the disk'],
  ['unblocked', 'Unblocked: the vendor replied'],
  ['unblocked', 'fix: x\n\nUnblocked: the disk is there'],
  ['next', 'fix: x\n\nNext: the importer'],
  ['gotcha', 'fix: x\n\nGotcha: tabs are eaten'],
  ['result', 'fix: x\n\nResult: 4 of 5'],
  ['result', 'perf: import in 140 ms instead of 1800 ms', CODE],
  ['result', 'evaluation of the ranking\n\naccuracy 0.71 -> 0.78', CODE],
  ['result', 'Ergebnisse: 12% → 15%', CODE],
];

for (const awk of AWKS)
  test(`what is urgent touches a wire of ${awk}`, () => {
    const { hold, close } = openWires(awk);
    for (const [rule, message, files = CODE] of EXAMPLES) {
      const commit = commitOf(message, files);
      assert.ok(urgentRules(commit).includes(rule), `${rule} does not see: ${message}`);
      assert.is(hold(logOf(commit)), 'node', message);
    }
    close();
  });

test('every urgent rule has an example, and every trailer that makes a commit urgent', () => {
  const shown = new Set(EXAMPLES.map(([rule]) => rule));
  assert.equal(
    RULES.filter(({ wires }) => wires.length > 0 && !shown.has('')).flatMap(({ name }) =>
      shown.has(name) ? [] : [name],
    ),
    [],
  );
  const { hold, close } = openWires();
  for (const key of OWN_KEYS) {
    const commit = commitOf(`fix: x\n\n${key}: a value`, CODE);
    if (urgentRules(commit).length > 0) assert.is(hold(logOf(commit)), 'node', key);
  }
  close();
});

test('no urgent commit of the history that is carried passes, and most others do', () => {
  const { hold, close } = openWires();
  const passed: string[] = [];
  const commits = readHistory(new URL('../../../bench/history/demo.jsonl', import.meta.url));
  for (const { message, files } of commits) {
    const commit = commitOf(message, files as readonly ChangedFile[]);
    if (hold(logOf(commit)) === 'node') continue;
    assert.equal(urgentRules(commit), [], message);
    passed.push(message);
  }
  close();
  assert.ok(passed.length > commits.length / 4, `${passed.length} of ${commits.length}`);
});

for (const awk of AWKS) {
  const lines = (message: string, files: readonly ChangedFile[]) => {
    const { hold, close } = openWires(awk);
    const held = hold(logOf(commitOf(message, files)));
    close();
    return held;
  };

  test(`${awk} counts the lines that a rule asks for`, () => {
    const files = [
      file('src/a.ts', 'M', 3, 4),
      file('data/a.csv', 'A', 900),
      file('pnpm.lock', 'M', 900),
      file('vendor/x.js', 'M', 900),
      file('test/a.test.ts', 'M', 900),
      file('README.md', 'M', 900),
      file('docs/plans/b.md', 'M', 10),
    ];
    assert.is(lines('fix: a typo', files), 17);
  });

  test(`${awk} gives node what it cannot read`, () => {
    assert.is(lines('fix: \u212Aey', CODE), 'node');
    assert.is(lines('fix: a typo', [file('"a\\"b.ts"')]), 'node');
    assert.is(lines('fix: ein Tippfehler, übrigens – ✨', CODE), 60);
  });

  test(`${awk} leaves a message of more than 20,000 characters to node, however long its lines are`, () => {
    for (const line of ['some line of a message\n', 'words '])
      assert.equal(
        [400, 40_000].map((times) => lines(`fix: a typo\n\n${line.repeat(times)}`, CODE)),
        [60, 'node'],
      );
  });
}

const URGENT = ['phase-done', 'blocker', 'unblocked', 'decision', 'deviation', 'result'];
const FIXTURES = new URL('../../fixtures/claims/', import.meta.url);
const CLAIMING = readdirSync(FIXTURES)
  .flatMap((name) => readRows(new URL(name, FIXTURES)))
  .map(({ message }) => message)
  .filter((message) => readClaims(parseMessage(message)).some(({ kind }) => URGENT.includes(kind)));

const LABELS = ['blocker', 'unblocked', 'decision', 'deviation', 'result'] as const;
const PHRASES = ['waits', 'freed', 'decided', 'deviates'] as const;

/** In the words of every language, as they stand in its file, in capitals, and with marks around them. */
const MADE = Object.values(WORDS).flatMap(({ units, labels, clauses }) => {
  const [unit = ''] = alternatives(units.phase);
  const spoken = [
    `${unit} 3 ✅`,
    `docs: x\n\n${unit} 3 ✅: it`,
    ...alternatives(clauses.over).map((over) => `feat: x\n\n${unit} 3\n${over}`),
    ...alternatives(clauses.completes).map((completes) => `${completes} ${unit} 3`),
    ...PHRASES.flatMap((key) =>
      alternatives(clauses[key]).map((words) => `fix: x\n\n${words.replaceAll(' ', '\n')} it`),
    ),
    ...alternatives(clauses.waitsAfter).map((words) => `docs: it${words}`),
    ...alternatives(clauses.decidedAfter).map((words) => `docs: it${words}`),
  ];
  const named = LABELS.flatMap((kind) => alternatives(labels[kind])).flatMap((name) => [
    `docs: x\n\n- **${name}**: it`,
    `${name} 🚧 : it`,
    `docs: x\n\n${name.replaceAll(' ', '-')}: it`,
    `docs: x\n\n## ${name}\n\n- it`,
  ]);
  return [...spoken, ...spoken.map((text) => text.toUpperCase()), ...named];
});

const ORDINARY = [
  'fix: a typo',
  'feat: let lists be sorted by date',
  'chore: bump the parser to 4.2.1',
  'refactor: recover from a closed socket',
  'docs: describe the phase picker',
  'fix(ui): show the stage of an order',
  'test: cover empty files\n\n- of one line\n- of none',
  'fix: do not wait for ever',
  'corrige une coquille dans le texte',
  'Fehler beim Lesen behoben',
  'исправить опечатку',
  '修复拼写',
  '誤字を修正',
  '오타 수정',
];

const readings: readonly (readonly [string, (messages: readonly string[]) => readonly boolean[]])[] = [
  ['the table', (messages) => messages.map(readWires(formatTable()))],
  ...AWKS.map((awk): (typeof readings)[number] => [
    awk,
    (messages) => {
      const { holdAll, close } = openWires(awk);
      const held = holdAll(messages);
      close();
      return held;
    },
  ]),
];

for (const [reader, hold] of readings)
  test(`what a message claims touches a wire of ${reader}, and what it says besides does not`, () => {
    assert.ok(CLAIMING.length > 150 && MADE.length > 2000, `${CLAIMING.length}, ${MADE.length}`);
    const messages = [...CLAIMING, ...MADE, ...ORDINARY];
    const touched = hold(messages);
    assert.is(touched.length, messages.length);
    assert.equal(
      messages.filter((_, at) => !touched[at]),
      ORDINARY,
    );
  });

const GLOBS = [
  ...Object.values(DEFAULTS.documents).flat(),
  ...Object.values(PRESETS).flat(),
  'src/**',
  'src',
  './src/*.ts',
  '**',
  'a/**/b/*.{ts,js}',
  '{a,b}/{c,d}.ts',
  'src/[ab].ts',
  'src/@(a|b).ts',
  '!src/a.ts',
  'docs/Été.md',
];
const PATHS = [
  'src/a.ts',
  'src/b.ts',
  'src',
  'a/b/c.ts',
  'a/x/y/b/c.js',
  'b/d.ts',
  'docs/Été.md',
  'docs/architecture.md',
  'Docs/ARCHITECTURE.md',
  'docs/architecture/a/b.md',
  'x/adr/0001.md',
  'adr/0001.md',
  'docs/phases/phase1.md',
  'memory-bank/activeContext.md',
  'a/SESSION_CONTEXT.md',
  'prisma/schema.prisma',
  'db/x/my_schema_v2.sql',
  'db/migrations/1.sql',
  'api/openapi-v1.yaml',
  'Dockerfile',
  'infra/Dockerfile.prod',
  'ops/k8s/a/b.yml',
];

test('a path that fits a glob holds all pieces of one of its rows', () => {
  let fitting = 0;
  for (const glob of GLOBS)
    for (const path of PATHS) {
      if (!matchesGlob(glob, path)) continue;
      fitting++;
      const text = `${EDGE}/${path.toLowerCase()}${EDGE}`;
      assert.ok(
        rowsOf(glob).some((pieces) => pieces.every((piece) => text.includes(piece))),
        `${glob} ${path}`,
      );
    }
  assert.ok(fitting > 40, `${fitting}`);
});

test('braces that stand for more than a table holds fit every path', () => {
  for (const braces of ['{a,b}'.repeat(39), '{a,{b,{c,d}}}'.repeat(15), '{a,b,c}{x}'.repeat(20)])
    assert.equal(rowsOf(braces), [[]]);
  assert.is(rowsOf('{a,b}{c,d}/{e}.md').length, 4);
});

test('pieces of a plain glob are no more than the glob', () => {
  assert.equal(rowsOf('docs/architecture.md'), [[`${EDGE}/docs/architecture.md${EDGE}`]]);
  assert.equal(rowsOf('**/adr/**/*.md'), [['/adr/', `.md${EDGE}`]]);
});

test.run();
