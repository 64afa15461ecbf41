// The MCP server over real standard input and output, as a client speaks to it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI } from '../helpers/project.ts';
import { createFolder, createRepository, type TestEnvironment } from '../helpers/repository.ts';

const FILES = {
  'SESSION_CONTEXT.md':
    '# Context\n\n## Current State\n\n- The importer reads CSV\n\n## Gotchas\n\n- Ids have leading zeros\n\n## Update Log\n\n**2026-01-01:**\n- Started\n',
  'docs/decisions.md':
    '# Decisions\n\n## Decision 1: CSV files\n\n**Affects:** `src/read.ts`\n**Chosen:** CSV, not Parquet\n**Rationale:** nothing to install\n',
  'src/read.ts': 'export const a = 1;\n',
};

type Reply = {
  readonly id?: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a server answers.
  readonly result?: any;
  readonly error?: { readonly message: string };
};

/** What is asked is answered in any order; the answers come by the order of the questions. */
async function ask(cwd: string, env: TestEnvironment, questions: readonly (readonly [string, object])[]) {
  const child = spawn('node', [CLI, 'mcp'], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
  const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const replies = new Map<number, Reply>();
  const clientInfo = { name: 'test', version: '1' };
  send({
    id: 0,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo },
  });
  send({ method: 'notifications/initialized' });
  questions.forEach(([method, params], at) => {
    send({ id: at + 1, method, params });
  });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    const reply: Reply = JSON.parse(line);
    if (reply.id !== undefined) replies.set(reply.id, reply);
    if (replies.size > questions.length) child.stdin.end();
  }
  return { code: await closed, replies: [...replies].sort(([a], [b]) => a - b).map(([, reply]) => reply) };
}

const call = (name: string, args: object) => ['tools/call', { name, arguments: args }] as const;
const textOf = (reply: Reply | undefined): string => reply?.result?.content?.[0]?.text ?? '';

test('serves the brief, the decisions and the documents, and ends with its standard input', async () => {
  const repository = createRepository();
  repository.commit('feat: read CSV', FILES);
  const { code, replies } = await ask(repository.dir, repository.env, [
    ['tools/list', {}],
    call('brief', { task: 'should we use Parquet?' }),
    call('decisions', { words: 'Parquet' }),
    call('decisions', { path: 'src/read.ts' }),
    call('why', { paths: ['src/read.ts'] }),
    call('check', {}),
    ['resources/read', { uri: 'handoff://context' }],
    ['resources/read', { uri: 'handoff://decisions' }],
    ['prompts/get', { name: 'session-start', arguments: {} }],
    ['prompts/get', { name: 'session-end' }],
  ]);
  const [hello, tools, brief, found, governing, why, check, context, decisions, start, end] = replies;
  assert.is(code, 0);
  assert.ok(hello?.result.instructions.length <= 600, `${hello?.result.instructions.length} characters`);
  // Four characters are a token, about.
  assert.ok(JSON.stringify(tools?.result).length < 4 * 2_500);
  const hints = tools?.result.tools.map(
    ({ name, annotations }: { name: string; annotations: { readOnlyHint: boolean } }) => [
      name,
      annotations.readOnlyHint,
    ],
  );
  assert.equal(Object.fromEntries(hints), {
    brief: true,
    decisions: true,
    why: true,
    check: true,
    note: false,
    decide: false,
  });
  assert.match(textOf(brief), /Session brief: main at[\s\S]*CSV files/);
  for (const reply of [found, governing, why]) assert.match(textOf(reply), /CSV files/);
  assert.match(textOf(why), /feat: read CSV|read CSV/);
  assert.match(textOf(check), /0 errors/);
  assert.is(context?.result.contents[0].text, FILES['SESSION_CONTEXT.md']);
  assert.is(decisions?.result.contents[0].text, FILES['docs/decisions.md']);
  assert.match(start?.result.messages[0].content.text, /Confirm in a few sentences[\s\S]*Session brief/);
  assert.match(end?.result.messages[0].content.text, /git handoff draft/);
  repository.remove();
});

test('writes notes and decisions into their documents, whatever their words look like', async () => {
  const repository = createRepository();
  repository.commit('feat: read CSV', FILES);
  const { replies } = await ask(repository.dir, repository.env, [
    call('note', { kind: 'gotcha', text: '--help is no option\n## Heading' }),
    call('decide', { title: '--json', chosen: '$(touch owned)', rationale: '`touch owned`' }),
    call('note', { kind: 'rumour', text: 'x' }),
    call('note', { kind: 'gotcha', text: ' ' }),
    call('brief', { task: 7 }),
    call('why', { paths: ['../../etc/passwd'] }),
  ]);
  const [, noted, decided, rumour, empty, number, outside] = replies;
  assert.is(textOf(outside).trim(), 'handoff: no decision is about "../../etc/passwd"');
  assert.not.ok(noted?.result.isError, textOf(noted));
  assert.not.ok(decided?.result.isError, textOf(decided));
  assert.match(repository.read('SESSION_CONTEXT.md'), /^- --help is no option ## Heading/m);
  assert.match(repository.read('docs/decisions.md'), /^## Decision 2: --json$/m);
  assert.match(repository.git('status', '--porcelain'), /^ ?M SESSION_CONTEXT.md\n M docs\/decisions.md$/);
  for (const reply of [rumour, empty, number])
    assert.ok(reply?.result?.isError || reply?.error, JSON.stringify(reply));
  repository.remove();
});

test('says outside a repository that there is none, and serves on', async () => {
  const { env, remove } = createRepository();
  const { code, replies } = await ask(createFolder(), env, [
    call('brief', {}),
    ['resources/read', { uri: 'handoff://context' }],
    ['tools/list', {}],
  ]);
  const [, brief, context, tools] = replies;
  assert.is(code, 0);
  assert.ok(brief?.result.isError);
  assert.match(textOf(brief), /not.*repository/i);
  assert.match(context?.error?.message ?? '', /not.*repository/i);
  assert.is(tools?.result.tools.length, 6);
  remove();
});

test.run();
