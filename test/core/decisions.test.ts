// What decision logs hold, in the shapes that people and agents write them.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findCollisions } from '../../src/core/decisions/citations.ts';
import { readDecisions } from '../../src/core/decisions/decisions.ts';
import { meansId, parseIdentity } from '../../src/core/decisions/identity.ts';
import { roleOf } from '../../src/core/decisions/labels.ts';
import { searchDecisions } from '../../src/core/decisions/search.ts';
import type { Decision } from '../../src/core/types.ts';

const read = (text: string, path = 'docs/decisions.md'): Decision[] => readDecisions([{ path, text }]);

const HEADINGS: readonly (readonly [text: string, id: string | null, date: string | null, title: string])[] =
  [
    ['**Decision 7: Primary Model (Track A)**', '7', null, 'Primary Model (Track A)'],
    ['Decision 1 — Commitments Include `owner`', '1', null, 'Commitments Include `owner`'],
    ['1. The deliverable is a crate. Really.', '1', null, 'The deliverable is a crate. Really.'],
    ['2.1 Use Postgres', '2.1', null, 'Use Postgres'],
    ['2024-01-15: Why two passes?', '2024-01-15', '2024-01-15', 'Why two passes?'],
    ['[2024-01-15 14:30] Two passes', '2024-01-15', '2024-01-15', 'Two passes'],
    ['15 January 2024 — Two passes', '15 January 2024', '2024-01-15', 'Two passes'],
    ['2024年1月5日：两遍', '2024年1月5日', '2024-01-05', '两遍'],
    ['ADR-001 – Bedrock', 'ADR-001', null, 'Bedrock'],
    ['ADR-001：项目选择', 'ADR-001', null, '项目选择'],
    ['ADR 0001: One Agent', 'ADR-0001', null, 'One Agent'],
    ['[ADR-7](#adr-7) Foo', 'ADR-7', null, 'Foo'],
    ['🧭 1. **Start: `a` & `b`**', '1', null, 'Start: `a` & `b`'],
    ['Decision 001: Architecture (2025-11-08)', '001', '2025-11-08', 'Architecture'],
    ['D-001 · 2026-09-22 · North star', 'D-001', '2026-09-22', 'North star'],
    ['D-001 (2026-08-12) — Monorepo', 'D-001', '2026-08-12', 'Monorepo'],
    ['2025-01-02 — D-4: x', 'D-4', '2025-01-02', 'x'],
    ['D12 Use it', 'D12', null, 'Use it'],
    ['ADR-K4.2-H-09: Lanes by hull', 'ADR-K4.2-H-09', null, 'Lanes by hull'],
    ['ADR-2024-001: Lanes', 'ADR-2024-001', null, 'Lanes'],
    ['ADR-FE-003 — Lanes', 'ADR-FE-003', null, 'Lanes'],
    ['U2-ADR-123: Lanes', 'U2-ADR-123', null, 'Lanes'],
    ['D-2026-08-08-1: Lanes', 'D-2026-08-08-1', '2026-08-08', 'Lanes'],
    ['ADR-001-A: Lanes', 'ADR-001-A', null, 'Lanes'],
    ['DR/2024/7: Lanes', 'DR/2024/7', null, 'Lanes'],
    ['[ADR-API-7] Lanes', 'ADR-API-7', null, 'Lanes'],
    ['ADR-0012b: Lanes', 'ADR-0012b', null, 'Lanes'],
    ['Решение 7: Очередь', '7', null, 'Очередь'],
    ['決定3：キャッシュ', '3', null, 'キャッシュ'],
  ];
for (const [text, id, date, title] of HEADINGS)
  test(`reads the number, date and title of "${text}"`, () => {
    const identity = parseIdentity(text);
    assert.equal([identity?.id, identity?.date, identity?.title], [id, date, title]);
  });

for (const text of [
  'v1.2 decisions',
  '3 reasons',
  'Phase 2: Scope',
  'HTTP/2 support',
  'Top 5 risks',
  'Kubernetes 1.29 upgrade',
  'WebSocket-2 lanes',
  'Phase-2-A: lanes',
  'AWS-S3-01: lanes',
])
  test(`takes no number from "${text}"`, () => assert.is(parseIdentity(text), null));

