// What the learnt judgement looks at: a number each, with a name for `why`, and the rule that answers for it.
// Their weights are in weights.json, which bench/learn.ts makes from labelled commits.
import { memoize } from '../memo.ts';
import type { Claim } from './claims.ts';
import { type Facts, type FileFact, sum } from './facts.ts';
import type { FileKind } from './files.ts';
import { type Found, type Rule, strengthOf } from './rule.ts';
import { type Telling, TOLD, tellingOf } from './telling.ts';
import { anyOf, has } from './words.ts';

/** Of a commit, beside its facts, what several features ask for. */
export type Measured = {
  /** What each rule found, by its name. */
  readonly found: ReadonlyMap<string, Found>;
  readonly telling: Telling;
  /** What the files of each kind add up to. */
  readonly tallies: Readonly<Partial<Record<FileKind, Tally>>>;
  /** Lines that came or went. */
  readonly churned: number;
  /** Code that is none of the screen's. */
  readonly behind: readonly FileFact[];
};

type Tally = { files: number; plus: number; churn: number };

export type Feature = {
  /** In words that go before a number; also its key in weights.json. */
  readonly name: string;
  /** The rule that it counts for. */
  readonly rule: string;
  readonly of: (facts: Facts, measured: Measured) => number;
  /** Whether each doubling counts the same. */
  readonly isLog: boolean;
  /** Of what a rule finds, which is 0 to 1: whether it speaks for a record or against it; else 0. */
  readonly sign: -1 | 0 | 1;
  /** What a commit must have for it to be other than 0; null: anything. */
  readonly needs: string | null;
};

export function measure(facts: Facts, found: Measured['found']): Measured {
  const tallies: Partial<Record<FileKind, Tally>> = {};
  for (const file of facts.files) {
    const tally = tallies[file.kind] ?? { files: 0, plus: 0, churn: 0 };
    tally.files += 1;
    tally.plus += file.plus;
    tally.churn += churn(file);
    tallies[file.kind] = tally;
  }
  const churned = sum(facts.files, churn);
  const behind = facts.code.filter((file) => !isUi(file));
  return { found, telling: tellingOf(facts), tallies, churned, behind };
}

/** What of a commit makes features of it other than 0: the values of their `needs`. */
export function hadBy(
  { claim, modules, code }: Facts,
  { found, tallies, telling, behind }: Measured,
): readonly string[] {
  const had = [`claims: ${claim}`];
  for (const name of found.keys()) had.push(`found: ${name}`);
  for (const kind in tallies) had.push(kind);
  if (telling.most > 0) had.push('telling');
  if (modules.length > 0) had.push('modules');
  if (behind.length > 0) had.push('behind');
  if (code.length > 0) had.push('the code');
  return had;
}

type Row = readonly [name: string, rule: string, of: Feature['of'], needs?: string | null];

const CLAIMS: readonly Claim[] =
  'feature fix refactor performance docs test tweak build chore release plan update removal'.split(
    ' ',
  ) as Claim[];

// Which rule answers for what files of each kind add up to.
const OWNERS: Readonly<Record<FileKind, string>> = {
  code: 'amount-of-code',
  test: 'kinds-of-files',
  style: 'kinds-of-files',
  agent: 'amount-of-code',
  doc: 'kinds-of-files',
  plan: 'plan',
  schema: 'schema',
  deployment: 'deployment',
  ci: 'kinds-of-files',
  manifest: 'dependency',
  config: 'kinds-of-files',
  data: 'kinds-of-files',
  asset: 'kinds-of-files',
  lock: 'dependency',
  generated: 'kinds-of-files',
  vendored: 'kinds-of-files',
  other: 'kinds-of-files',
};

