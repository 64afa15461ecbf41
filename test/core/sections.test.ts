// What the sections of a brief take from files of the forms that people keep, and what they leave.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Brief, buildBrief } from '../../src/core/brief/brief.ts';
import { isSettled } from '../../src/core/context/elsewhere.ts';
import { factsOf } from '../helpers/brief-facts.ts';

type Section = 'decided' | 'state' | 'next' | 'blockers' | 'doNot' | 'standards' | 'gotchas';

const said = (brief: Brief, section: Section): string[] =>
  brief[section].filter(({ isHeading }) => !isHeading).map(({ text }) => text);

const ROWS: readonly (readonly [
  title: string,
  text: string,
  expected: Partial<Record<Section | 'phase', unknown>>,
])[] = [
  [
    'one heading for state and next',
    '# Quay\n\n## 7. Where we stand / what is next\n- The pump runs\n- Measure it\n',
    { state: ['The pump runs', 'Measure it'], next: ['The pump runs', 'Measure it'] },
  ],
  [
    'a section of next beside it',
    '# Quay\n\n## Where we stand / what is next\n- The pump runs\n\n## Next steps\n- Measure it\n',
    { state: ['The pump runs'], next: ['Measure it'] },
  ],
  [
    'decisions that a clause describes',
    '# Quay\n\n## Decisions already made, and why\n- One pump\n\n## Decided by the board (2026-03-01)\n- Two valves\n',
    { decided: ['One pump', 'Two valves'] },
  ],
  [
    'design decisions that are still to be validated',
    '# Quay\n\n## Current status\n- Runs\n\n### Design decisions to validate\n- Two valves or three\n',
    { standards: [] },
  ],
  [
    'the newest day of a log that is out of order',
    '# Progress\n\n## 2026-03-01\n- Built\n\n## 2026-03-09\n- Painted\n- Next:\n  - Measure it\n\n## 2026-03-04\n- Sanded\n',
    { state: ['Painted'], next: ['Measure it'] },
  ],
  [
    'a current phase in words before the log',
    '# Progress\n\n## Current phase\n\n**P2 — Sensors** (not started). The frame stands.\n\n## Phase checklist\n- [x] P1 — Frame\n- [ ] P2 — Sensors\n- [ ] P3 — Radio\n\n## Session log\n- 2026-03-01 — Frame welded\n- 2026-03-02 — Frame painted\n',
    {
      phase: ['P2', 'P2 — Sensors (not started). The frame stands.'],
      state: ['**P2 — Sensors** (not started). The frame stands.'],
      next: ['P2 — Sensors', 'P3 — Radio'],
    },
  ],
  [
    'a phase of no number',
    '# Context\n\n## Current work focus\n**Phase**: Real pixels from the camera\n**Status**: the driver is being written\n',
    { phase: ['', 'Real pixels from the camera'], state: ['the driver is being written'] },
  ],
  [
    'no phase that does not apply',
    '# S\n\n## Status\n**Phase:** N/A (milestone complete)\n**Status:** Ready\n',
    { phase: null },
  ],
  [
    'rows of a table on the state under what they are about',
    '# T\n\n## Current state\n\n| | |\n|---|---|\n| **Version** | 1.2 |\n| **Next task** | Measure the pump |\n| **Blockers** | None |\n| **Last updated** | 2026-03-01 |\n',
    { state: ['**Version** — 1.2'], next: ['Measure the pump'], blockers: [] },
  ],
  [
    'no rows of a table on something else',
    '# T\n\n## Status\n- Runs\n\n## Fields\n\n| Field | Type |\n|---|---|\n| Next step | string |\n| Blockers | list |\n',
    { next: [], blockers: [] },
  ],
  [
    'no rules of the product',
    '# T\n\n## API status\n\n### Approval rules\n- GET /rules\n\n### Validation rules\n- POST /rules\n\n## Working rules\n- Test first\n',
    { standards: ['Test first'] },
  ],
  [
    'what a state says was before',
    '# T\n\n## Current position\n\nAll 28 phases complete (27 deferred).\n\nLast activity: the strip.\n\nPrevious (2026-04-29) — **four commits**:\n\n- The timeout\n- The folder\n\nPreviously: the list\n\nEarlier (2026-04-20): the icon\n\n## Pending todos\n- Phase 16 Phase 2: the view\n',
    {
      state: ['All 28 phases complete (27 deferred).', 'Last activity: the strip.'],
      phase: ['', 'All 28 phases complete (27 deferred).'],
    },
  ],
  [
    'phases before the last one that is over',
    '# H\n\n## Current status: Phase 3 COMPLETE, awaiting review\n\n### Phase 3 completed\n- The radio\n\n### Still needs Ada (by hand)\n- Look at the mast\n\n### Phase 2 completed\n- The pump\n\n### Phase 2 decisions\n- One pump\n\n### Pending / next (Phase 2)\n- Buy the pump\n',
    { state: ['Phase 3 COMPLETE, awaiting review', 'The radio'], next: ['Look at the mast'] },
  ],
  [
    'phases of which one runs',
    '# H\n\n## Current status\n\n### Phase 1: done\n- The frame\n\n### Phase 2: in progress\n- The pump\n\n### Phase 3: planned\n- The radio\n',
    { state: ['The frame', 'The pump', 'The radio'] },
  ],
  [
    'steps of the phase that runs, where nothing else is next',
    '# H\n\n**Current phase:** Phase 2 — Pump\n\n## Phase 1 — Frame\n1. Weld it\n\n## Phase 2 — Pump\n1. Buy it\n   - the small one\n2. ~~Measure the shaft~~\n3. Fit it\n',
    { next: ['Buy it', 'Fit it'] },
  ],
  [
    'what to resume with',
    '# S\n\n## Session continuity\n\nStopped at: the pump\nResume file: None\nResume: Start the next milestone\n',
    { next: ['Start the next milestone'] },
  ],
  [
    'an immediate focus',
    '# S\n\n## Status\n- All built\n\n**Immediate focus:** ship the next patch\n',
    { next: ['ship the next patch'] },
  ],
  [
    'rules and bans side by side',
    '# S\n\n## Guidelines\n\n### What to do\n- Test first\n\n### What NOT to do\n- Push to main\n\n## Constraints\n- 8 GB\n',
    { standards: ['Test first', '8 GB'], doNot: ['Push to main'] },
  ],
  [
    'traps of a session, and what does not work',
    '# H\n\n## Six traps the 2026-08-08 session hit, all the same shape\n- Assert the clock\n\n## Traps found on 2026-08-22\n- Clear the cache\n\n## Current state\n\n### What works\n- The pump\n\n### What doesn\u2019t work\n- The valve leaks\n',
    { gotchas: ['Assert the clock', 'Clear the cache', 'The valve leaks'], state: ['The pump'] },
  ],
  [
    'no parts of a step that is done',
    '# H\n\n## Next steps\n\n1. ✅ **Pump** (COMPLETED 2025-11-01)\n   - Bought it\n   - Fitted it\n2. ⏳ **Valve**\n   - Buy it\n',
    { next: ['⏳ **Valve**', 'Buy it'] },
  ],
  [
    'the status of a summary, though each part has its own',
    '# H\n\n## Executive summary\n\n**Status**: operational\n\n## Pump\n\n**Status**: done\n\n## Valve\n\n**Status**: broken\n',
    { state: ['operational'] },
  ],
  [
    'the newest day that a state section keeps',
    '# H\n\n## Active phase\n- **Closed:** phases 0 to 16\n\n## Current state\n\n**2026-08-06 — the filter says so**\n\nIt does.\n\n**2026-08-01 — the pump**\n\nIt ran.\n\n## Standing candidates (pick up next)\n- Measure it\n',
    { state: ['**2026-08-06 — the filter says so**', 'It does.'], next: ['Measure it'] },
  ],
  [
    'phases that are listed as done',
    '# P\n\n## What is done\n- Phase 1 foundation is complete: lint\n- Phase 2 adapters are complete\n\n## Remaining work\n- Radio\n',
    { phase: ['2', 'Phase 2 complete'] },
  ],
  [
    'sections in Korean and Spanish',
    '# H\n\n## 현재 상태: 완성\n- 모두 끝\n\n## 다음에 할 수 있는 일 (미착수)\n- 벤치\n\n## 주의/함정\n- 서버 필요\n',
    { next: ['벤치'], gotchas: ['서버 필요'] },
  ],
  [
    'a general state in Spanish',
    '# P\n\n## Estado General\n\nEn RC.\n\n## Próximo Enfoque\n\nCertificar.\n',
    { state: ['En RC.'], next: ['Certificar.'] },
  ],
  [
    'no point that is marked as done in front',
    '# H\n\n## Full todo list\n1. **[done 2026-08-17]** Alarms\n2. **[partially done]** Screens\n3. **[pending — before Phase 2 screens]** Drawings\n4. (DONE) Tags\n',
    {
      next: ['**[partially done]** Screens', '**[pending — before Phase 2 screens]** Drawings'],
      phase: null,
    },
  ],
  [
    'what is not yet there, and blockers that one word says are resolved',
    '# P\n\n## In Progress\n- Radio\n\n## Not Yet Implemented\n- Alarms\n\n## Blockers\n- The API retires in May\n- [Phase 14]: the bug RESOLVED in Plan 02 — it is sent now\n',
    { state: ['Radio'], next: ['Alarms'], blockers: ['The API retires in May'] },
  ],
  [
    'a current decision and the bounds of risk',
    '# P\n\n## Current decision\n\nNo second theme.\n\n## Risk boundaries\n- Do not publish before the check\n',
    { decided: ['No second theme.'], doNot: ['Do not publish before the check'] },
  ],
  [
    'the summary of a session in Korean',
    '# H\n\n## 2026-07-06 세션 요약\n- 배포 완료\n\n## 후속 (미완)\n- 알림 설정\n',
    { state: ['배포 완료'], next: ['알림 설정'] },
  ],
  [
    'no rules in what is to do',
    '# S\n\n## Status\n- Runs\n\n## What to do\n- Buy the pump\n',
    { standards: [] },
  ],
  [
    'of blocks that are dated below their headings the newest, though it says less',
    '# Move to the ferry\n\n## Date: 3 March 2026\n\n### Current Status\n- The pier is dry\n\n### Next Steps\n- Buy paint\n\n# The new engine\n\n## Date: 9 March 2026\n\n### Current Status\n- The engine runs\n',
    { state: ['The engine runs'], next: [] },
  ],
  [
    'of sessions with a date as a label the newest',
    '# Log\n\n## Winter work\n**Date:** 2026-01-04\n\n### Blockers\n- No wood\n\n### Next steps\n- Saw\n\n## Spring work\n**Date:** 2026-03-04\n\n### Next steps\n- Plane\n',
    { next: ['Plane'], blockers: [] },
  ],
  [
    'no label on what came next below a heading that says it is over',
    '# W\n\n## One-line state\n\nThe weir holds.\n\n## Historical checkpoint 4\n- Sluices built\n- Next: dry the second chamber\n\n## Immediate next task\n\nOpen the gate.\n',
    { state: ['The weir holds.'], next: ['Open the gate.'] },
  ],
  [
    'no next phase behind which the file already is',
    '# State\n\n## Current Position\n\nPhase: 06 (boats) — COMPLETED\n\n## Phase 3 Completion Summary\n\n**Next:** Phase 4 — Piers\n\n## Todo\n- Paint the boats\n',
    { next: ['Paint the boats'], phase: ['6', '06 (boats) — COMPLETED'] },
  ],
  [
    'the phase that its own section says is complete, and no later one that comes next',
    '# State\n\n## Current Phase\nPhase 25 (Hulls) COMPLETE — all 9 plans shipped. The yard is tidy.\n\n## Next Steps\n1. Phase 25 COMPLETE — next hull work is Phase 25.1 (Keels)\n',
    { phase: ['25', 'Phase 25 (Hulls) COMPLETE — all 9 plans shipped'] },
  ],
  [
    'the current phase, though a milestone stands above it',
    '# State\n\n## Current Milestone\n**v1 — one ferry at sea**\n\n## Current Phase\n**Phase 12 — Masts ✅ done — all 3 plans (2026-07-21).**\n',
    { phase: ['12', 'Phase 12 — Masts ✅ done — all 3 plans (2026-07-21).'] },
  ],
  [
    'no row that is ticked, and no assessment, among what comes next',
    '# B\n\n## Next Steps & Priorities\n\n| Part | Ready |\n|---|---|\n| Hull | ✅ YES |\n| Mast | no |\n\n### Readiness assessment\n- The hull is ready\n\n### Older notes\n- See the yard\n',
    { next: ['Mast — no'] },
  ],
  [
    'no gotcha that is said to be over in capitals',
    '# B\n\n## Known Issues\n- The pump is a stub — **NOW SUBSTANTIALLY IMPLEMENTED**\n- Valves not built — **STILL PENDING**\n- Tank — PARTIALLY IMPLEMENTED\n',
    { gotchas: ['Valves not built — **STILL PENDING**', 'Tank — PARTIALLY IMPLEMENTED'] },
  ],
  [
    'what the newest entry says under headings of its own, in a file that is nothing but entries',
    '# H\n\n## (2026-07-29) The lock\n\n**State:**\n- The gate is shut\n\n### Blockers\n- The key is lost\n\n### NEXT ACTIONS (in order)\n1. Oil it\n\n## (2026-07-20) The mill\n\n### NEXT ACTIONS\n1. Grind\n',
    { state: ['The gate is shut'], next: ['Oil it'], blockers: ['The key is lost'] },
  ],
  [
    'no blocker of the newest entry that a later line of it says is over',
    '# P\n\n## Update Log\n\n**2026-01-02:**\n- Blocked: the bank account is not verified (1a2b3c4)\n- Blocker: the key of the lock\n- Blocked: the crane is down\n- Blocked: no paint\n- The bank verified our account (2a2b3c4)\n- Unblocked: the key of the lock\n- The crane is still down\n',
    { blockers: ['the crane is down', 'no paint'] },
  ],
  [
    'no files of a session as the state, and the task that was done then',
    '# H\n\n## Exact task we were doing\nCut the sails.\n\n## Files modified / created this session\n- `sails.md`\n',
    { state: ['Cut the sails.'] },
  ],
  [
    'names in long forms of Chinese as in short ones',
    '# 上下文\n\n## 當前任務\n- 修橋\n\n## 下一步行動\n- 鋪路\n\n## 約束條件\n- 不改舊路\n',
    { state: ['修橋'], next: ['鋪路'], standards: ['不改舊路'] },
  ],
  [
    'all of a file that is headed by the next session, but for what is over',
    '# Next Session To-Do\n\n## Priority: the harbour\n- Dredge it\n\n## Completed (this session)\n- [x] Buoys\n',
    { next: ['Dredge it'] },
  ],
  [
    'each line that a mark begins, though no list begins it',
    '# P\n\n## What is left to build\n✅ Tickets\n⬜ Currencies\n   and coins\n⬜ Maps\n',
    { next: ['⬜ Currencies and coins', '⬜ Maps'] },
  ],
  [
    'no decision that is under consideration, and no question as a constraint',
    '# P\n\n## Active Decisions and Considerations\n- One pier\n\n### Technical Decisions Under Consideration\n1. **Hull**\n   - Weighing oak against steel\n\n### Open Questions\n1. **Technical Constraints**\n   - How deep is the bay?\n',
    { decided: ['One pier'], gotchas: [] },
  ],
  [
    'no blocker of a phase that is past',
    '# State\n\n## Position\n\nPhase: 13 (In Progress)\n\n## Blockers/Concerns\n- Phase 6.1 closed the worst of it\n- Phase 11 depends on the new crane\n- Phase 13 waits for rope\n- The bay is shallow\n',
    { blockers: ['Phase 13 waits for rope', 'The bay is shallow'] },
  ],
  [
    'a phase that a tool wrote above the file before a field that nobody moved',
    '---\nstatus: complete\nprogress:\n  total_phases: 4\n  completed_phases: 4\n---\n\n# State\n\n## Current Position\n\nPhase: 2 of 3 (Piers)\nStatus: In progress\n',
    { phase: ['', 'all 4 phases complete'] },
  ],
  [
    'no name of the section as a point of it, and traps under a heading with a clause',
    '# P\n\n## 0. TL;DR — where we are\nHalf way.\n\n## 6. Key gotchas the next session must respect (hard-won)\n- Mind the tide\n',
    { state: ['Half way.'], gotchas: ['Mind the tide'] },
  ],
  [
    'no next step of a file that only bears the name',
    '# Next session\n\n## Release checklist\n1. Bump it\n',
    { next: [] },
  ],
  [
    'no next step of an earlier day that its neighbour alone dates',
    '# State\n\n## Position\n\nNext: row on\n\n## Overlay (2026-04-27)\n- Drawn\n\n## What happened (2026-04-18)\n- Dug\n\n## Next step\n- Dig more\n\n## What happened (2026-04-16)\n- Swept\n\n## Next step\n- Sweep more\n',
    { next: ['row on'] },
  ],
  [
    'no criterion that blocks, and no point that says it blocks nothing',
    '# C\n\n### Blocking Criteria (Must Complete)\n- The gate opens\n\n## Current blockers\n- None (the crane is out, which blocks nothing)\n- The invitation is not a code blocker\n- No rope\n',
    { blockers: ['No rope'] },
  ],
  [
    'the session of a file that tells its state nowhere else',
    '# NEXT — start here\n\n## SESSION 2 (2026-05-25): live\n- The gate is open\n\n## OUTSTANDING / DO NEXT\n1. Paint it\n',
    { state: ['The gate is open'], next: ['Paint it'] },
  ],
  [
    'a phase between two',
    '# State\n\n## Current Position\n\nPhase: 201.1 (piers) — EXECUTING\n',
    { phase: ['201.1', '201.1 (piers) — EXECUTING'] },
  ],
  [
    'nothing of what is over, of a status alone, or of what was verified',
    '# S\n\n## Blockers/Concerns\n- The new rope is here and works (verified)\n- The bay freezes\n\n## Next Steps\n\nv1.8 COMPLETE! All 33 phases shipped (100%).\n\n**Latest features:**\n- A panel\n',
    { blockers: ['The bay freezes'], next: [] },
  ],
  [
    'no status of a step as the step',
    '# S\n\n## Next phase\n- Not started\n\n## Current Goals\n1. Row\n',
    { next: ['Row'] },
  ],
];

