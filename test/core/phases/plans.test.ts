// Plans of several phases: which phase runs and what is open, in each format; and what the brief tells from
// them.
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { currentPhase } from '../../../src/core/brief/phase.ts';
import { readContext } from '../../../src/core/context/context.ts';
import { readPlan } from '../../../src/core/phases/plan.ts';
import { PLANS, planPaths } from '../../../src/core/phases/plans/index.ts';

const FIXTURES = new URL('../../fixtures/plans/', import.meta.url);

for (const { name } of PLANS)
  test(`${name}: the phase that runs and its open tasks`, () => {
    const folder = new URL(`${name}/`, FIXTURES);
    const [file = ''] = readdirSync(folder).filter((one) => one.endsWith('.md'));
    const { current, next } = readPlan({ path: file, text: readFileSync(new URL(file, folder), 'utf8') });
    const found = {
      current: current && { id: current.id, title: current.title },
      done: current?.tasks.filter(({ isDone }) => isDone).length ?? 0,
      total: current?.tasks.length ?? 0,
      next: next.map(({ text }) => text),
    };
    assert.equal(found, JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')));
  });

const plan = (text: string) => readPlan({ path: 'PLAN.md', text });
const phase = (id: number, ...boxes: string[]) => `## Phase ${id}: Quay ${id}\n\n${boxes.join('\n')}\n\n`;

for (const [says, text, id] of [
  [
    'what follows the last that is over',
    phase(1, '- [x] a') + phase(2, '- [ ] b') + phase(3, '- [ ] c'),
    '2',
  ],
  ['the last that is ticked in part', phase(1, '- [x] a', '- [ ] b') + phase(2, '- [x] c', '- [ ] d'), '2'],
  ['the last where all are over', phase(1, '- [x] a') + phase(2, '- [x] b'), '2'],
  ['what a heading says runs', '## Phase 1 ✅\n\n## Phase 2: in progress\n\n## Phase 3\n', '2'],
  ['rows of a table', '## Phase 1\n\n| Step | State |\n|--|--|\n| a | DONE |\n| b | pending |\n', '1'],
] as const)
  test(`the current phase of a plan: ${says}`, () => assert.is(plan(text).current?.id, id));

test('headings that say nothing of how far they are make no plan', () =>
  assert.is(plan('## Phase 1: Quay\n\nStones.\n\n## Phase 2: Crane\n\nSteel.\n').current, null));

test('a phase that the context file names takes its boxes from the plan', () => {
  const plans = [plan(phase(2, '- [x] a', '- [x] b') + phase(3, '- [x] c', '- [ ] d'))];
  const context = readContext('# State\n\n## Current Position\n\nPhase: 03 of 5 (Crane)\nStatus: Planning\n');
  const { id, done, total, path } = currentPhase(context, [], plans) ?? {};
  assert.equal([id, done, total, path], ['3', 1, 2, 'PLAN.md']);
  assert.is(currentPhase(null, [], plans)?.title, 'Phase 3: Quay 3');
});

test('plans are found by their formats, the newest feature first, no archive', () =>
  assert.equal(
    planPaths([
      'TODO.md',
      'specs/001-ships/tasks.md',
      'specs/002-tides/tasks.md',
      'specs/archive/tasks.md',
      'openspec/changes/add-fog/tasks.md',
      'openspec/changes/archive/2026-add-sun/tasks.md',
      'src/TODO.md',
    ]),
    ['specs/002-tides/tasks.md', 'specs/001-ships/tasks.md', 'openspec/changes/add-fog/tasks.md', 'TODO.md'],
  ));

test.run();
