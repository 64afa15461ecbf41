// Ranks texts by how much they bear on a question: BM25 (Robertson and Zaragoza, 2009), where a word in a
// title counts as several in the text. Short and our own: the libraries weigh ten times as much and split on
// spaces.
import { stemmer } from 'stemmer';
import { allLetters, lettersIn } from './letters.ts';
import { memoize, once } from './memo.ts';

export type Rankable = { readonly title: string; readonly text: string };
export type Ranked<T> = { readonly item: T; readonly score: number };

/** A word as it is compared: its stem, those of the parts that capitals divide it into (`GraphQL`: graph,
 * ql), and whether it has capitals or digits. */
export type Term = {
  readonly stem: string;
  /** In lower case. */
  readonly word: string;
  readonly parts: readonly string[];
  readonly isWeak: boolean;
  readonly isName: boolean;
};

const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
const TITLE_WEIGHT = 3;

// Written without spaces between words.
const SIGNS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const RUNS = once(
  () =>
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]+|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]+/gu,
);
const HUMP = lettersIn(String.raw`(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})`, 'u');

/** The words of a text, empty ones left out; pairs of signs where words are not told apart by spaces. */
export function termsOf(text: string): Term[] {
  const isPlain = /^[\x00-\x7f]*$/.test(text);
  const words = isPlain
    ? text.match(/[A-Za-z0-9]+/g)
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .normalize('NFC')
        .match(allLetters`[\p{L}\p{N}]+`);
  return (words ?? []).flatMap((word) => (isPlain ? termOf(word) : termsOfRuns(word)));
}

const termsOfRuns = (word: string): readonly Term[] =>
  SIGNS.test(word)
    ? (word.match(RUNS()) ?? []).flatMap((run) => (SIGNS.test(run) ? pairsOf(run) : termOf(run)))
    : termOf(word);

const termOf = memoize((word: string): readonly Term[] => {
  const lower = word.toLowerCase();
  if (EMPTY_WORDS.has(lower)) return [];
  const parts = /[a-z\d][A-Z]|[A-Z]{2}[a-z]/.test(word)
    ? word.split(HUMP).map((part) => stemOf(part.toLowerCase()))
    : [];
  const stem = stemOf(lower);
  return [
    {
      stem,
      word: lower,
      parts: parts.length > 1 ? parts : [],
      isWeak: weakStems().has(stem),
      isName: lower !== word || /\d/.test(word),
    },
  ];
}, 20_000);

