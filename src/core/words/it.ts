// Italian.
import type { Words } from './words.ts';

export const months =
  'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre';

export const it: Words = {
  units: {
    phase: 'fase|fasi',
    sprint: 'sprint',
    milestone: 'traguardo|traguardi|pietra miliare',
    stage: 'tappa|tappe|stadio',
    iteration: 'iterazione|iterazioni',
  },
  pieces: 'passo|passi|compito|compiti|parte|parti|sessione|sessioni|settimana|settimane',
  months,
  statuses: {
    running: 'in corso',
    open: 'da fare|in attesa|prossima|prossimo|pianificata|pianificato',
    active: 'attuale|attiva|attivo|iniziata|iniziato',
    inside:
      'lavoriamo a|lavoriamo alla|siamo in|siamo nella|attualmente in|attualmente nella|nel mezzo della|attualmente',
    fixed: 'risolto|risolta|corretto|corretta',
    done: 'completata',
    closed: 'completato|fatto|fatta|terminata|terminato',
    none: 'nessuno|nessuna|niente|nessun blocco',
  },
  sections: {
    questions: 'domande aperte|domande|questioni aperte|decisioni da prendere|da decidere|da chiarire',
    results: 'risultati|risultati attuali|misure',
    resolved: 'blocchi risolti|risolti',
    rejected:
      'scartato|cosa abbiamo scartato|approcci scartati|cosa non ha funzionato|tentativi falliti|vicoli ciechi|alternative scartate',
    log: 'registro aggiornamenti|registro|diario|cronologia|storico|storico sessioni|aggiornamenti|modifiche recenti',
    blockers: 'blocchi|ostacoli|impedimenti|bloccanti|bloccato|blocco attuale',
    doNot: 'cosa non fare|da non fare|evitare|vietato|non toccare|non fare|da evitare|divieti',
    gotchas:
      'insidie|problemi noti|limitazioni note|trappole|lezioni apprese|avvertenze|attenzione|limiti noti|problemi conosciuti|problemi aperti|note importanti|note tecniche|rischi|debito tecnico|criticità|bug noti',
    standards: 'standard|convenzioni|convenzioni di codice|regole|preferenze|vincoli|linee guida|principi',
    decisions:
      'decisioni|decisioni chiave|decisioni prese|decisioni architetturali|decisioni tecniche|decisioni di design',
    next: 'prossimo passo|prossimi passi|prossima azione|prossime azioni|prossima sessione|da fare|in sospeso|cosa fare dopo|prossime attività|prossimi sviluppi|attività rimanenti|lavoro rimanente|miglioramenti futuri|sviluppi futuri|cosa resta|cosa manca|priorità|backlog|prossime fasi|prossimi obiettivi|come proseguire|primo passo immediato',
    phase: 'fase|fase attuale|fase corrente|fasi',
    state:
      'stato|stato attuale|stato del progetto|dove siamo|situazione attuale|in corso|stato corrente|stato generale|avanzamento|progressi|in lavorazione|attività in corso|focus attuale|contesto attuale|stato avanzamento',
    reading: 'ordine di lettura|da leggere|leggere prima',
    done: "fatto|completato|cosa è stato fatto|cosa c'è di fatto|completati|lavoro svolto|attività completate|cosa abbiamo completato|cosa funziona|funzionalità implementate|implementato",
    updated:
      'ultimo aggiornamento|aggiornato|aggiornato il|data|ultima modifica|aggiornato al|situazione al|modificato il',
  },
  labels: {
    next: 'prossimo|prossimi|prossimo passo|prossimi passi|prossima|prossime|da fare|resta da fare|in sospeso|poi|a seguire|prossima attività|prossime attività|non testato|manca|ancora da fare',
    blocker:
      'blocco|blocchi|bloccante|bloccanti|bloccato|bloccata|bloccato da|bloccata da|impedimento|impedimenti|ostacolo|ostacoli|in attesa di|in attesa',
    unblocked: 'sbloccato|sbloccata|sblocco|blocco risolto|blocchi risolti|blocco rimosso|non più bloccato',
    gotcha:
      'trappola|trappole|attenzione|insidia|insidie|avvertenza|avvertenze|problema noto|problemi noti|limitazione nota|limitazioni note|limite noto|limiti noti|limitazione|limitazioni|bug noto|bug noti|vincolo|vincoli|causa|causa principale|causa radice|occhio',
    result:
      'risultato|risultati|esito|misura|misure|misurato|ipotesi respinta|ipotesi confermata|ipotesi scartata|ipotesi smentita',
    decision: 'decisione|decisioni|deciso|decisione presa|scelta|abbiamo deciso',
    deviation: 'deviazione|deviazioni|scostamento|scostamenti|deviazione dal piano|scostamento dal piano',
    rejected:
      'scartato|scartata|scartati|scartate|respinto|respinta|rifiutato|rifiutata|alternativa scartata|alternative scartate|abbandonato|abbandonata',
    learned: 'imparato|lezione|lezioni|lezioni apprese|lezione appresa|appreso',
    done: 'fatto|completato|completata|finito|concluso',
    status: 'stato|stato attuale|avanzamento|progresso',
    neutral: 'modifiche|cambiamenti|riepilogo|dettagli|novità|traguardi|contenuto',
    quiet: 'testato|fiducia|reversibilità',
  },
  clauses: {
    articles:
      "la|il|lo|le|i|gli|l'|l’|nostra|la nostra|tutta la|tutto il|implementazione della|l'implementazione della|realizzazione della|stato della",
    frames: 'del piano|del progetto|della roadmap',
    copulas:
      'è|sono|è ora|è stata|è stato|sono state|sono stati|ora|è finalmente|è adesso|ormai|è ormai|risulta|stato',
    adverbs:
      'ora|finalmente|completamente|totalmente|interamente|ufficialmente|ormai|del tutto|pienamente|adesso',
    over: 'completata|completato|completate|completati|completa|completo|terminata|terminato|terminate|terminati|finita|finito|finite|conclusa|concluso|concluse|conclusi|chiusa|chiuso|chiuse|ultimata|ultimato|ultimate|consegnata|consegnato|fatta|fatto|pronta',
    settled: 'implementata|alle spalle',
    reached: 'raggiunto|raggiunta|raggiunti|raggiunte',
    completes:
      'completa|completare|completata|completato|completiamo|completate|termina|terminare|terminata|terminato|terminiamo|finisce|finire|finita|finito|conclude|concludere|conclusa|concluso|chiude|chiudere|chiusa|chiuso|ultima|ultimata|ultimato|chiusura della|chiusura di|fine della|fine di|abbiamo completato|abbiamo finito|abbiamo terminato|abbiamo concluso|abbiamo chiuso|ho completato|ho finito|conclusione della|si conclude|si completa|consegna|completamento della|è completata|è conclusa|è terminata|è finita|risulta completata|si chiude|si è conclusa',
    completing: 'completando|concludendo|terminando|chiudendo|il che completa|il che conclude',
    marks:
      'segna|segnare|segnata|segnato|marca|dichiara|contrassegna|segnate|segnati|marcata|marcato|contrassegnata|contrassegnato',
    edits: 'aggiorna|aggiornare|aggiornato|aggiornata',
    as: 'come',
    begins:
      'inizia|iniziare|iniziata|iniziamo|comincia|cominciare|cominciata|avvia|avviare|avviata|avvio della|avvio di|inizio della|inizio di|si avvia|si inizia|parte|partenza della|passiamo alla|si passa alla|passaggio alla',
    begun:
      'iniziata|iniziato|cominciata|avviata|avviato|in corso|inizia|comincia|partita|è iniziata|è cominciata',
    workOn:
      'lavoro sulla|il lavoro sulla|lavori sulla|i lavori sulla|lavori della|i lavori della|sviluppo della|lo sviluppo della',
    means: 'con',
    subjects: 'questo|questo commit|questa modifica|con questo|noi|finalmente|ora|anche|ciò',
    which: 'che|la quale',
    openers:
      'ora che|adesso che|quindi|perciò|con questo|con questo commit|e|dunque|da oggi|e con questo|visto che|dato che|con questa modifica|con queste modifiche|con questo cambiamento',
    tails:
      'con questo|con questo commit|oggi|ieri|finalmente|ora|in tempo|come previsto|del tutto|questa settimana|con successo|in produzione|qui|nei tempi|in anticipo',
    additions: "con l'ultimo|con l'ultima",
    handed:
      'consegnata a|consegnata al|consegnata alla|consegnata ai|consegnato a|consegnato al|consegnato alla|consegnato ai|approvata da|accettata da|approvata dal|accettata dal',
    and: 'e|ed',
    limits:
      'tranne|eccetto|salvo|ma|però|manca|mancano|quasi|parzialmente|in parte|tuttavia|per errore|in sospeso|da fare|a parte|in linea di massima|più o meno|credo|da verificare|troppo presto|parziale',
    hedges:
      'non|ancora|solo il|solo la|solo lo|solo i|solo gli|solo le|solo un|solo una|solo in|solo per|solo con|soltanto|senza|resta|restano|quando|appena|dopo|fino|finché|metà|presto|escluso|esclusi|esclusa|mai|se i|prima di|prima che',
    conjunctions: 'quando|appena|dopo|fino|finché|senza|prima di|prima che',
    doubts:
      'quando|appena|dopo|prima|fino|finché|mentre|pianificare|pianificazione|pianifica|preparare|prepara|da fare|bisogna|deve|dobbiamo|dovrebbe|può|potrebbe|possiamo|vogliamo|provare|tentare|obiettivo|esempio|impossibile|annulla|annullare|ripristina|criteri|bozza|verifica che|una volta|mai|se la|se il|se tutto',
    undone: 'previsto|obiettivo|bozza',
    wholes: 'tutte le attività|tutti i compiti|tutti i punti|tutti i passi|tutto',
    parts:
      'parte|parti|passo|passi|giorno|giorni|settimana|attività|metà|bozza|quasi|parziale|parzialmente|solo il|solo la|solo lo|solo i|solo gli|solo le|solo un|solo una|solo in|solo per|solo con|prima|ultima|resto|non|tranne|ma|pianificata|pianificazione|in corso|senza|manca',
    waiters: 'siamo|sono|è|tutto è|siamo ancora',
    waits:
      "bloccato da|bloccata da|bloccati da|bloccato dal|bloccato dalla|bloccati dalla|bloccati dal|in attesa di|in attesa del|in attesa della|in attesa dei|aspettiamo|aspetto|ancora bloccato da|ancora in attesa di|ancora in attesa della|fermi in attesa di|fermo in attesa di|in attesa dell'|in attesa degli|in attesa delle|ancora in attesa dell'",
    waitsAfter: null,
    cannot: 'non possiamo|non si può|non posso|non è possibile|impossibile',
    works:
      'terminare|completare|continuare|proseguire|procedere|iniziare|testare|pubblicare|rilasciare|unire|verificare|compilare|chiudere|finire|concludere|avviare',
    lacking: 'senza|finché|fino|prima',
    freed:
      'non più bloccato da|non più bloccati da|non siamo più bloccati da|non siamo più bloccati dal|non siamo più bloccati dalla|non è più bloccato da|sbloccato da|non più in attesa di|non più bloccati dal|non più bloccati dalla',
    decided:
      'abbiamo deciso di|abbiamo deciso|si è deciso di|deciso di|è stato deciso di|abbiamo scelto|abbiamo optato per|si è scelto|decidiamo di',
    decidedAfter: null,
    nextIs: 'è la prossima|è il prossimo|viene dopo|segue',
    nextFirst: 'il prossimo passo è|prossimo passo è|resta da|manca ancora|rimane da|il passo successivo è',
    failedWith: 'tornare a|torna a|ritorno a|torniamo a|si torna a',
    gaveUp:
      'scartiamo|abbiamo scartato|abbandoniamo|abbiamo abbandonato|rinunciamo a|abbiamo rinunciato a|abbiamo respinto',
    tried: 'provato|abbiamo provato|abbiamo tentato|ho provato',
    failing: 'ma|senza successo|fallito|più lento|peggio|troppo|scartato|non funziona|nessun guadagno',
    learnedThat: 'abbiamo imparato che|imparato che|si scopre che|è emerso che',
    deviates:
      'si discosta dal piano|questo si discosta da|devia dal piano|ci discostiamo dal piano|a differenza del piano',
    cares: 'attenzione a|attenzione alla|occhio a|attenzione al',
    confirmed: 'ipotesi|esperimento',
    verdicts: 'respinta|confermata|scartata|smentita|confutata',
  },
  says: {
    log: 'Registro aggiornamenti',
    next: 'Prossimo passo',
    gotcha: 'Insidia',
    blocker: 'Blocco',
    unblocked: 'Sbloccato',
    result: 'Risultato',
    deviation: 'Deviazione',
    decision: 'Decisione',
    fix: 'Correzione',
    also: 'Inoltre',
    rejected: 'Scartato',
    learned: 'Imparato',
    none: 'Nessuno',
    phaseDone: 'Fase # completata',
    done: 'completato',
    older: 'Voci precedenti',
  },
};
