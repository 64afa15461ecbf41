// The workflow's own file, which counts whatever it says.
import type { Format } from './format.ts';

export const sessionContext: Format = {
  name: 'session-context',
  paths: ['SESSION_CONTEXT.md', 'SESSION_HANDOFF.md', 'docs/SESSION_CONTEXT.md', 'docs/SESSION_HANDOFF.md'],
  companions: [],
};
