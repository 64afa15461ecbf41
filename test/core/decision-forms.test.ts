// Forms of logs and records in which what was weighed, left open or said of another stands beside the choice.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readDecisions } from '../../src/core/decisions/decisions.ts';
import { parseIdentity } from '../../src/core/decisions/identity.ts';
import { roleOf } from '../../src/core/decisions/labels.ts';
import { searchDecisions } from '../../src/core/decisions/search.ts';
import type { Decision } from '../../src/core/types.ts';

const read = (text: string, path = 'docs/decisions.md'): Decision[] => readDecisions([{ path, text }]);

const WEIGHED = [
  'Alternatives',
  'Options',
  'Considered',
  'Alternativen',
  'Alternativas',
  'Альтернативы',
  '备选',
];

for (const label of WEIGHED)
  test(`takes nothing behind \`${label}:\` for the choice that a title makes`, () => {
    const [one] = read(
      `# Decisions\n\n## D1. Ropes are the index\n${label}: a card box, a ledger.\nWhy: one hand is enough.\n\n` +
        `## D2. Bells by wire\n${label}: radio.\nWhy: no mast.\n`,
    );
    assert.is(one?.chosen, null);
    assert.match(one?.rejected ?? '', /card box/);
    assert.match(one?.rationale ?? '', /one hand/);
  });

const TABLE =
  '| Option | Used by | Trade-off |\n| --- | --- | --- |\n| Oak | Harbour | heavy |\n| Ash | Mill | bends |\n';

test('reads the choice below a table of options, and an empty one as open', () => {
  const decisions = read(
    `# Decisions\n\n## Wood\n\n### Hull\n\n${TABLE}\n**Ferry choice:** Ash\n\n**Why it matters:** weight.\n\n` +
      `### Mast\n\n${TABLE}\n**Ferry choice:**\n\n**Why it matters:** height.\n`,
  );
  assert.equal(
    decisions.map(({ title, chosen, rejected, status }) => [title, chosen, rejected, status]),
    [
      ['Hull', 'Ash', 'Oak', 'stands'],
      ['Mast', null, 'Oak; Ash', 'proposed'],
    ],
  );
});

test('takes no row of things for a decision, and rows with reasons for some', () => {
  const things =
    '| Group | Icon | Colour |\n| --- | --- | --- |\n| Boats | Anchor | `#FF6B6B` |\n| Crew | Hat | `#80CBC4` |\n';
  assert.equal(read(`# Decisions\n\n## Groups\n\n${things}`), []);
  const rows =
    '| Sujet | Choix | Cause |\n| --- | --- | --- |\n| Coque | Frêne | plus léger que le chêne |\n';
  assert.is(read(`# Décisions\n\n${rows}`).length, 1);
});

test('says of points below a heading what the heading says of them', () => {
  const decisions = read(
    '# Decisions\n\n## Ropes\n\n- **Hemp** for the mooring, since it floats.\n- **Wire** for the crane.\n\n' +
      '## Things deliberately deferred\n\n- A second crane.\n- Night lights.\n\n## Ruled out\n\n- Chains of iron.\n',
  );
  assert.equal(
    decisions.map(({ status }) => status),
    ['stands', 'stands', 'proposed', 'proposed', 'rejected'],
  );
});

const CODES: readonly (readonly [text: string, id: string | null])[] = [
  ['Flash-only(D03) extraction, so that tracks are no pads', null],
  ['Keel only (D3) for now', null],
  ['Decision (D-3): keel only', 'D-3'],
  ['T1-03: Key management', 'T1-03'],
  ['M2-11 — Lanes', 'M2-11'],
  ['Q3-12: Lanes', null],
];
for (const [text, id] of CODES)
  test(`reads ${id ?? 'no id'} from "${text}"`, () => assert.is(parseIdentity(text)?.id ?? null, id));

for (const [label, role] of [
  ['Ferry choice', 'decision'],
  ['Our final verdict', 'decision'],
  ['Open decision', null],
  ['Next choice', null],
] as const)
  test(`takes the label ${label} for ${role ?? 'none that is known'}`, () => assert.is(roleOf(label), role));

test('reads a label inside of what is bold as a whole', () => {
  const [one] = read(
    '# Tier 1\n\n## T1-01: Names of ropes\n\n**DECISION: Option D — one name for each rope**\n\n**Rationale:**\n- short\n\n' +
      '## Summary\n\n| # | Decision | Choice |\n| --- | --- | --- |\n| T1-01 | Names | one each |\n',
  );
  assert.is(one?.chosen, 'one name for each rope');
  assert.is(
    read(
      '# Tier 1\n\n## T1-01: Names\n\n**DECISION: one**\n\n| # | Decision | Choice |\n| --- | --- | --- |\n| T1-01 | Names | one |\n',
    ).length,
    1,
  );
});

const BLOCKS = ['Bells by wire', 'Ropes of hemp', 'Lanes by hull']
  .map(
    (title, at) =>
      `## Decision\n\n**${title}**\n- ${title} from now on\n\n## Rationale\n\n- it holds ${at}\n\n` +
      `## Implementation Details\n\n- done in step ${at}\n\n[2026-02-0${at + 1} 10:00:00] - ${title} is in\n\n---\n\n`,
  )
  .join('');

test('leaves a stamp below a block to that block', () => {
  const decisions = read(`# Decision Log\n\n${BLOCKS}`, 'memory-bank/decisionLog.md');
  assert.equal(
    decisions.filter(({ chosen }) => chosen !== null).map(({ title }) => title),
    ['Bells by wire', 'Ropes of hemp', 'Lanes by hull'],
  );
});

test('goes by the status of an accepted record, whatever its text says of others', () => {
  const [first, second] = readDecisions([
    {
      path: 'docs/adr/0001-hemp.md',
      text: '# ADR-0001: Hemp\n\n## Status\n\nSuperseded by [ADR-0002](0002-wire.md). Previously: Accepted.\n\n## Decision\n\nHemp.\n',
    },
    {
      path: 'docs/adr/0002-wire.md',
      text: '# ADR-0002: Wire\n\n## Status\n\nAccepted. Supersedes [ADR-0001](0001-hemp.md).\n\n## Decision\n\nWire.\n\n## Links\n\n- hemp, now superseded. See [ADR-0001](0001-hemp.md). The slot was superseded by ADR-0001 once.\n',
    },
  ]);
  assert.equal([first?.status, second?.status], ['superseded', 'stands']);
});

test('takes no path for what was chosen', () => {
  const [one] = read(
    '# Decisions\n\n## D-1: Ropes\n\n**Document**: `docs/ropes.md`\n\n**Meaning**: hemp for all.\n',
  );
  assert.match(one?.chosen ?? '', /hemp/);
});

test('answers with the decision whose title names the matter', () => {
  const log =
    '# Decisions\n\n## ADR-001: Tides are read each hour\n\n**Decision:** read tides each hour; a boat or a ferry waits, and is called a late boat, a late ferry.\n\n**Why:** safety.\n\n' +
    '## ADR-002: Rename boat to ferry\n\n**Decision:** the word is used in texts.\n\n**Why:** clear.\n';
  assert.is(searchDecisions(read(log), 'is it called a boat or a ferry?')[0]?.decision.id, 'ADR-002');
});

test.run();
