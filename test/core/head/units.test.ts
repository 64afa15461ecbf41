// Units that a file lists in a section of their own, the field of the current one, and what a template left.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { draftUpdate } from '../../../src/core/draft/update.ts';
import { draftFacts, owedCommit } from '../draft/facts.ts';

function keep(head: string, groups: readonly (readonly string[])[]): string {
  let text = `# Project\n\n${head}\n\n## Update Log\n\n**2026-06-01:**\n- Started\n`;
  let count = 1;
  for (const messages of groups) {
    const commits = messages.map((message) => ({
      sha: `${count++}a2b3c4d`.repeat(5).slice(0, 40),
      message,
      record: true,
      weight: 2,
      files: ['src/a.ts'],
    }));
    const facts = draftFacts({ now: '2026-06-05T09:07:00+00:00', commits });
    text = draftUpdate({ path: 'C.md', text }, commits.map(owedCommit), facts, DEFAULTS).text;
  }
  return (/# Project\n\n([\s\S]*?)\n\n## Update Log/.exec(text)?.[1] ?? '').replace(
    / \([0-9a-f]{7}(?:, [0-9a-f]{7})*\)/g,
    '',
  );
}

const TABLE = (one: string, two: string) =>
  `| Phase | Work | Status |\n|---|---|---|\n| 1 | Intake | ${one} |\n| 2 | Picking | ${two} |`;

for (const title of [
  'Phase Overview',
  'Phases',
  'Roadmap',
  'Development Phases',
  'Status by phase',
  'Project progress',
])
  test(`completes a phase in the table below “${title}”`, () => {
    const after = keep(`## ${title}\n\n${TABLE('in progress', 'open')}`, [['feat: complete Phase 1']]);
    assert.is(after, `## ${title}\n\n${TABLE('complete', 'open')}`);
  });

test('completes a phase in a table below the document’s own title', () => {
  const after = keep(TABLE('🚧 In progress', 'open'), [['feat: complete Phase 1']]);
  assert.is(after, TABLE('✅ Complete', 'open'));
});

test('a table goes on with the word that it has for it', () => {
  const rows = `${TABLE('✅ Shipped', '🚧 In progress')}\n| 3 | Labels | ⏳ Planned |`;
  assert.is(
    keep(`## Phases\n\n${rows}`, [['feat: complete Phase 2']]),
    `## Phases\n\n${rows.replace('🚧 In progress', '✅ Shipped')}`,
  );
});

for (const [before, message, after] of [
  [
    '## Stand der Phasen\n\n- ⏳ Phase 1 Eingang\n- ⬜ Phase 2 Lager',
    'Phase 1 abgeschlossen',
    '## Stand der Phasen\n\n- ✅ Phase 1 Eingang\n- ⬜ Phase 2 Lager',
  ],
  [
    '## Phasenübersicht\n\n- [ ] Phase 1: Eingang',
    'Phase 1 abgeschlossen',
    '## Phasenübersicht\n\n- [x] Phase 1: Eingang',
  ],
  // Of something else, and past entries.
  [
    '## Database migration phases\n\n- [ ] Phase 1: copy',
    'feat: complete Phase 1',
    '## Database migration phases\n\n- [ ] Phase 1: copy',
  ],
  ['## Roadmap\n\nPhase 1 reads gauges.', 'feat: complete Phase 1', '## Roadmap\n\nPhase 1 reads gauges.'],
] as const)
  test(`a list of units: ${before.split('\n')[0]} ${message}`, () => {
    assert.is(keep(before, [[message]]), after);
  });