const UI_NAME = /\.(?:tsx|jsx|vue|svelte|html?|css|scss|astro|dart|xaml|hbs|ejs|erb)$/i;
const UI_PLACE = /(?:^|\/)(?:components?|ui|pages|views|screens|styles|layouts|widgets|templates|public)\//i;
const isOfUi = memoize((path: string): boolean => UI_NAME.test(path) || UI_PLACE.test(path));
const isUi = ({ path, kind }: FileFact): boolean => kind === 'style' || isOfUi(path);
const isHtml = ({ path }: FileFact): boolean => /\.html?$/i.test(path);
// What runs beside the product: scripts, benchmarks, examples, checks.
const TOOL =
  /(?:^|\/)(?:scripts?|tools?|bench|benchmarks?|hack|dev|examples?|demos?|ops|ci|\.[^/]+)\/|(?:^|\/)(?:test|debug|check|verify|lint|tmp|fix)[-_][^/]*$/i;
const isOfTools = memoize((path: string): boolean => TOOL.test(path));
const isTool = ({ path }: FileFact): boolean => isOfTools(path);
// `log_2026-05-19`, `ISSUE-327_EXEC`: one of a row of records.
const RECORD = /\d{4}-?\d\d-?\d\d|[-_]\d{3}|\d{5}/;

// What a document is kept for, by its name: where the project stands, or what was learnt.
const named = (words: string): RegExp => new RegExp(`(?:^|[-_. ])(?:${words})(?=[-_. ])`, 'i');
const STANDING = named(
  'status|state|progress|hand-?(?:off|over)|sessions?|next|milestones?|roadmap|todos?|backlog|tasks|checkpoint|devlog|worklog|journal|estado|stand|avance',
);
const LEARNT = named(
  'gotchas?|pitfalls?|caveats?|lessons?|learn(?:ed|t|ings?)|findings?|known[-_ ]issues|troubleshooting|post-?mortems?|incidents?|retro(?:spective)?s?|experiments?|results?|evaluations?|discovery|lecciones|erkenntnisse',
);
const WRITTEN: ReadonlySet<FileKind> = new Set(['doc', 'plan', 'data', 'agent']);
const linesOf = (files: readonly FileFact[], name: RegExp): number =>
  sum(files, ({ kind, path, plus }) =>
    plus > 0 && WRITTEN.has(kind) && name.test(path.slice(path.lastIndexOf('/') + 1)) ? plus : 0,
  );

const SMALL = anyOf(
  `minor|small|tiny|tweaks?|some|more|misc|various|cleanups?|clean up|quick|little|slight(?:ly)?|again|temp(?:orary)?
  |typos?|nits?|follow-?ups?`,
);
const FINISHED = anyOf(
  `done|complete[sd]?|finish(?:e[sd])?|finali[sz]e[sd]?|shipped|closes?|closeout|mark(?:s|ed)?|ticks?|check(?:s|ed)? off
  |completa[dr]?|termina[dr]?|full`,
);
const FIRST = anyOf('initial|first|init|bootstrap|scaffold(?:ing)?|skeleton|inicial|premier|start(?:s|ed)?');

const churn = ({ plus, minus }: FileFact): number => plus + minus;
const plusOf = ({ plus }: FileFact): number => plus;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const shareOf = (files: readonly FileFact[], is: (file: FileFact) => boolean): number =>
  share(sum(files.filter(is), churn), sum(files, churn));

/** Of which each doubling counts the same. */
const GROWING: readonly Row[] = [
  ['characters of the body', 'explained', ({ body }) => body.length],
  ['words', 'explained', (_, { telling }) => telling.words],
  ...(Object.keys(OWNERS) as FileKind[]).flatMap((kind): Row[] => [
    [`files: ${kind}`, OWNERS[kind], (_, { tallies }) => tallies[kind]?.files ?? 0, kind],
    [`new lines: ${kind}`, OWNERS[kind], (_, { tallies }) => tallies[kind]?.plus ?? 0, kind],
  ]),
  ['new files of code', 'amount-of-code', ({ modules }) => modules.length, 'modules'],
  ['lines of new files of code', 'amount-of-code', ({ modules }) => sum(modules, plusOf), 'modules'],
  [
    'the same beside tools',
    'amount-of-code',
    ({ modules }) =>
      sum(
        modules.filter((one) => !isTool(one)),
        plusOf,
      ),
    'modules',
  ],
  ['the same of tools', 'amount-of-code', ({ modules }) => sum(modules.filter(isTool), plusOf), 'modules'],
  ['new lines behind the screen', 'amount-of-code', (_, { behind }) => sum(behind, plusOf), 'behind'],
  ['lines behind the screen', 'amount-of-code', (_, { behind }) => sum(behind, churn), 'behind'],
  ['new lines on where it stands', 'kinds-of-files', ({ files }) => linesOf(files, STANDING)],
  ['new lines on what was learnt', 'gotcha', ({ files }) => linesOf(files, LEARNT)],
  [
    'new records',
    'kinds-of-files',
    ({ files }) =>
      files.filter(({ path, isNew }) => isNew && RECORD.test(path.slice(path.lastIndexOf('/') + 1))).length,
  ],
];

