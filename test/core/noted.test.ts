import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { notedRejections } from '../../src/core/decisions/noted.ts';
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
- Rejected: something of the log
`;

test('reads what the file notes as rejected, with its reason and its line', () => {
  const found = notedRejections({ path: 'C.md', text: TEXT });
  assert.equal(
    found.map(({ title, rationale, status, line }) => [title, rationale, status, line]),
    [
      ['a cache by harbour', 'one harbour changes while the others stand', 'rejected', 8],
      ['Redux', null, 'rejected', 9],
    ],
  );
});

test('a question about what was rejected is answered by it', () => {
  const [first] = searchDecisions(
    notedRejections({ path: 'C.md', text: TEXT }),
    'should we cache by harbour?',
  );
  assert.is(first?.decision.title, 'a cache by harbour');
});

test.run();
