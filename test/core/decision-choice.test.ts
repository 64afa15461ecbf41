// What an entry chose: its heading or what stands behind a word for the choice, never what was weighed, the
// problem or a path; and which decisions are in force.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readDecisions } from '../../src/core/decisions/decisions.ts';
import type { Decision } from '../../src/core/types.ts';

const read = (text: string, path = 'docs/decisions.md'): Decision[] => readDecisions([{ path, text }]);

const OPTIONS =
  '| Option | Used by | Trade-off |\n|---|---|---|\n| 2 m | Rowers | Short. |\n| 4 m | Crews | Long. |\n';

type Choice = readonly [
  what: string,
  body: string,
  chosen: string | null,
  rest?: { readonly status?: Decision['status']; readonly rejected?: string; readonly rationale?: string },
];
const CHOICES: readonly Choice[] = [
  [
    'alternatives first',
    'Alternatives: tar, wax.\nWhy: oil dries.',
    null,
    { rejected: 'tar, wax.', rationale: 'oil dries.' },
  ],
  ['options first', 'Considered: tar, wax.\nReason: oil dries.', null, { rejected: 'tar, wax.' }],
  ['German alternatives', 'Alternativen: Teer\nWarum: Öl trocknet.', null, { rejected: 'Teer' }],
  [
    'a table of options and a choice',
    `${OPTIONS}\n**Ferry choice:** 4m\n\n**Why:** two crews.`,
    '4m',
    { rejected: '2 m' },
  ],
  [
    'a table of options and no choice',
    `${OPTIONS}\n**Ferry choice:**\n\n**Why it matters:** berths.`,
    null,
    { status: 'proposed' },
  ],
  ['an option in bold', OPTIONS.replace('4 m', '**4 m**'), '4 m', { rejected: '2 m' }],
  [
    'a problem, then the ruling',
    'The plank had a hole. It sank.\n\nRuling: **one plank, one owner.** It floats.',
    '**one plank, one owner.** It floats.',
  ],
  [
    'a problem, then the decision',
    'The plan names oars but not how many. Decision: four oars, two a side.',
    'four oars, two a side.',
  ],
  ['a problem, then what we chose', 'The plan was silent. We use four oars.', 'We use four oars.'],
  [
    'where it is written',
    '**Document**: `docs/OARS.md`\n**What it means**:\n- four oars\n- two a side',
    'four oars two a side',
  ],
  [
    'Portuguese labels',
    '- **Escolha**: quatro remos\n- **Razão**: dois por lado',
    'quatro remos',
    { rationale: 'dois por lado' },
  ],
  ['an incident', 'First night out, the oars broke in one turn.', null],
];
for (const [what, body, chosen, rest = {}] of CHOICES)
  test(`chosen of an entry with ${what}`, () => {
    const [entry] = read(
      `# Decisions\n\n## 2026-04-01 — Oars\n\n${body}\n\n## 2026-04-02 — Sails\n\n${body}\n`,
    );
    assert.is(entry?.chosen, chosen);
    assert.is(entry?.status, rest.status ?? 'stands');
    if (rest.rejected !== undefined) assert.is(entry?.rejected, rest.rejected);
    if (rest.rationale !== undefined) assert.is(entry?.rationale, rest.rationale);
  });

test('prose below a title that is a sentence is its reason, not the choice', () => {
  const [entry] = read(
    '# Log\n\n## D1. Files are the harbour book\nFrom the old port. A page is a ship.\n\n## D2. No bells at night\nx\n',
  );
  assert.equal([entry?.chosen, entry?.rationale], [null, 'From the old port. A page is a ship.']);
});

test('a table of values holds no decisions, one with reasons does', () => {
  const table = (header: string) =>
    `# Decisions\n\n## Berths\n\n${header}\n|---|---|---|\n| North | Oak | Red |\n| South | Elm | Blue |\n`;
  assert.equal(
    read(table('| Berth | Wood | Colour |')).map(({ title }) => title),
    [],
  );
  assert.is(read(table('| Decision | Berth | Rationale |')).length, 2);
});

test('what a list leaves out or puts off is not in force', () => {
  const log = (title: string) =>
    read(`# Decisions\n\n## Hull\n- Oak. It lasts.\n\n## ${title}\n- A second mast.\n`);
  for (const [title, status] of [
    ['Things deliberately deferred', 'proposed'],
    ['Aplazado', 'stands'],
    ['Decisiones aplazadas', 'proposed'],
    ['Out of scope', 'rejected'],
    ['不做的事', 'rejected'],
    ['Masts', 'stands'],
  ] as const)
    assert.is(log(title).at(-1)?.status, title === 'Aplazado' ? 'proposed' : status, title);
});

test('decisions that are called old are not in force', () =>
  assert.equal(
    read('# D\n\n## 1. Oak\nWe use oak.\n\n## 2. 已废弃的旧决策\n- 木桨\n').map(({ status }) => status),
    ['stands', 'deprecated'],
  ));

