// What the head says of one numbered unit: the lines that state how far it is, and how each is made to say
// another thing.

import type { Context } from '../context/context.ts';
import { labelOf } from '../context/labels.ts';
import { roleOfLabel } from '../context/roles.ts';
import { caseless, letters } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { memoize } from '../memo.ts';
import { idOf } from '../phases/plan.ts';
import {
  isStatusOf,
  marksIn,
  type Status,
  statusBehind,
  statusWithin,
  valueOfMark,
} from '../phases/status.ts';
import { type NamedUnit, skipSpace, unitKind, unitsIn } from '../phases/units.ts';
import { LANGUAGES } from '../words/index.ts';
import { fold, hasWord, take } from '../words/lexicon.ts';
import { numberedIn, type Wanted } from './short-names.ts';
import { unitIndexes } from './unit-places.ts';

export type Says = 'done' | 'running' | 'pending' | null;

/** Offsets into the text of a line. */
export type Span = { readonly start: number; readonly end: number };

export type UnitLine = {
  readonly line: BlockLine;
  readonly index: number;
  /** The unit's name, `Phase 2`; of several units together (`Phases 1 to 3`) all of it. */
  readonly name: Span;
  /** What leads up to the name: `Currently in `; empty where the line begins with it. */
  readonly lead: Span;
  /** The words that say how far it is; null where a mark or a box says it, or nothing does. */
  readonly status: (Span & { readonly isFigure: boolean }) | null;
  /** A share that is told behind the status: `: 2 of 4 gauges read`. */
  readonly figure: Span | null;
  /** An open or a closed mark, `⏳`. */
  readonly mark: string | null;
  readonly says: Says;
  readonly units: readonly NamedUnit[];
};

const EDITED = ['heading', 'item', 'table', 'text', 'quote'];
const LONGEST_LINE = 1000;

/** Whatever the spelling: `phase 2b` is `Phase 2B`, and `phase 02` is `Phase 2`. */
export const isSameUnit = (one: NamedUnit, other: NamedUnit): boolean =>
  unitKind(one.unit) === unitKind(other.unit) && idOf(one.id) === idOf(other.id);

/** Lines of the head that state how far the unit is; several units in one line count too. */
export function linesOf(context: Context, unit: NamedUnit): UnitLine[] {
  const { stated, listed } = unitIndexes(context);
  return stated.flatMap((index) => {
    const line = context.outline.lines[index];
    const found = line === undefined ? null : readUnitLine(context, line, { index, unit });
    // In a list of units a sentence is about one, and says nothing of how far it is.
    return found === null || (listed.has(index) && found.says === null) ? [] : [found];
  });
}

/** Null where the line is not about the unit: it only mentions it, or is about a part of it. */
export function readUnitLine(context: Context, line: BlockLine, { index, unit }: Wanted): UnitLine | null {
  if (!EDITED.includes(line.kind)) return null;
  const text = line.text.slice(0, LONGEST_LINE);
  const written = unitsIn(text);
  const groups = written.length > 0 ? written : numberedIn(context, line, { index, unit });
  const named = groups.find(({ units }) => units.some((one) => isSameUnit(one, unit)));
  if (named === undefined) return null;
  const clause = clauseOf(text, named, groups);
  if (clause === null) return null;
  const lead = leadOf(line, text, { start: clause.start, end: named.start });
  const name = { start: named.start, end: named.end + allBehind(text, named) };
  const rest = { start: name.end, end: statementEnd(text, { start: name.end, end: clause.end }) };
  const mark = markIn(text.slice(clause.start, clause.end));
  const detail = detailAt(line, text, rest);
  const status = detail === null ? (nearlyIn(text, rest) ?? statusIn(text, rest)) : null;
  const figure =
    detail ??
    (status === null || status.isFigure ? null : figureBehind(text, { ...rest, start: status.end }));
  const found: UnitLine = {
    line,
    index,
    name,
    lead: lead ?? { start: named.start, end: named.start },
    status,
    figure,
    mark,
    says: saysOf(line, mark, status),
    units: named.units,
  };
  const isAbout = lead !== null && (found.says !== null || isTitled(text, rest) || lead.end > lead.start);
  return isAbout ? found : null;
}

