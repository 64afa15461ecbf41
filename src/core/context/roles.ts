// Tells which role a heading or a label names, by the names in names.ts.
import { allLetters, letters } from '../letters.ts';
import { plainText } from '../markdown/inline.ts';
import { memoize } from '../memo.ts';
import { statusBehind } from '../phases/status.ts';
import { foldLetters } from './folding.ts';
import { roleOfForm } from './forms.ts';
import { type Language, NAMES, type Role } from './names.ts';

export type Named = {
  readonly role: Role;
  /** The languages in which that name stands for that role. */
  readonly languages: readonly Language[];
  /** The name itself, folded. */
  readonly words: string;
  /** No known name, but a form of one: what stands there is told, and nothing is written into it. */
  readonly isLoose?: true;
};

const LONGEST_TITLE = 200;
const BRACKETED = /[([（][^()[\]（）]*[)\]）]/gu;

/** Lower case, no accents, no emphasis, emoji or numbering: what names are compared by. */
export const foldName = memoize((text: string): string =>
  foldLetters(plainText(text))
    .replace(BEFORE_WORDS, '')
    .replace(/^(?:\d+(?:\.\d+)*[.):]?\s+(?=\D)|[一二三四五六七八九十]{1,3}[、.．)）]\s*)/, '')
    .replace(BETWEEN_WORDS, ' ')
    .trim(),
);

const BEFORE_WORDS = letters`^[^\p{L}\p{N}]+`;
const BETWEEN_WORDS = allLetters`[^\p{L}\p{N}'&/+-]+`;

let known: ReadonlyMap<string, readonly Named[]> | null = null;

/** The role of a title such as `## 5. Current State (Sprint 38)`; null where none of its parts is a known
 * name. */
export const roleOfTitle = memoize((title: string): Named | null => {
  const shown = plainText(title.slice(0, LONGEST_TITLE));
  if (CHANGED_FILES.test(shown)) return null;
  const outside = shown.replace(BRACKETED, ' ');
  const inside = [...shown.matchAll(BRACKETED)]
    .flatMap(([part]) => part.split(/[,;、]/).map(foldName))
    .filter((part) => !ORDER.test(part) && !isStatusAlone(part));
  return (
    first(partsOf(outside), (part) => exact(part) ?? qualified(part) ?? compound(part) ?? edge(part)) ??
    first(inside, exact) ??
    first(
      [...partsOf(outside), ...inside],
      (part) => first(leadsOf(part), exact) ?? first(leadsOf(part), whatFor),
    ) ??
    first(partsOf(outside), (part) => exact(withoutClause(part)) ?? qualified(withoutClause(part))) ??
    first(partsOf(outside).slice(0, 2), loosely) ??
    (HANDS_OFF.test(foldName(shown)) ? { role: 'doNot', languages: ['en'], words: '', isLoose: true } : null)
  );
});

function loosely(part: string): Named | null {
  const role = roleOfForm(part) ?? roleOfForm(withoutClause(part));
  return role === null ? null : { role, languages: ['en'], words: part, isLoose: true };
}

