// Gemini CLI: hooks in the project's settings; no matcher for a session's start, for one that names a source
// fits that alone. Its shell tool runs git without hooks (`core.hooksPath=`): hooks around that tool do their
// work.
import type { Agent, Moment } from './agent.ts';
import { formatContext, formatSessionStart, SERVER } from './answers.ts';

const MILLISECONDS = 30_000;

const entry = (moment: Moment, event: string, matcher?: string) => ({
  moment,
  list: ['hooks', event],
  entry: (command: string) => ({
    ...(matcher === undefined ? {} : { matcher }),
    hooks: [{ name: 'handoff-hooks', type: 'command', command, timeout: MILLISECONDS }],
  }),
});

export const GEMINI: Agent = {
  name: 'gemini',
  title: 'Gemini CLI',
  marks: ['.gemini'],
  files: [
    {
      kind: 'hook',
      path: '.gemini/settings.json',
      entries: [
        entry('start', 'SessionStart'),
        entry('before-tool', 'BeforeTool', 'run_shell_command'),
        // BeforeTool cannot add to the context; a file is read before it is edited.
        entry('edit', 'AfterTool', 'read_file|replace|write_file'),
        entry('after-tool', 'AfterTool', 'run_shell_command'),
      ],
      server: { at: ['mcpServers', 'handoff'], value: SERVER },
      skeleton: {},
    },
  ],
  formatBrief: formatSessionStart,
  formatGoverned: (text) => formatContext('AfterTool', text),
  forgets: true,
};