for (const [title, text, expected] of ROWS)
  test(`tells ${title}`, () => {
    const brief = buildBrief(factsOf(text));
    for (const [section, points] of Object.entries(expected)) {
      const found =
        section === 'phase'
          ? brief.phase && [brief.phase.id, brief.phase.title]
          : said(brief, section as Section);
      assert.equal(found, points, section);
    }
  });

test('before its first phase a file says so beside the phase that comes', () => {
  const text =
    '# S\n\n**Current Phase**: Pre-Phase 0 (planning complete)\n\n## Current state\n- The plan stands\n';
  const phases = [{ path: 'docs/phases/phase0.md', text: '# Phase 0: Setup\n- [ ] Install\n' }];
  const brief = buildBrief(factsOf(text, { phases }));
  assert.is(brief.phase?.title, 'Phase 0: Setup');
  assert.equal(said(brief, 'state'), ['Pre-Phase 0 (planning complete)', 'The plan stands']);
});

test('a plan that nobody ticks is not told against the count of the file itself', () => {
  const text =
    '# State\n\n## Current Position\n\nPhase: 1 of 5 (Wallet)\nPlan: 1 of 3 (01-01-PLAN.md)\nStatus: Completed\n';
  const plan = {
    path: '.planning/ROADMAP.md',
    text: '# Roadmap\n\n### Phase 1: Wallet\n- [ ] 01-01: ledger\n- [ ] 01-02: deposit\n- [ ] 01-03: reset\n\n### Phase 2: Bets\n- [ ] 02-01: odds\n',
  };
  const brief = buildBrief(factsOf(text, { plans: [plan] }));
  assert.equal([brief.phase?.done, brief.phase?.total], [1, 3]);
  assert.equal(said(brief, 'next'), ['01-02: deposit', '01-03: reset']);
});

test('replaced decisions are told among what was tried, with the reason', () => {
  const decision = {
    ...OLD,
    id: '1',
    title: 'Queue',
    chosen: 'Redis',
    status: 'superseded',
    supersededBy: '2',
  } as const;
  const successor = {
    ...OLD,
    id: '2',
    title: 'Queue, again',
    rationale: 'one service less',
    line: 9,
  } as const;
  const { tried } = buildBrief(factsOf('# S\n', { decisions: [decision, successor] }));
  assert.equal(tried, [
    { text: '1: Queue → Redis; replaced by 2: one service less', from: 'docs/decisions.md:3' },
  ]);
});

const OLD = {
  date: null,
  chosen: null,
  rationale: null,
  status: 'stands',
  supersedes: [],
  supersededBy: null,
  rejected: null,
  replaced: null,
  text: '',
  affects: [],
  path: 'docs/decisions.md',
  line: 3,
} as const;

for (const title of ['Resolved', 'Behoben', 'Решено', 'Решенные проблемы', 'Вирішено'])
  test(`what is settled is open no more: ${title}`, () => assert.ok(isSettled(title)));

test.run();
