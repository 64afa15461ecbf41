// Rules about what was learnt: gotchas, blockers, results.
import type { Claim } from './claims.ts';
import type { Facts } from './facts.ts';
import { byTrailer, type Found, quote, type Rule, ramp, says } from './rule.ts';

export const FINDING_RULES: readonly Rule[] = [
  {
    name: 'gotcha',
    weight: 1.3,
    isUrgent: false,
    looksFor: 'a root cause, a trap of the environment or a behaviour that nobody would expect, explained',
    find: (facts) => byTrailer(facts, 'gotcha') ?? findCause(facts),
  },
  {
    name: 'blocker',
    weight: 1,
    isUrgent: true,
    looksFor: 'something that stops the work',
    find: (facts) =>
      byTrailer(facts, 'blocker') ?? says(facts.subject, /(?<!\p{L})(?:blocked (?:by|on)|blocker:)/iu),
  },
  {
    name: 'unblocked',
    weight: 1,
    isUrgent: true,
    looksFor: 'a blocker that is gone',
    find: (facts) =>
      byTrailer(facts, 'unblocked') ??
      says(facts.text, /(?:^|[\n.] ?)[^\n]{0,8}?(?<!\p{L})unblock(?:s|ed|ing)?(?!\p{L})/iu, 0.5),
  },
  {
    name: 'result',
    weight: 1.3,
    isUrgent: true,
    looksFor: 'figures of an experiment, a benchmark or an evaluation, compared',
    find: (facts) => byTrailer(facts, 'result') ?? findResult(facts),
  },
];

// Words of somebody who learnt something.
const TRAP =
  /root[- ]cause|gotcha|pitfall|caveat|turn(?:s|ed) out|work-?around|work around|eventual(?:ly)? consisten|race condition|deadlock|toctou|non-obvious|undocumented|masked by|shadow(?:s|ed|ing)|never ran|lesson|critical (?:finding|bug)|cause racine|contournement|causa ra[ií]z|ursache|przyczyn|причин/giu;
