// What the gate says: what was changed without a decision, on what evidence, how to mend or to skip it.
import type { GateRule } from '../config/defaults.ts';
import type { ProblemText } from '../problem.ts';
import type { Decision, Finding, Gate } from '../types.ts';
import { addCommand, commandLine, decideCommand, type Retry, retryCommand } from './command.ts';
import { namePath, quote } from './lines.ts';

type Need = { readonly path: string; readonly evidence: string };

type Gap = 'id' | 'title' | 'decision' | 'rationale' | 'text';

type Attempt =
  | { readonly kind: 'incomplete'; readonly decision: Decision; readonly gaps: readonly Gap[] }
  | { readonly kind: 'superseded'; readonly id: string; readonly decision: Decision }
  | { readonly kind: 'unknown'; readonly id: string }
  | { readonly kind: 'unreasoned' };

const CHANGED: Readonly<Record<GateRule, string>> = {
  'architecture-document': 'changes architecture',
  paths: 'changes architecture',
  schema: 'changes a schema',
  migrations: 'changes a migration',
  protocols: 'changes a protocol',
  dependencies: 'adds a dependency',
  infrastructure: 'changes infrastructure',
  'gate-settings': "changes the gate's own settings",
  affects: 'touches what a decision governs',
  guards: 'breaks a guard',
};

/** A finding's message and its evidence; of the rule `affects` the evidence is the decision alone. */
export function describeNeed(
  rule: GateRule,
  needs: readonly Need[],
  attempts: readonly Attempt[],
): { message: string; why: readonly string[] } {
  const [{ path, evidence } = { path: '', evidence: '' }] = needs;
  if (rule === 'affects') return { message: `touches ${namePath(path)}, ${evidence}`, why: [evidence] };
  const others = needs.length > 1 ? `, and ${needs.length - 1} more` : '';
  const why = [`${namePath(path)}: ${evidence}${others} (rule: ${rule})`, ...attempts.map(describeAttempt)];
  return { message: `${CHANGED[rule]} but records no decision: ${why.join('; ')}`, why };
}

const LONGEST_TITLE = 50;

const GAPS: Readonly<Record<Gap, string>> = {
  id: 'no number or date',
  title: 'no title',
  decision: 'no decision',
  rationale: 'no rationale',
  text: 'too little text',
};

function describeAttempt(attempt: Attempt): string {
  if (attempt.kind === 'unreasoned') return 'the Decision-Waiver gives no reason';
  if (attempt.kind === 'unknown') return `Decision: ${attempt.id} does not exist`;
  if (attempt.kind === 'superseded') {
    const { supersededBy, status } = attempt.decision;
    if (status !== 'superseded') return `Decision: ${attempt.id} is ${status}, not in force`;
    return `Decision: ${attempt.id} is no longer in force${supersededBy === null ? '' : `, ${supersededBy} replaced it`}`;
  }
  const { path, line, title, id } = attempt.decision;
  const gaps = attempt.gaps.map((gap) => GAPS[gap]).join(', ');
  return `${namePath(path)}:${line}: the new entry ${quote(id ?? title, LONGEST_TITLE)} has ${gaps}`;
}

/** `title`: what the commit says of itself, for want of a better one. */
export const describeFix = (rule: GateRule, title: string): string =>
  rule === 'affects'
    ? `cite the decision with the trailer  Decision: N   or replace it with  ${decideCommand(title, ' --supersedes "‹number›"')}`
    : decideCommand(title);

export const describeUnparsed = (path: string): { message: string; fix: string } => ({
  message: `${namePath(path)}: the style of this log is not known, so its new text was taken for a decision`,
  fix: 'give each decision a heading with a number or a date',
});

/** Of a range after which nobody knows what the gate should hold. */
export const describeUnreadSettings = ({ why = [], fix = [] }: ProblemText) => ({
  message: `leaves settings that cannot be read: ${[why].flat().join('; ')}`,
  fix: [fix].flat().join('; '),
});

const MOST_REASONS = 3;

/** The commit that was stopped, and where its decision would be written. */
export type StoppedCommit = Retry & { readonly title: string; readonly places: readonly string[] };

const MOST_LINES = 8;

/** What a stopped commit is told, in eight lines at most. */
export function describeBlock({ findings }: Gate, stopped: StoppedCommit): ProblemText {
  const errors = findings.filter(({ level }) => level === 'error');
  const rules = errors.map(({ rule }) => CHANGED[rule as GateRule]);
  const why = [...new Set(errors.flatMap((finding) => finding.why ?? []))];
  const fix = [decideCommand(stopped.title), addCommand(stopped.places), retryCommand(stopped)];
  return {
    what: `this commit ${[...new Set(rules)].join(', ')} but ${errors.every(({ rule }) => rule === 'guards') ? 'cites no newer decision' : 'records no decision'}`,
    why: why.slice(0, Math.min(MOST_REASONS, MOST_LINES - 2 - fix.length)),
    fix,
    skip: 'add the trailer  Decision-Waiver: <reason>',
  };
}

/** Of what no commit of a range does by itself. */
export const describeNet = (finding: Finding): Finding => ({
  ...finding,
  message: `the range as a whole ${finding.message}`,
});

/** What a commit that goes on is told about a rule at the level `warn`. */
export const describeWarning = ({ message, fix }: Finding): ProblemText => ({
  what: `this commit ${message}`,
  fix,
});

const OTHER_RULES: Readonly<Record<string, string>> = {
  'settings-invalid': 'the settings cannot be read',
  'decision-style': 'a decision log is written in a style that is not known',
  'decision-number': 'two decisions have the same number',
  'guard-invalid': 'a guard cannot be read',
  'guard-slow': 'a pattern of a guard takes too long',
};

/** What a rule of a finding is about, for those who list rules. */
export const describeRule = (rule: string): string =>
  OTHER_RULES[rule] ??
  (rule in CHANGED ? `a commit ${CHANGED[rule as GateRule]} but records no decision` : rule);

/** `others`: where the other decisions of that number stand. */
export const describeCollision = (
  id: string,
  others: readonly string[],
): { message: string; fix: string } => ({
  message: `two decisions have the number ${id}: ${others.join(' and ')}`,
  fix: `give the newer one the next free number, and change what cites it`,
});

export const describeCheckUsage = (): ProblemText => ({
  what: 'check takes one commit or range and one format',
  fix: commandLine('check origin/main..HEAD --json'),
});

/** In CI nothing is staged: a check of the index would pass whatever was pushed. */
export const describeNoRange = (): ProblemText => ({
  what: 'check needs a range in CI: nothing is staged here',
  fix: commandLine('check origin/main...HEAD'),
});

/** What a push is told about commits that got past the hooks. */
export function describePush(findings: readonly Finding[], isStopped: boolean): ProblemText {
  const errors = findings.filter(({ level }) => level === 'error');
  const lines = errors
    .slice(0, MOST_REASONS)
    .map(({ sha, message }) => `${sha?.slice(0, 10) ?? ''} ${message}`);
  return {
    what: 'this push has changes that need a decision and record none',
    why: lines,
    fix: `${decideCommand()}   then commit it and push again`,
    skip: isStopped ? 'git push --no-verify' : undefined,
  };
}
