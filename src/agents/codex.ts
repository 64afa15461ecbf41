// Codex: hooks in the project's hooks.json, whose answers must be JSON: text that only looks like it fails. A hook is
// trusted by the hash of its command, which therefore never changes from version to version.
import type { Agent } from './agent.ts';
import { formatContext, formatSessionStart } from './answers.ts';

export const CODEX: Agent = {
  name: 'codex',
  title: 'Codex',
  files: [
    {
      kind: 'hook',
      path: '.codex/hooks.json',
      entries: [
        {
          moment: 'start',
          list: ['hooks', 'SessionStart'],
          entry: (command) => ({
            matcher: 'startup|resume|clear|compact',
            hooks: [{ type: 'command', command, timeout: 30 }],
          }),
        },
        {
          moment: 'edit',
          list: ['hooks', 'PreToolUse'],
          entry: (command) => ({
            // A patch that goes through the shell is a call of `Bash`.
            matcher: 'apply_patch|Bash|Edit|Write',
            hooks: [{ type: 'command', command, timeout: 30 }],
          }),
        },
      ],
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
  formatBrief: formatSessionStart,
  formatGoverned: (text) => formatContext('PreToolUse', text),
};
