// Whether a decision is in force, by what its status says in words of many languages.
import { once } from '../memo.ts';
import type { Decision } from '../types.ts';
import { stripMarks } from './identity.ts';

export type Status = Decision['status'];

// Stems in lower case; those with a blank are whole phrases.
const WORDS: Readonly<Record<Status, string>> = {
  stands:
    'accepted|approved|decided|adopted|active|settled|shipped|implemented|final|agreed|current|in force|in effect|valid|resolved|confirmed|ratified|enacted|done|complete|' +
    'angenommen|akzeptiert|beschlossen|entschieden|genehmigt|accepté|adopté|validé|approuvé|aceptad|aprobad|adoptad|aceit|aprovad|accettat|approvat|geaccepteerd|goedgekeurd|godkän|zaakceptowan|przyjęt|přijat|kabul|diterima|принят|утвержд|прийнят|' +
    '已接受|已采纳|已通过|已批准|已决定|采纳|接受|採用|承認|決定済|採択|승인|채택|확정',
  superseded:
    'superseded|supersedes|replaced|obsoleted|overridden|overruled|reversed|ersetzt|abgelöst|remplacé|reemplazad|sustituid|substituíd|sostituit|vervangen|ersatt|zastąpion|nahrazen|заменен|заменён|замінен|已取代|被取代|已替代|已替换|已被|置き換え|대체',
  deprecated:
    'deprecated|obsolete|retired|outdated|abandoned|reverted|sunset|no longer|veraltet|überholt|déprécié|obsolète|abandonné|obsolet|descontinuad|устарел|застаріл|已废弃|已弃用|废弃|弃用|作废|廃止|非推奨|폐기',
  rejected:
    "rejected|declined|denied|withdrawn|dropped|turned down|won't do|wontfix|not accepted|not approved|discarded|cancelled|canceled|vetoed|abgelehnt|verworfen|zurückgezogen|rejeté|refusé|écarté|rechazad|descartad|rejeitad|recusad|rifiutat|respint|scartat|afgewezen|avvisad|odrzucon|zamítnut|отклонен|отклонён|отвергнут|відхилен|" +
    '已拒绝|拒绝|已否决|否决|已驳回|却下|不採用|거부|기각|반려',
  proposed:
    'proposed|proposal|draft|pending|under review|in review|in progress|open|reopened|in discussion|under discussion|undecided|tbd|rfc|considering|under consideration|deferred|postponed|on hold|parked|requested|' +
    'vorgeschlagen|vorschlag|entwurf|offen|in diskussion|proposé|brouillon|en attente|à valider|propuest|borrador|pendiente|propost|rascunho|pendente|bozza|in sospeso|voorgesteld|concept|föreslag|proponowan|propunere|návrh|предложен|черновик|на рассмотрении|запропонован|' +
    '提议|提案|草案|草稿|待定|待决|待确认|讨论中|审核中|検討中|下書き|未決|제안|초안|보류|검토',
};

const KINDS = Object.keys(WORDS) as Status[];

// One group a kind, in their order. A word begins where no letter stands before it, but in scripts without
// spaces. Ranges, as `\p{L}` takes milliseconds to be ready.
const expression = once(
  () => new RegExp(KINDS.map((kind) => `(${alternation(WORDS[kind].split('|'))})`).join('|'), 'gu'),
);

function alternation(words: readonly string[]): string {
  const spaceless = words.filter((word) => SPACELESS.test(word));
  const others = words.filter((word) => !SPACELESS.test(word));
  return `(?<![a-z\\u00c0-\\u052f])(?:${others.join('|')})|${spaceless.join('|')}`;
}

const SPACELESS = /[\u3000-\ud7ff]/;

const LONGEST_STATUS = 200;

/** What a status field says; null: nothing that is known. `proposed → accepted` and dated lists end with what
 * holds now. */
export function readStatus(field: string): Status | null {
  if (field === '') return null;
  const text = stripMarks(field.replace(/~~[^~]{0,100}~~/g, '').slice(0, LONGEST_STATUS)).toLowerCase();
  const found = [...text.matchAll(expression())].map((match) => ({
    kind: KINDS[match.slice(1).findIndex((group) => group !== undefined)] ?? 'stands',
    at: match.index,
  }));
  const [first] = found;
  if (first === undefined || isChoice(text)) return null;
  if (found.some(({ kind, at }) => kind === 'superseded' && /^\S+ by\b/.test(text.slice(at))))
    return 'superseded';
  return (isHistory(text) ? found.at(-1) : first)?.kind ?? null;
}