for (const [field, list, message, after] of [
  [
    '**Aktuelle Phase:** Phase 1 – Eingang',
    '| Phase | Inhalt | Status |\n|---|---|---|\n| 1 | Eingang | offen |\n| 2 | Lager | offen |',
    'Phase 1 abgeschlossen',
    '**Aktuelle Phase:** Phase 2 – Lager',
  ],
  [
    '**Current Phase:** Sprint 4 (maps)',
    '- [ ] Sprint 4: maps\n- [ ] Sprint 5: search',
    'feat: complete sprint 4',
    '**Current Phase:** Sprint 5 (search)',
  ],
  [
    '**Current Phase:** Phase 1: Intake',
    '- [ ] Phase 1: Intake',
    'feat: complete Phase 1',
    '**Current Phase:** Phase 1: Intake (complete)',
  ],
  [
    '**Current Phase:** Phase 1: Intake',
    '- [ ] Phase 2: Picking',
    'feat: start Phase 2',
    '**Current Phase:** Phase 2: Picking',
  ],
] as const)
  test(`the current phase goes on: ${field}, ${message}`, () => {
    const told = keep(
      `${field}\n\n## ${field.startsWith('**A') ? 'Phasen' : 'Sprints and phases'}\n\n${list}`,
      [[message]],
    );
    assert.is(told.split('\n')[0], after);
  });

test('the current phase comes back when its completion is reverted', () => {
  const head = `**Current Phase:** Phase 1: Intake\n\n## Phases\n\n${TABLE('in progress', 'open')}`;
  assert.match(keep(head, [['feat: complete Phase 1']]), '**Current Phase:** Phase 2: Picking');
  const back = keep(head, [['feat: complete Phase 1'], ['Revert "feat: complete Phase 1"']]);
  assert.match(back, '**Current Phase:** Phase 1: Intake');
  assert.match(back, '| 1 | Intake | in progress |');
});

test('the line that a template left is ours: it joins the others, or gives way', () => {
  const head = '## Current State\n\n- Phase 0: Foundation';
  assert.is(keep(head, [['feat: complete Phase 0']]), '## Current State\n\n- Phase 0 complete: Foundation');
  assert.is(
    keep(head, [['feat: complete Phase 0'], ['feat: complete Phase 1']]),
    '## Current State\n\n- Phases 0 and 1 complete',
  );
  assert.is(keep(head, [['feat: complete Phase 3']]), '## Current State\n\n- Phase 3 complete');
});

test('what was under way by our own word joins what is over', () => {
  const head = '## Current State\n\n- Phase 0: Foundation';
  const groups = [
    ['feat: complete Phase 0'],
    ['feat: start Phase 1'],
    ['feat: complete Phase 1'],
    ['feat: start Phase 2'],
  ];
  assert.is(keep(head, groups), '## Current State\n\n- Phase 2 in progress\n- Phases 0 and 1 complete');
});

const TITLES = ['Scan labels', 'Live map', 'Driver app'] as const;
const MARKS = ['✅', '🔄', '⬜'] as const;
const MOVED = ['✅', '✅', '🔄'] as const;
type Form = (id: number, title: string, mark: string) => string;
const rowsOf = (form: Form, marks: readonly string[]) =>
  TITLES.map((title, at) => form(at + 1, title, marks[at] ?? '')).join('\n');
for (const form of [
  (id, title, mark) => `| M${id} ${title} | ${mark} |`,
  (id, title, mark) => `| M${id}: ${title} | ${mark} |`,
  (id, title, mark) => `| **M${id}** ${title} | ${mark} |`,
  (id, title, mark) => `| M-${id} – ${title} | ${mark} |`,
  (id, title, mark) => `| ${id}: ${title} | ${mark} |`,
  (id, title, mark) => `| Milestone ${id} ${title} | ${mark} |`,
] satisfies Form[])
  test(`a cell that has a unit's short name and its title: ${form(2, 'Live map', '🔄')}`, () => {
    const head = (marks: readonly string[]) =>
      `## Status\n\n| Milestone | Status |\n|---|---|\n${rowsOf(form, marks)}`;
    assert.is(keep(head(MARKS), [['M2 (live map) is done', 'feat(app): start M3, login']]), head(MOVED));
  });

for (const form of [
  (id, title, mark) => `- ${mark} M${id} ${title}`,
  (id, title, mark) => `- ${mark} **M${id}: ${title}**`,
  (id, title, mark) => `${id}. ${mark} M${id} - ${title}`,
  (id, title, mark) => `- **M${id}** ${title} ${mark}`,
] satisfies Form[])
  test(`an item that has a mark and a unit's short name: ${form(2, 'Live map', '🔄')}`, () => {
    const head = (marks: readonly string[]) => `## Milestones\n\n${rowsOf(form, marks)}`;
    assert.is(keep(head(MARKS), [['M2 (live map) is done', 'feat(app): start M3, login']]), head(MOVED));
  });

