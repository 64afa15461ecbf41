// No expression takes longer than its text: recheck has judged each one, and what it calls slower than linear
// is listed here with the reason why that does no harm, which is held to it on a text as long as it can get.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type Attack,
  attackOf,
  type Expression,
  expressions,
  judge,
  keyOf,
  VERDICTS,
  type Verdict,
} from '../helpers/expression-verdicts.ts';
import { fill, HOSTILE } from '../helpers/hostile.ts';

/** How many characters an expression gets to see at most. */
const LENGTHS = {
  line: [2000, 'one line, of which 2,000 characters are text (core/markdown/lines.ts)'],
  path: [4096, 'a path, which no system has longer'],
  glob: [200, 'a glob, which has at most 200 characters (core/config/globs.ts)'],
  prefix: [
    100,
    'the parser of Conventional Commits gets the type and the scope alone (core/message/parse.ts)',
  ],
  guard: [1000, 'a guard, which has at most 1,000 characters (core/guards/guard.ts)'],
  ours: [1000, 'an expression of ours'],
} as const;

type Reason = keyof typeof LENGTHS;

/**
 * Those that take the square of the length, by how they begin, or by their key where that says too little.
 */
const EXCEPTIONS: readonly (readonly [start: string, reason: Reason])[] = [
  [String.raw`/\[(?:\\.|[^\]\\])*\]|\\p\{[LN]\}|\\./`, 'ours'],
  [String.raw`/\\[\s\S]|\[[^\]/]*\]/`, 'glob'],
  [String.raw`/^(.*)\{([^{}]*)\}(.*)$/`, 'glob'],
  [String.raw`/(?<!\\)\[[^\]]*\\/`, 'glob'],
  [String.raw`/\[(?:\\.|[^\]\\])*\](?:[*+]|`, 'guard'],
  [String.raw`/[A-Za-z_]{3,}(?![A-Za-z_*{])/`, 'guard'],
  [String.raw`/(?:.*?)??\s*([\w-\.\/]*?)??(#)`, 'prefix'],
  [String.raw`/(?:^|(?<=\/))(?:docs?|memory[-_]bank`, 'path'],
  [String.raw`/^(?:revert(?:\([^()]{0,80}\))?!?:`, 'line'],
  [String.raw`/^(?:product|project|overall|app`, 'line'],
  [String.raw`/\*\*([^*]{1,60})\*\*(.*)$/`, 'line'],
  [String.raw`/[\s,;(—–-](?:because|since it`, 'line'],
  [String.raw`/^\W*\S+\s*(?:[:：(,;–—-]|because`, 'line'],
  ['93f2bdfd96d2', 'line'],
  [String.raw`/^(?:v?\d+\.\d+[\w.-]*$|(?:bump`, 'line'],
  [String.raw`/^\S+\s*\S+ of (?!\d)/`, 'line'],
  [String.raw`/^[^\w@?]+|\s+$/`, 'line'],
  [String.raw`/\b[A-Z][\w.-]* (?:instead of|rather than) (`, 'line'],
  [String.raw`/^(?:[Pp]refer|[Cc]h(?:o|oo)se) `, 'line'],
  [String.raw`/^(?:[Rr]eplace|[Dd]rop) (`, 'line'],
  [String.raw`/^(?:[Mm]igrate|[Mm]ove|[Ss]witch) from (`, 'line'],
  [String.raw`/^[A-Z][a-z]{3,}[A-Za-z]*$/`, 'line'],
  [String.raw`/(?:.* )?(?:always|must(?: always)?|every .* must)/`, 'line'],
  [String.raw`/\s\([0-9a-f]{7,}[^()]*\)\s*$/`, 'line'],
  [String.raw`/^[\s:：()–—-]+|[\s:：()–—,-]+$/`, 'line'],
  [String.raw`/(?:^|: )\W*(?:TBD|TODO`, 'line'],
  [String.raw`/^(?:open|pending|undecided|unresolved|outstanding|upcoming|`, 'line'],
  ['3f80872f4d33', 'line'],
  [String.raw`/^\W*\S+ \S+(?: [^.]{0,60}?)?\b(?:retired|`, 'line'],
  [String.raw`/(?<!\s)(?:\s*\(#\d+\))+\s*$/`, 'line'],
  [String.raw`/\s(?:as of|since|after|for|in|from|until|through)\s+(?:(?:p`, 'line'],
];

const KNOWN: Readonly<Record<string, Verdict>> = JSON.parse(readFileSync(VERDICTS, 'utf8'));
const ALL = expressions();
const compile = ({ source, flags }: Expression): RegExp => new RegExp(source, flags.replace('y', 'g'));
const isNamedBy = (one: Expression, start: string): boolean =>
  `/${one.source}/${one.flags}`.startsWith(start) || keyOf(one).startsWith(start);
const reasonOf = (one: Expression): Reason | undefined =>
  EXCEPTIONS.find(([start]) => isNamedBy(one, start))?.[1];

/** Milliseconds of the processor on the longest text that an expression gets: cubic ones take seconds. */
const SLOWEST = 60;
// Eight times as much takes what grows as the text does eight times as long, a quadratic one 64 times.
const STEEPEST = 32;
// Less than the square of eight times a line takes.
const QUICK = 40;

