// What is said of commits that were made without our hooks: git ran none, or they could not run.
import type { ProblemText } from '../problem.ts';
import type { Finding, Hookless } from '../types.ts';
import { commandLine } from './command.ts';
import { counted, quote, short } from './lines.ts';

const MOST_NAMED = 10;

const nameCommit = ({ sha, subject }: Hookless['commits'][number]): string =>
  `${short(sha)} ${quote(subject, 80)}`;

const title = (count: number): string =>
  `${counted(count, 'commit')} ${count === 1 ? 'was' : 'were'} made without the hooks`;

const brokenBy = ({ sha, message }: Finding): string => `${short(sha ?? '')} ${message}`;

/** Each of them, and what the gate says of it. */
export const hooklessLines = ({ commits, findings }: Hookless): string[] => [
  ...commits.slice(0, MOST_NAMED).map(nameCommit),
  ...(commits.length > MOST_NAMED ? [`and ${commits.length - MOST_NAMED} more`] : []),
  ...findings.slice(0, MOST_NAMED).map(brokenBy),
];

export const describeHookless = (hookless: Hookless): ProblemText => ({
  what: title(hookless.commits.length),
  why: hooklessLines(hookless),
  fix: hookless.findings[0]?.fix,
});

export const hooklessTitle = (count: number): string => `${title(count)}:`;

/** For `status`: one line each. */
export const hooklessTroubles = ({ commits, findings }: Hookless) =>
  commits.length === 0
    ? []
    : [
        {
          what: `${title(commits.length)}: ${commits.slice(0, MOST_NAMED).map(nameCommit).join(', ')}`,
          fix: `${commandLine('draft')}   records what deserves it`,
        },
        ...findings.map((finding) => ({ what: brokenBy(finding), fix: finding.fix })),
      ];

/** For `check`, which judges the staged changes: warnings. */
export const hooklessFindings = ({ commits, findings }: Hookless): Finding[] => [
  ...commits.map(
    ({ sha, subject }): Finding => ({
      sha,
      rule: 'without-hooks',
      level: 'warning',
      path: null,
      line: null,
      message: `${quote(subject, 80)} was made without the hooks`,
      fix: `${commandLine('draft')}   records what deserves it`,
    }),
  ),
  ...findings.map((finding) => ({ ...finding, level: 'warning' as const })),
];