// `Protected files (do not touch)`
const HANDS_OFF =
  /\b(?:do not|don't|never) (?:touch|edit|modify|change|alter|delete|overwrite|repeat)\b|\bhands off\b|\bnicht (?:anfassen|andern|bearbeiten|loschen)\b|\bno (?:tocar|modificar)\b|\bne pas (?:toucher|modifier)\b|\bnon toccare\b|не (?:трогать|менять)|请勿修改|不要(?:动|改)|触らない|変更禁止|編集禁止|수정 금지/;

// `Files modified / created this session`
const CHANGED_FILES = /^\W*files (?:i |we )?(?:modified|changed|created|touched|added|edited)\b/i;

// `Phase 4 (completed)` is over, and no list of what was completed.
function isStatusAlone(part: string): boolean {
  const role = exact(part)?.role;
  return (
    (role === 'done' && ONE_STATUS.test(part)) ||
    (/^(?:done|state)$/.test(role ?? '') && statusBehind(part) !== null)
  );
}

// `Hydration warning (已修复)`
const ONE_STATUS = /^(?:\p{L}+|已\p{sc=Han}{1,3})$/u;

// `Invariants (do not regress)` asks something of the reader, it does not say what not to do.
const ORDER = /^(?:do not|don't|dont|never) /;

// `Blockers & open questions` is about blockers, whatever else it holds.
const leadsOf = (part: string): readonly string[] =>
  [...part.matchAll(CONJUNCTION), { index: part.length }].map(({ index }) => part.slice(0, index));

const CONJUNCTION = / (?:&|\+|and|et|und|y|e|i|и|та|і|및) |[와과] |[と与和及]/gu;

// `Gotchas that cost time this session`, `Known issues to be aware of`, `State at handoff`
const CLAUSE_BEHIND =
  / (?:in (?:priority |this |rough )?order|that|which|worth|found|hit|seen|met|encountered|discovered|learned|noticed|the \S+ (?:\S+ ){0,4}?(?:session|run|wave|day)|locked|(?:already )?made|(?:already )?taken|established|captured|recorded|so far|right now|at (?:the )?(?:handoff|handover|end|close|a glance)|as of|from this|of this session|this session|we|you|i|которые|которых|які|que|qui|die|das|które|który|che|to (?:be aware|know|watch|remember|keep|note|avoid|look|check|fix|address|investigate|revisit|solve))(?: .*|$)/;

const withoutClause = (part: string): string =>
  part
    .replace(/(?<=^cosa \S+) per .*$/, '')
    .replace(CLAUSE_BEHIND, '')
    .replace(/^(?:the|our|my|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) /, '');

// `環境の注意点`: what stands behind the last `の` is what it is.
function whatFor(part: string): Named | null {
  const words = part.split('の');
  const named = words.length > 1 ? exact(words.at(-1) ?? '') : null;
  return named !== null && SAYS_ALONE.includes(named.role) ? named : null;
}

/** The role of a label such as `**Blockers:**`; stricter than a title: the whole label is a name. */
export const roleOfLabel = (label: string): Named | null => {
  const words = foldName(label);
  const alone = words === 'resume' ? 'resume here' : words;
  return (
    exact(alone) ??
    exact(alone.replace(NARROWING, '')) ??
    exact(alone.replace(IN_ORDER, '')) ??
    exact(alone.replace(AT_END, ''))
  );
};

// `Status at handoff:`
const AT_END =
  / (?:at|as of) (?:the )?(?:handoff|handover|end|close|end of (?:the )?session|this session|today|now)$/;

const IN_ORDER = / in (?:priority |this |rough )?order$/;

// `Known rate limiter limitation:`, `Next build slice:`
const NARROWING =
  /(?<=^known ).*(?=(?:limitation|issue|gotcha|bug|problem)s?$)|(?<=^next )(?:build|coding|dev|work|big|planned|concrete|logical|recommended|immediate) (?=step|task|action|session|work)/;

function exact(words: string): Named | null {
  known ??= index();
  return known.get(words)?.[0] ?? null;
}

function first<T, R>(values: readonly T[], find: (value: T) => R | null): R | null {
  for (const value of values) {
    const found = find(value);
    if (found !== null) return found;
  }
  return null;
}

// A bare slash parts two names, and no abbreviations such as `CI/CD`.
const PARTS =
  /\s[-–—|/]+\s|[—:：]|(?<=\p{L}{3})\/(?=\p{L}{3})|(?<=[\p{sc=Han}\p{sc=Hangul}\p{sc=Katakana}])[/·](?=[\p{sc=Han}\p{sc=Hangul}\p{sc=Katakana}])/u;

// The whole, then what stands before, between and behind the dashes, colons and slashes.
function partsOf(title: string): string[] {
  return [title, ...title.split(PARTS)]
    .filter((part) => !SHARE.test(part))
    .map(foldName)
    .filter((part) => part !== '');
}

// `Paper site - 90 % complete` is no list of what is complete.
const SHARE = /^\W{0,10}\d{1,3} ?% ?\S{1,40}\W{0,5}$/u;

// `Pendientes conocidos` are pending, `Problemas encontrados y resueltos` problems.
const QUALIFIERS =
  /^(?:known|one-line|quick|brief|short|honest|exact|real|verified|open|other|further|additional|outstanding|current|currently|active|remaining|important|critical|key|main|immediate|recent|found|encountered|identified|conocid[oa]s?|abiert[oa]s?|encontrad[oa]s?|resuelt[oa]s?|actuales?|pendientes?|importantes?|clave|detectad[oa]s?|conhecid[oa]s?|resolvid[oa]s?|atuais|atual|abert[oa]s?|connue?s?|ouvert[e]?s?|rencontree?s?|resolue?s?|actuel(?:le)?s?|bekannte[nr]?|offene[nr]?|aktuelle[nr]?|gefundene[nr]?|wichtige[nr]?|noti|note|aperti|attuali|y|e|et|und|and|de|del|la|el|los|las|известные|открытые|текущие|відомі|відкриті|поточні)$/;

function qualified(part: string): Named | null {
  const words = part.split(' ');
  const rest = words.filter((word) => !QUALIFIERS.test(word));
  if (rest.length === 0) return first(words, exact);
  if (rest.length === words.length) return null;
  if (rest.length === 1) return exact(rest[0] ?? '');
  // `Decisiones de diseño importantes`: what stands between them is one name.
  const from = words.findIndex((word) => !QUALIFIERS.test(word));
  const to = words.findLastIndex((word) => !QUALIFIERS.test(word));
  return exact(words.slice(from, to + 1).join(' '));
}

// Han names have no blanks: `待办候选`, `关键技术备忘`, `本轮已修`.
const HAN_BEFORE =
  /^(?:关键|重要|主要|核心|当前|目前|现阶段|现有|近期|短期|最新|最近|已知|剩余|其他|其余|尚存|仍|本轮|本次|本会话|本阶段|项目|工程|整体|总体|开发中|过程中|开发|技术|实现|需要|建议|优先|可选|给下一位的)/;
const HAN_BEHIND =
  /(?:候选|候补|列表|清单|事项|汇总|总结|一览|备忘录?|任务|工作|问题|情况|说明|概览|概述|建议|安排|规划|要点|功能|速览|一句话)$/;

function compound(part: string): Named | null {
  if (!/^\p{sc=Han}+$/u.test(part)) return null;
  const [bare, ahead] = [part.replace(HAN_BEHIND, ''), part.replace(HAN_BEFORE, '')];
  const shorter = [bare, ahead].filter((one) => one !== part && one.length > 1);
  return first(shorter, (one) => exact(one) ?? compound(one));
}

// `next session instructions` begins with a name, `our known issues` ends with one, `current product state`
// has a word in one. Of a long title the name is half at least.
function edge(part: string): Named | null {
  const words = part.split(' ');
  if (BUILT.test(words.at(-1) ?? '') || /^files?$/.test(words[0] ?? '')) return null;
  const sizes = words.map((_, size) => words.length - size - 1).filter((size) => size > 0);
  const edges = sizes
    .filter((size) => words.length <= 5 || size * 2 >= words.length)
    .flatMap((size) => [words.slice(0, size), ...(isForWhom(words, size) ? [] : [words.slice(-size)])]);
  return first([...edges, ...around(words)], (some) => {
    const named = exact(some.join(' '));
    if (named === null || named.role === 'questions' || isOfSomething(named, words, some)) return null;
    return some.length > 1 || maySayAlone(named, words) ? named : null;
  });
}

/** What is all of a project: its state is the project's state. */
const WHOLE =
  /^(?:product|project|overall|app|application|system|repo|repository|codebase|code|development|implementation|session|build|work|current|currently|global|general|tasks?|features?|what's|what|is|the|our|my|and|&|latest|branch|where|we|are|for|now|as|of|today|del|de|du|des|la|le|el|proyecto|projet|projeto|projekts?|estado|etat|status|state|summary|snapshot|phase|sprint|milestone|\d+\S*)$/;

/** What is built bears such names: a `Decision log query API` holds no decisions. */
const BUILT =
  /^(?:apis?|endpoints?|services?|tables?|schemas?|models?|query|queries|analytics|engine|components?|pages?|screens?|modules?|handlers?|ui|widgets?|panels?|dashboards?|badges?|columns?|fields?|machines?|codes?|tracker)$/;

/** Behind a name: that the section is about how to do it, or where it is kept. */
const MEANS =
  /^(?:start|setup|commands?|prompts?|templates?|references|links|history|archive|format|policy|guide)$/;

// `Screens in progress` and `Current migration state` tell of a part, `Next session quick start` of commands.
function isOfSomething({ role }: Named, words: readonly string[], some: readonly string[]): boolean {
  const isFirst = some.every((word, index) => word === words[index]);
  if (role === 'next' && isFirst) return some[0] === 'resume' || MEANS.test(words.at(-1) ?? '');
  return role === 'state' && !isFirst && !words.every((word) => some.includes(word) || WHOLE.test(word));
}

// `Next.js build steps` are no next steps.
const around = ([start = '', second, ...rest]: readonly string[]): string[][] =>
  rest.length > 0 && rest.length <= 2 && second !== 'js' ? [[start, rest.at(-1) ?? '']] : [];

const DOING =
  /^(?:actions?|areas?|checklist|focus|goals?|items?|plans?|priorit(?:y|ies)|recommendations?|steps?|targets?|tasks?|todos?|work|aufgaben|schritte|tareas|pasos|tarefas|passos|taches|etapes|задачи|задачі)$/;

// `Constraints for the next session` says what holds then, `tasks for the next session` what to do.
function isForWhom(words: readonly string[], size: number): boolean {
  const before = words.slice(0, -size).filter((word) => !/^(?:the|la|el|die|a)$/.test(word));
  return (
    /^(?:for|from|of|since|before|fur|pour|para|per|для|dla)$/.test(before.at(-1) ?? '') &&
    !before.some((word) => DOING.test(word) || exact(word)?.role === 'next')
  );
}

// One word at an edge says too little for a role that is edited (`weekly report status`), but `phase 6` is a
// phase.
const SAYS_ALONE: readonly Role[] = ['blockers', 'gotchas', 'decisions', 'standards'];

/** `Performance challenges`: advice on a subject, not what to beware of. */
const ADVICE = /^challenges$/;

function maySayAlone({ role }: Named, words: readonly string[]): boolean {
  // `Blocking criteria` and `Blocked routes` are of the product.
  if (role === 'blockers' && /^block(?:ing|ed)$/.test(words[0] ?? '') && words.length > 1) return false;
  if (role === 'phase') return /^\d/.test(words[1] ?? '');
  const isAlone = words.filter((word) => !/^[&+/]$/.test(word)).length <= 3 && SAYS_ALONE.includes(role);
  return isAlone && !ADVICE.test(words.at(-1) ?? '') && !OF_PRODUCT.test(words.slice(-2).join(' '));
}

/** What a product has: `Approval rules` are no rules for who works on it. */
const OF_PRODUCT =
  /^(?:access|alert(?:ing)?|approval|billing|business|cors|discount|eligibility|firewall|firestore|game|grading|matching|password|pricing|redirect|retention|rewrite|routing|scoring|storage|tax|validation) (?:rules|standards|conventions|guidelines|policies)$/;

// `Nächste Schritte` on a keyboard without umlauts: `Naechste Schritte`.
const spellings = (names: string, language: Language): string =>
  language === 'de' ? `${names}|${names.replace(/[äöüß]/g, (letter) => BARE[letter] ?? letter)}` : names;

const BARE: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

// The order of the roles in NAMES settles what one language calls by the same name. All lists are folded at
// once: one after the other takes longer.
function index(): ReadonlyMap<string, readonly Named[]> {
  const lists = (Object.entries(NAMES) as [Language, Record<Role, string>][]).flatMap(([language, roles]) =>
    (Object.entries(roles) as [Role, string][]).map(([role, listed]) => ({ language, role, listed })),
  );
  const spelled = lists.map(({ listed, language }) => spellings(listed, language)).join('\n');
  const names = new Map<string, Named[]>();
  for (const [at, folded] of foldLetters(spelled).split('\n').entries()) {
    const { language = 'en', role = 'log' } = lists[at] ?? {};
    for (const words of new Set(folded.split('|'))) {
      const known = names.get(words) ?? [];
      const same = known.find((name) => name.role === role);
      const languages = same === undefined ? [language] : [...same.languages, language];
      names.set(words, [...known.filter((name) => name !== same), { role, words, languages }]);
    }
  }
  return names;
}
