// Codex: hooks in the project's hooks.json, whose answers must be JSON: text that only looks like it fails.
import type { Agent } from './agent.ts';
import { CLAUDE_ANSWERS, claudeHooks } from './claude-hooks.ts';

export const CODEX_HOOKS = '.codex/hooks.json';

export const CODEX: Agent = {
  name: 'codex',
  title: 'Codex',
  marks: ['.codex'],
  files: [
    {
      kind: 'hook',
      path: CODEX_HOOKS,
      // A patch that goes through the shell is a call of `Bash`.
      entries: claudeHooks('apply_patch|Bash|Edit|Write'),
      skeleton: {},
    },
    {
      kind: 'block',
      path: '.codex/config.toml',
      head: '',
      body: '[mcp_servers.handoff]\ncommand = "git"\nargs = ["handoff", "mcp"]',
      comment: '#',
      isServer: true,
    },
  ],
  ...CLAUDE_ANSWERS,
};
