// opencode: reads AGENTS.md, and MCP servers from its settings; what a plugin adds is not in its contract.
import { POINTER } from '../core/wording/session.ts';
import type { Agent } from './agent.ts';
import { SERVER } from './answers.ts';

export const OPENCODE: Agent = {
  name: 'opencode',
  title: 'opencode',
  files: [
    { kind: 'block', path: 'AGENTS.md', head: '', body: POINTER },
    {
      kind: 'hook',
      path: 'opencode.json',
      entries: [],
      server: {
        at: ['mcp', 'handoff'],
        value: { type: 'local', command: [SERVER.command, ...SERVER.args], enabled: true },
      },
      skeleton: { $schema: 'https://opencode.ai/config.json' },
    },
  ],
  formatBrief: null,
  formatGoverned: null,
};
