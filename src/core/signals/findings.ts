// What was learnt: gotchas, blockers, results.
import type { Claim } from './claims.ts';
import type { Facts } from './facts.ts';
import { byClaim, type Find, type Found, inTime, ramp, says } from './rule.ts';
import { anyOf, anywhere, countWords, either, has, L, quote } from './words.ts';

export const findGotcha: Find = (facts) => byClaim(facts, 'gotcha') ?? findCause(facts);

export const BLOCKED = anyOf('blocked (?:by|on)|blocker');

export const findBlocker: Find = (facts) => byClaim(facts, 'blocker') ?? inTime(says(facts.subject, BLOCKED));

export const UNBLOCKED = anyOf(String.raw`(?<=(?:^|\. )[^\n]{0,8})unblock(?:s|ed|ing)?`, 'm');

export const findUnblocked: Find = (facts) =>
  byClaim(facts, 'unblocked') ?? inTime(says(facts.subject, UNBLOCKED) ?? says(facts.body, UNBLOCKED, 0.5));

export const findNext: Find = (facts) => byClaim(facts, 'next');

// Words of somebody who learnt something.
const TRAP_WORDS = anyOf(
  `root[- ]causes?|gotchas?|pitfalls?|caveats?|turn(?:s|ed) out|work-?arounds?|work around|race conditions?
  |eventual(?:ly)? consisten(?:t|cy)|deadlocks?|toctou|non-obvious|undocumented|masked by|shadow(?:s|ed|ing)|never ran
  |lessons?|rationale|critical (?:finding|bug)|downgrad(?:e[sd]?|ing)|hold(?:s|ing)? back
  |until (?:[^\\s]{1,20} ){1,6}(?:catch(?:es)? up|fixe[sd]|is fixed|released|resolved|closed|merged)
  |(?:exposed|leaked) (?:[^\\s]{1,20} )?(?:credentials?|secrets?|tokens?|passwords?|keys?)
  |cause racine|contournement|causa ra[ií]z|ursache|przyczyn${L}|причин${L}`,
);
export const TRAP = either(TRAP_WORDS, anywhere('原因|回避策|落とし穴|踩坑|规避|원인|우회'));
// How something behaves that nobody would guess: `rejects ternary expressions`, `was failing silently`.
export const BEHAVIOUR = anyOf(
  `requires|expects|expected|rejects|conflicts? with|incompatible|cannot|can't|must (?:be|not)
  |(?:do(?:es)?|did|would|is|was|are|were|has|have|can|could)(?:n't| not) (?:allow|support|work|exist|accept|know|match
  |run|handle|expand|have|in|resolve|allowed|available|connected|ship|propagat${L}{1,3})
  |not supported|unsupported|only (?:works?|allows?|accepts?|supports?)
  |(?:is|are|was|were) (?:deprecated|never|always|eventually|not)
  |silently|by default|locally|only in (?:ci|production|release${L}?)
  |stays? in|stuck|forever|indefinitely|hangs?|strips|ignores|drops|dropped|overrid(?:es|den)
  |overwrit(?:es|ten)|under the hood|exige|requiere|espera|attend|erwartet|verlangt`,
);
// What went wrong, as somebody outside would see it.
export const FAILURE = anyOf(
  String.raw`(?:fail(?:s|ed|ing|ures?)?|crash(?:es|ed)?|hung|time[sd]? out|breaks|broke|broken|throws?
  |blocked|immediately|empty|missing|not found|nothing|infinite|lost|invisible|swallowed|wrong${L}{0,2}|invalid
  |(?:not|never) (?:being )?(?:trigger|fir|load|start|show|appear)${L}{0,3}|corrupt${L}{0,4}|false[- ]positive
  |\w{2,30}(?:error|exception)|échou${L}{0,3}|fall(?:a${L}{0,3}|o)|falha${L}{0,3}|err[oó]ne${L}{1,2}|fehl${L}{0,6}
  |błąd|ошибк${L}|помилк${L})(?!-)`,
);
export const CAUSE = anyOf(
  `because|caus${L}{1,4}|due to|this mean[st]|otherwise|although|even though|since|so (?:every|it|that|there|this)
  |instead of|which|was added|mismatch|assum${L}{1,3}
  |(?:bug|problem|issue)(?=:)|parce que|porque|weil|ponieważ|потому`,
);
// Something outside the project: a version, a product, an interface of somebody else's.
export const OUTSIDE = either(
  anyOf(
    String.raw`apis?|sdk|runners?|docker|node(?:\.?js)?|python|kafka|github|gitlab|npm|pnpm|bun|browsers?|chrome
    |safari|firefox|android|ios|windows|wsl2?|linux|macos|postgres\w{0,6}|mysql|redis|sqlite|mongo\w{0,2}|firestore
    |firebase|supabase|next\.?js|nextauth|vue|svelte|webpack|vite|turbopack|rollup|volume|ssr|oauth|tls|ssl|cors
    |dns|nginx|curl|cron\w{0,3}|ssh|webhooks?|vercel|netlify|heroku|aws|s3|timezone|encoding|utf-?8|heredoc|bash|typescript|tsc`,
  ),
  /(?<!\w)v?\d{1,3}\.\d{1,3}\.\d{1,3}(?!\w)/,
);

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
  return { evidence, strength: ramp(points, 1.25, 2.25) * shareOf(facts, points) };
}

// A document that mentions a trap in passing does not tell of one; a bug of one's own logic is a smaller lesson.
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
  return found?.strength === 1 && !isMeasured ? null : found;
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

function findFigures(facts: Facts): Found | null {
  const { message, text, subject, claim } = facts;
  if (claim === 'performance' || has(subject, OUTCOME)) {
    const outcome = says(subject, COMPARED);
    if (outcome !== null) return outcome;
  }
  const isStudy = has(message.subject, STUDY);
  if (!isStudy && !has(text, STUDY)) return null;
  return says(text, FIGURES, isStudy ? 1 : claim === 'feature' ? 0.3 : 0.5);
}
