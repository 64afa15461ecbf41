// Whether a commit did what an item asks for, in whatever words: the item's own all stand in what it says of
// its work, and what it says more is neither another thing nor a part of this one.
import { foldLetters } from '../context/folding.ts';
import { allLetters, isUnspaced } from '../letters.ts';
import { plainText } from '../markdown/inline.ts';
import { memoize } from '../memo.ts';
import { unitsIn } from '../phases/units.ts';
import { type Act, beginningsOf, isSameWord, readAct } from './acts.ts';
import type { Doing } from './doings.ts';
import { withoutIds } from './same.ts';

/** Whether it is the item that was done: in its own words, whatever their endings, or in others. */
export function isDoing(item: string, doing: Doing): boolean {
  // How far a phase is, is said by claims alone.
  const wanted = readWanted(item);
  if (wanted.isOfUnit || PAPER.test(doing.type ?? '')) return false;
  return (
    isClosedBy(wanted, doing) ||
    isMadeOrGone(wanted, doing) ||
    wanted.titles.some((title) => isDone(title, wanted, doing))
  );
}

/** Texts whose reading is kept at a time: a head has thousands, each held against each commit. */
const MOST_TEXTS = 20_000;

/** What an item asks for. */
type Wanted = {
  /** `T3`, `#12`: what it goes by. */
  readonly id: string | null;
  /** Whether it names a phase, which claims alone complete. */
  readonly isOfUnit: boolean;
  readonly paths: readonly string[];
  /** Its text, and where it explains itself the part before that. */
  readonly titles: readonly Title[];
  /** What stands in brackets at its end. */
  readonly detail: readonly string[];
};

type Title = {
  readonly act: Act | null;
  /** Without fillers, the verb of an act and paths. */
  readonly words: readonly string[];
  /** How many of them stand before `in`, `for` and the like. */
  readonly core: number;
  readonly starts: readonly string[];
};

const ID = String.raw`\[?(#\d{1,7}|[A-Z]{1,8}-?\d{1,5}[a-z]?|\d{1,3}(?:\.\d{1,3}){1,2})\]?`;
const ID_AHEAD = new RegExp(String.raw`^\W{0,4}${ID}(?![\p{L}\p{N}])[\s:.)*_–—-]{1,6}`, 'u');
const ID_BEHIND = new RegExp(String.raw`\(${ID}\)\W{0,3}$`, 'u');
const PATH = /(?<![\w./-])(?:[\w.-]+\/)*[\w-][\w.-]*\.[a-z]\w{0,5}(?![\w/])/g;
const DETAIL = /\s\(([^()]{1,80})\)\W{0,3}$/;

/** A text without what it goes by, `KI-4: ` or `(#12)`. */
export const withoutName = (item: string): string =>
  plainText(item).trim().replace(ID_AHEAD, '').replace(ID_BEHIND, '');

const readWanted = memoize((item: string): Wanted => {
  const plain = plainText(withoutIds(item)).trim();
  const id = (ID_AHEAD.exec(plain) ?? ID_BEHIND.exec(plain))?.[1] ?? null;
  const text = plain
    .replace(ID_AHEAD, '')
    .replace(ID_BEHIND, '')
    .replace(/^\[\w{1,8}\]\s/, '');
  const bare = text.replace(DETAIL, '');
  return {
    id,
    isOfUnit: unitsIn(item).length > 0,
    paths: text.match(PATH) ?? [],
    titles: [bare, ...titleOf(bare)].map(readTitle),
    detail: wordsIn(DETAIL.exec(text)?.[1] ?? ''),
  };
}, MOST_TEXTS);

// `Rate limiting — protect the API from bursts`, where what follows is a sentence and no list of parts.
function titleOf(text: string): string[] {
  const [all, lead = '', sign = '', rest = ''] = /^([^:—–]{4,60}?)(:|\s[—–-])\s(.*)$/.exec(text) ?? [];
  const isExplained = wordsIn(rest).length > 2 && !PART.test(rest) && !(sign === ':' && rest.includes(','));
  return all !== undefined && isExplained ? [lead] : [];
}

