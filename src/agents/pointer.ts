// What stands in a file that an agent reads at every start but that cannot run anything: where the context is, and
// which command prints it checked.

export const POINTER = [
  '## Session context',
  '',
  'The state of this project stands in its context file (`SESSION_CONTEXT.md` by default). Git hooks keep it up;',
  '`npx handoff-hooks brief` prints it checked against git: what changed since, what is next, what is settled.',
  'Where no brief of handoff-hooks stands in this conversation yet, that command is the way to begin.',
].join('\n');
