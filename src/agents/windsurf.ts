// Windsurf: no hook of its can add to the context, so a rule that is always on, and the workflow
// /session-handoff.

import { POINTER, WORKFLOW } from '../core/wording/session.ts';
import type { Agent } from './agent.ts';

export const WINDSURF: Agent = {
  name: 'windsurf',
  title: 'Windsurf',
  marks: ['.windsurf'],
  files: [
    {
      kind: 'block',
      path: '.windsurf/rules/session-handoff.md',
      head: '---\ntrigger: always_on\n---\n\n',
      body: POINTER,
    },
    {
      kind: 'block',
      path: '.windsurf/workflows/session-handoff.md',
      head: '---\ndescription: Begin a session from facts that git has checked\n---\n\n',
      body: WORKFLOW,
    },
  ],
  formatBrief: null,
  formatGoverned: null,
};
