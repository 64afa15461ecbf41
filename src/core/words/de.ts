// German.
import type { Words } from './words.ts';

export const months = 'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember';

export const de: Words = {
  units: {
    phase: 'phase|phasen',
    sprint: 'sprint|sprints',
    milestone: 'meilenstein|meilensteine',
    stage: 'etappe|etappen|stufe|stufen',
    iteration: 'iteration|iterationen',
  },
  pieces: 'schritt|schritte|aufgabe|aufgaben|teil|teile|sitzung|sitzungen|woche|wochen',
  months,
  statuses: {
    running: 'läuft|in arbeit|laufend',
    open: 'offen|ausstehend|geplant|nächste|zu tun',
    active: 'aktuell|aktiv|begonnen|gestartet',
    inside: 'arbeiten an|arbeite an|wir sind in|aktuell in|derzeit in|mitten in|aktuell|derzeit|gerade in',
    fixed: 'behoben|gelöst|repariert|korrigiert',
    done: 'abgeschlossen',
    closed: 'fertig|erledigt|beendet',
    none: 'keine|keiner|nichts|keine blocker|niemand|niemanden|niemandem',
  },
  sections: {
    questions: 'offene fragen|fragen|ungeklärte fragen|offene entscheidungen|zu klären|noch zu klären',
    results: 'ergebnisse|messergebnisse|aktuelle ergebnisse|resultate',
    resolved: 'gelöste blocker|gelöst|behobene blocker|erledigte blocker',
    rejected:
      'verworfen|verworfenes|was wir verworfen haben|was verworfen wurde|verworfene ansätze|was nicht funktioniert hat|was nicht ging|verworfene ideen|sackgassen|gescheiterte versuche|verworfene alternativen|abgelehnt',
    log: 'änderungsprotokoll|änderungsverlauf|verlauf|sitzungsverlauf|sitzungsprotokoll|protokoll|tagebuch|historie|letzte änderungen|aktualisierungen',
    blockers:
      'blocker|aktuelle blocker|blockaden|hindernisse|blockiert|aktuelle blockaden|offene blocker|was blockiert|wartet auf',
    doNot:
      'nicht tun|was man nicht tun sollte|was nicht zu tun ist|verboten|vermeiden|was nicht machen|nicht machen|was nicht zu machen ist|nicht anfassen|nicht ändern|finger weg|was nicht getan werden soll|verbote|tabu',
    gotchas:
      'fallstricke|stolpersteine|stolperfallen|fallen|tücken|achtung|zu beachten|bekannte probleme|bekannte einschränkungen|einschränkungen|erkenntnisse|lehren|hinweise|warnungen|wichtige warnungen|bekannte fehler|technische schulden|risiken|bekannte risiken|bekannte bugs|offene probleme|wichtige hinweise|technische hinweise|was zu beachten ist|bekannte grenzen|besonderheiten|testschulden|häufige fehler',
    standards:
      'standards|code-standards|konventionen|code-konventionen|regeln|richtlinien|vorlieben|präferenzen|user-präferenzen|nutzer-präferenzen|vorgaben|rahmenbedingungen|arbeitsregeln|randbedingungen|leitplanken|prinzipien|feste regeln|verbindliche regeln|grundregeln',
    decisions:
      'entscheidungen|wichtige entscheidungen|getroffene entscheidungen|architekturentscheidungen|entscheidungsprotokoll|technische entscheidungen|designentscheidungen|festgelegte entscheidungen',
    next: 'nächste schritte|nächste aktion|nächste aktionen|nächste sinnvolle schritte|nächster schritt|als nächstes|nächste sitzung|offen|offene punkte|zu tun|ausstehend|wie geht es weiter|nächste aufgaben|nächste arbeiten|als nächstes zu tun|noch zu tun|nächste session|offene aufgaben|geplant|geplante arbeiten|weitere schritte|weiteres vorgehen|was fehlt|was noch fehlt|was offen ist|offene todos|noch offen|verbleibend|verbleibende aufgaben|prioritäten|backlog|nächste meilensteine|zukünftige erweiterungen|ausblick|folgeaufgaben',
    phase: 'phase|aktuelle phase|phasen|aktueller sprint|meilensteine|aktueller meilenstein',
    state:
      'stand|aktueller fokus|aktuelles|aktuelle arbeit|aktueller stand|wo wir stehen|status|aktueller status|zustand|derzeitiger stand|in arbeit|wo wir aufgehört haben|aktueller kontext|projekt-status|projektstatus|projektstand|fortschritt|aktueller fortschritt|gesamtstatus|ist-zustand|kurzstatus|laufende arbeiten|übergabestand|systemstatus|aktuelle aufgabe|aktueller schwerpunkt',
    reading: 'lesereihenfolge|pflichtlektüre|zuerst lesen|zu lesen',
    done: 'erledigt|fertig|abgeschlossen|was gemacht wurde|was funktioniert|was wirklich funktioniert|umgesetzt|was umgesetzt wurde|erreicht|abgeschlossene arbeiten|fertiggestellt|was fertig ist|was erledigt ist|erledigte aufgaben|geschafft',
    updated:
      'zuletzt aktualisiert|letzte aktualisierung|aktualisiert|aktualisiert am|stand vom|datum|letzter stand|stand am|stand zum|letzte änderung|zuletzt geändert|geändert am|zuletzt bearbeitet|aktualisiert zum',
  },
  labels: {
    next: 'nächster schritt|nächste schritte|nächste aktion|nächste aktionen|als nächstes|nächstes|weiter|offen|noch offen|offene punkte|zu tun|noch zu tun|ausstehend|todo|nächste aufgabe|nächste aufgaben|ungetestet|nicht getestet|es fehlt noch|fehlt noch',
    blocker:
      'blocker|blockiert|blockiert durch|blockiert von|blockade|blockaden|hindernis|hindernisse|warten auf|wartet auf|aktuelle blocker|aktueller blocker|blockierend',
    unblocked:
      'entblockt|nicht mehr blockiert|blocker gelöst|blocker behoben|blockade gelöst|blockade aufgehoben|entsperrt|blocker weg|blocker beseitigt',
    gotcha:
      'stolperfalle|stolperfallen|stolperstein|stolpersteine|fallstrick|fallstricke|achtung|vorsicht|bekanntes problem|bekannte probleme|bekannter fehler|bekannte fehler|einschränkung|einschränkungen|bekannte einschränkung|bekannte einschränkungen|ursache|ursachen|grundursache|warnung|warnungen|falle|fehlerursache|rahmenbedingung|zu beachten|vorgabe',
    result:
      'ergebnis|ergebnisse|befund|befunde|messung|messungen|gemessen|messergebnis|messwerte|hypothese verworfen|hypothese bestätigt|hypothese widerlegt',
    decision:
      'entscheidung|entscheidungen|entschieden|beschluss|beschlossen|festgelegt|architekturentscheidung',
    deviation: 'abweichung|abweichungen|abweichung vom plan|planabweichung|abweichend vom plan',
    rejected:
      'verworfen|verworfene alternative|verworfene alternativen|abgelehnt|abgelehnte alternative|ausgeschlossen|aufgegeben|nicht gewählt|verworfener ansatz',
    learned: 'gelernt|erkenntnis|erkenntnisse|lehre|lehren|lektion|gelerntes',
    done: 'erledigt|fertig|abgeschlossen|getan',
    status: 'status|stand|aktueller stand|zustand|fortschritt',
    neutral: 'änderungen|zusammenfassung|details|überblick|neuerungen|meilensteine|inhalt|geändert|neu',
    quiet: 'getestet|zuversicht|umkehrbarkeit',
  },
  clauses: {
    articles:
      'die|der|den|das|unsere|unser|unseren|ganze|die ganze|der ganze|gesamte|die gesamte|umsetzung von|die umsetzung von|implementierung von|die implementierung von|status von|der status von|100 % von|100% von',
    frames: 'des plans|des projekts|der roadmap|des fahrplans|der planung|aus dem plan',
    copulas:
      'ist|sind|ist jetzt|ist nun|ist damit|wurde|wurden|ist somit|jetzt|nun|damit|ist endlich|sind jetzt|sind nun|wird hiermit|gilt als|ist hiermit|ist heute|ist seit heute|ist seit gestern|status|stand',
    adverbs:
      'jetzt|nun|vollständig|endlich|offiziell|ganz|gänzlich|erfolgreich|damit|endgültig|somit|in der roadmap|im plan|in der planung|in der doku|im fahrplan',
    over: 'abgeschlossen|fertig|fertiggestellt|beendet|erledigt|vollendet|komplett|geschafft|abgeschlossene|geschlossen|ausgeliefert|abgehakt|durch|finalisiert|abgenommen|hinter uns|liegt hinter uns|ist durch|abschließen|fertigstellen|umgesetzt|implementiert|als erledigt markiert|als abgeschlossen markiert|als fertig markiert|als beendet markiert|implementierung abgeschlossen|umsetzung abgeschlossen|komplett abgeschlossen|komplett fertig|komplett erledigt|komplett fertiggestellt|komplett beendet|komplett umgesetzt',
    settled: 'umgesetzt|implementiert|hinter uns',
    reached: 'erreicht',
    completes:
      'schließe|schließt|schließen|schliesst|schliesse|beende|beendet|beenden|vollende|vollendet|fertig mit|abschluss von|abschluss der|abschluss des|ende von|ende der|ende des|vervollständigt|finalisiert|stellt|fertig:|erledigt:',
    completing: null,
    marks: 'markiere|markiert|setze|setzt|erkläre|hake|haken',
    edits: 'aktualisiere|aktualisiert|aktualisieren',
    as: 'als|auf|für|ab',
    begins:
      'beginne|beginnt|beginn von|beginn der|beginn des|starte|startet|starten|start von|start der|start des|fange|auftakt von|auftakt der|beginnen|anfang von|einstieg in|weiter mit|weiter geht es mit|weiter zu|los mit',
    begun:
      'begonnen|gestartet|angefangen|läuft|in arbeit|beginnt|startet|im gange|hat begonnen|laufend|angelaufen|in bearbeitung',
    workOn:
      'arbeit an|arbeiten an|die arbeit an|die arbeiten an|umsetzung von|die umsetzung von|entwicklung von',
    means: 'mit|durch',
    subjects:
      'dies|das|damit|dieser commit|diese änderung|wir|wir haben|ich|ich habe|endlich|nun|jetzt|hiermit|und',
    which: 'die|der|das',
    openers:
      'jetzt, da|jetzt da|nun, da|nun da|da|damit ist|hiermit ist|somit ist|damit sind|also|somit|damit|und damit ist|nun ist|jetzt ist|und|hiermit|heute ist|endlich ist|weil|mit diesem commit|mit diesem commit ist|mit dieser änderung|mit dieser änderung ist|mit diesen änderungen|mit diesen änderungen ist|mit diesem pr|mit diesem pr ist',
    tails:
      'hiermit|damit|heute|gestern|endlich|jetzt|nun|ab|ist|sind|fertig|wie geplant|im zeitplan|pünktlich|planmäßig|vollständig|komplett|diese woche|erfolgreich|in produktion|fristgerecht|abgeschlossen|worden|ab sofort',
    additions: 'mit dem letzten|mit der letzten',
    handed: 'ausgeliefert an|übergeben an|abgenommen von|abgenommen durch|ausgerollt an|ausgerollt bei',
    and: 'und',
    limits:
      'außer|ausser|bis auf|aber|fehlt|fehlen|fast|beinahe|teilweise|zum teil|teils|größtenteils|weitgehend|abgesehen von|ausgenommen|jedoch|vorbehaltlich|ausstehend|allerdings|irrtümlich|versehentlich|fälschlich|todo|mit ausnahme|angeblich|im prinzip|im wesentlichen|mehr oder weniger|fehlt noch|fehlen noch|glaube ich|denke ich|hoffentlich|sozusagen|vorläufig|zu früh|offene punkte|noch offen|folgt noch|folgen noch|abnahme folgt|doku folgt|dokumentation folgt|tests folgen|rest folgt|review folgt',
    hedges:
      'nur|fehlend|ohne|nicht|noch|wenn|sobald|falls|bis|nachdem|offen|halb|hälfte|bald|kein|keine|soll|sollte|wird|nie|bevor|ehe',
    conjunctions: 'wenn|sobald|falls|bis|nachdem|ohne|bevor|ehe',
    doubts:
      'wenn|sobald|falls|bis|nachdem|bevor|solange|plan|plane|planen|plant|planung|vorbereiten|vorbereitung|bereite|todo|muss|müssen|soll|sollen|sollte|wird|werden|würde|kann|können|könnte|will|wollen|möchte|versuche|versuchen|versucht|ziel|beispiel|unmöglich|revert|zurücknehmen|rückgängig|kriterien|entwurf|prüft ob|ob|angenommen|erst|nie',
    undone: 'plant|geplant|ziel|entwurf',
    wholes: 'alle aufgaben|alle punkte|alle schritte|alles',
    parts:
      'teil|teile|schritt|schritte|tag|tage|woche|aufgabe|aufgaben|hälfte|halb|entwurf|fast|teilweise|nur|erste|letzte|rest|nicht|außer|aber|geplant|planung|läuft|offen|ohne|begonnen',
    waiters: 'wir sind|ich bin|wir|alles ist|wir sind noch|wir sind weiterhin',
    waits:
      'blockiert durch|blockiert von|blockiert wegen|warten auf|warte auf|wartet auf|wir warten auf|ich warte auf|noch blockiert durch|weiterhin blockiert durch|hängt an|hängen an|immer noch blockiert durch|warten noch auf|wir warten noch auf',
    waitsAfter: null,
    cannot: null,
    works: null,
    lacking: null,
    freed:
      'nicht mehr blockiert durch|nicht mehr blockiert von|wir sind nicht mehr blockiert durch|wir warten nicht mehr auf|warten nicht mehr auf|nicht länger blockiert durch',
    decided:
      'wir haben entschieden|wir haben beschlossen|wir haben uns entschieden|wir haben uns für|beschlossen|entschieden|wir entscheiden uns für|es wurde beschlossen|es wurde entschieden|wir nehmen|wir setzen auf|einigung auf|wir einigten uns auf|wir haben uns auf',
    decidedAfter: null,
    nextIs:
      'ist als nächstes dran|kommt als nächstes|folgt|ist die nächste|ist als nächste dran|ist als nächstes an der reihe',
    nextFirst:
      'als nächstes kommt|als nächstes folgt|als nächstes steht|als nächstes|nächster schritt ist|der nächste schritt ist|es fehlt noch|noch zu tun ist|offen ist noch|bleibt noch',
    failedWith: 'wieder zurück zu|rückkehr zu|zurückgekehrt zu|wir kehren zurück zu|wir gehen zurück zu',
    gaveUp: 'wir verwerfen|wir haben verworfen|wir geben auf|wir haben die idee verworfen|verworfen wurde',
    tried: 'versucht|wir haben versucht|probiert|wir haben probiert|ausprobiert|wir haben ausprobiert',
    failing:
      'aber|ohne erfolg|scheitert|gescheitert|langsamer|schlechter|zu|verworfen|funktioniert nicht|nichts gebracht|kein gewinn',
    learnedThat:
      'gelernt, dass|gelernt dass|wir haben gelernt, dass|wir haben gelernt dass|es stellt sich heraus, dass|es stellte sich heraus, dass|es hat sich gezeigt, dass',
    deviates:
      'weicht vom plan ab|dies weicht vom plan ab|wir weichen vom plan ab|das weicht vom plan ab|anders als geplant|entgegen dem plan|abweichend vom plan',
    cares: 'achtung bei|vorsicht bei|vorsicht mit',
    confirmed: 'hypothese|experiment',
    verdicts: 'verworfen|bestätigt|widerlegt|abgelehnt',
  },
  says: {
    log: 'Änderungsprotokoll',
    next: 'Nächster Schritt',
    gotcha: 'Fallstrick',
    blocker: 'Blocker',
    unblocked: 'Gelöst',
    result: 'Ergebnis',
    deviation: 'Abweichung',
    decision: 'Entscheidung',
    fix: 'Korrektur',
    also: 'Außerdem',
    rejected: 'Verworfen',
    learned: 'Gelernt',
    none: 'Keine',
    phaseDone: 'Phase # abgeschlossen',
    done: 'abgeschlossen',
    older: 'Ältere Einträge',
  },
};