// `Milestone 2 of 4 (Delivery)`
const OF_ALL =
  /^\s(?:of|von|de|sur|di|из|з)\s\d{1,3}(?![\d.%])(?:\s\([^()]{1,60}\))?(?!\s?\p{L}+\s(?:done|complete))/u;

const allBehind = (text: string, { start, end }: Span): number =>
  /[:：]/.test(text.slice(start, end)) ? 0 : (OF_ALL.exec(text.slice(end))?.[0].length ?? 0);

// `Milestone 2 of 4 (Delivery). 7/15 tasks done.`: what the next sentence counts is something else.
function statementEnd(text: string, { start, end }: Span): number {
  const [first = ''] = text.slice(start, end).split(/(?<![\d\s])\.\s/, 1);
  return FIGURE.test(text.slice(start + first.length, end)) ? start + first.length : end;
}

// A box is no mark; one that is open says more than one that is not.
function markIn(text: string): string | null {
  const marks = marksIn(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((mark) => !mark.startsWith('['));
  return marks.find((mark) => valueOfMark(mark) !== 'done') ?? marks[0] ?? null;
}

// The whole line where it names one unit, or the sentence where others stand before it; else the part between
// commas, dashes or bars that names this one alone.
function clauseOf(text: string, named: Span, groups: readonly Span[]): Span | null {
  const breaksAt = (sign: RegExp) =>
    [...text.matchAll(sign)].map(({ index, 0: all }) => ({ start: index, end: index + all.length }));
  const between = (breaks: readonly Span[]): Span => ({
    start: breaks.findLast(({ end }) => end <= named.start)?.end ?? 0,
    end: breaks.find((one) => one.start >= named.end)?.start ?? text.length,
  });
  if (groups.length === 1) {
    const sentence = between(breaksAt(/(?<=[\p{L})\d]{2})[.!]\s(?=[\p{Lu}*_])|\s·\s/gu));
    return sentence.start === 0 ? { start: 0, end: text.length } : sentence;
  }
  const clause = between(breaksAt(/[;,|](?=\s|$)|\.(?=\s|$)|\s[—–·-]\s/g));
  const isAlone = groups.filter((one) => one.start >= clause.start && one.end <= clause.end).length === 1;
  return isAlone ? clause : null;
}

// `- [ ] **`, `**Status:** `, `Currently in `, `We are in the middle of `; null where something else leads up
// to the name.
function leadOf(line: BlockLine, text: string, { start, end }: Span): Span | null {
  const content = Math.max(start, line.text.indexOf(line.content));
  const label = labelOf(line.content);
  const valueAt = label === null ? content : line.text.indexOf(line.content) + label.valueAt;
  const isLabelled = label !== null && valueAt > content && valueAt <= end && !isProgress(label.name);
  const isStated = ['state', 'phase'].includes(roleOfLabel(label?.name ?? '')?.role ?? '');
  const from = isLabelled ? valueAt : content;
  const words = text.slice(from, end);
  const first = letters`[\p{L}\p{N}]`.exec(words);
  if (first === null) return isLabelled && !isStated ? null : { start: end, end };
  const told = words.slice(first.index);
  if (ARTICLE.test(told)) return { start: end, end };
  if (!isRunningLead(told)) return null;
  // `**In progress:** ` goes with its marks.
  const marks = /[*_]+$/.exec(words.slice(0, first.index))?.[0] ?? '';
  return { start: from + first.index - (told.includes(marks) ? marks.length : 0), end };
}

/** Whether a label says no more than that its value is under way: `In progress`. */
export const isProgress = memoize((name: string): boolean =>
  LANGUAGES.some((language) => isStatusOf(language, name)),
);

