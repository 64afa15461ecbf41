// A guard written where its decision or rule stands, and read back from there.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { listGuards } from '../../../src/core/guards/force.ts';
import { findAdded, parsePlace, writeGuard } from '../../../src/core/guards/write.ts';

const REQUIRE = 'require pattern /a|b\\(/ in **/*.py that matches /c=True/';

type Case = readonly [title: string, path: string, text: string, line: number, written: string];

const CASES: readonly Case[] = [
  [
    'below the last label of a decision',
    'docs/decisions.md',
    '# Decisions\n\n## Decision 1: A\n\n**Chosen:** a\n**Rationale:** b\n\n## Decision 2: B\n\n**Chosen:** c\n**Rationale:** d\n',
    3,
    '**Rationale:** b\n**Guard:** `G`\n\n## Decision 2',
  ],
  [
    'with the last decision, from any of its lines, under CRLF',
    'docs/decisions.md',
    '# Decisions\r\n\r\n## Decision 1: A\r\n\r\n- **Chosen:** a\r\n- **Rationale:** b\r\n',
    6,
    '- **Rationale:** b\r\n- **Guard:** `G`\r\n',
  ],
  [
    'in a record of its own',
    'docs/adr/0001-a.md',
    '# 1. A\n\n## Status\n\nAccepted\n\n## Decision\n\nWe use a.\n\n## Context\n\nIt is slow.\n',
    1,
    'It is slow.\n\nGuard: `G`\n',
  ],
  [
    'inside the row of a table',
    'docs/decisions.md',
    '# Decisions\n\n| # | Decision | Rationale |\n| --- | --- | --- |\n| 1 | Use a | it is small |\n',
    5,
    '| it is small. Guard: `G` |\n',
  ],
  [
    'behind a rule, and its wrapped line',
    'SESSION_CONTEXT.md',
    '# Session Context\n\n## What NOT to do\n\n- No a in the\n  code base\n- No b\n',
    5,
    '- No a in the\n  code base. Guard: `G`\n- No b\n',
  ],
  [
    'behind a rule in bold that ends in an exclamation mark',
    'SESSION_CONTEXT.md',
    '# Session Context\n\n## What NOT to do\n\n- **Never a!**\n- No b!\n',
    6,
    '- No b! Guard: `G`\n',
  ],
];

for (const [title, path, text, line, written] of CASES)
  for (const guard of ['forbid import x', REQUIRE])
    test(`writes ${guard.slice(0, 14)} ${title}, and reads it back`, () => {
      const after = writeGuard({ path, text }, line, guard);
      const code = `\`${path.endsWith('decisions.md') && text.includes('| #') ? guard.replace(/\|/g, '\\|') : guard}\``;
      assert.ok(after?.includes(written.replace('`G`', code)), after ?? 'null');
      const { guards, invalid } = listGuards([{ path, text: after ?? '' }], DEFAULTS);
      assert.equal(invalid, []);
      assert.equal(
        guards.map((one) => one.guard.text),
        [guard],
      );
    });

test('writes none where no decision and no rule stands', () => {
  const document = { path: 'SESSION_CONTEXT.md', text: '# Session Context\n\n## What NOT to do\n' };
  for (const line of [2, 3, 40]) assert.is(writeGuard(document, line, 'forbid import x'), null);
});

test('finds the decision that is new', () => {
  const before = { path: 'docs/decisions.md', text: CASES[0]?.[2].split('\n## Decision 2')[0] ?? '' };
  const after = { ...before, text: CASES[0]?.[2] ?? '' };
  assert.is(findAdded(before, after)?.id, '2');
  assert.is(findAdded(after, after), null);
});

test('reads a place', () => {
  assert.equal(parsePlace('./docs/a b.md:12'), { path: 'docs/a b.md', line: 12 });
  for (const text of ['docs/a.md', 'a.md:0', 'a.md:x', ':3']) assert.is(parsePlace(text), null);
});

test.run();