// `proposed | accepted | superseded` of a template that nobody chose from.
const isChoice = (text: string): boolean => (text.match(/\w\s*[|/]\s*\w/g) ?? []).length > 1;

const isHistory = (text: string): boolean =>
  /→|->|=>|➔/.test(text) || (text.match(/\d{4}-\d\d-\d\d/g) ?? []).length > 1;

const LEFT_OUT =
  /\b(?:rejected|discarded|ruled out|decided against|will not|won't|not (?:doing|chosen|adopted|planned|building|included|in scope)|does not do|out[- ]of[- ]scope|non-goals?|no-go|verworfen|abgelehnt|nicht im umfang|rejet[ée]e?s?|hors périmètre|descartad[oa]s?|rechazad[oa]s?|fuera de alcance|rejeitad[oa]s?|fora do escopo|scartat[eio]|afgewezen)\b|отклонен|отвергнут|вне рамок|不做|不再做|否决|却下|やらない/;
const PUT_OFF =
  /\b(?:deferred|postponed|parked|for later|undecided|not (?:yet )?decided|open (?:questions|decisions|points)|zurückgestellt|aufgeschoben|reporté|aplazad[oa]s?|adiad[oa]s?|rinviat[eio]|uitgesteld)\b|отложен|暂缓|推迟|延期|見送り|保留/;

/** What a heading says of all that it lists: `Rejected`, `Things deliberately deferred`; null: nothing. */
export function statusOfList(title: string): Status | null {
  const plain = title.toLowerCase();
  return LEFT_OUT.test(plain) ? 'rejected' : PUT_OFF.test(plain) ? 'proposed' : null;
}

const IN_BRACKETS =
  /[([【（]([^()[\]【】（）]{3,60})[)\]】）]\s*$|^\W{0,6}[([【（]([^()[\]【】（）]{3,60})[)\]】）]/u;
// `— ACCEPTED`, `– OPEN`, `(OPEN)`, `[Proposed]` at a title's end: in capitals, or with nothing else in its
// brackets.
const AT_END =
  /(?<!\s)(?:\s{0,3}[([]\s?([A-Za-z]{4,12})\s?[)\]]|\s{1,3}[–—|·-]{1,3}\s?\*{0,2}([A-Z]{4,12})(?:\*{0,2}\s?\([^()]{0,80}\))?\*{0,2})\s{0,3}$/;

// `· `SETTLED``, `· `REVERTED` — landmine`
const TAGGED_END = /\s{1,3}[·|–—-]{1,3}\s?`([A-Z][A-Z’' ]{3,14})`(?:\s.{0,80})?$/;

/** A title's end that says its status, such as `— ACCEPTED (2026-04-02)`; empty: none does. */
export function statusEnd(title: string): { readonly text: string; readonly status: Status } | null {
  const [text = '', bracketed, shouted = ''] = TAGGED_END.exec(title) ?? AT_END.exec(title) ?? [];
  const status = readStatus(bracketed ?? shouted);
  return status === null ? null : { text, status };
}

const SHOUTED = /\b(?:SUPERSEDED|REPLACED|REJECTED|DEPRECATED|OBSOLETE|WITHDRAWN|PROPOSED|DRAFT|REVERTED)\b/;
const LEADING =
  /^\W*(?:superseded|rejected|deprecated|obsolete|withdrawn|proposed|draft|verworfen|abgelehnt|ersetzt|rejeté|rechazad[oa])\s*[:：–—]/i;

/** What a title says of its decision's status: `~~Use X~~`, `Use X (rejected)`, `[SUPERSEDED] Use X`; null:
 * nothing. */
export function statusInTitle(title: string): Status | null {
  const plain = title.trim();
  const end = statusEnd(plain);
  if (end !== null) return end.status;
  if (/^(?:[#*_\d.)\s-]*)~~.+~~/.test(plain)) return 'superseded';
  const [, behind, before] = IN_BRACKETS.exec(plain) ?? [];
  const said = behind ?? before ?? SHOUTED.exec(plain)?.[0] ?? LEADING.exec(plain)?.[0] ?? '';
  const status = said === '' ? null : readStatus(said);
  return status === 'stands' || (status === 'proposed' && !/^\W*(?:proposed|draft)/i.test(said))
    ? null
    : status;
}
