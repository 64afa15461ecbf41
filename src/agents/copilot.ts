// GitHub Copilot: the command line has hooks of its own; the editor and the cloud agent read instructions
// alone.
import { POINTER } from '../core/wording/session.ts';
import type { Agent } from './agent.ts';
import { SERVER } from './answers.ts';

export const COPILOT: Agent = {
  name: 'copilot',
  title: 'GitHub Copilot CLI',
  marks: ['.github/hooks'],
  files: [
    {
      kind: 'hook',
      path: '.github/hooks/handoff-hooks.json',
      entries: [
        {
          moment: 'start',
          list: ['hooks', 'sessionStart'],
          entry: (command) => ({ type: 'command', bash: command, timeoutSec: 30 }),
        },
        {
          moment: 'edit',
          list: ['hooks', 'preToolUse'],
          entry: (command) => ({ type: 'command', bash: command, timeoutSec: 30 }),
        },
      ],
      skeleton: { version: 1 },
    },
  ],
  formatBrief: (brief) => JSON.stringify({ additionalContext: brief }),
  formatGoverned: (text) => JSON.stringify({ additionalContext: text }),
  forgets: true,
};

export const VSCODE: Agent = {
  name: 'vscode',
  title: 'GitHub Copilot in editors and in the cloud',
  marks: ['.github/copilot-instructions.md'],
  files: [
    { kind: 'block', path: '.github/copilot-instructions.md', head: '', body: POINTER },
    {
      kind: 'hook',
      path: '.vscode/mcp.json',
      entries: [],
      server: {
        at: ['servers', 'handoff'],
        value: { type: 'stdio', ...SERVER },
      },
      skeleton: {},
    },
  ],
  formatBrief: null,
  formatGoverned: null,
};