test('how decisions came to be is no decision', () =>
  assert.equal(
    read(
      '# P\n\n## Evolution of project decisions\n\n1. Started with oars\n2. Tried a sail\n',
      'PROGRESS.md',
    ),
    [],
  ));

test('a code in brackets numbers no decision, and a bracket before a title is whole', () => {
  const [one, two] = read(
    '# H\n\n## Key decisions\n\n- Plank-only(D03) lanes\n- [Phase 01-hull]: oak\n',
    'HANDOFF.md',
  );
  assert.equal([one?.id, one?.title, two?.title], [null, 'Plank-only(D03) lanes', 'Phase 01-hull: oak']);
});

for (const heading of ['Tuple Format', 'Estratégia de Template', 'Ticket format (Phase 2)'])
  test(`"${heading}" is what a project has, not how an entry is written`, () =>
    assert.is(
      read(
        `# Log\n\n## 2026-01-01 x\n**Decision**: a\n\n## Group\n\n### ${heading}\n**Decision**: b\n**Why**: c\n`,
        'docs/decisions.md',
      ).length,
      2,
    ));

test('a log with an instant in its title, and in its rows, is read by its rows', () => {
  const [one, ...others] = read(
    '# 2026-07-04T10:20:07-06:00 - Decision Log\n\n| Timestamp | Decision | Rationale |\n|---|---|---|\n| 2026-07-03T11:54:20-06:00 | Oak for the hull | It lasts |\n',
    'DECISION_LOG.md',
  );
  assert.equal([one?.title, one?.date, others.length], ['Oak for the hull', '2026-07-03', 0]);
});

test('a heading that ends with its status is an entry with it', () =>
  assert.equal(
    read(
      '# Decisions\n\n## Fog\n\n### Fog is drawn on top · `SETTLED`\nA seam showed.\n\n### A list of rooms · `REJECTED`\nNobody reads it.\n\n### Caching of tides · `REVERTED` — landmine\nIt lied.\n\n### Night lights · `PARKED`\nLater.\n',
      'docs/decisions.md',
    ).map(({ title, status }) => [title, status]),
    [
      ['Fog is drawn on top', 'stands'],
      ['A list of rooms', 'rejected'],
      ['Caching of tides', 'deprecated'],
      ['Night lights', 'proposed'],
    ],
  ));

// A decision's own status, and explicit supersession.
const record = (id: number, status: string, more = '') => ({
  path: `docs/adr/000${id}-r${id}.md`,
  text: `# ADR-000${id}: Hull ${id}\n\n## Status\n\n${status}\n\n## Decision\n\nOak ${id}.\n\n## Consequences\n\n${more || 'None.'}\n`,
});
type Case = readonly [what: string, records: readonly ReturnType<typeof record>[], status: string];
const STATUS: readonly Case[] = [
  [
    'one that supersedes several stands, and each of them does not',
    [
      record(
        1,
        'Superseded by [ADR-0003](0003-r3.md). Previously: Accepted, superseding ADR-0002 §3 for oars.',
      ),
      record(2, 'Accepted.'),
      record(3, 'Accepted. Supersedes [ADR-0001](0001-r1.md),\n[ADR-0002](0002-r2.md).'),
    ],
    'superseded superseded stands',
  ],
  [
    'a word at the end of a wrapped line is no label',
    [
      record(1, 'Accepted.', '- [ADR-0002](0002-r2.md), now\nsuperseded.\n- ADR-0002 stays.'),
      record(2, 'Accepted.'),
    ],
    'stands stands',
  ],
  [
    'a number that another took is no replacement',
    [
      record(
        1,
        'Accepted.',
        'The reserved numbers.) *Superseded: ADR-0002 took the slot of ADR-0003, which moves on.*',
      ),
      record(2, 'Accepted. Takes the slot that ADR-0001 had reserved.'),
    ],
    'stands stands',
  ],
  [
    'a part that is replaced leaves the rest in force',
    [
      record(1, 'Accepted.'),
      record(2, 'Accepted.', 'Later ADR-0003 supersedes ADR-0001 here. This supersedes § 2 of ADR-0001.'),
    ],
    'stands stands',
  ],
  [
    'prose that says it of itself counts',
    [record(1, 'Accepted.'), record(2, 'Accepted.', 'This decision supersedes ADR-0001.')],
    'superseded stands',
  ],
  [
    'of a circle the one that says it of itself is replaced',
    [record(1, 'Superseded by ADR-0002'), record(2, 'Accepted', 'Supersedes ADR-0001.')],
    'superseded stands',
  ],
];
for (const [what, records, statuses] of STATUS)
  test(what, () =>
    assert.is(
      readDecisions(records)
        .map(({ status }) => status)
        .join(' '),
      statuses,
    ),
  );

test.run();
