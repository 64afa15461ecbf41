// Claude Code: hooks in the project's settings, or in the user's, which hold below the top level too.
import type { Agent } from './agent.ts';
import { SERVER } from './answers.ts';
import { CLAUDE_ANSWERS, claudeHooks } from './claude-hooks.ts';

export const CLAUDE: Agent = {
  name: 'claude',
  title: 'Claude Code',
  marks: ['.claude'],
  files: [
    {
      kind: 'hook',
      path: '.claude/settings.json',
      isForUser: true,
      entries: claudeHooks('Edit|MultiEdit|Write|NotebookEdit'),
      skeleton: {},
    },
    {
      kind: 'hook',
      path: '.mcp.json',
      entries: [],
      server: { at: ['mcpServers', 'handoff'], value: SERVER },
      skeleton: {},
    },
  ],
  ...CLAUDE_ANSWERS,
};
