// What of the documents bears on a task, and which gotchas on a pasted error.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buildBrief } from '../../src/core/brief/brief.ts';
import { weigherFor } from '../../src/core/brief/error.ts';
import { pointsOf } from '../../src/core/brief/points.ts';
import { renderBrief } from '../../src/core/brief/render.ts';
import { findForTask } from '../../src/core/brief/task.ts';
import { readContext } from '../../src/core/context/context.ts';
import { readDecisions } from '../../src/core/decisions/decisions.ts';
import { factsOf } from '../helpers/brief-facts.ts';

const CONTEXT = {
  path: 'SESSION_CONTEXT.md',
  text: `# Harbour

## Current State
- The tide table is read

## Known Gotchas
1. **sharp on Alpine**: needs vips-dev, or the install fails with a missing binding.
2. **Tide API**: answers 429 above 10 requests a minute; wait for Retry-After.
3. **better-sqlite3**: one writer only; a second process gets "database is locked".
4. **CUDA memory**: a batch above 2 does not fit into 8 GB.
5. **Time zones**: the tide table is in UTC, the harbour is not.
6. **Port 5173** is taken by the old preview server; run it with --port 5174.
7. The test harbour's certificate is self-signed: set NODE_EXTRA_CA_CERTS.
`,
};
const SETUP = {
  path: 'docs/setup.md',
  text: '# Setup\n\n## Troubleshooting\n- prisma: run `npx prisma generate` after each pull, else PrismaClient is not found.\n',
};
const LOG = {
  path: 'docs/decisions.md',
  text: `# Decisions

## Decision 1: Message queue
**Chosen:** a table in SQLite
**Rationale:** RabbitMQ is one more service

## Decision 2: Alarm gateway
**Chosen:** SMS through the port's own modem
**Rationale:** push messages do not reach the quay

## Decision 3: Rate limiter in the reader
**Chosen:** a token bucket for each source
**Rationale:** the tide API bans clients
`,
};
const ARCHITECTURE = {
  path: 'docs/architecture.md',
  text: '# Architecture\n\n## Alarm gateway\nIt sends a message to each skipper.\n\n## Layers\nReader, gateway of data, alarm.\n',
};

const find = (task: string) =>
  findForTask(task, {
    documents: [CONTEXT, SETUP, LOG, ARCHITECTURE],
    decisions: readDecisions([LOG]),
    gotchas: pointsOf(readContext(CONTEXT.text), 'gotchas'),
  });

for (const [error, gotcha] of [
  [
    "debug this error: Error: Cannot find module '../build/Release/sharp-linuxmusl-x64.node'",
    'sharp on Alpine',
  ],
  ['npm ERR! sharp: Installation error: vips.h: No such file', 'sharp on Alpine'],
  ['HTTPError: 429 Client Error: Too Many Requests for url: https://tide.example/api', 'Tide API'],
  ['SqliteError: database is locked\n    at Database.prepare (/app/db.js:12:5)', 'better-sqlite3'],
  ['torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 512.00 MiB', 'CUDA memory'],
  ['Error: listen EADDRINUSE: address already in use :::5173', 'Port 5173'],
  ['Error: self-signed certificate in certificate chain (SELF_SIGNED_CERT_IN_CHAIN)', 'certificate'],
  ["Error: @prisma/client did not initialize yet. Please run 'prisma generate'", 'prisma'],
  ['why does it fail: Exception: tide of 02:00 UTC shown at 02:00 local time zone', 'Time zones'],
] as const)
  test(`${JSON.stringify(error)} is what the gotcha on ${gotcha} is about`, () => {
    const [first] = find(error).gotchas ?? [];
    assert.ok(first?.text.includes(gotcha), first?.text ?? 'none');
  });

for (const error of [
  "TypeError: Cannot read properties of undefined (reading 'map')",
  'debug this error: TypeError: cannot unpack non-iterable NoneType object',
  'error[E0382]: borrow of moved value: `skippers`',
  'panic: runtime error: invalid memory address or nil pointer dereference',
  "SyntaxError: Unexpected token '}'",
  'AssertionError: expected 3 to equal 4',
  'Traceback (most recent call last):\n  File "main.py", line 3, in <module>\nKeyError: \'name\'',
])
  test(`no gotcha bears on ${JSON.stringify(error)}, and the brief offers to write one`, () => {
    const brief = buildBrief(factsOf(CONTEXT.text, { task: { text: error, documents: [CONTEXT, SETUP] } }));
    assert.equal(brief.task?.gotchas, []);
    assert.match(
      renderBrief(brief, { budget: 9000 }),
      /^git handoff note gotcha "‹error: cause and cure›"$/m,
    );
  });

for (const [task, decision, first] of [
  ['write the alarm gateway', '2', 'Architecture › Alarm gateway'],
  ['Implement the alarm gateway', '2', 'Architecture › Alarm gateway'],
  ['please refactor our alarm gateway', '2', 'Architecture › Alarm gateway'],
  ['can you set up the message queue?', '1', 'Decisions › Decision 1: Message queue'],
  ['I want to speed up the rate limiter', '3', 'Decisions › Decision 3: Rate limiter in the reader'],
  ['polish the rate limiter', '3', 'Decisions › Decision 3: Rate limiter in the reader'],
  ['should we use RabbitMQ instead?', '1', 'Decisions › Decision 1: Message queue'],
  ['write the login page', null, undefined],
  ['draft the release notes', null, undefined],
  ['improve the error messages of the alarm gateway', '2', 'Architecture › Alarm gateway'],
  ['fix the error page', null, undefined],
] as const)
  test(`the task ${JSON.stringify(task)} is answered by ${decision === null ? 'no decision' : `decision ${decision}`}`, () => {
    const found = find(task);
    assert.is(found.decision?.id ?? null, decision);
    assert.is(found.passages[0]?.title, first);
    assert.is(found.gotchas, null);
  });

test('an error of many lines takes linear time', () => {
  const weigh = weigherFor(`${'    at run (/app/node_modules/x/index.js:1:1)\n'.repeat(20_000)}Error: x`);
  assert.is(weigh('the harbour'), 0);
});

test.run();
