// What the learnt judgement looks at: a number each, with a name for `why`, and the rule that answers for it.
// Their weights are in weights.json, which bench/learn.ts makes from labelled commits.
import type { Claim } from './claims.ts';
import { type Facts, type FileFact, sum } from './facts.ts';
import type { FileKind } from './files.ts';
import type { Rule } from './rule.ts';
import { type Telling, TOLD, tellingOf } from './telling.ts';
import { anyOf, has } from './words.ts';

export type Look = Facts & {
  /** What each rule found, 0 to 1, by its name. */
  readonly strengths: ReadonlyMap<string, number>;
  readonly telling: Telling;
  /** What the files of each kind add up to. */
  readonly tallies: Readonly<Partial<Record<FileKind, Tally>>>;
  /** Lines that came or went. */
  readonly churned: number;
  /** Code that is none of the screen's. */
  readonly behind: readonly FileFact[];
};

type Tally = { readonly files: number; readonly plus: number; readonly churn: number };

export type Feature = {
  /** In words that go before a number; also its key in weights.json. */
  readonly name: string;
  /** The rule that it counts for. */
  readonly rule: string;
  readonly of: (look: Look) => number;
  /** Whether each doubling counts the same. */
  readonly isLog: boolean;
  /** Of what a rule finds, which is 0 to 1: whether it speaks for a record or against it; else 0. */
  readonly sign: -1 | 0 | 1;
};

/** With what several features ask of it. */
export function lookAt(facts: Facts, strengths: Look['strengths']): Look {
  const tallies: Partial<Record<FileKind, Tally>> = {};
  for (const file of facts.files) {
    const { files, plus, churn: lines } = tallies[file.kind] ?? { files: 0, plus: 0, churn: 0 };
    tallies[file.kind] = { files: files + 1, plus: plus + file.plus, churn: lines + churn(file) };
  }
  const churned = sum(facts.files, churn);
  const behind = facts.code.filter((file) => !isUi(file));
  return { ...facts, strengths, telling: tellingOf(facts), tallies, churned, behind };
}

type Row = readonly [name: string, rule: string, of: (look: Look) => number];

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
const isUi = ({ path, kind }: FileFact): boolean =>
  kind === 'style' || UI_NAME.test(path) || UI_PLACE.test(path);
const isHtml = ({ path }: FileFact): boolean => /\.html?$/i.test(path);
// What runs beside the product: scripts, benchmarks, examples, checks.
const TOOL =
  /(?:^|\/)(?:scripts?|tools?|bench|benchmarks?|hack|dev|examples?|demos?|ops|ci|\.[^/]+)\/|(?:^|\/)(?:test|debug|check|verify|lint|tmp|fix)[-_][^/]*$/i;
const isTool = ({ path }: FileFact): boolean => TOOL.test(path);
// `log_2026-05-19`, `ISSUE-327_EXEC`: one of a row of records.
const RECORD = /(?:\d{4}-?\d\d-?\d\d|[-_]\d{3,}|\d{5,})[^/]*$/;

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
  ['words', 'explained', ({ telling }) => telling.words],
  ...(Object.keys(OWNERS) as FileKind[]).flatMap((kind): Row[] => [
    [`files: ${kind}`, OWNERS[kind], ({ tallies }) => tallies[kind]?.files ?? 0],
    [`new lines: ${kind}`, OWNERS[kind], ({ tallies }) => tallies[kind]?.plus ?? 0],
  ]),
  ['new files of code', 'amount-of-code', ({ modules }) => modules.length],
  ['lines of new files of code', 'amount-of-code', ({ modules }) => sum(modules, plusOf)],
  [
    'the same beside tools',
    'amount-of-code',
    ({ modules }) =>
      sum(
        modules.filter((one) => !isTool(one)),
        plusOf,
      ),
  ],
  ['the same of tools', 'amount-of-code', ({ modules }) => sum(modules.filter(isTool), plusOf)],
  ['new lines behind the screen', 'amount-of-code', ({ behind }) => sum(behind, plusOf)],
  ['lines behind the screen', 'amount-of-code', ({ behind }) => sum(behind, churn)],
  ['new lines on where it stands', 'kinds-of-files', ({ files }) => linesOf(files, STANDING)],
  ['new lines on what was learnt', 'gotcha', ({ files }) => linesOf(files, LEARNT)],
  [
    'new records',
    'kinds-of-files',
    ({ files }) => files.filter(({ path, isNew }) => isNew && RECORD.test(path)).length,
  ],
];

const PLAIN: readonly Row[] = [
  ...CLAIMS.map((claim): Row => [`claims: ${claim}`, 'kind-of-work', (look) => Number(look.claim === claim)]),
  ['claims nothing', 'kind-of-work', ({ claim }) => Number(claim === null)],
  ['has a type', 'kind-of-work', ({ message }) => Number(message.type !== null)],
  [
    'words a line (doublings)',
    'explained',
    ({ telling, churned }) => Math.log2((1 + telling.words) / (1 + churned)),
  ],
  ...TOLD.map(
    (name): Row => [`sentences of ${name}`, 'gotcha', ({ telling }) => telling.sentences[name] ?? 0],
  ),
  ['points of a sentence', 'gotcha', ({ telling }) => telling.most],
  ['kinds of reasoning in a sentence', 'gotcha', ({ telling }) => telling.reasoning],
  ['sentences that argue', 'gotcha', ({ telling }) => telling.argued],
  ...(Object.keys(OWNERS) as FileKind[]).map(
    (kind): Row => [
      `share of ${kind}`,
      OWNERS[kind],
      ({ tallies, churned }) => share(tallies[kind]?.churn ?? 0, churned),
    ],
  ),
  ['share of the screen', 'looks', ({ code }) => shareOf(code, isUi)],
  ['share of pages', 'looks', ({ code }) => shareOf(code, isHtml)],
  ['share of tools', 'amount-of-code', ({ code }) => shareOf(code, isTool)],
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
  ([name, rule, of]: Row): Feature => ({ name, rule, of, isLog, sign: 0 });

/** With a feature for what each of these rules finds. */
export const featuresOf = (rules: readonly Pick<Rule, 'name' | 'sign'>[]): readonly Feature[] => [
  ...rules.map(
    ({ name, sign }): Feature => ({
      name: `found: ${name}`,
      rule: name,
      of: ({ strengths }) => strengths.get(name) ?? 0,
      isLog: false,
      sign,
    }),
  ),
  ...GROWING.map(featureOf(true)),
  ...PLAIN.map(featureOf(false)),
];

export const scaled = ({ isLog }: Feature, value: number): number => (isLog ? Math.log2(1 + value) : value);
