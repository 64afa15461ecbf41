// Where the update log is, in shapes that real files have.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readContext } from '../../../src/core/context/context.ts';

type Row = {
  readonly title: string;
  readonly text: string;
  readonly shape: string;
  readonly order: string;
  readonly heads: readonly number[];
  /** 1-based line of the last entry's last line. */
  readonly last: number;
};

const rows: readonly Row[] = [
  {
    title: 'bold lines, with instructions and a footer behind the log',
    text: '# S\n\n## Update Log\n\n**2025-11-08, 9:47pm:**\n- a\n- b\n\n**2025-11-07, 3:00pm:**\n- c\n\nWhen you finish, add an entry.\n\n---\n*Keep this file short.*\n',
    shape: 'bold',
    order: 'newest-first',
    heads: [5, 9],
    last: 10,
  },
  {
    title: 'dated headings among the others',
    text: '# S\n\n## State\n\nx\n\n## Session 2026-05-01 (session 5) summary\n\na\n\n## Session 2026-05-07 (session 6) summary\n\nb\n\n## When you come back\n\nc\n',
    shape: 'heading',
    order: 'oldest-first',
    heads: [7, 11],
    last: 13,
  },
  {
    title: 'headings with a date range below a named section',
    text: '## Historical log\n\n### Session 24 (2026-05-09–10) — PRs #34\n\n- a\n\n### Session 23 (2026-05-02) — x\n\n- b\n\n---\n\nThe end.\n',
    shape: 'heading',
    order: 'newest-first',
    heads: [3, 7],
    last: 9,
  },
  {
    title: 'a dated list',
    text: '## 현재 위치\n\n- **2026-08-19~20 (x)** — a\n  more\n- **2026-08-18** — b\n',
    shape: 'bullet',
    order: 'newest-first',
    heads: [3, 5],
    last: 5,
  },
  {
    title: 'one title a session, the same sections below each',
    text: '# Contexto de Trabajo - Sesión 17/06/2026 (Actualizado)\n\n## Estado\n\na\n\n# Contexto de Trabajo - Sesión 05/02/2026 (Histórico)\n\n## Estado\n\nb\n',
    shape: 'heading',
    order: 'newest-first',
    heads: [1, 7],
    last: 11,
  },
  {
    title: 'numbered bold lines',
    text: '## Recent Session Summaries\n\n**Session #288** (TITLE\n— 3 COMMITS):\n\n- a\n\n**Session #287** (OTHER):\n\n- b\n',
    shape: 'bold',
    order: 'newest-first',
    heads: [3, 8],
    last: 10,
  },
  {
    title: 'a table with a date column',
    text: '## Version History\n\n| Version | Date | What |\n|---|---|---|\n| 1 | 2026-01-01 | a |\n| 2 | 2026-01-05 | b |\n',
    shape: 'row',
    order: 'oldest-first',
    heads: [5, 6],
    last: 6,
  },
  {
    title: 'mixed dates, the newest on top',
    text: '## 2026-06-03 晚间变更\n\na\n\n## 要点\n\nx\n\n## 2026-05-30 变更\n\nb\n\n## 2026-06-01 变更\n\nc\n',
    shape: 'heading',
    order: 'newest-first',
    heads: [1, 9, 13],
    last: 15,
  },
];

for (const { title, text, shape, order, heads, last } of rows) {
  test(`finds a log of ${title}`, () => {
    const log = readContext(text).log;
    assert.is(log?.entries[0]?.shape, shape);
    assert.is(log?.order, order);
    assert.equal(
      log?.entries.map(({ from }) => from + 1),
      heads,
    );
    assert.is(log?.entries.at(-1)?.to, last);
  });
}

for (const [title, text] of [
  [
    'phase headings with dates',
    '### Phase 1 : Fondations - VALIDEE (2026-01-18)\n\nx\n\n### Phase 2 : Navigation (2026-01-19)\n\ny\n',
  ],
  ['a decision log', '## Key Decisions Log\n\n### 2026-01-18 — A\n\nx\n\n### 2026-01-19 — B\n\ny\n'],
  ['dates inside a fence', '## Notes\n\n```\n## 2026-01-18\n## 2026-01-19\n```\n'],
  [
    'a history kept as a table without dates',
    '## Sprint History\n\n| Sprint | Focus |\n|---|---|\n| 3 | x |\n',
  ],
  ['one dated heading', '## Release checkpoint — v2.8.0 (2026-08-04)\n\nx\n'],
] as const) {
  test(`takes for no log: ${title}`, () => assert.is(readContext(text).log, null));
}

test('finds an empty log by its name', () => {
  const log = readContext('# S\n\n## Update Log\n\n_Nothing yet._\n').log;
  assert.is(log?.heading, 2);
  assert.equal(log?.entries, []);
});

for (const [titles, order] of [
  [['Session 1: Scaffold', 'Session 2a: Data', 'Session 2b: Wallet', 'Session 3: Trades'], 'oldest-first'],
  [['Session 3: Trades', 'Session 2b: Wallet', 'Session 2a: Data'], 'newest-first'],
  [['Trades', 'Wallet'], 'newest-first'],
] as const)
  test(`entries of one day are in the order of their numbers: ${titles[0]}`, () => {
    const entries = titles.map((title) => `## 2026-04-21 — Phase 1 ${title}\n\n- Works\n`).join('\n');
    assert.is(readContext(`# Session Log\n\n${entries}`).log?.order, order);
  });

test.run();
