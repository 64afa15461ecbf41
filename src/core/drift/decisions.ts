// Decisions that the file still goes by though a later one replaced them.

import { isAdvice, type Point } from '../brief/point.ts';
import { pointsOf } from '../brief/points.ts';
import { createSuccession, latestAfter } from '../decisions/succession.ts';
import { letters } from '../letters.ts';
import { tokensOf } from '../ranking.ts';
import type { Decision } from '../types.ts';
import { cleanLine } from '../wording/lines.ts';
import type { Drift, DriftFacts } from './facts.ts';

const RULES = ['standards', 'next', 'state', 'phase', 'gotchas', 'decisions'] as const;

export function supersededDecisions({ context, decisions }: DriftFacts): Drift[] {
  const rules = RULES.flatMap((role) =>
    pointsOf(context, role).filter((point) => !point.isDone || (role === 'standards' && isAdvice(point))),
  );
  const { dos, bans } = splitDos(pointsOf(context, 'doNot'));
  const successorOf = createSuccession(decisions);
  return decisions.flatMap((decision): Drift[] => {
    if (decision.status !== 'superseded') return [];
    const successor = latestAfter(decision, successorOf) ?? null;
    const pair = { old: namesOf(decision, successor), later: namesOf(successor, decision) };
    const points = [
      ...[...rules, ...dos].filter((rule) => goesBy(rule, pair)),
      ...bans.filter((ban) => holdsTo(ban, pair)),
    ];
    const lines = new Map(points.map(({ line, text }) => [line, text]));
    return [...lines]
      .slice(0, MOST_LINES)
      .map(([line, text]) => ({ rule: 'decision-superseded', decision, successor, text, line }));
  });
}

// `Replace 64 mel bands with 96`, `Switch from Redis to files`
const REPLACES =
  /\b(?:replac(?:e|es|ed|ing)|(?:switch|mov|migrat|chang)(?:e|es|ed|ing)? from)\s+(.{3,60}?)\s+(?:with|by|to)\s+(.{1,80})$/i;

/** Lines that still say what the title of a decision in force says is replaced; only where it names it in two
 * words or more, one of them with a digit. */
export function replacedChoices({ context, decisions }: DriftFacts): Drift[] {
  const points = RULES.flatMap((role) => pointsOf(context, role)).filter(
    ({ text }) => text.length <= LONGEST_RULE,
  );
  const lines = new Map(points.map(({ line, text }) => [line, text]));
  return decisions.flatMap((decision): Drift[] => {
    const [, old = '', later = ''] =
      decision.status === 'stands' ? (REPLACES.exec(decision.title) ?? []) : [];
    const words = tokensOf(old);
    const since = tokensOf(later).filter((word) => !words.includes(word));
    if (words.length < 2 || since.length === 0 || !words.some((word) => /\d/.test(word))) return [];
    const stands = [...lines].filter(([, text]) => {
      const said = new Set(tokensOf(text));
      const isNew = since.some((word) => said.has(word));
      return words.every((word) => said.has(word)) && !isNew && !OVER.test(text);
    });
    return stands
      .slice(0, MOST_LINES)
      .map(([line, text]) => ({ rule: 'choice-replaced', decision, text: cleanLine(text), line }));
  });
}

/** Lines that are named of one decision. */
const MOST_LINES = 4;

const DO = /^\W*(?:dos?|always|instead|do this|do instead)\W*$/i;

// `Do:` below `What not to do` is a rule, not a ban.
function splitDos(points: readonly Point[]): {
  readonly dos: readonly Point[];
  readonly bans: readonly Point[];
} {
  let isDo = false;
  const marked = points.map((point) => {
    const isLead = point.isHeading || /$(?<=[:：]\W*)/.test(point.text);
    if (isLead) isDo = DO.test(point.text);
    return { point, isDo };
  });
  const pick = (wanted: boolean) => marked.filter((one) => one.isDo === wanted).map(({ point }) => point);
  return { dos: pick(true), bans: pick(false) };
}

/** How a line can quote a decision: by its number, and by what was chosen where that is a name of its own. */
type Names = { readonly id: string | null; readonly chosen: readonly string[] };
type Pair = { readonly old: Names; readonly later: Names };

