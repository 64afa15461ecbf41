// Polish.
import type { Words } from './words.ts';

export const months =
  'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia';

export const pl: Words = {
  units: {
    phase: 'faza|fazy|fazę|fazie|fazą',
    sprint: 'sprint|sprinty|sprintu|sprinta',
    milestone: 'kamień milowy|kamienia milowego|kamienie milowe',
    stage: 'etap|etapy|etapu|etapie|etapów',
    iteration: 'iteracja|iteracje|iterację|iteracji',
  },
  pieces: 'krok|kroki|zadanie|zadania|część|części|sesja|tydzień',
  months,
  statuses: {
    running: 'w toku|w trakcie',
    open: 'do zrobienia|oczekuje|następna|następny|planowana',
    active: 'bieżąca|bieżący|aktywna|aktywny|rozpoczęta|rozpoczęty',
    inside: 'pracujemy nad|pracuję nad|jesteśmy w|obecnie w|obecnie|aktualnie w|w trakcie',
    fixed: 'naprawione|naprawiony|naprawiona|rozwiązane|rozwiązany|rozwiązana|poprawione',
    done: 'ukończona',
    closed: 'ukończono|zrobione|gotowe|zakończona',
    none: 'brak|żadne|nic|nikt|nikogo',
  },
  sections: {
    questions: 'otwarte pytania|pytania|pytania otwarte|do ustalenia|do wyjaśnienia',
    results: 'wyniki|pomiary|rezultaty',
    resolved: 'rozwiązane blokery|rozwiązane',
    rejected:
      'odrzucone|co odrzuciliśmy|odrzucone podejścia|co nie zadziałało|ślepe zaułki|odrzucone alternatywy',
    log: 'dziennik|dziennik zmian|dziennik sesji|historia|historia zmian|historia sesji|rejestr zmian|ostatnie zmiany',
    blockers: 'blokery|blokady|przeszkody|zablokowane',
    doNot: 'czego nie robić|nie robić|zakazane|unikać|nie ruszać|czego unikać|zakazy|czego nie ruszać',
    gotchas: 'pułapki|znane problemy|znane ograniczenia|ograniczenia|wnioski|uwagi|haczyki|znane błędy',
    standards: 'standardy|standardy kodu|konwencje|zasady|preferencje',
    decisions: 'decyzje|kluczowe decyzje|podjęte decyzje|decyzje architektoniczne',
    next: 'następny krok|następne kroki|kolejne kroki|następna sesja|do zrobienia|co dalej|oczekujące',
    phase: 'faza|bieżąca faza|obecna faza|fazy|etap|bieżący etap',
    state:
      'stan|stan obecny|obecny stan|aktualny stan|bieżący stan|status|gdzie jesteśmy|w toku|bieżący kontekst|aktualny kontekst|obecny fokus|nad czym pracujemy|bieżące zadanie|aktualne zadanie',
    reading: 'kolejność czytania|przeczytaj najpierw|do przeczytania',
    done: 'zrobione|ukończone|co zrobiono',
    updated:
      'ostatnia aktualizacja|zaktualizowano|aktualizacja|data|stan na|stan na dzień|ostatnia zmiana|zmieniono|aktualne na',
  },
  labels: {
    next: 'następny krok|następne kroki|kolejny krok|kolejne kroki|następne|dalej|co dalej|do zrobienia|pozostało|pozostaje|zostało|w następnej kolejności|nietestowane|nie testowano|nieprzetestowane',
    blocker:
      'bloker|blokery|blokada|blokady|blokuje|zablokowane|zablokowany|zablokowane przez|zablokowany przez|przeszkoda|przeszkody|czekamy na|oczekiwanie na|czeka na',
    unblocked: 'odblokowane|odblokowany|odblokowano|blokada zdjęta|bloker usunięty|blokada usunięta',
    gotcha:
      'pułapka|pułapki|uwaga|znany problem|znane problemy|znane ograniczenie|znane ograniczenia|ograniczenie|ograniczenia|znany błąd|znane błędy|przyczyna|przyczyny|główna przyczyna|ostrzeżenie|ostrzeżenia|haczyk|haczyki',
    result:
      'wynik|wyniki|rezultat|rezultaty|pomiar|pomiary|zmierzono|hipoteza odrzucona|hipoteza potwierdzona|hipoteza obalona',
    decision: 'decyzja|decyzje|zdecydowano|postanowiono|postanowienie|zdecydowaliśmy',
    deviation: 'odchylenie|odchylenia|odstępstwo|odstępstwa|odstępstwo od planu|odchylenie od planu',
    rejected:
      'odrzucone|odrzucono|odrzucony|odrzucona|odrzucona alternatywa|odrzucone alternatywy|porzucone|zaniechano|zrezygnowano z',
    learned: 'nauka|nauczka|wnioski|wniosek|lekcja|lekcje|czego się nauczyliśmy',
    done: 'zrobione|ukończone|gotowe|zakończone|wykonane',
    status: 'status|stan|postęp|aktualny stan',
    neutral: 'zmiany|podsumowanie|szczegóły|nowości|zawartość',
    quiet: 'przetestowane|testowano|pewność',
  },
  clauses: {
    articles: 'nasz|nasza|cały|cała|całą|wdrożenie|implementacja|realizacja',
    frames: 'planu|projektu|z planu|roadmapy',
    copulas:
      'jest|są|został|została|zostało|zostały|jest już|już|jest teraz|teraz|jest w pełni|został już|status|stan',
    adverbs: 'już|teraz|w pełni|całkowicie|w całości|wreszcie|oficjalnie|ostatecznie|nareszcie',
    over: 'ukończony|ukończona|ukończone|ukończono|ukończeni|zakończony|zakończona|zakończone|zakończono|gotowy|gotowa|gotowe|zrobiony|zrobiona|zrobione|skończony|skończona|skończone|zamknięty|zamknięta|zamknięte|zamknięto|domknięty|domknięta|sfinalizowany|sfinalizowana|dostarczony|dostarczona|wykonany|wykonana|za nami|zakończyła się|zakończył się|ukończoną|zakończoną|skończoną|zamkniętą|gotową|wykonaną|domkniętą|ukończonym|za zakończoną',
    settled: 'wdrożony|wdrożona',
    reached: 'osiągnięty|osiągnięta|osiągnięte|osiągnięto',
    completes:
      'ukończ|ukończono|kończy|zakończ|zakończono|zakończyliśmy|ukończyliśmy|skończyliśmy|zakończyłem|ukończyłem|skończyłem|zamyka|zamknij|zamknięto|zamykamy|domyka|domknięto|kończymy|zakończenie|ukończenie|koniec|zamknięcie|zakończona|ukończona|ukończony|zakończony|skończona|skończony|kończy się|zakończyła się|zakończył się|ukończyć|zakończyć|zamknąć|domknąć|kończę|zamykam|finalizuje|gotowe:',
    completing: 'kończąc|zamykając|co kończy|co zamyka',
    marks: 'oznacz|oznacza|oznaczono|oznaczam|oznaczyć|oznaczona|oznaczony|oznaczamy',
    edits: 'zaktualizuj|aktualizuje|zaktualizowano|aktualizacja',
    as: 'jako|za',
    begins:
      'rozpocznij|rozpoczęto|rozpoczyna|rozpoczynamy|rozpoczęcie|zacznij|zaczynamy|zaczęto|zaczęliśmy|start|startuje|startujemy|początek|rozpoczęliśmy|zaczyna|rusza|przechodzimy do|przechodzę do',
    begun:
      'rozpoczęty|rozpoczęta|rozpoczęte|rozpoczęto|w toku|w trakcie|zaczęty|zaczęta|rusza|startuje|trwa|ruszył|ruszyła|rozpoczyna się|wystartował|wystartowała',
    workOn: 'praca nad|prace nad|rozpoczęte prace nad',
    means: 'z|od',
    subjects: 'to|ten commit|ta zmiana|tym samym|my|wreszcie|nareszcie|niniejszym|i',
    which: 'który|która|które',
    openers:
      'teraz, gdy|teraz gdy|skoro|więc|zatem|tym samym|tym commitem|i|a więc|niniejszym|od dziś|ponieważ|na tym|tą zmianą|tymi zmianami|z tym commitem|z tą zmianą',
    tails:
      'tym samym|tym commitem|dziś|dzisiaj|wczoraj|wreszcie|już|teraz|na czas|zgodnie z planem|w całości|w tym tygodniu|z sukcesem|pomyślnie|na produkcji|w terminie|przed czasem',
    additions: null,
    handed:
      'dostarczony do|dostarczony dla|dostarczona do|dostarczona dla|przekazany do|przekazany dla|przekazana do|przekazana dla|odebrany przez|odebrana przez|zatwierdzony przez',
    and: 'i|oraz|a',
    limits:
      'oprócz|z wyjątkiem|ale|lecz|brakuje|prawie|niemal|częściowo|w części|pozostało|pozostaje|w połowie|jednak|omyłkowo|przez pomyłkę|do zrobienia|wyjąwszy|w zasadzie|mniej więcej|chyba|zostało jeszcze|zostały jeszcze|do sprawdzenia|za wcześnie',
    hedges:
      'poza|brak|nie|jeszcze|tylko|bez|zostało|jeśli|jeżeli|gdy|kiedy|dopiero|po|aż|do czasu|połowa|wkrótce|nigdy|zanim',
    conjunctions: 'jeśli|jeżeli|gdy|kiedy|po|aż|bez|zanim',
    doubts:
      'jeśli|jeżeli|gdy|kiedy|dopiero|aż|zanim|dopóki|aby|żeby|plan|planuj|planowanie|planujemy|przygotuj|przygotowanie|do zrobienia|trzeba|należy|musi|musimy|powinien|powinna|może|możemy|chcemy|spróbuj|próba|cel|przykład|niemożliwe|cofnij|wycofaj|wycofanie|kryteria|szkic|czy|nigdy',
    undone: 'cel|szkic|plan',
    wholes: 'wszystkie zadania|wszystkie kroki|wszystko',
    parts:
      'część|części|krok|kroki|dzień|dni|tydzień|zadanie|zadania|połowa|szkic|prawie|częściowo|tylko|pierwsza|ostatnia|reszta|nie|oprócz|ale|planowana|planowanie|w toku|bez',
    waiters: 'jesteśmy|jestem|wszystko jest|nadal jesteśmy',
    waits:
      'zablokowane przez|zablokowany przez|zablokowana przez|zablokowani przez|czekamy na|czekam na|oczekiwanie na|w oczekiwaniu na|nadal czekamy na|wciąż czekamy na|blokuje nas|wstrzymane przez',
    waitsAfter: null,
    cannot: 'nie możemy|nie można|nie mogę|nie da się',
    works:
      'ukończyć|zakończyć|kontynuować|zacząć|testować|przetestować|wydać|wdrożyć|scalić|sprawdzić|zbudować|zamknąć|skończyć|opublikować|dokończyć|ruszyć',
    lacking: 'bez|dopóki|póki|zanim|aż',
    freed:
      'już nie zablokowane przez|nie jesteśmy już zablokowani przez|już nie czekamy na|nie czekamy już na|nie jest już zablokowane przez|odblokowane przez|odblokowało nas',
    decided:
      'zdecydowaliśmy się na|zdecydowaliśmy|postanowiliśmy|zdecydowano o|zdecydowano|postanowiono|wybraliśmy|uzgodniliśmy|ustaliliśmy',
    decidedAfter: null,
    nextIs:
      'jest następny|jest następna|jest następne|jest kolejny|jest kolejna|będzie następny|będzie następna',
    nextFirst:
      'następny krok to|kolejny krok to|zostało jeszcze|trzeba jeszcze|następnie trzeba|do zrobienia pozostaje',
    failedWith: 'powrót do|wracamy do|wróć do|wraca do',
    gaveUp: 'rezygnujemy z|zrezygnowaliśmy z|porzucamy|odrzuciliśmy|odrzucamy|porzucono|porzuciliśmy',
    tried: 'próbowaliśmy|wypróbowaliśmy|sprawdziliśmy|próbowałem|wypróbowano',
    failing:
      'ale|bez powodzenia|nie działa|nie zadziałało|wolniej|wolniejsze|gorzej|gorsze|zbyt|odrzucone|żadnego zysku',
    learnedThat: 'nauczyliśmy się, że|okazało się, że|okazuje się, że',
    deviates:
      'odbiega od planu|to odbiega od|odstępujemy od planu|inaczej niż w planie|wbrew planowi|niezgodnie z planem',
    cares: 'uwaga na|ostrożnie z|uważaj na',
    confirmed: 'hipoteza|eksperyment',
    verdicts: 'odrzucona|potwierdzona|obalona',
  },
  says: {
    log: 'Dziennik zmian',
    next: 'Następny krok',
    gotcha: 'Pułapka',
    blocker: 'Bloker',
    unblocked: 'Odblokowano',
    result: 'Wynik',
    deviation: 'Odstępstwo',
    decision: 'Decyzja',
    fix: 'Poprawka',
    also: 'Ponadto',
    rejected: 'Odrzucono',
    learned: 'Nauka',
    none: 'Brak',
    phaseDone: 'Faza # ukończona',
    done: 'ukończono',
    older: 'Starsze wpisy',
  },
};