const CITED: readonly (readonly [cited: string, id: string, isMeant: boolean])[] = [
  ['14', '14', true],
  ['14', 'D-014', true],
  ['adr 3', 'ADR-003', true],
  ['#3', '3', true],
  ['D-3', 'ADR-3', false],
  ['3', '13', false],
  ['2024-01-15', '2024-01-15', true],
  ['ADR-K4.2-H-09', 'ADR-K4.2-H-9', true],
  ['ADR-K4.2-H-09', 'ADR-K4.3-H-09', false],
  ['ADR-FE-3', 'ADR-BE-3', false],
  ['FE-3', 'ADR-FE-003', true],
  ['ADR-1-A', 'ADR-001-A', true],
  ['ADR-1-A', 'ADR-001-B', false],
  ['', '1', false],
];
for (const [cited, id, isMeant] of CITED)
  test(`"${cited}" ${isMeant ? 'means' : 'does not mean'} ${id}`, () =>
    assert.is(meansId(cited, id), isMeant));

test('a log headed by sentences, or by decisions without numbers, is read by its headings', () => {
  const sentences =
    '# Decisions\n\n## The ferry name can be changed later\nIt could not.\n- **No alias** — links break.\n\n## Paid seats show on the list of guests\nThe owner asked.\n\n## Switched from oars to one sail\nOars are slow.\n';
  assert.equal(
    read(sentences).map(({ title }) => title),
    [
      'The ferry name can be changed later',
      'Paid seats show on the list of guests',
      'Switched from oars to one sail',
    ],
  );
  const declared =
    '# Decision: boat graph\nDate: 2026-08-17\nOutcome: one file\n\n## What was tried\n1. Does it float? NO.\n\n# Decision: sail reading\nOutcome: by hand\n';
  assert.equal(
    read(declared).map(({ title }) => title),
    ['boat graph', 'sail reading'],
  );
  const subjects =
    '# Decisions\n\n## Hull\n- **Oak** — it lasts\n\n## Sails\n- **Linen** — it mends\n\n## Crew\n- **Two** — it fits\n';
  assert.equal(
    read(subjects).map(({ title }) => title),
    ['Oak', 'Linen', 'Two'],
  );
});

test('a number in brackets behind words numbers no decision', () =>
  assert.equal(
    read('# Decisions\n\n## 2026-04-21 — Pilot decision (5 slots, 30+30)\n**Decision**: five\n').map(
      ({ title }) => title,
    ),
    ['Pilot decision (5 slots, 30+30)'],
  ));

test('an entry that only the index of a log has counts, one that it repeats does not', () =>
  assert.equal(
    read(
      '# Log\n\n## Index\n- **ADR-3** — Sails by mail (accepted)\n- **ADR-2** — Oak\n\n## ADR-2: Oak\n**Decision**: oak\n\n## ADR-1: Two hands\n**Decision**: two\n',
    ).map(({ id, line }) => [id, line]),
    [
      ['ADR-3', 4],
      ['ADR-2', 7],
      ['ADR-1', 10],
    ],
  ));

test('a part of another kind below the decisions of a context file holds none', () =>
  assert.equal(
    readDecisions([
      {
        path: 'SESSION_CONTEXT.md',
        text: '# C\n\n## Decisions and considerations\n\n#### 1. One queue\n**Decision**: one queue for all\n\n#### 2. One lock\n**Decision**: a file\n\n### Current technical challenges\n\n#### 2. Alerts\n**Challenge**: too many\n',
      },
    ]).map(({ title }) => title),
    ['One queue', 'One lock'],
  ));

for (const title of [
  'Quick Tasks Completed',
  'Open',
  '11.2 Abiertas',
  'Pending',
  'Offen',
  'Erste Aufgaben erledigt',
])
  test(`below the decisions of a context file, "${title}" holds none`, () =>
    assert.equal(
      readDecisions([
        {
          path: 'STATE.md',
          text: `# C\n\n## Key Decisions\n\n- Scales are read by hand, for the wire is slow\n\n### ${title}\n\n| # | Description | Date |\n|---|---|---|\n| 001 | Rank the scales again | 2026-02-03 |\n| 002 | Read all of the halls | 2026-02-10 |\n`,
        },
      ]).map((one) => one.title),
      ['Scales are read by hand, for the wire is slow'],
    ));

