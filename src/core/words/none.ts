// Empty answers: none, N/A, TBD, a dash, a blank of a template, "None - all green".
import { letters } from '../letters.ts';
import { once } from '../memo.ts';
import { everywhere } from './index.ts';
import { fold } from './lexicon.ts';

const PLACEHOLDER =
  /^(?:tbd|tba|todo|fixme|n\.?\/?a\.?|n\. ?a\.|xxx+|wip|to be (?:determined|defined|decided)|not applicable|optional|see below|unknown|\u672a\u5b9a|k\.a\.|s\.o\.|nvt)$/;
const BLANK = /^(?:<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\}|\u2039[^\u203a]*\u203a|_+)$/;
// A statement of none is a negation and words that narrow it down to nothing in particular.
const NEGATION =
  'no|none|nothing|nil|zero|not any|keine|keinen|aucun|aucune|pas de|sin|ningún|ningun|ninguno|ninguna|nenhum|nenhuma|nessun|nessuna|brak|нет|немає|没有|沒有|无|無|暂无';
const OPENING =
  '(?:blockers?|blocked by|status) ?[:：-]? ?|(?:there|we|i) (?:are|is|have|see) |(?:currently|right now|at present|presently|still|derzeit|zurzeit|aktuell|momentan|actuellement|actualmente|atualmente|attualmente|сейчас|наразі|目前|当前)[ ,]*';
const NARROWED =
  "high-priority|priority|known|current|currently|open|new|active|actively|further|other|more|remaining|major|minor|big|hard|critical|external|internal|technical|immediate|outstanding|urgent|serious|significant|real|blocking|blocked|is|are|at|all|and|or|blockers?|issues?|gotchas?|limitations?|caveats?|next|steps?|problems?|bugs?|deviations?|decisions?|todos?|impediments?|risks?|concerns?|surprises|follow-?ups?|one|results?|progress|items?|questions?|errors?|failures?|tasks?|work|yet|now|right|the|this|that|i|we|know|of|to|do|report|found|left|identified|reported|detected|listed|noted|remain|remains|pending|moment|present|point|stage|time|session|today|so|far|here|for|anything|us|offenen?|bekannten?|aktuellen?|blockaden|hindernisse|probleme|bloqueur|bloqueurs|blocage|blocages|connue?s?|problème|bloqueos?|bloqueantes|impedimentos?|problemas?|conocidos?|activos?|actualmente|conhecidos?|bloqueios?|ativos?|blocco|blocchi|noti|pour|le|l'instant|actuellement|por|ahora|enquanto|no|momento|de|al|per|ora|na|razie|obecnie|zurzeit|derzeit|aktuell|bekannt|momentan|noto|блокер[аоівы]*|блокировок|проблем|пока|сейчас|наразі";
const JOINED = '현재|新增|新的|目前|暂时|現在|特になし|阻塞|阻碍|问题|障害';
const NO_KIND = new RegExp(`^(?:${OPENING}){0,3}(?:${NEGATION})(?: (?:${NARROWED})| ?(?:${JOINED}))*$`);
const CLEARED =
  /^(?:all clear|clear|unblocked|not blocked|(?:all )?(?:(?:known|previous|prior|earlier|open|past|listed|critical|major|technical|external|milestone|phase|sprint|wave|session|v?\d[\w.]*) )*(?:blockers|issues|impediments|concerns) (?:are |have been |were )?(?:all )?(?:now )?(?:resolved|cleared|closed|fixed|removed|gone)|блокер[аоівы]* нет|блокерів немає)$/;
const AS_OF =
  /\s(?:as of|since|after|for|in|from|until|through)\s+(?:(?:phase|session|sprint|milestone|stage|the|this|current|next|step|v?\d)\b|\d).*$/;

/** Whether a value of a label says that there is nothing to say. */
export function isEmptyAnswer(value: string): boolean {
  const plain = fold(value).trim();
  if (BLANK.test(plain)) return true;
  const said = plain.replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}/)])[^\p{L}\p{N}/)]+$/gu, '').replace(/\)$/, '');
  return said === '' || PLACEHOLDER.test(said) || (saysNone(said) && !isRestricted(said));
}

// What stands behind the first full stop, dash, comma or bracket only explains.
const CLAUSE = /\s?[,;:!(（。，、；：*_]|\s?\.(?!\d)|\s[-–—]|[–—]/u;
const BEHIND_NONE = /^\s?[-–—.,;:(!。，、；：（*]/;

function saysNone(said: string): boolean {
  const word = noneWords().find((none) => said.startsWith(none));
  const rest = word === undefined ? 'x' : said.slice(word.length);
  if (rest === '' || BEHIND_NONE.test(rest)) return true;
  const [clause = ''] = said.split(CLAUSE);
  const bare = (OPENED.test(said) ? (said.split(CLAUSE)[1] ?? '') : clause).replace(AS_OF, '').trim();
  return NO_KIND.test(bare) || CLEARED.test(bare);
}

const OPENED = /^(?:blockers?|status|current blockers?)\s?[:：]/;
const RESTRICTED = letters`(?<![\p{L}])(?:except|but|apart from|other than|besides|aside from|however|although|außer|aber|sauf|mais|excepto|salvo|pero|exceto|mas|tranne|oprócz|кроме|но|крім|але)(?![\p{L}])|除了|但`;
// `None. The old plan stays, but is not carried out` restricts nothing; `None. But the key is missing` does.
const SENTENCE = /[.!。](?:\s|$)/;
const isRestricted = (said: string): boolean =>
  said
    .slice(0, 200)
    .split(SENTENCE)
    .some((sentence, at) => {
      const found = RESTRICTED.exec(sentence);
      return found !== null && (at === 0 || found.index === 0);
    });

/** Whether a value is a word for none, and no more. */
export const isNoneWord = (value: string): boolean =>
  noneWords().includes(fold(value).replace(/^[^\p{L}]+|(?<=\p{L})[^\p{L}]+$/gu, ''));

const noneWords = once(() =>
  everywhere(({ statuses }) => statuses.none).toSorted((a, b) => b.length - a.length),
);
