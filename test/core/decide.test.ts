// A new decision in the style of each log in test/fixtures/decisions: decided.md is the log, or the new file,
// after.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../src/core/config/defaults.ts';
import { findDocuments } from '../../src/core/config/documents.ts';
import { type Request, type WrittenFile, writeDecision } from '../../src/core/decide/decide.ts';
import { chooseLog, placeOfNext } from '../../src/core/decide/log.ts';
import { readDecisions, readEntries } from '../../src/core/decisions/decisions.ts';
import { findNewEntries } from '../../src/core/gate/newEntries.ts';
import { readGuards } from '../../src/core/guards/lines.ts';
import type { Document } from '../../src/core/types.ts';

type Shape = {
  readonly name: string;
  readonly path: string;
  readonly decidedPath?: string;
  readonly before: string;
  readonly decided: string;
};

const FOLDER = join(import.meta.dirname, '../fixtures/decisions');

const shapesIn = (folder: string): Shape[] =>
  readdirSync(folder).map((name) => {
    const text = (file: string) => readFileSync(join(folder, name, file), 'utf8');
    return {
      name,
      before: text('before.md'),
      decided: text('decided.md'),
      ...(JSON.parse(text('facts.json')) as { path: string }),
    };
  });

const shapes = shapesIn(FOLDER);

const request: Request = {
  title: 'Cache in Redis',
  chosen: 'One Redis node a region',
  rationale: 'Lookups took 40 ms from disk, and two teams know it',
  supersedes: null,
  now: '2026-11-22T10:30:00+01:00',
};

const decide = (documents: readonly Document[], extra: Partial<Request> = {}): readonly WrittenFile[] =>
  writeDecision(documents, { ...request, ...extra }, 'docs/decisions.md') ?? [];

const GUARDS = ['forbid import memcached', 'forbid pattern /a|`b`/ in src/**/*.{js,ts} until Phase 4'];

const asCrlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');

for (const { name, path, decidedPath = path, before, decided } of shapes) {
  const document = { path, text: before };

  test(`${name}: writes the next decision as its authors would`, () => {
    const [file] = decide([document]);
    assert.is(file?.path, decidedPath);
    assert.is(file?.text, decided);
  });
  test(`${name}: and the gate takes it for a new, complete one`, () => {
    const changes = decide([document]).map((file) => ({ ...file, after: file.text }));
    const known = { decisions: readDecisions([document]), templates: new Set<string>() };
    assert.equal(
      findNewEntries(changes, known).map(({ gaps }) => gaps),
      [[]],
    );
  });
  test(`${name}: its guards are read again, as its own`, () => {
    const files = decide([document], { guards: GUARDS });
    const documents = [document, ...files].filter(
      (one) => one !== document || !files.some((file) => file.path === path),
    );
    const { guards, invalid } = readGuards(documents, {
      ...DEFAULTS,
      documents: { ...DEFAULTS.documents, decisions: [path, decidedPath] },
    });
    assert.equal(invalid, []);
    assert.equal(
      guards.map(({ text, decision }) => [text, /Cache in Redis/.test(decision?.title ?? '')]),
      GUARDS.map((text) => [text, true]),
    );
  });
  test(`${name}: under CRLF nothing else changes`, () => {
    const [file] = decide([{ path, text: asCrlf(before) }]);
    assert.is(file?.text, asCrlf(decided));
  });
  if (decidedPath === path)
    test(`${name}: a file with no final newline keeps none`, () => {
      const [file] = decide([{ path, text: before.trimEnd() }]);
      assert.is(file?.text, decided.trimEnd());
    });
  test(`${name}: a decision that replaces another one is linked both ways`, () => {
    const old = readDecisions([document]).findLast(({ id }) => id !== null);
    if (old === undefined || old.id === null) return;
    const files = decide([document], { supersedes: old.id });
    const now = files.map(({ path: at, text }) => ({ path: at, text }));
    const decisions = readDecisions(
      [...now, document].filter(
        (one, index, all) => all.findIndex((other) => other.path === one.path) === index,
      ),
    );
    const replaced = decisions.find(({ title, path: at }) => title.startsWith(old.title) && at === old.path);
    const next = decisions.find(({ title }) => title.startsWith('Cache in Redis'));
    assert.is(replaced?.status, 'superseded');
    assert.ok(replaced?.supersededBy, JSON.stringify(replaced));
    assert.is(next?.status, 'stands');
    assert.is(next?.supersedes.length, 1);
  });
}

const LOG =
  '# Decisions\n\n## Decision 2: B\n\n**Chosen:** b\n**Rationale:** it is better\n\n## Decision 1: A\n\n**Chosen:** a\n**Rationale:** it is first\n';

