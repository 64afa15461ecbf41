// Decisions that the file still goes by though a later one replaced them.
import { cleanLine } from '../brief/foreign.ts';
import { type Point, pointsOf } from '../brief/points.ts';
import type { Decision } from '../types.ts';
import type { Drift, DriftFacts } from './drift.ts';

const RULES = ['standards', 'next', 'state'] as const;

export function supersededDecisions({ context, decisions }: DriftFacts): Drift[] {
  const rules = RULES.flatMap((role) => pointsOf(context, role)).filter(({ isDone }) => !isDone);
  const bans = pointsOf(context, 'doNot');
  return decisions.flatMap((decision): Drift[] => {
    if (decision.status !== 'superseded') return [];
    const successor = decisions.find(({ id }) => id !== null && id === decision.supersededBy) ?? null;
    const pair = { old: namesOf(decision, successor), later: namesOf(successor, decision) };
    const point = rules.find((rule) => goesBy(rule, pair)) ?? bans.find((ban) => holdsTo(ban, pair));
    if (point === undefined) return [];
    return [{ rule: 'decision-superseded', decision, successor, text: point.text, line: point.line }];
  });
}

type Names = readonly RegExp[];
type Pair = { readonly old: Names; readonly later: Names };

const isNamed = (text: string, names: Names): boolean => names.some((name) => name.test(text));

const OVER =
  /\b(?:supersed|replac|instead of|no longer|formerly|used to|was|were|not|never|(?:migrated|switched|moved|away) from)\b/i;

// A line that names the successor too, or says that this is over, is up to date.
const goesBy = ({ text }: Point, { old, later }: Pair): boolean =>
  isNamed(text, old) && !isNamed(text, later) && !OVER.test(text);

const LEAVE = /\b(?:replac|switch|chang|deviat|migrat|drop|remov|abandon|swap|mov)\w*\b/i;

// `Don't switch from Phi-3` keeps what was given up, `don't use Mistral` forbids what was chosen since.
const holdsTo = ({ text }: Point, { old, later }: Pair): boolean =>
  LEAVE.test(text)
    ? isNamed(text, old) && !isNamed(text, later)
    : isNamed(text, later) && !isNamed(text, old);

/** How a line can quote a decision: by its number, and by what was chosen where that is a name of its own. */
function namesOf(decision: Decision | null, other: Decision | null): Names {
  if (decision === null) return [];
  const [, prefix = '', number] = /^(\p{L}*)[^\p{L}\d]*0*(\d+)$/u.exec(decision.id ?? '') ?? [];
  const ids =
    number === undefined ? [] : [`(?:decision${prefix === '' ? '' : `|${prefix}`})[\\s#-]{1,2}0*${number}`];
  const shared = new Set(chosenNames(other));
  const names = chosenNames(decision).filter((name) => !shared.has(name));
  return [...ids, ...names.map(escaped)].map(
    (name) => new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'iu'),
  );
}

// `Phi-3`, `SQLite`, or `Redis` where nothing else was chosen: words that mean nothing but themselves.
function chosenNames(decision: Decision | null): string[] {
  const chosen = cleanLine(decision?.chosen ?? '').replace(/[*_`]/g, '');
  const words = (chosen.split(/\s*[(,.;:–—]\s*|\s-\s/)[0] ?? '').split(/\s+/);
  if (words.length > 4) return [];
  const isOnly = words.length === 1;
  return words.filter(
    (word) =>
      word.length > 3 &&
      (/\p{L}.*\d|\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(word) || (isOnly && /^\p{Lu}/u.test(word))),
  );
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
