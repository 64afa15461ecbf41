// Gemini CLI: a SessionStart hook in the project's settings; no matcher, for one that names a source fits that alone.
import type { Agent } from './agent.ts';
import { formatSessionStart } from './claude.ts';

const MILLISECONDS = 30_000;

export const GEMINI: Agent = {
  name: 'gemini',
  title: 'Gemini CLI',
  files: [
    {
      kind: 'hook',
      path: '.gemini/settings.json',
      list: ['hooks', 'SessionStart'],
      entry: (command) => ({
        hooks: [{ name: 'handoff-hooks', type: 'command', command, timeout: MILLISECONDS }],
      }),
      skeleton: {},
    },
  ],
  formatBrief: formatSessionStart,
};
