// What the kept files say of a question outside their decisions: a rule, a reason in a done item, what was
// put off. What settles it comes first; a sentence that only names the matter is a mention.
import { roleOfTitle } from '../context/roles.ts';
import { lettersIn } from '../letters.ts';
import { plainText } from '../markdown/inline.ts';
import { type Item, readItems } from '../markdown/items.ts';
import { type Outline, parentsOf, readOutline, type Section } from '../markdown/outline.ts';
import { distinctTerms, questionTerms, rarityAmong, type Term, termsOf, withoutAsking } from '../ranking.ts';
import type { Decision, Document } from '../types.ts';
import { cleanLine } from '../wording/lines.ts';
import { isAboutDecisions } from './log.ts';
import { baseName, isInDirectory } from './paths.ts';
import { wordsOnly } from './placeholders.ts';
import { type Spelling, spellingsOf } from './profile.ts';
import { heldBy, type SearchHit } from './search.ts';
import { settles } from './settling.ts';
import { statusOfList } from './status.ts';

export type Told = {
  readonly text: string;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** The headings above it, outermost first; empty: none. */
  readonly title: string;
  /** Share of what is asked for that it holds, rare words counting more. */
  readonly score: number;
  readonly kind: 'said' | 'mention';
  readonly status: Decision['status'];
};

/** What of a question a sentence must hold to answer it, with the headings around it; to be told as a
 * mention. */
const ANSWERS = 0.6;
const MENTIONS = 0.4;
/** The same of one that names the rarest word of the question. */
const TELLS = 0.45;
/** Words of a heading, and of the rest of a point or paragraph, count less than its own. */
const ABOVE = 0.75;
const BESIDE = 0.8;
const MOST = 3;

export type Findings = {
  /** Best first: those that settle it, else mentions; at most three. */
  readonly told: readonly Told[];
  /** The same share for any other text. */
  readonly shareIn: (text: string) => number;
};

export function findTold(documents: readonly Document[], written: string): Findings {
  const question = withoutAsking(written);
  const points = documents.flatMap(pointsOf);
  const weightsOf = termWeights(points, compoundsIn(question));
  const asked = weightsOf(questionTerms(question));
  if (asked.total === 0) return { told: [], shareIn: () => 0 };
  const all = weightsOf(distinctTerms(question));
  const scored = points
    .filter((point) => shareOf(point, asked) >= MENTIONS)
    .flatMap((point) => toldBy(point, asked, all))
    .sort((a, b) => b.rank - a.rank);
  const said = scored.filter(({ kind }) => kind === 'said');
  const best = said.filter(({ rank }) => rank >= (said[0]?.rank ?? 0) * NEAR);
  return {
    told: (said.length > 0 ? best : scored.map(asMention)).slice(0, MOST),
    shareIn: (text) => shareOf({ own: stemsOf(text), above: NOTHING }, asked),
  };
}

/** Share of the best one's rank below which another is left out. */
const NEAR = 0.85;

const asMention = (told: Told): Told => ({ ...told, kind: 'mention' });

/** How well the first decision found must fit, that no other sentence is looked for. */
const ANSWERED = { score: 0.6, held: 0.75 };

export const isAnswered = ([first]: readonly SearchHit[]): boolean =>
  first !== undefined && first.score >= ANSWERED.score && first.held >= ANSWERED.held;

export const NO_FINDINGS: Findings = { told: [], shareIn: () => 0 };

type Beside = {
  readonly before: readonly Told[];
  readonly found: readonly SearchHit[];
  readonly after: readonly Told[];
};

/** A log's decisions come first, unless a sentence that settles the question holds far more of it; one within
 * a decision brings that decision to the front. A mention counts only where no decision is found. `known`:
 * all decisions. */
export function besideTold(
  hits: readonly SearchHit[],
  { told, shareIn }: Findings,
  known: readonly Decision[],
): Beside {
  const said = told.filter(({ kind }) => kind === 'said');
  const [best] = said;
  if (hits.length === 0 && best === undefined) return { before: [], found: [], after: told };
  const shares = hits.slice(0, MOST).map(({ decision }) => shareIn(wholeOf(decision)));
  const least = Math.max(0, ...shares) + (best !== undefined && isNear(best, known) ? AHEAD : FAR_AHEAD);
  const isFirst = best !== undefined && (hits.length === 0 || best.score >= least);
  const around = isFirst ? decisionAround(best, known) : undefined;
  const found =
    around === undefined
      ? hits
      : [
          { decision: around, score: best?.score ?? 0, held: 1 },
          ...hits.filter(({ decision }) => decision !== around),
        ];
  const shown = found.slice(0, MOST).map(({ decision }) => decision);
  const rest = said.filter((one) => !shown.some((decision) => saysIt(decision, one.text)));
  return isFirst && around === undefined
    ? { before: said, found: hits.filter(({ held }) => held >= HELD), after: [] }
    : { before: [], found, after: rest };
}

