// The names that sections and labels bear in real context files, by language and role. Pure data; adding a name here
// is all it takes to know it. Case, accents, emphasis, emoji and numbering are folded before names are compared.

export type Language = 'en' | 'fr' | 'es' | 'pt' | 'de' | 'it' | 'pl' | 'uk' | 'ru' | 'ko' | 'zh' | 'ja';

/** What a section is for. `reading`: what to read first. `updated`: the label of the header's date. */
export type Role =
  | 'log'
  | 'blockers'
  | 'doNot'
  | 'gotchas'
  | 'standards'
  | 'decisions'
  | 'next'
  | 'phase'
  | 'state'
  | 'reading'
  | 'done'
  | 'updated';

type Names = Readonly<Record<Role, string>>;

/** Names are parted by `|`. */
export const NAMES: Readonly<Record<Language, Names>> = {
  en: {
    log: 'update log|update history|updates|changelog|change log|change history|changes log|session log|session history|session summaries|session notes|historical log|history|log|activity log|work log|worklog|progress log|progress updates|dev log|devlog|development log|journal|daily log|recent changes|recent updates|recent sessions|what changed recently|latest changes|version history|revision history|sprint history|release history|document history|build log|build history|builds',
    blockers:
      'blockers|current blockers|active blockers|open blockers|known blockers|blocked|blocked by|blocked on|blockers and risks|risks and blockers|blocking issues|impediments',
    doNot:
      "what not to do|things not to do|do not|don't|dont|do nots|don'ts|donts|never do|never|avoid|guardrails|forbidden|off limits|anti-patterns|antipatterns|out of scope|non-goals|do not touch|don't touch|don't do|do not do|do not regress|red lines|hard no's",
    gotchas:
      'gotchas|implementation gotchas|known gotchas|pitfalls|known issues|known limitations|limitations|caveats|quirks|known quirks|traps|lessons learned|lessons|learnings|key learnings|watch out|important warnings|warnings|known considerations|known cautions|challenges|current challenges|known gaps|known bugs|known problems|known warnings|known constraints|cautions|considerations|things worth knowing|important notes|implementation notes|important implementation notes|technical constraints|open issues|outstanding issues|active issues|current issues|remaining issues|notes for next session|notes for the next session',
    standards:
      'standards|code standards|coding standards|code style|coding style|style guide|code conventions|coding conventions|conventions|rules|user rules|coding rules|guidelines|coding guidelines|development guidelines|development patterns|standing instructions|working agreements|user preferences|preferences|doctrine reminders|working rules|project rules|hard rules|golden rules|ground rules|house rules|operating rules|engineering rules|rules of engagement|standing preferences|design preferences|workflow preferences|invariants',
    decisions:
      'decisions|key decisions|decision log|decisions log|key decisions log|decisions made|recent decisions|active decisions|architecture decisions|architectural decisions|technical decisions|design decisions',
    next: "next|next up|what's next|whats next|what is next|up next|next steps|next step|next actions|next action|next session|next session priorities|next priorities|next tasks|next targets|next phase|start here next session|start here|top-priority next actions|immediate next steps|to do|todo|todos|to-do|open items|open tasks|pending|pending work|pending tasks|pending items|remaining|remaining work|remaining tasks|priorities|first thing to do|upcoming|in the queue|next task|next work|next goals|what still needs to be done|what needs to be done|still to do|left to do|pending approval|todo items|next sessions|potential enhancements|future enhancements|future improvements|possible improvements|next milestones|next milestone|next moves|next features|next priority|next big things|todo list|to do list|to-do list|task list|how to continue|to continue|how to continue next time|continue here|resume here|where to continue|first things to do|what to do next|what remains|what's left|remaining milestones|remaining items|remaining steps|current priorities|planned|planned work|future work|upcoming work|upcoming tasks|pending features|outstanding work|outstanding tasks|backlog|follow-ups|follow ups|next story|next ticket|immediate priorities|immediate tasks|immediate actions|top priorities|action items",
    phase:
      'phase|current phase|active phase|current sprint|current milestone|sprint|milestone|stage|current stage|phases|phase status|phase progress',
    state:
      'where we are|where we left off|where we stand|where things stand|current state|current status|status|state|current position|current situation|project status|project state|current project state|current project status|state of the project|current checkpoint|checkpoint|active context|current focus|current work focus|current context|current task|in progress|current work|current snapshot|snapshot|repo state|repository state|implementation status|current phase status|current progress|overall status|where it stands|what is the state|ongoing tasks|ongoing work|active tasks',
    reading:
      'reading order|read first|read these first|files to read|key files to read|key files to read on resume|required reading|what to read|how to resume|recovery instructions|start of session|session start|where to read things|important docs|always read first|key files|key file index|core files|important files|relevant files',
    done: "what was done|what we did|what we accomplished|what we accomplished today|done|completed|completed work|recently completed|session summary|last session summary|accomplished|accomplishments|what works|what's working|this session|what's done|what is done|what has been done|what's been built|what was built|what's already built|what shipped|what was just accomplished|verified working|verified|key accomplishments|recent accomplishments|implemented|implemented features|features implemented|key files modified|key files changed|key files created",
    updated:
      'last updated|updated|last update|last refreshed|refreshed|last modified|last edited|date of last update|date|session date|as of|last session',
  },
  fr: {
    log: 'journal|journal des mises à jour|journal des modifications|journal de bord|historique|historique des sessions|historique des modifications|journal des sessions|changements récents|mises à jour',
    blockers: 'blocages|points bloquants|bloquants|bloqueurs|blocages actuels',
    doNot: 'ne pas faire|à ne pas faire|ce qu’il ne faut pas faire|interdits|à éviter',
    gotchas:
      'pièges|pièges connus|points d’attention|problèmes connus|limitations connues|leçons apprises|limitations',
    standards:
      'conventions|conventions de code|standards|standards de code|règles|règles de code|préférences|règles de non régression|règles de travail|règles du projet',
    decisions:
      'décisions|décisions clés|décisions architecturales|décisions d’architecture|décisions validées|décisions techniques',
    next: 'prochaine étape|prochaines étapes|prochaine action|prochaines actions|prochaine session|à faire|à suivre|la suite|suite|reste à faire|en attente|tâches restantes|tâches à faire|prochaines tâches|prochaines sessions|ce qui reste à faire',
    phase: 'phase|phase actuelle|phase en cours|phases|étape actuelle|sprint en cours',
    state:
      'état|état actuel|état des lieux|où nous en sommes|où on en est|statut|statut actuel|situation actuelle|avancement|en cours|contexte actuel|où on s’est arrêté',
    reading: 'ordre de lecture|à lire|à lire en premier|démarrage de session|lecture',
    done: 'fait|terminé|réalisé|accompli|ce qui a été fait',
    updated: 'dernière maj|dernière mise à jour|mise à jour|mis à jour|mis à jour le|maj|date',
  },
  es: {
    log: 'registro|registro de cambios|registro de actualizaciones|registro de sesiones|historial|historial de cambios|historial de sesiones|bitácora|cambios recientes|actualizaciones',
    blockers: 'bloqueos|bloqueantes|bloqueadores|bloqueos actuales|impedimentos|bloqueado',
    doNot: 'qué no hacer|no hacer|lo que no se debe hacer|prohibido|evitar|no tocar',
    gotchas:
      'problemas conocidos|limitaciones conocidas|trampas|advertencias|quirks|lecciones aprendidas|errores conocidos|bugs conocidos|limitaciones|issues conocidos|incidencias conocidas',
    standards:
      'estándares|estándares de código|convenciones|convenciones de código|reglas|normas|preferencias',
    decisions:
      'decisiones|decisiones clave|decisiones tomadas|decisiones técnicas|decisiones de arquitectura|registro de decisiones',
    next: 'próximo paso|próximos pasos|siguiente paso|siguientes pasos|siguiente|próxima sesión|pendiente|pendientes|por hacer|tareas pendientes|qué sigue|para continuar|para continuar la sesión|cómo retomar|próximas tareas|lo que falta|qué falta|próximas sesiones',
    phase: 'fase|fase actual|fases|etapa|etapa actual|sprint actual',
    state:
      'estado|estado actual|estado del proyecto|dónde estamos|situación actual|en curso|en progreso|contexto actual|dónde nos quedamos|dónde lo dejamos',
    reading: 'orden de lectura|leer primero|qué leer|archivos a leer',
    done: 'hecho|completado|lo que se hizo|realizado|terminado|logros|hitos alcanzados|logros alcanzados',
    updated:
      'última actualización|actualizado|actualizado el|fecha de actualización|fecha|última modificación',
  },
  pt: {
    log: 'registro de atualizações|registro|histórico|histórico de sessões|histórico de mudanças|histórico de alterações|log de atualizações|mudanças recentes|atualizações|diário',
    blockers: 'bloqueios|bloqueadores|impedimentos|bloqueios atuais',
    doNot: 'o que não fazer|não fazer|evitar|proibido|não tocar|não mexer',
    gotchas:
      'armadilhas|problemas conhecidos|limitações conhecidas|lições aprendidas|cuidados|pegadinhas|aprendizados|limitações',
    standards:
      'padrões|padrões de código|convenções|convenções de código|regras|preferências|regras de uso|regra de uso',
    decisions:
      'decisões|decisões chave|decisões tomadas|decisões técnicas|decisões de arquitetura|decisões arquiteturais',
    next: 'próximo passo|próximos passos|próxima sessão|para onde vamos|pendências|pendente|pendentes|a fazer|tarefas pendentes|o que falta|próximas etapas|próximas tarefas|próximas ações|próxima ação|próximas sessões',
    phase: 'fase|fase atual|fases|etapa atual|sprint atual',
    state:
      'estado|estado atual|onde estamos|status|status atual|situação atual|em andamento|em progresso|contexto atual|onde paramos|snapshot atual|estado funcional',
    reading: 'ordem de leitura|ler primeiro|o que ler|arquivos para ler',
    done: 'feito|concluído|o que foi feito|realizado|de onde viemos',
    updated: 'última atualização|atualizado|atualizado em|data|última modificação',
  },
  de: {
    log: 'änderungsprotokoll|änderungsverlauf|verlauf|sitzungsverlauf|sitzungsprotokoll|protokoll|tagebuch|historie|letzte änderungen|aktualisierungen',
    blockers: 'blocker|aktuelle blocker|blockaden|hindernisse|blockiert',
    doNot: 'nicht tun|was man nicht tun sollte|was nicht zu tun ist|verboten|vermeiden',
    gotchas:
      'fallstricke|stolpersteine|bekannte probleme|bekannte einschränkungen|einschränkungen|erkenntnisse|lehren|hinweise|warnungen|wichtige warnungen|bekannte fehler',
    standards:
      'standards|code-standards|konventionen|code-konventionen|regeln|richtlinien|vorlieben|präferenzen|user-präferenzen|nutzer-präferenzen',
    decisions:
      'entscheidungen|wichtige entscheidungen|getroffene entscheidungen|architekturentscheidungen|entscheidungsprotokoll',
    next: 'nächste schritte|nächster schritt|als nächstes|nächste sitzung|offen|offene punkte|zu tun|ausstehend|wie geht es weiter|nächste aufgaben|nächste arbeiten|als nächstes zu tun|noch zu tun|nächste session',
    phase: 'phase|aktuelle phase|phasen|aktueller sprint',
    state:
      'stand|aktueller stand|wo wir stehen|status|aktueller status|zustand|derzeitiger stand|in arbeit|wo wir aufgehört haben|aktueller kontext|projekt-status|projektstatus|projektstand',
    reading: 'lesereihenfolge|zuerst lesen|zu lesen',
    done: 'erledigt|fertig|abgeschlossen|was gemacht wurde|was funktioniert|was wirklich funktioniert',
    updated: 'zuletzt aktualisiert|letzte aktualisierung|aktualisiert|aktualisiert am|stand vom|datum',
  },
  it: {
    log: 'registro aggiornamenti|registro|diario|cronologia|storico|storico sessioni|aggiornamenti|modifiche recenti',
    blockers: 'blocchi|ostacoli|impedimenti|bloccanti',
    doNot: 'cosa non fare|da non fare|evitare|vietato',
    gotchas: 'insidie|problemi noti|limitazioni note|trappole|lezioni apprese|avvertenze',
    standards: 'standard|convenzioni|convenzioni di codice|regole|preferenze',
    decisions: 'decisioni|decisioni chiave|decisioni prese|decisioni architetturali',
    next: 'prossimo passo|prossimi passi|prossima sessione|da fare|in sospeso|cosa fare dopo',
    phase: 'fase|fase attuale|fase corrente|fasi',
    state: 'stato|stato attuale|stato del progetto|dove siamo|situazione attuale|in corso',
    reading: 'ordine di lettura|da leggere|leggere prima',
    done: 'fatto|completato|cosa è stato fatto',
    updated: 'ultimo aggiornamento|aggiornato|aggiornato il|data',
  },
  pl: {
    log: 'dziennik|dziennik zmian|dziennik sesji|historia|historia zmian|historia sesji|rejestr zmian|ostatnie zmiany',
    blockers: 'blokery|blokady|przeszkody|zablokowane',
    doNot: 'czego nie robić|nie robić|zakazane|unikać',
    gotchas: 'pułapki|znane problemy|znane ograniczenia|ograniczenia|wnioski|uwagi',
    standards: 'standardy|standardy kodu|konwencje|zasady|preferencje',
    decisions: 'decyzje|kluczowe decyzje|podjęte decyzje|decyzje architektoniczne',
    next: 'następny krok|następne kroki|kolejne kroki|następna sesja|do zrobienia|co dalej|oczekujące',
    phase: 'faza|bieżąca faza|obecna faza|fazy|etap|bieżący etap',
    state: 'stan|stan obecny|obecny stan|aktualny stan|bieżący stan|status|gdzie jesteśmy|w toku',
    reading: 'kolejność czytania|przeczytaj najpierw|do przeczytania',
    done: 'zrobione|ukończone|co zrobiono',
    updated: 'ostatnia aktualizacja|zaktualizowano|aktualizacja|data',
  },
  uk: {
    log: 'журнал|журнал змін|журнал оновлень|журнал сесій|історія|історія змін|історія сесій|останні зміни',
    blockers: 'блокери|перешкоди|заблоковано|поточні блокери',
    doNot: 'чого не робити|не робити|заборонено|уникати',
    gotchas: 'підводні камені|відомі проблеми|відомі обмеження|обмеження|уроки|важливі нюанси',
    standards: 'стандарти|стандарти коду|конвенції|правила|вподобання',
    decisions: 'рішення|ключові рішення|прийняті рішення|архітектурні рішення',
    next: 'наступний крок|наступні кроки|наступна сесія|що далі|зробити|до виконання|залишилось|очікує|наступні задачі|наступні завдання|що потрібно додати далі|що потрібно зробити|плани|план',
    phase: 'фаза|поточна фаза|фази|етап|поточний етап',
    state: 'стан|поточний стан|статус|поточний статус|де ми зараз|стан проєкту|стан проекту|в роботі',
    reading: 'порядок читання|прочитати спочатку|що читати',
    done: 'зроблено|виконано|завершено|що зроблено',
    updated: 'останнє оновлення|оновлено|дата|дата сесії|дата оновлення',
  },
  ru: {
    log: 'журнал|журнал изменений|журнал обновлений|журнал сессий|история|история изменений|история сессий|последние изменения',
    blockers: 'блокеры|препятствия|заблокировано|текущие блокеры',
    doNot: 'чего не делать|не делать|запрещено|избегать',
    gotchas: 'подводные камни|известные проблемы|известные ограничения|ограничения|уроки|важные нюансы',
    standards: 'стандарты|стандарты кода|соглашения|правила|предпочтения|инженерные правила|правила работы',
    decisions: 'решения|ключевые решения|принятые решения|архитектурные решения',
    next: 'следующий шаг|следующие шаги|следующая сессия|что дальше|сделать|к выполнению|осталось|ожидает|следующие задачи|планы|задачи|планы и задачи|что осталось|осталось сделать|что дальше по плану|что не закрыто|незавершённое',
    phase: 'фаза|текущая фаза|фазы|этап|текущий этап',
    state:
      'состояние|текущее состояние|статус|текущий статус|где мы сейчас|состояние проекта|в работе|статус проекта|текущий статус проекта',
    reading: 'порядок чтения|прочитать сначала|что читать',
    done: 'сделано|выполнено|завершено|что сделано',
    updated: 'последнее обновление|обновлено|дата|дата сессии|дата обновления',
  },
  ko: {
    log: '업데이트 로그|변경 이력|변경 로그|작업 로그|작업 이력|작업 기록|세션 로그|세션 이력|세션 기록|이력|히스토리|최근 변경|최근 변경사항',
    blockers: '블로커|막힌 것|막힌 부분|장애물|현재 블로커|차단 요소',
    doNot: '하지 말 것|금지|금지 사항|하지 말아야 할 것',
    gotchas: '주의|주의사항|주의 사항|함정|알려진 문제|알려진 이슈|알려진 제한|교훈',
    standards:
      '표준|코드 표준|코드 스타일|컨벤션|코딩 컨벤션|규칙|코딩 규칙|선호|지켜야 할 규칙|준수해야 할 규칙',
    decisions: '결정|결정 사항|결정사항|주요 결정|핵심 결정|설계 결정',
    next: '다음|다음 단계|다음 작업|다음 할 일|다음 세션|다음 세션 첫 순서|할 일|해야 할 일|남은 작업|남은 일|대기|다음 주제|다음 할일|다음 세션에서 할 일|후속|후속 작업|미완',
    phase: '단계|현재 단계|페이즈|현재 페이즈',
    state: '현재 위치|현재 상태|상태|현황|현재 상황|진행 상황|진행 중|프로젝트 상태|현재 프로젝트 상태',
    reading: '읽는 순서|먼저 읽기|읽을 파일|읽을 것',
    done: '완료|완료된 작업|한 일',
    updated: '마지막 업데이트|최종 업데이트|업데이트|최종 수정|마지막 수정|갱신|최종 갱신|날짜|작성일',
  },
  zh: {
    log: '更新日志|变更日志|变更记录|更新记录|会话日志|会话历史|会话记录|工作日志|历史|历史记录|日志|最近变更|最近更新|更新日誌|變更記錄|歷史記錄',
    blockers: '阻塞|阻塞项|阻塞问题|当前阻塞|阻碍|卡点|阻塞項|當前阻塞',
    doNot: '不要做|不要做的事|不该做|禁止|禁止事项|避免|不做什么|红线|绝对红线',
    gotchas: '注意事项|注意|陷阱|坑|踩坑|踩坑记录|已知问题|已知限制|经验教训|已知問題|注意事項|遗留问题',
    standards: '规范|代码规范|编码规范|规则|约定|代码风格|用户偏好|開發規範',
    decisions: '决策|关键决策|重要决策|架构决策|技术决策|决策记录|設計決策|决定',
    next: '下一步|下一步计划|下一步行动|下次会话|接下来|待办|待办事项|待处理|待完成|后续|后续工作|下一步計劃|待辦事項|待辦|已知待办|遗留|遗留工作|未完成|待做|后续计划',
    phase: '阶段|当前阶段|當前階段|里程碑',
    state:
      '当前状态|状态|当前进度|现状|项目状态|目前状态|進度|进行中|當前狀態|目前狀態|正在进行|当前焦点|当前工作',
    reading: '阅读顺序|先读|必读|需要阅读',
    done: '已完成|完成|已完成工作|做了什么',
    updated: '最后更新|最近更新时间|更新时间|更新日期|更新于|日期|最後更新',
  },
  ja: {
    log: '更新履歴|変更履歴|更新ログ|作業ログ|作業履歴|セッションログ|セッション履歴|履歴|ログ|最近の変更',
    blockers: 'ブロッカー|障害|現在のブロッカー|ブロック中|未決の判断|未決事項|未決',
    doNot: 'やってはいけないこと|やらないこと|禁止|禁止事項|避けること',
    gotchas: '注意|注意点|注意事項|落とし穴|ハマりどころ|既知の問題|既知の制限|教訓',
    standards: '規約|コーディング規約|コード規約|ルール|方針|スタイル',
    decisions: '決定|決定事項|主要な決定|設計判断|アーキテクチャ決定|意思決定',
    next: '次|次のステップ|次にやること|次回|次回セッション|やること|残り|残作業|未完了|未着手|次に試すこと|次にすること|次の作業|次のタスク|残っている作業|残っているタスク|残タスク|今後の作業|今後の課題',
    phase: 'フェーズ|現在のフェーズ|段階',
    state: '現状|現在の状態|現在地|現在の状況|状態|ステータス|進捗|進行中|現在のフォーカス|現在の作業',
    reading: '読む順序|最初に読む|読むべきファイル',
    done: '完了|完了した作業|やったこと|',
    updated: '最終更新|最終更新日|更新日|更新日時|日付',
  },
};
