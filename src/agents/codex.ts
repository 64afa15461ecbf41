// Codex: a SessionStart hook in the project's hooks.json. Its answer must be JSON: text that only looks like it fails.
import type { Agent } from './agent.ts';
import { formatSessionStart } from './claude.ts';

export const CODEX: Agent = {
  name: 'codex',
  title: 'Codex',
  files: [
    {
      kind: 'hook',
      path: '.codex/hooks.json',
      list: ['hooks', 'SessionStart'],
      entry: (command) => ({
        matcher: 'startup|resume|clear|compact',
        hooks: [{ type: 'command', command, timeout: 30 }],
      }),
      skeleton: {},
    },
  ],
  formatBrief: formatSessionStart,
};
