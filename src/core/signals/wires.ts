// The wires of the urgent rules: the words and paths without which none of them finds anything.
import { inDocument, inPath, labelled, mentions, type Wires, type Words } from './wire.ts';

const list = (text: string): Words => text.replace(/\n\s*/g, '').split('|');

const UNITS = list(`
  phase|milestone|sprint|stage|step|iteration|workstream|epic|wave|slice|task|session|week|étape|jalon|semaine
  |fase|etapa|hito|marco|tarea|tarefa|sesi|sess|semana|etapp|meilenstein|schritt|faz|etap|krok|вех|этап|фаз|спринт|задач
  |阶段|フェーズ|단계`);
// `part 2`, no `party`
const FOLLOWERS = [...' :-#,).0123456789'];
const WHOLE = ['part', 'parts', 'item', 'items'].flatMap((word) => FOLLOWERS.map((next) => word + next));
// `M3 done`
const NUMBERED_UNITS = [...'0123456789'].flatMap((digit) => [`m${digit}`, `p${digit}`]);
const DONE = list(`
  complet|complét|done|finish|validated|shipped|landed|close|delivered|fully|100%|100 %|✅|✓|✔|☑|🎉|terminé|termine|terminad|finie|finis|fini 
  |validé|livré|conclu|finaliza|abgeschlossen|fertig|erledigt|voltooid|ukończon|zakończon|заверш|готов|完成|完了|완료`);

export const PHASE_COMPLETED: Wires = [
  labelled('phase'),
  mentions('line', [...UNITS, ...WHOLE, ...NUMBERED_UNITS], DONE),
  inDocument('phases'),
  inDocument('roadmap'),
];

export const ARCHITECTURE: Wires = [inDocument('architecture')];
export const DEVIATION: Wires = [labelled('deviation')];
export const DECISION: Wires = [labelled('decision'), inDocument('decisions')];
export const GOTCHA: Wires = [labelled('gotcha')];
export const NEXT: Wires = [labelled('next')];
export const BLOCKER: Wires = [
  labelled('blocker'),
  mentions('message', list('blocked by|blocked on|blocker')),
];
export const UNBLOCKED: Wires = [labelled('unblocked'), mentions('message', ['unblock'])];

// A subject that names a schema makes one of the code that holds it.
export const SCHEMA: Wires = [
  mentions('subject', list('schema|data model|esquema|schéma|datenmodell|схем')),
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

const STUDIES = list(`
  result|benchmark|experiment|evaluat|ablation|calibrat|backtest|hypothes|measured|grid search|cross-validation
  |validation|baseline|findings|falsifi|résultat|resultado|ergebnis|mesuré|wyniki|результат`);
const MEASURES = list(`
  down to|down from|up from|faster|slower|smaller|sped up|speed|beat|outperform|brier|accuracy|f1|auc|ece|rmse|mae|ndcg
  |mrr|mape|map|miou|bleu|rouge|wer|perplexity|precision|recall|r2|loss|fps|latency|throughput|p50|p95|p99|perf|optimi
  |accélèr|beschleunig|otimiz|ottimizz|оптим`);
const COMPARISONS = list('→|->|=>| to | vs|instead of|faster|slower|smaller|less|fewer|lower|higher|better');
const DIGITS = [...'0123456789', 'δ'];

export const RESULT: Wires = [
  labelled('result'),
  mentions('subject', MEASURES, COMPARISONS, DIGITS),
  mentions('subject', STUDIES),
];
