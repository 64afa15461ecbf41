// Questions that no decision log answers: a rule, a reason, what was put off, with file and line.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { settles } from '../../src/core/decisions/settling.ts';
import { besideTold, findTold, isAnswered, keptPaths } from '../../src/core/decisions/told.ts';
import type { Decision } from '../../src/core/types.ts';

const HANDOFF = `# Harbour

## Done this session
- Moved \`@types/rope\` to dependencies, since the yard skips devDependencies in production
- Painted the gate

## Rules
- Never add \`berthRating\` to the card — no real reviews yet
- Berths are numbered from the north

## Open
- [ ] Should the crane get a second engine?

## Ferry

The plan of a new column \`boat_name\` is superseded: the berth's name is used. The boats of the ferry have names too.

### 不再做（暂缓）
- 船票商店 — 需要先有用户基础

## Deliberately deferred
- Night ferry
`;
const FILES = [
  { path: 'HANDOFF.md', text: HANDOFF },
  {
    path: 'docs/spec/ADR-001-sails.md',
    text: '# ADR-001\n\n## Entscheidung\nVerworfen wurde ein eigener Segelmacher: der Hafen hat einen.\n',
  },
];

const ASKED: readonly (readonly [question: string, kind: string | null, says: RegExp, line?: number])[] = [
  ['should we add berthRating to the schema?', 'said', /^Never add `berthRating`/, 8],
  ['why is @types/rope in dependencies?', 'said', /skips devDependencies/, 4],
  ['do we need a boat_name column?', 'said', /is superseded: the berth's name is used/, 16],
  ['should we build a night ferry?', 'said', /^Night ferry/, 22],
  ['要做船票商店吗？', 'said', /^船票商店/, 19],
  ['sollen wir einen eigenen Segelmacher haben?', 'said', /^Verworfen wurde/, 4],
  ['who painted the gate?', 'mention', /^Painted the gate/, 5],
  ['does the crane get a second engine?', null, /./],
  ['which database do we use?', null, /./],
  ['should it?', null, /./],
];
for (const [question, kind, says, line] of ASKED)
  test(`${question} ${kind === null ? 'is answered by nothing' : `is answered by what is ${kind}`}`, () => {
    const [first] = findTold(FILES, question).told;
    assert.is(first?.kind ?? null, kind);
    if (first === undefined) return;
    assert.match(first.text, says);
    if (line !== undefined) assert.is(first.line, line);
  });

test('what a heading puts off or turns down is told so', () => {
  assert.is(findTold(FILES, 'should we build a night ferry?').told[0]?.status, 'proposed');
  assert.is(findTold(FILES, '要做船票商店吗？').told[0]?.status, 'rejected');
});

const decision = (text: string): Decision => ({
  ...{ id: null, title: text, text, date: null, chosen: null, rationale: null, status: 'stands' },
  ...{
    supersedes: [],
    supersededBy: null,
    rejected: null,
    replaced: null,
    affects: [],
    path: 'd.md',
    line: 1,
  },
});
const hit = (text: string, score = 0.3, held = 0.3) => ({ decision: decision(text), score, held });
const findings = findTold(FILES, 'should we add berthRating to the schema?');
const { told } = findings;

test('a decision that fits well needs no other sentence', () => {
  assert.is(isAnswered([hit('Oars', 0.7, 1)]), true);
  assert.is(isAnswered([hit('Oars', 0.7, 0.5)]), false);
  assert.is(isAnswered([]), false);
});

test('a decision comes first, unless a sentence holds far more of the question', () => {
  assert.is(told.length, 1);
  const own = besideTold([hit('berthRating in the schema')], findings, []);
  assert.equal([own.before.length, own.found.length, own.after.length], [0, 1, 1]);
  const other = besideTold([hit('Oars of oak')], findings, []);
  assert.equal([other.before.length, other.found.length, other.after.length], [1, 0, 0]);
  const none = besideTold([hit('Oars of oak')], { ...findings, told: [] }, []);
  assert.equal([none.before.length, none.found.length], [0, 1]);
  const same = besideTold([hit(told[0]?.text ?? '')], findings, []);
  assert.equal([same.before.length, same.found.length, same.after.length], [0, 1, 0]);
  const record = {
    ...decision('Sailmaker'),
    text: `Oak is old. ${told[0]?.text}`,
    path: 'docs/adr/ADR-001-sails.md',
  };
  const [sentence] = told.map((one) => ({ ...one, path: record.path, line: 4 }));
  const around = besideTold(
    [hit('Oars of oak')],
    { ...findings, told: sentence === undefined ? [] : [sentence] },
    [record],
  );
  assert.equal([around.before.length, around.found[0]?.decision.title], [0, 'Sailmaker']);
  const plan = { ...findings, told: told.map((one) => ({ ...one, path: 'docs/plan.md' })) };
  assert.equal(besideTold([hit('the card of each')], plan, []).before.length, 1);
  assert.equal(besideTold([hit('add berthRating to none')], plan, []).before.length, 0);
  const mentions = findTold(FILES, 'who painted the gate?');
  assert.is(besideTold([], mentions, []).after.length, 1);
});

for (const text of [
  'Do not run the crane at night',
  'The pier is kept, because the ferry needs it',
  'Kein zweiter Kran',
  'Le quai est inutile',
  'Nunca con viento',
  'Não usar âncora velha',
  'Geen tweede kraan',
  'Asla gece değil',
  'Только весной',
  '禁止夜航',
  '夜間は使いません',
  '야간 운항 금지',
  'Sails → oars',
])
  test(`"${text}" settles something`, () => assert.is(settles(text), true));

for (const text of [
  'Added the ferry page',
  'Should it never run?',
  'Der Kran ist gelb',
  '新的渡轮页面',
  'The notary has a knot',
])
  test(`"${text}" settles nothing`, () => assert.is(settles(text), false));

test('the files that may settle a question are those that are kept for it', () =>
  assert.equal(
    keptPaths([
      ...['CLAUDE.md', 'docs/deep/er/spec.md', 'src/a.ts', 'node_modules/x/plan.md', 'docs/adr/template.md'],
      ...['docs/pier.md', 'pier.md', '.claude/rules/x.md', 'a/b/c/d/e/plan.md'],
    ]),
    ['CLAUDE.md', 'docs/deep/er/spec.md', 'docs/pier.md', '.claude/rules/x.md'],
  ));

test.run();