// Words that say no more than that something is being worked on.
const GAP = '[\\s:,*_(–—-]';
const RUNNING_LEAD = new RegExp(
  `^(?:(?:${[
    "(?:we|i)(?:'re|'m)?|am|currently|presently|now|right now|at the moment|still|busy|are|is|in|on|at|the|a|middle|of|midst|midway|through",
    'about|half|half-way|halfway|way|nearly|almost|well|deep|into|working|work|doing|building|developing|implementing|continuing|with|current|active|focus|focused|phase|stage|started|starting|begun|ongoing',
    'in progress|wip|under way|underway|actuellement|en|cours|de|dans|la|le|sur|nous|sommes|travail',
    'estamos|actualmente|trabajando|el|los|las|em|no|na|atualmente|trabalhando|andamento|derzeit|aktuell|wir|sind|arbeiten|an|der|die|das|dem|laufend',
    'attualmente|siamo|nella|lavorando|alla|corso|obecnie|jesteśmy|w|trakcie|сейчас|мы|в|на|работаем|над|зараз|ми|працюємо',
  ].join('|')})(?=${GAP}|$)|${GAP})+$`,
  'i',
);

// `El hito 2 está casi listo`
const ARTICLE = /^(?:the|our|this|der|die|das|le|la|el|il|lo|o|a)\s+$/i;

const LONGEST_LEAD = 80;

const isRunningLead = (words: string): boolean => words.length <= LONGEST_LEAD && RUNNING_LEAD.test(words);

// `50 %`, `(50% done)`, `3 of 5 tasks`, `2/4`, `two of five`
const COUNTS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eine?r?s?|zwei|drei|vier|fünf|sechs|sieben|acht|une?|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|seis|dois|duas|três|quatro|due|tre|quattro|cinque';
const FIGURE = new RegExp(
  `(?<![\\d.])(?:(\\d{1,3})\\s?%|(\\d{1,4})\\s?(?:/|of|sur|von|de|di|z|з|из)\\s?(\\d{1,4})|\\b(${COUNTS}) (?:of|out of|of the|sur|von|de|di|su) (${COUNTS})\\b)(?![\\d.])[^.,;:()|—–\\n]{0,60}`,
  'i',
);

type Found = NonNullable<UnitLine['status']> & { readonly says: NonNullable<Says> };

// A share comes first: `50% done` is not done.
function statusIn(text: string, { start, end }: Span): Found | null {
  const rest = text.slice(start, end);
  const figure = FIGURE.exec(rest);
  const word = statusWithin(rest) ?? wordBehind(rest);
  const begun = begunAt(rest);
  if (figure !== null && (word === null || word.end > figure.index)) {
    const [, share, part = share, whole = '100', some, all] = figure;
    const isWhole = some === undefined ? Number(part) >= Number(whole) : some === all;
    const says = isWhole ? 'done' : 'running';
    const length = figure[0].trimEnd().length;
    return { start: start + figure.index, end: start + figure.index + length, isFigure: true, says };
  }
  if (begun !== null)
    return { start: start + begun.start, end: start + begun.end, isFigure: false, says: 'running' };
  if (word === null) return null;
  return { start: start + word.start, end: start + word.end, isFigure: false, says: word.value };
}

// `(WIP)`
function wordBehind(rest: string): Status | null {
  const status = statusBehind(rest);
  // A mark is edited as one.
  const isWord = status !== null && letters`[\p{L}\p{N}]`.test(rest.slice(status.start, status.end));
  return isWord ? status : null;
}

// `Phase 2 has begun`, `Phase 2 is under way`: behind the name, with nothing but a copula between.
function begunAt(rest: string): Span | null {
  const folded = fold(rest);
  const at = skipSpace(folded, 0);
  const copula = take('copulas', folded, at);
  const end = take('begun', folded, copula < 0 ? at : skipSpace(folded, copula));
  return end < 0 ? null : { start: at, end };
}

