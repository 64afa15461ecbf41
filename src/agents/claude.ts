// Claude Code: a SessionStart hook in the project's settings. Nothing in PreCompact, which cannot add to the context.
import type { Agent } from './agent.ts';

export const CLAUDE: Agent = {
  name: 'claude',
  title: 'Claude Code',
  files: [
    {
      kind: 'hook',
      path: '.claude/settings.json',
      list: ['hooks', 'SessionStart'],
      entry: (command) => ({
        matcher: 'startup|resume|clear|compact',
        hooks: [{ type: 'command', command, timeout: 30 }],
      }),
      skeleton: {},
    },
  ],
  formatBrief: formatSessionStart,
};

/** The answer that Claude Code, Codex and Gemini CLI share. */
export function formatSessionStart(brief: string): string {
  return JSON.stringify({
    hookSpecificOutput: { hookEventName: 'SessionStart', additionalContext: brief },
  });
}
