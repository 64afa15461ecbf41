// What the hooks' awk program needs to know of the rules, as lines of fields between tabs. The same for every
// repository, so it is made when the package is built.

import { MANIFEST } from '../manifests.ts';
import { OWN_KEYS } from '../message/trailers.ts';
import { BY_TYPE, CLAIMING_WORDS, RELEASING, VERBS } from '../signals/claims.ts';
import * as files from '../signals/files.ts';
import { RULES } from '../signals/rules.ts';
import { SHARE } from '../signals/work.ts';
import { toEre } from './ere.ts';
import { fragmentsOf, joinFragments } from './fragments.ts';
import { HINTS } from './hints.ts';
import { CLAIMED, type Claimed, patternsOf, STEPS, type Strength, strengthsOf } from './strengths.ts';

type Line = readonly (string | number)[];

/** In lower case. */
const WORDS = {
  releasing: RELEASING,
  asset: files.ASSET,
  code: files.CODE,
  data: files.DATA,
  'data-folder': files.DATA_FOLDERS,
  doc: files.DOC,
  agents: files.AGENTS,
  database: files.DATABASE,
  deployment: files.DEPLOYMENT_FOLDERS,
  generated: files.GENERATED,
  plans: files.PLANS,
  scripts: files.SCRIPTS,
  tests: files.TESTS,
  vendored: files.VENDORED,
};

const NAMES = {
  lock: files.LOCK,
  copied: files.COPIED,
  made: files.MADE,
  ci: files.CI,
  'ci-folder': files.CI_FOLDER,
  manifest: MANIFEST,
  schema: files.SCHEMA,
  deployment: files.DEPLOYMENT,
  test: files.TEST_NAME,
  plan: files.PLAN_NAME,
  config: files.CONFIG_NAME,
};

export function formatTable(): string {
  const lines: Line[] = [
    ['steps', STEPS.join(' ')],
    ['trailers', OWN_KEYS.join('|')],
    ...Object.entries(SHARE).map(([kind, share]) => ['grows', kind, share]),
    ...Object.entries(BY_TYPE).map(([type, claim]) => ['type', type, claim]),
    ...Object.entries(VERBS).map(([claim, stems]) => [
      'verbs',
      claim,
      stems.split(/\s+/).filter(Boolean).join(' '),
    ]),
    ...Object.entries(WORDS).map(([list, words]) => ['words', list, ` ${[...words].join(' ')} `]),
    ...Object.entries(NAMES).map(([list, pattern]) => ['name', list, toEre(pattern)]),
    ['claims', CLAIMED.join(' '), CLAIMING_WORDS],
    ...RULES.map(({ name, weight, isUrgent }) => ['rule', name, Math.round(weight * 100), Number(isUrgent)]),
    ...RULES.flatMap(({ name }) => patternLines(name)),
    ...RULES.flatMap((rule) => strengthsOf(rule).flatMap(strengthLines)),
    ['end'],
  ];
  return lines.map((line) => `${line.join('\t')}\n`).join('');
}

const patternLines = (rule: string): Line[] =>
  patternsOf(HINTS[rule] ?? {}).map(({ where, pattern }, bit) => [
    'pattern',
    rule,
    where === 'subject' ? where : 'text',
    2 ** bit,
    joinFragments(fragmentsOf(pattern)),
    toEre(pattern),
  ]);

// Names would be half of the table.
const numberOf = (claimed: Claimed): number => CLAIMED.indexOf(claimed);

// Some awk reads 050 as octal.
const inDigits = (percent: number): string => String(percent).padStart(3);

/** None for what weighs nothing anyhow. */
function strengthLines({ rule, claimed, hasCode, mask, shares }: Strength): Line[] {
  if (shares.every((share) => share === 0)) return [];
  const axis = HINTS[rule]?.axis ?? '-';
  return [
    [
      'share',
      rule,
      ` ${claimed.map(numberOf).join(' ')} `,
      Number(hasCode),
      mask,
      axis,
      shares.map(inDigits).join(''),
    ],
  ];
}
