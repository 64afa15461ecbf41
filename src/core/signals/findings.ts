// Rules about what was learnt: gotchas, blockers, results.
import type { Facts } from './facts.ts';
import { byTrailer, type Found, quote, type Rule, says } from './rule.ts';

export const FINDING_RULES: readonly Rule[] = [
  {
    name: 'gotcha',
    weight: 1,
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
      says(facts.text.slice(0, 3000), /(?<!\p{L})unblock(?:s|ed|ing)?(?!\p{L})|no longer blocked/iu, 0.7),
  },
  {
    name: 'result',
    weight: 1,
    isUrgent: true,
    looksFor: 'figures of an experiment, a benchmark or an evaluation, compared',
    find: (facts) => byTrailer(facts, 'result') ?? findResult(facts),
  },
];

const TRAP =
  /root[- ]cause|gotcha|pitfall|caveat|turn(?:s|ed) out|workaround|work around|silently|eventual(?:ly)? consisten|race condition|deadlock|toctou|false[- ]positive|non-obvious|undocumented|masked by|shadow(?:s|ed|ing)|was never|were never|never ran|indefinitely|forever|at runtime|under the hood|by design|the hard way|lesson|critical (?:finding|bug)|cause racine|contournement|causa ra[ií]z|ursache|przyczyn|причин/giu;
const CAUSE =
  /(?<!\p{L})(?:because|caused by|cause:|bug:|problem:|issue:|due to|since|which (?:made|meant|caused|prevented|broke)|this (?:caused|broke|made)|instead of|without|expects?|rejects?|requires?|does(?:n't| not)|was(?:n't| not)|isn't|is not|fail(?:s|ed|ing)?|crash(?:es|ed)?|hang(?:s|ing)?|stuck|breaks?|throws?|ImportError|TypeError|parce que|porque|weil|ponieważ|потому)(?!\p{L})/giu;
// Something outside the project: a version, a product, a system call, an address of an API.
const OUTSIDE =
  /(?<!\p{L})(?:api|sdk|runner|docker|node(?:\.?js)?|python|kafka|github|actions|npm|bun|browser|chrome|safari|android|ios|windows|wsl2?|linux|postgres\w{0,6}|redis|sqlite|next\.?js|react|webpack|vite|turbopack|volume|ssr|oauth|nextauth|tls|cors|timeout|timezone|encoding|heredoc|shell|bash)(?!\p{L})|(?<!\w)v?\d{1,3}\.\d{1,3}\.\d{1,3}(?!\w)/giu;

function findCause({ claim, text, body, message }: Facts): Found | null {
  if (message.kind !== 'plain') return null;
  const traps = distinct(text, TRAP);
  const causes = distinct(text, CAUSE);
  const outside = distinct(text, OUTSIDE);
  const isMending = claim === 'fix' || claim === 'docs' || claim === 'update' || claim === null;
  const points =
    2 * Math.min(traps, 2) + Math.min(causes, 3) + Math.min(outside, 2) + (body.length > 150 ? 1 : 0);
  const evidence = quote(text, traps > 0 ? once(TRAP) : once(CAUSE));
  if (evidence === null || points < 4) return null;
  return { evidence, strength: Math.min(1, (points - 2) / 5) * (isMending ? 1 : 0.4) };
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