const LABELS: readonly (readonly [label: string, role: string | null])[] = [
  ['Chosen', 'decision'],
  ['**Decision Outcome**', 'decision'],
  ['Decision Drivers', 'context'],
  ['Why This Decision Was Made', 'rationale'],
  ['3. Consequences', 'context'],
  ['Motivos', 'rationale'],
  ['决策理由', 'decision'],
  ['Date/Author', 'date'],
  ['Decided by', 'meta'],
  ['No ORM', null],
  ['Version pinning', null],
];
for (const [label, role] of LABELS)
  test(`"${label}" is a label of ${role ?? 'nothing that is known'}`, () => assert.is(roleOf(label), role));

const LOGS: readonly (readonly [
  what: string,
  text: string,
  expected: readonly (readonly [string | null, string, string | null, string | null])[],
])[] = [
  [
    'a bullet with a line a field',
    '# Decision Log\n\n- Decision: Two small slices.\n  Rationale: The fix is at the writer.\n  Date/Author: 2026-09-02 / Ada.\n',
    [[null, 'Two small slices.', 'Two small slices.', 'The fix is at the writer.']],
  ],
  [
    'labels on lines of their own',
    '# Log\n\n## ADR-001\nDate : 2026-07-15\n\nDecision\n\nMigrate step by step.\n\nReason\n\nNo downtime.\n',
    [['ADR-001', 'ADR-001', 'Migrate step by step.', 'No downtime.']],
  ],
  [
    'a status with prose behind it',
    '# Log\n\n## D001: Static pages\n\nStatus: accepted\n\nPages are built once. The rest is fetched.\n',
    [['D001', 'Static pages', 'Pages are built once. The rest is fetched.', 'The rest is fetched.']],
  ],
  [
    'a summary table above the entries',
    '# Log\n\n| ID | Decision | Status |\n|---|---|---|\n| D-1 | Vite | ok |\n\n## D-1: Vite\n\n- **Decision:** Vite\n- **Why:** fast\n',
    [['D-1', 'Vite', 'Vite', 'fast']],
  ],
  [
    'options numbered inside each entry',
    '# Log\n\n## Decision 1: A\n\nWe take the first.\n\n### 1. First\n\nx\n\n### 2. Second\n\ny\n\n## Decision 2: B\n\nAgain the first.\n\n### 1. First\n\nx\n',
    [
      ['1', 'A', 'We take the first.', 'x'],
      ['2', 'B', 'Again the first.', 'x'],
    ],
  ],
  [
    'numbered sections around numbered entries',
    '# Log\n\n## 1. Storage\n\n### 1.1 Files\n\nFiles are enough for one machine.\n\n## 2. Network\n\n### 2.1 None\n\nThere is one machine only.\n',
    [
      ['1.1', 'Files', 'Files are enough for one machine.', null],
      ['2.1', 'None', 'There is one machine only.', null],
    ],
  ],
  [
    'a language that is not known, by its structure',
    '# Rozhodnutia\n\n## Databáza\n\n**Vybrané:** Postgres\n**Dôvod:** pozná ho celý tím\n\n## Fronta\n\n**Vybrané:** Redis\n**Dôvod:** už beží\n',
    [
      [null, 'Databáza', 'Postgres', 'pozná ho celý tím'],
      [null, 'Fronta', 'Redis', 'už beží'],
    ],
  ],
  [
    'questions that are still open',
    '# Log\n\n## Pending Decisions\n\n### D-9: Cache\n\n**Decision:** none yet\n**Why:** no figures\n',
    [],
  ],
  [
    'a template',
    '# Log\n\n## ADR-XXX: Title\n\n**Decision:** a\n**Why:** b\n\n## Decision template\n\n**Decision:** a\n**Why:** b\n',
    [],
  ],
];
for (const [what, text, expected] of LOGS)
  test(`reads ${what}`, () => {
    assert.equal(
      read(text).map(({ id, title, chosen, rationale }) => [id, title, chosen, rationale]),
      expected,
    );
  });

