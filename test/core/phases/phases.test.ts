// Which phases a text names, and what it says of each.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findPhases } from '../../../src/core/phases/phases.ts';

/** `Unit id status`, the status left out where none is said. */
const ROWS: readonly (readonly [text: string, phases: readonly string[]])[] = [
  // names
  ['Phase 2B', ['phase 2B']],
  ['docs/phases/phase2.md', ['phase 2']],
  ['Phase IV', ['phase IV']],
  ['Phases 3-5', ['phase 3', 'phase 4', 'phase 5']],
  ['phases 1 and 2', ['phase 1', 'phase 2']],
  ['Sprint #38', ['sprint 38']],
  ['phase 2 of 5', ['phase 2']],
  ['Phase 5.5a and phase 5.6', ['phase 5.5A', 'phase 5.6']],
  ['étape 4', ['stage 4']],
  ['フェーズ3', ['phase 3']],
  ['第3阶段', ['phase 3']],
  ['3단계', ['phase 3']],
  ['этап 2', ['stage 2']],
  ['Sprint 36-38 added tables', []],
  ['Phase 2 - 3 parsers', ['phase 2']],
  ['Phase one', ['phase 1']],
  ['the phases', []],
  ['2 phases remain', []],
  ['1. Phase 7', ['phase 7']],
  ['v1.2, phased in 2026', []],
  ['Próxima fase a decidir', []],
  // under way
  ['Phase 2 in progress: the lock planner', ['phase 2 running']],
  ['Phase 2: lock planner (in progress)', ['phase 2 running']],
  ['Phase 2: in progress', ['phase 2 running']],
  ['Phase 2 is in progress', ['phase 2 running']],
  ['Phase 2 — in progress', ['phase 2 running']],
  ['Phase 6 has started', ['phase 6 running']],
  ['Currently in Phase 2', ['phase 2 running']],
  ['Working on Phase 2 (the lock planner)', ['phase 2 running']],
  ['We are in the middle of Phase 2.', ['phase 2 running']],
  ['Starting Sprint 8', ['sprint 8 running']],
  ['⏳ Phase 2 lock planner', ['phase 2 running']],
  ['🚧 **Phase 2** lock planner', ['phase 2 running']],
  ['Phase 3 (3/9 tasks)', ['phase 3 running']],
  ['Phase 3: 3 of 7 done', ['phase 3 running']],
  ['Phase 2 is 80% complete', ['phase 2 running']],
  ['Phase 5.5 : Multi-sessions - EN COURS', ['phase 5.5 running']],
  ['Fase 3: en curso', ['phase 3 running']],
  ['Phase 3 läuft', ['phase 3 running']],
  ['Фаза 3 в процессе', ['phase 3 running']],
  ['フェーズ3 進行中', ['phase 3 running']],
  // to come
  ['Phase 2 pending', ['phase 2 pending']],
  ['Phase 2: not started', ['phase 2 pending']],
  ['Phase 2A (lexer, parser) — next', ['phase 2A pending']],
  ['[ ] Phase 4', ['phase 4 pending']],
  ['⬜ Phase 4', ['phase 4 pending']],
  ['Ready to start Phase 1', ['phase 1 pending']],
  ['Fase 4: pendiente', ['phase 4 pending']],
  // over
  ['[x] Phase 1', ['phase 1 done']],
  ['✅ Phase 1', ['phase 1 done']],
  ['Phase 1 — Foundation ✅', ['phase 1 done']],
  ['Phase 1 - 100 %', ['phase 1 done']],
  ['Phase 3 (9/9 tasks)', ['phase 3 done']],
  ['Phase 3: 12 of 12 done', ['phase 3 done']],
  ['Phase 2 is complete', ['phase 2 done']],
  ['Phase 2: Core complete', ['phase 2 done']],
  ['Phase 8a (Subscriptions) — fully implemented', ['phase 8A done']],
  ['Completed Phase 2', ['phase 2 done']],
  ['Phase 2: terminée', ['phase 2 done']],
  ['Etape 3 : terminee', ['stage 3 done']],
  ['Phase 2 wurde abgeschlossen', ['phase 2 done']],
  ['Этап 2 закрыт целиком', ['stage 2 done']],
  ['阶段 2 完成', ['phase 2 done']],
  ['Phase 0 complete, ready to start Phase 1', ['phase 0 done', 'phase 1 pending']],
  ['Phase 0 complete – Phase 1 in progress', ['phase 0 done', 'phase 1 running']],
  ['Phases 1 and 2 are complete', ['phase 1 done', 'phase 2 done']],
  ['Fase A Sprint 1 — CERRADA', ['sprint 1 done']],
  // the word of completion belongs to something else, or is taken back
  ['Phase 2 tests complete', ['phase 2']],
  ['Phase 2 step 1 done', ['phase 2']],
  ['Phase 2: part 1 done', ['phase 2']],
  ['Phase 2: complete the form', ['phase 2']],
  ['Phase 4 not complete', ['phase 4']],
  ['Phase 2 is almost complete', ['phase 2']],
  ['Phase 2 is complete except the docs', ['phase 2']],
  ['阶段 2 未完成', ['phase 2']],
  ['Once we completed Phase 2', ['phase 2']],
  ['Phase 2: wait until the import is done', ['phase 2']],
  ['Phase 7: the importer. Tests are done', ['phase 7']],
];

for (const [text, phases] of ROWS)
  test(`reads ${JSON.stringify(text)}`, () =>
    assert.equal(
      findPhases(text).map(({ unit, id, status }) => [unit, id, status?.value].filter(Boolean).join(' ')),
      [...phases],
    ));

for (const [text, words] of [
  ['- Phase 2 in progress: the lock planner', 'in progress'],
  ['- Phase 2: lock planner (in progress)', 'in progress'],
  ['- Currently in Phase 2', 'Currently in'],
  ['- ⏳ Phase 2 lock planner', '⏳'],
  ['- [ ] Phase 2 lock planner', '[ ]'],
  ['- Phase 2 — EN COURS (2026-01-19)', 'EN COURS'],
  ['- Phase 2 pending', 'pending'],
] as const)
  test(`finds where the status stands: ${text}`, () => {
    const [phase, ...others] = findPhases(text);
    assert.equal([others.length, phase?.unit, phase?.id], [0, 'phase', '2']);
    assert.is(text.slice(phase?.status?.start, phase?.status?.end), words);
  });

test('a megabyte of names is read in linear time', () => {
  const start = performance.now();
  findPhases('phase 2 is complete, '.repeat(50_000));
  findPhases(`phase 2 ${'(('.repeat(500_000)}`);
  findPhases('phase '.repeat(170_000));
  assert.ok(performance.now() - start < 8000);
});

test.run();
