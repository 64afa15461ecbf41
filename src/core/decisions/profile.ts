// A decision as a search sees it: what it names as chosen, rejected and replaced, and the rest of its words.
import { lettersIn } from '../letters.ts';
import { stemOf, type Term, termsOf } from '../ranking.ts';
import type { Decision } from '../types.ts';
import { otherNames } from './concepts.ts';
import { baseName } from './paths.ts';

export type Profile = {
  readonly decision: Decision;
  /** How much each stem says about the matter, at most 1. */
  readonly weights: ReadonlyMap<string, number>;
  /** The words of its title, none of them in parts. */
  readonly title: ReadonlySet<string>;
  /** Words with capitals or digits, and words without. */
  readonly names: ReadonlySet<string>;
  readonly common: ReadonlySet<string>;
};

/** A decision whose place another took, itself or through others in between. */
export type Predecessor = { readonly old: Decision; readonly isDirect: boolean };

export const profilesOf = (
  decisions: readonly Decision[],
  replacedBy: (decision: Decision) => readonly Predecessor[],
): Profile[] => decisions.map((decision) => profileOf(decision, replacedBy(decision)));

const WEIGHTS = {
  title: 1,
  chosen: 1,
  replaced: 0.95,
  rejected: 0.9,
  slug: 0.8,
  sentence: 0.7,
  details: 0.6,
  text: 0.25,
};

function profileOf(decision: Decision, replaced: readonly Predecessor[]): Profile {
  const { title, chosen, rejected, rationale, text, path } = decision;
  const all = termsOf(`${title}\n${chosen ?? ''}\n${text}`);
  const stemsOf = (some: readonly Term[]) => new Set(some.flatMap(({ stem, parts }) => [stem, ...parts]));
  const weights = repeatedIn(all);
  // Among few words each says more.
  const addTerms = (terms: readonly Term[], weight: number, lengthWeight = LENGTH_WEIGHT) => {
    const each = weight / (1 + lengthWeight * Math.max(0, terms.length - 1));
    for (const stem of stemsOf(terms)) weights.set(stem, Math.max(each, weights.get(stem) ?? 0));
  };
  const add = (texts: readonly string[], weight: number) => {
    for (const one of texts) addTerms(termsOf(one), weight);
  };
  const titled = termsOf(title);
  // `0044-size-profile.md` says what its title may not.
  if (/\d/.test(path)) add([baseName(path).replace(/[-_\d]+/g, ' ')], WEIGHTS.slug);
  addTerms(titled, WEIGHTS.title);
  add([leadOf(chosen ?? '')], WEIGHTS.chosen);
  add(alternativesIn(rejected ?? ''), WEIGHTS.rejected);
  add([...passedOver(title), ...passedOver(chosen ?? '')], WEIGHTS.rejected);
  add([decision.replaced ?? ''], WEIGHTS.replaced);
  for (const { old, isDirect } of replaced) {
    add([old.title], WEIGHTS.replaced);
    if (isDirect) add([leadOf(old.chosen ?? '')], WEIGHTS.sentence);
  }
  add(rejectingSentences(text), WEIGHTS.sentence);
  addTerms(termsOf(`${chosen ?? ''} ${rejected ?? ''} ${rationale ?? ''}`), WEIGHTS.details, DETAILS_LENGTH);
  return {
    decision,
    weights,
    title: new Set(titled.map(({ stem }) => stem)),
    names: stemsOf(all.filter(({ isName }) => isName)),
    common: stemsOf(all.filter(({ isName }) => !isName)),
  };
}

const LENGTH_WEIGHT = 0.04;
const DETAILS_LENGTH = 0.001;
/** What a word that a text says over and over gains, and in how many words once is rare. */
const REPEATED = 0.35;
const RARE = 150;

// What a text says often it is about.
function repeatedIn(terms: readonly Term[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stem, parts } of terms)
    for (const one of [stem, ...parts]) counts.set(one, (counts.get(one) ?? 0) + 1);
  const rare = 1 + terms.length / RARE;
  const weightOf = (count: number) => WEIGHTS.text + (REPEATED * count) / (count + rare);
  return new Map([...counts].map(([stem, count]) => [stem, weightOf(count)]));
}

