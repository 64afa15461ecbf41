import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { notedDecisions } from '../../src/core/decisions/noted.ts';
import { searchDecisions } from '../../src/core/decisions/search.ts';

const TEXT = `# Session Context

## Current State
- Works

## What NOT to Do
- Never push on Fridays
- Rejected: a cache by harbour — one harbour changes while the others stand (1a2b3c4)
- **Rejected:** Redux

## Update Log

**2026-06-01:**
- Rejected: two queues (2b3c4d5)
- Decision: chrony instead of a loop of our own, because drift stays below 2 µs (3c4d5e6)
- Revert "feat(detect): try a CNN picker (PhaseNet)" (4d5e6f7, 5e6f7a8)
  - It needs 900 ms per window (5e6f7a8)
- Revert "feat: without a reason" (6f7a8b9)
- Add a parser (7a8b9c0)
`;

test('reads what the file notes as rejected or decided, with its reason and its line', () => {
  const found = notedDecisions({ path: 'C.md', text: TEXT });
  assert.equal(
    found.map(({ title, rationale, status, line }) => [title, rationale, status, line]),
    [
      ['a cache by harbour', 'one harbour changes while the others stand', 'rejected', 8],
      ['Redux', null, 'rejected', 9],
      ['two queues', null, 'rejected', 14],
      ['try a CNN picker (PhaseNet)', 'It needs 900 ms per window', 'rejected', 16],
      ['chrony instead of a loop of our own', 'drift stays below 2 µs', 'stands', 15],
    ],
  );
});

test('a question about what was rejected is answered by it', () => {
  const [first] = searchDecisions(
    notedDecisions({ path: 'C.md', text: TEXT }),
    'should we cache by harbour?',
  );
  assert.is(first?.decision.title, 'a cache by harbour');
});

test.run();
