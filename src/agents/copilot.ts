// GitHub Copilot: its command hooks' output at a session's start is not read, so a block in the instructions that are.
import type { Agent } from './agent.ts';
import { POINTER } from './pointer.ts';

export const COPILOT: Agent = {
  name: 'copilot',
  title: 'GitHub Copilot',
  files: [
    {
      kind: 'block',
      path: '.github/copilot-instructions.md',
      head: '',
      body: POINTER,
      isOptional: false,
    },
  ],
  formatBrief: null,
};
