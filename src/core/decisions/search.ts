// Finds the decision that answers a question: the newest one that chose, replaced or rejected what is asked
// for.
import { distinctTerms, rarityAmong, stemOf, type Term, withoutAsking } from '../ranking.ts';
import type { Decision } from '../types.ts';
import { findCited } from './citations.ts';
import { idsIn } from './ids.ts';
import { isAboutDecisions } from './log.ts';
import { baseName, isInDirectory } from './paths.ts';
import { wordsOnly } from './placeholders.ts';
import { type Predecessor, type Profile, profilesOf, type Spelling, spellingsOf, weigh } from './profile.ts';
import { createSuccession, latestAfter, newerFirst, type Succession } from './succession.ts';

export type SearchHit = {
  readonly decision: Decision;
  readonly score: number;
  /** The share of the question's words that the decision has; verbs such as `write` are none of them. */
  readonly held: number;
};

/** Best first; without a question all of them, in their order. */
export function searchDecisions(decisions: readonly Decision[], question: string): SearchHit[] {
  if (question.trim() === '') return decisions.map((decision) => ({ decision, score: 0, held: 0 }));
  const named = citedIn(question, decisions).sort(newerFirst);
  const successor = createSuccession(decisions);
  // `what replaced ADR-7?` asks for more than the record.
  const cited = isOnlyName(question)
    ? named
    : [...new Set(named.flatMap((one) => [latestAfter(one, successor) ?? one, one]))];
  const known = withoutEchoes(decisions);
  const found = latestAhead(searchWords(known, distinctTerms(withoutAsking(question))), successor);
  return [
    ...cited.map((decision) => ({ decision, score: 1, held: 1 })),
    ...found.filter(({ decision }) => !cited.includes(decision)),
  ];
}

// A record that was closed is not the answer where the one that closed it says as much of the matter.
function latestAhead(found: readonly SearchHit[], successor: Succession): readonly SearchHit[] {
  const [first] = found;
  const latest = first?.decision.status === 'superseded' ? latestAfter(first.decision, successor) : undefined;
  const hit = found.find(({ decision, held }) => decision === latest && held >= (first?.held ?? 1));
  return hit === undefined || first === undefined
    ? found
    : [{ ...hit, score: first.score }, ...found.filter((one) => one !== hit)];
}

const DAY = /(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])/;

const isOnlyName = (question: string): boolean => question.trim().split(/\s+/).length < 3;

// `decision 5`, `ADR-3`, `0005-use-redwood`, `2026-02-02`
function citedIn(question: string, decisions: readonly Decision[]): Decision[] {
  const name = question.trim().replace(/(?<!\s)\s*(?<![?？!.])[?？!.]+$/, '');
  const day = DAY.exec(name)?.[0];
  const dated = day === undefined ? [] : decisions.filter(({ date }) => date === day);
  const ids = /\s/.test(name) ? idsIn(name) : [...idsIn(name), name];
  return [...new Set([...dated, ...ids.flatMap((id) => findCited(id, decisions))])];
}

// What a context file repeats of the log says no more than the log, and may be older.
function withoutEchoes(decisions: readonly Decision[]): readonly Decision[] {
  const isBare = ({ id, date }: Decision) => id === null && date === null;
  const names = ({ title, chosen }: Decision) =>
    [title, bareName(chosen ?? '')].map(wordsOnly).filter(Boolean);
  const kept = decisions.filter((one) => !isBare(one));
  const known = new Map(kept.flatMap((one) => names(one).map((name) => [name, one.path])));
  const isEcho = (one: Decision) =>
    names(one).some((name) => known.has(name) && known.get(name) !== one.path);
  return known.size === 0 ? decisions : decisions.filter((one) => !isBare(one) || !isEcho(one));
}

