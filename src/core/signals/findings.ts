// What was learnt: gotchas, blockers, results.
import { memoize } from '../memo.ts';
import type { Claim } from './claims.ts';
import type { Facts } from './facts.ts';
import { BY_CLAIM, BY_TRAILER, byClaim, type Find, type Found, inTime, ramp, says } from './rule.ts';
import { BEHAVIOUR, CAUSE, FAILURE, OUTSIDE, TRAP, tellingOf } from './telling.ts';
import { anyOf, anywhere, countWords, either, has, L, quote } from './words.ts';

/** Kept for those who ask of the same commit. */
export const findGotcha: Find = memoize((facts) => byClaim(facts, 'gotcha') ?? findCause(facts), 1);

export const BLOCKED = anyOf('blocked (?:by|on)|blocker');

// A click that is blocked by an overlay is mended, not waited for.
export const findBlocker: Find = (facts) =>
  byClaim(facts, 'blocker') ?? (facts.claim === 'fix' ? null : inTime(says(facts.subject, BLOCKED)));

export const UNBLOCKED = anyOf(String.raw`(?<=(?:^|\. )[^\n]{0,8})unblock(?:s|ed|ing)?`, 'm');

// Upkeep unblocks a build or a bump, which nobody planned around.
const UPKEEP: ReadonlySet<Claim> = new Set(['fix', 'chore', 'build', 'test', 'tweak']);

export const findUnblocked: Find = (facts) => {
  const share = facts.claim !== null && UPKEEP.has(facts.claim) ? 0.5 : 1;
  return (
    byClaim(facts, 'unblocked') ??
    inTime(says(facts.subject, UNBLOCKED, share) ?? says(facts.body, UNBLOCKED, 0.5))
  );
};

export const findNext: Find = (facts) => byClaim(facts, 'next');

// What each is worth, and how many of its words count.
const POINTS: readonly (readonly [pattern: RegExp, points: number, most: number])[] = [
  [TRAP, 2, 2],
  [BEHAVIOUR, 1.5, 1],
  [FAILURE, 1, 1],
  [CAUSE, 1, 1],
  [OUTSIDE, 0.75, 2],
];
/** What a whole explanation earns: how it behaves, what failed, and why. */
const EXPLAINED = 3.5;
/** What a fix earns in one sentence that says why something behaves as it does. */
const EXPLAINED_AT_ONCE = 2.5;
const BUILDING: ReadonlySet<Claim> = new Set(['feature', 'refactor', 'test', 'plan', 'release', 'tweak']);

// Words of cause and failure say little one by one; somebody who explains a trap uses several kinds of them.
function findCause(facts: Facts): Found | null {
  const { claim, text, message } = facts;
  if (message.kind !== 'plain' || (claim !== null && BUILDING.has(claim))) return null;
  const evidence = quote(text, TRAP) ?? quote(text, BEHAVIOUR) ?? quote(text, FAILURE);
  if (evidence === null) return null;
  const points = POINTS.reduce(
    (sum, [pattern, worth, most]) => sum + worth * Math.min(countWords(text, pattern), most),
    0,
  );
  const isExplained = claim === 'fix' && tellingOf(facts).most >= EXPLAINED_AT_ONCE;
  const strength = ramp(points, 1.25, 2.25) * shareOf(facts, points);
  return { evidence, strength, least: isExplained && strength === 1 ? BY_CLAIM : undefined };
}

// A document that mentions a trap in passing does not tell of one; a bug of one's own logic is a smaller
// lesson.
function shareOf({ claim, text, subject, code, files }: Facts, points: number): number {
  const isProse =
    code.length === 0 && (claim === 'docs' || files.every(({ kind }) => kind === 'doc' || kind === 'plan'));
  const traps = countWords(text, TRAP);
  if (isProse && claim !== 'fix' && traps < 2 && !has(subject, TRAP)) return 0.2;
  return points >= EXPLAINED || traps > 0 || has(text, OUTSIDE) ? 1 : 0.6;
}

export const findResult: Find = (facts) => claimedResult(facts) ?? findFigures(facts);

// A label alone is above lists of tests that passed, too.
function claimedResult(facts: Facts): Found | null {
  const found = byClaim(facts, 'result');
  const isMeasured = found?.evidence.kind === 'quote' && has(found.evidence.text, either(FIGURES, COMPARED));
  return found?.least === BY_TRAILER || isMeasured ? found : null;
}

export const FIGURES = either(
  anywhere(String.raw`\d[\d.,]{0,12}\s?(?:%|x|ms|s|k)?\s?(?:→|->|=>|⟶)\s?[+−-]?\d|Δ|\d{2,6}\/\d{2,6}`),
  anyOf(
    String.raw`\d[\d.,]{0,12}\s?(?:%|x) (?:faster|slower|cheaper|better|smaller|less|more|improvement|reduction)`,
  ),
  anyOf(
    String.raw`(?:brier|accuracy|f1|auc|ece|rmse|mae|precision|recall|latency|throughput|p95|p99|scores?|loss)
    [^\n]{0,20}?\d{1,9}|(?:baseline|re-run|vs\.?)[^\n]{0,40}?\d{1,9}`,
  ),
);
// `1.8s to 140ms`, `0.412 -> 0.437`, `12% faster`, `MAE 4.31 vs 4.12`
export const COMPARED = anywhere(
  String.raw`\d[\d.,]{0,12}\s?(?:%|x|ms|s|[kmg]i?b|fps|\w{2,12})?\s(?:→|->|=>|(?:down )?to|vs\.?|instead of)\s[+−-]?\d
  |\d[\d.,]{0,12}\s?(?:%|x) (?:faster|slower|smaller|less|fewer|lower|higher|better)`,
);
export const STUDY = anyOf(
  `results?|benchmark(?:s|ed)?|experiment(?:s|al)?|evaluat(?:ions?|e[sd]?|ing)|ablation|(?:re)?calibrat${L}{0,5}|backtest
  |hypothes[ie]s|measured|grid search|null result|cross-validation|validation|baseline|findings|falsifi${L}{1,6}
  |résultats?|resultados?|ergebnis${L}{0,3}|mesuré|wyniki|результат${L}{0,3}`,
);

// A subject that says how far a measure went reports an outcome; from 5 s to 10 s alone may be a setting.
export const OUTCOME = anyOf(
  String.raw`down (?:to|from)|up from|faster|slower|smaller|sped up|speeds?[- ]?up|beats?|outperforms?
  |brier|accuracy|f1|auc|ece|rmse|mae|ndcg|mrr|mape|map(?= 0?\.\d)|miou|bleu|rouge|wer|perplexity|precision|recall|r2|loss|fps
  |latency|throughput|p50|p95|p99`,
);

/** What figures earn that a message gives beside what it did. */
const ASIDE = 0.5;

function findFigures(facts: Facts): Found | null {
  const { message, text, subject, claim } = facts;
  if (claim === 'performance' || has(subject, OUTCOME)) {
    const outcome = says(subject, COMPARED, claim === 'fix' ? ASIDE : 1);
    if (outcome !== null) return outcome;
  }
  const isStudy = has(message.subject, STUDY);
  if (!isStudy && !has(text, STUDY)) return null;
  const isUpkeep = claim === 'fix' || claim === 'chore';
  return says(text, FIGURES, isStudy && !isUpkeep ? 1 : claim === 'feature' ? 0.3 : ASIDE);
}
