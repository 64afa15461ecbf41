// Portuguese.
import type { Words } from './words.ts';

export const months =
  'janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro';

export const pt: Words = {
  units: {
    phase: 'fase|fases',
    sprint: 'sprint|sprints',
    milestone: 'marco|marcos',
    stage: 'etapa|etapas',
    iteration: 'iteração|iterações|iteracao',
  },
  pieces: 'tarefa|tarefas|passo|passos|parte|partes|sessão|sessões|semana|semanas',
  months,
  statuses: {
    running: 'em andamento|em progresso|em curso',
    open: 'pendente|a fazer|próxima|próximo|planejada|planejado',
    active: 'atual|ativa|ativo|iniciada|iniciado',
    inside:
      'trabalhando em|trabalhando na|trabalhando no|estamos em|estamos na|estamos no|atualmente em|atualmente na|no meio da|implementando|atualmente',
    fixed: 'resolvido|resolvida|corrigido|corrigida|solucionado|solucionada',
    done: 'concluída',
    closed: 'concluído|completa|completo|feito|feita|finalizada|finalizado',
    none: 'nenhum|nenhuma|nada|sem bloqueios|ninguém',
  },
  sections: {
    questions: 'perguntas em aberto|questões em aberto|dúvidas|perguntas|decisões pendentes|a decidir',
    results: 'resultados|resultados atuais|medições',
    resolved: 'bloqueios resolvidos|resolvidos',
    rejected:
      'rejeitado|o que descartamos|abordagens descartadas|o que não funcionou|descartado|tentativas fracassadas|alternativas rejeitadas',
    log: 'registro de atualizações|registro|histórico|histórico de sessões|histórico de mudanças|histórico de alterações|log de atualizações|mudanças recentes|atualizações|diário',
    blockers: 'bloqueios|bloqueadores|impedimentos|bloqueios atuais|bloqueado|bloqueio|bloqueio atual',
    doNot:
      'o que não fazer|não fazer|evitar|proibido|não tocar|não mexer|o que evitar|proibições|não alterar|o que não mexer',
    gotchas:
      'armadilhas|problemas conhecidos|limitações conhecidas|lições aprendidas|cuidados|pegadinhas|aprendizados|limitações|bugs conhecidos|riscos|riscos conhecidos|dívida técnica|débito técnico|notas importantes|notas técnicas|pontos de atenção|observações importantes|atenção',
    standards:
      'padrões|padrões de código|convenções|convenções de código|regras|preferências|regras de uso|regra de uso|restrições|princípios|regras importantes',
    decisions:
      'decisões|decisões chave|decisões de design|decisões de projeto|decisões tomadas|decisões técnicas|decisões de arquitetura|decisões arquiteturais',
    next: 'próximo passo|próximos passos|próxima sessão|para onde vamos|pendências|pendente|pendentes|a fazer|tarefas pendentes|o que falta|próximas etapas|próximas tarefas|próximas ações|próxima ação|próximas sessões|melhorias futuras|trabalho futuro|próximas melhorias|tarefas restantes|próximo foco|o que vem a seguir|backlog|prioridades|próximos itens|itens pendentes',
    phase: 'fase|fase atual|fases|etapa atual|sprint atual',
    state:
      'estado|estado atual|onde estamos|status|status atual|situação atual|em andamento|em progresso|contexto atual|onde paramos|snapshot atual|estado funcional|progresso|andamento|tarefa atual|trabalho atual|foco atual|estado do projeto|status do projeto|resumo do estado',
    reading: 'ordem de leitura|ler primeiro|o que ler|arquivos para ler',
    done: 'feito|concluído|o que foi feito|realizado|de onde viemos|tarefas concluídas|concluído recentemente|o que funciona|implementado|funcionalidades implementadas|entregas|conquistas',
    updated:
      'última atualização|atualizado|atualizado em|data|última modificação|última revisão|modificado em|situação em|atualizado a',
  },
  labels: {
    next: 'próximo|próxima|próximos|próximo passo|próximos passos|próximas etapas|próxima etapa|a fazer|pendente|pendentes|pendência|pendências|falta|falta fazer|a seguir|próxima tarefa|próximas tarefas|próxima ação|próximas ações|não testado|por fazer|o que falta',
    blocker:
      'bloqueio|bloqueios|bloqueador|bloqueadores|bloqueado|bloqueada|bloqueado por|bloqueada por|impedimento|impedimentos|aguardando|à espera de',
    unblocked:
      'desbloqueado|desbloqueada|desbloqueio|bloqueio resolvido|bloqueios resolvidos|bloqueio removido',
    gotcha:
      'armadilha|armadilhas|pegadinha|pegadinhas|cuidado|atenção|aviso|avisos|problema conhecido|problemas conhecidos|limitação conhecida|limitações conhecidas|limitação|limitações|erro conhecido|bugs conhecidos|restrição|restrições|causa|causa raiz|causa principal',
    result:
      'resultado|resultados|achado|achados|medição|medições|medido|hipótese rejeitada|hipótese confirmada|hipótese descartada',
    decision: 'decisão|decisões|decidido|decisão tomada|decisões tomadas|foi decidido',
    deviation: 'desvio|desvios|desvio do plano',
    rejected:
      'rejeitado|rejeitada|rejeitados|rejeitadas|descartado|descartada|descartados|descartadas|alternativa descartada|alternativas descartadas|alternativa rejeitada|abandonado',
    learned: 'aprendido|aprendizado|aprendizados|lição|lições|lições aprendidas|lição aprendida|aprendemos',
    done: 'feito|concluído|concluída|pronto|finalizado',
    status: 'estado|status|estado atual|status atual|progresso|andamento',
    neutral: 'mudanças|alterações|resumo|detalhes|novidades|marcos|inclui',
    quiet: 'testado|confiança|reversibilidade',
  },
  clauses: {
    articles:
      'a|o|as|os|nossa|nosso|toda a|todo o|todas as|implementação da|a implementação da|implementação de|estado da|status da',
    frames: 'do plano|do projeto|do roadmap',
    copulas: 'está|é|estão|foi|foram|já está|já|agora está|fica|ficou|finalmente|estado|status',
    adverbs:
      'já|agora|finalmente|completamente|totalmente|oficialmente|inteiramente|por completo|enfim|plenamente',
    over: 'concluído|concluída|concluídos|concluídas|concluida|concluido|completo|completa|completas|completada|completado|finalizado|finalizada|finalizados|finalizadas|terminado|terminada|terminadas|encerrado|encerrada|encerradas|fechada|fechado|pronta|pronto|prontas|feita|feito|entregue|entregues|acabada|acabado',
    settled: 'implementada|no ar',
    reached: 'alcançado|alcançada|atingido|atingida|cumprido',
    completes:
      'conclui|concluir|concluída|concluído|concluídas|concluímos|concluí|completa|completar|completada|completamos|finaliza|finalizar|finalizada|finalizado|finalizamos|termina|terminar|terminada|terminado|terminamos|encerra|encerrar|encerrada|encerramos|fecha|fechar|fechada|fechamos|conclusão de|conclusão da|conclusão do|fim de|fim da|fim do|entrega|entregue|acaba|acabamos|se completa|isto conclui|com isto conclui|damos por concluída|fica concluída|fica concluído|fica encerrada|fica completa|fica finalizada|está concluída',
    completing:
      'concluindo|completando|finalizando|encerrando|fechando|terminando|o que conclui|o que encerra',
    marks: 'marca|marcar|marcada|marcado|declara|marcadas|marcados|marcamos',
    edits: 'atualiza|atualizar|atualizado|atualizada',
    as: 'como',
    begins:
      'inicia|iniciar|iniciamos|iniciada|começa|começar|começamos|começada|arranca|início da|início do|início de|começo da|dá início à|passamos para a|vamos para a|seguimos para a',
    begun: 'iniciada|iniciado|começada|começou|começa|em andamento|em curso|em progresso|inicia|foi iniciada',
    workOn:
      'trabalho na|o trabalho na|trabalho no|o trabalho no|trabalhos da|os trabalhos da|desenvolvimento da|o desenvolvimento da',
    means: 'com',
    subjects: 'isto|isso|este commit|esta mudança|esta alteração|com isto|nós|finalmente|agora|também',
    which: 'que|a qual',
    openers:
      'agora que|já que|então|assim|com isto|com isso|com este commit|e|portanto|logo|a partir de hoje|visto que|e com isso|uma vez concluído tudo|com esta mudança|com essa mudança|com estas mudanças|com esta alteração',
    tails:
      'com isto|com isso|com este commit|hoje|ontem|finalmente|já|agora|no prazo|dentro do prazo|como planejado|por completo|esta semana|com sucesso|em produção|aqui|antes do prazo',
    additions: 'com o último|com a última',
    handed:
      'entregue a|entregue ao|entregue à|entregue aos|entregue para|entregues a|entregues ao|entregues à|entregues aos|entregues para|aprovada por|aceita por|encerrada por',
    and: 'e',
    limits:
      'exceto|salvo|mas|porém|quase|parcialmente|em parte|pendente|pendentes|restam|no entanto|por engano|a menos|em princípio|mais ou menos|acho que|falta|faltam|por verificar|cedo demais|parcial',
    hedges:
      'menos|falta|faltam|faltando|não|ainda|só|somente|apenas|sem|resta|quando|até|depois|após|assim que|metade|em breve|nunca|se for|antes de|antes que',
    conjunctions: 'quando|até|depois|após|assim que|sem|antes de|antes que',
    doubts:
      'quando|até|depois|após|antes|assim que|enquanto|planejar|planejamento|planeja|preparar|prepara|a fazer|precisa|precisamos|deve|devemos|deveria|pode|poderia|podemos|queremos|tentar|tenta|objetivo|meta|exemplo|impossível|reverter|reverte|desfazer|critérios|rascunho|verifica que|uma vez|nunca|se a|se o|se tudo',
    undone: 'planejado|previsto|objetivo|rascunho',
    wholes: 'todas as tarefas|todos os itens|todos os passos|tudo',
    parts:
      'parte|partes|passo|passos|dia|dias|semana|tarefa|tarefas|metade|rascunho|quase|parcial|parcialmente|só|apenas|primeira|última|resto|não|exceto|mas|planejada|planejamento|em andamento|pendente|menos|sem',
    waiters: 'estamos|estou|está|seguimos|tudo está|continuamos',
    waits:
      'bloqueado por|bloqueada por|bloqueados por|bloqueado pela|bloqueado pelo|bloqueada pela|à espera de|à espera da|à espera do|aguardando|esperando por|esperando|ainda aguardando|ainda bloqueado por|parado à espera de',
    waitsAfter: null,
    cannot: 'não podemos|não dá para|não é possível|não consigo|não conseguimos|impossível',
    works:
      'terminar|concluir|continuar|avançar|começar|testar|publicar|implantar|mesclar|verificar|compilar|fechar|entregar|finalizar|lançar|prosseguir',
    lacking: 'sem|até|antes',
    freed:
      'não estamos mais bloqueados por|já não estamos bloqueados por|não mais bloqueado por|não está mais bloqueado por|não está mais bloqueada por|desbloqueado por|já não bloqueado por|não estamos mais bloqueados pela|não estamos mais bloqueados pelo',
    decided: 'decidimos|foi decidido|ficou decidido|decidido|optamos por|escolhemos|resolvemos|acordamos',
    decidedAfter: null,
    nextIs: 'é a próxima|é o próximo|vem depois|vem a seguir|é a seguinte',
    nextFirst: 'o próximo passo é|próximo passo é|a próxima etapa é|ainda falta',
    failedWith: 'voltar para|voltar a|volta para|volta a|voltamos para|voltamos a|retorna a|retornar a',
    gaveUp: 'descartamos|abandonamos|desistimos de|rejeitamos|foi descartado|foi descartada',
    tried: 'tentamos|testamos|experimentamos|tentei',
    failing:
      'mas|sem sucesso|falhou|mais lento|pior|demais|descartado|não funciona|não funcionou|não melhorou|nenhum ganho',
    learnedThat: 'aprendemos que|descobrimos que|acontece que',
    deviates:
      'desvia do plano|isto desvia de|isto se desvia do|desviamos do plano|foge do plano|ao contrário do plano',
    cares: 'cuidado com|atenção a|atenção para|atenção com',
    confirmed: 'hipótese|experimento',
    verdicts: 'rejeitada|confirmada|descartada|refutada|validada',
  },
  says: {
    log: 'Registro de atualizações',
    next: 'Próximo passo',
    gotcha: 'Armadilha',
    blocker: 'Bloqueio',
    unblocked: 'Desbloqueado',
    result: 'Resultado',
    deviation: 'Desvio',
    decision: 'Decisão',
    fix: 'Correção',
    also: 'Também',
    rejected: 'Descartado',
    learned: 'Aprendido',
    none: 'Nenhum',
    phaseDone: 'Fase # concluída',
    done: 'concluído',
    older: 'Entradas anteriores',
  },
};
