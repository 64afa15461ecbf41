// What a field's label means. The words are aids for naming what was chosen and why; where a log speaks
// another language its structure decides (see complete.ts).
import { lettersIn } from '../letters.ts';
import { once } from '../memo.ts';

/** Of what is decided: `decision`, `rationale`, `context`, `rejected` (what was weighed), `aside`; the others
 * are about the entry itself. */
export type Role =
  | 'decision'
  | 'rationale'
  | 'context'
  | 'rejected'
  | 'aside'
  | 'status'
  | 'date'
  | 'supersedes'
  | 'supersededBy'
  | 'affects'
  | 'id'
  | 'meta';

const WORDS: Readonly<Record<Role, string>> = {
  decision:
    'decision|decisions|decision outcome|decision record|decided|chosen|chosen option|chose|choice|we chose|we decided|do this|selected|outcome|resolution|verdict|answer|solution|final decision|what we decided|what was decided|what it decided|what it decides|what we chose|what was chosen|choice made|decision made|decision taken|we went with|our choice|' +
    'entscheidung|gewählt|wahl|décision|choix|decisión|elección|elegido|decisão|escolha|escolhido|decisione|scelta|besluit|keuze|beslut|decyzja|rozhodnutí|karar|keputusan|решение|выбор|выбрано|решили|рішення|' +
    '决策|決策|决定|決定|选择|選擇|选型|採用|采用|結論|结论|결정|선택|결론',
  rationale:
    'rationale|why|reason|reasons|reasoning|justification|because|motivation|argument|arguments|because of|reason for rejection|' +
    'begründung|grund|gründe|warum|raison|raisons|justification|pourquoi|motif|motivo|razón|razones|justificación|por qué|justificativa|razão|por quê|motivazione|perché|reden|waarom|motivering|varför|uzasadnienie|powód|dlaczego|zdůvodnění|důvod|gerekçe|neden|alasan|почему|обоснование|причина|причины|обґрунтування|чому|' +
    '理由|原因|依据|依據|为什么|為什麼|根拠|なぜ|이유|근거|사유',
  context:
    'context|context and problem statement|problem|problem statement|issue|background|decision drivers|drivers|consequences|consequence|implications|impact|trade-offs|tradeoffs|trade-off|tradeoff|result|results|pros|cons|pros and cons|positive|negative|benefits|drawbacks|effect|effects|' +
    'kontext|hintergrund|problemstellung|konsequenzen|folgen|contexte|conséquences|impact|contexto|consecuencias|consequências|contesto|conseguenze|gevolgen|konsekvenser|kontekst|konsekwencje|důsledky|bağlam|sonuçlar|konteks|контекст|проблема|последствия|следствие|наслідки|' +
    '背景|上下文|问题|問題|后果|後果|影响|影響|结果|結果|맥락|배경|문제|결과|영향',
  rejected:
    'alternatives|alternatives considered|alternative|considered|considered options|considered alternatives|options|options considered|other options|rejected|rejected because|rejected alternatives|rejected options|discarded|ruled out|not chosen|we rejected|why not|positions|instead of|' +
    'alternativen|verworfen|verworfene alternativen|betrachtete alternativen|options envisagées|options considérées|alternatives envisagées|rejeté|écarté|alternativas|descartado|descartadas|opciones consideradas|opções consideradas|alternative considerate|scartate|alternatieven|alternatywy|альтернативы|отклонено|отвергнуто|варианты|відхилено|' +
    '备选|备选方案|替代方案|候选方案|備選方案|未采用|候補|代替案|検討した選択肢|却下案|대안|검토한 대안',
  aside:
    'notes|note|references|links|related|see also|more information|validation|confirmation|compliance|implementation|next steps|follow-up|open questions|history|changelog|appendix|' +
    'hinweise|remarques|notas|note|примечания|备注|備考|참고',
  status: 'status|state|statut|estado|stato|staat|durum|статус|状态|狀態|ステータス|状態|상태',
  date: 'date|dated|when|decided on|decision date|last updated|updated|datum|fecha|data|tarih|tanggal|дата|日期|时间|日付|日時|날짜|일자',
  supersedes:
    'supersedes|supersede|replaces|replaced|obsoletes|overrides|ersetzt|remplace|reemplaza|substitui|заменяет|取代|替代|置き換え|대체',
  supersededBy:
    'superseded by|replaced by|superseded|obsoleted by|overridden by|ersetzt durch|remplacé par|reemplazado por|substituído por|заменено на|заменено|被取代|대체됨',
  affects:
    'affects|affected|affected files|applies to|governs|betrifft|concerne|afecta|затрагивает|适用范围|적용 대상',
  id: '#|id|no|no.|nr|nr.|№|number|adr|key|编号|編號|番号|번호',
  meta: 'deciders|decider|decision makers|decision-makers|decision maker|decision owner|decided by|author|authors|owner|owners|participants|stakeholders|consulted|informed|reviewers|approved by|decision id|decision type|decision status|tags|tag|category|categories|area|scope|phase|session|confidence|priority|version|type|ticket|pr|commit|commits|table of contents|title|topic|entscheider|autor|autoren|décideurs|auteur|responsables|автор|участники|作者|决策者|決定者|담당자',
};