// What is told behind the status, with the sign in front of it.
function figureBehind(text: string, { start, end }: Span): Span | null {
  const found = /\s?[:,;(–—-]\s?[^:,;()–—\n]{0,40}$/;
  const rest = text.slice(start, end);
  const figure = FIGURE.exec(rest);
  if (figure === null) return unfinishedBehind(text, { start, end });
  const lead = found.exec(rest.slice(0, figure.index));
  const from = lead?.index ?? figure.index;
  const close = rest.charAt(figure.index + figure[0].length) === ')' ? 1 : 0;
  return { start: start + from, end: start + figure.index + figure[0].trimEnd().length + close };
}

// `- [ ] Phase 2: Ingest (parser done, loader missing)`: what the brackets say is about parts of it.
function detailAt({ marker }: BlockLine, text: string, { start, end }: Span): Span | null {
  const found = marker.includes('[ ]') ? /\s?\([^()]*[,;][^()]*\)/.exec(text.slice(start, end)) : null;
  if (found === null || !UNFINISHED.test(found[0])) return null;
  return { start: start + found.index, end: start + found.index + found[0].length };
}

const UNFINISHED = caseless`(?<![\p{L}])(?:still|missing|remaining|remains?|not yet|so far|to do|pending|incomplete|unfinished|underway|noch|fehlt|fehlen|ausstehend|manquent?|restent?|encore|faltan?|todavía|aún|faltam|ainda|mancano|manca|ancora|brakuje|jeszcze|ещё|осталось|ще|залишилось)(?![\p{L}])|まだ|未|残り|尚未|还没|아직`;

// `: the parser works, the printer is still missing`: the part that says what was left.
function unfinishedBehind(text: string, { start, end }: Span): Span | null {
  const parts = [...text.slice(start, end).matchAll(/\s?(?:[:,;(]|\s[–—-](?=\s))[^:,;()–—\n]*\)?/g)];
  const left = parts.find(([said]) => UNFINISHED.test(said));
  const from = start + (left?.index ?? 0);
  return left === undefined ? null : { start: from, end: from + left[0].replace(/[.\s]+$/, '').length };
}

function saysOf(line: BlockLine, mark: string | null, status: Found | null): Says {
  if (/\[[xX]\]/.test(line.marker) || (mark !== null && valueOfMark(mark) === 'done')) return 'done';
  if (status !== null) return status.says;
  if (mark !== null || line.marker.includes('[ ]')) return 'pending';
  return null;
}

// `Phase 0: Foundation`, `Phase 2 (the planner)`, `Phase 2` alone; `Phase 6 tests` is about a part of it.
const isTitled = (text: string, { start, end }: Span): boolean =>
  letters`^[\s*_\x60]*(?:$|[^\p{L}\p{N}\s])`.test(text.slice(start, end));

/** Whether the words behind the name say that less than all of it is over: `is nearly done`. */
export const isHedged = ({ line, name }: UnitLine): boolean => {
  const rest = fold(line.text.slice(name.end, LONGEST_LINE));
  return hasWord('limits', rest) || hasWord('parts', rest);
};

// `is nearly done`, `is roughly 85% complete`, `is not complete yet`.
const NEARLY = caseless`^([\s*_]*(?:(?:is|are|est|ist|está|è|jest)\s)?)(?:(?:very|now|still|noch)\s)?(?:nearly|almost|mostly|largely|roughly|about|around|not|not yet|close to|fast|beinahe|nahezu|etwa|nicht|noch nicht|presque|environ|pas encore|casi|aún no|todavía no|quase|ainda não|quasi|non ancora|prawie|jeszcze nie|почти|ещё не|майже|ще не)\s(?:\d{1,3}\s?%\s?)?`;
const YET = /(?<=^\S{1,20})\syet(?![a-z])/;

function nearlyIn(text: string, { start, end }: Span): Found | null {
  const rest = text.slice(start, end);
  const [all = '', copula = ''] = NEARLY.exec(rest) ?? [];
  const [behind = ''] = rest.slice(all.length).split(/[.;!]\s/, 1);
  const yet = YET.exec(behind)?.[0].length ?? 0;
  const word = all === '' ? null : statusWithin(behind.replace(YET, ''));
  if (word?.value !== 'done' || word.start > 0) return null;
  const last = all.length + word.end + yet;
  return { start: start + copula.length, end: start + last, isFigure: false, says: 'running' };
}
