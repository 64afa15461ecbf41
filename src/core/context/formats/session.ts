// What people name the file that one session leaves to the next, and where they keep what agents read. A mark
// of any kind may part the words of a name.
import type { Format } from './format.ts';

export const session: Format = {
  name: 'session',
  paths: [
    '{,docs/}{session,session?notes,session?log,session?state,session?summary,current?status}.md',
    '{,docs/}{session,ai,llm,agent,agents,claude,codex,gemini,project,current,next?chat,developer,dev}?hand{off,over}.md',
    '{.*,ai}/{session_context,session_handoff,handoff,handover,session,session_notes,session_log,session_state,next_session,current_focus}.md',
    '{.*,ai}/{state,status,progress,current_state,current_status,project_state,project_status}.md',
    '{.*,ai}/{resume,active?context,current?sprint,current?task,handoff?notes}.md',
    'docs/{ai,agents,handoff,project}/{handoff,handover,session_notes,state,status}.md',
    '{,docs/}{project,development,dev,implementation,build,current,work}?{state,status,progress}.md',
    '{,docs/}{estado,estado?actual,estado?del?proyecto,estado?proyecto,progreso,avance,avances,traspaso,bitacora}.md',
    '{,docs/}{progresso,andamento,stato,avancement,etat,uebergabe,projektstand,projektstatus,overdracht,voortgang}.md',
    '{,docs/}{进度,状态,现状,进展,项目状态,项目进度,开发进度,当前进度,当前状态,交接,交接文档,项目交接,交接说明,会话交接,工作日志,开发日志}.md',
    '{,docs/}{引き継ぎ,引継ぎ,引き継ぎ書,引継書,進捗,進捗状況,作業ログ,開発ログ,인수인계,진행상황,현황,작업일지,개발일지}.md',
    '{,docs/}{devlog,worklog,dev?log,work?log,development?log,progress?log,build?log,project?log}.md',
  ],
  companions: [],
};