for (const [title, path, text, decided] of [
  [
    'a record keeps the blank line behind its front matter, and no person, tag or order',
    'docs/decisions/0001-radio.md',
    '---\nstatus: "accepted"\ndate: 2025-02-03\ndecision-makers: Ada, Bo\ntags: [radio]\nnav_order: 7\n---\n\n# LoRa for the radio\n\n## Context and Problem Statement\n\nHills.\n\n## Considered Options\n\n* LoRa\n* WiFi\n\n## Decision Outcome\n\nChosen option: "LoRa", because of its range.\n\n> Ada: look again in May.\n',
    '---\nstatus: "accepted"\ndate: 2026-11-22\n---\n\n# Cache in Redis\n\n## Context and Problem Statement\n\nLookups took 40 ms from disk, and two teams know it\n\n## Considered Options\n\n* One Redis node a region\n\n## Decision Outcome\n\nChosen option: "One Redis node a region", because Lookups took 40 ms from disk, and two teams know it.\n',
  ],
  [
    'a line on persons leaves the blank one below it',
    'docs/adr/0001-radio.md',
    '# Radio\n\n- Status: accepted\n- Date: 2026-01-01\n- Deciders: Ada\n\n## Context\n\nHills.\n\n## Decision\n\nLoRa.\n',
    '# Cache in Redis\n\n- Status: accepted\n- Date: 2026-11-22\n\n## Context\n\nLookups took 40 ms from disk, and two teams know it\n\n## Decision\n\nOne Redis node a region\n',
  ],
  [
    'a point begins with its day',
    'docs/decisions.md',
    '# Decisions\n\n- 2026-02-01: **SQLite** for the store (one file). — Ada\n- 2026-02-07: **LoRa** for the radio (range). — Bo\n',
    '# Decisions\n\n- 2026-02-01: **SQLite** for the store (one file). — Ada\n- 2026-02-07: **LoRa** for the radio (range). — Bo\n- 2026-11-22: **Cache in Redis**: One Redis node a region. Lookups took 40 ms from disk, and two teams know it\n',
  ],
] as const)
  test(title, () => assert.is(decide([{ path, text }])[0]?.text, decided));

