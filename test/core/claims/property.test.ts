// Random phrases without a word of completion or of a beginning: none of them changes the state of a unit.
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readClaims } from '../../../src/core/claims/index.ts';
import { parseMessage } from '../../../src/core/message/index.ts';

const UNITS = ['phase', 'Phase', 'sprint', 'milestone', 'fase', 'étape', 'etap', 'фаза', 'этап', 'Phasen'];
const IDS = ['1', '12', '2B', 'IV', '3.1', '#4', 'two', '2-4', '5 of 9', '80 %', '(2/5)'];
const VERBS = [
  ...['plan', 'test', 'describe', 'rename', 'review', 'prepare', 'split', 'move', 'want', 'need', 'discuss'],
  ...[
    'prüfen',
    'planen',
    'préparer',
    'revisar',
    'planejare',
    'sprawdź',
    'описать',
    'перевірити',
    '準備',
    '计划',
    '검토',
  ],
];
const THINGS = [
  'the importer',
  'all tasks',
  'der Plan',
  'le plan',
  'tests',
  'её план',
  'タスク',
  '所有任务',
  'a tick',
  '',
];
const SHAPES = [
  ...[
    '{unit} {id}: {verb} {thing}',
    '{verb} {unit} {id}',
    'feat: {verb} {thing}, {unit} {id}',
    '{unit} {id} ({thing})',
  ],
  ...[
    'docs({unit}-{id}): {thing}',
    'feat: x\n\n- [ ] {unit} {id} {thing}',
    'x\n\n{unit} {id} is {thing}.',
    '{id} {unit}',
  ],
  ...[
    'feat: x\n\nPhase: {id} {verb}',
    'x, {thing} of {unit} {id} - {verb}',
    '**{unit} {id}**: {thing} {verb}',
    '第{id}阶段{verb}',
  ],
];

const message = fc
  .record({
    shape: fc.constantFrom(...SHAPES),
    unit: fc.constantFrom(...UNITS),
    id: fc.constantFrom(...IDS),
    verb: fc.constantFrom(...VERBS),
    thing: fc.constantFrom(...THINGS),
  })
  .map(({ shape, ...words }) =>
    shape.replace(/\{(\w+)\}/g, (_, name: string) => words[name as keyof typeof words]),
  );

test('no message without a word of completion changes the state of a unit', () => {
  fc.assert(
    fc.property(message, (text) => {
      const changes = readClaims(parseMessage(text)).filter(({ kind }) => kind.startsWith('phase-'));
      assert.equal(changes, [], text);
    }),
    { seed: 15, numRuns: 3000 },
  );
});

test.run();