const OVER =
  /\b(?:supersed|replac|instead of|no longer|formerly|used to|was|were|not|never|(?:migrated|switched|moved|away) from)\b/i;

/** A longer one tells a story. */
const LONGEST_RULE = 300;

// A line that names the successor too, or says that this is over, is up to date.
const goesBy = ({ text }: Point, { old, later }: Pair): boolean =>
  text.length <= LONGEST_RULE && isNamed(text, old) && !isNamed(text, later) && !OVER.test(text);

const LEAVE = /\b(?:replac|switch|chang|deviat|migrat|drop|remov|abandon|swap|mov)\w*\b/i;

// `Don't switch from Phi-3` keeps what was given up, `don't use Mistral` forbids what was chosen since; a
// number is the reason for a ban, not what it forbids.
const holdsTo = ({ text }: Point, { old, later }: Pair): boolean =>
  LEAVE.test(text)
    ? isNamed(text, old) && !isNamed(text, later)
    : isNamed(text, { ...later, id: null }) && !isNamed(text, old);

function isNamed(text: string, { id, chosen }: Names): boolean {
  const plain = text.toLowerCase();
  return (id !== null && idsIn(plain).includes(id)) || chosen.some((name) => hasWord(plain, name));
}

// `decision 7`, `Decision #7`, `ADR-003`: word and number.
const idsIn = (text: string): string[] =>
  [...text.matchAll(/(?<![a-z\d])([a-z]{1,10})[\s#-]{1,2}0*(\d{1,5})(?!\d)/g)].map(
    ([, word = '', number = '']) => `${word} ${number}`,
  );

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + word.length] ?? ' '}`;
    if (!letters`[\p{L}\p{N}]`.test(around)) return true;
  }
  return false;
}

function namesOf(decision: Decision | null, other: Decision | null): Names {
  const [, prefix = '', number] =
    /^([a-z]*)[^a-z\d]*0*([1-9]\d*|0)$/.exec(decision?.id?.toLowerCase() ?? '') ?? [];
  const shared = new Set(chosenNames(other));
  return {
    id: number === undefined ? null : `${prefix === '' ? 'decision' : prefix} ${number}`,
    chosen: chosenNames(decision).filter((name) => !shared.has(name)),
  };
}

// `Phi-3`, `SQLite`, or `Redis` where nothing else was chosen: words that mean nothing but themselves. In
// lower case.
function chosenNames(decision: Decision | null): string[] {
  const chosen = cleanLine(decision?.chosen ?? '').replace(/[*_`]/g, '');
  const lead = chosen.split(DETAILS, 1)[0]?.trim() ?? '';
  const words = lead.split(/\s+/);
  if (words.length > 4) return [];
  const isOnly = words.length === 1;
  const isName = (word: string) =>
    letters`\p{L}.*\d|\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}`.test(word) || (isOnly && /^\p{Lu}/u.test(word));
  const names = words.filter((word) => word.length > 3 && isName(word)).map((word) => word.toLowerCase());
  const whole = words.length > 1 && words.every((word) => letters`^(?:\p{Lu}|&$)`.test(word)) ? [lead] : [];
  return [
    ...new Set([
      ...whole.map((one) => one.toLowerCase()),
      ...names.flatMap((name) => [name, ...familyOf(name)]),
    ]),
  ];
}

// `Phi-3 as the main model, Gemma as the second` is Phi-3.
const DETAILS =
  /(?<!\s)\s*[(,;:–—]\s*|\.(?:\s|$)|\s-\s|\s(?:as|at|because|by|for|from|in|instead|of|on|over|rather|to|until|via|with)\s/;

// `phi-3-mini-4k` goes by `phi-3` too, and `mistral-7b-instruct` by `mistral`.
function familyOf(name: string): string[] {
  const parts = name.split('-');
  if (parts.length < 3) return [];
  const short = parts.slice(0, /\d/.test(parts[0] ?? '') ? 1 : 2).join('-');
  const maker = /^[a-z]{5,}$/.test(parts[0] ?? '') && /^\d/.test(parts[1] ?? '') ? [parts[0] ?? ''] : [];
  return [short, ...maker].filter((one) => one.length > 3);
}
