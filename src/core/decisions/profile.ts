// A decision as a search sees it: what it names as chosen, rejected and replaced, and the rest of its words.
import { lettersIn } from '../letters.ts';
import { stemOf, type Term, termsOf } from '../ranking.ts';
import type { Decision } from '../types.ts';

type Field = { readonly stems: ReadonlySet<string>; readonly weight: number };

export type Profile = {
  readonly decision: Decision;
  /** Heaviest first. */
  readonly fields: readonly Field[];
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
  sentence: 0.7,
  details: 0.6,
  text: 0.35,
};

function profileOf(decision: Decision, replaced: readonly Predecessor[]): Profile {
  const { title, chosen, rejected, rationale, text } = decision;
  const all = termsOf(`${title}\n${chosen ?? ''}\n${text}`);
  const stemsOf = (some: readonly Term[]) => new Set(some.flatMap(({ stem, parts }) => [stem, ...parts]));
  const named = (texts: readonly string[], weight: number): Field[] => texts.map((one) => dense(one, weight));
  const fields: Field[] = [
    ...named([title], WEIGHTS.title),
    ...named(chosen === null ? [] : [leadOf(chosen)], WEIGHTS.chosen),
    ...named(alternativesIn(rejected ?? ''), WEIGHTS.rejected),
    ...named([...passedOver(title), ...passedOver(chosen ?? '')], WEIGHTS.rejected),
    ...named(
      [
        decision.replaced ?? '',
        ...replaced.flatMap(({ old, isDirect }) =>
          isDirect ? [old.title, leadOf(old.chosen ?? '')] : [old.title],
        ),
      ],
      WEIGHTS.replaced,
    ),
    ...named(rejectingSentences(text), WEIGHTS.sentence),
    {
      stems: stemsOf(termsOf(`${chosen ?? ''} ${rejected ?? ''} ${rationale ?? ''}`)),
      weight: WEIGHTS.details,
    },
    { stems: stemsOf(all), weight: WEIGHTS.text },
  ];
  return {
    decision,
    fields: fields.filter(({ stems }) => stems.size > 0).sort((a, b) => b.weight - a.weight),
    title: new Set(termsOf(title).map(({ stem }) => stem)),
    names: stemsOf(all.filter(({ isName }) => isName)),
    common: stemsOf(all.filter(({ isName }) => !isName)),
  };
}

const LENGTH_WEIGHT = 0.06;

// Among few words each says more.
function dense(text: string, weight: number): Field {
  const terms = termsOf(text);
  const stems = new Set(terms.flatMap(({ stem, parts }) => [stem, ...parts]));
  return { stems, weight: weight / (1 + LENGTH_WEIGHT * Math.max(0, terms.length - 1)) };
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

export const weigh = ({ fields }: Profile, spellings: readonly Spelling[]): number =>
  Math.max(
    0,
    ...spellings.map((spelling) => {
      const field = fields.find(({ stems }) => spelling.stems.every((stem) => stems.has(stem)));
      return field === undefined ? 0 : field.weight * spelling.weight;
    }),
  );

const ALIASES: readonly (readonly string[])[] = [
  ['kubernet', 'k8s', 'k8'],
  ['postgresql', 'postgr', 'pg', 'psql'],
  ['javascript', 'js'],
  ['typescript', 'ts'],
  ['mongodb', 'mongo'],
  ['golang', 'go'],
  ['databas', 'db'],
  ['authent', 'auth', 'author'],
  ['elasticsearch', 'es'],
  ['python', 'py'],
  ['dynamodb', 'dynamo'],
  ['repository', 'repo'],
  ['configur', 'config'],
  ['environ', 'env'],
  ['document', 'doc'],
  ['infrastructur', 'infra'],
  ['continu', 'ci'],
  ['i18n', 'translat', 'internation', 'l10n'],
  ['a11y', 'access'],
];

/** The spellings of a term among all the words that the decisions have. */
export function spellingsOf({ stem, word, parts }: Term, words: ReadonlySet<string>): Spelling[] {
  const aliases = (ALIASES.find((group) => group.includes(stem)) ?? []).filter(
    (one) => one !== stem && words.has(one),
  );
  return [
    { stems: [stem], weight: 1 },
    ...(parts.length > 0 ? [{ stems: parts, weight: 0.9 }] : []),
    ...aliases.map((one) => ({ stems: [one], weight: 0.95 })),
    ...(words.has(stem) ? [] : splitsOf(word, words)),
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
