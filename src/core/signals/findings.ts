// Rules about what was learnt: gotchas, blockers, results.
import type { Facts } from './facts.ts';
import { byTrailer, type Found, quote, type Rule, says } from './rule.ts';

export const FINDING_RULES: readonly Rule[] = [
  {
    name: 'gotcha',
    weight: 1.4,
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
      says(facts.text, /(?:^|[\n.] ?)[^\n]{0,20}?(?<!\p{L})unblock(?:s|ed|ing)?(?!\p{L})/iu, 0.5),
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
  /root[- ]cause|gotcha|pitfall|caveat|turn(?:s|ed) out|work-?around|work around|silently|eventual(?:ly)? consisten|race condition|deadlock|toctou|false[- ]positive|non-obvious|undocumented|masked by|shadow(?:s|ed|ing)|never ran|lesson|critical (?:finding|bug)|cause racine|contournement|causa ra[ií]z|ursache|przyczyn|причин/giu;
// What went wrong, as somebody outside would see it.
const FAILURE =
  /(?<!\p{L})(?:fail(?:s|ed|ing|ure)?|crash(?:es|ed)?|hang(?:s|ing)?|hung|stuck|breaks|broke|broken|throws?|reject(?:s|ed)?|blocked|\w{2,30}(?:Error|Exception)|forever|indefinitely|immediately|empty|missing|not found|isn't|doesn't|wasn't|never|nothing|infinite|corrupt\p{L}{0,4}|lost|ignored|dropp(?:ed|ing)|échou\p{L}{0,3}|falla\p{L}{0,3}|fallo|falha\p{L}{0,3}|err[oó]ne\p{L}{1,2}|fehl\p{L}{0,6}|błąd|ошибк\p{L}|помилк\p{L})(?!\p{L})/giu;
const CAUSE =
  /(?<!\p{L})(?:because|caus\p{L}{1,4}|bug:|problem:|issue:|due to|since|instead of|when|expects?|requires?|only|was added|deprecated|mismatch|assum\p{L}{1,3}|parce que|porque|weil|ponieważ|потому)(?!\p{L})/giu;
// Something outside the project: a version, a product, an interface of somebody else's.
const OUTSIDE =
  /(?<!\p{L})(?:apis?|sdk|runner|docker|node(?:\.?js)?|python|kafka|github|gitlab|actions|npm|pnpm|bun|browsers?|chrome|safari|firefox|android|ios|windows|wsl2?|linux|macos|postgres\w{0,6}|mysql|redis|sqlite|mongo\w{0,2}|qdrant|next\.?js|react|vue|svelte|webpack|vite|turbopack|rollup|volume|ssr|oauth|nextauth|tls|ssl|cors|dns|nginx|vercel|aws|s3|timezone|timestamps?|encoding|utf-?8|heredoc|bash|strict mode)(?!\p{L})|(?<!\w)v?\d{1,3}\.\d{1,3}\.\d{1,3}(?!\w)/giu;

function findCause({ claim, text, message, subject, code }: Facts): Found | null {
  const traps = distinct(text, TRAP);
  const failures = distinct(text, FAILURE);
  const evidence = quote(text, once(traps > 0 ? TRAP : FAILURE));
  if (evidence === null || message.kind !== 'plain') return null;
  const isMending = claim === null || ['fix', 'docs', 'update'].includes(claim);
  if (code.length === 0 && claim !== 'fix' && traps < 2 && !once(TRAP).test(subject))
    return { evidence, strength: 0.2 };
  const reasons = Math.min(distinct(text, CAUSE), 2);
  const outside = Math.min(distinct(text, OUTSIDE), 2);
  const isLesson = traps > 0 && failures + outside > 0;
  const isTrap = failures > 0 && outside > 0;
  const strength =
    isLesson || (isTrap && failures + reasons > 1)
      ? 1
      : isTrap
        ? 0.7
        : failures * reasons > 0 || traps > 0
          ? 0.4
          : 0;
  return { evidence, strength: strength * (isMending ? 1 : 0.4) };
}

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
