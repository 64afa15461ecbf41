// French.
import type { Words } from './words.ts';

export const months = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';

export const fr: Words = {
  units: {
    phase: 'phase|phases',
    sprint: 'sprint|sprints',
    milestone: 'jalon|jalons',
    stage: 'étape|étapes|etape|etapes',
    iteration: 'itération|itérations|iteration|lot|lots',
  },
  pieces: 'tâche|tâches|partie|parties|semaine|semaines|session|sessions',
  months,
  statuses: {
    running: 'en cours',
    open: 'à faire|à venir|prochaine|prochain|en attente|planifiée|planifié',
    active: 'actuelle|actuel|active|actif|commencée|commencé',
    inside:
      'en cours de|nous sommes en|on est en|au milieu de|travail sur|travaille sur|actuellement en|actuellement dans|actuellement',
    fixed: 'corrigé|corrigée|résolu|résolue|réglé|réglée',
    done: 'terminée',
    closed: 'terminé|fait|faite|validée|validé|complète|complete|ok|finie|fini',
    none: 'aucun|aucune|néant|rien|aucun blocage|pas de blocage|personne',
  },
  sections: {
    questions:
      'questions ouvertes|questions en suspens|questions|décisions à prendre|à décider|points à clarifier',
    results: 'résultats|résultats actuels|mesures',
    resolved: 'blocages levés|blocages résolus|débloqué',
    rejected:
      "rejeté|ce que nous avons écarté|ce que nous avons rejeté|approches rejetées|ce qui n'a pas marché|ce qui n'a pas fonctionné|pistes abandonnées|approches abandonnées|approches écartées|idées abandonnées|idées écartées|essais abandonnés|impasses|alternatives rejetées|solutions écartées",
    log: 'journal|journal des mises à jour|journal des modifications|journal de bord|historique|historique des sessions|historique des modifications|journal des sessions|changements récents|mises à jour',
    blockers:
      'blocages|points bloquants|bloquants|bloqueurs|blocages actuels|bloqué|points de blocage|blocage|blocage actuel',
    doNot:
      'ne pas faire|à ne pas faire|ce qu’il ne faut pas faire|interdits|à éviter|ne pas toucher|ne pas modifier|à ne pas toucher|interdictions',
    gotchas:
      'pièges|pièges connus|points d’attention|problèmes connus|limitations connues|leçons apprises|limitations|écueils|bugs connus|limites connues|points de vigilance|risques|risques connus|dette technique|à surveiller|notes importantes|notes techniques|notes de développement',
    standards:
      'conventions|conventions de code|standards|standards de code|règles|règles de code|préférences|règles de non régression|règles de travail|règles du projet|contraintes|règles importantes|principes',
    decisions:
      'décisions|décisions clés|décisions architecturales|décisions d’architecture|décisions validées|décisions techniques',
    next: 'prochaine étape|prochaines étapes|prochaine action|prochaines actions|prochaine session|à faire|à suivre|la suite|reste à faire|en attente|tâches restantes|tâches à faire|prochaines tâches|prochaines sessions|ce qui reste à faire|améliorations futures|évolutions futures|évolutions prévues|fonctionnalités à venir|fonctionnalités prévues|travaux restants|prochains chantiers|chantiers restants|priorités|backlog|reste à traiter|étapes suivantes',
    phase: 'phase|phase actuelle|phase en cours|phases|étape actuelle|sprint en cours',
    state:
      'état|état actuel|état des lieux|où nous en sommes|où on en est|statut|statut actuel|situation actuelle|avancement|en cours|contexte actuel|où on s’est arrêté|état actuel du projet|état du projet|état courant|état technique|progression|avancement actuel|focus actuel|travail en cours|tâche en cours',
    reading: 'ordre de lecture|à lire|à lire en premier|démarrage de session|lecture',
    done: 'fait|terminé|réalisé|accompli|ce qui a été fait|modules complétés|fonctionnalités terminées|tâches terminées|travail effectué|ce qui fonctionne|réalisations',
    updated:
      'dernière maj|dernière mise à jour|mise à jour|mis à jour|mis à jour le|maj|date|dernière révision|dernière modification|modifié le|état au|à jour au|situation au',
  },
  labels: {
    next: 'suite|la suite|prochaine étape|prochaines étapes|prochain pas|à faire|reste à faire|il reste à faire|ensuite|prochainement|à suivre|prochaine action|prochaines actions|prochaine session|non testé|non-testé|pas testé',
    blocker:
      'blocage|blocages|bloquant|bloquants|bloqueur|bloqueurs|bloqué|bloquée|bloqué par|bloquée par|bloqué sur|point bloquant|points bloquants|en attente de|en attente',
    unblocked: 'débloqué|débloquée|déblocage|blocage levé|blocages levés|plus bloqué',
    gotcha:
      "piège|pièges|attention|problème connu|problèmes connus|limitation connue|limitations connues|limitation|limitations|limite connue|limites connues|contrainte|contraintes|cause|cause racine|cause première|cause profonde|origine du problème|à savoir|mise en garde|point d'attention|points d'attention|écueil|écueils|bug connu|bugs connus",
    result:
      'résultat|résultats|mesure|mesures|constat|constats|mesuré|hypothèse rejetée|hypothèse confirmée|hypothèse infirmée|hypothèse validée',
    decision:
      'décision|décisions|décidé|choix|choix technique|nous avons décidé|décision prise|décisions prises',
    deviation: 'déviation|déviations|écart|écarts|écart au plan|écart par rapport au plan|dérogation',
    rejected:
      'rejeté|rejetée|rejetés|rejetées|écarté|écartée|écartés|abandonné|abandonnée|non retenu|non retenue|piste abandonnée|alternative rejetée|alternatives rejetées|solution écartée',
    learned: 'appris|leçon|leçons|leçon apprise|leçons apprises|enseignement|enseignements|à retenir',
    done: 'fait|terminé|terminée|fini|réalisé|achevé',
    status: 'statut|état|état actuel|avancement',
    neutral: 'changements|modifications|résumé|détails|ajouts|jalons|jalon|contenu',
    quiet: 'testé|confiance|réversibilité',
  },
  clauses: {
    articles:
      "la|le|les|l'|l’|notre|toute la|tout le|toutes les|implémentation de la|l'implémentation de la|mise en œuvre de la|la mise en œuvre de la|réalisation de la|la réalisation de la|statut de la",
    frames: 'du plan|du projet|de la feuille de route|de la roadmap',
    copulas:
      'est|sont|est maintenant|est désormais|est enfin|a été|ont été|est bien|sont maintenant|sont désormais|est donc|enfin|maintenant|statut|état',
    adverbs:
      'maintenant|désormais|enfin|entièrement|complètement|totalement|officiellement|bien|intégralement|définitivement|pleinement',
    over: 'terminé|terminée|terminés|terminées|achevé|achevée|achevés|achevées|fini|finie|finis|finies|complété|complétée|complétés|complétées|clos|close|closes|clôturé|clôturée|clôturés|clôturées|livré|livrée|livrés|livrées|bouclé|bouclée|finalisé|finalisée|finalisés|finalisées|complet|complète|complètes|faite|faites|validé|validée|validés|validées|implémentée|implémenté',
    settled: 'en place|derrière nous|implémentée|mergée|fusionnée',
    reached: 'atteint|atteinte|atteints|atteintes|franchi|franchie',
    completes:
      "termine|terminé|terminer|terminons|achève|achevé|achever|finit|fini|finir|finalise|finalisé|finaliser|complète|complété|compléter|clôture|clôturé|clôturer|clôt|conclut|boucle|bouclé|boucler|livre|livré|livrer|fin de|c'est la fin de|avons terminé|avons fini|ai terminé|a terminé|marque la fin de|clos|est terminée|est achevée|est finie|est bouclée|est close|se termine|clôture de|achèvement de|finalisation de",
    completing:
      'terminant|achevant|clôturant|finalisant|bouclant|complétant|ce qui termine|ce qui achève|ce qui clôture|ce qui conclut',
    marks: 'marque|marquer|marqué|déclare|passe|passer|marquée|marquées|marqués',
    edits: 'met à jour|mise à jour de|mise à jour du|mettre à jour|mis à jour|actualise',
    as: 'comme|à|en',
    begins:
      'commence|commencer|commencé|démarre|démarrer|démarré|début de|entame|entamer|entamé|lance|lancer|lancé|débute|débuter|démarrage de|lancement de|commencement de|commençons|attaque|attaquer|on passe à la|passage à la|place à la',
    begun:
      'commencé|commencée|commence|démarrée|démarré|démarre|en cours|entamée|entamé|lancée|lancé|débute|débutée|a commencé|a démarré|engagée',
    workOn:
      'travail sur|le travail sur|les travaux de|les travaux sur|travaux de|travaux sur|développement de|le développement de',
    means: 'avec|par',
    subjects:
      "ceci|cela|ce commit|cette modification|nous|on|j'|ça|enfin|nous avons|on a|j'ai|avec cela on|cette pr",
    which: 'qui',
    openers:
      "maintenant que|la|donc|ainsi|avec cela|avec ceci|avec ce commit|désormais|et|à présent|puisque|c'est fait|dès à présent|bonne nouvelle|avec ce changement|avec cette modification|avec ces changements|avec ces modifications",
    tails:
      "avec cela|avec ceci|avec ce commit|ainsi|enfin|aujourd'hui|hier|comme prévu|dans les temps|en avance|désormais|maintenant|entièrement|cette semaine|avec succès|en production|ici|à temps",
    additions: 'avec le dernier|avec la dernière',
    handed:
      'livrée à|livrée au|livrée aux|livré à|livré au|livré aux|livrées à|livrées au|livrées aux|livrés à|livrés au|livrés aux|validée par|validé par|approuvée par|clôturée par',
    and: 'et|puis',
    limits:
      "sauf|excepté|hormis|mais|à part|à l'exception|il manque|il reste|restent|presque|quasiment|partiellement|en partie|à moitié|toutefois|cependant|sous réserve|par erreur|à tort|à faire|en principe|plus ou moins|à suivre|je crois|je pense|reste à|restent à|manquent|grosso modo|en gros|pour l'essentiel|trop tôt|à vérifier",
    hedges:
      "hors|moins|manque|manquent|reste|pas|sans|seulement|uniquement|quand|lorsque|dès que|une fois|après|jusqu'à|bientôt|encore|en attente|à condition|ne|n'est|moitié|si les|si la|non testée|non testé|avant que|avant de",
    conjunctions: "quand|lorsque|dès que|une fois|après|jusqu'à|sans|avant que|avant de",
    doubts:
      "si|quand|lorsque|dès que|une fois|après|avant|jusqu'à|tant que|prévoir|prévu|prévoit|planifier|planifie|planification|préparer|prépare|comment|à faire|il faut|faut|doit|devons|devrait|peut|pourrait|veut|essaie|essayer|tenter|objectif|exemple|impossible|annule|annuler|critères|brouillon|est-ce|vérifie que|ne",
    undone: 'prévu|objectif|brouillon',
    wholes: 'toutes les tâches|tous les points|toutes les étapes|tout',
    parts:
      'partie|parties|étape|jour|jours|semaine|tâche|tâches|moitié|brouillon|presque|partiel|partielle|partiellement|seulement|première|dernière|reste|pas|sauf|mais|prévue|prévu|planification|en cours|à faire|commencée',
    waiters: "nous sommes|on est|je suis|c'est|tout est|nous sommes toujours|on est toujours",
    waits:
      "bloqué par|bloquée par|bloqués par|bloqué sur|en attente de|en attente d'|en attente du|en attente des|toujours bloqué par|toujours en attente de|dans l'attente de|dans l'attente du|j'attends|nous attendons|on attend|bloqué en attendant",
    waitsAfter: null,
    cannot: 'impossible de|on ne peut pas|nous ne pouvons pas|je ne peux pas',
    works:
      'terminer|finir|continuer|avancer|commencer|tester|livrer|publier|déployer|fusionner|vérifier|compiler|démarrer|clôturer|lancer|achever',
    lacking: 'sans|tant que|avant',
    freed:
      "plus bloqué par|n'est plus bloqué par|nous ne sommes plus bloqués par|on n'est plus bloqué par|plus en attente de|débloqué par|n'est plus bloquée par|plus bloqués par",
    decided:
      "nous avons décidé de|nous avons décidé d'|on a décidé de|on a décidé d'|décidé de|décidé d'|nous avons choisi|on a choisi|j'ai décidé de|il a été décidé de|il est décidé de|nous avons opté pour|nous avons retenu|on a retenu|nous décidons de",
    decidedAfter: null,
    nextIs: 'est la prochaine|vient ensuite|suit|ensuite',
    nextFirst:
      'la prochaine étape est de|la prochaine étape est|prochaine étape est|il reste à|reste à|ensuite il faut|il faut encore|la suite est',
    failedWith: 'revenir à|revient à|revenir au|on revient à|on revient au',
    gaveUp:
      'abandon de|nous avons abandonné|on a abandonné|on abandonne|nous avons écarté|on a écarté|nous avons rejeté|on a renoncé à|nous avons renoncé à',
    tried: "essayé|nous avons essayé|on a essayé|j'ai essayé|nous avons testé|testé",
    failing: 'mais|sans succès|échoué|échec|plus lent|pire|trop|abandonné|rejeté|ne marche pas|aucun gain',
    learnedThat: "nous avons appris que|on a appris que|appris que|il s'avère que|il se trouve que",
    deviates:
      "s'écarte du plan|ceci s'écarte de|on s'écarte du plan|cela s'écarte du|dévie du plan|contrairement au plan",
    cares: 'attention à|attention que|prendre garde à|gare à',
    confirmed: 'hypothèse|expérience',
    verdicts: 'rejetée|confirmée|infirmée|validée|réfutée',
  },
  says: {
    log: 'Journal des mises à jour',
    next: 'Prochaine étape',
    gotcha: 'Piège',
    blocker: 'Blocage',
    unblocked: 'Débloqué',
    result: 'Résultat',
    deviation: 'Écart',
    decision: 'Décision',
    fix: 'Correction',
    also: 'Aussi',
    rejected: 'Rejeté',
    learned: 'Appris',
    none: 'Aucun',
    phaseDone: 'Phase # terminée',
    done: 'terminé',
    older: 'Entrées plus anciennes',
  },
};
