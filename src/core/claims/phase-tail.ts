// What may follow the clause that says that a unit is over, and leaves it true: a mark and a title, a date,
// words that restrict nothing.
import { letters, lettersIn } from '../letters.ts';
import { applyEdits } from '../markdown/lines.ts';
import { type Clause, type FoundUnits, skipSpace, unitsAt } from '../phases/units.ts';
import type { Found } from '../words/index-of.ts';
import { fold, hasWord, matchAt, mayNameUnit, take, unitOf, wordsIn } from '../words/lexicon.ts';
import { isEmptyAnswer } from '../words/none.ts';

export const MOST_WORDS = 4;

/** The units that are named at `at`, behind an article or not; null where none is, or where `at` is -1. */
export function namedAt(clause: Clause, at: number): FoundUnits | null {
  if (at < 0) return null;
  const start = skipSpace(clause.folded, at);
  const behind = takeCounted('articles', clause.folded, start);
  const named =
    unitsAt(clause, start) ??
    letteredAt(clause, start) ??
    (behind < 0 ? null : unitsAt(clause, skipSpace(clause.folded, behind)));
  if (named === null) return null;
  // `phase 3 of the plan`
  return {
    ...named,
    end: Math.max(named.end, take('frames', clause.folded, skipSpace(clause.folded, named.end))),
  };
}

/** As `take`, of `all tasks of` in `all 6 tasks of`. */
export function takeCounted(key: 'articles' | 'wholes', folded: string, at: number): number {
  const [counted = '', all = ''] = letters`^(\p{L}{2,12}\s)\d{1,3}\s`.exec(folded.slice(at, at + 20)) ?? [];
  const end = counted === '' ? -1 : take(key, all + folded.slice(at + counted.length), 0);
  return Math.max(take(key, folded, at), end < 0 ? -1 : at + end + counted.length - all.length);
}

// `M3`: a milestone by its letter.
const LETTERED = /M(\d{1,2})(?![\w.-])/y;
/** Whether a text may name a unit at all: a quick look, for most do not. */
export const mayName = ({ folded, text }: Clause): boolean => mayNameUnit(folded) || /\bM\d/.test(text);

function letteredAt({ text }: Clause, at: number): FoundUnits | null {
  LETTERED.lastIndex = at;
  const id = LETTERED.exec(text)?.[1];
  // `Milestone: M3`
  const isNamed = id !== undefined && unitOf(wordBefore(text, at)) !== null;
  return id === undefined || isNamed ? null : { units: [{ unit: 'milestone', id }], end: LETTERED.lastIndex };
}

const wordBefore = (text: string, at: number): string =>
  fold(letters`(\p{L}{3,20})\s?[:：]\s*$`.exec(text.slice(Math.max(0, at - 30), at))?.[1] ?? '');

const DATE = lettersIn(
  String.raw`(?:(?:on|am|le|el|il|em|dnia|at)\s)?[(]?\d{4}-\d\d-\d\d[)]?|(?:(?:in|after|within)\s\d{1,3}|after\s(?:an?|one|two|three|four|five|six))\s(?:days?|weeks?|hours?|months?)|thanks\sto\s[\p{L}']{2,20}(?:\s(?:and|&)\s[\p{L}']{2,20})?|with\s\d{1,6}\s(?:new\s)?tests(?:\spassing)?|(?:at|um|à|alle|o|в)\s\d{1,2}[:h]\d\d(?:\s?(?:utc|gmt|cet|cest|am|pm|uhr))?|(?:in|on|to|im|dans|en|em|nel|w|в|у)\s(?:(?:the|der|die|das|dem|le|la|il)\s)?\u0001+(?:\s?(?:[,+&/]|and|und|et|y|e|i|и|та)\s?\u0001+)*|\[x\]`,
  'uy',
);
const STOP =
  /[.,;:!|)）（(\]+\u3001\u3002\uff0c\uff1a\uff1b\uff01\u2190-\u2bff&*]|\s\/|\s[-–—]|[–—]|[\ud83c-\ud83e]/y;

/** Whether what follows a clause leaves it as it is: nothing, a mark and a title, or words that restrict
 * nothing. */
export function isTail(clause: Clause, at: number): boolean {
  const { folded } = clause;
  if (at < 0) return false;
  let end = at;
  for (let count = 0; count < MOST_WORDS; count += 1) {
    const words = skipSpace(folded, end);
    const next = Math.max(take('tails', folded, words), matchAt(DATE, folded, words));
    if (next < 0) break;
    end = next;
  }
  const start = skipSpace(folded, end);
  if (start >= folded.length) return !hasWord('limits', folded.slice(at));
  const mayStop =
    matchAt(STOP, folded, end) >= 0 || matchAt(STOP, folded, start) >= 0 || take('and', folded, start) >= 0;
  const arrow = matchAt(/\s?(?:->|=>|\u2192|\u21d2)\s?/y, folded, end);
  if (arrow >= 0 && arrow < folded.length && namedAt(clause, arrow) === null) return false;
  return mayStop && !hasWord('limits', folded.slice(at, end)) && !isRestricted(clause, end);
}