function pairsOf(run: string): Term[] {
  const signs = [...run];
  const pairs =
    signs.length < 2 ? signs : signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`);
  return pairs.map((stem) => ({ stem, word: stem, parts: [], isWeak: weakStems().has(stem), isName: false }));
}

// Porter's stems are for English; `deployed` and `deployment` end in the same letter.
export const stemOf = (word: string): string =>
  /^[a-z]+$/.test(word)
    ? stemmer(word.replace(BRITISH, (ending) => AMERICAN[ending] ?? ending).replace(ADVERB, '')).replace(
        /i$/,
        'y',
      )
    : word;

// `colour`, `quantisation`, `centre`: one word in two spellings.
const BRITISH = /(?<=[a-z]{3})(?:is(?=(?:e[drs]?|ing|ations?|ers)$)|our(?=(?:s|ed|ing)?$)|(?<=t)re(?=s?$))/;
// `fairly`, `safely`; not `supply`, `family`.
const ADVERB = /(?<=[a-z]{3}[^abimop])ly$/;
const AMERICAN: Readonly<Record<string, string>> = { is: 'iz', our: 'or', re: 'er' };

/** The words of a text as they are compared: stems without accents, none empty, `writeDraft` as two. */
export const tokensOf = (text: string): string[] =>
  termsOf(text).flatMap(({ stem, parts }) => (parts.length > 0 ? parts : [stem]));

type Entry<T> = { readonly item: T; readonly counts: ReadonlyMap<string, number>; readonly length: number };

/** Best first; what shares no word with the question is left out. `fields`: what of an item is its title. */
export function rank<T>(
  items: readonly T[],
  question: string,
  fields: (item: T) => Rankable,
): readonly Ranked<T>[] {
  const asked = questionTerms(question);
  const entries = items.map((item) => countWords(item, fields(item)));
  const meanLength = entries.reduce((sum, { length }) => sum + length, 0) / Math.max(entries.length, 1);
  const holding = (term: Term) => entries.filter(({ counts }) => countOf(term, counts) > 0).length;
  const rarity = new Map(asked.map((term) => [term, rarityAmong(entries.length, holding(term))]));
  const scoreOf = ({ counts, length }: Entry<T>) =>
    asked.reduce((sum, term) => {
      const count = countOf(term, counts);
      const norm = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / meanLength);
      return sum + ((rarity.get(term) ?? 0) * count * (SATURATION + 1)) / (count + norm);
    }, 0);
  return entries
    .map((entry) => ({ item: entry.item, score: scoreOf(entry) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** Each word of a text once. */
export const distinctTerms = (text: string): Term[] => [
  ...new Map(termsOf(text).map((term) => [term.stem, term])).values(),
];

// Of scripts without spaces between words, what asks would be taken for two signs of a name.
const ASKING =
  /为什么|為什麼|为何|為何|什么|什麼|怎么|怎麼|如何|哪里|哪裡|哪个|是否|可以|能不能|要不要|应该|應該|需要|吗|嗎|呢|どうして|どうする|どう|なぜ|ですか|ますか|でしょうか|何を|どこ|왜|무엇|어떻게|인가요|나요/g;

/** A question without the words that ask, in scripts without spaces. */
export const withoutAsking = (question: string): string => {
  const rest = question.replace(ASKING, ' ');
  return /[\p{L}\p{N}]/u.test(rest) ? rest : question;
};

/** Each word of a question once; those that say what is done count only where there is no other. */
export function questionTerms(question: string): Term[] {
  const all = distinctTerms(question);
  const strong = all.filter(({ isWeak }) => !isWeak);
  return strong.length > 0 ? strong : all;
}

const countOf = ({ stem, parts }: Term, counts: ReadonlyMap<string, number>): number =>
  counts.get(stem) ?? (parts.length > 0 ? Math.min(...parts.map((part) => counts.get(part) ?? 0)) : 0);

function countWords<T>(item: T, { title, text }: Rankable): Entry<T> {
  const counts = new Map<string, number>();
  const count = (terms: readonly Term[], weight: number) => {
    for (const { stem, parts } of terms)
      for (const word of [stem, ...parts]) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  const words = termsOf(text);
  count(words, 1);
  count(termsOf(title), TITLE_WEIGHT);
  return { item, counts, length: words.length };
}

/** How much a word that so many of all hold tells them apart. */
export const rarityAmong = (all: number, holding: number): number =>
  Math.log(1 + (all - holding + 0.5) / (holding + 0.5));

// Words that say nothing about what a question or a task is about.
const split = (...words: readonly string[]): ReadonlySet<string> => new Set(words.join(' ').split(/\s+/));

/** Of any sentence, without accents. They are left out of every text. */
const EMPTY_WORDS: ReadonlySet<string> = split(
  `a about an and any anyone anything are as at be been both but by called can could did do does each either else ever every
  everything for from had has have here how i if in instead into is it its itself kind let lot many me more most much
  my neither no nobody none not nothing of on or our own please shall should so some someone something somewhere sort
  such than that the their them then there these they this those to up us use used uses using very was we were what when
  where whether which while who whom whose why will with within would you your`,
  // What an apostrophe leaves: `don't`, `we've`.
  `ain aren couldn d didn doesn don hadn hasn haven isn ll m re s shouldn t ve wasn weren wouldn`,
  `der die das den dem des ein eine einen einem einer und oder wir sie ihr ist sind war wird werden soll sollen sollten
  sollte wir statt stattdessen nicht kein keine keinen mit fur von zu zum zur auf im bei aus als warum wieso welche
  welcher welches wo wie was es gibt verwenden nutzen nehmen wurde haben hat kann konnen`,
  `le la les l un une des du de et ou nous vous est sont etre faut il elle on que qui quoi dans pour par avec sans pas
  ne plus au aux en sur ce cette ces pourquoi quel quelle quels quelles comment utiliser utilise doit devrait`,
  `el los las uno una unos unas y o del al que por para con sin se es son ser esta estan debemos deberiamos usar usamos
  lugar porque como cual cuales donde no si su sus nos`,
  `os as um uma e ou do da dos das no na nos nas em por para com sem se devemos deveriamos onde porque qual quais`,
  `il lo gli i uno e o di del della dei nel nella per con senza che perche quale quali dove dovremmo usare al posto`,
  `de het een en of van voor met zonder wij we zijn moeten waarom welke waar hoe gebruiken plaats`,
  `и или не на в во по с со к ко от до из у о об для за это этот эта эти что как где когда почему зачем какои какая
  какие мы вы они он она ли бы быть был была было стоит нужно надо ли перейти использовать вместо`,
);

/** Of questions and tasks: what is done, not with what. They count only where there is no other word, in any
 * form. */
const weakStems = once(
  () =>
    new Set(
      [
        ...split(
          `decide decision choose chose chosen choice pick select reject consider replace supersede drop switch change move go
  back migrate adopt keep kept try tried still ever already need want make made take taken get got give gave add write
  wrote written build built implement create fix update remove delete refactor rework extend improve support introduce
  start finish set put run ran test debug check handle work allow enable ship plan best better current now new other
  another alternative option thing really just only even way project reason rationale settle happen fine ok okay
  actually also too may might must look yet place big large small long short often always never first last same hold
  stay remain become come say said tell mean means matter possible able live exist
  answer reply respond contain expect seem system script logic code component feature module part piece page section`,
          `entscheidung entscheidungen entschieden wahlen gewahlt wechseln umsteigen schreiben bauen hinzufugen`,
          `choisir choisi decision passer changer ecrire ajouter elegir elegido cambiar decision decidir escribir anadir`,
          `писать написать добавить выбрать выбрали решение решили 应该 改用 为什么 使用 选择 还是 为何 是否 可以 使う べき なぜ 採用`,
        ),
      ].map(stemOf),
    ),
);