for (const [title, count] of [
  ['Key decisions made', 1],
  ['Decision log', 1],
  ['Decision: cache', 1],
  ['Decisions not yet made', 0],
  ['Challenges & decisions needed', 0],
  ['Under consideration', 0],
  ['Trade decision counter', 0],
] as const)
  test(`the context file's "${title}" ${count === 0 ? 'holds no decision' : 'holds decisions'}`, () => {
    const text = `# Context\n\n## ${title}\n\n- Files, for there is one machine only.\n`;
    assert.is(readDecisions([{ path: 'SESSION_CONTEXT.md', text }]).length, count);
  });

test('a decision about templates is no template', () => {
  assert.is(read('# Log\n\n## D-9: Template engine\n\n**Decision:** Eta\n**Why:** small\n').length, 1);
});

test('a folder holds a decision a file, but for its index and its template', () => {
  const record = '# Use files\n\n## Decision\n\nFiles.\n\n## Consequences\n\nNone.\n';
  const documents = ['0001-use-files', 'README', 'template', '0000-adr-template', 'index'].map((name) => ({
    path: `docs/adr/${name}.md`,
    text: record,
  }));
  assert.equal(
    readDecisions(documents).map(({ id, path }) => [id, path]),
    [['0001', 'docs/adr/0001-use-files.md']],
  );
});

const REPLACED: readonly (readonly [what: string, old: string, next: string])[] = [
  ['the newer one', '', '**Supersedes:** Decision 1\n'],
  ['the older one', '**Replaced by:** 2\n', ''],
  ['the status', '**Status:** Superseded by Decision 2\n', ''],
  ['the newer one in Russian', '', 'Заменяет решение 1\n'],
  ['the newer one in Ukrainian', '', 'Замінює рішення 1\n'],
  ['the older one in Russian', 'Заменено на решение 2\n', ''],
  ['the title', '', ''],
];
for (const [what, old, next] of REPLACED)
  test(`a decision is superseded when ${what} says so`, () => {
    const title = what === 'the title' ? 'A (superseded by 2)' : 'A';
    const text = `## Decision 1: ${title}\n\n**Chosen:** a\n**Why:** x\n${old}\n## Decision 2: B\n\n**Chosen:** b\n**Why:** y\n${next}`;
    const [first, second] = read(text);
    assert.equal([first?.status, second?.status], ['superseded', 'stands']);
    assert.is(first?.supersededBy?.replace('Decision ', ''), '2');
  });

test('numbers are a log of its own: one log does not replace decisions of another', () => {
  const one = { path: 'docs/adr/0001-a.md', text: '# 1. A\n\n## Decision\n\na\n\n## Context\n\nx\n' };
  const two = {
    path: 'DECISIONS.md',
    text: '## Decision 2: B\n\n**Chosen:** b\n**Why:** y\n**Supersedes:** 1\n',
  };
  assert.equal(
    readDecisions([one, two]).map(({ status }) => status),
    ['stands', 'stands'],
  );
});

test('reads the globs that a decision governs', () => {
  const [decision] = read(
    '## Decision 1: A\n\n**Chosen:** a\n**Why:** x\n**Affects:** `src/compress/**`, src/*.ts\n',
  );
  assert.equal(decision?.affects, ['src/compress/**', 'src/*.ts']);
});

test('finds numbers given twice, but not where each session starts anew', () => {
  const log = (text: string) => read(text);
  const two = log('## D-1: A\n\na b c d e\n\n## D-2: B\n\na b c d e\n\n## D-2: C\n\nf g h i j\n');
  assert.equal(
    findCollisions([], two).map(({ id }) => id),
    ['D-2'],
  );
  assert.equal(findCollisions(two, two), []);
  const sessions = log(
    '## Session 1\n\n### Decision 1: A\n\nx\n\n### Decision 2: B\n\nx\n\n## Session 2\n\n### Decision 1: C\n\nx\n\n### Decision 2: D\n\nx\n',
  );
  assert.equal(findCollisions([], sessions), []);
});

test('finds the decision that settles a question', () => {
  const decisions = read(
    '## 1. Model\n\nWe use Llama, as Mistral was slower on our card.\n\n## 2. Storage\n\nSQLite, as one file is enough.\n',
  );
  assert.is(searchDecisions(decisions, 'should we use Mistral instead?')[0]?.decision.title, 'Model');
  assert.is(searchDecisions(decisions, '').length, 2);
});

test.run();
