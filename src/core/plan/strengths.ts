// Asks each rule how much it makes of a commit at most, given what a shell can tell of one.
import { DEFAULTS } from '../config/defaults.ts';
import { BY_TYPE, type Claim } from '../signals/claims.ts';
import { type Facts, readFacts } from '../signals/facts.ts';
import type { Rule } from '../signals/rule.ts';
import type { Commit, Message } from '../types.ts';
import { CHANGES, type Change, CODE, HINTS, type Hint, SETUP, WHERE, type Where } from './hints.ts';
import { samplesOf } from './sample.ts';

/** Steps of an axis; a count belongs to the first one that is not below it. */
export const STEPS: readonly number[] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100, 120, 140,
  160, 180, 200, 240, 280, 320, 360, 400, 450, 500, 600, 700, 100_000,
];

/** What the message claims by its type, what its words say (`said-fix`), anything, or (`wild`) even a release. */
export type Claimed = Claim | `said-${Claim | 'nothing'}` | 'any' | 'wild';

export type Strength = {
  readonly rule: string;
  readonly claimed: readonly Claimed[];
  readonly hasCode: boolean;
  /** Which of the rule's patterns match, a bit each. */
  readonly mask: number;
  /** Shares of the rule's weight in percent, one a step; a single one where nothing is counted. */
  readonly shares: readonly number[];
};

export function strengthsOf(rule: Rule): Strength[] {
  const hint = HINTS[rule.name] ?? {};
  const masks = Array.from({ length: 2 ** patternsOf(hint).length }, (_, mask) => mask);
  return masks.flatMap((mask) =>
    [false, true].flatMap((hasCode) => {
      const shares = sharesByClaim(rule, { hint, mask, hasCode });
      return groupAlike(shares).map(([claimed, shares]) => ({
        rule: rule.name,
        claimed,
        hasCode,
        mask,
        shares,
      }));
    }),
  );
}

/** What a shell knows when it asks. */
type Situation = { readonly hint: Hint; readonly mask: number; readonly hasCode: boolean };
type Said = { readonly claim: Claim | null; readonly isTyped: boolean };

const BY_VERB: readonly Claim[] = ['update', 'removal'];
const TYPED: readonly Claim[] = [...new Set(Object.values(BY_TYPE))].filter((claim) => claim !== 'release');
const NO_RELEASE: readonly Said[] = [null, ...TYPED, ...BY_VERB].flatMap((claim) => [
  { claim, isTyped: true },
  { claim, isTyped: false },
]);
const RELEASE: readonly Said[] = [true, false].map((isTyped) => ({ claim: 'release', isTyped }));

function sharesByClaim(rule: Rule, situation: Situation): Map<Claimed, readonly number[]> {
  const facts = factsIn(situation);
  const ask = (said: Said) => facts.map((alike) => shareOf(rule, alike, said));
  const worst = (one: readonly number[], other: readonly number[]) =>
    one.map((share, at) => worstFor(rule)(share, other[at] ?? 0));
  const others = NO_RELEASE.map((said) => ({ said, shares: ask(said) }));
  const any = others.map(({ shares }) => shares).reduce(worst);
  return new Map<Claimed, readonly number[]>([
    ...others.flatMap(({ said, shares }) => nameOf(said).map((claimed) => [claimed, shares] as const)),
    ['any', any],
    ['wild', RELEASE.map(ask).reduce(worst, any)],
  ]);
}

function nameOf({ claim, isTyped }: Said): Claimed[] {
  if (!isTyped) return [`said-${claim ?? 'nothing'}`];
  return claim === null || BY_VERB.includes(claim) ? [] : [claim];
}

export const CLAIMED: readonly Claimed[] = [...NO_RELEASE.flatMap(nameOf), 'any', 'wild'];

/** What speaks against a record must be there for sure. */
const worstFor = ({ weight }: Rule) => (weight < 0 ? Math.min : Math.max);

function shareOf(rule: Rule, alike: readonly Facts[], { claim, isTyped }: Said): number {
  const type = isTyped ? 'type' : null;
  const shares = alike.map((facts) => {
    const found = rule.find({ ...facts, claim, message: { ...facts.message, type } });
    return found === null ? 0 : (found.strength ?? 1) * 100;
  });
  const worst = worstFor(rule)(...shares);
  return rule.weight < 0 ? Math.floor(worst) : Math.ceil(worst);
}

function groupAlike(shares: ReadonlyMap<Claimed, readonly number[]>): [Claimed[], readonly number[]][] {
  const groups = new Map<string, [Claimed[], readonly number[]]>();
  for (const [claimed, own] of shares) {
    const key = own.join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [[claimed], own]);
    else group[0].push(claimed);
  }
  return [...groups.values()];
}

/** For each step, facts that a shell cannot tell from one another; for a rule that counts nothing, one step. */
function factsIn({ hint, mask, hasCode }: Situation): Facts[][] {
  const words = wordsOf(hint, mask);
  const { axis } = hint;
  const changesAt = (count: number) => (axis === undefined ? [NOTHING] : [...CHANGES[axis](count), NOTHING]);
  return (axis === undefined ? [1] : STEPS).map((count) =>
    changesAt(count)
      .flatMap((change) =>
        [[], CODE, SETUP].map((more) => ({ ...change, files: [...change.files, ...more] })),
      )
      .map((change) => factsOf(change, axis === 'body' ? withBody(words, count) : words))
      .filter(({ code }) => hasCode || code.length === 0),
  );
}

const NOTHING: Change = { files: [] };

const withBody = ({ subject, text }: Words, length: number): Words => ({
  subject,
  text: text.padEnd(length, ' x'),
});

/** Its patterns in the order of their bits. */
export const patternsOf = (hint: Hint): readonly { readonly where: Where; readonly pattern: RegExp }[] =>
  WHERE.flatMap((where) => (hint[where] ?? []).map((pattern) => ({ where, pattern })));

type Words = { readonly subject: string; readonly text: string };

const SAMPLES = 3;

function wordsOf(hint: Hint, mask: number): Words {
  const all = patternsOf(hint);
  const isChosen = (_: unknown, bit: number) => ((mask >> bit) & 1) === 1;
  const others = all.filter((one, bit) => !isChosen(one, bit)).map(({ pattern }) => pattern);
  const said = (...places: readonly Where[]): string[] =>
    all
      .filter((one, bit) => isChosen(one, bit) && places.includes(one.where))
      .flatMap(({ pattern }) => samplesOf(pattern, SAMPLES, others));
  return { subject: said('subject', 'anywhere').join(' - '), text: said('text', 'anywhere').join('\n') };
}

function factsOf({ files, documents = [], mentions = '' }: Change, words: Words): Facts {
  const { subject } = words;
  const text = `${words.text}\n${mentions}`.trimEnd();
  const message: Message = { ...PLAIN, subject, body: text, description: subject };
  const commit: Commit = { sha: null, parents: ['parent'], date: '', message: '', files };
  const facts = readFacts({ commit, documents }, message, DEFAULTS);
  return { ...facts, subject, body: text, text: `${subject}\n${text}` };
}

const PLAIN = {
  type: null,
  scope: null,
  isBreaking: false,
  trailers: [],
  kind: 'plain',
} as const;