function readTitle(text: string): Title {
  const tokens = tokensOf(text.replace(PATH, ' '));
  const said = readAct(tokens.filter((token) => !ARTICLES.has(token) && !SIGN.test(token)));
  const words = said.words.filter((word) => !isBetween(word));
  const end = said.words.findIndex(isBetween);
  const core = end < 0 ? words.length : said.words.slice(0, end).filter((word) => !isBetween(word)).length;
  return { act: said.act, words: [...new Set(words)], core, starts: [...beginningsOf(words)] };
}

const SIGN = /^[,;:()]$/;

/** Whether it closes what the item goes by. */
export const isClosed = (item: string, doing: Doing): boolean => isClosedBy(readWanted(item), doing);

// `closes #12`, `T3: print receipts`, `conveyor driver (T6)`; an id alone only names where the work belongs.
function isClosedBy({ id, titles: [title] }: Wanted, { closes, names, text, scope }: Doing): boolean {
  if (id === null || title === undefined) return false;
  if (closes.includes(id)) return true;
  const isOwn = (word: string) => title.words.some((one) => isSameWord(one, word));
  if (!names.includes(id) || isHedged(text, isOwn)) return false;
  const said = wordsIn(`${text} ${scope}`);
  const shared = title.words.filter((word) => said.some((one) => isSameWord(word, one)));
  return shared.length > 0 && shared.length * 2 >= title.words.length;
}

// `Delete tools/old_dump.py`, and nothing else asked for.
function isMadeOrGone({ paths, titles: [title] }: Wanted, { files }: Doing): boolean {
  if (paths.length === 0 || title === undefined || title.words.length > 0) return false;
  const isSo = (status: string) =>
    paths.every((path) =>
      files.some((file) => file.status === status && `/${file.path}`.endsWith(`/${path}`)),
    );
  return (title.act === 'drop' && isSo('D')) || (title.act === 'make' && isSo('A'));
}

function isDone(title: Title, { detail }: Wanted, doing: Doing): boolean {
  const { text } = doing;
  const said = readSaid(text);
  const isSaid = (word: string, at: number) =>
    said.words.some((one) => isSameWord(word, one)) ||
    (at >= title.core && title.core > 1 && aroundOf(doing).some((one) => isSameWord(word, one)));
  const isNear = title.starts.some((start) => said.beginnings.has(start));
  if (!isNear || !title.words.every(isSaid)) return false;
  const own = [...title.words, ...detail];
  const isOwn = (word: string) => own.some((one) => isSameWord(one, word));
  if (isHedged(text, isOwn) || isInPartOf(detail, doing)) return false;
  const isWhole = said.isWhole(isOwn) || (title.act === 'move' && said.act === 'move');
  return isWhole && isActOf(title, said, { doing, isOwn });
}

// The scope and the paths say where.
const aroundOf = memoize(
  ({ scope, files }: Doing): readonly string[] => [
    ...new Set(wordsIn([scope, ...files.slice(0, MOST_FILES).map(({ path }) => path)].join(' '))),
  ],
  200,
);
const MOST_FILES = 100;

type Held = { readonly doing: Doing; readonly isOwn: (word: string) => boolean };

function isActOf({ act, words }: Title, said: Said, { doing, isOwn }: Held): boolean {
  const { type } = doing;
  const [only = '', ...others] = words;
  const isEnough = others.length > 0 || isUnspaced(only);
  if (act === 'move') return said.act === 'move' || (said.act === null && MOVES.test(type ?? 'chore'));
  if (act === 'fix') return isEnough && (isRepair(doing) || said.act === 'fix');
  if (act === 'drop') return isEnough && said.act === 'drop';
  if (said.isTwo && act === null && words.length < 3) return false;
  const isNamed =
    (act ?? said.act) === 'make' &&
    only.length >= SHORTEST &&
    said.object === 1 &&
    !said.isTwo &&
    !VAGUE.test(only);
  const isSamePhrase = words.length > 2 && isSameWord(only, said.words[0] ?? '');
  const isItsVerb = said.act !== null && isOwn(said.words[0] ?? '');
  const isMade = said.act === 'make' || (said.act === null && MAKES.test(type ?? 'feat'));
  return (isEnough || isNamed) && (isSamePhrase || ((isItsVerb || isMade) && !CHECKS.test(type ?? '')));
}

