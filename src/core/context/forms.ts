// Headings that are no known name, but of a form that says what stands below: `What is not built, in priority
// order`, `Still pending (settings only)`, `Riskiest code, and why`. They are read, never written into.
import { once } from '../memo.ts';
import { foldLetters } from './folding.ts';
import type { Role } from './names.ts';

type Form = readonly [role: Role, form: RegExp];

const ABLE = '(?:features?|enhancements?|improvements?|ideas?|work|items?|tasks?|phases?|milestones?|polish)';
const LATER = '(?:planned|future|upcoming|potential|optional|possible|suggested|recommended|proposed)';
const OPEN =
  '(?:pending|outstanding|open|missing|needed|needs?|to (?:do|come|build|fix)|unproven|undone|on the table)';

/** By the folded part of a title; the first that fits. */
export const FORMS: readonly Form[] = [
  ['blockers', /^(?:current )?blockages?\b|^blocking (?:phase|sprint|milestone|release|launch|us\b)/],
  [
    'rejected',
    /^failure history$|^failed approach(?:es)?\b|^(?:what|things) (?:we )?(?:tried|abandoned|gave up)\b/,
  ],
  [
    'next',
    /^(?:what|things|work|features|parts)(?:'s| is| are| has| have| that| we)* (?:not|still|left|incomplete|unfinished|unbuilt|remaining|missing)\b/,
  ],
  ['next', new RegExp(`^still ${OPEN}\\b`)],
  ['next', /^not (?:yet )?(?:done|built|started|deployed|implemented|finished|covered)\b/],
  [
    'next',
    /^next (?!js )(?:\S+ ){0,3}(?:order|frontier|cycle|sprint|steps?|slices?|candidates?|rounds?|pass|wave|iteration|moves?|items?|things?|task|work|planning)$/,
  ],
  ['next', /^(?:suggested|recommended|proposed|best|your) (?:first|next)(?: \S+)?$/],
  [
    'next',
    /^(?:\S+ ){0,3}(?:ticket|task|work|build) queue\b|^recommended order\b|^(?:current )?execution order\b|^order of (?:work|execution)\b/,
  ],
  ['gotchas', /^if (?:you|you're|you are)(?: \w+)? stuck\b/],
  ['next', new RegExp(`^(?:known )?${LATER} ${ABLE}\\b`)],
  ['next', new RegExp(`^(?:remaining|outstanding|unfinished|pending|open|specific) (?:\\S+ ){0,2}${ABLE}$`)],
  [
    'next',
    /^to (?:pick up|resume|continue)\b|^(?:issues|things|bugs|items) to (?:fix|do|build|address|finish)\b/,
  ],
  ['next', /^ideas for (?:the )?(?:future|later)|\bfollow[- ]?ups$|^(?:\S+ )?to-?dos?$/],
  ['gotchas', /^(?:technical|tech) debt\b|^(?:current )?bottlenecks?$|^watch-?list\b/],
  [
    'gotchas',
    /^(?:practical|operational|important|critical|technical|development|dev|working|runtime|deployment|integration|setup|platform) notes?\b/,
  ],
  [
    'gotchas',
    /^trap patterns?\b|^(?:riskiest|fragile|brittle|dangerous|delicate|tricky) (?:code|parts|areas|bits|files|places)\b/,
  ],
  [
    'gotchas',
    /^(?:current |biggest |main |key |top |major |operational |remaining |active )+risks?$|^risk (?:factors|mitigations?|register)$|^risks?[/ ]notes$/,
  ],
  [
    'gotchas',
    /^(?:common|frequent|typical|pending|minor|unresolved|reported) (?:issues|problems|bugs|errors|pitfalls|mistakes)\b/,
  ],
  [
    'gotchas',
    /^(?:learning points|(?:project )?insights and learnings|things that (?:bite|hurt|break))\b|\blearnings$/,
  ],
  [
    'standards',
    /^(?:standing|hard|golden|ground|house|absolute|strict|global|non-negotiable) rules?\b|^pinned versions?\b/,
  ],
  [
    'standards',
    /^(?:key |core |hard |important )*(?:architectural|architecture|design|technical) (?:constraints|invariants|principles)\b/,
  ],
  ['standards', /^important patterns (?:and|&) preferences$/],
  [
    'done',
    /^what(?:'s| was| is| has been| we| i| just| got)* (?:just )?(?:accomplished|happened|implemented|shipped|completed|built|landed|live|working|delivered|finished)\b/,
  ],
  [
    'done',
    /^(?:newly|recently|just) (?:shipped|built|landed|delivered|finished|implemented)\b|^shipped this (?:session|sprint|week|release)$/,
  ],
  ['done', /^(?:recent|key|major|latest) (?:achievements|wins|completions)\b/],
  [
    'state',
    /^(?:overall|current) (?:\S+ )?(?:progress|truth|session|reality)$|^(?:overall|current) baseline$|^current tasks$|^(?:product|project|repository|repo|system|execution|milestone|codebase|technical) (?:state|status|health)$/,
  ],
  [
    'state',
    /^(?:current )?(?:technical|system|production|bot|service|deployment) (?:status|state|baseline)$|^executive summary$|^bottom line$/,
  ],
];

// A stem in a short heading, in the languages whose headings are phrases rather than names.
const STEMS = once((): readonly Form[] => [
  [
    'blockers',
    stems(
      '(?:current|active|external|open) blockers?|blocked (?:on|by) \\S+|waiting (?:on|for) \\S+|bloqueantes?|bloqueos?|bloqueadores?',
      'points? bloquants?|bloquants?|blockierend\\S*|blokker\\S*|bloccant[ei]|blokad\\S+|engeller',
      'блокер\\S*|阻塞(?:项|点)?|卡点|ブロッカー|블로커',
    ),
  ],
  [
    'rejected',
    stems(
      "dead ends?|ruled out|(?:what )?(?:did not|didn't) work|failed (?:attempts?|experiments?)|(?:tried|considered) (?:and|but) \\S+",
      'rejected|discarded|descartad\\S+|rechazad\\S+|verworfen\\S*|fehlversuche|gescheitert\\S*|rejetes?|scartat\\S+|odrzucon\\S+',
      'отвергнут\\S*|не сработал\\S*|отклонен\\S*|已否决|行不通|試したが|ダメだった|却下|不採用|시도했지만|기각',
    ),
  ],
  [
    'doNot',
    stems(
      '(?:does|do|must|should|will) not do|not to do|deliberately (?:not|excluded)|no hacer|prohibid\\S+|no tocar|nao fazer|ne pas faire|interdits?',
      'nicht (?:tun|machen|anfassen)|verboten\\S*|non fare|vietat\\S+|нельзя|запрещ\\S*|не делать|不做的事|不要做|禁止事项|明确排除|红线',
      '(?:して|やって|進めて)はいけない|してはならない|禁止事項|やらないこと|하지 말|금지',
    ),
  ],
  [
    'standards',
    stems(
      '(?:non-?negotiables?|principles that \\S+ \\S+)|rules for \\S+|(?:working|project|coding|engineering|development|golden|iron|hard|core) (?:rules|principles|conventions)',
      'feste regeln|spielregeln|reglas (?:del|fijas)|regole|regras do|regles (?:de|du)|zasady|правила|kurallar',
      '准则|约定|約定|铁律|鐵律|鉄則|守则|ルール|厳守|守る方針|約束事|규칙|원칙',
    ),
  ],
  [
    'next',
    stems(
      '(?<=^)next(?! ?js)|ready for next|to-?dos?|backlog|remaining|outstanding|unfinished|quick wins',
      'still (?:open|to|needs)|where to (?:start|resume|begin|pick up)|before (?:going live|launch|deploy(?:ing|ment)?|release|merging|submission|go-live)|future development|(?:to|how to|for) (?:continue|continuing|resume|resuming)',
      '(?:high(?:est)?|medium|low(?:er)?|immediate|top) priorit(?:y|ies)|priorit(?:y|ies|at|ats|es|a|e|dades) ?\\d?',
      '(?:short|medium|mid|near|long) ?-?term|roadmap|(?:suggested|recommended) (?:order|priorities)',
      'proxim[oa]s?|siguientes?|pendientes?|por hacer|seguintes?|pendentes?|pendencias?|a fazer',
      'prochaine?s?|suivante?s?|a faire|ameliorations|reste a|come continuare|prossim[aeio]|da fare|in sospeso',
      'nachste[nrs]?|offene?[nrs]?|weitermachen|ausstehend\\w*|noch (?:offen|zu tun|tun|machen|erledigen)|volgende|openstaande?|nog te doen',
      'langkah (?:selanjutnya|berikutnya)|selanjutnya|tiep theo|nasta steg|dalsi kroky|nastepn\\w+|do zrobienia|pozosta\\w+|sonraki|siradaki|yapilacak\\w*|kalan',
      'следующ\\S*|осталось|предстоит|дальше|ближайш\\S*|наступн\\S*|залишилося',
      '下一?[步个次]|下一?阶段|待[办辦做完修处處]|接下来|后续|未完成|未解决|剩余|殘留|遗留|续做|未來規劃|未来规划|尚未|短期计划|长期计划',
      '次(?:の|回|に|アクション|セッション)|今後|残(?:件|タスク|作業|課題)|未(?:解決|対応|着手|実施)|やること',
      '다음|남은|예정|향후|할 일',
    ),
  ],
  [
    'state',
    stems(
      '(?<=^)(?:latest|newest)(?: update| session| changes)?(?=$)|where (?:things|we|it|the \\S+)(?: \\S+)? (?:actually )?(?:is|are|stands?|at)|where i (?:left off|stopped)',
      '(?:current|present|actual|overall|final|working|project|build|implementation|development|deployment|feature|session) (?:status|state|position|situation|verdict|snapshot)|current (?:mode|step|focus)',
      'status (?:summary|snapshot|overview|at)|project progress|progress summary|summary in one sentence|current (?:verdict|position)|working now|(?:what )?works? now|what (?:ships|is live|is shipped)(?: today| now)?|status terakhir|kondisi terakhir|hien tai|aktualni stav',
      'estado (?:actual|del|de la|do|da|general)|situacion|stato (?:del|attuale|di)|kernstand|huidige (?:stand|status)|trenutno stanje',
      'etat (?:actuel|du|des|de)|ou (?:en est|reprendre)|(?:aktueller|jetziger|gesamt) ?\\S*stand|wo wir stehen|mevcut durum|son durum',
      'текущ\\S+|состояни\\S+|активн\\S+ этап|поточн\\S+',
      '当前(?!测试)|现状|現況|進度摘要|进度(?:摘要|概览|记录)|项目状态|整体状态|目前状态',
      '現在の(?:状況|状態|到達点|進捗|サイト状態)|現状|最終ステータス|開発ステータス|進捗状況',
      '현재 (?:상태|상황)|진행 (?:상황|현황)|현황',
    ),
  ],
  [
    'gotchas',
    stems(
      'gotchas?|landmines?|pitfalls?|traps?|quirks?|caveats?|lessons?|hard-won \\S+|mistakes i made',
      'stolperfallen?|fallstricke?|trampas?|armadilhas?|pieges?|insidie|pulapki|tuzaklar',
      'подводн\\S+|грабл\\S+|ловушк\\S+|坑|已知(?:问题|缺口|的?陷阱)|落とし穴|既知の|함정|주의 ?사항',
    ),
  ],
]);

// Of languages with blanks whole words; by letters that are folded as titles are.
function stems(...rows: readonly string[]): RegExp {
  const source = rows.join('|').replace(/[^\x00-\x7f]+/g, foldLetters);
  return new RegExp(`(?<![a-z0-9\u0430-\u045f])(?:${source})(?![a-z0-9\u0430-\u045f])`);
}

// What such a heading is about instead: what is over, or a thing that bears the word.
const ABOUT_OTHER =
  /\b(?:history|archived?|completed?|done|implemented|fixed|shipped|closed|resolved|passed|deployed|previous|earlier|historical|evolution|stale|alert|user experience|kontext|contexto|contexte|contesto|quick ?start|lesson|vision|window|estimated|success|roadmap (?:progress|status|summary|completado)|prompts?|templates?|guides?|skills?|commands?|files?|(?<!^)notes?|context|questions?|decisions?|tests?|tracker|handoff|handover|schema|component|page|button|table|service|api|apis|management|continuity|vocabulary|dependency|architecture|metrics|direction|behavior|agent kernel)\b|\bmd$|^read\b|^\d{4}\b|修复|修正|测试|验证|旧|歴史|历史|歷史|コード|部署|警告|技能|контекст/;

const MOST_WORDS = 7;
const MOST_HAN = 16;

const isShort = (part: string): boolean =>
  part.split(' ').length <= MOST_WORDS && (!/[\u4e00-\u9fff]{3}/.test(part) || part.length <= MOST_HAN);

export const roleOfForm = (part: string): Role | null =>
  FORMS.find(([, form]) => form.test(part))?.[0] ??
  (isShort(part) && !ABOUT_OTHER.test(part)
    ? (STEMS().find(([, stem]) => stem.test(part))?.[0] ?? null)
    : null);