/** Infinite where it takes seconds. */
function timeOf(one: Expression, text: string): number {
  const given = { expression: compile(one), text };
  const start = process.cpuUsage();
  try {
    runInNewContext("text.replace(expression, '')", given, { timeout: LONGEST_RUN });
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  return process.cpuUsage(start).user / 1000;
}

const LONGEST_RUN = 20_000;
const bestOf = (measure: () => number): number => Math.min(measure(), measure());

/** What is wrong with the time that it takes for such texts; null where nothing is. */
function faultOf(one: Expression, textOf: (length: number) => string): string | null {
  const reason = reasonOf(one);
  const length = LENGTHS[reason ?? 'line'][0];
  const first = timeOf(one, textOf(length));
  if (first === Number.POSITIVE_INFINITY) return `does not end on ${length} characters`;
  const took = first > SLOWEST ? bestOf(() => timeOf(one, textOf(length))) : first;
  if (took > SLOWEST) return `slow on ${length} characters`;
  // One without a verdict is held to the square at least, whoever writes it.
  const isFresh = KNOWN[keyOf(one)] === undefined;
  if (reason !== undefined || isFresh || timeOf(one, textOf(8 * length)) < QUICK) return null;
  const more = bestOf(() => timeOf(one, textOf(8 * length)));
  return more > QUICK && more > STEEPEST * took ? `${took.toFixed(1)} ms, then ${more.toFixed(0)}` : null;
}

const isAttack = (verdict: Verdict | undefined): verdict is Attack => typeof verdict === 'object';

test('finds the expressions that are written out and those that are put together', () => {
  assert.ok(ALL.filter(({ file }) => file !== '(built)').length > 800, `${ALL.length}`);
  assert.ok(ALL.filter(({ file }) => file === '(built)').length > 100, `${ALL.length}`);
});

// New ones are judged here until `npm run expressions` has written their verdicts down.
const FRESH = 6;
const verdictOf = (one: Expression): Verdict => KNOWN[keyOf(one)] ?? 'unknown';
const fresh = ALL.filter((one) => KNOWN[keyOf(one)] === undefined).slice(0, FRESH);
const verdicts = new Map([
  ...ALL.map((one) => [one, verdictOf(one)] as const),
  ...fresh.map((one) => [one, judge(one, 1500)] as const),
]);

const faults = (found: readonly (readonly [Expression, string | null])[]): string[] =>
  found.flatMap(([one, fault]) => (fault === null ? [] : [`${one.file}: ${keyOf(one)}: ${fault}`]));

test('what recheck calls slow is fast here on its own attack, or an exception that is fast on all that it gets', () => {
  const slow = [...verdicts].flatMap(([one, verdict]) =>
    isAttack(verdict) ? [[one, verdict] as const] : [],
  );
  assert.equal(
    faults(slow.map(([one, attack]) => [one, faultOf(one, (length) => attackOf(attack, length))])),
    [],
  );
});

const MARKS = ['(', '[', '{', '<', '"', '`', '*', '_', '|', ':', ',', '.', ';', '—', '0', 'aA', '/', '\\'];

test('where recheck gives up, an expression is fast on lines of what half matches', () => {
  const unsure = [...verdicts].flatMap(([one, verdict]) => (verdict === 'unknown' ? [one] : []));
  const found = unsure.flatMap((one) => {
    const words = one.source.match(/[a-z]{3,}/gi) ?? [];
    const parts = [...HOSTILE, ...MARKS, ...words.slice(0, 8).map((word) => `${word} `)];
    return parts.map((part) => [one, faultOf(one, (length) => fill(part, length))] as const);
  });
  assert.equal(faults(found), []);
});

test('every exception is of an expression that is there', () => {
  const gone = EXCEPTIONS.filter(([start]) => !ALL.some((one) => isNamedBy(one, start)));
  assert.equal(
    gone.map(([start]) => start),
    [],
  );
});

test('recheck sees what is slow', () => {
  const attack = judge({ source: '^(a+)+$', flags: '', file: '' }, 3000);
  assert.is(isAttack(attack) && attack.degree, 'exponential');
  assert.is(judge({ source: '^a+$', flags: 'u', file: '' }, 3000), 'linear');
});

// The end of the group that opens at `open`; -1 where none closes it.
function groupEnd(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at += source[at] === '\\' ? 2 : 1) {
    if (source[at] === '(') depth += 1;
    if (source[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Whether a boundary of ASCII letters stands beside a Cyrillic word: there it never matches. */
function boundsCyrillic(source: string): boolean {
  const groups = [...source.matchAll(/\(/g)].map(({ index }) => [index, groupEnd(source, index)] as const);
  return [...source.matchAll(/\\b/g)].some(({ index }) => {
    const opened = groups.find(([open]) => open === index + 2);
    const closed = groups.find(([, end]) => end === index - 1);
    return (
      (opened !== undefined && /[(|:][\u0400-\u04ff]/.test(source.slice(opened[0], opened[1]))) ||
      (closed !== undefined && /[\u0400-\u04ff][)|]/.test(source.slice(closed[0], index))) ||
      /^\\b[\u0400-\u04ff]|[\u0400-\u04ff]\\b$/.test(source.slice(index - 1, index + 3).trim())
    );
  });
}

test('words in Cyrillic have no boundary that only ASCII letters have', () => {
  assert.ok(boundsCyrillic(String.raw`\b(?:but|но)`) && boundsCyrillic(String.raw`(?:but|но)\b`));
  assert.not(boundsCyrillic(String.raw`\b(?:but|mais)\b|(?:но)`));
  assert.equal(
    expressions()
      .map(({ source }) => source)
      .filter(boundsCyrillic),
    [],
  );
});

test.run();