const TITLED = /^\s*(?:[:：]|[-–—]\s)/;
const PARTIAL = /(\d{1,4})\s?(?:\/|of|von|de|di|из|з|z|sur)\s?(\d{1,4})(?![\d/.-])/g;
const PERCENT = /(?<![\d.,])(\d{1,2})(?:[.,]\d)?\s?%/;
// `complete: 70 %`; in a title a share is about something else: `complete: p95 is down 40 %`.
const LONE_PERCENT = /^\s*(?:[:：]|[-–—]\s)\s*\(?\d{1,2}(?:[.,]\d)?\s?%/;
// `complete, 25 % milestone progress`, `complete, coverage 92 %`
const METRIC =
  'coverage|latency|accuracy|precision|recall|p95|p99|cpu|memory|load|size|speed|uptime|hit rate';
const OVERALL = new RegExp(
  String.raw`\d{1,2}(?:[.,]\d)?\s?%\s(?:of\s(?:the\s)?|line\s|branch\s|test\s)?(?:overall|milestone|project|total|faster|slower|smaller|fewer|less|better|${METRIC})(?![\w-])` +
    String.raw`|(?<![\w-])(?:${METRIC})\s(?:(?:is|at|now|down|up|by|of|to)\s){0,3}\d{1,2}(?:[.,]\d)?\s?%`,
);
const NUMBERED_PART =
  /^\s*(?:[:(–—-]\s*)?(?:part|step|day|week|teil|schritt|tag|partie|jour|parte|paso|passo|día|dia|giorno|część|krok|часть|шаг|частина|крок|task|pr)\s?#?\d/;

// `complete (backend)`: a side of a product is a part, whatever the language.
const SIDE =
  /^\s*[(（](?:(?:back|front)[- ]?end|ui|ux|gui|api|cli|sdk|server|client|mobile|web|desktop|app|ios|android|linux|windows|macos|firmware|hardware|software|db|database|docs?|tests?|code|infra|ops|dev|staging|local)(?:\s(?:part|side|work))?[)）]/;

export const isPartialShare = (text: string): boolean => PERCENT.test(text) || isPartOfAll(text);
const isPartOfAll = (text: string): boolean =>
  [...text.matchAll(PARTIAL)].some(([, part, whole]) => Number(part) < Number(whole));

function isRestricted(clause: Clause, at: number): boolean {
  const rest = withoutNothing(clause.folded.slice(at, nextUnit(clause, at)).replace(OVERALL, ''));
  const isTitle = TITLED.test(rest);
  if (hasWord('limits', rest) || NUMBERED_PART.test(rest) || SIDE.test(rest)) return true;
  if (isTitle) return LONE_PERCENT.test(rest) || takesBack(rest) || isPartOfAll(rest);
  return (
    hasWord('hedges', withoutDeep(rest)) ||
    isPartialShare(rest) ||
    take('waits', rest, matchAt(/\s*[,;(]\s*/y, rest, 0)) >= 0
  );
}

// `complete, the driver waits when the bus is busy` restricts its own clause; `complete, when the tests pass`
// restricts what stands before it.
const withoutDeep = (rest: string): string =>
  rest
    .split(/(?=[,;(])/)
    .map((part) => {
      const own = OWN_WORDS.exec(part)?.[0].length ?? part.length;
      const isDeep = ({ start, end }: Found) => start >= own && letters`\p{L}`.test(part.slice(end));
      const deep = [...wordsIn('conjunctions', part)].filter(isDeep);
      return applyEdits(
        part,
        deep.map((found) => ({ ...found, text: '' })),
      );
    })
    .join('');
const OWN_WORDS = /^[,;(]\s*[^\s]{1,40}\s[^\s]{1,40}\s/;

// `complete, nothing left to do`
const withoutNothing = (rest: string): string =>
  rest
    .split(/(?=[,;]\s|\s?\()/)
    .filter((part) => !NOTHING.test(part) || !isEmptyAnswer(part.replace(/^[,;\s(]+|\)$/g, '')))
    .join('');
const NOTHING = letters`^(?:[,;]\s|\s?\()(?:no|none|not any|nothing|zero|keinen?|nichts|aucune?|rien|sin|nada|sem|senza|nessuna?|bez|brak|без|нет|немає|无|没有|なし)(?![\p{L}])`;

const DENIED = /^(?:no|false|nein|falsch|non|faux|não|нет|ні|nie|否|いいえ|아니요)\W*$/;

// `complete: not really`, `complete - waiting for sign-off`
function takesBack(rest: string): boolean {
  const at = matchAt(/\s*[:：–—-]\s*/y, rest, 0);
  if (at < 0) return false;
  const said = rest.trimEnd();
  const isDenied = (['hedges', 'waits', 'cannot'] as const).some((key) => take(key, said, at) >= 0);
  return (
    isDenied ||
    isForeseen(said) ||
    DENIED.test(said.slice(at)) ||
    take('hedges', said, said.lastIndexOf(' ') + 1) === said.length
  );
}

// `complete: 12 April (planned)`
function isForeseen(said: string): boolean {
  const bracket = /\(([^()]{3,20})\)$/.exec(said)?.[1] ?? '';
  return bracket !== '' && take('undone', bracket, 0) === bracket.length;
}

const BREAK = /[,;.(]\s|\d{1,2}\s?%\s(?:of|von|de|di)\s|\s(?:and|und|et|y|e|i|и|та|while)\s|[,;、。，；（]/g;

// A clause about another unit says nothing of this one.
function nextUnit(clause: Clause, at: number): number {
  for (const match of clause.folded.slice(at).matchAll(BREAK)) {
    const start = at + match.index + match[0].length;
    if (namedAt(clause, start) !== null) return at + match.index;
  }
  return clause.folded.length;
}

const TITLE = /^(?:\s?[:：]|\s[-–—]|[–—])\s*(.{1,200})$|^\s*[(（]([^()（）]{1,80})[)）]/;

/** What stands behind a clause, behind a colon or in brackets; empty where nothing does. */
export function titleFrom(text: string, at: number): string {
  const match = TITLE.exec(text.slice(at, at + 300));
  return (match?.[1] ?? match?.[2] ?? '').replace(/\u0000+/g, ' ').replace(/(?<![.\s])[.\s]+$/, '');
}
