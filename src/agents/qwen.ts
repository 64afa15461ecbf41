// Qwen Code: hooks and MCP servers in the project's settings. What PreToolUse adds reaches no model (0.24.4),
// so a file's decision is told behind its reading, or behind the edit.
import type { Agent } from './agent.ts';
import { formatContext, SERVER } from './answers.ts';
import { CLAUDE_ANSWERS, claudeHooks } from './claude-hooks.ts';

export const QWEN: Agent = {
  name: 'qwen',
  title: 'Qwen Code',
  marks: ['.qwen'],
  files: [
    {
      kind: 'hook',
      path: '.qwen/settings.json',
      isForUser: true,
      entries: claudeHooks('read_file|edit|write_file|notebook_edit', 'PostToolUse'),
      server: { at: ['mcpServers', 'handoff'], value: SERVER },
      skeleton: {},
    },
  ],
  ...CLAUDE_ANSWERS,
  formatGoverned: (text) => formatContext('PostToolUse', text),
  forgets: true,
};
