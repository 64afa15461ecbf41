// The wires of the urgent rules: the words and paths without which none of them finds anything. Those of what
// a message says outright are the words by which core/claims reads it, in every language.
import { alternatives, type Clauses, everywhere, type LabelKind, type Role } from '../words/index.ts';
import { inDocument, inPath, type List, mentions, type Wire, type Wires, type Words } from './wire.ts';

const list = (text: string): Words => alternatives(text.replace(/\n\s*/g, ''));
const stems =
  (text: string): List =>
  () =>
    list(text).map((word) => (word.endsWith(' ') ? word : `${word}*`));

const clause =
  (...keys: readonly (keyof Clauses)[]): List =>
  () =>
    keys.flatMap((key) => everywhere(({ clauses }) => clauses[key]));

const namesOf = (kind: LabelKind, role?: Role): Words => [
  ...everywhere(({ labels }) => labels[kind]),
  ...(role === undefined ? [] : everywhere(({ sections }) => sections[role])),
];

/** `Blocker: …`, or a heading over what blocks. */
const labelled = (kind: LabelKind, role?: Role): Wire =>
  mentions('message', () => namesOf(kind, role).map((name) => `${name}:`));

/** A trailer of ours by its own key. */
const trailer = (key: string): Wire => mentions('message', () => [`${key}:`]);

const UNITS: List = () => everywhere(({ units }) => Object.values(units).join('|'));
// `3`, `2B`, `IV`, `第三阶段`
const ROMAN = [...'ivx'].flatMap((first) => [...'ivx'].map((second) => `${first}${second}*`));
const NUMBERS: List = () => [
  ...[...'0123456789'].map((digit) => `${digit}*`),
  ...'abcdefghijklmnopqrstuvwxyz一二三四五六七八九十',
  ...ROMAN,
  ...list('zero|one|two|three|four|five|six|seven|eight|nine|ten'),
];
const OVER: List = () => [
  ...clause('over', 'settled', 'reached', 'completes', 'completing', 'handed')().map((word) =>
    word.replace(/[:：]$/, ''),
  ),
  ...list('complete|100%|✅|✓|✔|☑'),
];

// `M3`
const LETTERED = stems('m0|m1|m2|m3|m4|m5|m6|m7|m8|m9');

export const PHASE_COMPLETED: Wires = [
  trailer('phase'),
  mentions('part', UNITS, OVER, NUMBERS),
  mentions('part', LETTERED, OVER),
  inDocument('phases'),
  inDocument('roadmap'),
];

export const ARCHITECTURE: Wires = [inDocument('architecture')];
export const DEVIATION: Wires = [labelled('deviation'), mentions('message', clause('deviates'))];
export const DECISION: Wires = [
  labelled('decision', 'decisions'),
  mentions('message', clause('decided', 'decidedAfter')),
  inDocument('decisions'),
];
export const GOTCHA: Wires = [trailer('gotcha')];
export const NEXT: Wires = [trailer('next')];
export const BLOCKER: Wires = [
  labelled('blocker', 'blockers'),
  mentions('message', clause('waits', 'waitsAfter')),
  mentions('part', clause('cannot'), clause('works'), clause('lacking')),
  mentions('message', stems('blocked by|blocked on|blocker')),
];
export const UNBLOCKED: Wires = [
  labelled('unblocked'),
  mentions('message', clause('freed')),
  mentions('message', stems('unblock')),
];

export const SCHEMA: Wires = [
  inPath(
    '**/*.{prisma,proto,graphql,graphqls,gql,avsc,avdl,thrift,capnp,fbs,dbml,wsdl,xsd,smithy,raml,rules}',
    '**/schema.*',
    '**/*.schema.*',
    '**/{db,database,sql,drizzle,storage,alembic}/**/*schema*',
    '**/{structure,init,tables}.{sql,rb}',
    '**/{openapi,swagger,asyncapi}*',
    '**/migrat*/**',
    '**/{db,database,sql,drizzle,storage,alembic}/**/{versions,changelog}/**',
    '**/{versions,changelog}/**/{db,database,sql,drizzle,storage,alembic}/**',
  ),
];

export const RESTRUCTURED: Wires = [{ kind: 'moved', files: 10 }];

const STUDIES = stems(`
  result|benchmark|experiment|evaluat|ablation|calibrat|recalibrat|backtest|hypothes|measured|grid search
  |null result|cross-validation|validation|baseline|findings|falsifi|résultat|resultado|ergebnis|mesuré|wyniki|результат`);
const MEASURES = stems(`
  down to|down from|up from|faster|slower|smaller|sped up|speed|beat|outperform|brier|accuracy|f1|auc|ece|rmse|mae|ndcg
  |mrr|mape|map|miou|bleu|rouge|wer|perplexity|precision|recall|r2|loss|fps|latency|throughput|p50|p95|p99|perf|optimi
  |accélèr|beschleunig|otimiz|ottimizz|оптим`);
const COMPARISONS = stems('→|>|to |vs|instead of|faster|slower|smaller|less|fewer|lower|higher|better');
const DIGITS = stems('0|1|2|3|4|5|6|7|8|9|δ');

export const RESULT: Wires = [
  labelled('result'),
  mentions('part', clause('confirmed'), clause('verdicts')),
  mentions('part', stems('h0|h1|h2|h3|h4|h5|h6|h7|h8|h9'), clause('verdicts')),
  mentions('subject', MEASURES, COMPARISONS, DIGITS),
  mentions('subject', STUDIES),
];
