// Windsurf: no hook of its can add to the context, so a rule that is always on, and the workflow /session-handoff.
import type { Agent } from './agent.ts';
import { POINTER } from './pointer.ts';

const WORKFLOW = [
  '# Session handoff',
  '',
  '1. Run `npx handoff-hooks brief` and read all of it.',
  '2. Tell the user: the current state, the current phase and its progress, what is next, what blocks it, what not to do.',
  '3. Name every warning of the brief: there the context file and git disagree.',
  '4. Wait for the task. For a task run `npx handoff-hooks brief --task "<the task>"` first.',
].join('\n');

export const WINDSURF: Agent = {
  name: 'windsurf',
  title: 'Windsurf',
  files: [
    {
      kind: 'block',
      path: '.windsurf/rules/session-handoff.md',
      head: '---\ntrigger: always_on\n---\n\n',
      body: POINTER,
      isOptional: false,
    },
    {
      kind: 'block',
      path: '.windsurf/workflows/session-handoff.md',
      head: '---\ndescription: Begin a session from facts that git has checked\n---\n\n',
      body: WORKFLOW,
      isOptional: false,
    },
  ],
  formatBrief: null,
};
