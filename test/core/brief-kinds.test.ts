// What a brief tells of files that say it in ways of their own: one row a kind.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buildBrief } from '../../src/core/brief/brief.ts';
import type { Decision } from '../../src/core/types.ts';
import { factsOf } from '../helpers/brief-facts.ts';

const ROLES = [
  'says',
  'state',
  'next',
  'blockers',
  'questions',
  'doNot',
  'standards',
  'gotchas',
  'decided',
] as const;
type Told = Partial<Record<(typeof ROLES)[number], readonly string[]>> & { readonly phase?: string | null };

/** The sections that are named, and the title of the phase. */
function tell(text: string, wanted: Told): Told {
  const brief = buildBrief(factsOf(text));
  const sections = ROLES.filter((role) => role in wanted).map((role) => [
    role,
    brief[role].filter(({ isHeading }) => !isHeading).map((point) => point.text),
  ]);
  return {
    ...Object.fromEntries(sections),
    ...('phase' in wanted ? { phase: brief.phase?.title ?? null } : {}),
  };
}

const KINDS: readonly (readonly [string, string, Told])[] = [
  [
    'a heading that asks something of its reader',
    '# Progress\n\n## Current state — read this first\n\n- The gauges are read\n',
    { state: ['The gauges are read'] },
  ],
  [
    'the phase that a later sentence says runs',
    '# Progress\n\n## Current state\n\n> **Stage 2 is complete.** Stage 3 (Tide alarms) is **in progress**.\n',
    { phase: 'Stage 3 (Tide alarms) is in progress' },
  ],
  [
    'a table of phases that are all done',
    '# Build\n\n## Phases\n\n| Phase | What | Status |\n|---|---|---|\n| 0 | Scaffold | ✅ Done |\n| 1A | Store | ✅ Done |\n| 1B | Reader | ✅ Done |\n',
    { phase: 'all phases of the table are done' },
  ],
  [
    'a table of phases of which one runs',
    '# Build\n\n## Phases\n\n| Phase | What | Status |\n|---|---|---|\n| 0 | Scaffold | ✅ Done |\n| 1A | Store | 🔄 In progress |\n| 1B | Reader | ⬜ |\n',
    { phase: 'Phase 1A: Store' },
  ],
  [
    'Chinese names in words that have no blanks',
    '# 潮汐收尾\n\n## 本轮已修\n- 报警\n\n## 待办候选（非阻塞）\n1. ~~搜索~~\n2. 地图\n\n## 关键技术备忘（避免踩坑）\n- 接口要带 cookie\n',
    { state: ['报警'], next: ['地图'], gotchas: ['接口要带 cookie'] },
  ],
  [
    'Chinese names behind a number',
    '# 交接\n\n## 五、待完成任务\n\n1. 修复水位\n\n## 三、已知问题\n\n- 时区\n',
    { next: ['修复水位'], gotchas: ['时区'] },
  ],
  [
    'German names without umlauts',
    '# Kurse\n\n## NAECHSTE SCHRITTE\n\n1. Neu rechnen\n',
    { next: ['Neu rechnen'] },
  ],
  [
    'a name with a clause behind it, in Russian',
    '# Передача\n\n### Решения, которые стоит знать до правок\n\n- Ноль зависимостей\n',
    { decided: ['Ноль зависимостей'] },
  ],
  [
    'milestones that are ticked in their headings',
    '# Fortschritt\n\n## Meilensteine & Erfolge\n\n### [x] Meilenstein 1: Suche\n- ja\n\n### [x] Meilenstein 2: Anzeige\n- ja\n',
    { phase: 'Meilenstein 2: Anzeige (done)' },
  ],
  [
    'shares in headings of parts, which are no list of what is done',
    '# Status\n\n### 1. Paper - 90% 完成\n- ✅ Nextra\n\n### 2. Site - 85% complete\n- ✅ Next\n',
    { state: [] },
  ],
  [
    'no blockers, and a reason with a "but" of its own',
    '# State\n\n### Blockers/Concerns\n\nNone - Roadmap changed. The old plans stay, but will not be carried out.\n',
    { blockers: [] },
  ],
  [
    'no blockers but one',
    '# State\n\n### Blockers\n\nNone. But the harbour key is missing.\n',
    { blockers: ['None. But the harbour key is missing.'] },
  ],
  [
    'blockers of a version that are resolved, and something else below',
    '# State\n\n### Blockers/Concerns\n\nAll v1.0 blockers resolved. Known debt carried forward:\n- the pin of the client\n',
    { blockers: [] },
  ],
  [
    'a blocker whose flag says that it is resolved',
    '# State\n\n### Blockers/Concerns\n\n- [Research flag - RESOLVED]: the client works\n- [Open flag]: the key is missing\n- [Flag - NOT RESOLVED]: the tide table\n',
    { blockers: ['[Open flag]: the key is missing', '[Flag - NOT RESOLVED]: the tide table'] },
  ],
  [
    'todos that are all done, with a table of what became of them',
    '# State\n\n### Pending Todos\n\n0 todos in `todos/pending/`. All cleared 2026-02-12:\n\n| # | Title | Resolution |\n|---|---|---|\n| 1 | Rename it | Already done |\n',
    { next: [] },
  ],
  [
    'items that are all closed, with what is next behind it',
    '# State\n\n## Next\n\nAll phase 2 tasks are done. Next is the map:\n- draw the coast\n',
    { next: ['All phase 2 tasks are done. Next is the map:', 'draw the coast'] },
  ],
  [
    'where decisions are kept, which is none',
    '# State\n\n### Decisions\n\nDecisions are logged in PROJECT.md Key Decisions table. Recent decisions affecting current work:\n\n- Tides are cached\n',
    { decided: ['Tides are cached'] },
  ],
  [
    'a next step that is ticked at its end',
    '# Status\n\n## Next steps\n\n1. Check the variables ✅\n2. Run the migrations ⏳\n',
    { next: ['Run the migrations ⏳'] },
  ],
  [
    'a number of phases, which is none of them',
    '# State\n\n## Current Position\nStatus: All 10 phases complete, deployed\n\n## Metrics\n- Phases: 10 | Plans: 17 | Timeline: 11 days\n',
    { phase: 'All 10 phases complete, deployed' },
  ],
  [
    'headings that are no known name, by their form',
    '# Handoff\n\n## What is not built, in priority order\n- Reconnect\n\n## Riskiest code, and why\n- The router\n\n## Pinned Versions (DO NOT CHANGE)\n- Rust 1.93\n',
    { next: ['Reconnect'], gotchas: ['The router'], standards: ['Rust 1.93'] },
  ],
  [
    'a named section, and not what only has its form',
    '# Handoff\n\n## Next steps\n- Draw the coast\n\n## Planned features\n- A globe\n',
    { next: ['Draw the coast'] },
  ],
  [
    'what is out of scope, which is not next',
    '# Handoff\n\n## Not built (and explicitly out of scope for now)\n- A globe\n',
    { next: [] },
  ],
  [
    'the state without the plans of a phase before the one that runs',
    '# State\n\n## Current Position\n\nPhase: 12 (tides) — EXECUTING\nStatus: Executing Phase 12\n\n### Phase 8 plan state (as of 2026-04-21)\n\n- 08-01 complete\n',
    { state: ['Executing Phase 12'] },
  ],
  [
    'a concern for a phase that is over',
    '# State\n\n## Current Position\n\nPhase: 5 of 6 (Maps) — EXECUTING\n\n### Blockers/Concerns\n\n- Verify the client before the first run (Phase 3)\n- The key is missing (Phase 5)\n',
    { blockers: ['The key is missing (Phase 5)'] },
  ],
  [
    'the newest of updates that only have numbers',
    '# Progress\n\n## Update 22 — Items\n- Items are drawn\n\n## Update 21 — Inventory\n- Patterns are gone\n\n## Remaining Work\n- Levels\n',
    { state: ['Items are drawn'], next: ['Levels'] },
  ],
  [
    'concerns that were to be seen to in a phase that is over',
    '# State\n\n## Current Position\n\nPhase: 6 of 8 (Maps) — EXECUTING\n\n### Blockers/Concerns\n\n- The host must be chosen before Phase 1 implementation\n- Tide feed limits need live validation during Phase 2 planning\n- Gauge licence needed before Phase 3-4 development\n- Wrong times → Phase 2 gate\n- Shore permit needs review before Phase 8 ships\n- Readings of Phase 2 must be checked again\n- A leak found in Phase 3 must be fixed\n',
    {
      blockers: [
        'Shore permit needs review before Phase 8 ships',
        'Readings of Phase 2 must be checked again',
        'A leak found in Phase 3 must be fixed',
      ],
    },
  ],
  [
    'no concern for one of the phases that the front matter says are all over',
    '---\nstatus: completed\nprogress:\n  total_phases: 3\n  completed_phases: 3\n---\n\n# State\n\n## Current Position\n\nPhase: 2 of 3 (Core)\n\n### Blockers/Concerns\n\n- Phase 2: names of the fields should be verified\n- The key of the harbour is lost\n',
    { blockers: ['The key of the harbour is lost'] },
  ],
  [
    'nothing that a template said of a milestone whose plans are all counted as done above',
    '---\nstatus: unknown\nprogress:\n  total_phases: 3\n  completed_phases: 3\n  total_plans: 11\n  completed_plans: 11\n---\n\n# State\n\n## Current Position\n\nPhase: 03\nPlan: Not started\nProgress: [###  ] 33%\n\n- The gauge runs\n\n### Active TODOs\n\n- [ ] Begin Phase 1 planning: piers\n',
    { next: [], state: ['The gauge runs'] },
  ],
  [
    'what stands among blockers and says that it is none',
    '# State\n\n## Blockers\n\n- Historical blocker closed by the owner: the buoy counts as delivered\n- The index of buoys is complete. A fresh look is advised\n- The pier is complete but closed until the mast stands\n- **Port office** — nothing further. All rules are confirmed\n- reading.kind — DONE, no task any more\n- 2026-04-25: Fixed the build of the gauge\n- The crane is broken\n- The crane is broken\n',
    {
      blockers: ['The pier is complete but closed until the mast stands', 'The crane is broken'],
    },
  ],
  [
    'none with a new word',
    '# 状态\n\n## 当前状态\n\n- 绘图\n\n## 阻塞\n\n- 无；本次只修正文档\n- 无新增 blocker；仍以海图为主\n',
    { blockers: [] },
  ],
  [
    'Chinese names with what is before and behind them',
    '# 交接\n\n## 一、当前状态一句话\n\n海图已可绘制。\n\n## 二、待完善功能（建议跟进）\n\n- 潮汐\n\n## 三、已知问题\n\n### 1. 闪烁（已修复）\n\n延迟绘制。\n\n## 四、开发中踩过的坑（避免重复）\n\n- 必须先取瓦片\n',
    {
      state: ['海图已可绘制。'],
      next: ['潮汐'],
      gotchas: ['必须先取瓦片'],
    },
  ],
  [
    'the whole bracket behind the name of a phase',
    '# Handoff\n\n## Next steps\n\n- **Wave 1 (independent, no tables)**: the gauges\n',
    { phase: 'Wave 1 (independent, no tables)' },
  ],
  [
    'headings in Italian and English that say what is left',
    '# Handoff\n\n## Cosa manca per partire davvero\n\n- La boa\n',
    { next: ['La boa'] },
  ],
  [
    'no blocker below a heading that says it is resolved, or that is confirmed',
    '# State\n\n## Blocker (RESOLVED)\n\n**The crane does not turn.** Greased.\n\n### Blockers/Concerns\n\n- A mooring — Confirmed (berth 4)\n- Ice in the bay\n',
    { blockers: ['Ice in the bay'] },
  ],
  [
    'what stopped the last session',
    '---\nstatus: unknown\nstopped_at: Blocked in 18-02 awaiting the harbour key\n---\n\n# State\n\n## Session Continuity\n\nStopped at: Blocked in 18-02 awaiting the harbour key\n',
    { blockers: ['Blocked in 18-02 awaiting the harbour key'] },
  ],
  [
    'a phase that a label of its own says is over',
    '# State\n\n## Current Status\n\n**Phase:** 04 of 5 (buoys)\n**Phase 3:** Complete 2026-06-04\n**Phase 4:** Complete 2026-06-05\n',
    { phase: 'Phase 4 complete' },
  ],
  [
    'no rules of what another file is said to have',
    '# State\n\n## Invariants\n\nSee `docs/archive/old.md` for:\n\n- Invariants of the pump\n\n## Rules\n\n- Decimals only\n',
    { standards: ['Decimals only'] },
  ],
  [
    'next things without what a bracket says is shipped',
    '# Progress\n\n## Next steps\n\n1. **The simulator (SHIPPED 2026-04-20)** — all runs pass\n2. Chart the reef\n',
    { next: ['Chart the reef'] },
  ],
  [
    'an order of work, and an action that is next in German',
    '# Handoff\n\n## Current execution order\n\n1. Dredge\n\n## Stand\n\n- **Nächste Aktion:** Boje setzen\n',
    { next: ['Dredge', 'Boje setzen'] },
  ],
  [
    'what is left of a queue, without a day alone and what a dash says is complete',
    '# Context\n\n## Current Focus\n\n2025-09-09 02:57 EST\n\nThe reef chart\n\n## v0.5 Ticket Queue (in order)\n\n- [x] v0.5-0 — Buoys\n- [ ] v0.5-4 — Tide prompts ← CURRENT\n- **Lamps** - Wiring complete\n- Beacons - once the mast is complete\n',
    {
      state: ['The reef chart'],
      next: ['v0.5-4 — Tide prompts ← CURRENT', 'Beacons - once the mast is complete'],
    },
  ],
  [
    'decisions of a file that has no log of them, and the standards beside them',
    '# Loom\n\n## Decisions Made\n\n- One page a draft\n- Colours:\n  - from the key\n\n## Quality Gates (CI)\n\n1. All drafts print\n',
    { decided: ['One page a draft', 'Colours:', 'from the key'], standards: ['All drafts print'] },
  ],
  [
    'rules below a heading of two lines',
    '# Webstuhl\n\n## Feste Regeln (Auszug, ganz in `regeln.md` und\n## den älteren)\n\n- Nur mit der Karte weben\n',
    { standards: ['Nur mit der Karte weben'] },
  ],
  [
    'no prohibition as a next step, in German',
    '# Webstuhl\n\n## Offene TODOs\n\n- Farben\n  **Was NICHT machen:**\n  - Kein Muster mergen\n- Drucker\n\n## Geschützte Dateien (NICHT anfassen)\n\n- `muster.py`\n',
    { next: ['Farben', 'Drucker'], doNot: ['Kein Muster mergen', '`muster.py`'] },
  ],
  [
    'no prohibition as a next step, in English',
    "# Loom\n\n## Next steps\n\n- Rotate drafts\n- Do not merge the ink branch\n- Don't forget the labels\n",
    { next: ['Rotate drafts', "Don't forget the labels"], doNot: ['Do not merge the ink branch'] },
  ],
  [
    'what is forbidden with stress wherever it stands, and nothing that is only advised',
    '# Loom\n\n> **CRITICAL: NEVER run `loom --wipe` here.**\n\n## Layout\n\n* **Do not edit `draft.svg` directly.** It is made.\n* Never mind the old warp\n\n## Next steps\n\n- Weave\n',
    {
      next: ['Weave'],
      doNot: [
        '**CRITICAL: NEVER run `loom --wipe` here.**',
        '**Do not edit `draft.svg` directly.** It is made.',
      ],
    },
  ],
  [
    'files that bear a sign of their own in other languages',
    '# Telar\n\n## Archivos protegidos (no tocar)\n\n- `telar.py`\n\n## Próximos pasos\n\n- Tejer\n',
    { doNot: ['`telar.py`'], next: ['Tejer'] },
  ],
  [
    'open questions by their own name, and blockers by theirs',
    '# Loom\n\n## Blockers & open questions\n\n- The warp\n\n## Questions for the user\n\n- Which ink?\n',
    { blockers: ['The warp'], questions: ['Which ink?'] },
  ],
  [
    'open questions in Russian',
    '# Станок\n\n## Текущий фокус\n\n- Цвета\n\n## Открытые вопросы\n\n- Какая краска?\n',
    { state: ['Цвета'], questions: ['Какая краска?'] },
  ],
  [
    'debts and what was put off on purpose',
    '# Loom\n\n## Known Deferred Items\n\n- The ink is not wired\n\n## Test debt\n\n- Old fixtures\n',
    { gotchas: ['The ink is not wired', 'Old fixtures'] },
  ],
  [
    'traps and what to do about them, in Japanese',
    '# 機織り 引き継ぎ\n\n## 7. 既知の落とし穴と対処\n\n- 糸が切れる\n',
    { gotchas: ['糸が切れる'] },
  ],
  [
    'nothing of phases that are over where the next milestone is awaited',
    '---\nstatus: Awaiting next milestone\nprogress:\n  total_phases: 4\n  completed_phases: 4\n---\n\n# State\n\n## Current Position\n\nPhase: Milestone v5.14 complete\n\n### Blockers/Concerns\n\n- Phase 141 norms are unsure — look them up\n- **RESOLVED (Plan 150-08):** the crane failed\n- The bay freezes\n',
    { blockers: ['The bay freezes'] },
  ],
  [
    'that all phases and what came with them are over, by a heading',
    '# Progress\n\n## Session: 2026-03-25\n\n### ALL 4 STAGES + FIXES COMPLETE\n\n- [x] Stage 1: Warp\n- [x] Stage 4: Weave, docs\n\n## Session: 2026-04-06\n\n### Audit\n\n- Dust\n',
    { phase: 'ALL 4 STAGES + FIXES COMPLETE' },
  ],
  [
    'no plan as next that the last activity completed',
    '# State\n\nLast activity: 2026-08-09 — Completed Plan 15-02 looms\n\n## Next\n\n- Execute Phase 15 Plan 15-01\n- Execute Phase 15 Plan 15-03\n',
    { next: ['Execute Phase 15 Plan 15-03'] },
  ],
  [
    'what a bold sentence leads to as next, where nothing else does, and no other sentence',
    "# Loom\n\n## Status\n\nThe loom runs.\n\n**What's next.** The second warp. See the map.\n\n**Why wool.** It is warm.\n",
    { next: ['The second warp. See the map.'] },
  ],
  [
    'two labels in one line',
    '# Notes\n\n**Current state:** the pump runs. **Issues:** none. **Next steps:** ship it, then watch the gauge\n',
    { state: ['the pump runs.'], next: ['ship it, then watch the gauge'] },
  ],
  [
    'no part that the file calls obsolete',
    '# Notes\n\n## Status\n- Valve in\n\n## Plan (superseded)\n### Next steps\n- Buy a valve\n\n## Next steps\n- Paint it\n\n## Old notes\n### Gotchas\n- The tap leaks\n',
    { state: ['Valve in'], next: ['Paint it'], gotchas: [] },
  ],
  [
    'what may wait behind what comes next',
    '# State\n\n## Pending todos\n- Rename the fleet\n\n## Session\nNext action: plan the mooring\n',
    { next: ['plan the mooring', 'Rename the fleet'] },
  ],
  [
    'parts that are steps by their headings',
    '# Next session goals\n\n## Priority 1: the mooring\n- Sink the anchor\n\n## Priority 2: the buoy\n- Paint it\n',
    { next: ['Sink the anchor', 'Paint it'] },
  ],
  [
    'a step that is marked in a list of all',
    '# Handoff\n\n## Where things stand\n- Slice 9 is built\n\n## Slices\n- **9 — Desk**: built\n- **10 — Hardening** ← next\n- **11 — Billing**\n',
    { next: ['**10 — Hardening** ← next'] },
  ],
  [
    'boxes nobody ticked where no part says what is next',
    '# Progress\n\n## Status\n- Engine in\n\n## Engine room\n- [x] Mount\n- [ ] Pipes\n\n## Acceptance criteria\n- [ ] Runs an hour\n',
    { next: ['Pipes'] },
  ],
  [
    'a phase whose status says that it is over',
    '# State\n\n## Position\nPhase: 7 of 7 (Harbour) — EXECUTING\nPlan: 3 of 3\nStatus: Phase complete\n',
    { phase: '7 of 7 (Harbour) — complete' },
  ],
  [
    'a phase of which one plan is over',
    '# State\n\n## Position\nPhase: 2 of 7 (Harbour)\nPlan: 1 of 3\nStatus: Complete\n',
    { phase: '2 of 7 (Harbour)' },
  ],
  [
    'no earlier fixes as the state',
    '# Status\n\n## Current status\n### Working\n- Login\n\n### Previous fixes\n- The hash\n\n### Tech stack\n- Rust\n',
    { state: ['Login'] },
  ],
  [
    'no row of a gap that was mended',
    '# Status\n\n## Known gaps\n| Gap | Impact | Priority |\n|---|---|---|\n| Lint warnings | small | Already fixed |\n| No rollback | high | 1 |\n',
    { gotchas: ['No rollback — high — 1'] },
  ],
  [
    'a day and a branch as no state',
    '# Status\n\n> Snapshot: 2026-05-24 · Branch: main\n\n## What is built\n- The rudder\n',
    { state: ['The rudder'] },
  ],
  [
    'a blocker of one, in another language',
    '# Заметки\n\n## Текущий блокер\n- порт закрыт\n\n## Следующим шагом\n- открыть порт\n',
    { blockers: ['порт закрыт'], next: ['открыть порт'], state: [] },
  ],
  [
    'steps before the launch',
    '# Progress\n\n## Completed\n- [x] Hull\n\n## Before going live\n1. Run the migration\n',
    { next: ['Run the migration'] },
  ],
  [
    'a table above the first section',
    '# Stato\n\n| | |\n|---|---|\n| **Prossima azione** | Salvare il disco |\n| **Bloccante attivo** | Nessuno |\n\n## Storia\n- tutto\n',
    { next: ['Salvare il disco'], blockers: [] },
  ],
  [
    'the first lines of a file that says its state in no known way',
    '# Harbour handover\n\nLast updated 20 Aug.\n\nThe crane was moved to quay 4 and is tested under load; the old one waits for its buyer.\n\n## What this project is\nA harbour.\n\n## Cranes\n- Crane 1 lifts nine tons\n',
    {
      says: [
        'The crane was moved to quay 4 and is tested under load; the old one waits for its buyer.',
        'Crane 1 lifts nine tons',
      ],
      state: [],
    },
  ],
  [
    'of dated parts the newest as what the file says',
    '# Harbour\n\n## Crane moved, 3 May 2026\nIt stands on quay 4.\n\n## Crane bought, 1 May 2026\nIt is red.\n',
    { says: ['It stands on quay 4.'] },
  ],
  [
    'no gotcha that is mended',
    '# Notes\n\n## Known issues\n- **Leak (May 2025):** Resolved by a new seal\n- Resolved: the draught\n- ✅ Fixed the hatch\n- The bell is silent (fixed)\n- Fixed brush size of 15 px\n- 已解决: 渗水\n- The pump stalls; not fixed\n',
    { gotchas: ['Fixed brush size of 15 px', 'The pump stalls; not fixed'] },
  ],
  [
    'the state of the project beside those of its parts',
    '# Notes\n\n**Current status**: a third is built\n\n## Security\n\n### Current state\n- No login\n\n## Speed\n\n### Current state\n- Slow\n',
    { state: ['a third is built'] },
  ],
  [
    'what the latest part says',
    '# Handoff\n\n## LATEST (Jul 16) — hardening done\nAnonymous access is gone.\n\n## What this is\nAn app.\n',
    { state: ['hardening done', 'Anonymous access is gone.'] },
  ],
  [
    'what was deferred behind what is next',
    '# Handoff\n\n## Next steps\n- Health — DEFERRED 2026-06-19 (on demand)\n- Push the branch\n',
    { next: ['Push the branch', 'Health — DEFERRED 2026-06-19 (on demand)'] },
  ],
  ['no numbers alone', '# Session\n\n## Status\n- 0 0\n- The dock is dry\n', { state: ['The dock is dry'] }],
];