const SPRINTS =
  '## Sprints\n\n- [x] Sprint 3 – sharing\n- [ ] Sprint 4 – offline mode\n- [ ] Sprint 5 – billing';
for (const [before, after] of [
  ['**Current focus:** Sprint 4 – offline mode', '**Current focus:** Sprint 5 – billing'],
  ['Current focus: Sprint 4 – offline mode', 'Current focus: Sprint 5 – billing'],
  ['- **Focus**: Sprint 4 - offline mode', '- **Focus**: Sprint 5 - billing'],
  ['**Now:** Sprint 4 – offline mode', '**Now:** Sprint 5 – billing'],
  ['**Active sprint:** Sprint 4 – offline mode', '**Active sprint:** Sprint 5 – billing'],
  ['**Aktueller Sprint:** Sprint 4', '**Aktueller Sprint:** Sprint 5: billing'],
  ['**Status:** Sprint 4 – offline mode', '**Status:** Sprint 4 complete – offline mode'],
  ['**Owner of sprint 4:** Ada', '**Owner of sprint 4:** Ada'],
  ['**Goal:** Sprint 4 in June', '**Goal:** Sprint 4 in June'],
] as const)
  test(`a field keeps its label when its sprint is over: ${before}`, () => {
    const told = keep(`${before}\n\n${SPRINTS}`, [['feat: complete sprint 4']]);
    assert.is(told.split('\n')[0], after);
  });

for (const line of ['In progress: Sprint 4', '**In progress:** Sprint 4', '*In progress:* Sprint 4'])
  test(`what is in progress is complete afterwards, marks and all: ${line}`, () => {
    const told = keep(`## Current State\n\n- ${line}`, [['feat: complete sprint 4']]);
    assert.is(told, '## Current State\n\n- Sprint 4 complete');
  });

for (const lead of ['Two sprints are complete:', '**What runs:**'])
  test(`a line of the state stands above what “${lead}” lists`, () => {
    const told = keep(`## Current State\n\n${lead}\n\n- Intake\n- Picking`, [['feat: complete phase 1']]);
    assert.is(told, `## Current State\n\n- Phase 1 complete\n\n${lead}\n\n- Intake\n- Picking`);
  });

test('“2 maps” in a column of milestones is no unit', () => {
  const table = '## Status\n\n| Milestone | Status |\n|---|---|\n| 2 maps | 🔄 |\n| M2.1 Map | 🔄 |';
  assert.match(keep(table, [['M2 (live map) is done']]), '| 2 maps | 🔄 |\n| M2.1 Map | 🔄 |');
});

for (const [item, isBegun] of [
  ['Start Phase 3: driver login', true],
  ['Start P3: driver login', true],
  ['Start P3.1: driver login', false],
  ['Start the map of phases 3 and 4', false],
  ['Begin phase 3', true],
  ['Phase 3 abschließen', false],
  ['Phase 3: review with Ada', false],
  ['**Phase 3**: driver login', false],
  ['Finish Phase 3', false],
  ['Start Phase 4', false],
] as const)
  test(`a phase that began ${isBegun ? 'ticks' : 'leaves'} “${item}”`, () => {
    const told = keep(`## Next\n\n- [ ] ${item}\n- [ ] Buy scales`, [['feat: start phase 3, login']]);
    assert.match(told, `- [${isBegun ? 'x' : ' '}] ${item}`);
  });

test('a list of what comes next that was emptied and filled again has no blank line too many', () => {
  const head = "## Current State\n\n- Phase 1 in progress\n\n## What's Next\n\n- Old\n\n## Notes\n\nNone";
  const told = keep(head, [
    ['feat: a\n\nNext: read the gauges'],
    ['feat: read the gauges'],
    ['feat: complete Phase 1\n\nNext: draw the map'],
  ]);
  assert.not.match(told, /\n\n\n/);
  assert.match(told, "## What's Next\n\n- draw the map\n- Old\n\n## Notes");
});

test.run();