// The context file, a log or a record knows better than a plan or a note.
const isNear = ({ path }: Told, known: readonly Decision[]): boolean =>
  isContextPath(path) || known.some((one) => one.path === path);

const isContextPath = (path: string): boolean => CONTEXT_NAME.test(baseName(path));
const CONTEXT_NAME =
  /context|hand-?(?:off|over)|stat(?:e|us)|estado|session|agents|claude|进度|交接|引き継ぎ/i;

// Where the entry ends, what it says tells.
const decisionAround = (told: Told, known: readonly Decision[]): Decision | undefined =>
  known
    .filter(({ path, line }) => path === told.path && line <= told.line)
    .filter(({ path }) => isInDirectory(path) || isAboutDecisions(baseName(path)))
    .findLast((one) => wordsOnly(`${one.title} ${one.text}`).includes(wordsOnly(told.text)));

/** How much more of a question a sentence must hold than the decisions do; what one behind it must hold. */
const AHEAD = 0.2;
const FAR_AHEAD = 0.35;
const HELD = 0.5;

const wholeOf = ({ title, chosen, text, path }: Decision): string =>
  `${baseName(path).replace(/[-_]/g, ' ')}\n${title}\n${chosen ?? ''}\n${text}`;

// In what is shown of it.
const saysIt = ({ title, chosen, rationale, rejected }: Decision, sentence: string): boolean =>
  [title, chosen, rationale, rejected].some((text) =>
    wordsOnly((text ?? '').slice(0, SHOWN)).includes(wordsOnly(sentence)),
  );
const SHOWN = 300;

const KEPT_NAME =
  /context|hand-?(?:off|over)|stat(?:e|us)|estado|progress|session|memory|agents|claude|gemini|roadmap|todo|tasks?|backlog|plan|decisions?|adr|rules?|convention|guideline|constraint|architect|design|spec|prd|requirement|notes?|devlog|journal|learning|lesson|gotcha|进度|交接|规范|引き継ぎ|設計|決定/i;
const KEPT_PLACE =
  /(?:^|\/)(?:docs?|specs?|adrs?|rfcs?|decisions?|design|architecture|memory-bank|context|rules|\.[a-z]\w*)\//i;
const ASIDE =
  /(?:^|\/)(?:node_modules|vendor|third_party|dist|build|target|archives?|legacy|templates?|fixtures?|tests?|examples?|commands|skills|prompts|\.github)\//i;
const MOST_FILES = 80;
const DEEPEST_PLACE = 4;

/** Paths of files that may settle a question, the nearest to the root first. */
export const keptPaths = (paths: readonly string[]): string[] =>
  paths
    .filter(
      (path) =>
        /\.(?:md|mdx|markdown)$/i.test(path) && !ASIDE.test(path) && !/template/i.test(baseName(path)),
    )
    .map((path) => ({ path, depth: path.split('/').length - 1, isNamed: KEPT_NAME.test(baseName(path)) }))
    .filter(({ path, depth, isNamed }) => depth <= DEEPEST_PLACE && (isNamed || KEPT_PLACE.test(path)))
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || a.depth - b.depth)
    .slice(0, MOST_FILES)
    .map(({ path }) => path);

type Point = {
  readonly item: Item;
  readonly path: string;
  readonly title: string;
  readonly section: Section;
  readonly own: ReadonlySet<string>;
  readonly above: ReadonlySet<string>;
};

type Weight = { readonly spellings: readonly Spelling[]; readonly rarity: number };
/** `telling`: the rarest word that any file has. */
type Asked = { readonly weights: readonly Weight[]; readonly total: number; readonly telling: Weight | null };

