// The answers of `check`: for people, for scripts, for GitHub's annotations, for code scanning.
import { escapeInline } from '../markdown/inline.ts';
import type { Finding } from '../types.ts';
import { describeRule } from './gate.ts';
import { describePassedOver } from './guards.ts';
import { cleanLine, joinLines } from './lines.ts';

export type CheckReport = {
  readonly commits: number;
  /** Where none was checked: how many there are that are older than the baseline. */
  readonly older?: number | undefined;
  readonly findings: readonly Finding[];
  readonly excused: readonly Finding[];
  readonly waivers: readonly { readonly sha: string | null; readonly reason: string }[];
  readonly passedOver?: readonly { readonly path: string; readonly reason: string }[] | undefined;
};

/** A way to write a report down. `version` is the tool's. */
export type CheckFormat = (report: CheckReport, version: string) => string;

export const isFine = ({ findings }: Pick<CheckReport, 'findings'>): boolean =>
  !findings.some(({ level }) => level === 'error');

const short = (sha: string | null): string => (sha === null ? 'staged' : sha.slice(0, 10));

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

export const formatText: CheckFormat = (report) => joinLines(textLines(report));

const textLines = (report: CheckReport): string[] => [
  ...report.findings.flatMap(findingLines),
  ...passedLines(report),
  summaryOf(report),
];

function summaryOf({ commits, findings, older = 0 }: CheckReport): string {
  if (commits === 0 && older > 0)
    return `nothing checked: ${count(older, 'commit')} of this range, all from before handoff-hooks was installed here; --all checks them too`;
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.length - errors;
  return `${count(commits, 'commit')} checked: ${count(errors, 'error')}, ${count(warnings, 'warning')}`;
}

const findingLines = ({ sha, level, message, fix }: Finding): string[] => [
  `${level} ${short(sha)} ${message}`,
  `      fix  ${fix}`,
];

/** Waivers, and what passes only because of other commits. */
export const formatAudit: CheckFormat = (report) =>
  joinLines([
    ...report.waivers.map(({ sha, reason }) => `waiver ${short(sha)} ${reason}`),
    ...report.excused.map(({ sha, message }) => `excused ${short(sha)} ${message}`),
    ...textLines(report),
  ]);

export const formatJson: CheckFormat = ({
  commits,
  older = 0,
  findings,
  excused,
  waivers,
  passedOver = [],
}) =>
  JSON.stringify({
    ok: isFine({ findings }),
    commits,
    ...(older > 0 ? { older } : {}),
    findings,
    waivers,
    excused,
    ...(passedOver.length > 0 ? { passedOver } : {}),
  });

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
export const formatGithub: CheckFormat = (report) =>
  [
    ...report.findings.map(({ level, rule, path, line, sha, message, fix }) => {
      const place = { file: path, line: path === null ? null : (line ?? 1), title: `handoff: ${rule}` };
      const properties = Object.entries(place)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => `${name}=${escapeProperty(cleanLine(String(value)))}`);
      return `::${level} ${properties.join(',')}::${escapeData([`${short(sha)} ${message}`, fix].map(cleanLine).join('\n'))}`;
    }),
    ...passedLines(report).map((said) => `::notice title=handoff%3A guards::${escapeData(said)}`),
    summaryOf(report),
  ].join('\n');

const passedLines = ({ passedOver = [] }: CheckReport): string[] =>
  passedOver.length === 0 ? [] : [describePassedOver(passedOver)];

const escapeData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Rows of a summary at most; the annotations have all of them. */
const MOST_ROWS = 50;

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions#adding-a-job-summary
export const formatSummary = (report: CheckReport): string => {
  const { findings, waivers } = report;
  const rows = findings.slice(0, MOST_ROWS).map(summaryRow);
  const more = findings.length > MOST_ROWS ? [`${findings.length - MOST_ROWS} more in the log.`, ''] : [];
  return `${[
    '### handoff-hooks',
    '',
    `${escapeInline(summaryOf(report))}`,
    '',
    ...(rows.length === 0
      ? []
      : ['| | Commit | Where | What | Fix |', '| --- | --- | --- | --- | --- |', ...rows, '']),
    ...more,
    ...passedLines(report).map((said) => `- ${cell(said)}`),
    ...waivers.slice(0, MOST_ROWS).map(({ sha, reason }) => `- Waiver in ${short(sha)}: ${cell(reason)}`),
  ].join('\n')}\n`;
};

export const describeNoSummary = (path: string): string =>
  `handoff: the summary could not be written to ${cleanLine(path)}`;

const cell = (text: string): string => escapeInline(cleanLine(text));

const summaryRow = ({ level, sha, path, line, message, fix }: Finding): string => {
  const place = path === null ? '' : `${path}${line === null ? '' : `:${line}`}`;
  return `| ${level} | ${short(sha)} | ${cell(place)} | ${cell(message)} | ${cell(fix)} |`;
};

// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
export const formatSarif: CheckFormat = (report, version) => {
  const { findings } = report;
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const run = {
    tool: {
      driver: {
        name: 'handoff-hooks',
        version,
        rules: rules.map((id) => ({ id, shortDescription: { text: describeRule(id) } })),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: passedLines(report).map((text) => ({ level: 'note', message: { text } })),
      },
    ],
    results: findings.map((finding) => ({
      ruleId: finding.rule,
      ruleIndex: rules.indexOf(finding.rule),
      level: finding.level,
      message: { text: escapeLinks(cleanLine(`${finding.message} (${finding.fix})`)) },
      ...locationsOf(finding),
      properties: { sha: finding.sha },
    })),
  };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2);
};

// A message may hold links, as `[text](address)`: section 3.11.6.
const escapeLinks = (text: string): string => text.replace(/[\\[\]]/g, '\\$&');

const locationsOf = ({ path, line }: Finding) =>
  path === null
    ? {}
    : {
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: encodeURI(path), uriBaseId: '%SRCROOT%' },
              region: { startLine: line ?? 1 },
            },
          },
        ],
      };
