// GitHub Copilot: its command hooks' output at a session's start is not read, so a block in the instructions that are.

import { POINTER } from '../core/wording/session.ts';
import type { Agent } from './agent.ts';

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
