// Ranks texts by how much they bear on a question: BM25 (Robertson and Zaragoza, 2009), where a word in a title counts
// as several in the text. Short and our own: the libraries weigh ten times as much and split on spaces.
import { allLetters } from './letters.ts';

export type Rankable = { readonly title: string; readonly text: string };
export type Ranked<T> = { readonly item: T; readonly score: number };

const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
const TITLE_WEIGHT = 3;

// Words of a question that say nothing about its subject.
const EMPTY = new Set(
  `a about an and are as at be but by can could did do does for from had has have how i if in instead into is it its
  let me my not of on or our please should so than that the their them then there these they this to us use using was
  we were what when where which while why will with would you your`.split(/\s+/),
);

// Written without spaces between words.
const SIGNS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** The words of a text as they are compared: lower case, no accents, no endings; pairs of signs where none are spelled. */
export function tokensOf(text: string): string[] {
  const split = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  const isPlain = /^[\x00-\x7f]*$/.test(split);
  const words = isPlain
    ? split.match(/[a-z0-9]+/g)
    : split
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .match(allLetters`[\p{L}\p{N}]+`);
  return (words ?? []).flatMap((word) => {
    if (!isPlain && SIGNS.test(word)) return pairsOf(word);
    return EMPTY.has(word) ? [] : stemOf(word);
  });
}

function pairsOf(word: string): string[] {
  const signs = [...word.normalize('NFC')];
  return signs.length < 2 ? signs : signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`);
}

// compression, compressed, compresses, compressing: compress. What is left has four letters at least.
const stemOf = (word: string): string => word.replace(/(?<=.{4})(?:ings?|ions?|ed|es?|(?<!s)s)$/, '');

type Entry<T> = { readonly item: T; readonly counts: ReadonlyMap<string, number>; readonly length: number };

/** Best first; what shares no word with the question is left out. `fields` says what of an item is its title. */
export function rank<T>(
  items: readonly T[],
  question: string,
  fields: (item: T) => Rankable,
): readonly Ranked<T>[] {
  const asked = [...new Set(tokensOf(question))];
  const entries = items.map((item) => countWords(item, fields(item)));
  const meanLength = entries.reduce((sum, { length }) => sum + length, 0) / Math.max(entries.length, 1);
  const rarity = new Map(asked.map((word) => [word, rarityOf(word, entries)]));
  const scoreOf = ({ counts, length }: Entry<T>) =>
    asked.reduce((sum, word) => {
      const count = counts.get(word) ?? 0;
      const norm = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / meanLength);
      return sum + ((rarity.get(word) ?? 0) * count * (SATURATION + 1)) / (count + norm);
    }, 0);
  return entries
    .map((entry) => ({ item: entry.item, score: scoreOf(entry) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

function countWords<T>(item: T, { title, text }: Rankable): Entry<T> {
  const counts = new Map<string, number>();
  const count = (words: readonly string[], weight: number) => {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  const words = tokensOf(text);
  count(words, 1);
  count(tokensOf(title), TITLE_WEIGHT);
  return { item, counts, length: words.length };
}

function rarityOf(word: string, entries: readonly Entry<unknown>[]): number {
  const holding = entries.filter(({ counts }) => counts.has(word)).length;
  return Math.log(1 + (entries.length - holding + 0.5) / (holding + 0.5));
}