// `ventas_nombre`, `redesign/v2`, `4.8.0`: as a whole, and in its words.
const COMPOUND = lettersIn(String.raw`[\p{L}\p{N}]+(?:[_./:-]+[\p{L}\p{N}]+)+`, 'gu');
const CODE = /`([^`]{1,80})`/g;
const compoundsIn = (text: string): string[] =>
  (text.toLowerCase().match(COMPOUND) ?? []).map((one) => `=${one}`);

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set([...termsOf(text).flatMap(({ stem, parts }) => [stem, ...parts]), ...compoundsIn(text)]);

function pointsOf({ path, text }: Document): Point[] {
  const outline = readOutline(text);
  const titles = titlesOf(outline);
  return outline.sections.flatMap((section) => {
    const title = titles.get(section) ?? '';
    const above = stemsOf(title);
    return readItems(outline.lines, [section.level === 0 ? section.from : section.from + 1, section.bodyTo])
      .filter(({ kind, isDone }) => kind !== 'heading' && isDone !== false)
      .map((item) => ({ item, path, title, section, own: stemsOf(item.text), above }));
  });
}

function titlesOf({ sections }: Outline): ReadonlyMap<Section, string> {
  const parents = parentsOf(sections);
  const titles = new Map<Section, string>();
  for (const section of sections) {
    if (section.level === 0) continue;
    const parent = parents.get(section);
    const around = parent === undefined || parent.level < 2 ? '' : (titles.get(parent) ?? '');
    const own = section.level === 1 ? '' : cleanLine(plainText(section.title));
    titles.set(section, [around, own].filter(Boolean).join(' › '));
  }
  return titles;
}

// What each term, and each compound, weighs among these points.
function termWeights(points: readonly Point[], compounds: readonly string[]) {
  const words = new Set(points.flatMap(({ own, above }) => [...own, ...above]));
  const codes = stemsOf(points.flatMap(({ item }) => item.text.match(CODE) ?? []).join(' '));
  const others = compounds.map((one) => weigh([{ stems: [one], weight: 1 }], points, codes));
  return (terms: readonly Term[]): Asked => {
    const own = terms.map((term) => weigh(spellingsOf(term, words), points, codes));
    const weights = [...own, ...others].filter(({ rarity }) => rarity > 0);
    const total = weights.reduce((sum, { rarity }) => sum + rarity, 0);
    const isHeld = ({ spellings }: Weight) => heldBy(words, spellings) > 0;
    const telling = weights.filter(isHeld).sort((a, b) => b.rarity - a.rarity)[0] ?? null;
    return { weights, total: telling === null ? 0 : total, telling };
  };
}

const SIGNS = /[\u3040-\ud7ff]/;

// A word that few points have tells them apart; one that none has counts as a rare one, unless it is two
// signs in a row of a script without spaces.
function weigh(spellings: readonly Spelling[], points: readonly Point[], codes: ReadonlySet<string>): Weight {
  const holding = points.filter(({ own }) => heldBy(own, spellings) > 0).length;
  const [{ stems = [] } = {}] = spellings;
  if (holding === 0 && stems.some((stem) => SIGNS.test(stem) || stem.startsWith('=')))
    return { spellings, rarity: 0 };
  const isCode = stems.every((stem) => codes.has(stem));
  return { spellings, rarity: rarityAmong(points.length, holding) * (isCode ? AS_CODE : 1) };
}

/** What is written as code says more of the matter than what is done with it. */
const AS_CODE = 1.6;

const shareOf = ({ own, above }: Pick<Point, 'own' | 'above'>, { weights, total }: Asked): number =>
  weights.reduce(
    (sum, { spellings, rarity }) =>
      sum + rarity * Math.max(heldBy(own, spellings), ABOVE * heldBy(above, spellings)),
    0,
  ) / total;

const NOTHING: ReadonlySet<string> = new Set();
const SETTLING_ROLES: readonly string[] = ['doNot', 'standards', 'decisions'];
const ASKS = /[?？]\W*$/;

type Ranked = Told & { readonly rank: number };

// The sentence of a long point that holds most of what is asked for.
function toldBy(point: Point, asked: Asked, all: Asked): Ranked[] {
  const { item, path, title, section, own, above } = point;
  const sentences = sentencesIn(item.text);
  const shares = sentences.map((text) => shareOf({ own: stemsOf(text), above: NOTHING }, asked));
  const at = shares.indexOf(Math.max(...shares));
  const best = sentences[at];
  if (best === undefined) return [];
  const text = withReason(best, sentences[at + 1]);
  const stems = stemsOf(text);
  const score = Math.max(
    shareOf({ own: stems, above }, asked),
    BESIDE * shareOf({ own, above: NOTHING }, asked),
  );
  const listed = statusOfList(title);
  const isRule = listed !== null || SETTLING_ROLES.includes(roleOfTitle(section.title)?.role ?? '');
  const isSettled = settles(text) || (isRule && !ASKS.test(text));
  const isTelling = asked.telling !== null && heldBy(stems, asked.telling.spellings) > 0;
  const isAnswer = isSettled && score >= (isTelling ? TELLS : ANSWERS);
  return [
    {
      ...{ text: cleanLine(text), path, line: item.line, title, score, status: listed ?? 'stands' },
      kind: isAnswer ? 'said' : 'mention',
      rank:
        score + VERBS * shareOf({ own: stems, above: NOTHING }, all) + EARLY * (1 - at / sentences.length),
    },
  ];
}

/** What the words that say what is done add (`change`, `build`), and a place early in a point. */
const VERBS = 0.15;
const EARLY = 0.03;

// `No cache. The disk is fast.`: what settles it may stand beside what names it.
const withReason = (text: string, next = ''): string =>
  !settles(text) && settles(next) ? `${text} ${next}` : text;

const LONG_POINT = 280;

const sentencesIn = (text: string): string[] =>
  text.length <= LONG_POINT
    ? [text]
    : text
        .split(/(?<=[.!?](?:\*\*|["”)])?)\s+(?=[\p{Lu}\p{N}*`"“([¿¡_])|(?<=[。！？])/u)
        .filter((one) => one.trim() !== '');
