// The file that handoff skills and commands of coding agents write at the end of a session.
import type { Format } from './format.ts';

export const handoff: Format = {
  name: 'handoff',
  paths: [
    'HANDOFF.md',
    'HANDOVER.md',
    'docs/HANDOFF.md',
    'docs/HANDOVER.md',
    '.claude/handoff.md',
    '.claude/HANDOFF.md',
  ],
  companions: [],
};
