// Finds the words of all languages at a place of a text. Texts are folded: lower case, straight apostrophes,
// every character at its old place. An expression is made when it is first needed.
import { once } from '../memo.ts';
import { alternatives, type Clauses, everywhere, LANGUAGES, type Unit, WORDS } from './index.ts';
import { type Found, findAll, findIndexed, indexWords, type WordIndex, wordEnd } from './index-of.ts';

/** U+0130 is the one letter that grows when it is put in lower case. */
export const fold = (text: string): string =>
  UNUSUAL.test(text)
    ? text
        .replaceAll('\u0130', 'i')
        .replace(/[\u2018\u2019\u02bc]/g, "'")
        .toLowerCase()
    : text.toLowerCase();

const UNUSUAL = /[\u0130\u2018\u2019\u02bc]/;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s');

/** A letter, digit or `_` of a language written with spaces, in lower case. */
export const WORD = '[a-z0-9_\\u00df-\\u024f\\u0370-\\u052f]';

const ENDS_IN_WORD = new RegExp(`${WORD}$`);
// The longest first: `in progress` before `in`.
const union = (words: readonly string[], toPattern: (word: string) => string): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(toPattern)
    .join('|');

export type Key = keyof Clauses;

const indexes = new Map<Key, WordIndex>();

function indexOf(key: Key): WordIndex {
  const before = indexes.get(key);
  if (before !== undefined) return before;
  const index = indexWords(LANGUAGES.map((language) => WORDS[language].clauses[key]));
  indexes.set(key, index);
  return index;
}

/** The offset behind a word of a table that is at `at`; -1 where none is. */
export const take = (key: Key, text: string, at: number): number => wordEnd(indexOf(key), text, at);

/** Where a text has a word of a table first; -1 where it has none. */
export const findWord = (key: Key, text: string): number => findIndexed(indexOf(key), text);

/** Every word of a table in a folded text, in order. */
export const wordsIn = (key: Key, text: string): Iterable<Found> => findAll(indexOf(key), text);

export const hasWord = (key: Key, text: string): boolean => findWord(key, text) >= 0;

/** The offset behind what a sticky expression finds at `at`; -1 where it finds nothing. */
export function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

const UNITS: readonly Unit[] = ['phase', 'sprint', 'milestone', 'stage', 'iteration'];

/** What kind of unit a folded word names; null where it names none. */
export const unitOf = (word: string): Unit | null => byWord().get(word) ?? null;

const byWord = once(
  () =>
    new Map(
      UNITS.flatMap((unit) => everywhere(({ units }) => units[unit]).map((word) => [word, unit] as const)),
    ),
);

const singulars = once(
  () =>
    new Map(
      LANGUAGES.flatMap((language) => UNITS.map((unit) => alternatives(WORDS[language].units[unit])))
        .flatMap((forms) => forms.map((form, at) => [form, forms[at - 1] ?? form] as const))
        .reverse(),
    ),
);

/** Of a plural: the form before it in its table. */
export const singularOf = (word: string): string => singulars().get(word) ?? word;

/** Whether a text may name a unit at all: a quick look, for most do not. */
export const mayNameUnit = (text: string): boolean => anyUnit().test(text);

const anyUnit = once(() => new RegExp(union([...byWord().keys()], escaped)));

// `phase2` names one too.
const unitWords = (): string =>
  union(
    [...byWord().keys()],
    (word) =>
      escaped(word) + (ENDS_IN_WORD.test(word) ? '(?![a-z\\u00df-\\u024f\\u0370-\\u052f]|_(?!\\d))' : ''),
  );

export const unitPattern = once(() => new RegExp(unitWords(), 'y'));

const unitIn = once(
  () => new RegExp(`(?<![\\w\\u00df-\\u024f\\u0370-\\u052f])(?:${unitWords()})|${ORDINALS}`, 'g'),
);

// `第3阶段`, `3단계`, `3-й этап`, `2nd sprint`; `2 phases` is a number of them.
const ORDINALS =
  '(?<![\\w.])(?:\u7b2c\\s?[\\d\u4e00-\u9fff]|\\d{1,4}(?:-?(?:st|nd|rd|th|й|я|а|го|та|ий|e|er|ère|ème|º|ª)\\s|\\s?(?:\ub2e8\uacc4|\uc2a4\ud504|\u9636|\u968e|\u30d5)))';

/** Where the names of units may begin in a folded text. */
export const unitStarts = (folded: string): number[] =>
  [...folded.matchAll(unitIn())].map(({ index }) => index);

/** Words for several units, which make `1-3` a range: the plural of English and of the other languages. */
export const isPlural = (word: string): boolean =>
  /[^s]s$|en$|fasi$|фазы$|этапы$|етапи$|етапы$|etapy$|fazy$/.test(word);
