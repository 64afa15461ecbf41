// What people name the file that one session leaves to the next, and where they keep what agents read.
import type { Format } from './format.ts';

export const session: Format = {
  name: 'session',
  paths: [
    'SESSION_NOTES.md',
    'SESSION_LOG.md',
    'SESSION_STATE.md',
    'SESSION_SUMMARY.md',
    'SESSION.md',
    'AI_HANDOFF.md',
    'LLM_HANDOFF.md',
    'AGENT_HANDOFF.md',
    'CLAUDE_HANDOFF.md',
    'PROJECT_HANDOFF.md',
    'CURRENT_STATUS.md',
    'docs/{session,session_notes,session_log,session_state,session_summary,ai_handoff,llm_handoff,project_handoff}.md',
    '{.*,ai}/{session_context,session_handoff,handoff,handover,session,session_notes,session_log,session_state,next_session,current_focus}.md',
    '{.*,ai}/{state,status,progress,current_state,current_status,project_state,project_status}.md',
    'docs/{ai,agents,handoff,project}/{handoff,handover,session_notes,state,status}.md',
  ],
  companions: [],
};
