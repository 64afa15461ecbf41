// The words and marks by which files say how far something is, and what they say once it is done.
import { letters, lettersIn } from '../letters.ts';
import type { Language } from './names.ts';
import { foldName } from './roles.ts';

export type Statuses = {
  /** Words that mean "under way" wherever they stand. */
  readonly running: readonly string[];
  /** Words that mean "not done" where they are all that a cell, bracket or clause says. */
  readonly open: readonly string[];
  /** What stands there once it is done. */
  readonly done: string;
  /** What else means done. */
  readonly closed: readonly string[];
  /** What a list says that has nothing in it. */
  readonly none: readonly string[];
};

const list = (words: string): string[] => words.split('|');

export const STATUSES: Readonly<Record<Language, Statuses>> = {
  en: row(
    'in progress|in-progress|ongoing|under way',
    'wip|pending|todo|to do|not started|next|current|active|started|planned|upcoming',
    'complete',
    'completed|done|finished|closed|validated|shipped',
    'none|no blockers|none currently|none at the moment|none right now|nothing|n/a|no current blockers|nothing blocking|no active blockers|no known blockers',
  ),
  fr: row(
    'en cours',
    'à faire|à venir|prochaine|prochain|en attente|planifiée|planifié',
    'terminée',
    'terminé|fait|faite|validée|validé|complète|complete|ok|finie|fini',
    'aucun|aucune|néant|rien|aucun blocage|pas de blocage',
  ),
  es: row(
    'en curso|en progreso|en marcha',
    'pendiente|por hacer|siguiente|planificada|planificado',
    'completada',
    'completado|hecho|hecha|terminada|terminado|cerrada|cerrado',
    'ninguno|ninguna|nada|sin bloqueos',
  ),
  pt: row(
    'em andamento|em progresso|em curso',
    'pendente|a fazer|próxima|próximo|planejada|planejado',
    'concluída',
    'concluído|completa|completo|feito|feita|finalizada|finalizado',
    'nenhum|nenhuma|nada|sem bloqueios',
  ),
  de: row(
    'in arbeit|läuft|laufend',
    'offen|ausstehend|geplant|nächste|zu tun',
    'abgeschlossen',
    'fertig|erledigt|beendet',
    'keine|keiner|nichts|keine blocker',
  ),
  it: row(
    'in corso',
    'da fare|in attesa|prossima|prossimo|pianificata|pianificato',
    'completata',
    'completato|fatto|fatta|terminata|terminato',
    'nessuno|nessuna|niente|nessun blocco',
  ),
  pl: row(
    'w toku|w trakcie',
    'do zrobienia|oczekuje|następna|następny|planowana',
    'ukończona',
    'ukończono|zrobione|gotowe|zakończona',
    'brak|żadne|nic',
  ),
  uk: row(
    'в роботі|в процесі|триває',
    'очікує|заплановано|наступна|наступний|не розпочато',
    'завершена',
    'завершено|виконано|готово|зроблено',
    'немає|відсутні|нема',
  ),
  ru: row(
    'в работе|в процессе|идёт|идет',
    'ожидает|запланировано|следующая|следующий|не начато',
    'завершена',
    'завершено|выполнено|готово|сделано',
    'нет|отсутствуют',
  ),
  ko: row('진행 중|진행중', '대기|예정|다음|할 일|미착수', '완료', '완료됨|끝', '없음|없다|해당 없음'),
  zh: row(
    '进行中|進行中',
    '待办|待处理|未开始|下一步|计划中|待開始',
    '已完成',
    '完成|已结束',
    '无|無|暂无|没有|無し',
  ),
  ja: row('進行中|作業中', '未着手|未完了|次|予定', '完了', '済|完了済み|済み', 'なし|無し|特になし'),
};

/** Marks of what is not done, and of what is. */
export const OPEN_MARKS: readonly string[] = [
  '⏳',
  '🔄',
  '🚧',
  '🔜',
  '⬜',
  '🟡',
  '🟠',
  '📋',
  '⏸️',
  '🔲',
  '◻️',
  '☐',
];
export const DONE_MARK = '✅';

function row(running: string, open: string, done: string, closed: string, none: string): Statuses {
  return { running: list(running), open: list(open), done, closed: list(closed), none: list(none) };
}

export type FoundStatus = { readonly start: number; readonly end: number; readonly isDone: boolean };

const LONGEST_LINE = 1000;
// What stands between dashes, bars, colons, commas and brackets.
const CLAUSE = /(?:(?!\s[-–—]+\s)[^|:：()（）[\],;])+/gu;

/** The first status that a line states in one of the languages; null where it states none. */
export function findStatus(line: string, languages: readonly Language[]): FoundStatus | null {
  const text = line.slice(0, LONGEST_LINE);
  const known = languages.map((language) => STATUSES[language]);
  const running = known.flatMap((statuses) => statuses.running);
  const open = new Set([...running, ...known.flatMap((statuses) => statuses.open)].map(foldName));
  const done = new Set(known.flatMap((statuses) => [statuses.done, ...statuses.closed]).map(foldName));
  for (const match of text.matchAll(CLAUSE)) {
    const core = letters`[\p{L}/].*[\p{L}/]|\p{L}`.exec(match[0]);
    const words = foldName(core?.[0] ?? '');
    const start = match.index + (core?.index ?? 0);
    if (open.has(words) || done.has(words))
      return { start, end: start + (core?.[0].length ?? 0), isDone: done.has(words) };
  }
  return findRunning(text, running);
}

// "is in progress", in the middle of a sentence.
function findRunning(text: string, words: readonly string[]): FoundStatus | null {
  const found = lettersIn(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu').exec(text);
  return found === null ? null : { start: found.index, end: found.index + found[0].length, isDone: false };
}