// How something behaves that nobody would guess: `rejects ternary expressions`, `was failing silently`.
const BEHAVIOUR =
  /(?<!\p{L})(?:requires?|expects?|expected|rejects?|conflicts? with|incompatible|(?:does|do|did|would|is|was|are|were|has|have|can|could)(?:n't| not) (?:allow|support|work|exist|accept|importable|connected|ship|know|match|run|handle|expand|have|in|resolve|allowed|available|propagat\p{L}{1,3})|cannot|can't|must (?:be|not)|only (?:works?|allows?|accepts?|supports?)|(?:is|are|was|were) (?:deprecated|never|always|eventually|case-sensitive|not)|silently|by default|stays? in|stuck|forever|indefinitely|hangs?|strips?|ignores?|drops|dropped|overrid(?:es|den)|overwrit(?:es|ten)|under the hood|exige|requiere|espera|attend|erwartet|verlangt)(?!\p{L})/giu;
// What went wrong, as somebody outside would see it.
const FAILURE =
  /(?<!\p{L})(?:fail(?:s|ed|ing|ure)?|crash(?:es|ed)?|hung|breaks|broke|broken|throws?|blocked|\w{2,30}(?:Error|Exception)|immediately|empty|missing|not found|nothing|infinite|corrupt\p{L}{0,4}|lost|invisible|wrong\p{L}{0,2}|invalid|échou\p{L}{0,3}|falla\p{L}{0,3}|fallo|falha\p{L}{0,3}|err[oó]ne\p{L}{1,2}|fehl\p{L}{0,6}|błąd|ошибк\p{L}|помилк\p{L}|false[- ]positive)(?![\p{L}-])/giu;
const CAUSE =
  /(?<!\p{L})(?:because|caus\p{L}{1,4}|bug:|problem:|issue:|due to|since|instead of|so that|which|was added|mismatch|assum\p{L}{1,3}|parce que|porque|weil|ponieważ|потому)(?!\p{L})/giu;
// Something outside the project: a version, a product, an interface of somebody else's.
const OUTSIDE =
  /(?<!\p{L})(?:apis?|sdk|runner|docker|node(?:\.?js)?|python|kafka|github|gitlab|actions|npm|pnpm|bun|browsers?|chrome|safari|firefox|android|ios|windows|wsl2?|linux|macos|postgres\w{0,6}|mysql|redis|sqlite|mongo\w{0,2}|firestore|firebase|supabase|next\.?js|react|vue|svelte|webpack|vite|turbopack|rollup|volume|ssr|oauth|nextauth|tls|ssl|cors|dns|nginx|vercel|netlify|heroku|aws|s3|timezone|timestamps?|encoding|utf-?8|heredoc|bash|strict mode|typescript|tsc)(?!\p{L})|(?<!\w)v?\d{1,3}\.\d{1,3}\.\d{1,3}(?!\w)/giu;

// What each is worth, and how many of its words count.
const POINTS: readonly (readonly [pattern: RegExp, points: number, most: number])[] = [
  [TRAP, 2, 2],
  [BEHAVIOUR, 1.5, 1],
  [FAILURE, 1, 1],
  [CAUSE, 1, 1],
  [OUTSIDE, 0.75, 2],
];

// Words of cause and failure say little one by one; somebody who explains a trap uses several kinds of them.
function findCause({ claim, text, message, subject, code }: Facts): Found | null {
  if (message.kind !== 'plain' || (claim !== null && !MENDING.has(claim))) return null;
  const points = POINTS.reduce(
    (sum, [pattern, worth, most]) => sum + worth * Math.min(distinct(text, pattern), most),
    0,
  );
  const [first] = [TRAP, BEHAVIOUR, FAILURE].flatMap((pattern) => quote(text, once(pattern)) ?? []);
  if (first === undefined) return null;
  const isAside =
    code.length === 0 && claim !== 'fix' && !once(TRAP).test(subject) && distinct(text, TRAP) < 2;
  const isOwnLogic = distinct(text, TRAP) + distinct(text, OUTSIDE) === 0;
  return { evidence: first, strength: ramp(points, 1.25, 2.25) * (isAside ? 0.2 : isOwnLogic ? 0.6 : 1) };
}

const MENDING: ReadonlySet<Claim> = new Set(['fix', 'docs', 'update']);
const once = (pattern: RegExp): RegExp => new RegExp(pattern.source, 'iu');
const distinct = (text: string, pattern: RegExp): number =>
  new Set([...text.matchAll(pattern)].map(([found]) => found.toLowerCase())).size;

const FIGURES =
  /\d[\d.,]*\s?(?:%|x|ms|s|k)?\s?(?:→|->|=>|⟶)\s?[+\-−]?\d|(?<!\w)\d[\d.,]*\s?(?:%|x) (?:faster|slower|cheaper|better|smaller|less|more|improvement|reduction)|(?:brier|accuracy|f1|auc|ece|rmse|mae|precision|recall|latency|throughput|p95|p99|score|loss)[^\n]{0,20}?\d|\d{2,6}\/\d{2,6}|Δ|(?:baseline|re-run|vs\.?)[^\n]{0,40}?\d/iu;
const STUDY =
  /(?<!\p{L})(?:results?|benchmark(?:s|ed)?|experiment(?:s|al)?|evaluat(?:ion|ed)|ablation|calibrat\p{L}{0,5}|recalibrat\p{L}{0,4}|backtest|hypothes[ie]s|measured|grid search|null result|cross-validation|validation|baseline|findings|falsifi\p{L}{1,6}|résultats?|resultados?|ergebnis\p{L}{0,3}|mesuré|wyniki|результат\p{L}{0,3})(?!\p{L})/iu;

function findResult({ subject, text, claim }: Facts): Found | null {
  const figures = quote(text, FIGURES);
  if (figures === null || !STUDY.test(text)) return null;
  return { evidence: figures, strength: STUDY.test(subject) ? 1 : claim === 'feature' ? 0.3 : 0.5 };
}