const PLAIN: readonly Row[] = [
  ...CLAIMS.map(
    (claim): Row => [
      `claims: ${claim}`,
      'kind-of-work',
      (facts) => Number(facts.claim === claim),
      `claims: ${claim}`,
    ],
  ),
  ['claims nothing', 'kind-of-work', ({ claim }) => Number(claim === null), 'claims: null'],
  ['has a type', 'kind-of-work', ({ message }) => Number(message.type !== null)],
  [
    'words a line (doublings)',
    'explained',
    (_, { telling, churned }) => Math.log2((1 + telling.words) / (1 + churned)),
  ],
  ...TOLD.map(
    (name): Row => [
      `sentences of ${name}`,
      'gotcha',
      (_, { telling }) => telling.sentences[name] ?? 0,
      'telling',
    ],
  ),
  ['points of a sentence', 'gotcha', (_, { telling }) => telling.most, 'telling'],
  ['kinds of reasoning in a sentence', 'gotcha', (_, { telling }) => telling.reasoning],
  ['sentences that argue', 'gotcha', (_, { telling }) => telling.argued],
  ...(Object.keys(OWNERS) as FileKind[]).map(
    (kind): Row => [
      `share of ${kind}`,
      OWNERS[kind],
      (_, { tallies, churned }) => share(tallies[kind]?.churn ?? 0, churned),
      kind,
    ],
  ),
  ['share of the screen', 'looks', ({ code }) => shareOf(code, isUi), 'the code'],
  ['share of pages', 'looks', ({ code }) => shareOf(code, isHtml), 'the code'],
  ['share of tools', 'amount-of-code', ({ code }) => shareOf(code, isTool), 'the code'],
  ['no code', 'kinds-of-files', ({ code }) => Number(code.length === 0)],
  [
    'all files new',
    'kinds-of-files',
    ({ files }) => Number(files.length > 5 && files.every(({ isNew }) => isNew)),
  ],
  [
    'lines out of balance',
    'kinds-of-files',
    ({ files }) => share(Math.abs(sum(files, ({ plus, minus }) => plus - minus)), sum(files, churn)),
  ],
  ['a word for small things', 'kind-of-work', ({ subject }) => Number(has(subject, SMALL))],
  ['a word for an end', 'kind-of-work', ({ subject }) => Number(has(subject, FINISHED))],
  ['a word for a start', 'kind-of-work', ({ subject }) => Number(has(subject, FIRST))],
];

const featureOf =
  (isLog: boolean) =>
  ([name, rule, of, needs = null]: Row): Feature => ({ name, rule, of, isLog, sign: 0, needs });

/** With a feature for what each of these rules finds. */
export const featuresOf = (rules: readonly Pick<Rule, 'name' | 'sign'>[]): readonly Feature[] => [
  ...rules.map(
    ({ name, sign }): Feature => ({
      name: `found: ${name}`,
      rule: name,
      of: (_, { found }) => strengthOf(found.get(name)),
      isLog: false,
      sign,
      needs: `found: ${name}`,
    }),
  ),
  ...GROWING.map(featureOf(true)),
  ...PLAIN.map(featureOf(false)),
];

export const scaled = ({ isLog }: Feature, value: number): number => (isLog ? Math.log2(1 + value) : value);
