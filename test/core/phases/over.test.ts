// Phases whose boxes nobody ticked, though their document or its overview says that they are over.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { currentPhase } from '../../../src/core/brief/phase.ts';
import { readPlan } from '../../../src/core/phases/plan.ts';

const OPEN = '- [ ] Write it\n- [ ] Test it\n';
const HEADS: readonly (readonly [head: string, isOver: boolean])[] = [
  ['> **Statut** : COMPLÈTE (toutes sous-phases terminées)', true],
  ['**Status:** Complete', true],
  ['Status: ✅ Done', true],
  ['**Stand:** abgeschlossen', true],
  ['**Estado:** completado', true],
  ['**Status:** in progress', false],
  ['**Status:** almost complete', false],
  ['**Status:** 80% done', false],
  ['**Status:** planned', false],
  ['The status is that nothing is complete.', false],
  ['', false],
];

for (const [head, isOver] of HEADS)
  test(`a phase document that says “${head}” is ${isOver ? 'over' : 'current'}`, () => {
    const documents = [
      { path: 'docs/phases/phase5.md', text: `# Phase 5: Search\n\n${head}\n\n${OPEN}` },
      { path: 'docs/phases/phase6.md', text: `# Phase 6: Ship\n\n${OPEN}` },
    ];
    assert.is(currentPhase(null, documents)?.id, isOver ? '6' : '5');
  });

const plan = (cell: string) =>
  readPlan({
    path: 'ROADMAP.md',
    text: `# Roadmap\n\n| Phase | Status | What |\n| --- | --- | --- |\n| **Phase 1** | Done | Start |\n| **Phase 2** | ${cell} | Ship |\n\n## Phase 1: Start\n\n- [x] Begin\n\n## Phase 2: Ship\n\n- [x] Build\n- [ ] Pack\n\n## Phase 3: Rest\n\n- [ ] Sleep\n`,
  });

for (const [cell, id] of [
  ['Done', '3'],
  ['✅ Complete', '3'],
  ['VALIDÉE', '3'],
  ['in progress', '2'],
  ['planned', '2'],
  ['', '2'],
] as const)
  test(`a plan whose overview says “${cell}” of Phase 2 is in Phase ${id}`, () =>
    assert.is(plan(cell).current?.id, id));

test('a plan alone, all of whose phases are over, still says which was the last', () => {
  const text = '# Roadmap\n\n## Phase 8: Search - DONE\n\n## Phase 9: Chunks - DONE (v0.10.0)\n';
  assert.is(currentPhase(null, [], [readPlan({ path: 'ROADMAP.md', text })])?.id, '9');
});

test.run();