test('goes to the top of a log that is newest first', () => {
  const [file] = decide([{ path: 'docs/decisions.md', text: LOG }]);
  assert.match(file?.text ?? '', /^# Decisions\n\n## Decision 3: Cache in Redis\n\n\*\*Chosen:\*\* One/);
  assert.ok(file?.text.endsWith(LOG.slice(LOG.indexOf('## Decision 2'))));
});

test('starts a log where there is none, and fills an empty one', () => {
  const [made] = decide([]);
  assert.is(made?.path, 'docs/decisions.md');
  assert.is(made?.before, null);
  assert.match(made?.text ?? '', /^# Decisions\n\n## Decision 1: Cache in Redis\n\n\*\*Date:\*\* 2026-11-22/);
  const [filled] = decide([{ path: 'DECISIONS.md', text: '# Log\r\n' }]);
  assert.match(filled?.text ?? '', /^# Log\r\n\r\n## Decision 1: Cache in Redis\r\n\r\n/);
});

test('says nothing where the decision to be replaced is not there', () => {
  assert.is(
    writeDecision([{ path: 'docs/decisions.md', text: LOG }], { ...request, supersedes: '9' }, 'x.md'),
    null,
  );
});

test("keeps up the folder's index, as a table and as a list", () => {
  const record =
    '# ADR-0001: Files\n\n## Status\n\nAccepted\n\n## Context\n\nIt was slow.\n\n## Decision\n\nUse files.\n';
  const table =
    '# Index\n\n| ADR | Title | Status |\n|---|---|---|\n| [0001](0001-files.md) | Files | Accepted |\n';
  const files = decide([
    { path: 'docs/adr/0001-files.md', text: record },
    { path: 'docs/adr/README.md', text: table },
    { path: 'docs/adr/decision-list.md', text: '## Accepted\n\n1. [ADR-0001: Files](./0001-files.md)\n' },
  ]);
  const texts = Object.fromEntries(files.map(({ path, text }) => [path, text]));
  assert.match(
    texts['docs/adr/README.md'] ?? '',
    /Accepted \|\n\| \[0002\]\(0002-cache-in-redis\.md\) \| Cache in Redis \| Accepted \|\n$/,
  );
  assert.match(
    texts['docs/adr/decision-list.md'] ?? '',
    /\n2\. \[ADR-0002: Cache in Redis\]\(\.\/0002-cache-in-redis\.md\)\n$/,
  );
});

test('starts a new day where a log groups its entries by days', () => {
  const text = '# Decisions\n\n## 2026-09-18\n\n- **npm, not pnpm.** It is on every machine that we have.\n';
  const [file] = decide([{ path: 'DECISIONS.md', text }]);
  assert.is(
    file?.text,
    `${text}\n## 2026-11-22\n\n- **Cache in Redis.** One Redis node a region. ${request.rationale}\n`,
  );
  const [again] = decide([{ path: 'DECISIONS.md', text: file?.text ?? '' }], { title: 'Keep it' });
  assert.match(again?.text ?? '', /two teams know it\n- \*\*Keep it\.\*\* One Redis/);
});

test('what is said cannot open a heading, a comment or a cell', () => {
  const table = shapes.find(({ name }) => name.startsWith('11'));
  const [file] = decide([{ path: 'docs/decisions.md', text: table?.before ?? '' }], {
    title: 'A | B',
    chosen: '<!-- x',
    rationale: 'one\n## two',
  });
  assert.match(file?.text ?? '', /\| 4 \| A \\\| B \| \\<!-- x \| one ## two \|/);
});

test('the place of the next decision is found without reading the log, and is that of its sample', () => {
  const written = shapes.map(({ path, before: text }) => ({ path, text }));
  const others: Document[] = [
    { path: 'docs/decisions.md', text: '# Decisions\n\nNone yet.\n' },
    { path: 'SESSION_CONTEXT.md', text: '# Session\n\n## Decisions\n\n- **Redis**: one node a region\n' },
    { path: 'docs/adr/README.md', text: '# Index\n\n- [1](0001-a.md)\n' },
    { path: 'docs/adr/0001-a.md', text: '# 1. A\n\n## Status\n\nAccepted\n' },
    { path: 'docs/adr/log.md', text: '# Log\n\n## ADR-2: B\n\nStatus: accepted\n' },
  ];
  const documents = [...written, ...others];
  const sets = documents.flatMap((one) => [[one], ...documents.map((other) => [one, other])]);
  for (const set of [[], documents, documents.toReversed(), ...sets]) {
    const sample = chooseLog(readEntries(set), null, set)?.sample;
    const path = sample?.decision.path ?? 'nowhere.md';
    const expected = sample?.kind === 'record' ? path.slice(0, path.lastIndexOf('/')) : path;
    assert.is(placeOfNext(set, 'nowhere.md'), expected, set.map(({ path }) => path).join(', '));
  }
});

for (const { name, path, decidedPath = path, before, decided } of shapesIn(join(FOLDER, '../decided')))
  test(`${name}: takes the form of the log, nothing of its sample's own`, () => {
    const [file] = decide([{ path, text: before }]);
    assert.is(file?.path, decidedPath);
    assert.is(file?.text, decided);
  });

test('an index that sums up each record gets the new title, not the summary of another', () => {
  const record = {
    path: 'docs/adr/0007-lanes-by-hull.md',
    text: '# 7. Lanes by hull\n\n## Status\n\nAccepted\n\n## Decision\n\nLanes are read from the drawing.\n\n## Context\n\nHulls differ.\n',
  };
  const index = {
    path: 'docs/adr/index.md',
    text: '| ADR | Status | Decision |\n|---|---|---|\n| [0007](0007-lanes-by-hull.md) | Accepted | The number of lanes is read from the drawing by hull and by deck. |\n',
  };
  const written = decide([record, index]);
  assert.match(
    written.find(({ path }) => path === index.path)?.text ?? '',
    /^\| \[0008\]\(0008-cache-in-redis\.md\) \| Accepted \| Cache in Redis \|$/m,
  );
});

const record = (number: string, title: string, why: string) => ({
  path: `docs/adr/${number}-${title.toLowerCase().replace(/\W+/g, '-')}.md`,
  text: `# ${title}\n\nStatus: Accepted\n\n## Decision\n\nwire\n\n## ${why}\n\nno mast\n`,
});

test('a record copies no reason, no number and no link that are the sample’s own', () => {
  const index = {
    path: 'docs/adr/README.md',
    text: '# Records\n\n- [`0004-openapi-ids.md`](0004-openapi-ids.md): OpenAPI ids\n\n| Record | About |\n|---|---|\n| [4](0004-openapi-ids.md) | OpenAPI ids say what they name, wherever they are |\n',
  };
  const files = decide([
    record('0001', 'ADR 0001 — Bells', 'Why bells over flags'),
    record('0002', 'ADR 0002 — Ropes', 'Rationale for hemp (not wire)'),
    record('0003', 'ADR 0003 — Lanes', 'Why lanes'),
    { ...record('0004', 'ADR 0002 — Prefixed UUIDv4 ids', 'Why v4'), path: 'docs/adr/0004-openapi-ids.md' },
    index,
  ]);
  const written = files.find(({ path }) => path.includes('0005'))?.text ?? '';
  assert.not.match(written, /UUID|v5|0002|v4/);
  assert.match(written, /^# Cache in Redis\n/);
  assert.match(written, /## Why\n\nLookups took/);
  const listed = files.find(({ path }) => path === index.path)?.text ?? '';
  assert.match(listed, /\[`0005-cache-in-redis\.md`\]\(0005-cache-in-redis\.md\)/);
  assert.not.match(listed, /OpenCache/);
});

test('what an assistant is told about records is none', () => {
  const paths = ['.claude/commands/adr.md', '.agent-workflows/adr/workflow.md', 'docs/adr/0001-a.md'];
  assert.equal(findDocuments('decisions', paths, DEFAULTS), ['docs/adr/0001-a.md']);
});

test.run();
