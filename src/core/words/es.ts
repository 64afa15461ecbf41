// Spanish.
import type { Words } from './words.ts';

export const months =
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';

export const es: Words = {
  units: {
    phase: 'fase|fases',
    sprint: 'sprint|sprints',
    milestone: 'hito|hitos',
    stage: 'etapa|etapas',
    iteration: 'iteración|iteraciones|iteracion',
  },
  pieces: 'tarea|tareas|paso|pasos|parte|partes|sesión|sesiones|semana|semanas',
  months,
  statuses: {
    running: 'en curso|en progreso|en marcha',
    open: 'pendiente|por hacer|siguiente|planificada|planificado',
    active: 'actual|activa|activo|iniciada|iniciado',
    inside: 'trabajando en|estamos en|actualmente en|en medio de|implementando|actualmente',
    fixed: 'resuelto|resuelta|corregido|corregida|solucionado|solucionada|arreglado|arreglada',
    done: 'completada',
    closed: 'completado|hecho|hecha|terminada|terminado|cerrada|cerrado',
    none: 'ninguno|ninguna|nada|sin bloqueos|nadie|nadie por ahora',
  },
  sections: {
    questions:
      'preguntas abiertas|preguntas pendientes|dudas|dudas abiertas|preguntas|decisiones pendientes|por decidir',
    results: 'resultados|resultados actuales|mediciones',
    resolved: 'bloqueos resueltos|resueltos',
    rejected:
      'rechazado|lo que descartamos|qué descartamos|lo descartado|enfoques descartados|lo que no funcionó|descartado|intentos fallidos|alternativas descartadas|alternativas rechazadas|descartadas',
    log: 'registro|registro de cambios|registro de actualizaciones|registro de sesiones|historial|historial de cambios|historial de sesiones|bitácora|cambios recientes|actualizaciones',
    blockers:
      'bloqueos|bloqueantes|bloqueadores|bloqueos actuales|impedimentos|bloqueado|bloqueo|bloqueo actual',
    doNot:
      'qué no hacer|no hacer|lo que no se debe hacer|prohibido|evitar|no tocar|no modificar|qué evitar|prohibiciones|qué no tocar',
    gotchas:
      'problemas|problemas conocidos|limitaciones conocidas|trampas|advertencias|quirks|lecciones aprendidas|errores conocidos|bugs conocidos|limitaciones|issues conocidos|incidencias conocidas|a tener en cuenta|restricciones|riesgos|riesgos conocidos|deuda técnica|notas importantes|notas técnicas|cosas a tener en cuenta|puntos de atención|cuidado',
    standards:
      'estándares|estándares de código|convenciones|convenciones de código|reglas|normas|preferencias|reglas importantes|restricciones técnicas|principios',
    decisions:
      'decisiones|decisiones clave|decisiones de diseño|decisiones tomadas|decisiones técnicas|decisiones de arquitectura|registro de decisiones',
    next: 'próximo enfoque|próximo foco|próximos hitos|trabajo pendiente|próximo paso|próximos pasos|siguiente paso|siguientes pasos|siguiente|próxima sesión|pendiente|pendientes|por hacer|tareas pendientes|qué sigue|para continuar|para continuar la sesión|cómo retomar|próximas tareas|lo que falta|qué falta|próximas sesiones|mejoras futuras|trabajo futuro|próximas mejoras|funcionalidades pendientes|lo que sigue|pasos siguientes|tareas por hacer|backlog|prioridades|próximas acciones|acciones pendientes',
    phase: 'fase|fase actual|fases|etapa|etapa actual|sprint actual',
    state:
      'estado general|foco actual|enfoque actual|estado|estado actual|estado del proyecto|dónde estamos|situación actual|en curso|en progreso|contexto actual|dónde nos quedamos|dónde lo dejamos|progreso|avance|avances|resumen del estado|tarea actual|trabajo actual|trabajo en curso',
    reading:
      'orden de lectura|orden de lectura obligatorio|lectura obligatoria|leer antes de continuar|leer primero|qué leer|archivos a leer',
    done: 'hecho|completado|lo que se hizo|realizado|terminado|logros|hitos alcanzados|logros alcanzados|tareas completadas|completado recientemente|trabajo realizado|qué funciona|lo que funciona|lo que ya funciona|implementado|funcionalidades implementadas',
    updated:
      'última actualización|actualizado|actualizado el|fecha de actualización|fecha|última modificación|a fecha de|estado a|última revisión|modificado|modificado el',
  },
  labels: {
    next: 'siguiente|siguientes|siguiente paso|siguientes pasos|próximo paso|próximos pasos|próximo|próxima|pendiente|pendientes|por hacer|falta|lo que falta|a continuación|próxima tarea|próximas tareas|tareas pendientes|próxima sesión|sin probar|no probado|qué sigue',
    blocker:
      'bloqueo|bloqueos|bloqueador|bloqueadores|bloqueante|bloqueantes|bloqueado|bloqueada|bloqueado por|bloqueada por|impedimento|impedimentos|esperando|a la espera de|a la espera',
    unblocked:
      'desbloqueado|desbloqueada|desbloqueo|bloqueo resuelto|bloqueos resueltos|bloqueo levantado|ya no bloqueado',
    gotcha:
      'trampa|trampas|cuidado|ojo|atención|advertencia|advertencias|problema conocido|problemas conocidos|limitación conocida|limitaciones conocidas|limitación|limitaciones|error conocido|errores conocidos|restricción|restricciones|causa|causa raíz|causa principal|a tener en cuenta',
    result:
      'resultado|resultados|hallazgo|hallazgos|medición|mediciones|hipótesis rechazada|hipótesis confirmada|hipótesis descartada|medido',
    decision: 'decisión|decisiones|decidido|decisión tomada|decisiones tomadas|se decidió|hemos decidido',
    deviation: 'desviación|desviaciones|desvío|desviación del plan|desvío del plan',
    rejected:
      'rechazado|rechazada|rechazados|rechazadas|descartado|descartada|descartados|descartadas|alternativa descartada|alternativas descartadas|alternativa rechazada|abandonado',
    learned:
      'aprendido|lección|lecciones|lecciones aprendidas|lección aprendida|aprendizaje|aprendizajes|aprendimos',
    done: 'hecho|completado|completada|terminado|terminada|finalizado|listo',
    status: 'estado|estado actual|progreso|avance',
    neutral: 'cambios|resumen|detalles|novedades|hitos|hito|incluye',
    quiet: 'probado|confianza|reversibilidad',
  },
  clauses: {
    articles:
      'la|el|las|los|nuestra|nuestro|toda la|todo el|todas las|implementación de la|la implementación de la|estado de la',
    frames: 'del plan|del proyecto|de la hoja de ruta|del roadmap',
    copulas:
      'está|es|están|ya está|ya|queda|quedan|ha sido|han sido|fue|fueron|está ya|ahora está|por fin|se ha|estado',
    adverbs:
      'ya|ahora|por fin|completamente|totalmente|finalmente|oficialmente|del todo|íntegramente|plenamente|por completo',
    over: 'completado|completada|completados|completadas|completo|completa|completas|terminado|terminada|terminados|terminadas|finalizado|finalizada|finalizados|finalizadas|acabado|acabada|acabadas|concluido|concluida|concluidas|cerrado|cerrada|cerrados|cerradas|lista|listo|listas|listos|entregada|entregado|hecha|hecho|hechas|cumplida|cumplido|culminada|culminado',
    settled: 'implementada|detrás de nosotros',
    reached: 'alcanzado|alcanzada|alcanzados|alcanzadas|logrado|lograda|cumplido',
    completes:
      'completa|completar|completado|completada|completados|completadas|completamos|completé|completó|termina|terminar|terminado|terminada|terminadas|terminamos|terminé|finaliza|finalizar|finalizado|finalizada|finalizadas|finalizamos|cierra|cerrar|cerrado|cerrada|cerramos|cierre de|concluye|concluir|concluido|concluida|acaba|acabar|acabada|acabado|acabamos|fin de|entrega|entregada|hemos terminado|hemos completado|hemos cerrado|he terminado|he completado|se completa|se completó|se termina|se cierra|se concluye|con esto se completa|con esto termina|listo|lista|damos por terminada|damos por cerrada|da por terminada|queda terminada|queda terminado|queda completada|queda completado|queda cerrada|queda cerrado|queda concluida|queda lista|queda finalizada',
    completing:
      'completando|terminando|finalizando|cerrando|concluyendo|lo que completa|lo que termina|lo que cierra',
    marks: 'marca|marcar|marcada|marcado|declara|se marca|marcadas|marcados|marcamos',
    edits: 'actualiza|actualizar|actualizado|actualizada',
    as: 'como',
    begins:
      'comienza|comenzar|comenzamos|empieza|empezar|empezamos|empezada|inicia|iniciar|iniciamos|iniciada|arranca|arrancar|arrancamos|inicio de|comienzo de|arranque de|se inicia|comenzada|pasamos a la|vamos con la|seguimos con la',
    begun:
      'comenzada|comenzado|empezada|iniciada|iniciado|en curso|en progreso|en marcha|comienza|empieza|arranca|inicia|arrancada|ha comenzado|ha empezado',
    workOn: 'trabajo en|el trabajo en|el trabajo de|los trabajos de|desarrollo de|el desarrollo de',
    means: 'con',
    subjects: 'esto|este commit|este cambio|con esto|nosotros|por fin|finalmente|ya|también',
    which: 'que|la cual',
    openers:
      'ahora que|ya que|así que|con esto|con este commit|y|por lo tanto|por tanto|desde hoy|dado que|y con esto|ahora|con este cambio|con estos cambios',
    tails:
      'con esto|con este commit|hoy|ayer|por fin|ya|ahora|a tiempo|según lo previsto|del todo|por completo|esta semana|con éxito|en producción|aquí|como estaba previsto',
    additions: 'con el último|con la última',
    handed: 'entregada a|entregada al|entregado a|entregado al|aprobada por|cerrada por|aceptada por',
    and: 'y|e',
    limits:
      'salvo|excepto|pero|a falta de|aunque|casi|parcialmente|en parte|excepción|pendiente|pendientes|a medias|sin embargo|por error|restan|por hacer|en principio|más o menos|creo que|falta|faltan|por verificar|demasiado pronto|parcial',
    hedges:
      'menos|falta|faltan|aún|todavía|sólo|solamente|sin|queda|quedan|cuando|hasta|después|una vez|tras|en cuanto|mitad|pronto|resta|nunca|no está|no es|aún no|pero no|si se|solo falta|antes de',
    conjunctions: 'cuando|hasta|después|una vez|tras|en cuanto|sin|antes de',
    doubts:
      'cuando|hasta|después|antes|una vez|tras|en cuanto|mientras|planificar|planificación|planea|preparar|prepara|cómo|por hacer|hay que|debe|debemos|debería|puede|podría|podemos|queremos|intentar|intenta|objetivo|meta|ejemplo|imposible|revertir|revierte|deshacer|criterios|borrador|verifica que|comprueba que|ojalá|nunca|si la|si el|si se|si todo',
    undone: 'planificado|previsto|objetivo|borrador',
    wholes: 'todas las tareas|todos los puntos|todos los pasos|todo',
    parts:
      'parte|partes|paso|pasos|día|días|semana|tarea|tareas|mitad|borrador|casi|parcial|parcialmente|solo el|solo la|solo los|solo las|solo lo|solo un|solo una|solo en|solo para|solo con|sólo|primera|última|resto|no|salvo|pero|planificada|planificación|en curso|pendiente|menos|sin',
    waiters: 'estamos|estoy|está|seguimos|todo está',
    waits:
      'bloqueado por|bloqueada por|bloqueados por|bloqueadas por|a la espera de|a la espera del|esperando a|esperando|seguimos esperando|seguimos bloqueados por|pendiente de|en espera de|estancado por',
    waitsAfter: null,
    cannot: 'no podemos|no se puede|no puedo|imposible',
    works:
      'terminar|completar|continuar|seguir|avanzar|empezar|probar|publicar|desplegar|fusionar|verificar|compilar|cerrar|entregar|finalizar|lanzar|acabar|arrancar',
    lacking: 'sin|hasta|antes',
    freed:
      'ya no estamos bloqueados por|ya no está bloqueado por|ya no bloqueado por|ya no bloqueados por|ya no esperamos|desbloqueado por|ya no está bloqueada por|ya no dependemos de',
    decided:
      'decidimos|hemos decidido|se decidió|se ha decidido|decidido|optamos por|hemos optado por|elegimos|hemos elegido|acordamos|hemos acordado|se acordó',
    decidedAfter: null,
    nextIs: 'es la siguiente|es lo siguiente|es el siguiente|sigue|viene después|es la próxima|es el próximo',
    nextFirst:
      'el siguiente paso es|siguiente paso es|el próximo paso es|próximo paso es|lo siguiente es|queda por|queda pendiente|aún falta|todavía falta',
    failedWith: 'volver a|vuelve a|volvemos a|regresar a',
    gaveUp: 'descartamos|hemos descartado|abandonamos|renunciamos a|se descarta|se descartó|se abandona',
    tried: 'probamos|hemos probado|intentamos|probé|se probó|intenté',
    failing:
      'pero|sin éxito|falló|más lento|peor|demasiado|descartado|no funciona|no funcionó|no mejora|no mejoró',
    learnedThat: 'aprendimos que|hemos aprendido que|resulta que|resultó que',
    deviates:
      'se aparta del plan|esto se aparta de|se desvía del plan|nos desviamos del plan|esto se desvía de|a diferencia del plan',
    cares: 'cuidado con|ojo con|atención a',
    confirmed: 'hipótesis|experimento',
    verdicts: 'rechazada|confirmada|descartada|refutada|validada',
  },
  says: {
    log: 'Registro de actualizaciones',
    next: 'Próximo paso',
    gotcha: 'Trampa',
    blocker: 'Bloqueo',
    unblocked: 'Desbloqueado',
    result: 'Resultado',
    deviation: 'Desviación',
    decision: 'Decisión',
    fix: 'Corrección',
    also: 'También',
    rejected: 'Descartado',
    learned: 'Aprendido',
    none: 'Ninguno',
    phaseDone: 'Fase # completada',
    done: 'completado',
    older: 'Entradas anteriores',
  },
};