const LEAD = /^.{2,160}?(?=[.;。；](?:\s|$)|\s[–—-]\s|,\s|\s\()/su;
const leadOf = (text: string): string => LEAD.exec(text)?.[0] ?? text.slice(0, 160);

// `Redis: one more service; Kafka (heavy), Pulsar`: each without its reason.
const alternativesIn = (text: string): string[] =>
  text
    .slice(0, 2000)
    .replace(/\([^()]{0,200}\)/g, ' ')
    .split(/[;,、；]|\s\/\s|\s\|\s/)
    .map((one) => one.split(/[:：—–(]|\s-\s/, 1)[0] ?? '')
    .filter((one) => one.trim() !== '');

const OVER = lettersIn(
  String.raw`(?:\b(?:over|instead of|rather than|in place of|not|no longer|without|statt|anstelle von|plutôt que|au lieu de|en lugar de|em vez de)|(?<![\p{L}])(?:вместо|а не)(?=\s)|而不是|代替)\s*([^,.;:()–—]{2,60})`,
  'giu',
);
const passedOver = (text: string): string[] =>
  [...text.slice(0, 500).matchAll(OVER)].map(([, name = '']) => name);

const REJECTING =
  /reject|ruled out|turned down|declin|discard|dropped|abandon|neglect|not chosen|considered|decided against|instead of|rather than|too \w+ for|verworfen|abgelehnt|gegen|rejet|écart|descart|rechaz|отклон|отказ|вместо|放弃|否决|不用|却下/i;

const rejectingSentences = (text: string): string[] =>
  text
    .slice(0, 8000)
    .split(/(?<=[.!?。！？])\s*|\n/)
    .filter((sentence) => sentence.length < 400 && REJECTING.test(sentence))
    .slice(0, 12);

/** How a word of a question may stand in the decisions: any of these sets of stems, each with its weight. */
export type Spelling = { readonly stems: readonly string[]; readonly weight: number };

export const weigh = ({ weights }: Profile, spellings: readonly Spelling[]): number =>
  Math.max(
    0,
    ...spellings.map(
      ({ stems, weight }) => weight * Math.min(...stems.map((stem) => weights.get(stem) ?? 0)),
    ),
  );

/** The spellings of a term among all the words that the decisions have. */
export function spellingsOf({ stem, word, parts }: Term, words: ReadonlySet<string>): Spelling[] {
  const others = otherNames(stem, words);
  return [
    { stems: [stem], weight: 1 },
    ...(parts.length > 0 ? [{ stems: parts, weight: 0.9 }] : []),
    ...others.map((stems) => ({ stems, weight: 0.9 })),
    ...(words.has(stem) || others.length > 0 ? [] : splitsOf(word, words)),
    ...similarTo(stem, words).map((one) => ({ stems: [one], weight: 0.8 })),
  ];
}

const FEWEST_LETTERS = 3;

// `websocket` is written `web sockets` elsewhere.
function splitsOf(word: string, words: ReadonlySet<string>): Spelling[] {
  for (let at = FEWEST_LETTERS; at <= word.length - 2; at++) {
    const stems = [stemOf(word.slice(0, at)), stemOf(word.slice(at))];
    if (stems.every((one) => words.has(one))) return [{ stems, weight: 0.9 }];
  }
  return [];
}

const SHORTEST_STEM = 5;
const LONGEST_ENDING = 2;
/** A word that another begins with says what it is about: `crypto`, `cryptographic`. */
const LONG_STEM = 6;

// Other endings of one word: `Datenbank` and `Datenbanken`, `очередь` and `очереди`.
function similarTo(stem: string, words: ReadonlySet<string>): string[] {
  if (stem.length < SHORTEST_STEM) return [];
  // `VSOP87` and `VSOP87D`, not `phi3` and `phi30`
  if (/\d/.test(stem))
    return [...words].filter(
      (word) => word !== stem && /^[a-z]$/.test(word.slice(stem.length)) && word.startsWith(stem),
    );
  const isForeign = /[^a-z]/.test(stem);
  const start = stem.slice(
    0,
    isForeign ? Math.max(4, stem.length - LONGEST_ENDING) : stem.length - LONGEST_ENDING,
  );
  return [...words].filter((word) => {
    if (word !== stem && stem.length >= LONG_STEM && word.startsWith(stem)) return true;
    if (word === stem || !word.startsWith(start) || Math.abs(word.length - stem.length) > LONGEST_ENDING)
      return false;
    return isForeign || word.startsWith(stem) || (stem.startsWith(word) && word.length >= SHORTEST_STEM);
  });
}
