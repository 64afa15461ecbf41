// What the head says of a phase, in the words of many files, once a commit says that it is over, has begun or
// is reverted.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { draftUpdate } from '../../../src/core/draft/update.ts';
import { draftFacts, owedCommit } from '../draft/facts.ts';

const NOW = '2026-06-05T09:07:00+00:00';
const shaOf = (at: number) => `${at + 1}a2b3c4d`.repeat(5).slice(0, 40);

/** The file's text after a draft for these messages, oldest first. */
function keep(text: string, messages: readonly string[], from = 0): string {
  const commits = messages.map((message, at) => ({
    sha: shaOf(from + at),
    message,
    record: true,
    weight: 2,
    files: ['src/a.ts'],
  }));
  const facts = { now: NOW, commits };
  return draftUpdate({ path: 'C.md', text }, commits.map(owedCommit), draftFacts(facts), DEFAULTS).text;
}

const fileOf = (state: string) =>
  `# Session Context\n\n## Current State\n\n${state}\n\n## Update Log\n\n**2026-06-01:**\n- Started\n`;

const stateOf = (text: string) =>
  (/## Current State\n+([\s\S]*?)\n+## /.exec(text)?.[1] ?? '').replace(/ \([0-9a-f]{7,9}\)/g, '');

for (const [line, message, after] of [
  [
    'The pumps run. Phase 2 is under way and waits for tiles.',
    'complete phase 2',
    'The pumps run. Phase 2 complete and waits for tiles.',
  ],
  [
    'The pumps run. Phase 2 (tiles) is in progress. Phase 3 has not begun.',
    'complete phase 2',
    'The pumps run. Phase 2 (tiles) is complete. Phase 3 has not begun.',
  ],
  ['Milestone 2 is nearly done.', 'complete milestone 2', 'Milestone 2 is complete.'],
  [
    'Sprint 2 is nearly done. The calendar works; singers sign in.',
    'complete sprint 2',
    'Sprint 2 is complete. The calendar works; singers sign in.',
  ],
  ['Sprint 4 is not complete yet.', 'complete sprint 4', 'Sprint 4 is complete.'],
  [
    'The map is drawn. Milestone 2 is almost complete; sorting is missing.',
    'complete milestone 2',
    'The map is drawn. Milestone 2 is complete.',
  ],
  [
    '**Phase 0 is complete. Phase 1 is roughly 85% complete** by the list. One step remains.',
    'complete phase 1',
    '**Phase 0 is complete. Phase 1 is complete** by the list. One step remains.',
  ],
  [
    'We are about half way through Sprint 3. Payments come after it.',
    'complete sprint 3',
    'Sprint 3 complete. Payments come after it.',
  ],
  [
    'Status: Milestone 2 of 4 (Delivery). 7/15 tasks done.',
    'complete milestone 2',
    'Status: Milestone 2 of 4 (Delivery) complete. 7/15 tasks done.',
  ],
  [
    'Der Import steht. Phase 2 ist fast fertig, es fehlt die Suche.',
    'Phase 2 abgeschlossen',
    'Der Import steht. Phase 2 ist abgeschlossen.',
  ],
  [
    'La sala está grabada. La fase 2 está casi terminada.',
    'fase 2 completada',
    'La sala está grabada. La fase 2 está completada.',
  ],
  [
    'The phase 2 branch is not merged.',
    'complete phase 2',
    '- Phase 2 complete\n\nThe phase 2 branch is not merged.',
  ],
] as const)
  test(`a sentence of a paragraph says how far a unit is: ${line}`, () => {
    assert.is(stateOf(keep(fileOf(line), [`feat: ${message}`])), after);
  });

for (const [mark, after] of [
  ['⬜', '🔄'],
  ['📋', '🔄'],
  ['✅', '🔄'],
  ['🚧', '🚧'],
] as const)
  test(`a mark says that a unit has begun: ${mark}`, () => {
    const row = (status: string) => `| Sprint | Status |\n|---|---|\n| Sprint 3 | ${status} |`;
    assert.match(
      stateOf(keep(fileOf(row(`${mark} Planned`)), ['start sprint 3'])),
      new RegExp(`\\| ${after} `, 'u'),
    );
  });

for (const [line, messages, after] of [
  ['Phase 1: Pumps (in progress)', ['feat: complete Phase 1'], 'Phase 2: Valves'],
  ['Phase 1: Pumps (in progress)', ['feat: complete Phase 1', 'feat: start Phase 3'], 'Phase 3: Alarms'],
  ['**Phase 1** — Pumps', ['feat: start Phase 2'], '**Phase 2** — Valves'],
  ['**Phase 1: Pumps** (in progress)', ['feat: start Phase 2'], 'Phase 2: Valves'],
  ['- Phase 1: Pumps', ['feat: start Phase 2'], '- Phase 2: Valves'],
  ['Phase 3: Alarms (in progress)', ['feat: complete Phase 3'], 'Phase 3: Alarms (complete)'],
  [
    'Phase 1 waits for the pumps of the club',
    ['feat: add a valve'],
    'Phase 1 waits for the pumps of the club',
  ],
] as const)
  test(`the one line below a heading moves on as a field does: ${line}, ${messages.at(-1)}`, () => {
    const plan = '- [ ] Phase 1: Pumps\n- [ ] Phase 2: Valves\n- [ ] Phase 3: Alarms';
    const log = '## Update Log\n\n**2026-06-01:**\n- Started';
    const text = keep(`# S\n\n## Current phase\n${line}\n\n## Phases\n${plan}\n\n${log}\n`, messages);
    assert.is(/## Current phase\n(.*)\n/.exec(text)?.[1], after);
  });

for (const [state, after] of [
  ['- Phase 2 in progress: the pump', '- Phase 2 complete: the pump'],
  ['- Phase 2: pump control (WIP)', '- Phase 2: pump control (COMPLETE)'],
  ['- Phase 2 - not started', '- Phase 2 - complete'],
  ['- Phase 2 has begun', '- Phase 2 has complete'.replace('has complete', 'complete')],
  ['- Phase 2 (50%)', '- Phase 2 (complete)'],
  ['- Phase 2 — 3 of 5 tasks', '- Phase 2 — complete'],
  ['- **Phase 2:** in progress', '- **Phase 2:** complete'],
  ['- [ ] Phase 2: pump control', '- [x] Phase 2: pump control'],
  ['- 🚧 Phase 2 pump control', '- ✅ Phase 2 pump control'],
  ['- Now on Phase 2', '- Phase 2 complete'],
  ["- We're still working on Phase 2", '- Phase 2 complete'],
  ['- In progress: Phase 2', '- Phase 2 complete'],
  [
    '| Phase | Status |\n|---|---|\n| Phase 2 | In progress |',
    '| Phase | Status |\n|---|---|\n| Phase 2 | Complete |',
  ],
  ['- Phase 1 complete, working on Phase 2', '- Phase 1 complete, Phase 2 complete'],
  ['- Phase 2: Foundation', '- Phase 2 complete: Foundation'],
  ['- Phase 2 complete', '- Phase 2 complete'],
  [
    '- Phase 1 (pumps) in progress: 1 of 4 pumps run',
    '- Phase 2 complete\n- Phase 1 (pumps) in progress: 1 of 4 pumps run',
  ],
  ['- Sprint 2 in progress', '- Phase 2 complete\n- Sprint 2 in progress'],
  ['- Phase 2 tests are flaky', '- Phase 2 complete\n- Phase 2 tests are flaky'],
] as const) {
  test(`completes a phase in the line of its own: ${state.split('\n').at(-1)}`, () => {
    assert.is(stateOf(keep(fileOf(state), ['feat: complete Phase 2'])), after);
  });
}

for (const [state, message, after] of [
  ['- Fase 3 en curso: lectura', 'feat: completada la fase 3', '- Fase 3 completada: lectura'],
  ['- Sprint 7 in progress', 'feat: Sprint 7 complete', '- Sprint 7 complete'],
  ['- Phase IV in progress', 'Phase IV complete', '- Phase IV complete'],
] as const)
  test(`completes a unit as the file calls it: ${message}`, () => {
    const text = fileOf(state).replace(
      '## Current State',
      state.startsWith('- Fase') ? '## Estado actual' : '## Current State',
    );
    assert.match(keep(text, [message]).replace(/ \([0-9a-f]{7,9}\)/g, ''), after);
  });

test('one line tells of several phases that are over', () => {
  const messages = [1, 2, 3, 4].map((id) => `feat: complete Phase ${id}`);
  assert.is(
    stateOf(keep(fileOf('- Works'), messages))
      .split(' (')[0]
      ?.split('\n')[0],
    'Phases 1 to 4 complete'.replace(/^/, '- '),
  );
});

test('a revert takes back what it reverts, in the same draft and in a later one', () => {
  const done = 'feat: complete Phase 2, the pump';
  const revert = `Revert "${done}"\n\nThis reverts commit ${shaOf(0)}.`;
  const before = fileOf('- Phase 2 in progress: the pump');
  assert.is(stateOf(keep(before, [done, revert])), '- Phase 2 in progress: the pump');
  assert.is(stateOf(keep(keep(before, [done]), [revert], 1)), '- Phase 2 in progress: the pump');
});

for (const message of [
  'docs: Phase 2 is not complete yet',
  'feat: 80% of phase 2 complete',
  'Phase 2: parser tests complete',
  'docs: plan to complete Phase 2 by Friday',
  'once phase 2 is complete the shim can go',
  'chore: prepare to complete Phase 2',
  'is phase 2 complete?',
  'docs: criteria for phase 2 complete',
])
  test(`leaves the state alone: ${message}`, () => {
    const before = '- Phase 2 in progress: the pump';
    assert.is(stateOf(keep(fileOf(before), [message])), before);
  });

const MILESTONES = '- M1 (sensor board): in progress\n- M2 (enclosure): not started';
for (const [state, message, after] of [
  [MILESTONES, 'feat: milestone 1 complete', '- M1 (sensor board): complete\n- M2 (enclosure): not started'],
  [MILESTONES, 'feat: start milestone 2', '- M1 (sensor board): in progress\n- M2 (enclosure): in progress'],
  [
    '- **S4** — running\n- **S5** — pending',
    'feat: complete sprint 4',
    '- **S4** — complete\n- **S5** — pending',
  ],
  ['1. E1: läuft\n2. E2: offen', 'feat: Etappe 1 abgeschlossen', '1. E1: abgeschlossen\n2. E2: offen'],
  ['- J1 : en cours\n- J2 : à faire', 'feat: jalon 1 terminé', '- J1 : terminée\n- J2 : à faire'],
  [
    '- P1 parser: in progress\n- P2 planner: pending',
    'feat: complete phase 1',
    '- P1 parser: complete\n- P2 planner: pending',
  ],
  // Priorities, a bucket, and numbers that do not count up are no units.
  ['Priorities:\n- P1: login in progress\n- P2: logout pending', 'feat: complete phase 1', null],
  ['- S3: in progress', 'feat: complete sprint 3', null],
  ['- M1: in progress\n- M1: not started', 'feat: complete milestone 1', null],
  ['- M1: in progress\n- M2: not started', 'feat: complete phase 1', null],
] as const)
  test(`reads a unit by its letter where they count up: ${state.slice(0, 20)} ${message}`, () => {
    const told = stateOf(keep(fileOf(state), [message]));
    if (after === null) assert.ok(told.endsWith(state), told);
    else assert.is(told, after);
  });

for (const [head, row, message, after] of [
  [
    '| Phase | What | Status |',
    '| 1 | Parser | In progress |',
    'feat: complete phase 1',
    '| 1 | Parser | Complete |',
  ],
  ['| Phase # | Status |', '| 1 | Pending |', 'feat: start phase 1', '| 1 | In progress |'],
  [
    '| # | Sprint | Status |',
    '| **1** | Parser | 🔄 |',
    'feat: sprint 1 complete',
    '| **1** | Parser | ✅ |',
  ],
  [
    '| Etappe | Was | Stand |',
    '| 1 | Karte | läuft |',
    'feat: Etappe 1 abgeschlossen',
    '| 1 | Karte | abgeschlossen |',
  ],
  ['| Milestone | Status |', '| M1 | Not started |', 'feat: milestone 1 complete', '| M1 | Complete |'],
  ['| Phase | Status |', '| 10 | Pending |', 'feat: complete phase 1', null],
  ['| Sprint | Status |', '| 1 | Pending |', 'feat: complete phase 1', null],
  ['| Team | Status |', '| 1 | Pending |', 'feat: complete phase 1', null],
] as const)
  test(`reads the bare number in the column of its kind: ${head} ${row}`, () => {
    const rule = head.replace(/[^|]+/g, '---');
    const told = stateOf(keep(fileOf(`${head}\n${rule}\n${row}`), [message]));
    if (after === null) assert.ok(told.includes(row), told);
    else assert.is(told, `${head}\n${rule}\n${after}`);
  });

for (const [before, after] of [
  ['**Stand:** 24.03.2026', '**Stand:** 05.06.2026'],
  ['Stand vom 24.03.2026', 'Stand vom 05.06.2026'],
  ['**État :** 2026-03-04', '**État :** 2026-06-05'],
  ['**Stan na dzień:** 24.03.2026', '**Stan na dzień:** 05.06.2026'],
  ['**По состоянию на:** 24.03.2026', '**По состоянию на:** 05.06.2026'],
  ['**Станом на** 24.03.2026', '**Станом на** 05.06.2026'],
  ['**Aggiornato al:** 2026-03-04', '**Aggiornato al:** 2026-06-05'],
  ['截至：2026-03-04', '截至：2026-06-05'],
  ['**Zuletzt geändert:** 24.03.2026', '**Zuletzt geändert:** 05.06.2026'],
  ['**Status:** shipped 2026-03-04', '**Status:** shipped 2026-03-04'],
  ['**Status:** 2026-03-04 the pump broke', '**Status:** 2026-03-04 the pump broke'],
  ['**Begonnen:** 24.03.2026', '**Begonnen:** 24.03.2026'],
] as const)
  test(`moves the date of the header in its language: ${before}`, () => {
    const text = fileOf('- x').replace('\n## ', `\n${before}\n\n## `);
    assert.match(keep(text, ['feat: weigh the parcels']), `\n${after}\n`);
  });

for (const [before, after] of [
  ['- Phase 2 in progress: the bus reads two of five buoys', '- Phase 2 complete'],
  ['- Phase 2 in progress: the parser, the printer is still missing', '- Phase 2 complete: the parser'],
  ['- Phase 2 in progress: error handling', '- Phase 2 complete: error handling'],
  ['- Phase 2 in progress: all five of five', '- Phase 2 complete'],
  ['- Phase 2 in Arbeit: der Leser, der Drucker fehlt noch', '- Phase 2 abgeschlossen: der Leser'],
  ['- Fase 2 en curso: dos de cinco sensores', '- Fase 2 completada'],
] as const)
  test(`what was left of a unit leaves with its status: ${before}`, () => {
    const [, unit = ''] = /- (\w+ 2)/.exec(before) ?? [];
    const done = unit === 'Fase 2' ? 'feat: fase 2 completada' : 'feat: complete phase 2';
    assert.is(stateOf(keep(fileOf(before), [done])), after);
  });

test('a unit whose field moved on is told beside the others that the state lists', () => {
  const file = (state: string) => fileOf(`**Current phase:** Phase 2\n\n${state}`);
  const list = '- Phase 1 complete: pumps\n- Phase 3: Alarms (planned)';
  assert.is(
    stateOf(keep(file(list), ['feat: complete phase 2'])),
    '**Current phase:** Phase 3: Alarms\n\n- Phase 1 complete: pumps\n- Phase 2 complete\n- Phase 3: Alarms (planned)',
  );
  assert.not.match(stateOf(keep(file('- It works'), ['feat: complete phase 2'])), /Phase 2 complete/);
});

for (const [field, messages, after] of [
  ['**Phase:** 2 of 4 — Ingest', ['feat: complete phase 2'], '**Phase:** 3 of 4 — Search'],
  ['Phase: 2 of 5 (Ingest)', ['feat: complete phase 2', 'feat: start phase 3'], 'Phase: 3 of 5 (Search)'],
  ['Phase: 2/4', ['feat: start phase 4'], 'Phase: 4/4'],
  ['**Phase:** 4 of 4 — Billing', ['feat: complete phase 4'], '**Phase:** 4 of 4 — Billing'],
  ['**Phase:** 3 of 4 — Search', ['feat: complete phase 2'], '**Phase:** 3 of 4 — Search'],
  ['**Sprint:** 2 of 4 — Ingest', ['feat: complete phase 2'], '**Sprint:** 2 of 4 — Ingest'],
  ['**Phase:** 2.5 of 4', ['feat: complete phase 2'], '**Phase:** 2.5 of 4'],
  ['**Aktuelle Phase:** 2 von 4', ['feat: Phase 2 abgeschlossen'], '**Aktuelle Phase:** 3 von 4'],
] as const)
  test(`a field that counts units goes on: ${field}, ${messages.at(-1)}`, () => {
    const text = `# S\n\n${field}\n\n## Plan\n\n- [ ] Phase 3: Search\n- [ ] Phase 4: Billing\n\n## Current State\n\nWorks.\n- Phase 3: Search (planned)\n\n## Update Log\n\n**2026-06-01:**\n- Started\n`;
    assert.is(keep(text, messages).split('\n')[2], after);
  });

test('a unit that a field counts as the current one needs no line of its own', () => {
  const text = keep(fileOf('Phase: 2 of 4\nPlan: 1 of 3'), ['feat: complete phase 2', 'feat: start phase 3']);
  assert.is(stateOf(text), 'Phase: 3 of 4\nPlan: TBD');
});

test('a field that counts units goes back where the phase is reverted', () => {
  const text =
    '# S\n\n**Phase:** 2 of 4\n\n## Current State\n\nWorks.\n\n## Update Log\n\n**2026-06-01:**\n- Started\n';
  const done = keep(text, ['feat: complete phase 2']);
  assert.match(done, /\*\*Phase:\*\* 3 of 4/);
  const revert = `Revert "feat: complete phase 2"\n\nThis reverts commit ${shaOf(0)}.`;
  assert.match(keep(done, [revert], 5), /\*\*Phase:\*\* 2 of 4/);
});

test('an open box is open, whatever its brackets say of its parts', () => {
  const file = fileOf('- [ ] Phase 2: Ingest (parser done, loader missing)');
  assert.is(stateOf(keep(file, ['feat: complete phase 2'])), '- [x] Phase 2: Ingest');
});

test.run();