for (const [title, text, wanted] of KINDS)
  test(`tells ${title}`, () => assert.equal(tell(text, wanted), wanted));

test('a row of decisions below a column of phases has no number of its own', () => {
  const text =
    '# State\n\n### Decisions\n\n| Phase | Decision | Rationale |\n|---|---|---|\n| 02 | Cache by path | Cheap |\n| 03 | Sampling defaults 0.1 | Cheap |\n';
  const rows = buildBrief(factsOf(text)).decisions.map((decision) => decision.title);
  assert.equal(rows, ['02 — Cache by path — Cheap', '03 — Sampling defaults 0.1 — Cheap']);
});

for (const [title, text, line] of [
  ['that the file says that nothing blocks', '# T\n\n## Blockers\n\nNone.\n\n## Next\n- Weave\n', 5],
  ['no more than it knows', '# T\n\n## Blockers\n\n- [x] The warp\n\n## Next\n- Weave\n', null],
] as const)
  test(`tells ${title}`, () => assert.is(buildBrief(factsOf(text)).none.blockers?.[0]?.line ?? null, line));

test('beside a log of decisions, those of the file are its rules', () => {
  const text = '# T\n\n## Key decisions\n\n- One page a draft\n\n## Next\n- Weave\n';
  const decision = {
    ...buildBrief(factsOf(text)).decisions[0],
    id: '1',
    title: 'Ink',
    path: 'docs/decisions.md',
  };
  const brief = buildBrief(factsOf(text, { decisions: [decision as Decision] }));
  assert.equal(
    [brief.decisions.map(({ title }) => title), brief.standards.map((one) => one.text)],
    [['Ink'], ['One page a draft']],
  );
});

test('of labelled decisions tells the decisions', () => {
  const text =
    '# Notes\n\n## Decisions\n- **Decision**: one store\n- **Pros**: fast\n- **Decision**: two readers\n- **Impact**: large\n';
  const { decisions } = buildBrief(factsOf(text));
  assert.equal(
    decisions.map(({ title }) => title),
    ['**Decision**: one store', '**Decision**: two readers'],
  );
});

test.run();