const SHORTEST = 5;
const VAGUE =
  /^(?:api|bugs?|code|docs?|documentation|fixes|tests?|testing|things?|ui|support|logging|features?)$/;
const CHECKS = /^(?:tests?|style)$/;
const PAPER = /^(?:docs?|documentation)$/;
const MAKES = /^(?:feat|feature|add|new|ui)$/;
const MOVES = /^(?:feat|feature|chore|build|deps|ci|refactor|perf|upgrade|migrate|security)$/;

export const isRepair = ({ type, text }: Pick<Doing, 'type' | 'text'>): boolean =>
  /^(?:fix|bugfix|hotfix)$/.test(type ?? '') || (type === null && NO_LONGER.test(text));

/** What was so, and is so no more. */
const NO_LONGER =
  /\bno (?:longer|more)\b|\b(?:not|never)\b.{1,40}\bany ?more\b|\bnicht mehr\b|\bkeine? .{1,40} mehr\b|\bne .{1,30} plus\b|\bya no\b|\bnão .{1,30} mais\b|\bnon .{1,30} più\b|\bjuż nie\b|(?<![\p{L}])больше не(?![\p{L}])|(?<![\p{L}])більше не(?![\p{L}])/iu;

// Of what an item names in brackets a commit that names some did no more than those.
function isInPartOf(detail: readonly string[], { text, body }: Doing): boolean {
  const [first, all] = [wordsIn(text), wordsIn(`${text} ${body}`)];
  const has = (words: readonly string[]) => (word: string) => words.some((one) => isSameWord(one, word));
  return detail.some(has(first)) && !detail.every(has(all));
}

function isHedged(text: string, isOwn: (word: string) => boolean): boolean {
  const plain = text.replace(NO_LONGER, ' ');
  const found = [LACKS.exec(plain)?.[0], PART.exec(plain.split(/[,;:]\s|\s[–—-]\s/, 1)[0] ?? '')?.[0]];
  return found.some((words) => words !== undefined && !wordsIn(words).every(isOwn));
}

const LACKS =
  /(?<![\p{L}])(?:but|except|without|only|just|not|no|never|fails?|failing|broken|aber|ohne|nur|nicht|kein\p{L}*|mais|sans|sauf|pas|pero|sin|salvo|solo|sólo|mas|sem|ma|senza|но|без|не|кроме|крім|лише)(?![\p{L}])/iu;
/** What is done in part, or towards a thing. */
const PART =
  /(?<![\p{L}])(?:first|basic|initial|skeleton|scaffold(?:ing)?|prototype|stubs?|placeholder|dummy|mock|fake|prepar\p{L}*|groundwork|towards?|parts?|begin|began|begun|start|starts|started|experiment|spike|try|tries|tried|draft|sketch|plan|plans|planned|design|explore|research|investigate|discuss|propose|todo|more|some|most|another|grundgerüst|anfang|beginn\p{L}*|vorbereit\p{L}*|entwurf|versuch\p{L}*|teil\p{L}*|ébauche|début|commence\p{L}*|essai|prépar\p{L}*|partie|boceto|empieza|comienza|inicio|intento|esbozo|parte|começ\p{L}*|início|tentativa|bozza|inizi\p{L}*|prova|nacząć|начал\p{L}*|черновик|попытка|почат\p{L}*|чернетка)(?![\p{L}])/iu;

/** Whether it says of its own work that it is a part, or towards it. */
export const isInPart = (text: string): boolean => PART.test(text.replace(NO_LONGER, ' '));

/** Whether it names a place or a purpose that is none of the item's. */
export const isElsewhere = (text: string, isOwn: (word: string) => boolean): boolean =>
  readSaid(text.replace(NO_LONGER, ' '))
    .segments.slice(1)
    .some((words) => !words.some(isOwn));

type Said = {
  readonly act: Act | null;
  readonly words: readonly string[];
  readonly beginnings: ReadonlySet<string>;
  /** How many words it has for the thing. */
  readonly object: number;
  /** Parted where another thing is named. */
  readonly segments: readonly (readonly string[])[];
  /** Whether another deed is told behind the first. */
  readonly isTwo: boolean;
  /** Whether it speaks of nothing but what is owned, adjectives and how it was done apart. */
  readonly isWhole: (isOwn: (word: string) => boolean) => boolean;
};

