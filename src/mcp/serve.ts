// The MCP server on standard input and output: tools that run the commands, the documents as resources, two
// prompts.
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { formatProblem, Problem } from '../core/problem.ts';
import type { Document } from '../core/types.ts';
import { END, INSTRUCTIONS, START } from '../core/wording/session.ts';
import { type ChildPlace, runCommand } from '../effects/child.ts';
import { removeControls } from '../effects/say.ts';
import { McpServer, serveStdio } from './sdk.ts';
import { TOOLS, type Tool } from './tools.ts';

export type Served = ChildPlace & {
  readonly version: string;
  /** The texts of a kind as they are now. Throws Problem. */
  readonly read: (kind: 'context' | 'decisions') => Promise<readonly Document[]>;
};

/** Returns at once; the process lives until its standard input ends. */
export const serve = (served: Served): void => {
  serveStdio(() => createServer(served));
};

function createServer(served: Served): McpServer {
  const server = new McpServer(
    { name: 'handoff-hooks', title: 'Session context and decisions', version: served.version },
    { instructions: INSTRUCTIONS },
  );
  for (const tool of TOOLS) addTool(server, served, tool);
  addResource(server, served, 'context', 'The context file: state, next steps, blockers, gotchas, log');
  addResource(server, served, 'decisions', 'The log of decisions, or all records of its directory');
  addPrompts(server, served);
  return server;
}

function addTool(server: McpServer, served: Served, tool: Tool): void {
  const { name, title, description, input, isReadOnly } = tool;
  server.registerTool(
    name,
    {
      title,
      description,
      inputSchema: toStandardJsonSchema(input),
      annotations: {
        title,
        readOnlyHint: isReadOnly,
        destructiveHint: false,
        idempotentHint: isReadOnly || name === 'note',
        openWorldHint: false,
      },
    },
    async (args, { mcpReq: { signal } }) => {
      const { text, isError } = await answer(served, tool.commands(args as Record<string, unknown>), signal);
      return { content: [{ type: 'text', text }], isError };
    },
  );
}

/** What a client shows a model in full; the first characters count most in every answer of ours. */
const LONGEST_ANSWER = 24_000;

/** 1 is the gate's no, which is an answer. */
async function answer(served: Served, commands: readonly (readonly string[])[], signal?: AbortSignal) {
  const outputs = [];
  for (const command of commands) outputs.push(await runCommand(served, command, signal));
  const whole = outputs.map(({ text }) => text.trim()).join('\n\n');
  const text =
    whole.length <= LONGEST_ANSWER
      ? whole
      : `${whole.slice(0, LONGEST_ANSWER)}\n… ${whole.length - LONGEST_ANSWER} more characters; ask for less`;
  return { text, isError: outputs.some(({ code }) => code !== 0 && code !== 1) };
}

function addResource(server: McpServer, served: Served, kind: 'context' | 'decisions', description: string) {
  const uri = `handoff://${kind}`;
  server.registerResource(kind, uri, { description, mimeType: 'text/markdown' }, async () => {
    const documents = await readOrSay(served, kind);
    return {
      contents: documents.map(({ path, text }) => ({
        uri: documents.length === 1 ? uri : `${uri}/${encodeURI(path)}`,
        mimeType: 'text/markdown',
        text: removeControls(text),
      })),
    };
  });
}

// The text of an error reaches the user of the client.
async function readOrSay(served: Served, kind: 'context' | 'decisions'): Promise<readonly Document[]> {
  try {
    return await served.read(kind);
  } catch (error) {
    throw error instanceof Problem ? new Error(formatProblem(error.text)) : error;
  }
}

function addPrompts(server: McpServer, served: Served): void {
  const task = v.optional(v.pipe(v.string(), v.maxLength(4_000), v.description('what the session is about')));
  server.registerPrompt(
    'session-start',
    {
      title: 'Start a session',
      description: 'The brief, and what to confirm before work begins',
      argsSchema: toStandardJsonSchema(v.object({ task })),
    },
    async (args) => {
      const wanted = (args.task ?? '').trim();
      const { text } = await answer(served, [['brief', ...(wanted === '' ? [] : [`--task=${wanted}`])]]);
      return said([START, '', text, ...(wanted === '' ? [] : ['', '## Task', wanted])].join('\n'));
    },
  );
  server.registerPrompt(
    'session-end',
    { title: 'End a session', description: 'What to record and commit before the session ends' },
    async () => said([END, '', (await answer(served, [['status']])).text].join('\n')),
  );
}

const said = (text: string) => ({
  messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }],
});
