// Cursor: a sessionStart hook in the project's hooks.json, whose answer has a form of its own.
import type { Agent } from './agent.ts';
import { SERVER } from './answers.ts';

export const CURSOR: Agent = {
  name: 'cursor',
  title: 'Cursor',
  marks: ['.cursor'],
  files: [
    {
      kind: 'hook',
      path: '.cursor/hooks.json',
      entries: [
        {
          moment: 'start',
          list: ['hooks', 'sessionStart'],
          entry: (command) => ({ command, timeout: 30 }),
        },
      ],
      skeleton: { version: 1 },
    },
    {
      kind: 'hook',
      path: '.cursor/mcp.json',
      entries: [],
      server: { at: ['mcpServers', 'handoff'], value: SERVER },
      skeleton: {},
    },
  ],
  formatBrief: (brief) => JSON.stringify({ additional_context: brief }),
  formatGoverned: null,
};