const bareName = (chosen: string): string => chosen.split(/[,;(]|\s(?:as|for|and|with|in)\s/, 1)[0] ?? '';

function searchWords(decisions: readonly Decision[], question: readonly Term[]): SearchHit[] {
  if (question.length === 0) return [];
  const predecessors = predecessorsIn(decisions);
  const profiles = profilesOf(decisions, (decision) => predecessors.get(decision) ?? []);
  const words = new Set(profiles.flatMap(({ names, common }) => [...names, ...common]));
  const terms = joined(question, words);
  const all = askedOf(terms, profiles, words);
  const hasStrong = all.some(({ isWeak, isHeld }) => !isWeak && isHeld);
  const asked = all.map((term) =>
    hasStrong && term.isWeak ? { ...term, rarity: term.rarity * WEAK } : term,
  );
  const strong = all.flatMap(({ isWeak }, index) => (hasStrong && isWeak ? [] : index));
  const total = asked.reduce((sum, { rarity }) => sum + rarity, 0);
  const hasLog = decisions.some(({ path }) => isKeptInLog(path));
  const scored = profiles.flatMap((profile): ScoredProfile[] => {
    const weights = asked.map(({ spellings }) => weigh(profile, spellings));
    const score = asked.reduce((sum, { rarity }, index) => sum + rarity * (weights[index] ?? 0), 0);
    const { status, path } = profile.decision;
    const named = asked.reduce((sum, one) => sum + one.rarity * heldBy(profile.title, one.spellings), 0);
    const share =
      ((score + TITLED * named) / (total * (1 + TITLED))) *
      IN_FORCE[status] *
      (hasLog && !isKeptInLog(path) ? ASIDE : 1);
    const held = strong.map((index) => weights[index] ?? 0);
    return held.some((weight) => weight > 0) ? [{ ...profile, score: share, held }] : [];
  });
  const named = strong.flatMap((index) => terms[index] ?? []);
  return toFound(newestOfBest(scored, named));
}

/** What a word that says what is done counts beside others. */
const WEAK = 0.15;

/** What a title that names the matter adds to what all of a decision says of it. */
const TITLED = 0.2;
/** How much these words say of what is asked for. */
export const heldBy = (words: ReadonlySet<string>, spellings: readonly Spelling[]): number =>
  Math.max(0, ...spellings.map(({ stems, weight }) => (stems.every((stem) => words.has(stem)) ? weight : 0)));

// What a context file says of a matter counts less than the log's own word on it.
const ASIDE = 0.8;
const isKeptInLog = (path: string): boolean => isInDirectory(path) || isAboutDecisions(baseName(path));

// What another decision took the place of, or nothing was settled by, answers only where nothing else does.
const IN_FORCE: Readonly<Record<Decision['status'], number>> = {
  stands: 1,
  rejected: 1,
  deprecated: 0.9,
  proposed: 0.85,
  superseded: 0.75,
};

type QueryTerm = {
  readonly spellings: readonly Spelling[];
  readonly rarity: number;
  readonly isWeak: boolean;
  /** By some decision. */
  readonly isHeld: boolean;
};

// A word that few decisions have tells them apart.
function askedOf(
  terms: readonly Term[],
  profiles: readonly Profile[],
  words: ReadonlySet<string>,
): QueryTerm[] {
  return terms.map((term) => {
    const spellings = spellingsOf(term, words);
    const holding = profiles.filter((profile) => weigh(profile, spellings) > 0).length;
    const rarity = rarityAmong(profiles.length, holding);
    return { spellings, rarity, isWeak: term.isWeak, isHeld: holding > 0 };
  });
}

// `ml flow` and `micro-service` are one word elsewhere.
function joined(terms: readonly Term[], words: ReadonlySet<string>): Term[] {
  const kept: Term[] = [];
  for (const term of terms) {
    const before = kept.at(-1);
    const word = `${before?.word ?? ''}${term.word}`;
    const isKnown = before !== undefined && words.has(before.stem) && words.has(term.stem);
    if (before === undefined || isKnown || !words.has(stemOf(word))) kept.push(term);
    else kept.splice(-1, 1, { ...before, word, stem: stemOf(word), parts: [] });
  }
  return kept;
}

// What it replaced, and what that replaced before.
function predecessorsIn(decisions: readonly Decision[]): Map<Decision, Predecessor[]> {
  const before = new Map<Decision, Predecessor[]>();
  const successor = createSuccession(decisions);
  for (const old of decisions) {
    const seen = new Set([old]);
    for (let by = successor(old); by !== undefined && !seen.has(by); by = successor(by)) {
      before.set(by, [...(before.get(by) ?? []), { old, isDirect: seen.size === 1 }]);
      seen.add(by);
    }
  }
  return before;
}

// What is only proposed has settled nothing yet.
const openLast = (a: Decision, b: Decision): number =>
  Number(a.status === 'proposed') - Number(b.status === 'proposed');

/** `held`: how much it says of each word that is asked for. */
type ScoredProfile = Profile & { readonly score: number; readonly held: readonly number[] };

/** Share of the best score within which the newest decision comes first: for names of things, and for other
 * words. */
const NAMES_BAND = 0.7;
const WORDS_BAND = 0.9;

function newestOfBest(scored: readonly ScoredProfile[], asked: readonly Term[]): ScoredProfile[] {
  const ranked = [...scored].sort((a, b) => b.score - a.score || newerFirst(a.decision, b.decision));
  const [top] = ranked;
  if (top === undefined) return [];
  const isName = asked.some(
    (term) =>
      ranked.some((one) => one.names.has(term.stem)) && !ranked.some((one) => one.common.has(term.stem)),
  );
  const least = top.score * (isName ? NAMES_BAND : WORDS_BAND);
  const isAlike = (one: ScoredProfile) => one.score >= least && namesAll(one, top) && isTitled(one);
  // Where the title of one names all that is asked for, that of a newer word on it does too.
  const known = asked.filter((term) =>
    ranked.some(({ names, common }) => names.has(term.stem) || common.has(term.stem)),
  );
  const titles = ({ title }: ScoredProfile) => known.every(({ stem }) => title.has(stem));
  const isTitled = (one: ScoredProfile) => top.decision.status !== 'stands' || !titles(top) || titles(one);
  // `Page size` answers a question on it before `Page ID size`.
  const isDated = (one: ScoredProfile) => one.decision.date !== null;
  const closer = (a: ScoredProfile, b: ScoredProfile) =>
    titles(a) && titles(b) && !isDated(a) && !isDated(b) ? a.title.size - b.title.size : 0;
  const first = ranked
    .filter(isAlike)
    .sort((a, b) => openLast(a.decision, b.decision) || closer(a, b) || newerFirst(a.decision, b.decision));
  return [...first, ...ranked.filter((one) => !isAlike(one))];
}

/** Of a word that is more than mentioned. */
const NAMED = 0.5;

// Another decision is the newer word on a matter only where it names all of it.
const namesAll = ({ held }: ScoredProfile, top: ScoredProfile): boolean =>
  top.held.every((weight, index) => weight < NAMED || (held[index] ?? 0) >= NAMED);

// Scores fall with the order.
function toFound(ordered: readonly ScoredProfile[]): SearchHit[] {
  const scores = ordered.map(({ score }) => score).sort((a, b) => b - a);
  return ordered.map(({ decision, held }, index) => ({
    decision,
    score: Math.round((scores[index] ?? 0) * 100) / 100,
    held: held.filter((weight) => weight > 0).length / held.length,
  }));
}
