// The hooks that Claude Code, Codex and Qwen Code share, names and answers alike. Nothing before a
// compaction, where nothing can be added to the context; the start of source `compact` comes right after it.
import type { HookEntry } from './agent.ts';
import { formatContext, formatSessionStart } from './answers.ts';

/** `tools`: a matcher of those that write files; `event`: around them, where something can be added to the
 * context. */
export const claudeHooks = (tools: string, event = 'PreToolUse'): HookEntry[] => [
  entryOf('start', 'SessionStart', 'startup|resume|clear|compact'),
  entryOf('subagent', 'SubagentStart'),
  entryOf('edit', event, tools),
  entryOf('stop', 'Stop'),
];

const entryOf = (moment: HookEntry['moment'], event: string, matcher?: string): HookEntry => ({
  moment,
  list: ['hooks', event],
  entry: (command) => ({
    ...(matcher === undefined ? {} : { matcher }),
    hooks: [{ type: 'command', command, timeout: 30 }],
  }),
});

export const CLAUDE_ANSWERS = {
  formatBrief: formatSessionStart,
  formatGoverned: (text: string) => formatContext('PreToolUse', text),
} as const;
