// What a context file says of a matter that no decision settles.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { formOf, readDecisions } from '../../src/core/decisions/decisions.ts';
import { findTold } from '../../src/core/decisions/told.ts';

const TEXT = `# Ferry: handoff

## Current state
- Tides are stored by port, since one port has one gauge
- The gauge reader was moved to its own process
- The harbour map draws
  no depth below two metres

## What not to do
- Do **not** change \`POST /tides/check\`: the harbour office calls it
- NUNCA borrar la tabla de mareas

> The plan of a second crane
> was superseded by the longer pier.

| Thing | State |
|---|---|
| Night lights | deferred until spring |

## Next
- Draw the tide curve
`;

const mentions = (question: string) => findTold([{ path: 'HANDOFF.md', text: TEXT }], question).told;

for (const [question, line] of [
  ['may I change POST /tides/check?', 10],
  ['why are tides stored by port?', 4],
  ['is the depth below two metres drawn?', 6],
  ['¿puedo borrar la tabla de mareas?', 11],
  ['do we build a second crane?', 13],
  ['what about night lights?', 18],
] as const)
  test(`finds line ${line} for "${question}"`, () => assert.is(mentions(question)[0]?.line, line));

for (const question of [
  'should we use Postgres?',
  'which colour has the ferry?',
  'who is the captain of the tide?',
  '',
])
  test(`finds nothing for "${question}"`, () => assert.equal(mentions(question), []));

test('gives the whole of a point that is wrapped, three at most', () => {
  assert.match(mentions('second crane')[0]?.text ?? '', /crane was superseded/);
  const text = `# S\n\n${'- the tide is read\n'.repeat(9)}`;
  assert.is(findTold([{ path: 'STATE.md', text }], 'is the tide read?').told.length, 3);
});

for (const path of ['ESTADO.md', '进度.md', 'DEVLOG.md', 'docs/引き継ぎ.md', 'docs/ai_handoff.md'])
  test(`takes no heading of ${path} for a decision`, () => {
    const text = '# PoCs\n\n## PoC #1 — Ropes\n\nDone.\n\n## PoC #2 — Bells\n\nDone.\n';
    assert.is(formOf({ path, text }), 'context');
    assert.equal(readDecisions([{ path, text }]), []);
  });

test('takes a record for one wherever it is', () => {
  const text = '# ADR-001: Bells by wire\n\n## 状況\n\nno mast\n\n## 決定\n\nwire\n\n## 根拠\n\ncheap\n';
  const [one] = readDecisions([{ path: 'docs/spec/ADR-001-bells.md', text }]);
  assert.equal([one?.id, one?.chosen, one?.rationale], ['ADR-001', 'wire', 'cheap']);
});

test.run();
