// `npm run eval [PATH ...]`: how the classifier does on labelled commits, next to simpler ways to decide.
import { existsSync } from 'node:fs';
import { kindOf } from '../src/core/signals/files.ts';
import { SHIPPED } from '../src/core/signals/judgement.ts';
import { isUrgent } from '../src/core/verdict/verdict.ts';
import { logOf, openWires } from '../test/helpers/wires.ts';
import { areaUnderCurve, crossValidate, judgedUnseen, type Scored, scoreFlagging } from './folds.ts';
import { CORPUS, type Judged, judge, type LabelledCommit, readLabelled } from './labelled.ts';

type Decide = (judged: Judged) => boolean;

const isCode = (path: string) => kindOf(path) === 'code';
const changedCode = ({ files }: LabelledCommit) =>
  files
    .filter(({ path }) => isCode(path))
    .reduce((sum, { added, deleted }) => sum + (added ?? 0) + (deleted ?? 0), 0);
const isFeature = ({ message }: LabelledCommit) => /^feat/i.test(message);
const bodyOf = ({ message }: LabelledCommit) => message.slice(message.indexOf('\n') + 1);

const BASELINES: readonly (readonly [name: string, decide: Decide])[] = [
  ['always yes', () => true],
  [
    'feat, a phase word or > 200 changed lines of code',
    ({ row }) =>
      isFeature(row) || /phase|milestone|sprint|complete/i.test(row.message) || changedCode(row) > 200,
  ],
  [
    'a body of > 300 characters, feat or a new code file',
    ({ row }) =>
      bodyOf(row).length > 300 ||
      isFeature(row) ||
      row.files.some(({ path, status }) => status === 'A' && isCode(path)),
  ],
];

const percent = (part: number, whole: number): string =>
  whole === 0 ? '    -' : `${((100 * part) / whole).toFixed(1)}%`.padStart(6);

function measure(rows: readonly Judged[], decide: Decide): string {
  const deserving = rows.filter(({ row }) => row.record);
  const others = rows.filter(({ row }) => !row.record);
  const found = deserving.filter(decide).length;
  const flagged = others.filter(decide).length;
  const precision = found / (found + flagged || 1);
  const recall = found / (deserving.length || 1);
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  return [
    `found ${percent(found, deserving.length)} of ${deserving.length}`,
    `flagged ${percent(flagged, others.length)} of ${others.length}`,
    `precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`,
  ].join('   ');
}

const row = (name: string, figures: string): string => `  ${name.padEnd(52)} ${figures}`;

function listWrong(rows: readonly Judged[]): string[] {
  return rows
    .filter((judged) => judged.record !== judged.row.record)
    .flatMap(({ row: { sha, repo, message, record, kinds }, weight, signals }) => [
      `  ${record ? 'missed ' : 'flagged'} ${sha.slice(0, 8)} ${repo} ${kinds.join(',')} "${message.split('\n')[0]?.slice(0, 90)}"`,
      `          ${weight}: ${signals.map((signal) => `${signal.rule} ${signal.weight}`).join(', ') || 'no signal'}`,
    ]);
}

function groups(rows: readonly Judged[], keysOf: (judged: Judged) => readonly string[]): string[] {
  const keys = [...new Set(rows.flatMap(keysOf))].sort();
  return keys.map((key) =>
    row(
      key,
      measure(
        rows.filter((judged) => keysOf(judged).includes(key)),
        ({ record }) => record,
      ),
    ),
  );
}

const share = (rows: readonly Judged[]): string =>
  `${percent(rows.filter(({ row }) => row.record).length, rows.length)} of ${rows.length} deserve a record`;

const BANDS = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, Number.POSITIVE_INFINITY];

/** Of the commits that weigh so much, how many deserve a record. */
const calibration = (rows: readonly Judged[]): string[] =>
  BANDS.slice(1).map((to, index) => {
    const from = BANDS[index] ?? 0;
    return row(
      `weight from ${from} to below ${to}`,
      share(rows.filter(({ weight }) => weight >= from && weight < to)),
    );
  });

/** How many the hooks' shell would let pass: none may. */
function unseenByWires(atOnce: readonly Judged[]): number {
  const wires = openWires();
  const passing = atOnce.filter(({ row }) => wires.hold(logOf({ ...row, parents: ['1'] })) !== 'node');
  wires.close();
  return passing.length;
}

/** What is recorded at once, by the rule that says so. */
function urgent(rows: readonly Judged[]): string[] {
  const atOnce = rows.filter(isUrgent);
  const rulesOf = ({ signals }: Judged) =>
    signals.filter((signal) => signal.isUrgent && signal.weight > 0).map(({ rule }) => rule);
  const names = [...new Set(atOnce.flatMap(rulesOf))].sort();
  return [
    row('all', share(atOnce)),
    row('not seen by the wires of the hooks', `${unseenByWires(atOnce)}`),
    ...names.map((name) => row(name, share(atOnce.filter((judged) => rulesOf(judged).includes(name))))),
    ...listWrong(atOnce),
  ];
}

/** Shares of the others that are flagged, at which the curve is read. */
const CURVE = [0.03, 0.05, 0.055, 0.06, 0.065, 0.07, 0.075, 0.08, 0.09, 0.1, 0.12];

/**
 * What is found and flagged in repositories that nothing was learnt from: as shipped, by kind, and along the
 * curve.
 */
function unseen(scored: readonly Scored[]): string[] {
  const at = (limit: number) => scored.map((one) => judgedUnseen(one, limit));
  const shipped = at(SHIPPED.enough);
  const isRecord = ({ record }: Judged) => record;
  return [
    row('as shipped', measure(shipped, isRecord)),
    row('area under the curve', areaUnderCurve(scored).toFixed(4)),
    ...CURVE.map((share) =>
      row(
        `at ${Number((100 * share).toFixed(1))} % flagged`,
        measure(at(scoreFlagging(share, scored)), isRecord),
      ),
    ),
    ...groups(shipped, (judged) => judged.row.kinds),
    row('recorded at once', share(shipped.filter(isUrgent))),
  ];
}

function report(rows: readonly Judged[]): string {
  return [
    `${rows.length} commits of ${new Set(rows.map(({ row: { repo } }) => repo)).size} repositories`,
    row(
      'as shipped',
      measure(rows, ({ record }) => record),
    ),
    ...BASELINES.map(([name, decide]) => row(name, measure(rows, decide))),
    '\nby what was learnt from other repositories alone, three times in ten folds',
    ...unseen(crossValidate(rows)),
    '\nby repository',
    ...groups(rows, (judged) => [judged.row.repo]),
    '\nby kind',
    ...groups(rows, (judged) => judged.row.kinds),
    '\nrecorded at once',
    ...urgent(rows),
    '\nby weight',
    ...calibration(rows),
    '\nwrong, as shipped',
    ...listWrong(rows),
  ].join('\n');
}

const given = process.argv.slice(2);
const paths = given.length > 0 ? given : CORPUS;
const absent = paths.filter((path) => !existsSync(path));
if (absent.length === 0) console.log(report(paths.flatMap(readLabelled).map((labelled) => judge(labelled))));
else {
  console.error(`eval: no labelled commits at ${absent.join(', ')}; usage: npm run eval -- PATH ...`);
  process.exitCode = 2;
}