const readSaid = memoize((text: string): Said => {
  const tokens = tokensOf(text.replace(DETAIL, '')).filter((token) => !ARTICLES.has(token));
  const free = tokens.findIndex((token, at) => at > 0 && (SIGN.test(token) || FREE.has(token)));
  const [told, how] = free < 0 ? [tokens, []] : [tokens.slice(0, free), tokens.slice(free)];
  const { act, words } = readAct(told);
  const segments = segmentsOf(words);
  const all = [...told, ...how].filter((word) => !isBetween(word) && !SIGN.test(word));
  return {
    act,
    words: all,
    beginnings: beginningsOf(all),
    object: words.filter((word) => !isBetween(word)).length,
    segments,
    isTwo: AND.test(how[0] ?? '') && !FREE.has(how[1] ?? ''),
    isWhole: (isOwn) => segments.every((segment, at) => isOfItem(segment, isOwn, at > 0)),
  };
}, MOST_TEXTS);

// Parted where another thing is named: `for the ferry`, `in the list`.
function segmentsOf(words: readonly string[]): string[][] {
  const segments: string[][] = [[]];
  for (const word of words) {
    if (TIGHT.has(word)) segments.push([]);
    else segments.at(-1)?.push(word);
  }
  return segments.filter(({ length }) => length > 0);
}

// Its first and its last word are the item's own: in front stands what is done, behind it the thing.
function isOfItem(words: readonly string[], isOwn: (word: string) => boolean, isBehind: boolean): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return (isOwn(last) && (isBehind || isOwn(first) || RUN.test(first))) || (isBehind && ALL.test(first));
}

const tokensOf = (text: string): string[] =>
  foldLetters(plainText(text))
    .replace(/(?<!\s)\s+[-–—]+\s+|\s?(?:->|→)\s?/g, ' ; ')
    .replace(/['’]s(?![a-z])/g, '')
    // In languages without blanks the verb is a part of the word.
    .replace(/^(?:新增|添加|增加|实现|完成)(?=[\u3400-\u9fff]{2})/, 'add ')
    .replace(/(?:を|を新規)?(?:追加|実装|作成)(?:する|した|しました)?$/, ' added')
    .match(allLetters`[\p{L}\p{N}]+|[,;:()]`) ?? [];

/** Words that name something. */
export const wordsIn = (text: string): string[] =>
  tokensOf(text).filter((word) => !SIGN.test(word) && !ARTICLES.has(word) && !isBetween(word));

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const ARTICLES = setOf(
  `the a an our its their this that these those der die das den dem des ein eine einen einer le la les l un une el los las una unas o os as um uma il lo
  gli i e is are was were be been now new can`,
);
// Behind these stands how, why or since when.
const FREE = setOf(
  `with by using via from through since because so and or based as instead plus when if where which who after before while mit durch anhand mittels aus sowie und oder weil damit
  statt avec par grace et ou afin car con mediante usando porque y ademas com usando pelo conforme tramite perche w za z przez i через с вместо чтобы з замість`,
);
// Behind these stands another thing.
const TIGHT = setOf(
  `for in on of to at per into onto inside within across under over about between off out up fur im auf zu zum zur von vom bei pour dans sur de du d des au aux sous para en sobre del al
  da do dos no na nos nas per di del della dei nel nella su do na dla od в на для из к по у`,
);
const AND = /^(?:[,;]|and|und|et|y|e|sowie|i|и|та)$/;
// `for 8 hours`, `on every product`: nothing narrower.
const ALL =
  /^(?:\d+|all|any|both|each|every|whole|alle[nrs]?|jede[mnrs]?|chaque|tou(?:s|tes?)|cada|tod[oa]s?|ogni|tutt[ei]|kazd\w+|вс[ех]\w?|кажд\w+)$/;
// `run two beds for a month`
const RUN = /^r[au]n$/;
const isBetween = (word: string): boolean => FREE.has(word) || TIGHT.has(word);
