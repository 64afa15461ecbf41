// Cursor: a sessionStart hook in the project's hooks.json, whose answer has a form of its own.
import type { Agent } from './agent.ts';

export const CURSOR: Agent = {
  name: 'cursor',
  title: 'Cursor',
  files: [
    {
      kind: 'hook',
      path: '.cursor/hooks.json',
      list: ['hooks', 'sessionStart'],
      entry: (command) => ({ command, timeout: 30 }),
      skeleton: { version: 1 },
    },
  ],
  formatBrief: (brief) => JSON.stringify({ additional_context: brief }),
};
