// What the hooks of several agents answer, and how the MCP server is started in all of them.

/** The answer that Claude Code, Codex and Gemini CLI share. */
export const formatContext = (hookEventName: string, additionalContext: string): string =>
  JSON.stringify({ hookSpecificOutput: { hookEventName, additionalContext } });

export const formatSessionStart = (brief: string): string => formatContext('SessionStart', brief);

/** Keeps an agent at work (`block`, at the end of a turn), or from a tool (`deny`). */
export const formatRefusal = (decision: 'block' | 'deny', reason: string): string =>
  JSON.stringify({ decision, reason });

/** Found by git, without npm, in every clone with an installation. */
export const SERVER = { command: 'git', args: ['handoff', 'mcp'] } as const;
