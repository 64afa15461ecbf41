// How texts name phases, and how they say that one runs or is over, in the languages that occur.
import { allLetters, letters, lettersIn } from '../letters.ts';

/** What is counted: `Sprint 14` says nothing of `Phase 2`. */
export type Unit = 'phase' | 'stage' | 'sprint' | 'milestone';

export type NamedPhase = {
  readonly unit: Unit;
  /** `2`, `5.3`, `2B`; in capitals. */
  readonly id: string;
  /** From its name to the end of what is said of it. */
  readonly text: string;
  /** What stands before it in the same clause. */
  readonly before: string;
  /** What stands between its name and the word that it is over: `Core` of `Phase 2: Core complete`. */
  readonly title: string;
  /** Nothing but marks stands before it. */
  readonly isLeading: boolean;
  readonly isOver: boolean;
};

// A letter alone is a phase's only as a capital; `Sprint 36-38` is none.
const NAME = allLetters`(?<!\p{L})([Pp]hase|PHASE|[Ff]ase|FASE|[Ee]tapa|[ÉéEe]tape|[Ss]print|SPRINT|[Mm]ilestone|[Ss]tage|[Фф]аза|[Ээ]тап|[Ее]тап)\s*#?(\d{1,3}(?:\.\d{1,3})*[A-Za-z]?|[A-Z])(?![\p{L}\d]|\s?[-–]\s?\d)|(?:阶段|階段|フェーズ|단계)\s*(\d{1,3}(?:\.\d{1,3})*)`;

/** Of a word such as `Sprint` or `étape`; a phase where it is none of the others. */
export function unitOf(word: string): Unit {
  const plain = word.toLowerCase();
  if (plain.includes('sprint')) return 'sprint';
  if (plain.includes('milestone')) return 'milestone';
  return /stage|[ée]tap|этап|етап/.test(plain) ? 'stage' : 'phase';
}

// Compared in lower case: a pattern with the flags i and u together takes milliseconds to compile.
// `almost complete`, `80% done`, `3/5 done`, `complete the form` and `未完成` do not say that it is.
const OVER = letters`✅|✔|☑|(?<!\p{L}|not |in|\d ?% |(?:partially|partly|half|mostly|almost|nearly|until|once|when|to be) |(?:of|/) ?\d{1,3} )(?:complete(?! (?:the|a|an|all|any|our|this|these|its|remaining) )|completed|done|finished|implemented|closed|validated|shipped|merged|termin[ée]{1,2}s?|valid[ée]{1,2}s?|faite?s?|abgeschlossen|fertig|erledigt|complet[oa]s?|cerrad[oa]s?|terminad[oa]s?|conclu[íi]d[oa]s?|завершен[аоы]?|завершено|закрыт[аоы]?|закрито|готово|виконано)(?!\p{L})|(?<!\d)100 ?%|(?<![未没])完成|(?<!未)完了|(?<!미)완료`;

// Of what was wrong; a phase is not.
const MENDED =
  '(?:fixed|resolved|solved|r[ée]solue?|corrig[ée]e?|resuelt[oa]|resolvid[oa]|corrigid[oa]|behoben|gelöst|исправлен[аоы]?|решен[аоы]?|виправлено|вирішено)(?!\\p{L})|已修复|已解决|解決済み?|해결';

// `… — FAIT (01/02/2026)`: a point that ends with it is behind us.
const CLOSED = lettersIn(
  `(?:[—:|✅✔☑-]|\\*\\*)\\s*\\**(?:${OVER.source}|${MENDED})[^\\p{L}]{0,4}(?:\\([^()]*\\))?[^\\p{L}]*$`,
);
const LONGEST_END = 100;

const BEGUN = letters`🔄|🚧|⏳|(?<!\p{L})(?:in progress|current|currently|active|ongoing|wip|implementing|working on|started|underway|under way|begun|next|ready (?:to (?:start|begin)|for)|start|starting|begin|beginning|en cours|prochaine?|en curso|pr[óo]xim[oa]|em andamento|in arbeit|laufend|aktuell|в работе|в процессе|поточн[аи]|текущ[аи][яй])(?!\p{L})|进行中|進行中|当前|진행`;

// `Rework ⚡ DONE 2026-08-28`
const SHOUTED = letters`(?<!NOT |\p{L})(?:DONE|FIXED|COMPLETED?|RESOLVED|CLOSED|SHIPPED)[^\p{L}]*$`;
const CLOSED_FIRST = lettersIn(`^[^\\p{L}]*(?:${OVER.source}|${MENDED})`);

export const isFinished = (text: string): boolean => OVER.test(text.toLowerCase());
export const isClosed = (text: string): boolean =>
  /^\s*[✅✔☑]/u.test(text) ||
  SHOUTED.test(text.slice(-LONGEST_END)) ||
  CLOSED.test(text.slice(-LONGEST_END).toLowerCase());

/** Of what a status says: `Fixed in main (commit 7420df4)`. */
export const startsClosed = (text: string): boolean => CLOSED_FIRST.test(text.toLowerCase());
export const isBegun = (text: string): boolean => BEGUN.test(text.toLowerCase());

/** The phases that a text names, in order, each with what is said of it. */
export function findPhases(text: string): NamedPhase[] {
  const matches = [...text.matchAll(NAME)];
  return matches.map((match, order) => {
    const start = match.index;
    const before = clauseBefore(text.slice(matches[order - 1]?.index ?? 0, start));
    const rest = text.slice(start, endOf(text, matches, order));
    const said = clauseFrom(rest);
    return {
      unit: unitOf(match[1] ?? ''),
      id: (match[2] ?? match[3] ?? '').toUpperCase(),
      text: said,
      before,
      title: beforeEnd(said.slice(match[0].length)),
      isLeading: !letters`[\p{L}\d]`.test(text.slice(0, start)),
      isOver:
        isFinished(said) ||
        isFinished(clauseFrom(withoutAsides(rest))) ||
        /\b(?:completed|finished|closed|shipped|validated)\s+$/i.test(before),
    };
  });
}

// Where the next phase is named; `Phase A Sprint 1: closed` says one thing of both.
function endOf(text: string, matches: readonly RegExpExecArray[], order: number): number {
  const [match, next] = matches.slice(order);
  if (match === undefined || next === undefined) return text.length;
  const between = text.slice(match.index + match[0].length, next.index);
  return between.trim() === '' ? endOf(text, matches, order + 1) : next.index;
}

function beforeEnd(text: string): string {
  const end = text.toLowerCase().search(OVER);
  return end < 0 ? text : text.slice(0, end);
}

// `Phase 2 (lexer, parser) — complete`
const withoutAsides = (text: string): string => text.replace(/\([^()]*\)/g, '');

const clauseFrom = (text: string): string => text.split(/[.;!?](?:\s|$)|[,(]\s/)[0] ?? '';
const clauseBefore = (text: string): string => text.split(/[.;,!?:(]\s/).at(-1) ?? '';
