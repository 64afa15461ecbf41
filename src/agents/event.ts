// What an agent's hook says on its standard input when a session starts.
import type { SessionEvent, SessionSource } from './agent.ts';

const SOURCES: ReadonlyMap<unknown, SessionSource> = new Map([
  ['startup', 'startup'],
  ['new', 'startup'],
  ['resume', 'resume'],
  ['fork', 'resume'],
  ['clear', 'clear'],
  ['compact', 'compact'],
]);

/** Reads the JSON of every agent's session start (docs/agents.md): `session_id`, `sessionId` or
 * `conversation_id`, and `source`. Anything else is a start of a session without a name. */
export function parseSessionEvent(input: string): SessionEvent {
  const fields = parseFields(input);
  const session = [fields.session_id, fields.sessionId, fields.conversation_id].find(isText);
  return { session: session ?? null, source: SOURCES.get(fields.source) ?? 'startup' };
}

/** Whether a hook has made this turn longer already. */
export const isContinued = (input: string): boolean => parseFields(input).stop_hook_active === true;

/** What a shell tool is about to run: `{"tool_input":{"command":"git status"}}`; '' where there is none. */
export function parseToolCommand(input: string): string {
  const { tool_input: given } = parseFields(input);
  const command = typeof given === 'object' && given !== null && 'command' in given ? given.command : '';
  return isText(command) ? command : '';
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function parseFields(input: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(input.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
