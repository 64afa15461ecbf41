// AGENTS.md, which most agents read, and CLAUDE.md where the project keeps one.

import { POINTER } from '../core/wording/session.ts';
import type { Agent } from './agent.ts';

export const AGENTS_MD: Agent = {
  name: 'agents-md',
  title: 'AGENTS.md and CLAUDE.md',
  files: [
    { kind: 'block', path: 'AGENTS.md', head: '', body: POINTER, isOptional: false },
    { kind: 'block', path: 'CLAUDE.md', head: '', body: POINTER, isOptional: true },
  ],
  formatBrief: null,
};
