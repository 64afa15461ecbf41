// Claude Code: hooks in the project's settings. Nothing in PreCompact, which cannot add to the context.
import type { Agent } from './agent.ts';
import { formatContext, formatSessionStart, SERVER } from './answers.ts';

const hook = (command: string, timeout = 30) => ({ type: 'command', command, timeout });

export const CLAUDE: Agent = {
  name: 'claude',
  title: 'Claude Code',
  files: [
    {
      kind: 'hook',
      path: '.claude/settings.json',
      entries: [
        {
          moment: 'start',
          list: ['hooks', 'SessionStart'],
          entry: (command) => ({ matcher: 'startup|resume|clear|compact', hooks: [hook(command)] }),
        },
        {
          moment: 'subagent',
          list: ['hooks', 'SubagentStart'],
          entry: (command) => ({ hooks: [hook(command)] }),
        },
        {
          moment: 'edit',
          list: ['hooks', 'PreToolUse'],
          entry: (command) => ({ matcher: 'Edit|MultiEdit|Write|NotebookEdit', hooks: [hook(command)] }),
        },
        { moment: 'stop', list: ['hooks', 'Stop'], entry: (command) => ({ hooks: [hook(command)] }) },
      ],
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
  formatBrief: formatSessionStart,
  formatGoverned: (text) => formatContext('PreToolUse', text),
};
