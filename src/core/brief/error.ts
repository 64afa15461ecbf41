// A pasted error: what it is about, and the gotchas that bear on it.
import { readItems } from '../markdown/items.ts';
import { readOutline } from '../markdown/outline.ts';
import { type Term, termsOf } from '../ranking.ts';
import type { Document } from '../types.ts';
import { type Point, pointOf, saysNone } from './points.ts';

// `TypeError`, `ENOENT`, `fatal: …`, a frame of a stack; `debug this error`, but not `the error page`.
const ERRORS: readonly RegExp[] = [
  /\w(?:Error|Exception)\b|\bE[A-Z]{4,}\b|^[ \t]+at \S+ \(/m,
  /\b(?:traceback|segfault|segmentation fault|oom|panicked|killed|core dumped|exit (?:code|status)|exited with)\b/i,
  /\b(?:errors?|exceptions?|fatal|panic|failed|failure|err)\s?[:[!(]|\berror [A-Z]+\d/i,
  /\b(?:debug|fix|solve|why|gets?|getting|got|sees?|this|following)\b.{0,40}\b(?:errors?|exceptions?|failures?|crash(?:es)?|fail(?:s|ing|ed)?)\b(?! (?:pages?|messages?|handling|handlers?|boundar|states?|codes?|logs?|reports?|types?|class))/i,
];

export const isError = (task: string): boolean => ERRORS.some((one) => one.test(task));

/** Of a heading: where traps and limits stand. */
export const TRAPS =
  /gotcha|pitfall|limit|hardware|environment|setup|troubleshoot|known issue|constraint|requirement|quirk/i;

// What an error text does not say but is about: the words under which a document keeps its cause.
const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/out of memory|\boom\b|heap|allocat|cuda|vram|killed/i, 'memory ram vram gpu gb'],
  [/enospc|no space|disk quota/i, 'disk space storage gb'],
  [
    /etimedout|econnrefused|econnreset|timed? ?out|unreachable|socket/i,
    'network timeout proxy port rate limit',
  ],
  [/eacces|eperm|permission denied|forbidden|\b40[13]\b/i, 'permission access token credentials'],
  [
    /module ?not ?found|no module named|cannot find (?:module|package)|import ?error|undefined reference/i,
    'dependency install import version path',
  ],
  [/unsupported|deprecated|incompatible|version|abi|syntax ?error/i, 'version compatibility python node'],
  [/\b429\b|rate limit|quota/i, 'rate limit quota budget'],
  [/database is locked|deadlock|lock/i, 'lock concurrency transaction'],
  [/encod|decod|unicode|utf/i, 'encoding utf'],
];

const causesOf = (task: string): string[] =>
  CAUSES.flatMap(([sign, words]) => (sign.test(task) ? [words] : []));

// What most errors say, whatever they are about.
const COMMON = new Set(
  termsOf(
    `error errors exception exceptions traceback recent call last fatal panic panicked fail failed failing failure line file
    module code exit status at node object undefined null none type value function method argument invalid unexpected
    expected expects cannot unable could not found missing debug fix error: warning uncaught unhandled promise rejection
    internal server process stack trace thread main run running command test tests tried try index js ts py src lib app
    message name read reading property string number iterable iterator iterate unpack nonetype callable attribute attributes subscriptable instance class
    properties access accessing permitted given required requires raise return import from require async await json version`,
  ).map(({ stem }) => stem),
);

/** Weight of shared words from which on a gotcha bears on an error; a long or telling word weighs as two. */
const ENOUGH = 2;
const LONG_WORD = 7;
const MOST_GOTCHAS = 5;

/** How much a text bears on an error; 0 where it shares no more than what all errors say. */
export function weigherFor(error: string): (text: string) => number {
  const said = new Map([
    ...termsOf(causesOf(error).join(' ')).map(({ stem }): [string, number] => [stem, 1]),
    ...tellingTerms(error).map((term): [string, number] => [term.stem, weightOf(term)]),
  ]);
  return (text) => {
    const stems = new Set(tellingTerms(text).flatMap(({ stem, parts }) => [stem, ...parts]));
    const weight = [...stems].reduce((sum, stem) => sum + (said.get(stem) ?? 0), 0);
    return weight >= ENOUGH ? weight : 0;
  };
}

/** Best first. */
export function gotchasFor(error: string, gotchas: readonly Point[]): Point[] {
  const weigh = weigherFor(error);
  const once = new Map([...gotchas].reverse().map((point) => [point.text, point]));
  return [...once.values()]
    .reverse()
    .filter(({ isHeading }) => !isHeading)
    .map((point) => ({ point, weight: weigh(point.text) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_GOTCHAS)
    .map(({ point }) => ({ ...point, depth: 0 }));
}

/** The words by which documents are searched for an error. */
export const aboutError = (error: string): string =>
  [...tellingTerms(error).map(({ word }) => word), ...causesOf(error)].join(' ');

const tellingTerms = (text: string): Term[] => termsOf(text).filter(({ stem }) => !COMMON.has(stem));

const weightOf = ({ word, isName }: Term): number => (isName || word.length >= LONG_WORD ? 2 : 1);

/** The points of sections on traps and limits. */
export const trapsIn = ({ path, text }: Document): Point[] => {
  const { lines, sections } = readOutline(text);
  return sections
    .filter(({ title, level }) => level > 1 && TRAPS.test(title))
    .flatMap(({ from, bodyTo }) => readItems(lines, [from + 1, bodyTo]))
    .map((item) => ({ ...pointOf(item), path }))
    .filter((point) => !saysNone(point.text));
};
