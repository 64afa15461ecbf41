// The words that a draft adds to what commits say, in the languages that context files are written in.

import type { Language } from '../context/names.ts';
import { withoutAccents } from '../letters.ts';

export type Words = {
  readonly log: string;
  readonly next: string;
  readonly gotcha: string;
  readonly blocker: string;
  readonly unblocked: string;
  readonly result: string;
  readonly deviation: string;
  readonly decision: string;
  readonly rejected: string;
  readonly learned: string;
  readonly fix: string;
  readonly also: string;
  /** Of a list with nothing in it. */
  readonly none: string;
  /** `#` is the phase's number. */
  readonly phaseDone: string;
  readonly done: string;
  /** `#` is the count, `@` the part of the code; the brackets go where no part stands out. */
  readonly fixes: string;
  readonly tests: string;
  readonly documents: string;
  readonly changes: string;
  readonly older: string;
};

const LABELS = [
  'log',
  'next',
  'gotcha',
  'blocker',
  'unblocked',
  'result',
  'deviation',
  'decision',
  'fix',
  'also',
  'rejected',
  'learned',
] as const;
const PHRASES = ['none', 'phaseDone', 'done', 'fixes', 'tests', 'documents', 'changes', 'older'] as const;

const ROWS: Readonly<Record<Language, readonly [labels: string, phrases: string]>> = {
  en: [
    'Update Log|Next|Gotcha|Blocker|Unblocked|Result|Deviation|Decision|Fix|Also|Rejected|Learned',
    'None|Phase # complete|complete|# fixes( in @)|# changes to tests( in @)|# changes to documents( in @)|# changes( in @)|Older entries',
  ],
  fr: [
    'Journal des mises à jour|Prochaine étape|Piège|Blocage|Débloqué|Résultat|Écart|Décision|Correction|Aussi|Rejeté|Appris',
    'Aucun|Phase # terminée|terminé|# corrections( dans @)|# changements de tests( dans @)|# changements de documentation( dans @)|# changements( dans @)|Entrées plus anciennes',
  ],
  es: [
    'Registro de actualizaciones|Próximo paso|Trampa|Bloqueo|Desbloqueado|Resultado|Desviación|Decisión|Corrección|También|Descartado|Aprendido',
    'Ninguno|Fase # completada|completado|# correcciones( en @)|# cambios en pruebas( en @)|# cambios en documentación( en @)|# cambios( en @)|Entradas anteriores',
  ],
  pt: [
    'Registro de atualizações|Próximo passo|Armadilha|Bloqueio|Desbloqueado|Resultado|Desvio|Decisão|Correção|Também|Descartado|Aprendido',
    'Nenhum|Fase # concluída|concluído|# correções( em @)|# mudanças em testes( em @)|# mudanças em documentação( em @)|# mudanças( em @)|Entradas anteriores',
  ],
  de: [
    'Änderungsprotokoll|Nächster Schritt|Fallstrick|Blocker|Gelöst|Ergebnis|Abweichung|Entscheidung|Korrektur|Außerdem|Verworfen|Gelernt',
    'Keine|Phase # abgeschlossen|abgeschlossen|# Korrekturen( in @)|# Änderungen an Tests( in @)|# Änderungen an der Dokumentation( in @)|# Änderungen( in @)|Ältere Einträge',
  ],
  it: [
    'Registro aggiornamenti|Prossimo passo|Insidia|Blocco|Sbloccato|Risultato|Deviazione|Decisione|Correzione|Inoltre|Scartato|Imparato',
    'Nessuno|Fase # completata|completato|# correzioni( in @)|# modifiche ai test( in @)|# modifiche alla documentazione( in @)|# modifiche( in @)|Voci precedenti',
  ],
  pl: [
    'Dziennik zmian|Następny krok|Pułapka|Bloker|Odblokowano|Wynik|Odstępstwo|Decyzja|Poprawka|Ponadto|Odrzucono|Nauka',
    'Brak|Faza # ukończona|ukończono|Poprawki( w @): #|Zmiany testów( w @): #|Zmiany dokumentacji( w @): #|Zmiany( w @): #|Starsze wpisy',
  ],
  uk: [
    'Журнал оновлень|Наступний крок|Підводний камінь|Блокер|Розблоковано|Результат|Відхилення|Рішення|Виправлення|Також|Відхилено|Висновок',
    'Немає|Фаза # завершена|завершено|Виправлення( в @): #|Зміни тестів( в @): #|Зміни документації( в @): #|Зміни( в @): #|Старіші записи',
  ],
  ru: [
    'Журнал обновлений|Следующий шаг|Подводный камень|Блокер|Разблокировано|Результат|Отклонение|Решение|Исправление|Также|Отвергнуто|Вывод',
    'Нет|Фаза # завершена|завершено|Исправления( в @): #|Изменения тестов( в @): #|Изменения документации( в @): #|Изменения( в @): #|Старые записи',
  ],
  ko: [
    '업데이트 로그|다음|주의|블로커|해결됨|결과|변경|결정|수정|그 외|기각|배운 점',
    '없음|#단계 완료|완료|(@ )수정 #건|(@ )테스트 변경 #건|(@ )문서 변경 #건|(@ )변경 #건|이전 기록',
  ],
  zh: [
    '更新日志|下一步|注意|阻塞|已解除|结果|偏离|决策|修复|另有|已否决|经验',
    '无|阶段 # 已完成|已完成|(@ 的 )# 处修复|(@ 的 )# 处测试变更|(@ 的 )# 处文档变更|(@ 的 )# 处变更|更早的记录',
  ],
  ja: [
    '更新履歴|次|注意|ブロッカー|解消|結果|逸脱|決定|修正|その他|却下|学び',
    'なし|フェーズ # 完了|完了|(@ の)修正 # 件|(@ の)テスト変更 # 件|(@ の)ドキュメント変更 # 件|(@ の)変更 # 件|過去の記録',
  ],
};

/** `isBare`: without accents, as some files are written throughout. */
export function wordsOf(language: Language, isBare = false): Words {
  const [labels, phrases] = ROWS[language];
  const bare = (text: string) => (isBare ? withoutAccents(text) : text);
  const named = (keys: readonly string[], text: string) =>
    text.split('|').map((word, at) => [keys[at], bare(word)]);
  return Object.fromEntries([...named(LABELS, labels), ...named(PHRASES, phrases)]) as Words;
}

export const phaseDone = ({ phaseDone }: Words, id: string): string => phaseDone.replace('#', () => id);

/** `3 fixes in the importer`; `area` null: no part of the code stands out. */
export const severalOf = (phrase: string, count: number, area: string | null): string =>
  phrase
    .replace(/\((.*?)\)/, (_, inArea: string) => (area === null ? '' : inArea))
    .replace('@', () => area ?? '')
    .replace('#', String(count));
