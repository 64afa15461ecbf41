// Skills: how a session begins and ends by the workflow, where agents look for skills.
import { WORKFLOW } from '../core/wording/session.ts';
import type { Agent, BlockFile } from './agent.ts';

const HEAD = [
  '---',
  'name: session-handoff',
  'description: Start or end a work session by the repository\'s session context. Use when a session begins, when the user says "where were we" or "wrap up", and before a session ends.',
  '---',
  '',
  '',
].join('\n');

const skillIn = (directory: string): BlockFile => ({
  kind: 'block',
  path: `${directory}/session-handoff/SKILL.md`,
  head: HEAD,
  body: WORKFLOW,
});

export const SKILL: Agent = {
  name: 'skill',
  title: 'the skill session-handoff',
  marks: [],
  files: [skillIn('.agents/skills'), skillIn('.claude/skills')],
  formatBrief: null,
  formatGoverned: null,
};