const ABOUT_THE_ENTRY: ReadonlySet<Role | null> = new Set<Role>([
  'status',
  'date',
  'supersedes',
  'supersededBy',
  'affects',
  'id',
  'meta',
]);

/** Whether a part of that role says something about the entry, nothing about the matter. */
export const isMeta = (role: Role | null): boolean => ABOUT_THE_ENTRY.has(role);

const roles = once(
  () =>
    new Map<string, Role>(
      (Object.keys(WORDS) as Role[]).flatMap((role) =>
        WORDS[role].split('|').map((word): [string, Role] => [word, role]),
      ),
    ),
);

/** Of what heads a list or a table: what was weighed for one decision. */
export const isOptions = (title: string): boolean =>
  /^(?:options?|alternatives?|approach(?:es)?|candidates?|variants?|optionen|alternativen|opci[oó]n(?:es)?|op[cç](?:[aã]o|[oõ]es)|вариант[ыи]?|方案|选项)$/i.test(
    title,
  );

const LONGEST_LABEL = 60;
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The role of a label such as `Chosen`, `Decision Outcome`, `3. Why?` or `决策理由`; null: none that is
 * known. */
export function roleOf(label: string): Role | null {
  const known = seen.get(label);
  if (known !== undefined) return known;
  const bare = bareLabel(label);
  const role =
    leads(bare)
      .map((start) => roleOfStart(start, bare))
      .find((one) => one !== null) ?? (OWN_CHOICE.test(bare) ? 'decision' : null);
  if (seen.size > MOST_SEEN) seen.clear();
  seen.set(label, role);
  return role;
}

/** `PureDB choice`, not `open decision`. */
const OWN_CHOICE =
  /^(?!(?:open|pending|next|future|no|not|each|every|past|other|related)\s)\S+(?:\s\S+)? (?:choice|decision|pick|ruling|verdict)$/;

// A log says the same few labels over and over.
const seen = new Map<string, Role | null>();
const MOST_SEEN = 5000;

/** Whether the text is a known label and nothing more: `Consequences`, not `Decision 7: Use X`. */
export const isLabel = (text: string): boolean => roleOfWord(bareLabel(text)) !== null;

// `No ORM` is no number, `Version pinning` no version: such words mean it only alone.
function roleOfStart(start: string, label: string): Role | null {
  const role = roleOfWord(start);
  return (role === 'id' || role === 'meta') && start !== label ? null : role;
}

// A plural means the same.
const roleOfWord = (word: string): Role | null =>
  roles().get(word) ?? roles().get(word.replace(/s$/, '')) ?? null;

// From its first letter to its last one, without its number and the words that may stand before any label.
const bareLabel = (label: string): string =>
  (CORE.exec(label.slice(0, LONGEST_LABEL).toLowerCase())?.[0] ?? '').replace(
    /^(?:\d+[.)]?\s+)?(?:(?:the|our|final|key)\s+)?/,
    '',
  );

const CORE = lettersIn(String.raw`[\p{L}\p{N}#№](?:.*[\p{L}\p{N}#№])?`, 'su');

/** Whether a word before a number means "decision": `ADR`, `D`, `Entscheidung`. */
export function isDecisionWord(word: string): boolean {
  const lower = word.toLowerCase();
  return /^(?:d|ad|adr|adl|dr|dec|ddr|kd|td|pdr|tdr)$/.test(lower) || roles().get(lower) === 'decision';
}

// Ever shorter starts of the label, down to its first word (its first two signs in a script without spaces).
function leads(label: string): string[] {
  const isSpaceless = SPACELESS.test(label);
  const pieces = isSpaceless ? [...label].slice(0, MOST_SIGNS) : label.split(/[\s/]+/, MOST_WORDS);
  const starts = pieces.map((_, index) =>
    pieces.slice(0, pieces.length - index).join(isSpaceless ? '' : ' '),
  );
  return starts.filter((start) => start.length > 1 || start === label);
}

const MOST_WORDS = 4;
const MOST_SIGNS = 8;
